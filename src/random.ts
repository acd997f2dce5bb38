/**
 * Chance, as everything in the kit sees it: seeded and handed in, so that a run replays exactly.
 * This is the only file that knows real chance.
 */

/** A source of numbers that look random. The same seed gives the same numbers. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  /** An id that this source has not given before, such as `call-3-k2x9`. */
  readonly id: (prefix: string) => string;
}

/** A new seed from real chance. */
export function randomSeed(): number {
  return Math.floor(Math.random() * 0x1_0000_0000);
}

/**
 * Makes a seeded source (mulberry32).
 *
 * @param seed - Any number; equal seeds give equal numbers.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  let ids = 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    id: (prefix) => `${prefix}-${String((ids += 1))}-${below(0x100_0000).toString(36)}`,
  };
}
