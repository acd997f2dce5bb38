/** Finds people by a name that is spelt nearly like theirs, without comparing everybody with everybody. */
import type { PersonKey } from '../../state/types.js';
import { editDistance } from './editDistance.js';
import { nameWords } from './spelling.js';

/** Somebody whose name is like the one that was looked for. */
export interface Similar {
  readonly person: PersonKey;
  /** From 0.7 to 1: how like. */
  readonly score: number;
}

/** Below this two names are different names. */
const LEAST_SCORE = 0.7;
/** A word that so many people share says nothing: another word of the name has to find them. */
const MOST_SHARED = 200;
/** An initial for a word. */
const INITIAL = 0.85;

/** Makes the search over these people. */
export function similarNames(
  people: readonly { readonly key: PersonKey; readonly name: string }[],
): (name: string, except: ReadonlySet<PersonKey>) => readonly Similar[] {
  const words = new Map(people.map(({ key, name }) => [key, nameWords(name)]));
  const byVariant = new Map<string, PersonKey[]>();
  for (const [key, own] of words)
    for (const variant of new Set(own.flatMap(variants))) {
      const there = byVariant.get(variant);
      if (there) there.push(key);
      else byVariant.set(variant, [key]);
    }
  return (name, except) => {
    const wanted = nameWords(name);
    const found: Similar[] = [];
    const seen = new Set<PersonKey>();
    for (const word of wanted) {
      if (word.length < 2) continue;
      for (const variant of variants(word)) {
        const there = byVariant.get(variant) ?? [];
        if (there.length > MOST_SHARED) continue;
        for (const key of there) {
          if (seen.has(key) || except.has(key)) continue;
          seen.add(key);
          const score = likeness(wanted, words.get(key) ?? []);
          if (score >= LEAST_SCORE) found.push({ person: key, score });
        }
      }
    }
    return found.toSorted((a, b) => b.score - a.score);
  };
}

/** How many slips a word of this length may have. */
const slips = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

/** The word, and each word with one letter less: two words with one slip between them share one of these. */
function variants(word: string): readonly string[] {
  if (slips(word.length) === 0) return [word];
  return [word, ...Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** From 0 to 1. Each word of the shorter name needs one in the longer; an initial will do, if another word is whole. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length === 0) return 0;
  const free = [...many];
  let sum = 0;
  let whole = 0;
  // Whole words first, so that an initial does not take the place of one.
  for (const word of few.toSorted((x, y) => y.length - x.length)) {
    let best = 0;
    let at = -1;
    free.forEach((other, index) => {
      const score = wordLikeness(word, other);
      if (score > best) [best, at] = [score, index];
    });
    if (at < 0) return 0;
    if (Math.min(word.length, free[at]?.length ?? 0) > 1 || word === free[at]) whole += 1;
    free.splice(at, 1);
    sum += best;
  }
  if (whole === 0) return 0;
  const left = Math.min(3, free.length);
  return sum / few.length - left * 0.1 - (left > 0 && few.length === 1 ? 0.1 : 0);
}

function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? INITIAL : 0;
  const length = Math.max(a.length, b.length);
  const distance = editDistance(a, b, slips(length));
  return distance === null ? 0 : 1 - distance / length;
}
