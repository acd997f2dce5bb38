/**
 * A draw in numbers: people and rooms by index, and what each seat costs. Every rule, the even sizes and the spread of the leads are
 * one thing here: a group of people, and a price for each two of them in one room.
 */
import type { PersonKey, Rules, Seats } from '../state/types.js';
import { blocksOf } from './blocksOf.js';
import { occupancy, type SeatingRoom } from './seating.js';
import { waterFill } from './waterFill.js';

/** What a draw by rules starts from. */
export interface Draw {
  /** Everybody, people who stay included, each once. */
  readonly people: readonly PersonKey[];
  readonly rooms: readonly SeatingRoom[];
  /** People who stay. All of them are among the people, and their rooms among the rooms. */
  readonly placed: Seats;
  readonly rules?: Rules | undefined;
  readonly leads?: ReadonlySet<PersonKey> | undefined;
}

/**
 * Prices, for each two people of a group. A dearer matter outweighs all cheaper ones together for as many people as a meeting has: rules
 * come before sizes, sizes before whole groups left without seats, and those before the spread of the leads.
 */
export const PRICE = { rule: 1e6, size: 100, torn: 10, lead: 1 } as const;

/** People who cost something together. */
export interface Group {
  readonly members: readonly number[];
  /** For each two in one room; below zero where they belong there, and are then charged for each two in several. */
  readonly price: number;
  /** For one of them without a seat. */
  readonly bench: number;
  /** How many of them are in each room; the last place counts those without a seat. */
  readonly counts: Int32Array;
}

/** The people in their rooms, and what moving one would cost. */
export interface Hall {
  readonly people: readonly PersonKey[];
  readonly rooms: readonly SeatingRoom[];
  /** The room of each person, by index. `rooms.length`, the bench, is no seat. */
  readonly at: Int32Array;
  readonly bench: number;
  /** Who may be moved. */
  readonly free: readonly number[];
  /** People who are kept together, by person: the movable ones, at least two. */
  readonly blocks: readonly (readonly number[] | undefined)[];
  /** Everybody first, then the leads, then the rules. */
  readonly groups: readonly Group[];
  /** How many rules somebody is in, for who is seated first. */
  readonly ties: Int32Array;
  readonly isLead: (person: number) => boolean;
  /** Free seats of a room; below zero where people who stay made it over-full. */
  readonly space: (room: number) => number;
  /** What it would cost to have this person in that room instead. */
  readonly change: (person: number, to: number) => number;
  /** Moves one person and says what that cost. */
  readonly move: (person: number, to: number) => number;
  /** No seating can cost less. Not every draw can reach it. */
  readonly least: number;
  readonly cost: () => number;
}

/** Seats the people who stay and nobody else. */
export function createHall({ people, rooms, placed, rules, leads = new Set() }: Draw): Hall {
  const bench = rooms.length;
  const index = new Map(people.map((person, at) => [person, at]));
  const roomIndex = new Map(rooms.map((room, at) => [room.key, at]));
  const at = new Int32Array(people.length).fill(bench);
  const groups: Group[] = [];
  const groupsOf: Group[][] = people.map(() => []);
  const ties = new Int32Array(people.length);
  let spent = 0;

  const known = (group: Iterable<PersonKey>) =>
    [...new Set(group)].map((person) => index.get(person)).filter((person) => person !== undefined);
  const add = (members: readonly number[], price: number, benchPrice = 0) => {
    const counts = new Int32Array(bench + 1);
    counts[bench] = members.length;
    const group = { members, price, bench: benchPrice, counts };
    groups.push(group);
    spent += benchPrice * members.length;
    for (const member of members) groupsOf[member]?.push(group);
    return group;
  };

  const everybody = add(
    people.map((_, person) => person),
    PRICE.size,
  );
  const leading = known(leads);
  if (leading.length > 0) add(leading, PRICE.lead, PRICE.torn);
  const bound = rules?.together.map(known) ?? [];
  for (const members of bound) if (members.length > 1) add(members, -PRICE.rule);
  for (const members of rules?.apart.map(known) ?? []) {
    if (members.length < 2) continue;
    add(members, PRICE.rule);
    for (const member of members) ties[member] = (ties[member] ?? 0) + members.length;
  }

  /** What this person costs in this room, given the others. */
  const share = (person: number, room: number): number => {
    const here = at[person] === room ? 1 : 0;
    const unseated = at[person] === bench ? 1 : 0;
    let sum = 0;
    for (const { members, price, bench: benchPrice, counts } of groupsOf[person] ?? []) {
      const there = (counts[room] ?? 0) - here;
      if (price > 0) sum += room === bench ? benchPrice : price * there;
      else {
        const waiting = (counts[bench] ?? 0) - unseated;
        const seated = members.length - 1 - waiting;
        sum += room === bench ? PRICE.torn * seated : PRICE.torn * waiting - price * (seated - there);
      }
    }
    return sum;
  };
  const change = (person: number, to: number) =>
    at[person] === to ? 0 : share(person, to) - share(person, at[person] ?? bench);
  const move = (person: number, to: number) => {
    const cost = change(person, to);
    const from = at[person] ?? bench;
    for (const { counts } of groupsOf[person] ?? []) {
      counts[from] = (counts[from] ?? 0) - 1;
      counts[to] = (counts[to] ?? 0) + 1;
    }
    at[person] = to;
    spent += cost;
    return cost;
  };

  const free: number[] = [];
  people.forEach((person, who) => {
    const room = roomIndex.get(placed.get(person) ?? '');
    if (room === undefined) free.push(who);
    else move(who, room);
  });

  const isLead = (person: number) => leads.has(people[person] ?? '');
  const leadsAt = occupancy(rooms, new Map([...placed].filter(([person]) => leads.has(person))));
  // At best the rules broken are those of people who stay, and sizes and leads are as even as water.
  const least =
    groups.reduce((sum, group) => sum + broken(group), 0) +
    PRICE.size * even(rooms, everybody.counts, free.length) +
    PRICE.lead * even(rooms, leadsAt, free.filter(isLead).length);

  return {
    people,
    rooms,
    at,
    bench,
    free,
    groups,
    blocks: blocksOf(people.length, bound).map((block) => movable(block, (person) => at[person] !== bench)),
    ties,
    isLead,
    space: (room) => (rooms[room]?.capacity ?? Infinity) - (everybody.counts[room] ?? 0),
    change,
    move,
    least,
    cost: () => spent,
  };
}

/** Of people who belong together those who may be moved, where there is more than one. */
function movable(
  block: readonly number[] | undefined,
  stays: (person: number) => boolean,
): readonly number[] | undefined {
  const some = block?.filter((person) => !stays(person));
  return some && some.length > 1 ? some : undefined;
}

const pairs = (people: number) => (people * (people - 1)) / 2;

/** What the people seated so far cost by rules alone. */
function broken({ members, price, counts }: Group): number {
  if (Math.abs(price) !== PRICE.rule) return 0;
  const seated = counts.slice(0, -1);
  const close = price * seated.reduce((sum, count) => sum + pairs(count), 0);
  return price > 0 ? close : close - price * pairs(members.length - (counts.at(-1) ?? 0));
}

/** Pairs in one room, when so many more people come as evenly as can be. */
function even(rooms: readonly SeatingRoom[], taken: ArrayLike<number>, amount: number): number {
  const vessels = rooms.map(({ capacity }, room) => ({ capacity, taken: taken[room] ?? 0 }));
  return waterFill(vessels, amount).reduce((sum, more, room) => sum + pairs(more + (taken[room] ?? 0)), 0);
}
