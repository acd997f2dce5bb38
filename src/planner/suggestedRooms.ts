import type { Limits } from '../state/types.js';

/** Enough to talk with, few enough that everybody does. */
const GOOD_SIZE = 5;

/**
 * How many rooms to start a draft with: rooms of about five, with a seat to spare where the service allows, and two rather than one as soon as
 * there are two pairs. 0 when there is nobody to seat, or the service has no room of the least size.
 */
export function suggestedRooms({
  people,
  limits,
}: {
  readonly people: number;
  readonly limits: Limits;
}): number {
  const most = limits.maxPeople ?? Infinity;
  if (people <= 0 || most < limits.minPeople) return 0;
  // With a seat to spare in each: a proposal of full rooms could not be changed by hand.
  const rooms = Math.ceil(people / Math.min(GOOD_SIZE, Math.max(limits.minPeople, most - 1)));
  const pairs = people >= 4 ? 2 : 1;
  return Math.min(Math.max(rooms, pairs), limits.maxRooms);
}
