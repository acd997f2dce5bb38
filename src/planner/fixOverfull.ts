import type { Random } from '../random.js';
import type { PersonKey, RoomKey } from '../state/types.js';
import { createHall } from './hall.js';
import { placeRemaining } from './placeRemaining.js';
import { checkRooms, occupancy, type SeatingRoom, type Seats, type Wishes, wishesAny } from './seating.js';

/**
 * Moves just enough people out of rooms that are over their capacity: whoever was seated last and is not locked goes to the
 * smallest rooms with space, and when all are full, to nowhere (not assigned). A room full of locked people stays over.
 *
 * With rules or leads, those go first whose move breaks no rule, to a room where it breaks none, and then those who leave the leads most
 * evenly spread; whoever was seated last is chosen among equals. No more people move than without rules.
 *
 * @returns The same seats when no room is over.
 * @throws TypeError for two rooms with one key, or seats that are not a whole number.
 */
export function fixOverfull({
  seats,
  rooms,
  locked,
  random,
  ...wishes
}: {
  readonly seats: Seats;
  readonly rooms: readonly SeatingRoom[];
  readonly locked: ReadonlySet<PersonKey>;
  readonly random: Pick<Random, 'below'>;
} & Wishes): Seats {
  checkRooms(rooms);
  if (wishesAny(wishes)) return fixByRules({ seats, rooms, locked, ...wishes });
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

/** One person after the other: whoever's move costs least, and where it does. */
function fixByRules({
  seats,
  rooms,
  locked,
  ...wishes
}: {
  readonly seats: Seats;
  readonly rooms: readonly SeatingRoom[];
  readonly locked: ReadonlySet<PersonKey>;
} & Wishes): Seats {
  const known = new Set(rooms.map((room) => room.key));
  const people = [...seats].flatMap(([person, room]) => (known.has(room) ? [person] : []));
  const hall = createHall({ people, rooms, placed: seats, ...wishes });
  const latest = people.map((_, who) => who).toReversed();
  const moved = new Map(seats);
  for (const from of rooms.keys()) {
    while (hall.space(from) < 0) {
      let cheapest: { who: number; to: number; cost: number } | undefined;
      const free = rooms.flatMap((_, room) => (hall.space(room) > 0 ? [room] : []));
      for (const who of latest) {
        if (hall.at[who] !== from || locked.has(people[who] ?? '')) continue;
        for (const to of free.length > 0 ? free : [hall.bench]) {
          const cost = hall.change(who, to);
          if (!cheapest || cost < cheapest.cost) cheapest = { who, to, cost };
        }
      }
      if (!cheapest) break;
      const { who, to } = cheapest;
      const person = people[who] ?? '';
      hall.move(who, to);
      moved.delete(person);
      const room = rooms[to];
      if (room) moved.set(person, room.key);
    }
  }
  return moved.size === seats.size && [...seats].every(([person, room]) => moved.get(person) === room)
    ? seats
    : moved;
}
