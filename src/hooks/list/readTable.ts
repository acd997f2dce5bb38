/** Text and files as tables of cells. The reader of quotes and separators is loaded when the first list is read. */
import type { Table } from '../../planner/list/list.js';
import { delimiterOf } from './delimiterOf.js';
import { decodeText, looksGarbled, type Encoding } from './decodeText.js';

/** What is read of a list, or why it was not. */
export type ListRead =
  | {
      readonly ok: true;
      readonly table: Table;
      /** How a file's letters were read; `null` for text. */
      readonly encoding: Encoding | null;
      /** The file does not say how its letters are written. They may be wrong: show them and ask. */
      readonly guessed: boolean;
      /** Some letters look as if they had been read wrongly, here or before. */
      readonly garbled: boolean;
      /** A quotation mark in this row is not closed, so that all quotation marks were read as ordinary ones. From 1; `null` for none. */
      readonly openQuote: number | null;
    }
  | {
      readonly ok: false;
      readonly why:
        /** More than {@link MOST_BYTES}. */
        | 'too-large'
        /** More than {@link MOST_ROWS}. */
        | 'too-many-rows'
        /** A workbook of a spreadsheet program: it has to be saved as CSV first. */
        | 'spreadsheet'
        /** A picture, a document, anything that is no text. */
        | 'not-text'
        | 'empty'
        /** The browser could not read the file: it is gone, or not allowed. */
        | 'unreadable';
    };

/** No list of people is larger: 1 MB. */
export const MOST_BYTES = 1_000_000;
/** No meeting is larger. */
export const MOST_ROWS = 5000;
/** What is further to the right is not about people and rooms. */
const MOST_CELLS = 64;

const refuse = (why: Extract<ListRead, { ok: false }>['why']): ListRead => ({ ok: false, why });

/** Reads text that somebody pasted or typed: comma, semicolon, tab or bar between cells. Never rejects. */
export async function readTable(text: string): Promise<ListRead> {
  if (text.length > MOST_BYTES) return refuse('too-large');
  return cellsOf(text, null, false);
}

/**
 * Reads a file. Never rejects.
 *
 * @param encoding - How its letters are written, when somebody chose. Without it the file's own mark counts, then UTF-8, then
 * Windows-1252 as a guess.
 */
export async function readTableFile(file: Blob, encoding?: Encoding): Promise<ListRead> {
  if (file.size > MOST_BYTES) return refuse('too-large');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refuse('unreadable');
  }
  if (isWorkbook(bytes)) return refuse('spreadsheet');
  const decoded = decodeText(bytes, encoding);
  if (decoded.text.includes('\0')) return refuse('not-text');
  return cellsOf(decoded.text, decoded.encoding, decoded.guessed);
}

/** A ZIP or an OLE container: what XLSX, ODS and XLS are inside. */
const isWorkbook = ([a, b, c, d]: Uint8Array) =>
  (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) ||
  (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0);

async function cellsOf(text: string, encoding: Encoding | null, guessed: boolean): Promise<ListRead> {
  const { default: Papa } = await import('papaparse');
  const plain = text.replace(/^\uFEFF/u, '');
  const delimiter = delimiterOf(plain);
  const parse = (quoteChar: string) => Papa.parse<string[]>(plain, { delimiter, quoteChar });
  const quoted = parse('"');
  const open = quoted.errors.find(({ type }) => type === 'Quotes');
  const { data } = open ? parse('\0') : quoted;
  if (data.filter(isFilled).length > MOST_ROWS) return refuse('too-many-rows');
  const table = data.slice(0, data.findLastIndex(isFilled) + 1).map((row) => row.slice(0, MOST_CELLS));
  if (!table.some(isFilled)) return refuse('empty');
  return {
    ok: true,
    table,
    encoding,
    guessed,
    garbled: looksGarbled(text),
    openQuote: open ? (open.row ?? 0) + 1 : null,
  };
}

const isFilled = (row: readonly string[]) => row.some((cell) => cell.trim() !== '');
