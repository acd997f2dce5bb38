// What is printed, and what stands in the README.

/** @typedef {import('./goals.mjs').Verdict} Verdict */

/**
 * What a whole run leaves behind.
 * @typedef {object} Results
 * @property {string} date
 * @property {string} commit
 * @property {boolean} changed - the source differed from the commit
 * @property {number} repeats
 * @property {Record<string, string>} versions
 * @property {{ processor: string, cores: number, memory: string, system: string }} machine
 * @property {readonly (Verdict & { retried: boolean })[]} goals
 * @property {{ styles: number, planner: number, withSession: number, manager: number }} sizes - gzipped bytes
 * @property {Record<string, { median: number, all: readonly number[] }>} figures - milliseconds of the main thread, bytes, or counts
 * @property {Record<string, { median: number, all: readonly number[] }>} [figuresAgain] - of the second try, by which retried goals were judged
 */

const WAYS = { '<=': '≤', '>=': '≥' };

/** @param {number} value */
function short(value) {
  if (value >= 100) return value.toFixed(0);
  // Of a small part its first digits count, of a larger one two behind the point.
  return String(Number(value < 0.1 ? value.toPrecision(2) : value.toFixed(2)));
}

/** @param {Verdict['unit']} unit @param {number} value */
const shown = (unit, value) =>
  unit === 'ratio' ? `${short(value)}×` : unit === 'ms' ? `${short(value)} ms` : short(value);

/** @param {Verdict} verdict */
const cells = ({ id, says, way, unit, limit, value, met }) => [
  id,
  says,
  `${WAYS[way]} ${shown(unit, limit)}`,
  shown(unit, value),
  met ? 'yes' : '**no**',
];

const HEAD = ['', 'What', 'Goal', 'Measured', 'Met'];

/**
 * For a terminal.
 * @param {readonly Verdict[]} verdicts
 */
export function plainTable(verdicts) {
  const rows = [HEAD, ...verdicts.map(cells)];
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** @param {Pick<Results, 'sizes'>} results */
export const sizeSentence = ({ sizes: { planner, withSession, manager } }) =>
  `An import of the planner is ${kilobytes(planner)}, gzipped, styles included and React not; with the session and the ` +
  `adapter to the service ${kilobytes(withSession)}. RealtimeKit's manager element alone, by the same bundler, is ${kilobytes(manager)}.`;

export const BEGIN = '<!-- bench:begin -->';
export const END = '<!-- bench:end -->';

/**
 * The README's table and the sentences around it.
 * @param {Results} results
 */
export function readmeText(results) {
  const { date, commit, repeats, versions, machine, goals } = results;
  const missed = goals.filter(({ met }) => !met).length;
  return [
    `Measured on ${date.slice(0, 10)} at ${commit.slice(0, 7)} in Chromium ${versions['chromium']?.split('.')[0] ?? ''}, ` +
      `${String(machine.cores)} cores, medians of ${String(repeats)}: ` +
      `${String(goals.length - missed)} of ${String(goals.length)} goals met.`,
    '',
    `| ${HEAD.join(' | ')} |`,
    `| ${HEAD.map(() => '---').join(' | ')} |`,
    ...goals.map((verdict) => `| ${cells(verdict).join(' | ')} |`),
    '',
    sizeSentence(results),
  ].join('\n');
}

/**
 * The README with this text between its markers.
 * @param {string} readme
 * @param {string} text
 */
export function withText(readme, text) {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from === -1 || to < from) throw new Error(`The README lacks ${BEGIN} and ${END}.`);
  return `${readme.slice(0, from + BEGIN.length)}\n\n${text}\n\n${readme.slice(to)}`;
}
