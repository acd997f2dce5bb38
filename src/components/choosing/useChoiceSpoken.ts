'use client';

import { useEffect, useRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useAnnounce, useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import type { OfferView } from '../../state/views.js';
import { refusalWords, seatWords } from './choiceWords.js';

/**
 * Says once that rooms may be chosen, what came of each pick, and when it is over. Seats that others take are read by who wants
 * to, not spoken: in a large meeting they change all the time.
 */
export function useChoiceSpoken(offer: OfferView | null): void {
  const messages = useMessages();
  const say = useAnnounce();
  const isOver = useView(noOffer);
  const before = useRef<OfferView | null>(null);
  useEffect(() => {
    const was = before.current;
    before.current = offer;
    const { person } = messages;
    // Somebody who was waiting for an answer is told by a notice; somebody in a room finds the offer again in main.
    if (offer === null) {
      if (was !== null && !was.asking && isOver) say(person.choiceOver);
      return;
    }
    if (was?.at !== offer.at) {
      say(`${person.chooseRoom}. ${person.chooseLead}`);
      return;
    }
    const refusal = refusalWords(messages, offer);
    if (refusal !== null && was.refused === null) say(refusal);
    else if (was.chosen !== offer.chosen) say(seatWords(messages, offer));
  }, [offer, isOver, messages, say]);
}

const noOffer = ({ self }: State): boolean => self.offer === null;
