/** How a name is looked for: as people type it in a hurry, without what their keyboard does not have. */
import { sameNameKey } from './displayName.js';

/**
 * Accents of Latin, Greek and Cyrillic letters, points of Hebrew, vowel marks and the long stroke of Arabic: people write
 * names without them. Marks of other scripts stay, as there they make another letter.
 */
const ACCENTS = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/gu;

/** Letters that do not come apart, and signs of which keyboards have one kind. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['´', "'"],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
]);
const LETTERS = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'gu');

/** What a name and a search for it have in common: "jose" finds "José", and "o'connor" finds "O’Connor". */
export function searchKey(text: string): string {
  return sameNameKey(text)
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(LETTERS, (letter) => PLAIN.get(letter) ?? letter)
    .normalize('NFC');
}
