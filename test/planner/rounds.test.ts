// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRandom,
  evenSplit,
  type Groups,
  meetNewPeople,
  planRounds,
  type RoundsAhead,
  type Rules,
  type SeatingRoom,
  type Seats,
} from '../../src/planner.js';
import { brokenRules } from '../../src/state/brokenRules.js';
import { brokenPairs, everySeating, leadRoughness, roughness } from './bruteForce.js';
import { crowd, equalRooms, roomsOf, seated, sizes } from './room.js';

const none: Rules = { together: [], apart: [], leadEach: false };
const seeds = Array.from({ length: 50 }, (_, seed) => seed);

/** Who sat together in this round. */
const groupsOf = (rooms: readonly SeatingRoom[], seats: Seats): Groups =>
  rooms.map(({ key }) => [...seats].flatMap(([person, room]) => (room === key ? [person] : [])));

/** Pairs of the planned rounds, once for each earlier meeting: counted the long way. */
function countRepeats(
  rooms: readonly SeatingRoom[],
  rounds: readonly Seats[],
  history: readonly Groups[] = [],
) {
  const met = new Map<string, number>();
  let repeats = 0;
  [...history, ...rounds.map((round) => groupsOf(rooms, round))].forEach((groups, at) => {
    for (const group of groups) {
      const sorted = [...new Set(group)].toSorted();
      sorted.forEach((person, index) => {
        for (const other of sorted.slice(index + 1)) {
          const pair = JSON.stringify([person, other]);
          const before = met.get(pair) ?? 0;
          if (at >= history.length) repeats += before;
          met.set(pair, before + 1);
        }
      });
    }
  });
  return repeats;
}

/** Plans, and holds the plan to everything that is true of every plan. */
function plan(asked: Omit<RoundsAhead, 'random'>, seed: number) {
  const planned = planRounds({ ...asked, random: createRandom(seed) });
  const { people, rooms, placed = new Map<string, string>(), rules, leads = new Set<string>() } = asked;
  expect(planned.rounds).toHaveLength(asked.rounds);
  planned.rounds.forEach((seats, round) => {
    const missing = (planned.unplaced[round] ?? []).map((one) => one.person);
    const everybody = [...new Set([...people, ...placed.keys()])];
    expect([...seats.keys(), ...missing].toSorted()).toEqual(everybody.toSorted());
    for (const [person, room] of placed) expect(seats.get(person)).toBe(room);
    const stay = sizes(rooms, placed);
    sizes(rooms, seats).forEach((size, at) => {
      expect(size).toBeLessThanOrEqual(Math.max(rooms[at]?.capacity ?? 0, stay[at] ?? 0));
    });
    const seatsInAll = rooms.reduce((sum, { capacity }, at) => sum + Math.max(capacity, stay[at] ?? 0), 0);
    expect(missing).toHaveLength(Math.max(0, everybody.length - seatsInAll));
    expect(planned.unmet[round]).toEqual(rules ? brokenRules(seats, rules, leads) : []);
  });
  expect(planned.repeats).toBe(countRepeats(rooms, planned.rounds, asked.history));
  expect(planned.repeats).toBeGreaterThanOrEqual(planned.bound);
  return planned;
}

describe('rounds in which nobody meets anybody twice', () => {
  it.each([
    { people: 8, rooms: 4, rounds: 7 },
    { people: 9, rooms: 3, rounds: 4 },
    { people: 16, rooms: 4, rounds: 5 },
    { people: 12, rooms: 4, rounds: 4 },
    { people: 20, rooms: 5, rounds: 5 },
    { people: 64, rooms: 8, rounds: 9 },
  ])(
    'are found for $people people in $rooms rooms and $rounds rounds, whatever the seed',
    ({ people, rooms, rounds }) => {
      const plans = seeds.map((seed) => {
        const planned = plan({ people: crowd(people), rooms: equalRooms(rooms, people), rounds }, seed);
        expect(planned.repeats).toBe(0);
        for (const seats of planned.rounds)
          expect(new Set(sizes(equalRooms(rooms, people), seats))).toEqual(new Set([people / rooms]));
        return JSON.stringify(planned.rounds.map((seats) => [...seats]));
      });
      expect(new Set(plans).size).toBe(seeds.length);
    },
  );

  it('are the same for the same seed', () => {
    const draw = () =>
      plan({ people: crowd(15), rooms: equalRooms(5, 5), rounds: 6 }, 3).rounds.map((seats) => [...seats]);
    expect(draw()).toEqual(draw());
  });

  it.each([
    { people: 14, rooms: 4, rounds: 4 },
    { people: 15, rooms: 4, rounds: 5 },
    { people: 13, rooms: 4, rounds: 4 },
    { people: 7, rooms: 4, rounds: 7 },
    { people: 19, rooms: 5, rounds: 5 },
    { people: 11, rooms: 4, rounds: 4 },
  ])(
    'are found for $people people in $rooms rooms and $rounds rounds, whose sizes differ by one',
    ({ people, rooms, rounds }) => {
      for (const seed of seeds.slice(0, 10)) {
        const planned = plan({ people: crowd(people), rooms: equalRooms(rooms, 20), rounds }, seed);
        expect(planned.repeats).toBe(0);
        for (const seats of planned.rounds) {
          const found = sizes(equalRooms(rooms, 20), seats);
          expect(Math.max(...found) - Math.min(...found)).toBe(1);
        }
      }
    },
  );

  it.each([
    { people: 16, rooms: 4, rounds: 4 },
    { people: 9, rooms: 3, rounds: 3 },
    { people: 8, rooms: 4, rounds: 4 },
    { people: 14, rooms: 4, rounds: 4 },
  ])('have a lead in each of $rooms rooms in each of $rounds rounds', ({ people, rooms, rounds }) => {
    const leads = new Set(crowd(rooms));
    for (const seed of seeds.slice(0, 20)) {
      const planned = plan(
        {
          people: crowd(people),
          rooms: equalRooms(rooms, 9),
          rounds,
          leads,
          rules: { ...none, leadEach: true },
        },
        seed,
      );
      expect(planned.unmet.flat()).toEqual([]);
      expect(planned.repeats).toBe(0);
    }
  });

  it('leave leads in their rooms, and the others move on', () => {
    const placed = seated({ p1: '1', p2: '2', p3: '3', p4: '4' });
    for (const seed of seeds.slice(0, 20)) {
      const planned = plan({ people: crowd(16), rooms: equalRooms(4, 4), rounds: 4, placed }, seed);
      expect(planned.repeats).toBe(0);
    }
  });

  it('keep people apart in all rounds', () => {
    const rules = {
      ...none,
      apart: [
        ['p3', 'p9', 'p11'],
        ['p1', 'p2'],
      ],
    };
    for (const seed of seeds.slice(0, 20)) {
      const planned = plan({ people: crowd(16), rooms: equalRooms(4, 4), rounds: 4, rules }, seed);
      expect(planned.unmet.flat()).toEqual([]);
      expect(planned.repeats).toBe(0);
    }
  });

  it('keep people together in all rounds, who are all that meet again', () => {
    const rules = { ...none, together: [['p3', 'p9']] };
    for (const seed of seeds.slice(0, 10)) {
      const planned = plan({ people: crowd(16), rooms: equalRooms(4, 4), rounds: 3, rules }, seed);
      expect(planned.unmet.flat()).toEqual([]);
      // The two meet three times: 0 + 1 + 2.
      expect([planned.bound, planned.repeats]).toEqual([3, 3]);
    }
  });

  it('are planned anew when somebody leaves after two of five', () => {
    for (const seed of seeds.slice(0, 20)) {
      const rooms = equalRooms(4, 5);
      const before = plan({ people: crowd(16), rooms, rounds: 5 }, seed);
      const history = before.rounds.slice(0, 2).map((seats) => groupsOf(rooms, seats));
      const left = crowd(16).filter((person) => person !== 'p7');
      const rest = plan({ people: left, rooms, rounds: 3, history }, seed);
      expect(rest.repeats).toBe(0);
    }
  });

  it('are planned anew when somebody comes after one of four', () => {
    for (const seed of seeds.slice(0, 20)) {
      const rooms = equalRooms(4, 5);
      const before = plan({ people: crowd(15), rooms, rounds: 4 }, seed);
      const history = [groupsOf(rooms, before.rounds[0] ?? new Map())];
      const rest = plan({ people: [...crowd(15), 'late'], rooms, rounds: 3, history }, seed);
      expect(rest.repeats).toBe(0);
    }
  });
});
