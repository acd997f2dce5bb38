// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, evenSplit, reshuffle, type SeatingRoom } from '../../src/planner.js';
import { crowd, equalRooms, roomsOf, seated, sizes } from './room.js';

const nobody = new Set<string>();
const text = (seats: ReadonlyMap<string, string>) =>
  [...seats]
    .map((seat) => seat.join('>'))
    .toSorted()
    .join(' ');

/** Every way to seat these people that is as even as the kept people and the capacities allow, worked out by trying all. */
function everySplit(
  people: readonly string[],
  rooms: readonly SeatingRoom[],
  kept: ReadonlyMap<string, string>,
) {
  const free = people.filter((person) => !kept.has(person));
  let all: Map<string, string>[] = [new Map(kept)];
  for (const person of free) {
    all = all.flatMap((seats) => [seats, ...rooms.map((room) => new Map(seats).set(person, room.key))]);
  }
  const before = sizes(rooms, kept);
  const fits = all.filter((seats) =>
    sizes(rooms, seats).every((size, at) => size === before[at] || size <= (rooms[at]?.capacity ?? 0)),
  );
  const most = Math.max(...fits.map((seats) => seats.size));
  const full = fits.filter((seats) => seats.size === most);
  // The most even one is the one whose largest rooms are smallest: the squares of the sizes say that in one number.
  const roughness = (seats: ReadonlyMap<string, string>) =>
    sizes(rooms, seats).reduce((sum, size) => sum + size * size, 0);
  const least = Math.min(...full.map(roughness));
  return new Set(full.filter((seats) => roughness(seats) === least).map(text));
}

describe('a reshuffle', () => {
  it('really moves people, whatever the seed', () => {
    const people = ['a', 'b'];
    const rooms = equalRooms(2, 5);
    const present = seated({ a: '1', b: '2' });
    for (let seed = 0; seed < 2_000; seed += 1) {
      const { seats } = reshuffle({ people, rooms, random: createRandom(seed), present, locked: nobody });
      expect(text(seats)).toBe('a>2 b>1');
    }
  });

  it('really moves people even where chance always says the same', () => {
    const stuck = { below: () => 0 };
    const people = crowd(6);
    const rooms = equalRooms(3, 2);
    const present = evenSplit({ people, rooms, random: stuck }).seats;
    const { seats } = reshuffle({ people, rooms, random: stuck, present, locked: nobody });
    expect(text(seats)).not.toBe(text(present));
    expect(sizes(rooms, seats)).toEqual([2, 2, 2]);
  });

  it('leaves locked people, and those it was not asked about', () => {
    const people = crowd(12);
    const rooms = equalRooms(3, 9);
    const present = new Map([...evenSplit({ people, rooms, random: createRandom(1) }).seats, ['mod', '2']]);
    const locked = new Set(['p1', 'p5', 'not here']);
    for (let seed = 0; seed < 50; seed += 1) {
      const { seats } = reshuffle({ people, rooms, random: createRandom(seed), present, locked });
      for (const person of ['p1', 'p5', 'mod']) expect(seats.get(person)).toBe(present.get(person));
      expect(Math.max(...sizes(rooms, seats))).toBe(5);
      expect(seats.size).toBe(13);
    }
  });

  it('draws a locked person who has no seat, or whose room is gone', () => {
    const { seats } = reshuffle({
      people: ['a', 'b'],
      rooms: roomsOf(5),
      random: createRandom(1),
      present: seated({ b: '9' }),
      locked: new Set(['a', 'b']),
    });
    expect(text(seats)).toBe('a>1 b>1');
  });

  it('is fair among the other splits', () => {
    const people = ['a', 'b', 'c'];
    const rooms = equalRooms(3, 1);
    const present = seated({ a: '1', b: '2', c: '3' });
    const random = createRandom(11);
    const seen = new Map<string, number>();
    for (let run = 0; run < 6_000; run += 1) {
      const split = text(reshuffle({ people, rooms, random, present, locked: nobody }).seats);
      seen.set(split, (seen.get(split) ?? 0) + 1);
    }
    expect(seen.size).toBe(5);
    for (const [split, count] of seen) expect(Math.abs(count - 1_200), split).toBeLessThan(120);
  });

  it('lets another person stay in main when only one of two has a seat', () => {
    const { seats, unplaced } = reshuffle({
      people: ['a', 'b'],
      rooms: roomsOf(1),
      random: { below: (limit) => limit - 1 },
      present: seated({ a: '1' }),
      locked: nobody,
    });
    expect(text(seats)).toBe('b>1');
    expect(unplaced).toEqual([{ person: 'a', why: 'no-seat' }]);
  });

  it('moves the only person to the other room', () => {
    const { seats } = reshuffle({
      people: ['a'],
      rooms: roomsOf(5, 0, 5),
      random: createRandom(1),
      present: seated({ a: '1' }),
      locked: nobody,
    });
    expect(text(seats)).toBe('a>3');
  });

  it('is always an even split, and another one wherever there is one', () => {
    const drafts = fc
      .record({
        people: fc.integer({ min: 0, max: 5 }),
        capacities: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }),
        locked: fc.subarray([1, 2, 3, 4, 5]),
        stuck: fc.boolean(),
        seed: fc.nat(),
      })
      .map(({ people, capacities, locked, stuck, seed }) => ({
        people: crowd(people),
        rooms: roomsOf(...capacities),
        locked: new Set(locked.map((at) => `p${at}`)),
        random: stuck ? { below: () => 0 } : createRandom(seed),
      }));
    let without = 0;
    fc.assert(
      fc.property(drafts, ({ people, rooms, locked, random }) => {
        const present = evenSplit({ people, rooms, random }).seats;
        const kept = new Map([...present].filter(([person]) => locked.has(person)));
        const { seats, unplaced } = reshuffle({ people, rooms, random, present, locked });
        const splits = everySplit(people, rooms, kept);
        expect(splits).toContain(text(seats));
        expect([...seats.keys(), ...unplaced.map((one) => one.person)].toSorted()).toEqual(
          [...people].toSorted(),
        );
        expect(text(seats) !== text(present)).toBe(splits.size > 1);
        if (splits.size === 1) without += 1;
      }),
      { numRuns: 1_500, seed: 20 },
    );
    expect(without).toBeGreaterThan(50);
    expect(without).toBeLessThan(1_200);
  });
});
