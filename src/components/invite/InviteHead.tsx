'use client';

import { useMessages } from '../../hooks/kit.js';
import { useRemaining } from '../../hooks/useRemaining.js';
import { displayName } from '../../state/displayName.js';
import type { InviteView } from '../../state/views.js';
import { ModalDescription, ModalTitle } from '../dialog/Modal.js';
import { Countdown } from '../parts/Countdown.js';
import { Plate } from '../parts/Plate.js';
import { nameInSentence, type RoomWords } from '../person/roomWords.js';

/** Room, question and sender. */
export function InviteHead({ invite, room }: { readonly invite: InviteView; readonly room: RoomWords }) {
  const { person } = useMessages();
  const moves = invite.kind === 'move';
  return (
    <>
      <div className="brk-dialog-id brk-invite-head">
        {invite.number !== null && <Plate room={invite.number} size="xl" />}
        <ModalTitle>
          {moves ? person.movingTo(room.inSentence) : person.joinQuestion(room.inSentence)}
        </ModalTitle>
        {moves && invite.movesAt !== null && <TimeToMove movesAt={invite.movesAt} from={invite.at} />}
      </div>
      <ModalDescription>{useLead(invite, room)}</ModalDescription>
    </>
  );
}

function useLead({ kind, from }: InviteView, room: RoomWords): string {
  const { person } = useMessages();
  if (kind === 'unconfirmed') return person.notConfirmed;
  const who = displayName(from, '');
  if (who === '')
    return kind === 'move' ? person.isMovingPlain(room.numbered) : person.invitesPlain(room.numbered);
  const sender = nameInSentence(who);
  return kind === 'move' ? person.isMoving(sender, room.numbered) : person.invites(sender, room.numbered);
}

/** The ring with what is left. Waiting makes the whole longer, so the ring starts anew from what is left then. */
function TimeToMove({ movesAt, from }: { readonly movesAt: number; readonly from: number }) {
  const { common } = useMessages();
  const left = useRemaining(movesAt) ?? 0;
  const seconds = Math.ceil(left / 1000);
  return (
    <Countdown
      value={left}
      total={movesAt - from}
      text={seconds < 60 ? String(seconds) : common.clock(left)}
      label={common.seconds(seconds)}
    />
  );
}
