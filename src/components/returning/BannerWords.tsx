'use client';

import { useMessages } from '../../hooks/kit.js';
import { useRemaining } from '../../hooks/useRemaining.js';
import type { StayView } from '../../state/views.js';
import { PersonName } from '../parts/PersonName.js';
import { Spinner } from '../parts/Spinner.js';
import type { RoomWords } from '../person/roomWords.js';
import { BannerFacts } from './BannerFacts.js';

interface BannerWordsProps {
  readonly stay: StayView;
  readonly room: RoomWords;
}

/** The banner's words: the room, or what is happening to it, and what is so there. */
export function BannerWords({ stay, room }: BannerWordsProps) {
  return (
    <div className="brk-banner-text">
      <span className="brk-banner-title">
        <Title stay={stay} room={room} />
      </span>
      {stay.state === 'away' && stay.keptUntil !== null && <Kept until={stay.keptUntil} />}
      {(stay.state === 'in-room' || stay.state === 'closing') && <BannerFacts stay={stay} room={room} />}
    </div>
  );
}

function Title({ stay, room }: BannerWordsProps) {
  const { common, person } = useMessages();
  const left = useRemaining(stay.state === 'closing' ? stay.closesAt : null);
  switch (stay.state) {
    case 'in-room':
      return <PersonName name={room.title} />;
    case 'closing': {
      const inWords = stay.calledBack ? person.calledBackIn : person.closeIn;
      return <span className="brk-num">{inWords(common.clock(left ?? 0))}</span>;
    }
    case 'returning':
      return (
        <>
          <Spinner />
          {person.returning}
        </>
      );
    case 'away':
      return (
        <>
          <Spinner />
          {person.reconnectingTo(room.inSentence)}
        </>
      );
    default:
      return stay.state satisfies never;
  }
}

function Kept({ until }: { readonly until: number }) {
  const { common, person } = useMessages();
  const left = useRemaining(until) ?? 0;
  return (
    <span className="brk-banner-meta">
      <span>{person.placeKept(common.clock(left))}</span>
    </span>
  );
}
