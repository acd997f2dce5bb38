// Rounds of runs, medians, verdicts, and a second try for what missed its goal.
import { GOALS, judge } from './goals.mjs';
import { median, RUNS } from './runs.mjs';

/** @typedef {import('./runs.mjs').Bench} Bench */
/** @typedef {import('./runs.mjs').Run} Run */

/**
 * Every figure that was measured, under its name.
 * @typedef {Map<string, number[]>} Samples
 */

/**
 * One round after the other, so that each candidate meets the same moods of the machine.
 * @param {Bench} bench
 * @param {readonly Run[]} runs
 * @param {number} repeats
 * @param {(line: string) => void} say
 * @returns {Promise<Samples>}
 */
async function rounds(bench, runs, repeats, say) {
  /** @type {Samples} */
  const samples = new Map();
  for (let round = 1; round <= repeats; round += 1)
    for (const run of runs) {
      const began = performance.now();
      const figures = await run.measure(bench).catch((/** @type {unknown} */ error) => {
        // A drop that another candidate misses is measured once more; one that the kit misses is a fault.
        if (run.name.startsWith('kit')) throw error;
        say(`${run.name} again: ${error instanceof Error ? error.message : String(error)}`);
        return run.measure(bench);
      });
      for (const [name, value] of Object.entries(figures))
        samples.set(name, [...(samples.get(name) ?? []), value]);
      say(
        `${String(round)}/${String(repeats)} ${run.name} (${((performance.now() - began) / 1000).toFixed(1)} s)`,
      );
    }
  return samples;
}

/**
 * @param {Samples} samples
 * @returns {(name: string) => number}
 */
const medians = (samples) => (name) => {
  const all = samples.get(name);
  if (!all) throw new Error(`No run measured "${name}".`);
  return median(all);
};

/**
 * Measures the goals that are asked for. `again` has the figures of the second try, by which retried goals were judged.
 * @param {Bench} bench
 * @param {{ only: ReadonlySet<string> | null, repeats: number, say: (line: string) => void }} options
 */
export async function measure(bench, { only, repeats, say }) {
  const goals = GOALS.filter(({ part }) => !only || only.has(part));
  const runsFor = (/** @type {ReadonlySet<string> | null} */ parts) =>
    RUNS.filter((run) => !parts || run.goals.some((part) => parts.has(part)));
  const samples = await rounds(bench, runsFor(only), repeats, say);
  const first = goals.map((goal) => ({ ...judge(goal, medians(samples)), retried: false }));
  const missed = new Set(goals.filter((_, at) => !first[at]?.met).map(({ part }) => part));
  if (missed.size === 0) return { goals: first, samples, again: new Map() };

  say(`Once more, because a goal was missed: ${[...missed].join(', ')}`);
  const again = await rounds(bench, runsFor(missed), repeats, say);
  const second = goals.map((goal, at) => {
    const before = /** @type {(typeof first)[number]} */ (first[at]);
    return before.met ? before : { ...judge(goal, medians(again)), retried: true };
  });
  return { goals: second, samples, again };
}
