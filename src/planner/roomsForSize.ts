import type { Limits } from '../state/types.js';
import { capacityPlan, type CapacityPlan } from './capacityPlan.js';
import { splitHint, type SplitHint } from './splitHint.js';

/** What "4 people each" comes to. */
export interface SizePlan extends CapacityPlan, SplitHint {}

/**
 * How many rooms to make for rooms of this size. No room gets larger than asked for while the service has rooms enough: 14 people by
 * four are 4, 4, 3 and 3. But nobody is left alone for it: nine people in pairs are four rooms, one of three.
 *
 * At the limit the answer stays honest: with 10 rooms at most, 60 people by four are 10 rooms of 6, which `most` says.
 *
 * @param size - People in each room: from 1, and held to what the service allows.
 *
 * @example
 * ```ts
 * roomsForSize({ people: 14, size: 4, limits }); // { rooms: 4, least: 3, most: 4, seats: 4, placed: 14, staying: 0 }
 * ```
 */
export function roomsForSize({
  people,
  size,
  limits,
}: {
  readonly people: number;
  readonly size: number;
  readonly limits: Limits;
}): SizePlan {
  const each = Math.min(Math.max(size, limits.minPeople, 1), limits.maxPeople ?? Infinity);
  const rooms = Math.min(Math.ceil(people / each), Math.floor(people / Math.max(1, limits.minPeople)));
  const plan = capacityPlan({ people, limits, rooms });
  return { ...plan, ...splitHint({ people: plan.placed, rooms: plan.rooms }) };
}
