import type { PersonKey } from '../../state/types.js';

/** Who comes after those who go, then who comes before them, nearest first. */
export function nearest(list: readonly PersonKey[], gone: readonly PersonKey[]): readonly PersonKey[] {
  const leaving = new Set(gone);
  const at = list.findIndex((key) => leaving.has(key));
  const stay = (key: PersonKey) => !leaving.has(key);
  return [
    ...list.slice(Math.max(0, at)).filter(stay),
    ...list.slice(0, Math.max(0, at)).filter(stay).toReversed(),
  ];
}
