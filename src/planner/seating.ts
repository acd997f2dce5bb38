/** The words the planner's functions share. */
import { brokenRules, type BrokenRule } from '../state/brokenRules.js';
import type { PersonKey, RoomKey, Rules, Seats } from '../state/types.js';

export type { BrokenRule, Rules, Seats };

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

/** What a draw came to: everybody is in exactly one of `seats` and `unplaced`. */
export interface Seating {
  readonly seats: Map<PersonKey, RoomKey>;
  /** In the order the people were given. */
  readonly unplaced: readonly Unplaced[];
  /** The rules that these seats do not keep, as `brokenRules` names them. Empty without rules. */
  readonly unmet: readonly BrokenRule[];
}

/** What every draw may hold to. */
export interface Wishes {
  /** What cannot be kept is named in `unmet`. Rules for people who are not there are no rules. */
  readonly rules?: Rules | undefined;
  /** Leads are spread over the rooms as evenly as the seats allow, with rules or without. */
  readonly leads?: ReadonlySet<PersonKey> | undefined;
}

/** Whoever of these has no seat, in the order given and once each. */
export function withoutSeat(people: readonly PersonKey[], seats: Seats): PersonKey[] {
  return [...new Set(people)].filter((person) => !seats.has(person));
}

/** Whoever of these has no seat, with the reason, for a draw's answer. Each is given once. */
export function unplacedOf(people: readonly PersonKey[], seats: Seats): Unplaced[] {
  return people.filter((person) => !seats.has(person)).map((person) => ({ person, why: 'no-seat' }));
}

/** Whether there is anything to search for, or an even draw is all that is asked. */
export const wishesAny = ({ rules, leads }: Wishes): boolean =>
  (leads?.size ?? 0) + (rules ? rules.together.length + rules.apart.length : 0) > 0;

/** The rules that these seats do not keep. */
export const unmetBy = (seats: Seats, { rules, leads = new Set() }: Wishes): readonly BrokenRule[] =>
  rules ? brokenRules(seats, rules, leads) : [];

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
