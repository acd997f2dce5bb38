// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { capacityPlan, createRandom, evenSplit, splitHint, suggestedRooms } from '../../src/planner.js';
import { crowd, equalRooms, sizes } from './room.js';

const limits = (maxPeople: number | null, maxRooms = 10) => ({ maxRooms, minPeople: 2, maxPeople });

describe('the hint beside the number of rooms', () => {
  it.each([
    [20, 4, undefined, 5, 5],
    [21, 4, undefined, 5, 6],
    [3, 4, undefined, 0, 1],
    [0, 4, undefined, 0, 0],
    [20, 0, undefined, 0, 0],
    [214, 10, 15, 15, 15],
    [149, 10, 15, 14, 15],
  ])(
    'for %i people in %i rooms of at most %s seats says %i to %i',
    (people, rooms, capacity, least, most) => {
      expect(splitHint(capacity === undefined ? { people, rooms } : { people, rooms, capacity })).toEqual({
        least,
        most,
      });
    },
  );

  it('says what the split then comes out as', () => {
    for (let people = 0; people <= 60; people += 1) {
      for (let count = 1; count <= 10; count += 1) {
        const rooms = equalRooms(count, 5);
        const found = sizes(
          rooms,
          evenSplit({ people: crowd(people), rooms, random: createRandom(1) }).seats,
        );
        expect(splitHint({ people, rooms: count, capacity: 5 })).toEqual({
          least: Math.min(...found),
          most: Math.max(...found),
        });
      }
    }
  });
});

describe('the number of rooms a draft starts with', () => {
  it.each([
    [0, limits(7), 0],
    [1, limits(7), 1],
    [3, limits(7), 1],
    [4, limits(7), 2],
    [6, limits(7), 2],
    [11, limits(7), 3],
    [20, limits(7), 4],
    [20, limits(5), 5],
    [20, limits(null), 4],
    [9, limits(3), 5],
    [214, limits(15), 10],
    [20, limits(15, 3), 3],
    [20, limits(1), 0],
  ])('for %i people under %j is %i', (people, given, rooms) => {
    expect(suggestedRooms({ people, limits: given })).toBe(rooms);
  });
});

describe('an honest plan', () => {
  it.each([
    [
      { people: 214, limits: limits(15) },
      { rooms: 10, seats: 15, placed: 150, staying: 64 },
    ],
    [
      { people: 20, limits: limits(7) },
      { rooms: 4, seats: 5, placed: 20, staying: 0 },
    ],
    [
      { people: 42, limits: limits(5), rooms: 14 },
      { rooms: 10, seats: 5, placed: 42, staying: 0 },
    ],
    [
      { people: 42, limits: limits(5), rooms: 3 },
      { rooms: 3, seats: 5, placed: 15, staying: 27 },
    ],
    [
      { people: 20, limits: limits(7), rooms: 0 },
      { rooms: 1, seats: 7, placed: 7, staying: 13 },
    ],
    [
      { people: 5, limits: limits(7), rooms: 4 },
      { rooms: 4, seats: 2, placed: 5, staying: 0 },
    ],
    [
      { people: 5_000, limits: limits(null) },
      { rooms: 10, seats: 500, placed: 5_000, staying: 0 },
    ],
    [
      { people: 0, limits: limits(7) },
      { rooms: 0, seats: 0, placed: 0, staying: 0 },
    ],
    [
      { people: 20, limits: limits(1) },
      { rooms: 0, seats: 0, placed: 0, staying: 20 },
    ],
    [
      { people: 20, limits: limits(7, 0) },
      { rooms: 0, seats: 0, placed: 0, staying: 20 },
    ],
  ])('for %j is %j', (asked, plan) => {
    expect(capacityPlan(asked)).toEqual(plan);
  });

  it('keeps its word when people are seated by it', () => {
    for (let people = 0; people <= 220; people += 1) {
      const plan = capacityPlan({ people, limits: limits(15) });
      const rooms = equalRooms(plan.rooms, plan.seats);
      const { seats, unplaced } = evenSplit({ people: crowd(people), rooms, random: createRandom(people) });
      expect([seats.size, unplaced.length]).toEqual([plan.placed, plan.staying]);
    }
  });
});
