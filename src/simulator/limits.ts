/** What the service allows, and the codes it refuses with. */

/** At most this many breakout rooms per main room. */
export const MAX_ROOMS = 10;

/** At least this many people per breakout room. */
export const MIN_PEOPLE = 2;

/** `max_active_talkers` where a meeting does not say: the vendor's default. */
export const DEFAULT_MAX_ACTIVE_TALKERS = 6;

/** Data above this many characters is refused with 1195. */
export const MAX_DATA_LENGTH = 100_000;

/** The largest capacity of a breakout room: one less than the main room's talkers. */
export function maxPeople(maxActiveTalkers: number): number {
  return maxActiveTalkers - 1;
}

/** What an order for breakout rooms says, as it arrives at the server: any value at all. */
export interface RoomDefinition {
  readonly participants?: unknown;
  readonly max_rooms?: unknown;
}

/**
 * Why the server refuses an order, or null.
 *
 * @param room - How many rooms there are, and how many the main room's talkers allow.
 * @returns 1734 when the count is left out, 1724 when it is no number, 1725 outside 2 … n − 1, 1726 above ten rooms.
 */
export function whyNotCreate(
  definition: RoomDefinition,
  room: { readonly rooms: number; readonly maxActiveTalkers: number },
): 1724 | 1725 | 1726 | 1734 | null {
  const { participants, max_rooms: count = 1 } = definition;
  if (participants === undefined || participants === null) return 1734;
  if (!Number.isInteger(participants)) return 1724;
  if ((participants as number) < MIN_PEOPLE || (participants as number) > maxPeople(room.maxActiveTalkers))
    return 1725;
  if (!Number.isInteger(count) || (count as number) < 1 || room.rooms + (count as number) > MAX_ROOMS)
    return 1726;
  return null;
}
