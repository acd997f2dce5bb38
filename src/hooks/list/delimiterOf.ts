/** Of separators that fit equally well the rarer in names comes first. */
const DELIMITERS = ['\t', ';', '|', ','] as const;
/** Enough text to see. */
const SAMPLE = 64_000;

/** What stands between the cells of a text: the sign that most lines have. Short and empty lines do not count against it. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, SAMPLE)
    .replace(/"[^"]*"/gu, '')
    .split(/\r\n|[\r\n]/u);
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = lines.filter((line) => line.includes(delimiter)).length;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}
