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
  const stay = useView(stayView);
  const here = useRoomWords(stay ?? { number: null, name: null });
  const leaves = stay === null ? null : person.leavesRoom(here.inSentence);
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
        <span>
          {leaves} {invite.micOn ? person.arriveHeard : person.arriveMuted}
        </span>
      </p>
    );
  return (
    <p className="brk-dialog-note">
      <Icon name="muted" />
      <span>
        {leaves ?? sound} {invite.micOn ? person.micStaysOn : person.micStaysOff}
      </span>
    </p>
  );
}

/** The main room falls silent in the way that was chosen. From a breakout room it is silent already. */
function useSoundSentence(): string {
  const { person } = useMessages();
  const wanted = useView((state) => state.self.sound.wanted);
  if (wanted === 'muted') return person.soundMutes;
  return wanted === 'listening' ? person.soundStays : person.soundPauses;
}
