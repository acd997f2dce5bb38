// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createRandom, placeRemaining } from '../../src/planner.js';
import { crowd, roomsOf, seated, sizes } from './room.js';

describe('people who have no seat yet', () => {
  it('fill the smallest rooms, and nobody else moves', () => {
    const seats = seated({ p1: '1', p2: '1', p3: '1', p4: '2', gone: '3' });
    const rooms = roomsOf(5, 5, 5);
    const placed = placeRemaining({ people: crowd(9), seats, rooms, random: createRandom(1) });
    for (const [person, room] of seats) expect(placed.seats.get(person)).toBe(room);
    expect(sizes(rooms, placed.seats)).toEqual([4, 3, 3]);
    expect(placed.unplaced).toEqual([]);
  });

  it('are listed when the rooms are full', () => {
    const placed = placeRemaining({
      people: crowd(4),
      seats: seated({ p2: '1' }),
      rooms: roomsOf(2, 1),
      random: createRandom(1),
    });
    expect(sizes(roomsOf(2, 1), placed.seats)).toEqual([2, 1]);
    expect(placed.unplaced).toHaveLength(1);
  });

  it('go only to the rooms named; seats in others stay', () => {
    const placed = placeRemaining({
      people: crowd(3),
      seats: seated({ p1: '7' }),
      rooms: roomsOf(5),
      random: createRandom(1),
    });
    expect(Object.fromEntries(placed.seats)).toEqual({ p1: '7', p2: '1', p3: '1' });
  });

  it('stay last in the order of seating, so that they are the first to give way', () => {
    const { seats } = placeRemaining({
      people: ['new', 'old'],
      seats: seated({ old: '1' }),
      rooms: roomsOf(5),
      random: createRandom(1),
    });
    expect([...seats.keys()]).toEqual(['old', 'new']);
  });
});
