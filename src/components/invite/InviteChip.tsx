'use client';

import { forwardRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useInvite } from '../../hooks/useInvite.js';
import { useRemaining } from '../../hooks/useRemaining.js';
import type { InviteView } from '../../state/views.js';
import { Button } from '../parts/Button.js';
import { Plate } from '../parts/Plate.js';
import { Surface, type SurfaceProps } from '../parts/Surface.js';
import { classNames } from '../parts/classNames.js';
import { useAnnounceOnce } from '../person/useAnnounceOnce.js';
import { useRoomWords } from '../person/roomWords.js';

/** Props of {@link InviteChip}. */
export type InviteChipProps = Omit<SurfaceProps, 'children' | 'layer'>;

/**
 * An invitation that was put aside: a button that takes it up again, for as long as it holds. A move that was put
 * aside shows when it happens.
 *
 * Element: `div.brk.brk-pending` with one button. Data on the button: `room`.
 *
 * @example
 * <InviteChip />
 */
export const InviteChip = forwardRef<HTMLDivElement, InviteChipProps>(function InviteChip(
  { className, ...rest },
  ref,
) {
  const { person } = useMessages();
  const { invite } = useInvite();
  const aside = invite?.aside === true ? invite : null;
  const { inSentence } = useRoomWords(aside ?? { number: null, name: null });
  useAnnounceOnce(aside?.at ?? null, person.pending(inSentence));
  if (aside === null) return null;
  return (
    <Surface ref={ref} {...rest} className={classNames('brk-pending', className)}>
      <Pending invite={aside} room={inSentence} />
    </Surface>
  );
});

function Pending({ invite, room }: { readonly invite: InviteView; readonly room: string }) {
  const { common, person } = useMessages();
  const { takeUp } = useInvite();
  const left = useRemaining(invite.movesAt);
  return (
    <Button onClick={takeUp} data-room={invite.number ?? undefined}>
      {invite.number !== null && <Plate room={invite.number} size="s" />}
      {left === null ? person.pending(room) : person.movingIn(room, common.clock(left))}
    </Button>
  );
}
