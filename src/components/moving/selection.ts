/** Who is selected after a press or a key. */
import type { PersonKey } from '../../state/types.js';
import type { BoardState } from './board.js';

type Selection = Pick<BoardState, 'selected' | 'anchor' | 'reach'>;

/** Selects or unselects one person, who begins the next range. */
export function toggled({ selected }: Selection, person: PersonKey): Selection {
  const next = new Set(selected);
  if (!next.delete(person)) next.add(person);
  return { selected: next, anchor: person, reach: null };
}

/**
 * Selects everybody between where the range began and this person, in the order of their list. A range that was longer
 * gives up those it no longer reaches.
 */
export function extended(
  { selected, anchor, reach }: Selection,
  person: PersonKey,
  list: readonly PersonKey[],
): Selection {
  const between = (from: PersonKey, to: PersonKey): readonly PersonKey[] => {
    const [a, b] = [list.indexOf(from), list.indexOf(to)];
    return a < 0 || b < 0 ? [] : list.slice(Math.min(a, b), Math.max(a, b) + 1);
  };
  const begin = anchor !== null && list.includes(anchor) ? anchor : person;
  const next = new Set(selected);
  if (begin === anchor && reach !== null) for (const key of between(begin, reach)) next.delete(key);
  for (const key of between(begin, person)) next.add(key);
  return { selected: next, anchor: begin, reach: person };
}

/** Selects everybody of a list; again: none of them. */
export function wholeList({ selected }: Selection, list: readonly PersonKey[]): Selection {
  const all = list.every((person) => selected.has(person));
  const next = new Set(selected);
  for (const person of list)
    if (all) next.delete(person);
    else next.add(person);
  return { selected: next, anchor: null, reach: null };
}

/** The selection without these people. */
export const without = (
  { selected }: Pick<Selection, 'selected'>,
  people: ReadonlySet<PersonKey>,
): Selection => ({
  selected: new Set([...selected].filter((key) => !people.has(key))),
  anchor: null,
  reach: null,
});

export const NONE_SELECTED: Selection = { selected: new Set(), anchor: null, reach: null };

/**
 * Whom a move of this person takes along: the selection they are in, or them alone. In the order of selecting, whomever the
 * hand is on: where seats are short the same people find one by every way.
 */
export const withSelection = (
  { selected }: Pick<Selection, 'selected'>,
  person: PersonKey,
): readonly PersonKey[] => (selected.has(person) ? [...selected] : [person]);
