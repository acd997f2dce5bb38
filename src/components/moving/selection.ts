/** Who is selected after a press or a key. */
import type { PersonKey } from '../../state/types.js';
import type { BoardState } from './board.js';

type Selection = Pick<BoardState, 'selected' | 'anchor'>;

/** Selects or unselects one person, who begins the next range. */
export function toggled({ selected }: Selection, person: PersonKey): Selection {
  const next = new Set(selected);
  if (!next.delete(person)) next.add(person);
  return { selected: next, anchor: person };
}

/** Adds everybody between where the range began and this person, in the order of their list. */
export function extended(
  { selected, anchor }: Selection,
  person: PersonKey,
  list: readonly PersonKey[],
): Selection {
  const to = list.indexOf(person);
  const from = anchor === null ? to : list.indexOf(anchor);
  if (to < 0 || from < 0) return { selected: new Set([...selected, person]), anchor: person };
  const between = list.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { selected: new Set([...selected, ...between]), anchor };
}

/** Selects everybody of a list; again: none of them. */
export function wholeList({ selected }: Selection, list: readonly PersonKey[]): Selection {
  const all = list.every((person) => selected.has(person));
  const next = new Set(selected);
  for (const person of list)
    if (all) next.delete(person);
    else next.add(person);
  return { selected: next, anchor: null };
}

export const NONE_SELECTED: Selection = { selected: new Set(), anchor: null };

/** Whom a move of this person takes along: the selection they are in, or them alone. */
export const withSelection = ({ selected }: Selection, person: PersonKey): readonly PersonKey[] =>
  selected.has(person) ? [person, ...[...selected].filter((key) => key !== person)] : [person];
