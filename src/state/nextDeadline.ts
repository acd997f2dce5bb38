/** The next moment at which something falls due by itself, or `null`. The session keeps one timer for the answer. */
import { LIMITS } from './deadlines.js';
import { JOIN_TOLD_MS } from './presence.js';
import type { State } from './types.js';

/** Moments that have passed (`state.at`) are not asked for again: what they were for is done, or being done. */
export function nextDeadline(state: State): number | null {
  let next: number | null = null;
  const due = (at: number | null) => {
    // A limit that a host switched off (`Infinity`) never falls due.
    if (at !== null && Number.isFinite(at) && at > state.at && (next === null || at < next)) next = at;
  };
  /** What the next tick of the clock ends for good: if its moment has passed already, at once. */
  const ends = (at: number) => due(Math.max(at, state.at + 1));
  const { attempt, invite, offer, recallAt } = state.self;
  if (attempt && !attempt.failure && !attempt.slow) due(attempt.slowAt);
  due(invite?.movesAt ?? null);
  due(recallAt);
  if (offer?.asked) ends(offer.asked.until);
  due(state.round.closesAt);
  if (state.round.phase === 'open' && state.round.endsAt !== null) ends(state.round.endsAt);
  for (const person of state.people.values()) {
    const { awayUntil, clientId, place, key, backAt } = person;
    // One's own place is given up by the session, once.
    if (key === state.self.key) due(awayUntil);
    else if (awayUntil !== null && clientId === null) ends(awayUntil);
    if (backAt !== null) ends(backAt + LIMITS.wire);
    if (place.at === 'invited') ends(place.since + state.times.invite);
    if (place.at === 'joining' && key !== state.self.key) ends(place.since + JOIN_TOLD_MS);
  }
  return next;
}
