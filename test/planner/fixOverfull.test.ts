// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, fixOverfull } from '../../src/planner.js';
import { roomsOf, seated, sizes } from './room.js';

const nobody = new Set<string>();
const random = () => createRandom(7);

describe('a room that is over its limit', () => {
  it('gives up whoever was seated last, and only as many as it must', () => {
    const seats = seated({ a: '1', b: '1', c: '2', d: '1', e: '1' });
    const fixed = fixOverfull({ seats, rooms: roomsOf(3, 3), locked: nobody, random: random() });
    expect(Object.fromEntries(fixed)).toEqual({ a: '1', b: '1', c: '2', d: '1', e: '2' });
    expect([...seats.values()]).toEqual(['1', '1', '2', '1', '1']);
  });

  it('keeps locked people and gives up those seated before them', () => {
    const seats = seated({ a: '1', b: '1', c: '1' });
    const fixed = fixOverfull({ seats, rooms: roomsOf(2, 2), locked: new Set(['b', 'c']), random: random() });
    expect(Object.fromEntries(fixed)).toEqual({ a: '2', b: '1', c: '1' });
  });

  it('stays over when everybody in it is locked', () => {
    const seats = seated({ a: '1', b: '1' });
    const fixed = fixOverfull({ seats, rooms: roomsOf(1, 2), locked: new Set(['a', 'b']), random: random() });
    expect(fixed).toBe(seats);
  });

  it('sends people to the smallest rooms first', () => {
    const seats = seated({ a: '1', b: '1', c: '1', d: '1', e: '2', f: '2' });
    const fixed = fixOverfull({ seats, rooms: roomsOf(1, 9, 9), locked: nobody, random: random() });
    expect(sizes(roomsOf(1, 9, 9), fixed)).toEqual([1, 3, 2]);
  });

  it('leaves people without a seat when every room is full', () => {
    const seats = seated({ a: '1', b: '1', c: '1', d: '2' });
    const rooms = roomsOf(1, 2);
    const fixed = fixOverfull({ seats, rooms, locked: nobody, random: random() });
    expect(sizes(rooms, fixed)).toEqual([1, 2]);
    expect(fixed.size).toBe(3);
    expect(fixed.get('a')).toBe('1');
  });

  it('does not touch seats in rooms it was not told of', () => {
    const seats = seated({ a: '1', b: '1', x: '9', y: '9' });
    const fixed = fixOverfull({ seats, rooms: roomsOf(1, 1), locked: nobody, random: random() });
    expect(Object.fromEntries(fixed)).toEqual({ a: '1', b: '2', x: '9', y: '9' });
  });

  it('is nothing to do when no room is over: the same seats come back', () => {
    const seats = seated({ a: '1', b: '2' });
    expect(fixOverfull({ seats, rooms: roomsOf(1, 1), locked: nobody, random: random() })).toBe(seats);
  });

  it('throws for rooms that cannot be', () => {
    expect(() =>
      fixOverfull({ seats: new Map(), rooms: roomsOf(-1), locked: nobody, random: random() }),
    ).toThrow(TypeError);
  });

  it('never moves more than it must, never a locked person, and never fills another room over its limit', () => {
    const drafts = fc
      .record({
        capacities: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 5 }),
        seats: fc.array(fc.nat({ max: 4 }), { maxLength: 25 }),
        locked: fc.array(fc.nat({ max: 24 }), { maxLength: 10 }),
        seed: fc.nat(),
      })
      .map((draft) => ({
        rooms: roomsOf(...draft.capacities),
        seats: new Map(
          draft.seats.map((room, at) => [`p${at}`, String((room % draft.capacities.length) + 1)]),
        ),
        locked: new Set(draft.locked.map((at) => `p${at}`)),
        seed: draft.seed,
      }));
    fc.assert(
      fc.property(drafts, ({ rooms, seats, locked, seed }) => {
        const fixed = fixOverfull({ seats, rooms, locked, random: createRandom(seed) });
        const before = sizes(rooms, seats);
        const after = sizes(rooms, fixed);
        const moved = [...seats].filter(([person, room]) => fixed.get(person) !== room);
        let must = 0;
        rooms.forEach((room, at) => {
          const fixedOnes = [...seats].filter(
            ([person, key]) => key === room.key && locked.has(person),
          ).length;
          const stays = Math.max(room.capacity, fixedOnes);
          must += Math.max(0, (before[at] ?? 0) - stays);
          expect(after[at]).toBeLessThanOrEqual(stays);
        });
        expect(moved).toHaveLength(must);
        expect(moved.filter(([person]) => locked.has(person))).toEqual([]);
        // Whoever was seated later in the same room and is not locked moved as well.
        const order = [...seats.keys()];
        const passedOver = [...seats].filter(
          ([person, room]) =>
            fixed.get(person) === room &&
            !locked.has(person) &&
            moved.some(([one, from]) => from === room && order.indexOf(one) < order.indexOf(person)),
        );
        expect(passedOver).toEqual([]);
        const dropped = seats.size - fixed.size;
        const free = rooms.reduce((sum, room, at) => sum + Math.max(0, room.capacity - (after[at] ?? 0)), 0);
        expect(dropped === 0 || free === 0).toBe(true);
        for (const person of fixed.keys()) expect(seats.has(person)).toBe(true);
      }),
      { numRuns: 3_000, seed: 20 },
    );
  });
});
