'use client';

import { useKit } from '../../hooks/kit.js';
import { useView, useViewOf } from '../../hooks/useView.js';
import { whyNotVisit } from '../../state/rules.js';
import type { RoomView } from '../../state/views.js';
import { Button } from '../parts/Button.js';
import { IconButton } from '../parts/IconButton.js';
import { StatusWord } from '../parts/StatusWord.js';

/** The way into the room for the moderator. */
export function VisitRoom({ room, label }: { readonly room: RoomView; readonly label: string }) {
  const { session, messages } = useKit('VisitRoom');
  const { desk, reasons } = messages;
  const here = useView(({ self }) => self.at === 'in-room' && self.roomKey === room.key);
  const whyNot = useViewOf(whyNotVisit, room.key);
  if (here) return <StatusWord state="in-room">{desk.youAreHere}</StatusWord>;
  const visit = () => void session.actions.visitRoom({ roomKey: room.key });
  const unavailable = whyNot === null ? undefined : reasons[whyNot.why];
  return (
    <>
      <Button
        className="brk-hide-narrow"
        size="s"
        icon="go"
        aria-label={desk.visitRoom(label)}
        unavailable={unavailable}
        onClick={visit}
      >
        {desk.visit}
      </Button>
      <IconButton
        className="brk-only-narrow"
        icon="go"
        size="s"
        label={desk.visitRoom(label)}
        unavailable={unavailable}
        onClick={visit}
      />
    </>
  );
}
