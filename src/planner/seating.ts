/** The words the planner's functions share. */
import type { PersonKey, RoomKey, Seats } from '../state/types.js';

export type { Seats };

/** A room to seat people in. */
export interface SeatingRoom {
  readonly key: RoomKey;
  /** Seats: a whole number from 0. `Infinity` for a room without a limit. */
  readonly capacity: number;
}

/** Somebody without a seat, and why. */
export interface Unplaced {
  readonly person: PersonKey;
  readonly why: 'no-seat';
}

/** What a draw came to: everybody is in exactly one of the two. */
export interface Seating {
  readonly seats: Map<PersonKey, RoomKey>;
  /** In the order the people were given. */
  readonly unplaced: readonly Unplaced[];
}

/** Whoever of these has no seat, in the order given and once each. */
export function withoutSeat(people: readonly PersonKey[], seats: Seats): PersonKey[] {
  return [...new Set(people)].filter((person) => !seats.has(person));
}

/** The same people with the reason, for a draw's answer. */
export function unplacedOf(people: readonly PersonKey[], seats: Seats): Unplaced[] {
  return withoutSeat(people, seats).map((person) => ({ person, why: 'no-seat' }));
}

/** Counts the people in each of these rooms, in the order of the rooms. Seats elsewhere are not counted. */
export function occupancy(rooms: readonly SeatingRoom[], seats: Seats): number[] {
  const counts = new Map<RoomKey, number>(rooms.map((room) => [room.key, 0]));
  for (const room of seats.values()) {
    const count = counts.get(room);
    if (count !== undefined) counts.set(room, count + 1);
  }
  return [...counts.values()];
}

/**
 * Refuses rooms that no draw can be right for.
 *
 * @throws TypeError for two rooms with one key, or seats that are not a whole number from 0.
 */
export function checkRooms(rooms: readonly SeatingRoom[]): void {
  const keys = new Set<RoomKey>();
  for (const { key, capacity } of rooms) {
    if (keys.has(key)) {
      throw new TypeError(
        `Two rooms have the key "${key}". People could not be told apart by room. Give each its own key.`,
      );
    }
    keys.add(key);
    if (!(capacity === Infinity || (Number.isInteger(capacity) && capacity >= 0))) {
      throw new TypeError(
        `Room "${key}" has ${String(capacity)} seats. Nobody can be counted against that. ` +
          'Pass a whole number from 0, or Infinity for no limit.',
      );
    }
  }
}
