'use client';

import { forwardRef, type ForwardedRef, type HTMLAttributes, type RefObject } from 'react';
import { useInvite } from '../../hooks/useInvite.js';
import { useMessages } from '../../hooks/kit.js';
import type { InviteView } from '../../state/views.js';
import { Modal } from '../dialog/Modal.js';
import { useBusy } from '../person/useBusy.js';
import { RoomSlot } from '../person/slots.js';
import { usePortalPlace } from '../person/usePortalPlace.js';
import { useRoomWords } from '../person/roomWords.js';
import { InviteActions } from './InviteActions.js';
import { InviteHead } from './InviteHead.js';
import { InviteNote } from './InviteNote.js';
import { WhoIsThere } from './WhoIsThere.js';

/** Props of {@link InviteDialog}. */
export interface InviteDialogProps extends Omit<HTMLAttributes<HTMLDivElement>, 'title' | 'children'> {
  /** Gets the focus at the end when what had it before is gone. */
  readonly fallbackFocus?: RefObject<HTMLElement | null> | undefined;
  /** Where the dialog is put. Without it where the surface around it says, else where the provider says, else at the end of the page. */
  readonly container?: HTMLElement | null | undefined;
}

/**
 * An invitation, or the notice before a move: the question, who asks, who is there, what happens to sound and
 * microphone, and the answers. It is there while an invitation waits that was not put aside. Escape or a press outside
 * puts it aside and declines nothing; {@link InviteChip} keeps it reachable. A second invitation replaces the words in
 * place. The focus begins on the question, so that a key meant for something else answers nothing.
 *
 * Element: `div.brk-dialog[role=dialog]` in a portal. Data: `kind` (`invite`, `unconfirmed`, `move`), `room`.
 *
 * @example
 * <InviteDialog />
 */
export const InviteDialog = forwardRef<HTMLDivElement, InviteDialogProps>(function InviteDialog(props, ref) {
  const { invite } = useInvite();
  return invite === null || invite.aside ? null : <Asking {...props} invite={invite} forwarded={ref} />;
});

interface AskingProps extends InviteDialogProps {
  readonly invite: InviteView;
  readonly forwarded: ForwardedRef<HTMLDivElement>;
}

function Asking({ invite, forwarded, container, ...rest }: AskingProps) {
  const { person } = useMessages();
  const { putAside } = useInvite();
  const room = useRoomWords(invite);
  const place = usePortalPlace(container);
  const answer = useBusy(invite.at);
  const moves = invite.kind === 'move';
  return (
    <Modal
      ref={forwarded}
      open
      container={place}
      room={invite.number ?? undefined}
      onEscape={putAside}
      onOutside={putAside}
      spoken={moves ? person.movingTo(room.inSentence) : person.joinQuestion(room.inSentence)}
      data-kind={invite.kind}
      {...rest}
    >
      <InviteHead invite={invite} room={room} />
      {invite.kind !== 'unconfirmed' && <WhoIsThere invite={invite} />}
      {invite.kind !== 'unconfirmed' && <RoomSlot roomKey={invite.roomKey} />}
      <InviteNote invite={invite} />
      <InviteActions invite={invite} answer={answer} />
    </Modal>
  );
}
