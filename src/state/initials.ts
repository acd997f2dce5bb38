/** The one or two characters that stand for a person on their avatar. */
import { displayName, firstGraphemes } from './displayName.js';

/** Letters of these scripts join: two initials side by side would read as a word. */
const JOINING =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Adlam}]/u;

/** One of these fills the avatar, and the first is the family name or its beginning. */
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator})/u;

const STARTS_WORD = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** "Lena Vogel (Acme)": what stands in brackets is about the person, not their name. */
const ASIDE = /[([{（【][^)\]}）】]{0,256}(?:[)\]}）】]|$)/gu;

const EMAIL = /^[^\s@]+@[^\s@]+$/u;

/**
 * The initials of a name: the first characters of its first and last word, in capitals where the script has them.
 * One character for scripts whose letters join, for East Asian names and for emoji; none for a name that shows nothing.
 *
 * @param name A name, shown or raw.
 */
export function initials(name: unknown): string {
  const shown = displayName(name, '');
  const bare = shown.replace(ASIDE, ' ').trim() || shown;
  const words = (
    EMAIL.test(bare) ? bare.slice(0, bare.indexOf('@')).split(/[._+-]+/u) : bare.split(/\s+/u)
  ).flatMap((word) => {
    const start = word.search(STARTS_WORD);
    return start < 0 ? [] : [word.slice(start)];
  });
  const first = words[0];
  if (first === undefined) return firstGraphemes(bare, 1).join('');
  const initial = capital(first);
  if (words.length === 1 || WIDE.test(first) || JOINING.test(first) || PICTURE.test(first)) return initial;
  // "Lena 🎉" is Lena.
  const last = words.findLast((word, at) => at > 0 && !PICTURE.test(word));
  return last === undefined || JOINING.test(last) || WIDE.test(last) ? initial : initial + capital(last);
}

function capital(word: string): string {
  const letter = firstGraphemes(word, 1).join('');
  const upper = letter.toUpperCase();
  if (upper.length === 1) return upper;
  // A sharp s has no capital of its own length.
  return firstGraphemes(upper, 2).length === 1 ? upper : letter;
}
