'use client';
import { useMemo } from 'react';
import { recordEntries, recordPeople } from '../state/view/record.js';
import type { RecordEntry, RecordPerson } from '../state/views.js';
import { useKit } from './kit.js';
import { writeCsv } from './list/writeTable.js';
import { lineCells, peopleCells } from './record/recordCells.js';
import { recordFile } from './record/recordFile.js';
import { useView } from './useView.js';

export type { RecordFile, RecordFileRoom } from './record/recordFile.js';

/** What {@link useSessionRecord} gives. */
export interface SessionRecord {
  /** Everything that happened since the first opening this kit saw, in the order in which it learned of it. The last 20,000 lines. */
  readonly lines: readonly RecordEntry[];
  /** What it comes to for each person: rooms, rounds, times. */
  readonly people: readonly RecordPerson[];
  /**
   * A CSV file that every spreadsheet opens, in the words of the provider's messages; formulas in names are made harmless.
   *
   * @param rows - `lines`: one row for each thing that happened, which is the default; `people`: one for each stay in a room.
   */
  readonly toCsv: (rows?: 'lines' | 'people') => Promise<string>;
  /** The record as JSON text, for other programs: a {@link RecordFile}. */
  readonly toJson: () => string;
  /** Forgets what was recorded so far. What happens from now on is recorded as before. */
  readonly clear: () => void;
}

/**
 * Reads the record of this session: who was where and when, who was asked, declined, was moved or called for help. Moderators' kits
 * keep one, each of what it heard itself, in memory alone: names of people are in it, so nothing of it is stored or sent. Empty for
 * everybody else.
 */
export function useSessionRecord(): SessionRecord {
  const { session, messages } = useKit('useSessionRecord');
  const lines = useView(recordEntries);
  const people = useView(recordPeople);
  return useMemo(
    () => ({
      lines,
      people,
      toCsv: (rows = 'lines') =>
        writeCsv(rows === 'lines' ? lineCells(lines, messages) : peopleCells(people, messages)),
      toJson: () => JSON.stringify(recordFile(lines, people), null, 2),
      clear: session.actions.clearRecord,
    }),
    [lines, people, messages, session],
  );
}
