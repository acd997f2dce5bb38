// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteLength } from '../../src/wire/byteLength.js';

it('counts the bytes a text takes on the way', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
      (text) => {
        expect(byteLength(text)).toBe(Buffer.byteLength(text));
      },
    ),
    { numRuns: 2_000, seed: 20 },
  );
  expect(byteLength('aé字😀')).toBe(1 + 2 + 3 + 4);
  expect(byteLength('\uD83D')).toBe(3);
  expect(byteLength('\uD83D\uD83D\uDE00')).toBe(3 + 4);
});
