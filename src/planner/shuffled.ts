import type { Random } from '../random.js';

/** A copy in random order (Fisher–Yates): every order is equally likely, and the same seed gives the same one. */
export function shuffled<T>(list: readonly T[], random: Pick<Random, 'below'>): T[] {
  const cards = [...list];
  for (let last = cards.length - 1; last > 0; last -= 1) {
    const pick = random.below(last + 1);
    const card = cards[last] as T;
    cards[last] = cards[pick] as T;
    cards[pick] = card;
  }
  return cards;
}
