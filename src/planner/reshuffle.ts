import type { Random } from '../random.js';
import type { PersonKey } from '../state/types.js';
import { evenSplit } from './evenSplit.js';
import { createHall, type Hall } from './hall.js';
import { seatsOf } from './seatByRules.js';
import { type Seating, type SeatingRoom, type Seats, unmetBy, unplacedOf, type Wishes } from './seating.js';
import { shuffled } from './shuffled.js';
import { trade } from './trade.js';

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
/** Steps from the present seats before every single one is tried. */
const STEPS = 500;

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

  let seating = evenSplit(draw);
  for (let draws = 1; draws < DRAWS && equal(seating.seats, present); draws += 1) seating = evenSplit(draw);
  if (!equal(seating.seats, present)) return seating;
  const all = [...new Set([...present.keys(), ...people])].filter(
    (person) => drawn.has(person) || placed.has(person),
  );
  const hall = createHall({ people: shuffled(all, random), rooms, placed, ...wishes });
  for (const who of hall.free) {
    const room = rooms.findIndex(({ key }) => key === present.get(hall.people[who] as string));
    if (room >= 0) hall.move(who, room);
  }
  seatOtherwise(hall, random);
  const seats = seatsOf(hall, placed);
  return { seats, unplaced: unplacedOf([...drawn], seats), unmet: unmetBy(seats, wishes) };
}

/** Goes to a near split that is as good: people trade places, one with one or group by group, or go where there is space. */
function seatOtherwise(hall: Hall, random: Pick<Random, 'below'>): void {
  const { free, at, rooms, bench, space, move, cost } = hall;
  const [before, seats] = [cost(), at.slice()];
  const done = () => cost() <= before && at.some((room, who) => room !== seats[who]);
  for (let step = 0; step < STEPS; step += 1) {
    const undo = trade(hall, random, move);
    if (done()) return;
    undo();
  }
  // Chance may have missed it where there is one only.
  for (const who of free) {
    const from = at[who] as number;
    for (const other of free) {
      const to = at[other] as number;
      move(who, to);
      move(other, from);
      if (done()) return;
      move(other, to);
      move(who, from);
    }
    for (const room of rooms.keys()) {
      if (from === bench || space(room) < 1) continue;
      move(who, room);
      if (done()) return;
      move(who, from);
    }
  }
}

function equal(seats: Seats, present: Seats): boolean {
  if (seats.size !== present.size) return false;
  for (const [person, room] of seats) if (present.get(person) !== room) return false;
  return true;
}
