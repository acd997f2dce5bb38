'use client';

import { useEffect } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { graceOf, isClosingByTimer } from '../../state/timing.js';
import type { State } from '../../state/types.js';

const LAST_MINUTE = 60_000;

const endOf = ({ round }: State) => (round.phase === 'open' ? round.endsAt : null);

/** Says twice how the time goes: a minute before its end, and when it is up. A clock that is read out each second would drown all else. */
export function useTimeSpoken(): void {
  const { session, messages, announcer } = useKit('useTimeSpoken');
  const end = useView(endOf);
  const isUp = useView(isClosingByTimer);
  const grace = useView(graceOf);
  useEffect(() => {
    if (end === null) return undefined;
    const until = end - LAST_MINUTE - session.clock.now();
    // A round of a minute, or one that had less when this desk was drawn: nothing is new about it.
    if (until <= 0) return undefined;
    return session.clock.after(until, () => announcer.say(messages.desk.lastMinute));
  }, [session, messages, announcer, end]);
  useEffect(() => {
    if (isUp) announcer.say(messages.desk.timeUp(messages.common.clock(grace)));
  }, [messages, announcer, isUp, grace]);
}
