/** Bytes of a file as text. What a file does not say of its own letters is guessed, and said to be a guess. */

/** Ways to write letters as bytes that spreadsheets and registers use; names as browsers know them. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'shift_jis',
  'euc-kr',
  'gb18030',
  'big5',
] as const;

/** One of {@link ENCODINGS}. */
export type Encoding = (typeof ENCODINGS)[number];

/** A text, and how its letters were read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** The file does not say, and it cannot be what files are by default: somebody should look at the letters. */
  readonly guessed: boolean;
}

/** Enough bytes to see whether every second one is empty. */
const SAMPLE = 4096;

/** The text of a file. `asked` is what somebody chose after a look. */
export function decodeText(bytes: Uint8Array, asked?: Encoding): Decoded {
  if (asked) return { text: decode(bytes, asked), encoding: asked, guessed: false };
  const marked = byMark(bytes) ?? byEmptyBytes(bytes.subarray(0, SAMPLE));
  if (marked) return { text: decode(bytes, marked), encoding: marked, guessed: false };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      guessed: false,
    };
  } catch {
    return { text: decode(bytes, 'windows-1252'), encoding: 'windows-1252', guessed: true };
  }
}

const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

function byMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Latin letters in two bytes each have an empty one, always on the same side. */
function byEmptyBytes(bytes: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  const many = bytes.length / 5;
  if (odd > many && even < odd / 10) return 'utf-16le';
  return even > many && odd < even / 10 ? 'utf-16be' : null;
}

/** Letters that show the marks of a wrong reading: the sign for "unreadable", or UTF-8 that was taken for something else. */
export const looksGarbled = (text: string): boolean =>
  /\uFFFD|[ÃÂ][\u0080-\u00BF]|Ã[\u0192\u201A-\u201E\u2026\u2020-\u2022\u02C6\u2030\u0160\u2039\u0152\u017D]|â€/u.test(
    text,
  );
