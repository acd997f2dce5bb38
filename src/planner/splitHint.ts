/** The sizes of an even split, for "5 people each" and "5–6 people each". */
export interface SplitHint {
  /** People in the smallest room. */
  readonly least: number;
  /** People in the largest room. */
  readonly most: number;
}

/**
 * Says how large the rooms of an even split come out, before anybody is seated.
 *
 * @param capacity - Seats in each room. By default there is no limit.
 */
export function splitHint({
  people,
  rooms,
  capacity = Infinity,
}: {
  readonly people: number;
  readonly rooms: number;
  readonly capacity?: number;
}): SplitHint {
  if (rooms <= 0) return { least: 0, most: 0 };
  return {
    least: Math.min(Math.floor(people / rooms), capacity),
    most: Math.min(Math.ceil(people / rooms), capacity),
  };
}
