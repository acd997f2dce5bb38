import type { Random } from '../random.js';
import type { PersonKey } from '../state/types.js';
import { evenSplit } from './evenSplit.js';
import { type Seating, type SeatingRoom, type Seats, unmetBy, type Wishes, withoutSeat } from './seating.js';

/**
 * Seats whoever has no seat yet in the smallest rooms, and moves nobody.
 *
 * Rules are kept as {@link evenSplit} keeps them, as far as those who stay allow.
 *
 * @param rooms - The rooms to fill. Seats in others are kept as they are.
 * @throws TypeError for two rooms with one key, or seats that are not a whole number.
 */
export function placeRemaining({
  people,
  seats,
  rooms,
  random,
  ...wishes
}: {
  readonly people: readonly PersonKey[];
  readonly seats: Seats;
  readonly rooms: readonly SeatingRoom[];
  readonly random: Pick<Random, 'below'>;
} & Wishes): Seating {
  const remaining = withoutSeat(people, seats);
  const drawn = evenSplit({ people: remaining, rooms, random, placed: seats, ...wishes });
  const all = new Map([...seats, ...drawn.seats]);
  return { seats: all, unplaced: drawn.unplaced, unmet: unmetBy(all, wishes) };
}
