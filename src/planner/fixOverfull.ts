import type { Random } from '../random.js';
import type { PersonKey, RoomKey } from '../state/types.js';
import { placeRemaining } from './placeRemaining.js';
import { checkRooms, occupancy, type SeatingRoom, type Seats } from './seating.js';

/**
 * Moves just enough people out of rooms that are over their capacity: whoever was seated last and is not locked goes to the
 * smallest rooms with space, and when all are full, to nowhere (not assigned). A room full of locked people stays over.
 *
 * @returns The same seats when no room is over.
 * @throws TypeError for two rooms with one key, or seats that are not a whole number.
 */
export function fixOverfull({
  seats,
  rooms,
  locked,
  random,
}: {
  readonly seats: Seats;
  readonly rooms: readonly SeatingRoom[];
  readonly locked: ReadonlySet<PersonKey>;
  readonly random: Pick<Random, 'below'>;
}): Seats {
  checkRooms(rooms);
  const counts = occupancy(rooms, seats);
  const over = new Map<RoomKey, number>(
    rooms.map((room, at) => [room.key, Math.max(0, (counts[at] ?? 0) - room.capacity)]),
  );

  const leaving: PersonKey[] = [];
  for (const [person, room] of [...seats].toReversed()) {
    const left = over.get(room) ?? 0;
    if (left === 0 || locked.has(person)) continue;
    over.set(room, left - 1);
    leaving.push(person);
  }
  if (leaving.length === 0) return seats;

  const staying = new Map(seats);
  for (const person of leaving) staying.delete(person);
  return placeRemaining({ people: leaving, seats: staying, rooms, random }).seats;
}
