// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, evenSplit } from '../../src/planner.js';
import { crowd, equalRooms, roomsOf, seated, sizes } from './room.js';

const random = () => createRandom(7);

describe('an even split', () => {
  it.each<[number, number[], number[], number]>([
    [20, [7, 7, 7, 7], [5, 5, 5, 5], 0],
    [9, [5, 5, 5, 5], [3, 2, 2, 2], 0],
    [21, [5, 5, 5, 5, 5, 5, 5, 5, 5, 5], [3, 2, 2, 2, 2, 2, 2, 2, 2, 2], 0],
    [4, [5, 5, 5], [2, 1, 1], 0],
    [2, [5, 5, 5], [1, 1, 0], 0],
    [20, [5, 5, 5, 5], [5, 5, 5, 5], 0],
    [21, [5, 5, 5, 5], [5, 5, 5, 5], 1],
    [214, Array.from({ length: 10 }, () => 15), Array.from({ length: 10 }, () => 15), 64],
    [10, [2, 9, 9], [2, 4, 4], 0],
    [10, [0, 9, 9], [0, 5, 5], 0],
    [10, [Infinity, 1], [9, 1], 0],
    [0, [5, 5], [0, 0], 0],
    [3, [], [], 3],
  ])(
    'of %i people over rooms of %j seats makes rooms of %j and leaves %i',
    (people, capacities, expected, left) => {
      const rooms = roomsOf(...capacities);
      const { seats, unplaced } = evenSplit({ people: crowd(people), rooms, random: random() });
      expect(sizes(rooms, seats)).toEqual(expected);
      expect(unplaced).toHaveLength(left);
    },
  );

  it('lists whoever finds no seat, with the reason, in the order of the people', () => {
    const people = crowd(40);
    const { seats, unplaced } = evenSplit({ people, rooms: equalRooms(2, 3), random: random() });
    expect(new Set(unplaced.map((one) => one.why))).toEqual(new Set(['no-seat']));
    expect(unplaced.map((one) => one.person)).toEqual(people.filter((person) => !seats.has(person)));
    // Chance decides who stays, not the order of arrival.
    expect(unplaced.map((one) => one.person)).not.toEqual(people.slice(6));
  });

  it('is the same for the same seed and another for another', () => {
    const draw = (seed: number) => [
      ...evenSplit({ people: crowd(20), rooms: equalRooms(4, 7), random: createRandom(seed) }).seats,
    ];
    expect(draw(1)).toEqual(draw(1));
    expect(new Set(Array.from({ length: 50 }, (_, seed) => JSON.stringify(draw(seed)))).size).toBe(50);
  });

  it('gives everybody the same chance of every room', () => {
    const people = crowd(9);
    const rooms = equalRooms(4, 5);
    const chance = createRandom(3);
    const draws = 9_000;
    const met = new Map<string, number>();
    for (let draw = 0; draw < draws; draw += 1) {
      for (const [person, room] of evenSplit({ people, rooms, random: chance }).seats) {
        met.set(`${person} in ${room}`, (met.get(`${person} in ${room}`) ?? 0) + 1);
      }
    }
    for (const person of people) {
      [3, 2, 2, 2].forEach((size, at) => {
        const share = (met.get(`${person} in ${at + 1}`) ?? 0) / draws;
        expect(Math.abs(share - size / 9), `${person} in ${at + 1}`).toBeLessThan(0.02);
      });
    }
  });

  it('seats somebody who is named twice once', () => {
    const { seats, unplaced } = evenSplit({
      people: ['a', 'b', 'a'],
      rooms: roomsOf(1, 0),
      random: random(),
    });
    expect(seats.size + unplaced.length).toBe(2);
  });

  it('treats odd names as names', () => {
    const people = ['__proto__', 'constructor', 'toString', ''];
    const rooms = [
      { key: '__proto__', capacity: 2 },
      { key: 'prototype', capacity: 2 },
    ];
    const { seats } = evenSplit({ people, rooms, random: random() });
    expect([...seats.keys()].toSorted()).toEqual([...people].toSorted());
    expect(sizes(rooms, seats)).toEqual([2, 2]);
  });

  it('does not change what it was given', () => {
    const people = Object.freeze(crowd(9));
    const rooms = Object.freeze(roomsOf(5, 5).map((room) => Object.freeze(room)));
    const placed = seated({ p1: '2' });
    evenSplit({ people, rooms, random: random(), placed });
    expect([...placed]).toEqual([['p1', '2']]);
    expect(people).toEqual(crowd(9));
  });
});

describe('people who stay where they are', () => {
  it('count, and the others even out around them', () => {
    const rooms = equalRooms(3, 9);
    const placed = seated({ p1: '2', p2: '2', p3: '2', p4: '2' });
    const { seats } = evenSplit({ people: crowd(9), rooms, random: random(), placed });
    for (const [person, room] of placed) expect(seats.get(person)).toBe(room);
    expect(sizes(rooms, seats)).toEqual([3, 4, 2]);
  });

  it('stay in a room that is over its capacity, which takes nobody else', () => {
    const rooms = roomsOf(2, 9);
    const placed = seated({ p1: '1', p2: '1', p3: '1' });
    const { seats } = evenSplit({ people: crowd(10), rooms, random: random(), placed });
    expect(sizes(rooms, seats)).toEqual([3, 7]);
  });

  it('keep their seats without being named, as a moderator placed by hand', () => {
    const { seats } = evenSplit({
      people: crowd(3),
      rooms: roomsOf(5, 5),
      random: random(),
      placed: seated({ mod: '1' }),
    });
    expect(seats.get('mod')).toBe('1');
    expect(sizes(roomsOf(5, 5), seats)).toEqual([2, 2]);
  });

  it('are drawn again when their room is gone, and not kept when nobody named them', () => {
    const { seats } = evenSplit({
      people: ['p1'],
      rooms: roomsOf(5),
      random: random(),
      placed: seated({ p1: '9', mod: '9' }),
    });
    expect([...seats]).toEqual([['p1', '1']]);
  });
});

describe('rooms that no draw can be right for', () => {
  it('throw when two have one key', () => {
    const rooms = [
      { key: 'a', capacity: 2 },
      { key: 'a', capacity: 3 },
    ];
    expect(() => evenSplit({ people: [], rooms, random: random() })).toThrow(/Two rooms have the key "a"/);
  });

  it.each([-1, 1.5, NaN, -Infinity])('throw when one has %d seats', (capacity) => {
    expect(() => evenSplit({ people: [], rooms: roomsOf(capacity), random: random() })).toThrow(/seats/);
  });
});

describe('every even split', () => {
  it.each([20, 1, 2, 3, 4])(
    'for 0–200 people in 1–10 rooms of 2–50 seats differs by one at most and loses nobody, seed %i',
    (seed) => {
      const people = crowd(200);
      const number = new Map(people.map((person, at) => [person, at]));
      const chance = createRandom(seed);
      const failures: string[] = [];
      const seen = new Int32Array(people.length);
      let cases = 0;
      for (let count = 1; count <= 10; count += 1) {
        const found = new Int32Array(count);
        for (let capacity = 2; capacity <= 50; capacity += 1) {
          const rooms = equalRooms(count, capacity);
          const roomAt = new Map(rooms.map((room, at) => [room.key, at]));
          for (let amount = 0; amount <= 200; amount += 1) {
            cases += 1;
            const { seats, unplaced } = evenSplit({ people: people.slice(0, amount), rooms, random: chance });
            found.fill(0);
            let ok =
              unplaced.length === Math.max(0, amount - count * capacity) &&
              seats.size + unplaced.length === amount;
            // Everybody of these people, and nobody else, is met once: seated or unplaced.
            const meet = (person: string) => {
              const at = number.get(person) ?? amount;
              ok &&= at < amount && seen[at] !== cases;
              seen[at] = cases;
            };
            for (const [person, room] of seats) {
              meet(person);
              const at = roomAt.get(room);
              if (at === undefined) ok = false;
              else found[at] = (found[at] ?? 0) + 1;
            }
            for (const { person } of unplaced) meet(person);
            const most = Math.max(...found);
            if (!ok || most > capacity || most - Math.min(...found) > 1)
              failures.push(`${amount} people, ${count} rooms of ${capacity}: ${found.join(', ')}`);
          }
        }
      }
      expect(failures).toEqual([]);
      expect(cases).toBe(98_490);
    },
    120_000,
  );

  it('leaves kept people where they are and evens out the rest as well as it can', () => {
    const draft = fc
      .record({
        people: fc.integer({ min: 0, max: 30 }),
        capacities: fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 6 }),
        kept: fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 7 })), { maxLength: 15 }),
        seed: fc.nat(),
      })
      .map(({ people, capacities, kept, seed }) => ({
        people: crowd(people),
        rooms: roomsOf(...capacities),
        // Some kept people are nobody's, some kept rooms are gone.
        placed: new Map(kept.map(([person, room]) => [`p${person + 1}`, String(room + 1)])),
        seed,
      }));
    fc.assert(
      fc.property(draft, ({ people, rooms, placed, seed }) => {
        const { seats, unplaced } = evenSplit({ people, rooms, random: createRandom(seed), placed });
        const known = new Set(rooms.map((room) => room.key));
        const kept = new Map([...placed].filter(([, room]) => known.has(room)));
        const missing = unplaced.map((one) => one.person);
        const everybody = [...new Set([...people, ...kept.keys()])];
        expect([...seats.keys(), ...missing].toSorted()).toEqual(everybody.toSorted());

        const before = sizes(rooms, kept);
        const after = sizes(rooms, seats);
        const open = after.filter((size, at) => size < (rooms[at]?.capacity ?? 0));
        const wrong = {
          moved: [...kept].filter(([person, room]) => seats.get(person) !== room),
          overfilled: after.filter((size, at) => size > Math.max(before[at] ?? 0, rooms[at]?.capacity ?? 0)),
          // Somebody was seated in a room while another with space was smaller by two or more.
          uneven: after.filter((size, at) => size > (before[at] ?? 0) && size - Math.min(...open) > 1),
          turnedAway: missing.length > 0 ? open : [],
        };
        expect(wrong).toEqual({ moved: [], overfilled: [], uneven: [], turnedAway: [] });
      }),
      { numRuns: 10_000, seed: 20 },
    );
  }, 60_000);
});
