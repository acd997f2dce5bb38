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

/** The first of them; nobody when all of the list go. */
export function nextTo(list: readonly PersonKey[], gone: ReadonlySet<PersonKey>): PersonKey | undefined {
  const at = Math.max(
    0,
    list.findIndex((key) => gone.has(key)),
  );
  return (
    list.find((key, place) => place >= at && !gone.has(key)) ??
    list.findLast((key, place) => place < at && !gone.has(key))
  );
}
