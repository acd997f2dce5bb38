/** The lines of a list in the order in which somebody should look at them. */
import type { PlannedRow } from '../../hooks/list/useRoomList.js';

/** What is to be done about a line. */
export type Group = 'conflict' | 'ambiguous' | 'fuzzy' | 'no-room' | 'absent' | 'found' | 'repeat' | 'other';

/** The groups by name. A line stays in its group while somebody decides about it, so that nothing jumps. */
export function previewGroups(
  rows: readonly PlannedRow[],
  /** The same lines before anything was decided. */
  first: readonly PlannedRow[],
): ReadonlyMap<Group, readonly PlannedRow[]> {
  const groups = new Map<Group, PlannedRow[]>();
  const isContested = contested([...first, ...rows]);
  rows.forEach((row, at) => {
    const before = first[at];
    const group = isRepeat(row, before)
      ? 'repeat'
      : isContested.has(row.row)
        ? 'conflict'
        : groupOf(row, before);
    const there = groups.get(group);
    if (there) there.push(row);
    else groups.set(group, [row]);
  });
  return groups;
}

/** Rows that contradict another one about the same person, that one included. */
const contested = (rows: readonly PlannedRow[]): ReadonlySet<number> =>
  new Set(rows.flatMap(({ outcome, same }) => (outcome === 'conflict' ? same : [])));

/** It says what another row says: there is nothing to look at, whatever is decided about that one. */
const isRepeat = ({ outcome }: PlannedRow, before: PlannedRow | undefined): boolean =>
  outcome === 'repeated' || (outcome === 'skipped' && before?.outcome === 'repeated');

function groupOf(row: PlannedRow, before: PlannedRow | undefined): Group {
  if (row.who.kind === 'ambiguous') return 'ambiguous';
  if (row.outcome === 'no-room') return 'no-room';
  if (row.who.kind === 'fuzzy') return 'fuzzy';
  if (row.who.kind === 'unmatched')
    return before?.outcome === 'later' || row.outcome === 'later' ? 'absent' : 'other';
  return row.outcome === 'placed' || (row.outcome === 'stays' && marksSomebody(row)) ? 'found' : 'other';
}

const marksSomebody = ({ lead, locked }: PlannedRow) => lead !== null || locked !== null;
