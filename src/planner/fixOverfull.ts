import type { Random } from '../random.js';
import type { PersonKey } from '../state/types.js';
import { createHall } from './hall.js';
import { placeRemaining } from './placeRemaining.js';
import { checkRooms, type SeatingRoom, type Seats, type Wishes } from './seating.js';

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
  const hall = createHall({ people: [...seats.keys()], rooms, placed: seats, ...wishes });
  const { people, at, bench, space, change, move } = hall;
  const staying = new Map(seats);
  for (const room of rooms.keys()) {
    while (space(room) < 0) {
      const open = [...rooms.keys()].filter((other) => space(other) > 0);
      let leaving = -1;
      let best = bench;
      let least = Infinity;
      for (let who = people.length - 1; who >= 0; who -= 1) {
        if (at[who] !== room || locked.has(people[who] as PersonKey)) continue;
        for (const to of open.length > 0 ? open : [bench]) {
          const cost = change(who, to);
          if (cost < least) [leaving, best, least] = [who, to, cost];
        }
      }
      if (leaving < 0) break;
      staying.delete(people[leaving] as PersonKey);
      move(leaving, best);
    }
  }
  if (staying.size === seats.size) return seats;
  const leaving = [...seats.keys()].filter((person) => !staying.has(person));
  return placeRemaining({ people: leaving, seats: staying, rooms, random, ...wishes }).seats;
}
