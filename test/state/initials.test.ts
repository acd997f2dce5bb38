// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { initials } from '../../src/state/initials.js';

it.each([
  ['Lena Vogel', 'LV'],
  ['lena vogel', 'LV'],
  ['Alexandria Papadopoulou-Montgomery', 'AP'],
  ['Maria da Silva', 'MS'],
  ['Cher', 'C'],
  ['Liam O’Connor', 'LO'],
  ['“Ana” Ruiz', 'AR'],
  ['Guest 3', 'G3'],
  ['Lena Vogel (Acme)', 'LV'],
  ['(Acme)', 'A'],
  ['lena.vogel@example.com', 'LV'],
  ['Élodie Ångström', 'ÉÅ'],
  ['ßara Ñ', 'ßÑ'],
  ['أحمد علي', 'أ'],
  ['דנה כהן', 'דכ'],
  ['陈伟', '陈'],
  ['田中 美咲', '田'],
  ['김민준', '김'],
  ['हिना नोवाक', 'हिना'.slice(0, 2) + 'नो'],
  ['Анна Иванова', 'АИ'],
  ['👩‍🚀 Mei', '👩‍🚀'],
  ['Lena 🎉', 'L'],
  ['🇵🇹 Rui', '🇵🇹'],
  ['...', '.'],
  ['', ''],
  ['\u202E\u200B', ''],
])('%s is shown as %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});

it('whatever the name, the avatar gets at most two characters and no control', () => {
  const two = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const shown = initials(name);
      expect([...two.segment(shown)].length).toBeLessThanOrEqual(2);
      expect(shown).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    }),
    { numRuns: 1000 },
  );
});
