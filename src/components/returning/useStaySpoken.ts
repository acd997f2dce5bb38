'use client';

import { useEffect, useRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useRemaining } from '../../hooks/useRemaining.js';
import { useAnnounce, useView } from '../../hooks/useView.js';
import type { Messages } from '../../messages.js';
import type { State } from '../../state/types.js';
import type { StayView } from '../../state/views.js';
import { roomWords } from '../person/roomWords.js';

/** In the main room, with nothing to say about it. */
const AT_HOME = 'main';

/**
 * Says where somebody is whenever that changes: in a room, closing, reconnecting, back. A countdown is said once.
 * Where a notice tells it with its reason, the notice speaks.
 */
export function useStaySpoken(stay: StayView | null): void {
  const messages = useMessages();
  const say = useAnnounce();
  const noticed = useView(isNoticed);
  const left = useRemaining(stay?.state === 'closing' ? stay.closesAt : null);
  const said = useRef(AT_HOME);
  const occasion = stay === null ? AT_HOME : `${stay.state} ${stay.roomKey}`;
  const sentence = inWords(messages, stay, left ?? 0);
  const noticeSpeaks = noticed && (stay === null || stay.forced);
  useEffect(() => {
    if (occasion === said.current) return;
    said.current = occasion;
    if (!noticeSpeaks) say(sentence);
  }, [occasion, noticeSpeaks, sentence, say]);
}

function inWords(messages: Messages, stay: StayView | null, left: number): string {
  const { common, person } = messages;
  if (stay === null) return person.backInMain;
  const room = roomWords(messages, stay).inSentence;
  switch (stay.state) {
    case 'in-room':
      return stay.forced ? person.movedHere(room) : person.nowIn(room);
    case 'closing':
      return person.closeIn(common.clock(left));
    case 'returning':
      return person.returning;
    case 'away':
      return person.reconnectingTo(room);
    default:
      return stay.state satisfies never;
  }
}

const isNoticed = ({ notices }: State): boolean =>
  notices.some(({ subject }) => subject === 'ended' || subject === 'moved');
