import type { Random } from '../random.js';
import type { PersonKey, RoomKey } from '../state/types.js';
import { seatByRules } from './seatByRules.js';
import { shuffled } from './shuffled.js';
import {
  checkRooms,
  occupancy,
  type Seating,
  type SeatingRoom,
  type Seats,
  unmetBy,
  unplacedOf,
  type Wishes,
  wishesAny,
  withoutSeat,
} from './seating.js';
import { waterFill } from './waterFill.js';

/** What an even split starts from. */
export interface EvenSplit extends Wishes {
  /** Everybody who should get a seat. Naming somebody twice seats them once. */
  readonly people: readonly PersonKey[];
  readonly rooms: readonly SeatingRoom[];
  /** Who sits where is drawn from here; the same seed draws the same. */
  readonly random: Pick<Random, 'below'>;
  /**
   * People who stay where they are: locked, or placed by hand. They count, and come back in the seats, even if `people` does
   * not name them. A seat in a room that is not among `rooms` is no seat.
   */
  readonly placed?: Seats;
}

/**
 * Seats people evenly and at random. Rooms are never filled above their capacity, nobody is moved out of one that already was, and
 * nobody is lost or seated twice.
 *
 * Without rules, rooms differ by one at most, unless one is full or people who stay made it larger; what cannot be divided goes to
 * the first rooms. Leads are spread as evenly as that allows.
 *
 * With rules, what matters more is never given up for what matters less: first everybody there is a seat for gets one, even where
 * that breaks a rule, because a person without a room is worse off than a rule; then the fewest pairs are parted or put together
 * against the rules; then the sizes are as even as they can be; then the leads. So rooms differ by more than one only where people
 * who are kept together or apart, full rooms, or people who stay force it. Rules are kept by a search: it finds a seating that breaks none
 * in every case small enough to try them all, and in the others nearly always. `unmet` names what it did not keep, so no rule is
 * ever broken silently; rules that contradict each other are named the same way.
 *
 * @returns The seats, people who stay first, whoever found none, and the rules not kept.
 * @throws TypeError for two rooms with one key, or seats that are not a whole number.
 *
 * @example
 * ```ts
 * const { seats, unmet } = evenSplit({
 *   people: ['ana', 'ben', 'cem', 'dua'],
 *   rooms: [{ key: 'one', capacity: 5 }, { key: 'two', capacity: 5 }],
 *   random: createRandom(7),
 *   leads: new Set(['ana', 'dua']),
 *   rules: { together: [['ana', 'ben']], apart: [['ben', 'cem']], leadEach: true },
 * });
 * // seats: ana and ben in one room, cem and dua in the other; unmet: []
 * ```
 */
export function evenSplit({ people, rooms, random, placed = new Map(), ...wishes }: EvenSplit): Seating {
  checkRooms(rooms);
  const known = new Set(rooms.map((room) => room.key));
  const kept = new Map<PersonKey, RoomKey>();
  for (const [person, room] of placed) if (known.has(room)) kept.set(person, room);

  const waiting = withoutSeat(people, kept);
  const drawn = shuffled(waiting, random);
  const seats = wishesAny(wishes)
    ? seatByRules({ people: [...kept.keys(), ...drawn], rooms, placed: kept, ...wishes }, random)
    : seatInOrder(drawn, rooms, kept);
  return { seats, unplaced: unplacedOf(waiting, seats), unmet: unmetBy(seats, wishes) };
}

function seatInOrder(
  drawn: readonly PersonKey[],
  rooms: readonly SeatingRoom[],
  kept: Seats,
): Map<PersonKey, RoomKey> {
  const seats = new Map(kept);
  const taken = occupancy(rooms, seats);
  const places = waterFill(
    rooms.map((room, at) => ({ taken: taken[at] ?? 0, capacity: room.capacity })),
    drawn.length,
  );
  let next = 0;
  rooms.forEach((room, at) => {
    const end = next + (places[at] ?? 0);
    for (const person of drawn.slice(next, end)) seats.set(person, room.key);
    next = end;
  });
  return seats;
}
