'use client';

import { useEffect, useRef } from 'react';
import { useKit, useMessages } from '../../hooks/kit.js';
import { useRemaining } from '../../hooks/useRemaining.js';
import { useAnnounce, useView } from '../../hooks/useView.js';
import { ownHelpView, timeView } from '../../state/view/live.js';
import type { OwnHelpView, StayView } from '../../state/views.js';
import { useAnnounceOnce } from '../person/useAnnounceOnce.js';
import { nameInSentence } from '../person/roomWords.js';
import { SOON_MS } from './soon.js';

/** What is only heard of a stay: changes of the time, a last warning, what becomes of a call for help. Nothing is seen. */
export function BannerSpoken({ stay }: { readonly stay: StayView }) {
  useHelpSpoken();
  useTimeSpoken(stay);
  useLastWarning(stay);
  useWishSpoken();
  return null;
}

/** A wish for more time is on its way. */
function useWishSpoken(): void {
  const { person } = useMessages();
  const { askedAt, meetingEndsAt } = useView(timeView);
  const left = useRemaining(meetingEndsAt);
  useAnnounceOnce(askedAt, person.askedForTime);
  useAnnounceOnce(meetingEndsAt, person.meetingEndsSpoken(left ?? 0));
}

function useHelpSpoken(): void {
  const { person } = useMessages();
  const say = useAnnounce();
  const help = useView(ownHelpView);
  const before = useRef(help);
  useEffect(() => {
    const was = before.current;
    before.current = help;
    const news = helpNews(was, help);
    if (news === 'asked') say(person.helpAskedSpoken);
    else if (news === 'comes') say(`${person.helpComes(help.name && nameInSentence(help.name))}.`);
    else if (news === 'turned-back') say(person.helpTurnedBack);
    else if (news === 'over') say(person.helpOver);
  }, [help, person, say]);
}

function helpNews(was: OwnHelpView, now: OwnHelpView): 'asked' | 'comes' | 'turned-back' | 'over' | null {
  if (was.since === null) return now.since === null ? null : 'asked';
  if (now.since === null) return 'over';
  if (was.claimedBy === now.claimedBy) return null;
  return now.claimedBy === null ? 'turned-back' : 'comes';
}

/** A moderator changes the time while somebody is in the room. Where the stay itself changes, that is what is said. */
function useTimeSpoken({ state }: StayView): void {
  const { messages, session } = useKit('useTimeSpoken');
  const { person } = messages;
  const say = useAnnounce();
  const { endsAt } = useView(timeView);
  const before = useRef({ state, endsAt });
  useEffect(() => {
    const was = before.current;
    before.current = { state, endsAt };
    if (was.state !== 'in-room' || state !== 'in-room' || was.endsAt === endsAt) return;
    if (endsAt === null) {
      say(person.noMoreTimer);
      return;
    }
    const left = Math.max(0, endsAt - session.clock.now());
    if (was.endsAt === null) say(person.timeLeftSpoken(left));
    else say((endsAt > was.endsAt ? person.moreTime : person.lessTime)(left));
  }, [state, endsAt, session, person, say]);
}

/** Little time left, said once for each end. Who came in the last minute was told on the way in. */
function useLastWarning({ state }: StayView): void {
  const { person } = useMessages();
  const say = useAnnounce();
  const { endsAt } = useView(timeView);
  const left = useRemaining(state === 'in-room' ? endsAt : null);
  const armed = useRef<number | null>(null);
  useEffect(() => {
    if (left === null) return;
    if (left > SOON_MS) armed.current = endsAt;
    else if (armed.current !== null) {
      const isSame = armed.current === endsAt;
      armed.current = null;
      if (isSame) say(person.timeLeftSpoken(left));
    }
  }, [left, endsAt, person, say]);
}
