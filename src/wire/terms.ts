/**
 * Which of two moderators' words stands. Every kit reaches the same answer from the same messages, in whatever order they came.
 */
import type { ClientId } from '../state/types.js';

/** The rank of an order or a list. */
export interface Rank {
  /** Rises by one whenever a moderator takes the lead. */
  readonly term: number;
  /** The sender by the envelope; settles a tie. */
  readonly from: ClientId;
  /** Of `rooms` only: rises with each list of the same sender. */
  readonly version?: number;
}

/**
 * Below 0 when `a` ranks under `b`, above 0 when over, 0 when equal: the highest term wins, then the greater client id (by
 * code units), then the higher version.
 */
export function compareRanks(a: Rank, b: Rank): number {
  if (a.term !== b.term) return a.term < b.term ? -1 : 1;
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return Math.sign((a.version ?? 0) - (b.version ?? 0));
}

/** Whether `a` outranks `b`. Anything outranks nothing (`null`). An equal rank is not newer: the second copy changes nothing. */
export function newer(a: Rank, b: Rank | null): boolean {
  return b === null || compareRanks(a, b) > 0;
}

/**
 * Whether an order still counts beside the highest rank seen: the leader gives many orders under one term.
 * Versions are of lists and play no part.
 */
export function inForce(order: Rank, highest: Rank | null): boolean {
  if (highest === null) return true;
  return (
    compareRanks({ term: order.term, from: order.from }, { term: highest.term, from: highest.from }) >= 0
  );
}

/** The term under which a moderator takes the lead: one above the highest seen. */
export function nextTerm(highest: Rank | null): number {
  return highest === null ? 1 : Math.min(highest.term + 1, Number.MAX_SAFE_INTEGER);
}
