import type { Random } from '../random.js';
import type { PersonKey, RoomKey } from '../state/types.js';
import { shuffled } from './shuffled.js';
import {
  checkRooms,
  occupancy,
  type Seating,
  type SeatingRoom,
  type Seats,
  unplacedOf,
  withoutSeat,
} from './seating.js';
import { waterFill } from './waterFill.js';

/** What an even split starts from. */
export interface EvenSplit {
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
 * Seats people evenly and at random: rooms differ by one at most, unless one is full or people who stay made it larger.
 * What cannot be divided goes to the first rooms. Rooms are never filled above their capacity, and nobody is moved out of one
 * that already was.
 *
 * @returns The seats, people who stay first, and whoever found none. Nobody is lost or seated twice.
 * @throws TypeError for two rooms with one key, or seats that are not a whole number.
 */
export function evenSplit({ people, rooms, random, placed = new Map() }: EvenSplit): Seating {
  checkRooms(rooms);
  const known = new Set(rooms.map((room) => room.key));
  const seats = new Map<PersonKey, RoomKey>();
  for (const [person, room] of placed) if (known.has(room)) seats.set(person, room);

  const waiting = withoutSeat(people, seats);
  const taken = occupancy(rooms, seats);
  const places = waterFill(
    rooms.map((room, at) => ({ taken: taken[at] ?? 0, capacity: room.capacity })),
    waiting.length,
  );

  const drawn = shuffled(waiting, random);
  let next = 0;
  rooms.forEach((room, at) => {
    const end = next + (places[at] ?? 0);
    for (const person of drawn.slice(next, end)) seats.set(person, room.key);
    next = end;
  });
  return { seats, unplaced: unplacedOf(waiting, seats) };
}
