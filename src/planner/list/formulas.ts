/**
 * Text that a spreadsheet would run. A cell that begins with one of these signs is a formula there, also after spaces or signs
 * that nobody sees, and in the full-width forms that some spreadsheets accept. An apostrophe in front makes it text.
 */
export const FORMULA =
  /^[\s\p{Cf}\p{Cc}]*(?:'[\s\p{Cf}\p{Cc}']*)?[=+\-@|%\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE62\uFE63\uFE66\uFE6B]/u;

/** The cell as it was before the apostrophe was put in front: the way back of an exported one. */
export const withoutEscape = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
