/**
 * Names as people typed them are not safe to show: they may turn the text around them, hide, or be a megabyte long.
 * What the screen and the voice get comes through here; the name itself is kept as it was.
 */

/** No name is shown longer than this, counted in what a reader calls a character. */
export const MAX_NAME_GRAPHEMES = 256;

/** One character may be many code units (a family of emoji, an accent on an accent). Above this it is decoration. */
const MAX_GRAPHEME_UNITS = 32;

/** Enough code units for the longest name shown. A name of a megabyte is cut here, before anything looks at it closely. */
const MAX_RAW_UNITS = 8192;

/**
 * Marks, embeddings, overrides and isolates that change the direction of the text after them, and the deprecated shaping
 * controls beside them. Isolation alone does not hold: a name may close the isolate it is put in.
 */
const DIRECTION_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F]/gu;

/** Line breaks, tabs and the two line separators are spaces in a name. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/gu;

/** C0, delete and C1, byte order mark, interlinear annotation. Zero-width joiner and non-joiner stay: Persian and emoji need them. */
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\uFEFF\uFFF9-\uFFFB]/gu;

/** Half of a surrogate pair on its own. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Anything that leaves ink: not ignorable, not a space, not a control, not a lone accent, not the empty Braille cell. */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\u2800]/u;

/** Words of the Latin alphabet with one space between them: most names, and nothing in them to be cleaned. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/u;

/** A letter of ASCII that is one character by itself, because nothing or another such letter follows. */
const ASCII_FIRST = /^[!-~](?:[ -~]|$)/u;

/** Firefox learnt to segment in 125; before that, letters with their accents and joined sequences are near enough. */
const segmenter =
  typeof Intl.Segmenter === 'function'
    ? new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    : undefined;
const CLUSTER = /(?:\p{Regional_Indicator}{2}|\P{M}\p{M}*(?:\u200D\P{M}\p{M}*)*|\p{M}+)/gu;

function* graphemes(text: string): Generator<string> {
  if (segmenter !== undefined) for (const { segment } of segmenter.segment(text)) yield segment;
  else for (const [cluster] of text.matchAll(CLUSTER)) yield cluster;
}

/** The first `count` characters of `text` as a reader counts them, each of bounded length. */
export function firstGraphemes(text: string, count: number): readonly string[] {
  // Of two such letters, the first is a character: what would join them is none.
  if (count === 1 && ASCII_FIRST.test(text)) return [text.charAt(0)];
  const found: string[] = [];
  for (const segment of graphemes(text)) {
    if (found.length === count) break;
    found.push(
      segment.length > MAX_GRAPHEME_UNITS ? wellFormed(segment.slice(0, MAX_GRAPHEME_UNITS)) : segment,
    );
  }
  return found;
}

/**
 * A name fit to be shown: one line, no direction or control characters, at most 256 characters. Joiners stay.
 * A name that would show nothing becomes `guestName`.
 *
 * @param name What the service or the person gave. Anything but a text counts as no name.
 * @param guestName The word for somebody without a visible name, for example "Guest 3". Returned as it is.
 * @param most How many characters are shown. What is longer than a name, as a message, says so.
 */
export function displayName(name: unknown, guestName: string, most = MAX_NAME_GRAPHEMES): string {
  if (typeof name !== 'string') return guestName;
  if (name.length <= MAX_GRAPHEME_UNITS && PLAIN.test(name)) return name;
  const line = wellFormed(name.slice(0, MAX_RAW_UNITS))
    .replace(BREAKS, ' ')
    .replace(DIRECTION_CONTROLS, '')
    .replace(CONTROLS, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!VISIBLE.test(line)) return guestName;
  if (line.length <= MAX_GRAPHEME_UNITS) return line;
  return firstGraphemes(line, most).join('').trimEnd();
}

/**
 * What two names have in common when people would read them as the same: case, width, joiners and invisible characters
 * do not tell twins apart.
 */
export function sameNameKey(shown: string): string {
  if (PLAIN.test(shown)) return shown.toLowerCase();
  return shown
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/**
 * A shown name for use inside a sentence that is spoken or put in a label, where no element can isolate it:
 * wrapped in FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
 */
export function isolated(shown: string): string {
  return `\u2068${shown}\u2069`;
}

function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD');
}
