/** What is left of a name when people spell it in a hurry: no accents, no capitals, no order, no titles in brackets. */
import { displayName } from '../../state/displayName.js';

/** Letters that are no letter with an accent, in the spelling of people who do not have them on their keys. */
const PLAIN = new Map(
  Object.entries({ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h' }),
);
const ODD = /[ßøłđðþæœıħ]/gu;
const BRACKETED = /\([^()]*\)|\[[^[\]]*\]/gu;
const APOSTROPHE = /['’‘`ʼ]/gu;
/** More words than any name has. */
const MOST_WORDS = 12;
/** Longer than any word of a name. */
const LONGEST_WORD = 40;

/** The words of a name, plain and in order of the alphabet. */
export function nameWords(name: string): readonly string[] {
  return displayName(name, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ODD, (letter) => PLAIN.get(letter) ?? letter)
    .replace(BRACKETED, ' ')
    .replace(APOSTROPHE, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))
    .toSorted();
}

/** The name in an address: "lena.vogel" of lena.vogel@example.org. */
export const nameInEmail = (email: string): string =>
  email
    .slice(0, Math.max(0, email.indexOf('@')))
    .replace(/\+.*$/u, '')
    .replace(/[\d._-]+/gu, ' ')
    .trim();
