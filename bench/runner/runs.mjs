// What is measured: each run is one fresh page with one candidate, and gives figures under names of its own.
import { ask, drag, mount, onPage, roomToDropOn } from './stagecraft.mjs';
import { record } from './trace.mjs';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {Record<string, number>} Figures */

/**
 * What every run is given.
 * @typedef {object} Bench
 * @property {Browser} browser
 * @property {string} url - of the folder of the pages
 * @property {Map<number, { html: string, notes: readonly string[] }>} chromes - the planner without its people, by number of rooms
 */

/**
 * @typedef {object} Run
 * @property {string} name
 * @property {readonly string[]} goals - which goals need its figures
 * @property {(bench: Bench) => Promise<Figures>} measure
 */

const EVENTS = 10_000;
const MANY = 5000;

/** @param {Figures} figures @param {string} prefix @returns {Figures} */
const under = (prefix, figures) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${prefix} ${name}`, value]));

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half];
  if (upper === undefined) throw new Error('There is no median of nothing.');
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/** @param {Bench} bench @param {string} page */
const addressOf = ({ url }, page) => `${url}${page}.html`;

/**
 * A planner is drawn, and one person is dragged.
 * @param {'kit' | 'vanilla' | 'dnd' | 'rtk'} candidate
 * @param {number} people
 * @param {readonly string[]} goals
 * @param {number} [rooms]
 * @returns {Run}
 */
function planner(candidate, people, goals, rooms = 10) {
  const name = `${candidate} ${String(people)}${rooms === 10 ? '' : `/${String(rooms)}`}`;
  return {
    name,
    goals,
    measure: (bench) =>
      onPage(bench.browser, addressOf(bench, candidate), async (page) => {
        const mounted = await mount(page, { people, rooms, chrome: bench.chromes.get(rooms) });
        if (candidate === 'rtk') mounted.elements = await ask(page, 'elements');
        const { person: _person, ...dragged } = await drag(page);
        return under(name, { ...mounted, ...dragged });
      }),
  };
}

/** Fifty people are chosen by keyboard and dragged at once. @type {Run} */
const fifty = {
  name: 'kit fifty',
  goals: ['P5'],
  measure: (bench) =>
    onPage(bench.browser, addressOf(bench, 'kit'), async (page) => {
      await mount(page, { people: MANY, rooms: 10 });
      const { x, y } = await /** @type {Promise<{ x: number, y: number }>} */ (ask(page, 'grip'));
      await page.mouse.click(x, y);
      for (let more = 1; more < 50; more += 1) await page.keyboard.press('Shift+ArrowDown');
      const { drop } = await drag(page);
      const seated = await /** @type {Promise<number>} */ (ask(page, 'seated'));
      if (seated !== 50) throw new Error(`50 people were dragged and ${String(seated)} have a seat.`);
      return under('kit fifty', { drop });
    }),
};

/** People come and go in numbers while one is dragged. @type {Run} */
const noisy = {
  name: 'kit noisy',
  goals: ['P9'],
  measure: (bench) =>
    onPage(bench.browser, addressOf(bench, 'kit'), async (page) => {
      await mount(page, { people: MANY, rooms: 10, events: 60_000 });
      const { move, moveLongest } = await drag(page, {
        moving: () => ask(page, 'speak', 1000),
        moved: () => ask(page, 'quiet'),
      });
      // The drag itself throws when the drop did not land.
      return under('kit noisy', { move, moveLongest, landed: 1 });
    }),
};

/**
 * Ten thousand events come to a planner on the screen.
 * @param {string} name
 * @param {{ people: number, seated?: boolean, perEvent?: boolean, each: number, events?: number }} scene
 * @returns {Run}
 */
function burst(name, { people, seated = false, perEvent = false, each, events = EVENTS }) {
  return {
    name,
    goals: ['P8'],
    measure: (bench) =>
      onPage(bench.browser, addressOf(bench, 'kit'), async (page) => {
        await mount(page, { people, rooms: 10, seated, perEvent, events });
        await ask(page, 'rowsDrawn');
        const shown = await /** @type {Promise<number>} */ (ask(page, 'rowsShown'));
        const costs = await record(page, {
          loops: () => ask(page, 'plainLoops'),
          burst: () => ask(page, 'burst', { each }),
        });
        const drawn = await /** @type {Promise<number>} */ (ask(page, 'rowsDrawn'));
        return under(name, {
          loop: median(costs.loops.tasks.slice(0, 20)),
          cpu: costs.burst.cpu,
          each: costs.burst.cpu / events,
          longest: costs.burst.tasks[0] ?? 0,
          shown,
          drawn,
        });
      }),
  };
}

/**
 * Ten thousand events come to a session without a screen.
 * @param {number} people - as many readers
 * @returns {Run}
 */
function store(people) {
  const name = `store ${String(people)}`;
  const times = 20;
  return {
    name,
    goals: ['P7'],
    measure: (bench) =>
      onPage(bench.browser, addressOf(bench, 'store'), async (page) => {
        await ask(page, 'prepare', { people, events: EVENTS });
        await ask(page, 'plainLoops', { times: 3 });
        await ask(page, 'bareFrames', { frames: 10, times: 1 });
        await ask(page, 'frames', { frames: 10, times: 1 });
        await ask(page, 'seen');
        const one = await record(page, {
          loops: () => ask(page, 'plainLoops', { times }),
          frame: () => ask(page, 'frames', { frames: 1, times }),
        });
        const seen = await /** @type {Promise<{ commits: number, changes: number }>} */ (ask(page, 'seen'));
        if (seen.commits !== times)
          throw new Error(`${String(times)} frames made ${String(seen.commits)} commits.`);
        if (seen.changes === 0) throw new Error('No reader saw a change.');
        const hundred = await record(page, {
          bare: () => ask(page, 'bareFrames', { frames: 100, times }),
          messages: () => ask(page, 'frames', { frames: 100, times }),
        });
        return under(name, {
          loop: median(one.loops.tasks.slice(0, times)),
          frame: median(one.frame.tasks.slice(0, times)),
          bare: median(hundred.bare.tasks.slice(0, times)),
          messages: median(hundred.messages.tasks.slice(0, times)),
        });
      }),
  };
}

/** How many rows React draws. Counted, not timed. @type {Run} */
const counts = {
  name: 'kit rows',
  goals: ['P6'],
  measure: (bench) =>
    onPage(bench.browser, addressOf(bench, 'kit'), async (page) => {
      await mount(page, { people: MANY, rooms: 10 });
      /** @returns {Promise<number>} */
      const drawn = () => ask(page, 'rowsDrawn');
      const still = () => page.waitForTimeout(300);
      const shown = () =>
        page.$$eval('[data-list] [data-person]', (rows) =>
          rows.map((row) => {
            const list = row.closest('[data-list]')?.getAttribute('data-list') ?? '';
            return `${list} ${row.getAttribute('data-person') ?? ''}`;
          }),
        );
      const { mouse } = page;
      const grip = await /** @type {Promise<{ x: number, y: number, person: string }>} */ (ask(page, 'grip'));
      const rooms = await /** @type {Promise<import('./stagecraft.mjs').Room[]>} */ (ask(page, 'rooms'));
      const { x, y } = roomToDropOn(rooms);
      // A window over a list may settle by a row after the first commit.
      await ask(page, 'say', `person-${String(MANY - 1)}`);
      const mounted = await drawn();
      await ask(page, 'say', grip.person);
      const event = await drawn();
      await ask(page, 'say', `person-${String(MANY)}`);
      const eventAway = await drawn();
      await mouse.move(grip.x, grip.y);
      await mouse.down();
      await still();
      const press = await drawn();
      await mouse.move(grip.x + 12, grip.y);
      await still();
      const lift = await drawn();
      for (const room of rooms) await mouse.move(room.x, room.y);
      await mouse.move(x, y);
      await still();
      const moves = await drawn();
      const before = new Set(await shown());
      await mouse.up();
      await still();
      const drop = await drawn();
      const fresh = (await shown()).filter((row) => !before.has(row)).length;
      return under('kit rows', { mounted, event, eventAway, press, lift, moves, drop, fresh });
    }),
};

/** In the order of a round; the rounds follow one another, so that whatever the machine does besides hits all alike. @type {readonly Run[]} */
export const RUNS = [
  planner('vanilla', 100, ['P2', 'P3', 'P4', 'P8', 'P9']),
  planner('kit', 100, ['P2', 'P3', 'P4', 'P10']),
  planner('vanilla', 1000, ['P1']),
  planner('kit', 1000, ['P1', 'P12']),
  planner('vanilla', MANY, ['P1', 'P5', 'P10']),
  planner('kit', MANY, ['P1', 'P2', 'P3', 'P4', 'P5', 'P9', 'P10']),
  planner('dnd', MANY, ['P4']),
  planner('vanilla', 1000, [], 50),
  planner('kit', 1000, [], 50),
  fifty,
  noisy,
  planner('rtk', 1000, ['P12']),
  store(1000),
  store(MANY),
  burst('burst frame', { people: 1000, each: 100 }),
  burst('burst event', { people: 1000, each: 100, perEvent: true }),
  burst('single frame', { people: 1000, each: 1, seated: true }),
  // A set per event is so slow here that fewer have to do; they are compared one by one.
  burst('single event', { people: 1000, each: 1, seated: true, perEvent: true, events: 300 }),
  counts,
];

/**
 * Reads the planner's page without the people of its list, and holds the other candidates' rows to the kit's.
 * @param {Bench} bench
 * @param {number} rooms
 */
export async function readChrome(bench, rooms) {
  const kit = await onPage(bench.browser, addressOf(bench, 'kit'), async (page) => {
    await mount(page, { people: 100, rooms });
    const html = await /** @type {Promise<string>} */ (ask(page, 'chromeOf'));
    const shape = await /** @type {Promise<string>} */ (ask(page, 'rowShape'));
    const { x, y } = await /** @type {Promise<{ x: number, y: number }>} */ (ask(page, 'grip'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 12, y);
    await page.waitForTimeout(400);
    const notes = await /** @type {Promise<string[]>} */ (ask(page, 'notesOf'));
    return { html, notes, shape };
  });
  bench.chromes.set(rooms, kit);
  for (const candidate of ['vanilla', 'dnd']) {
    /** @type {string} */
    const shape = await onPage(bench.browser, addressOf(bench, candidate), async (page) => {
      await mount(page, { people: 100, rooms, chrome: kit });
      return ask(page, 'rowShape');
    });
    if (shape !== kit.shape)
      throw new Error(
        `The row of "${candidate}" is not the kit's row any more, so that their figures cannot be compared.\n` +
          `kit: ${kit.shape}\n${candidate}: ${shape}\nBring bench/pages/row.ts and bench/pages/dnd.tsx up to date.`,
      );
  }
}
