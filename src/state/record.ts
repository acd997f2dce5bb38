/** The record of a session: lines as moderators' kits keep them. */
import type { Evidence, RecordLine, State } from './types.js';

/** Lines of the record: a day of 150 people who move every few minutes. */
const MOST_LINES = 20_000;

const SURENESS: Readonly<Record<Evidence, number>> = { inferred: 0, told: 1, confirmed: 2 };

/** Of two words on where somebody was, the surer one. */
const surer = (a: Evidence | null, b: Evidence | null): Evidence | null =>
  a === null || (b !== null && SURENESS[b] > SURENESS[a]) ? b : a;

/** What makes two lines one fact: everything but how sure it is, and what people are called. */
const factOf = ({ at, round, what, person, roomNumber }: RecordLine): string =>
  JSON.stringify([at, round, what, person, roomNumber]);

/** Adds lines. A fact that is written down already is not repeated; if it is surer now, its line says so. */
export function keepLines(state: State, lines: readonly RecordLine[]): State {
  const earliest = Math.min(...lines.map(({ at }) => at));
  const record = [...state.record];
  // Facts of one moment are told within a few lines of each other; the whole record is not looked through.
  let from = record.length;
  while (from > 0 && (record[from - 1]?.at ?? 0) >= earliest) from -= 1;
  const written = new Map(record.slice(from).map((line, index) => [factOf(line), from + index]));
  let isSame = true;
  for (const line of lines) {
    const fact = factOf(line);
    const at = written.get(fact);
    const before = at === undefined ? undefined : record[at];
    const evidence = before ? surer(before.evidence, line.evidence) : line.evidence;
    if (before && evidence === before.evidence) continue;
    isSame = false;
    if (before && at !== undefined) record[at] = { ...before, evidence };
    else written.set(fact, record.push(line) - 1);
  }
  return isSame ? state : { ...state, record: record.slice(-MOST_LINES) };
}

/** An empty record. What happens from now on is written into it. */
export const clearRecord = (state: State): State =>
  state.record.length === 0 ? state : { ...state, record: [] };
