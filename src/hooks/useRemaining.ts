'use client';
import { useEffect, useState } from 'react';
import type { Clock } from '../clock.js';
import { useKit } from './kit.js';

/**
 * Counts down to a moment of the session's clock, once a second, on the second.
 *
 * @param deadline - A moment of the session's clock, or `null` for none.
 * @returns Milliseconds left, never below 0; `null` without a deadline.
 */
export function useRemaining(deadline: number | null): number | null {
  const { clock } = useKit('useRemaining').session;
  const now = useTick(clock, deadline);
  return deadline === null ? null : Math.max(0, deadline - now);
}

/**
 * Counts up from a moment of the session's clock, once a second.
 *
 * @returns Milliseconds since then, never below 0; `null` without a moment.
 */
export function useElapsed(since: number | null): number | null {
  const { clock } = useKit('useElapsed').session;
  const now = useTick(clock, since);
  return since === null ? null : Math.max(0, now - since);
}

/** The clock's time, drawn again each time its distance to `moment` passes a full second. */
function useTick(clock: Clock, moment: number | null): number {
  const [seen, setSeen] = useState({ clock, moment, now: clock.now() });
  // A moment of its own starts with its own now: a countdown must not show the second before it was set.
  const fresh = seen.clock === clock && seen.moment === moment;
  const now = fresh ? seen.now : clock.now();
  useEffect(() => {
    if (moment === null) return undefined;
    let cancel = () => {};
    // A countdown stops at its end; counting up has none.
    const ends = moment > clock.now();
    const tick = () => {
      const at = clock.now();
      setSeen({ clock, moment, now: at });
      if (ends && at >= moment) return;
      const past = (((at - moment) % 1000) + 1000) % 1000;
      cancel = clock.after(1000 - past, tick);
    };
    tick();
    return () => cancel();
  }, [clock, moment]);
  return now;
}
