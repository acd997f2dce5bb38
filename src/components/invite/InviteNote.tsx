'use client';

import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { stayView } from '../../state/view/self.js';
import type { InviteView } from '../../state/views.js';
import { Icon } from '../parts/Icon.js';
import { useRoomWords } from '../person/roomWords.js';

/** What happens to sound and microphone, in one note; or the warning about an unknown sender. */
export function InviteNote({ invite }: { readonly invite: InviteView }) {
  const { person } = useMessages();
  const sound = useSoundSentence();
  if (invite.kind === 'unconfirmed')
    return (
      <p className="brk-dialog-note" data-level="warn">
        <Icon name="shield" />
        <span>{person.notConfirmedWarn}</span>
      </p>
    );
  if (invite.kind === 'move')
    return (
      <p className="brk-dialog-note">
        <Icon name={invite.micOn ? 'mic' : 'micoff'} />
        <span>{invite.micOn ? person.arriveHeard : person.arriveMuted}</span>
      </p>
    );
  return (
    <p className="brk-dialog-note">
      <Icon name="muted" />
      <span>
        {sound} {invite.micOn ? person.micStaysOn : person.micStaysOff}
      </span>
    </p>
  );
}

/** From a room, joining another means leaving this one; from main, the main room falls silent in the way that was chosen. */
function useSoundSentence(): string {
  const { person } = useMessages();
  const wanted = useView((state) => state.self.sound.wanted);
  const stay = useView(stayView);
  const here = useRoomWords(stay ?? { number: null, name: null });
  if (stay !== null) return person.leavesRoom(here.inSentence);
  if (wanted === 'muted') return person.soundMutes;
  return wanted === 'listening' ? person.soundStays : person.soundPauses;
}
