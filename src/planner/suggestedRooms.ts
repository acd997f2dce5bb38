import type { Limits } from '../state/types.js';

/** Enough to talk with, few enough that everybody does. */
const GOOD_SIZE = 5;

/**
 * How many rooms to start a draft with: rooms of about five, as many as the service allows, and two rather than one as soon as
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
  const rooms = Math.ceil(people / Math.min(GOOD_SIZE, most));
  const pairs = people >= 4 ? 2 : 1;
  return Math.min(Math.max(rooms, pairs), limits.maxRooms);
}
