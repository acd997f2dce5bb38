/** Draws seats that keep rules: whole groups first, then a search for what is still broken. */
import type { Random } from '../random.js';
import type { PersonKey, RoomKey, Seats } from '../state/types.js';
import { createHall, PRICE, type Draw, type Hall } from './hall.js';
import { shuffled } from './shuffled.js';
import { bears, trade } from './trade.js';

/** Steps of one search at one price: for each person so many, and in all no more than that. */
const STEPS = { each: 100, most: 4_000 } as const;
/** Searches without a better result before it gives up. */
const TRIES = 2;

/** Seats everybody there is a seat for. The best seating found breaks no rule if it can, then has even sizes, then spread leads. */
export function seatByRules(draw: Draw, random: Pick<Random, 'below'>): Map<PersonKey, RoomKey> {
  const hall = createHall(draw);
  seatHall(hall, random);
  return seatsOf(hall, draw.placed);
}

/** Seats everybody who may be moved, from an empty hall. */
export function seatHall(hall: Hall, random: Pick<Random, 'below'>): void {
  seatAll(hall, random);
  settle(hall, random);
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
  const { free, blocks, weight, bench, at, rooms, space, move } = hall;
  const inOrder = [...rooms.keys()];
  const hardest = shuffled(free, random).toSorted((a, b) => (weight[b] as number) - (weight[a] as number));
  for (const who of hardest) {
    const waiting = () => (blocks[who] ?? [who]).filter((one) => at[one] === bench);
    // What one room has no space for goes on to the next best.
    for (let block = waiting(); block.length > 0; block = waiting()) {
      let best = bench;
      let least = Infinity;
      for (const room of block.length > 1 ? shuffled(inOrder, random) : inOrder) {
        const coming = block.slice(0, Math.max(0, space(room)));
        const before = hall.cost();
        for (const one of coming) move(one, room);
        const cost = hall.cost() - before + (block.length - coming.length) * block.length * PRICE.rule;
        for (const one of coming) move(one, bench);
        if (coming.length > 0 && cost < least) [least, best] = [cost, room];
      }
      if (best === bench) return;
      for (const one of block) if (space(best) > 0) move(one, best);
    }
  }
}

/**
 * Simulated annealing, price by price: while a rule costs little against the heat people change rooms freely, and as it cools first
 * the rules freeze, then the sizes, then the leads. Nobody who had a seat loses it to an empty chair.
 */
function settle(hall: Hall, random: Pick<Random, 'below'>): void {
  const { at, least, free, move, cost } = hall;
  const steps = Math.min(STEPS.most, STEPS.each * free.length);
  let best = at.slice();
  let lowest = cost();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = lowest;
    for (const price of [PRICE.rule, PRICE.size, PRICE.lead]) {
      for (let step = 0; step < steps && lowest > least; step += 1) {
        const present = cost();
        const undo = trade(hall, random, move);
        if (!bears(cost() - present, 2 * price * 0.08 ** (step / steps), random)) undo();
        if (cost() < lowest) {
          best = at.slice();
          lowest = cost();
        }
      }
    }
    if (lowest < before) tries = -1;
  }
  best.forEach((room, who) => move(who, room));
}
