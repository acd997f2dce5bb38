import type { Random } from '../random.js';
import type { PersonKey, RoomKey } from '../state/types.js';
import { evenSplit } from './evenSplit.js';
import { seatByRules } from './seatByRules.js';
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
import { shuffled } from './shuffled.js';

/** What a reshuffle starts from. */
export interface Reshuffle extends Wishes {
  /** Everybody who is drawn again. Seats of others, such as a moderator placed by hand, stay. */
  readonly people: readonly PersonKey[];
  readonly rooms: readonly SeatingRoom[];
  readonly random: Pick<Random, 'below'>;
  /** Who sits where now. */
  readonly present: Seats;
  /** People who keep their present seats. Without a seat there is nothing to keep, and they are drawn like others. */
  readonly locked: ReadonlySet<PersonKey>;
}

/** Enough to be fair among the other splits; where there are very few, the exchange ends what chance does not. */
const DRAWS = 8;

/**
 * Draws an even split again, and really another one: who presses Reshuffle and sees nothing move thinks it is broken.
 * The seats stay the same only where no other even split exists, as with everybody locked or a single room for all; by rules or with
 * leads, where none was found that is as good as this one. Rules are kept as {@link evenSplit} keeps them.
 *
 * @throws TypeError for two rooms with one key, or seats that are not a whole number.
 */
export function reshuffle({ people, rooms, random, present, locked, ...wishes }: Reshuffle): Seating {
  const drawn = new Set(people);
  const placed = new Map([...present].filter(([person]) => locked.has(person) || !drawn.has(person)));
  const draw = { people, rooms, random, placed, ...wishes };
  if (wishesAny(wishes)) return anew(draw, present);

  let seating = evenSplit(draw);
  for (let draws = 1; draws < DRAWS && equal(seating.seats, present); draws += 1) seating = evenSplit(draw);
  if (!equal(seating.seats, present)) return seating;
  const seats = exchanged(seating, placed, rooms, random);
  return { seats, unplaced: unplacedOf(people, seats), unmet: unmetBy(seats, wishes) };
}

/** By rules there may be few other splits, and the search has to look for one. */
function anew(
  { people, rooms, random, placed, ...wishes }: Omit<Reshuffle, 'present' | 'locked'> & { placed: Seats },
  present: Seats,
): Seating {
  checkRooms(rooms);
  const known = new Set(rooms.map((room) => room.key));
  const kept = new Map([...placed].filter(([, room]) => known.has(room)));
  const all = [...kept.keys(), ...shuffled(withoutSeat(people, kept), random)];
  const seats = seatByRules({ people: all, rooms, placed: kept, ...wishes }, random, present);
  return { seats, unplaced: unplacedOf(people, seats), unmet: unmetBy(seats, wishes) };
}

function equal(seats: Seats, present: Seats): boolean {
  if (seats.size !== present.size) return false;
  for (const [person, room] of seats) if (present.get(person) !== room) return false;
  return true;
}

/** The nearest other split of the same sizes: two people trade places, or one goes to a room that is one smaller. */
function exchanged(
  { seats: before, unplaced }: Seating,
  placed: Seats,
  rooms: readonly SeatingRoom[],
  random: Pick<Random, 'below'>,
): Map<PersonKey, RoomKey> {
  const seats = new Map(before);
  const free = shuffled(
    [...before].filter(([person]) => !placed.has(person)),
    random,
  );
  const first = free[0];
  if (first === undefined) return seats;
  const [person, room] = first;

  const other = free.find((seat) => seat[1] !== room);
  if (other !== undefined) return seats.set(person, other[1]).set(other[0], room);

  const waiting = shuffled(unplaced, random)[0];
  if (waiting !== undefined) {
    seats.delete(person);
    return seats.set(waiting.person, room);
  }

  const smaller = oneSmaller(rooms, seats, room);
  return smaller === undefined ? seats : seats.set(person, smaller);
}

function oneSmaller(rooms: readonly SeatingRoom[], seats: Seats, than: RoomKey): RoomKey | undefined {
  const sizes = occupancy(rooms, seats);
  const size = sizes[rooms.findIndex((room) => room.key === than)] ?? 0;
  return rooms.find((room, at) => sizes[at] === size - 1 && size <= room.capacity)?.key;
}
