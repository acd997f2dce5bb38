import type { PersonKey, RoomKey } from '../state/types.js';
import { planRounds, type RoundsAhead } from './planRounds.js';
import type { Seating } from './seating.js';

/** One round in which people meet others than before. */
export interface NewPeople extends Seating {
  /** Pairs of this round that sat together before, counted once for each time they did. */
  readonly repeats: number;
  /** Repeats that no such round can have fewer of, as {@link planRounds} proves it. */
  readonly bound: number;
}

/**
 * Seats one round so that as few pairs as possible meet again. Rules and even sizes come before new partners.
 *
 * Who plans several rounds this way one by one soon runs out of new partners: {@link planRounds} looks ahead.
 *
 * @throws TypeError for two rooms with one key, or seats that are not a whole number.
 *
 * @example
 * ```ts
 * const { seats, repeats } = meetNewPeople({
 *   people: ['ana', 'ben', 'cem', 'dua'],
 *   rooms: [{ key: 'one', capacity: 5 }, { key: 'two', capacity: 5 }],
 *   random: createRandom(7),
 *   history: [[['ana', 'ben'], ['cem', 'dua']]],
 * });
 * // ana meets cem or dua; repeats: 0
 * ```
 */
export function meetNewPeople(round: Omit<RoundsAhead, 'rounds'>): NewPeople {
  const { rounds, unplaced, unmet, repeats, bound } = planRounds({ ...round, rounds: 1 });
  const [[seats], [left], [broken]] = [rounds, unplaced, unmet];
  return {
    seats: seats ?? new Map<PersonKey, RoomKey>(),
    unplaced: left ?? [],
    unmet: broken ?? [],
    repeats,
    bound,
  };
}
