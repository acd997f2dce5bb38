'use client';
import { useMemo } from 'react';
import { timeView } from '../state/view/live.js';
import { useRemaining } from './useRemaining.js';
import { useView } from './useView.js';

/** What {@link useCountdown} gives. All times in milliseconds, never below 0. */
export interface CountdownTimes {
  /** Left of the round; `null` without a timer. */
  readonly left: number | null;
  /** What the round had when its time was set or the rooms opened; `null` without a timer. */
  readonly total: number | null;
  /** While rooms close: until people are brought back. `null` otherwise. */
  readonly closing: number | null;
  /** How long rooms take to close. */
  readonly grace: number;
  /** Until the meeting itself ends, where the service has said so; `null` otherwise. */
  readonly meeting: number | null;
}

/**
 * Counts down what counts while rooms are open: the round's own time, the time to come back, and the meeting's. Draws again
 * once a second, so keep it in a small component. Everybody counts to the same moments, by their own clock.
 *
 * @example
 * ```tsx
 * const { left } = useCountdown();
 * return left === null ? null : <p>{Math.ceil(left / 60_000)} minutes left</p>;
 * ```
 */
export function useCountdown(): CountdownTimes {
  const { endsAt, startedAt, closesAt, graceMs, meetingEndsAt } = useView(timeView);
  const left = useRemaining(endsAt);
  const closing = useRemaining(closesAt);
  const meeting = useRemaining(meetingEndsAt);
  return useMemo(
    () => ({
      left,
      total: endsAt === null || startedAt === null ? null : Math.max(0, endsAt - startedAt),
      closing,
      grace: graceMs,
      meeting,
    }),
    [left, endsAt, startedAt, closing, graceMs, meeting],
  );
}
