'use client';

import { useKit } from '../../hooks/kit.js';
import { useRemaining } from '../../hooks/useRemaining.js';
import { useView } from '../../hooks/useView.js';
import type { RoomKey, State } from '../../state/types.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { useRoomClosing } from './roomClosing.js';
import { TIME, Timed } from './Timed.js';

const isOpen = ({ round }: State) => round.phase === 'open';

/** "Closes in 0:14", and the way to keep this room open after all. */
export function RoomClosingNote({ roomKey, label }: { readonly roomKey: RoomKey; readonly label: string }) {
  const { common, desk } = useKit('RoomClosingNote').messages;
  const { of, keep } = useRoomClosing();
  const open = useView(isOpen);
  const left = useRemaining(of(roomKey)?.until ?? null);
  if (left === null || left === 0 || !open) return null;
  return (
    <div className="brk-room-foot brk-room-brief">
      <p className="brk-room-note brk-room-closing">
        <Icon name="clock" size="s" />
        <span>
          <Timed sentence={desk.closesInShort(TIME)} time={common.clock(left)} />
        </span>
      </p>
      <Button size="s" aria-label={desk.keepThisOpen(label)} onClick={() => keep(roomKey)}>
        {desk.keepRoomOpen}
      </Button>
    </div>
  );
}
