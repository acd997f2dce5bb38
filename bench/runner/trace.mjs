// What the main thread of a page did, by the clock of the thread: not by the clock on the wall, which also counts what
// other programs did meanwhile.

/**
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {string} cat
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts - microseconds
 * @property {number} [dur] - microseconds on the wall
 * @property {number} [tdur] - microseconds of the thread
 */

/**
 * What one step cost.
 * @typedef {object} Cost
 * @property {number} cpu - milliseconds of the main thread
 * @property {readonly number[]} tasks - milliseconds of each task, longest first
 */

const CATEGORIES = ['-*', 'toplevel', 'blink.user_timing'];

/**
 * Runs steps one after another and says what each cost.
 * @template {string} Name
 * @param {import('playwright').Page} page
 * @param {Record<Name, () => Promise<unknown>>} steps - in their order
 * @returns {Promise<Record<Name, Cost>>}
 */
export async function record(page, steps) {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page belongs to no browser that can be traced.');
  const names = /** @type {Name[]} */ (Object.keys(steps));
  const mark = (/** @type {string} */ name) => page.evaluate((text) => void performance.mark(text), name);
  await browser.startTracing(page, { categories: CATEGORIES });
  try {
    for (const name of names) {
      await mark(`begin ${name}`);
      await steps[name]();
      await mark(`end ${name}`);
    }
  } catch (error) {
    await browser.stopTracing();
    throw error;
  }
  const { traceEvents } = /** @type {{ traceEvents: TraceEvent[] }} */ (
    JSON.parse((await browser.stopTracing()).toString())
  );
  return /** @type {Record<Name, Cost>} */ (
    Object.fromEntries(names.map((name) => [name, costOf(traceEvents, name)]))
  );
}

/**
 * @param {readonly TraceEvent[]} events
 * @param {string} name
 * @returns {Cost}
 */
function costOf(events, name) {
  const moment = (/** @type {string} */ text) => {
    const found = events.find((event) => event.name === text && event.cat.includes('user_timing'));
    if (!found) throw new Error(`The trace has no mark "${text}".`);
    return found;
  };
  const begin = moment(`begin ${name}`);
  const end = moment(`end ${name}`);
  const tasks = [];
  let until = begin.ts;
  for (const event of events
    .filter(
      ({ ph, cat, pid, tid }) =>
        ph === 'X' && cat.includes('toplevel') && pid === begin.pid && tid === begin.tid,
    )
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    // A task inside a task is counted with the outer one.
    if (event.ts < until || event.ts >= end.ts) continue;
    until = event.ts + (event.dur ?? 0);
    // A task too short for the thread's clock has none.
    tasks.push((event.tdur ?? 0) / 1000);
  }
  if (!tasks.some((task) => task > 0))
    throw new Error(`The trace tells no time of the thread for "${name}".`);
  return { cpu: tasks.reduce((sum, task) => sum + task, 0), tasks: tasks.toSorted((a, b) => b - a) };
}
