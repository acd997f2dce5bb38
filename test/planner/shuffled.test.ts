// @vitest-environment node
import { expect, it } from 'vitest';
import { createRandom, shuffled } from '../../src/planner.js';
import { crowd } from './room.js';

it('keeps everybody, changes nothing it was given, and repeats by seed', () => {
  const people = Object.freeze(crowd(30));
  const cards = shuffled(people, createRandom(1));
  expect([...cards].toSorted()).toEqual([...people].toSorted());
  expect(cards).not.toEqual(people);
  expect(shuffled(people, createRandom(1))).toEqual(cards);
  expect(shuffled([], createRandom(1))).toEqual([]);
});

it('makes every order of four people equally likely', () => {
  const random = createRandom(5);
  const runs = 24_000;
  const seen = new Map<string, number>();
  for (let run = 0; run < runs; run += 1) {
    const order = shuffled(['a', 'b', 'c', 'd'], random).join('');
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(24);
  // Chi-squared with 23 degrees of freedom: above 49.7 happens once in a thousand seeds.
  const expected = runs / 24;
  const distance = [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  expect(distance).toBeLessThan(49.7);
});
