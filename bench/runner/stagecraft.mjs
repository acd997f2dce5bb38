// What a hand does with a planner, and what it is asked: the same steps for every candidate.
import { record } from './trace.mjs';

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {Point & { number?: number }} Room - a place to drop on, and which room it is */
/** @typedef {import('playwright').Page} Page */
/** @typedef {{ people: number, rooms: number, [more: string]: unknown }} Scene */

export const WINDOW = { width: 1280, height: 800 };
const MOVES = 60;
const LIFT_PX = 12;
/** Milliseconds until everything that a lift started has ended. */
const LIFTED = 400;
/** The same for a drop, animations of the peers included. */
const DROPPED = 900;
const DROP_ON = 6;

/**
 * Calls one of the functions that a candidate's page offers.
 * @template T
 * @param {Page} page
 * @param {string} name
 * @param {...unknown} args
 * @returns {Promise<T>}
 */
export function ask(page, name, ...args) {
  return page.evaluate(
    ({ asking, given }) => {
      const { bench } = /** @type {{ bench: Record<string, (...args: unknown[]) => never> }} */ (
        /** @type {unknown} */ (globalThis)
      );
      const asked = bench[asking];
      if (!asked) throw new Error(`This candidate cannot be asked for ${asking}.`);
      return asked(...given);
    },
    { asking: name, given: args },
  );
}

/**
 * A page of its own for one candidate: nothing is left over from another.
 * @template T
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {(page: Page) => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function onPage(browser, url, act) {
  const context = await browser.newContext({ viewport: WINDOW });
  try {
    const page = await context.newPage();
    /** @type {Error[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(url);
    const result = await act(page);
    if (errors[0]) throw new Error(`The page ${url} reported an error.`, { cause: errors[0] });
    return result;
  } finally {
    await context.close();
  }
}

/** @param {number} ms */
const still = (ms) => new Promise((resolve) => void setTimeout(resolve, ms));

/**
 * Bytes that the page holds, garbage excluded: scripts' objects and the browser's own for the elements.
 * @param {Page} page
 */
async function heldBytes(page) {
  const cdp = await page.context().newCDPSession(page);
  // Twice: what the first collection lets go of may hold more.
  for (let time = 0; time < 2; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const usage =
    /** @type {{ usedSize: number, embedderHeapUsedSize?: number, backingStorageSize?: number }} */ (
      await cdp.send('Runtime.getHeapUsage')
    );
  await cdp.detach();
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

/**
 * Draws the candidate for the first time in its page.
 * @param {Page} page
 * @param {Scene} scene
 */
export async function mount(page, scene) {
  await ask(page, 'prepare', scene);
  await still(200);
  const before = await heldBytes(page);
  const { mount: cost } = await record(page, { mount: () => ask(page, 'mount') });
  await still(300);
  const heap = (await heldBytes(page)) - before;
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  return { mount: cost.cpu, heap, elements };
}

/**
 * @param {readonly Room[]} rooms
 * @returns {Room}
 */
export function roomToDropOn(rooms) {
  const found = rooms.find(({ number }) => number === DROP_ON) ?? rooms.at(-1);
  if (!found) throw new Error('There is no room to be seen that people could be dropped on.');
  return found;
}

/**
 * From one end of the rooms to the other and back.
 * @param {readonly Point[]} rooms
 * @returns {readonly Point[]}
 */
export function zigzag(rooms) {
  const last = rooms.length - 1;
  return Array.from({ length: MOVES }, (_, at) => {
    const step = last === 0 ? 0 : at % (2 * last);
    const { x, y } = rooms[step <= last ? step : 2 * last - step] ?? { x: 0, y: 0 };
    return { x: x + (at % 3), y };
  });
}

/**
 * Lifts whoever is under the pointer, goes over all rooms, and lets go over one.
 * @param {Page} page
 * @param {{ moving?: () => Promise<unknown>, moved?: () => Promise<unknown> }} [around] - before and after the moves
 */
export async function drag(page, { moving, moved } = {}) {
  const { mouse } = page;
  const grip = await /** @type {Promise<Point & { person: string }>} */ (ask(page, 'grip'));
  const rooms = await /** @type {Promise<Room[]>} */ (ask(page, 'rooms'));
  const to = roomToDropOn(rooms);
  await mouse.move(grip.x, grip.y);
  await still(300);
  const { lift } = await record(page, {
    lift: async () => {
      await mouse.down();
      await mouse.move(grip.x + LIFT_PX, grip.y);
      await still(LIFTED);
    },
  });
  await moving?.();
  const { moves } = await record(page, {
    moves: async () => {
      for (const { x, y } of zigzag(rooms)) await mouse.move(x, y);
    },
  });
  await mouse.move(to.x, to.y);
  if (!moved) await still(LIFTED);
  const { drop } = await record(page, {
    drop: async () => {
      await mouse.up();
      await still(DROPPED);
    },
  });
  await moved?.();
  const seat = await /** @type {Promise<number | null>} */ (ask(page, 'seatOf', grip.person));
  if (seat === null) throw new Error(`${grip.person} was dropped on a room and is in none.`);
  return {
    person: grip.person,
    lift: lift.cpu,
    liftLongest: lift.tasks[0] ?? 0,
    move: moves.cpu / MOVES,
    moveLongest: moves.tasks[0] ?? 0,
    drop: drop.cpu,
  };
}
