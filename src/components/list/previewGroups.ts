/** The lines of a list in the order in which somebody should look at them. */
import type { PlannedRow } from '../../hooks/list/useRoomList.js';

/** What is to be done about a line. */
export type Group = 'conflict' | 'ambiguous' | 'fuzzy' | 'no-room' | 'absent' | 'found' | 'other';

/** The groups by name. A line stays in its group while somebody decides about it, so that nothing jumps. */
export function previewGroups(
  rows: readonly PlannedRow[],
  /** The same lines before anything was decided. */
  first: readonly PlannedRow[],
): ReadonlyMap<Group, readonly PlannedRow[]> {
  const groups = new Map<Group, PlannedRow[]>();
  rows.forEach((row, at) => {
    const group = groupOf(row, first[at]);
    const there = groups.get(group);
    if (there) there.push(row);
    else groups.set(group, [row]);
  });
  return groups;
}

function groupOf(row: PlannedRow, before: PlannedRow | undefined): Group {
  if (row.outcome === 'conflict' || before?.outcome === 'conflict') return 'conflict';
  if (row.who.kind === 'ambiguous') return 'ambiguous';
  if (row.outcome === 'no-room') return 'no-room';
  if (row.who.kind === 'fuzzy') return 'fuzzy';
  if (row.who.kind === 'unmatched')
    return before?.outcome === 'later' || row.outcome === 'later' ? 'absent' : 'other';
  return row.outcome === 'placed' || (row.outcome === 'stays' && marksSomebody(row)) ? 'found' : 'other';
}

const marksSomebody = ({ lead, locked }: PlannedRow) => lead !== null || locked !== null;
