// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, shuffled } from '../../src/planner.js';
import { compareRanks, inForce, newer, nextTerm, type Rank } from '../../src/wire/terms.js';

const rank = (term: number, from: string, version?: number): Rank =>
  version === undefined ? { term, from } : { term, from, version };
const ranks = fc.record({
  term: fc.nat({ max: 3 }),
  from: fc.constantFrom('a', 'b', 'B', '__proto__'),
  version: fc.nat({ max: 3 }),
});

describe('two moderators at once', () => {
  it.each<[string, Rank, Rank]>([
    ['the higher term wins over the greater id', rank(2, 'a'), rank(1, 'z')],
    ['the greater id wins under one term', rank(1, 'b'), rank(1, 'a')],
    ['ids are compared by code units, the same on every machine', rank(1, 'a'), rank(1, 'Z')],
    ['the term wins over the version', rank(2, 'a', 1), rank(1, 'a', 9)],
    ['the higher version of one sender wins', rank(1, 'a', 2), rank(1, 'a', 1)],
    ['a list without a version is the first', rank(1, 'a', 1), rank(1, 'a')],
  ])('%s', (_, over, under) => {
    expect(newer(over, under)).toBe(true);
    expect(newer(under, over)).toBe(false);
  });

  it('leaves the one order that arrives twice without effect', () => {
    expect(newer(rank(1, 'a', 1), rank(1, 'a', 1))).toBe(false);
    expect(compareRanks(rank(1, 'a'), rank(1, 'a', 0))).toBe(0);
  });

  it('takes the first that is heard', () => {
    expect(newer(rank(0, ''), null)).toBe(true);
    expect(inForce(rank(0, ''), null)).toBe(true);
  });

  it('ends the same in every kit, in whatever order the messages came', () => {
    fc.assert(
      fc.property(fc.array(ranks, { minLength: 1 }), fc.nat(), (heard, seed) => {
        const last = (list: readonly Rank[]) =>
          list.reduce<Rank | null>((top, one) => (newer(one, top) ? one : top), null);
        const other = shuffled(heard, createRandom(seed));
        expect(last(other)).toEqual(last(heard));
      }),
      { numRuns: 1_000, seed: 20 },
    );
  });
});

describe('the moderator who leads', () => {
  it('gives many orders under one term, and lists of any version do not hold them up', () => {
    expect(inForce(rank(2, 'a'), rank(2, 'a', 7))).toBe(true);
    expect(inForce(rank(2, 'a'), rank(3, 'a'))).toBe(false);
    expect(inForce(rank(2, 'a'), rank(2, 'b'))).toBe(false);
    expect(inForce(rank(3, 'a'), rank(2, 'b'))).toBe(true);
  });

  it('starts one above whatever was heard', () => {
    expect(nextTerm(null)).toBe(1);
    expect(nextTerm(rank(7, 'a'))).toBe(8);
    expect(nextTerm(rank(Number.MAX_SAFE_INTEGER, 'a'))).toBe(Number.MAX_SAFE_INTEGER);
  });
});
