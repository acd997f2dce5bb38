// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { plainCopy, TooLarge } from '../../src/wire/plainCopy.js';

describe('the budget of a copy', () => {
  it.each<[string, unknown]>([
    ['a long text', 'x'.repeat(99)],
    ['a long name of a field', { ['x'.repeat(97)]: 1 }],
    ['a long list', Array.from({ length: 100 }, () => 1)],
    ['many short fields', Object.fromEntries(Array.from({ length: 30 }, (_, at) => [at, 1]))],
    ['many short texts', Array.from({ length: 40 }, () => 'x')],
  ])('is spent by %s', (_, value) => {
    expect(() => plainCopy(value, 100)).toThrow(TooLarge);
  });

  it.each<[string, unknown]>([
    ['text', 'x'.repeat(98)],
    ['numbers', Array.from({ length: 49 }, () => 1)],
    ['fields', { a: 1, b: [true, null], c: { d: 'x' }, e: {}, f: [] }],
  ])('is enough for whatever is as short as JSON: %s', (_, value) => {
    expect(plainCopy(value, JSON.stringify(value).length)).toEqual(value);
  });

  it('stops in the middle: the rest is not read', () => {
    let reads = 0;
    const body = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`field${at}`, 1]));
    const watched = new Proxy(body, {
      get: (target, key) => {
        reads += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    expect(() => plainCopy(watched, 100)).toThrow(TooLarge);
    expect(reads).toBeLessThan(12);
  });
});
