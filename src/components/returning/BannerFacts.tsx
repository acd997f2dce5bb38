'use client';

import { useMessages } from '../../hooks/kit.js';
import { useRemaining } from '../../hooks/useRemaining.js';
import { useView } from '../../hooks/useView.js';
import { ownHelpView, timeView } from '../../state/view/live.js';
import type { StayView } from '../../state/views.js';
import { PersonName } from '../parts/PersonName.js';
import { nameInSentence, type RoomWords } from '../person/roomWords.js';
import { MicToggle } from './MicToggle.js';
import { MoreTimeButton } from './MoreTimeButton.js';
import { SOON_MS } from './soon.js';

/** What is so in the room, in one line: who comes to help or how many are there, the time, the microphone. */
export function BannerFacts({ stay, room }: { readonly stay: StayView; readonly room: RoomWords }) {
  const { common, person } = useMessages();
  const help = useView(ownHelpView);
  const closing = stay.state === 'closing';
  const asked = help.since !== null && !closing;
  const { endsAt } = useView(timeView);
  const left = useRemaining(closing ? null : endsAt);
  const soon = left !== null && left <= SOON_MS;
  return (
    <span className="brk-banner-meta">
      {closing && (
        <span>
          <PersonName name={room.title} />
        </span>
      )}
      {asked && (
        <span>{help.claimedBy === null ? person.helpAsked : person.helpComes(inSentence(help.name))}</span>
      )}
      {stay.visiting && !closing && <span>{person.visiting}</span>}
      {stay.people !== null && !asked && !soon && <span>{common.people(stay.people)}</span>}
      {stay.forced && !closing && !asked && <span>{person.movedHereShort(inSentence(stay.movedBy))}</span>}
      {left !== null && <TimeLeft left={left} soon={soon} />}
      <MeetingEnd />
      <span>
        <MicToggle stay={stay} />
      </span>
    </span>
  );
}

const inSentence = (name: string | null): string | null => (name === null ? null : nameInSentence(name));

/** The time of the round, and the way to ask for more once there is little left. */
function TimeLeft({ left, soon }: { readonly left: number; readonly soon: boolean }) {
  const { common, person } = useMessages();
  const { canAsk } = useView(timeView);
  return (
    <span>
      <span className="brk-time-left" data-soon={soon ? '' : undefined}>
        {person.timeLeft(common.clock(left))}
      </span>
      {soon && canAsk && <MoreTimeButton kind="link" />}
    </span>
  );
}

/** The meeting itself ends, rooms and all: the service says so minutes before. */
function MeetingEnd() {
  const { common, person } = useMessages();
  const { meetingEndsAt } = useView(timeView);
  const left = useRemaining(meetingEndsAt);
  return left === null || left === 0 ? null : <span>{person.meetingEnds(common.clock(left))}</span>;
}
