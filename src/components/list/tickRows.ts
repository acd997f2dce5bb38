/** Decisions about lines of a list, made with their boxes. */
import type { ListChoice, PlannedRow } from '../../hooks/list/useRoomList.js';

/** What somebody decided, by number of the row. */
export type Choices = ReadonlyMap<number, ListChoice>;

const SKIP: ListChoice = { kind: 'skip' };

/** The decisions after rows are ticked or unticked. Of rows about one person at most one counts: ticking it leaves the others out. */
export function tickRows(
  before: Choices,
  rows: readonly PlannedRow[],
  on: boolean,
  /** Rows about the same person before anything was decided. */
  sameAtFirst: (row: PlannedRow) => readonly number[],
): Choices {
  const next = new Map(before);
  for (const row of rows) {
    // Whoever is unticked is not placed by a row that says the same or, more surprising, something else.
    for (const other of sameAtFirst(row)) next.set(other, SKIP);
    if (on) for (const other of row.same) next.set(other, SKIP);
    const chosen = before.get(row.row);
    if (!on) next.set(row.row, SKIP);
    else if (chosen && chosen.kind !== 'skip') next.set(row.row, chosen);
    else next.delete(row.row);
  }
  return next;
}
