// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NAME_GRAPHEMES, displayName, isolated, sameNameKey } from '../../src/state/displayName.js';

const FAMILY = '👨‍👩‍👧‍👦';
const COUNT = new Intl.Segmenter('en', { granularity: 'grapheme' });
const length = (text: string) => [...COUNT.segment(text)].length;

describe('the name people see', () => {
  it.each([
    ['a plain name stays', 'Ana Ruiz', 'Ana Ruiz'],
    ['spaces around and between are one space or none', '  Ana \u00A0  Ruiz ', 'Ana Ruiz'],
    ['a name over two lines becomes one line', 'Ana\r\nRuiz\u2028II', 'Ana Ruiz II'],
    ['a tab is a space', 'Ana\tRuiz', 'Ana Ruiz'],
    ['an override does not turn the text', 'Ana\u202Eziur', 'Anaziur'],
    ['a name cannot close its isolate', 'Ana\u2069\u202E Ruiz', 'Ana Ruiz'],
    ['marks of either direction go', '\u200Eأحمد\u200F\u061C', 'أحمد'],
    ['bells and escapes go', 'A\u0007n\u001B[31ma\u009B', 'An[31ma'],
    ['a byte order mark goes', '\uFEFFAna', 'Ana'],
    ['a Persian half-space stays', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['a family stays one family', FAMILY, FAMILY],
    ['markup is text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['a key of every object is a name like others', '__proto__', '__proto__'],
    ['half a pair becomes the replacement character', 'A\uD83Dna', 'A\uFFFDna'],
  ])('%s', (_title, given, shown) => {
    expect(displayName(given, 'Guest 3')).toBe(shown);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \u3000\u2003'],
    ['zero-width characters', '\u200B\u200C\u200D\u2060'],
    ['direction marks', '\u202E\u2066\u200F'],
    ['a Hangul filler', '\u3164\uFFA0'],
    ['an empty Braille cell', '\u2800'],
    ['an accent on nothing', '\u0301\u0301'],
    ['soft hyphens', '\u00AD\u00AD'],
    ['a tag without a flag', '\u{E0041}'],
    ['no text at all', undefined],
    ['a number', 7],
    ['an object that claims to be text', { toString: () => 'Ana' }],
  ])('somebody whose name is %s is called a guest', (_title, given) => {
    expect(displayName(given, 'Guest 3')).toBe('Guest 3');
  });

  it('a name of 300 families is cut between two families', () => {
    const shown = displayName(FAMILY.repeat(300), 'Guest');
    expect(shown).toBe(FAMILY.repeat(MAX_NAME_GRAPHEMES));
  });

  it('a tower of accents is cut to a bounded height', () => {
    expect(displayName(`A${'\u0301'.repeat(5000)}na`, 'Guest').length).toBeLessThanOrEqual(34);
  });

  it('a megabyte costs no more than a page', () => {
    expect(length(displayName('a'.repeat(1_000_000), 'Guest'))).toBe(MAX_NAME_GRAPHEMES);
  });

  it('whatever is typed, the result is one visible, well-formed line without controls, and stays as it is', () => {
    const given = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    fc.assert(
      fc.property(given, (name) => {
        const shown = displayName(name, 'Guest');
        expect(shown).not.toMatch(/[\p{Cc}\p{Surrogate}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u);
        expect(shown.trim()).toBe(shown);
        expect(shown).not.toBe('');
        expect(length(shown)).toBeLessThanOrEqual(MAX_NAME_GRAPHEMES);
        expect(displayName(shown, 'Guest')).toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('twins', () => {
  it.each([
    ['case', 'Maria Silva', 'maria SILVA'],
    ['full-width letters', 'Ana', 'Ａｎａ'],
    ['a hidden joiner', 'Ana Ruiz', 'Ana\u200D Ruiz'],
    ['a composed accent', 'José', 'Jose\u0301'],
  ])('%s does not tell two people apart', (_title, one, other) => {
    expect(sameNameKey(one)).toBe(sameNameKey(other));
  });

  it('different names are different', () => {
    expect(sameNameKey('Maria Silva')).not.toBe(sameNameKey('Mario Silva'));
  });
});

it('a name inside a sentence is wrapped so that it cannot turn the rest', () => {
  expect(`Move ${isolated('أحمد')} to…`).toBe('Move \u2068أحمد\u2069 to…');
});
