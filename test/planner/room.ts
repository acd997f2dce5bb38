import type { SeatingRoom } from '../../src/planner.js';

/** Rooms "1", "2" … with these seats. */
export const roomsOf = (...capacities: readonly number[]): SeatingRoom[] =>
  capacities.map((capacity, at) => ({ key: String(at + 1), capacity }));

/** Rooms of one size. */
export const equalRooms = (count: number, capacity: number): SeatingRoom[] =>
  roomsOf(...Array.from({ length: count }, () => capacity));

/** People "p1", "p2" … */
export const crowd = (count: number): string[] => Array.from({ length: count }, (_, at) => `p${at + 1}`);

/** Seats written as `{ p1: '2' }`. */
export const seated = (seats: Record<string, string>): Map<string, string> => new Map(Object.entries(seats));

/** People per room, in the order of the rooms. */
export const sizes = (rooms: readonly SeatingRoom[], seats: ReadonlyMap<string, string>): number[] =>
  rooms.map((room) => [...seats.values()].filter((key) => key === room.key).length);
