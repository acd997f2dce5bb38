/** A set-up: everything of a draft that is about rooms and nothing about people, to be used again in another meeting. */
import type { Opening, Plan, Split } from './types.js';

/** Rooms and how to fill them, without people. Plain data: keep it where you like. */
export interface Setup {
  /** What the moderator calls it. */
  readonly name: string;
  readonly rooms: readonly { readonly name: string | null; readonly seats: number | null }[];
  readonly split: Split;
  readonly opening: Opening;
  /** Seats in each room; `null` is as many as the service allows. */
  readonly seats: number | null;
  /** Length of the round in minutes; `null` for none. */
  readonly minutes: number | null;
  readonly leadEach: boolean;
}

/** The set-up of a draft. */
export const setupOf = (plan: Plan, name: string): Setup => ({
  name,
  rooms: plan.rooms.map((room) => ({ name: room.name, seats: room.capacity })),
  split: plan.split,
  opening: plan.opening,
  seats: plan.capacity,
  minutes: plan.minutes,
  leadEach: plan.rules.leadEach,
});
