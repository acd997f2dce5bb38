/** What one seat of a stripe shows. */
export type SeatState =
  | 'free'
  | 'taken'
  | 'incoming'
  | 'over'
  | 'in-room'
  | 'joining'
  | 'inviting'
  | 'invited'
  | 'no-answer'
  | 'failed'
  | 'declined'
  | 'away';

/** More seats than this and one mark stands for one 24th of them. */
export const MAX_SEATS_DRAWN = 24;

/**
 * At most `limit` seats that measure what `seats` measure: each state keeps its share, and every state that occurs
 * keeps at least one mark, so that a single missing person among a hundred is not rounded away. The order is that of
 * the first of each state.
 */
export function compressSeats(
  seats: readonly SeatState[],
  limit: number = MAX_SEATS_DRAWN,
): readonly SeatState[] {
  if (seats.length <= limit) return seats;
  const counts = new Map<SeatState, number>();
  for (const seat of seats) counts.set(seat, (counts.get(seat) ?? 0) + 1);
  const shares = [...counts].map(([state, count]) => {
    const exact = (count / seats.length) * limit;
    return { state, exact, marks: Math.max(1, Math.floor(exact)) };
  });
  let open = limit - shares.reduce((sum, share) => sum + share.marks, 0);
  // The largest remainder gets what is left over; the one furthest above its share gives what is missing.
  while (open !== 0) {
    const step = Math.sign(open);
    const candidates = step > 0 ? shares : shares.filter((share) => share.marks > 1);
    const next = candidates.reduce<(typeof shares)[number] | undefined>((best, share) => {
      const gap = (share.exact - share.marks) * step;
      return best === undefined || gap > (best.exact - best.marks) * step ? share : best;
    }, undefined);
    if (next === undefined) break;
    next.marks += step;
    open -= step;
  }
  return shares.flatMap(({ state, marks }) => Array.from({ length: marks }, () => state));
}
