'use client';

import { useRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useRemaining } from '../../hooks/useRemaining.js';
import type { StayView } from '../../state/views.js';
import { useAnnounceOnce } from '../person/useAnnounceOnce.js';
import { roomWords } from '../person/roomWords.js';

/** Says where somebody is whenever that changes: in a room, closing, reconnecting, back. A countdown is said once. */
export function useStaySpoken(stay: StayView | null): void {
  const messages = useMessages();
  const { common, person } = messages;
  const wasAway = useRef(false);
  const left = useRemaining(stay?.state === 'closing' ? stay.closesAt : null);
  if (stay !== null) wasAway.current = true;
  const room = roomWords(messages, stay ?? { number: null, name: null }).inSentence;
  const sentence = () => {
    switch (stay?.state) {
      case undefined:
        return person.backInMain;
      case 'in-room':
        return stay.forced ? person.movedHere(room) : person.nowIn(room);
      case 'closing':
        return person.closeIn(common.clock(left ?? 0));
      case 'returning':
        return person.returning;
      case 'away':
        return person.reconnectingTo(room);
    }
  };
  const occasion = stay === null ? (wasAway.current ? 'main' : null) : `${stay.state} ${stay.roomKey}`;
  useAnnounceOnce(occasion, sentence());
}
