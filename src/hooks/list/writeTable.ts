/** Tables of cells as text for spreadsheets. */
import { FORMULA } from '../../planner/list/formulas.js';
import type { Table } from '../../planner/list/list.js';

/**
 * A table as a CSV file that every spreadsheet opens: commas, lines that end in CRLF, and a mark in front that says UTF-8. A cell
 * that a spreadsheet would run as a formula gets an apostrophe in front; reading the file takes it away again.
 */
export const writeCsv = async (table: Table): Promise<string> => `\uFEFF${await write(table, ',', '\r\n')}`;

/** The same with tabs and without the mark, for the clipboard: pasted into a spreadsheet it falls into cells. */
export const writeTabs = (table: Table): Promise<string> => write(table, '\t', '\n');

async function write(table: Table, delimiter: string, newline: string): Promise<string> {
  const { default: Papa } = await import('papaparse');
  return Papa.unparse(
    table.map((row) => [...row]),
    { delimiter, newline, escapeFormulae: FORMULA },
  );
}
