'use client';

import { useEffect, useRef } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useAnnounce, useView } from '../../hooks/useView.js';
import type { Messages } from '../../messages.js';
import type { State } from '../../state/types.js';
import { timeView } from '../../state/view/live.js';
import type { StayView } from '../../state/views.js';
import { nameInSentence, roomWords } from '../person/roomWords.js';

/** In the main room, with nothing to say about it. */
const AT_HOME = 'main';

/**
 * Says where somebody is whenever that changes: in a room, closing, reconnecting, back. A countdown is said once.
 * Where a notice tells it with its reason, the notice speaks.
 */
export function useStaySpoken(stay: StayView | null): void {
  const { messages, session } = useKit('useStaySpoken');
  const say = useAnnounce();
  const noticed = useView(isNoticed);
  const { endsAt } = useView(timeView);
  const said = useRef(AT_HOME);
  const occasion = stay === null ? AT_HOME : `${stay.state} ${stay.roomKey}`;
  // The time is asked for when it is said: a countdown draws nothing here.
  const sentence = (before: string): string => {
    const left = (until: number | null) => Math.max(0, (until ?? 0) - session.clock.now());
    if (stay?.state !== 'in-room') return inWords(messages, stay, left(stay?.closesAt ?? null));
    const where =
      before === `closing ${stay.roomKey}` ? messages.person.keptOpen : inWords(messages, stay, 0);
    return endsAt === null ? where : `${where} ${messages.person.timeLeftSpoken(left(endsAt))}`;
  };
  const latest = useRef(sentence);
  const noticeSpeaks = noticed && (stay === null || stay.forced);
  useEffect(() => {
    latest.current = sentence;
  });
  useEffect(() => {
    const before = said.current;
    if (occasion === before) return;
    said.current = occasion;
    if (!noticeSpeaks) say(latest.current(before));
  }, [occasion, noticeSpeaks, say]);
}

function inWords(messages: Messages, stay: StayView | null, left: number): string {
  const { common, person } = messages;
  if (stay === null) return person.backInMain;
  const room = roomWords(messages, stay).inSentence;
  switch (stay.state) {
    case 'in-room':
      if (stay.visiting) return person.visitingRoom(room);
      return stay.forced ? person.movedHere(moverOf(stay), room) : person.nowIn(room);
    case 'closing':
      return stay.calledBack ? person.calledBackSpoken(left) : person.closeIn(common.clock(left));
    case 'returning':
      return person.returning;
    case 'away':
      return person.reconnectingTo(room);
    default:
      return stay.state satisfies never;
  }
}

const moverOf = ({ movedBy }: StayView): string | null => (movedBy === null ? null : nameInSentence(movedBy));

const isNoticed = ({ notices }: State): boolean =>
  notices.some(({ subject }) => subject === 'ended' || subject === 'moved');
