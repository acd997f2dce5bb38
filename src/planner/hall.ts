/**
 * A draw in numbers: people and rooms by index, and what each seat costs. Every rule, the even sizes and the spread of the leads are
 * one thing here: a group of people, and a price for each two of them in one room.
 */
import type { PersonKey, Rules, Seats } from '../state/types.js';
import { blocksOf } from './blocksOf.js';
import type { SeatingRoom } from './seating.js';
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
  readonly unseated: number;
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
  /** How much of the cost each person has a part in: the hardest to seat have most. */
  readonly weight: readonly number[];
  /** Free seats of a room; below zero where people who stay made it over-full. */
  readonly space: (room: number) => number;
  /** What it would cost to have this person in that room instead. */
  readonly change: (person: number, to: number) => number;
  readonly move: (person: number, to: number) => void;
  /** No seating can cost less. Not every draw can reach it. */
  readonly least: number;
  readonly cost: () => number;
}

/** Seats the people who stay and nobody else. */
export function createHall({ people, rooms, placed, rules, leads = new Set() }: Draw): Hall {
  const bench = rooms.length;
  const index = new Map(people.map((person, who) => [person, who]));
  const at = new Int32Array(people.length).fill(bench);
  const groups: Group[] = [];
  const groupsOf: Group[][] = people.map(() => []);
  let spent = 0;

  const known = (group: Iterable<PersonKey>) =>
    [...new Set(group)].flatMap((person) => index.get(person) ?? []);
  const add = (members: readonly number[], price: number, unseated = 0) => {
    const counts = new Int32Array(bench + 1);
    counts[bench] = members.length;
    const group = { members, price, unseated, counts };
    groups.push(group);
    spent += unseated * members.length;
    for (const member of members) groupsOf[member]?.push(group);
  };
  const together = rules?.together.map(known) ?? [];
  add([...people.keys()], PRICE.size);
  add(known(leads), PRICE.lead, PRICE.torn);
  for (const members of together) add(members, -PRICE.rule);
  for (const members of rules?.apart ?? []) add(known(members), PRICE.rule);

  /** What this person costs in this room, given the others. */
  const share = (who: number, room: number): number => {
    const [here, waits] = [Number(at[who] === room), Number(at[who] === bench)];
    let sum = 0;
    for (const { members, price, unseated, counts } of groupsOf[who] as Group[]) {
      const there = (counts[room] as number) - here;
      const waiting = (counts[bench] as number) - waits;
      const seated = members.length - 1 - waiting;
      if (price > 0) sum += room === bench ? unseated : price * there;
      else sum += room === bench ? PRICE.torn * seated : PRICE.torn * waiting - price * (seated - there);
    }
    return sum;
  };
  const change = (who: number, to: number) => share(who, to) - share(who, at[who] as number);
  const move = (who: number, to: number) => {
    spent += change(who, to);
    for (const { counts } of groupsOf[who] as Group[]) {
      (counts[at[who] as number] as number) -= 1;
      (counts[to] as number) += 1;
    }
    at[who] = to;
  };

  rooms.forEach(({ key }, room) => {
    people.forEach((person, who) => {
      if (placed.get(person) === key) move(who, room);
    });
  });
  const free = [...people.keys()].filter((who) => at[who] === bench);
  const least = groups.reduce((sum, group) => sum + atBest(group, rooms), 0);

  return {
    people,
    rooms,
    at,
    bench,
    free,
    groups,
    blocks: blocksOf(people.length, together).map((block) => block?.filter((who) => free.includes(who))),
    weight: groupsOf.map((of) =>
      of.reduce((sum, { members, price }) => sum + Math.abs(price) * members.length, 0),
    ),
    space: (room) => (rooms[room] as SeatingRoom).capacity - ((groups[0] as Group).counts[room] as number),
    change,
    move,
    least,
    cost: () => spent,
  };
}

const pairs = (people: number) => (people * (people - 1)) / 2;

/** What a group costs at least: the rules broken are those of people who stay, and sizes and leads are as even as water. */
function atBest({ members, price, counts }: Group, rooms: readonly SeatingRoom[]): number {
  const waiting = counts.at(-1) as number;
  const taken = (room: number) => counts[room] as number;
  const vessels = rooms.map(({ capacity }, room) => ({ capacity, taken: taken(room) }));
  const more = waterFill(vessels, Math.abs(price) === PRICE.rule ? 0 : waiting);
  const inRooms = more.reduce((sum, poured, room) => sum + pairs(taken(room) + poured), 0);
  return price * (inRooms - (price < 0 ? pairs(members.length - waiting) : 0));
}
