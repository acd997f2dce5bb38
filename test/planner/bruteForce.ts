import type { Rules, SeatingRoom, Seats } from '../../src/planner.js';
import { sizes } from './room.js';

/** Every way to seat as many of these people as there are seats for, around those who stay. */
export function everySeating(
  people: readonly string[],
  rooms: readonly SeatingRoom[],
  placed: Seats,
): Map<string, string>[] {
  const free = people.filter((person) => !placed.has(person));
  const taken = sizes(rooms, placed);
  const seats = rooms.reduce((sum, room, at) => sum + Math.max(0, room.capacity - (taken[at] ?? 0)), 0);
  const most = placed.size + Math.min(free.length, seats);
  const all: Map<string, string>[] = [];
  const seat = (next: number, seating: Map<string, string>, counts: readonly number[]) => {
    const person = free[next];
    if (person === undefined) {
      if (seating.size === most) all.push(new Map(seating));
      return;
    }
    seat(next + 1, seating, counts);
    rooms.forEach(({ key, capacity }, at) => {
      if ((counts[at] ?? 0) >= capacity) return;
      seat(
        next + 1,
        new Map(seating).set(person, key),
        counts.map((count, which) => (which === at ? count + 1 : count)),
      );
    });
  };
  seat(0, new Map(placed), taken);
  return all;
}

/** Pairs of people, in rooms or across them, whom a rule wants otherwise. */
export function brokenPairs(seats: Seats, rules: Rules): number {
  const count = (groups: Rules['apart'], wrong: (a: string, b: string) => boolean) => {
    let sum = 0;
    for (const group of groups) {
      const seated = [...new Set(group)].filter((person) => seats.has(person));
      seated.forEach((person, at) => {
        for (const other of seated.slice(at + 1))
          if (wrong(seats.get(person) ?? '', seats.get(other) ?? '')) sum += 1;
      });
    }
    return sum;
  };
  return count(rules.together, (a, b) => a !== b) + count(rules.apart, (a, b) => a === b);
}

/** How uneven the sizes are: 0 for rooms that differ as little as any seating of so many. Lower is more even. */
export const roughness = (rooms: readonly SeatingRoom[], seats: Seats): number =>
  sizes(rooms, seats).reduce((sum, size) => sum + size * size, 0);

/** How unevenly the leads are spread. */
export const leadRoughness = (
  rooms: readonly SeatingRoom[],
  seats: Seats,
  leads: ReadonlySet<string>,
): number => roughness(rooms, new Map([...seats].filter(([person]) => leads.has(person))));
