import type { Random } from '../random.js';
import type { PersonKey } from '../state/types.js';
import { evenSplit } from './evenSplit.js';
import { withoutSeat, type Seating, type SeatingRoom, type Seats } from './seating.js';

/**
 * Seats whoever has no seat yet in the smallest rooms, and moves nobody.
 *
 * @param rooms - The rooms to fill. Seats in others are kept as they are.
 * @throws TypeError for two rooms with one key, or seats that are not a whole number.
 */
export function placeRemaining({
  people,
  seats,
  rooms,
  random,
}: {
  readonly people: readonly PersonKey[];
  readonly seats: Seats;
  readonly rooms: readonly SeatingRoom[];
  readonly random: Pick<Random, 'below'>;
}): Seating {
  const remaining = withoutSeat(people, seats);
  const drawn = evenSplit({ people: remaining, rooms, random, placed: seats });
  return { seats: new Map([...seats, ...drawn.seats]), unplaced: drawn.unplaced };
}
