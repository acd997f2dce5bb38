import type { BrokenRule } from '../state/brokenRules.js';
import type { Random } from '../random.js';
import type { Groups, PersonKey, RoomKey } from '../state/types.js';
import { createHall, type Hall } from './hall.js';
import { createMeetings } from './meetings.js';
import { meetNew } from './meetNew.js';
import { repeatsBound } from './repeatsBound.js';
import { seatByDesign } from './seatByDesign.js';
import { seatHall, seatsOf } from './seatByRules.js';
import {
  checkRooms,
  type SeatingRoom,
  type Seats,
  unmetBy,
  type Unplaced,
  unplacedOf,
  type Wishes,
  withoutSeat,
} from './seating.js';
import { shuffled } from './shuffled.js';

/** Trades tried for an effort of 1: so many, and so many more for each round. Well under a second for 150 people in five rounds. */
const TRADES = 80_000;

/** What several rounds start from. */
export interface RoundsAhead extends Wishes {
  /** Everybody who should get a seat in each round. Naming somebody twice seats them once. */
  readonly people: readonly PersonKey[];
  readonly rooms: readonly SeatingRoom[];
  /** Everything is drawn from here; the same seed plans the same. */
  readonly random: Pick<Random, 'below'>;
  /** How many rounds to plan: a whole number from 0. */
  readonly rounds: number;
  /**
   * Who sat together in the rounds that are over. They are counted and never changed: to plan the rest anew when somebody comes or
   * goes, hand in what was held, and ask for the rounds that are left. People who left are ignored.
   */
  readonly history?: readonly Groups[] | undefined;
  /** People who sit in one room in every round. They come back in the seats, even if `people` does not name them. */
  readonly placed?: Seats | undefined;
  /** How long to search: 2 is twice as long. It counts steps, never time, so a seed replays exactly. @defaultValue 1 */
  readonly effort?: number | undefined;
}

/** Several rounds, nearest first. */
export interface PlannedRounds {
  /** The seats of each round, people who stay first. */
  readonly rounds: readonly Map<PersonKey, RoomKey>[];
  /** By round, who found no seat. With too few seats people take turns. */
  readonly unplaced: readonly (readonly Unplaced[])[];
  /** By round, the rules that were not kept. */
  readonly unmet: readonly (readonly BrokenRule[])[];
  /**
   * Pairs that sit together in a planned round, counted once for each earlier meeting of the two, in the history or in a planned round
   * before. Two who meet three times and never before are 0 + 1 + 2 = 3. People kept together by a rule count like others.
   */
  readonly repeats: number;
  /**
   * No rounds of these sizes have fewer repeats: proven by counting, not by searching, so the best there is may be higher. People who
   * stay, and whoever the rules and the spread of the leads keep together or apart in these rounds, are taken as given.
   */
  readonly bound: number;
}

/**
 * Plans several rounds ahead in which as few pairs as possible meet again. Each round by itself is as good as {@link evenSplit} makes
 * it: everybody there is a seat for has one, rules come before sizes, sizes before leads, and all of them before new partners.
 *
 * Choosing round by round paints itself into a corner, so all rounds are improved together. They start from algebra
 * where the sizes allow it: pairs in any even number, rooms of up to as many people as there are rooms where
 * that number is a power of a prime, and fewer rounds of other numbers. 8 people in pairs meet no one twice in 7 rounds, 9 in threes in 4, 16 in
 * fours in 5.
 *
 * @throws TypeError for two rooms with one key, seats that are not a whole number, or rounds that are not one.
 *
 * @example
 * ```ts
 * const { rounds, repeats, bound } = planRounds({
 *   people: ['ana', 'ben', 'cem', 'dua'],
 *   rooms: [{ key: 'one', capacity: 2 }, { key: 'two', capacity: 2 }],
 *   random: createRandom(7),
 *   rounds: 3,
 * });
 * // everybody meets everybody once; repeats: 0, bound: 0
 * ```
 */
export function planRounds({
  people,
  rooms,
  random,
  rounds,
  history = [],
  placed = new Map(),
  effort = 1,
  ...wishes
}: RoundsAhead): PlannedRounds {
  checkRooms(rooms);
  if (!Number.isInteger(rounds) || rounds < 0)
    throw new TypeError(`${String(rounds)} rounds cannot be planned. Pass a whole number from 0.`);
  const known = new Set(rooms.map((room) => room.key));
  const kept = new Map([...placed].filter(([, room]) => known.has(room)));
  const waiting = withoutSeat(people, kept);
  const all = [...kept.keys(), ...shuffled(waiting, random)];
  const draw = () =>
    Array.from({ length: rounds }, () => createHall({ people: all, rooms, placed: kept, ...wishes }));
  const costOf = (halls: readonly Hall[]) => halls.reduce((sum, hall) => sum + hall.cost(), 0);

  const even = draw();
  for (const hall of even) seatHall(hall, random);
  const wanted = costOf(even);
  const designed = draw();
  const starts = seatByDesign(designed, even, random) ? [designed, even] : [even];
  let best = { halls: even, cost: Infinity, repeats: 0, bound: 0 };
  for (const halls of starts) {
    const meetings = createMeetings(halls, history);
    const steps = (TRADES * (rounds + 1) * effort) / starts.length;
    meetNew(meetings, random, steps, repeatsBound(meetings, history));
    const found = {
      halls,
      cost: costOf(halls),
      repeats: meetings.repeats(),
      bound: repeatsBound(meetings, history),
    };
    if (found.cost < best.cost || (found.cost === best.cost && found.repeats < best.repeats)) best = found;
    if (best.repeats === best.bound && best.cost <= wanted) break;
  }
  const { repeats, bound } = best;
  const seats = best.halls.map((hall) => seatsOf(hall, kept));
  return {
    rounds: seats,
    unplaced: seats.map((round) => unplacedOf(waiting, round)),
    unmet: seats.map((round) => unmetBy(round, wishes)),
    repeats,
    bound,
  };
}
