/** Draws seats that keep rules: whole groups first, then a search for what is still broken. */
import type { Random } from '../random.js';
import type { PersonKey, RoomKey, Seats } from '../state/types.js';
import { createHall, PRICE, type Draw, type Hall } from './hall.js';
import { shuffled } from './shuffled.js';
import { trade } from './trade.js';

/** Steps of one search at one price: for each person so many, and in all no more than that. */
const STEPS = { each: 100, most: 4_000 } as const;
/** Searches without a better result before it gives up. */
const TRIES = 2;

/**
 * Seats everybody there is a seat for. The best seating found breaks no rule if it can, then has even sizes, then spread leads.
 *
 * @param unlike - Seats to get away from: these come back only where no others are found that are as good.
 */
export function seatByRules(
  draw: Draw,
  random: Pick<Random, 'below'>,
  unlike?: Seats,
): Map<PersonKey, RoomKey> {
  const hall = createHall(draw);
  seatHall(hall, random, unlike);
  if (unlike) stayIfBetter(hall, unlike);
  return seatsOf(hall, draw.placed);
}

/** Seats everybody who may be moved, from an empty hall. */
export function seatHall(hall: Hall, random: Pick<Random, 'below'>, unlike?: Seats): void {
  seatAll(hall, random);
  settle(hall, random, unlike);
}

/** Goes back to these seats when they are proper ones and what was found is worse. */
function stayIfBetter(hall: Hall, before: Seats): void {
  const { at, free, bench, rooms } = hall;
  const found = at.slice();
  const cost = hall.cost();
  const unseated = free.filter((who) => at[who] === bench).length;
  const index = new Map(rooms.map(({ key }, room) => [key, room]));
  for (const who of free) hall.move(who, index.get(before.get(hall.people[who] ?? '') ?? '') ?? bench);
  const proper =
    free.filter((who) => at[who] === bench).length === unseated &&
    free.every((who) => at[who] === bench || hall.space(at[who] ?? 0) >= 0);
  if (!proper || hall.cost() >= cost) for (const who of free) hall.move(who, found[who] ?? bench);
}

/** The seats, people who stay first. */
export function seatsOf(hall: Pick<Hall, 'people' | 'rooms' | 'at'>, placed: Seats): Map<PersonKey, RoomKey> {
  const seats = new Map(placed);
  hall.rooms.forEach(({ key }, room) => {
    hall.people.forEach((person, who) => {
      if (hall.at[who] === room) seats.set(person, key);
    });
  });
  return seats;
}

/** One after the other, whoever is hardest to seat first, each where it costs least. */
function seatAll(hall: Hall, random: Pick<Random, 'below'>): void {
  const { free, blocks, ties, isLead, bench, at } = hall;
  const weight = (who: number) =>
    (blocks[who]?.length ?? 0) * 1e6 + (ties[who] ?? 0) * 10 + (isLead(who) ? 1 : 0);
  const waiting = (who: number) => (blocks[who] ?? [who]).filter((one) => at[one] === bench);
  const inOrder = hall.rooms.map((_, room) => room);
  for (const who of shuffled(free, random).toSorted((a, b) => weight(b) - weight(a))) {
    // What one room has no space for goes on to the next best.
    for (let block = waiting(who); block.length > 0; block = waiting(who)) {
      let best = bench;
      let least = Infinity;
      for (const room of block.length > 1 ? shuffled(inOrder, random) : inOrder) {
        const coming = block.slice(0, Math.max(0, hall.space(room)));
        if (coming.length === 0) continue;
        let cost = (block.length - coming.length) * block.length * PRICE.rule;
        for (const one of coming) cost += hall.move(one, room);
        for (const one of coming) hall.move(one, bench);
        if (cost < least) [least, best] = [cost, room];
      }
      if (best === bench) return;
      for (const one of block) if (hall.space(best) > 0) hall.move(one, best);
    }
  }
}

/**
 * Simulated annealing, price by price: while a rule costs little against the heat people change rooms freely, and as it cools first
 * the rules freeze, then the sizes, then the leads. Nobody who had a seat loses it to an empty chair.
 */
function settle(hall: Hall, random: Pick<Random, 'below'>, unlike?: Seats): void {
  const { at, least, free } = hall;
  let best = at.slice();
  let lowest = Infinity;
  const isNew = () =>
    !unlike || free.some((who) => unlike.get(hall.people[who] ?? '') !== hall.rooms[at[who] ?? -1]?.key);
  const note = () => {
    if (hall.cost() < lowest && isNew()) {
      best = at.slice();
      lowest = hall.cost();
    }
    return lowest <= least;
  };
  if (note() || free.length === 0) return;
  const steps = Math.min(STEPS.most, STEPS.each * free.length);
  const search = () => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = lowest;
      for (const price of [PRICE.rule, PRICE.size, PRICE.lead]) {
        for (let step = 0; step < steps; step += 1) {
          const cost = hall.cost();
          const undo = trade(hall, random, hall.move);
          const rise = hall.cost() - cost;
          const heat = 2 * price * 0.08 ** (step / steps);
          if (rise > 0 && random.below(1e6) >= 1e6 * Math.exp(-rise / heat)) undo();
          else if (note()) return;
        }
      }
      if (lowest < before) tries = -1;
    }
  };
  search();
  if (lowest < Infinity) best.forEach((room, who) => hall.move(who, room));
}
