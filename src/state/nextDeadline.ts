/** The next moment at which something falls due by itself, or `null`. The session keeps one timer for the answer. */
import type { State } from './types.js';

/** Moments that have passed (`state.at`) are not asked for again: what they were for is done, or being done. */
export function nextDeadline(state: State): number | null {
  let next: number | null = null;
  const due = (at: number | null) => {
    if (at !== null && at > state.at && (next === null || at < next)) next = at;
  };
  const { attempt, invite, recallAt } = state.self;
  if (attempt && !attempt.failure && !attempt.slow) due(attempt.slowAt);
  due(invite?.movesAt ?? null);
  due(recallAt);
  due(state.round.closesAt);
  for (const person of state.people.values()) {
    due(person.awayUntil);
    if (person.place.at === 'invited') due(person.place.since + state.times.invite);
  }
  return next;
}
