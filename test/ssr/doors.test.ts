// @vitest-environment node
import { expect, test, vi } from 'vitest';

const doors = {
  '.': () => import('../../src/index.js'),
  './core': () => import('../../src/core.js'),
  './planner': () => import('../../src/planner.js'),
  './simulator': () => import('../../src/simulator.js'),
  './locales/en': () => import('../../src/locales/en.js'),
};

test.each(Object.entries(doors))(
  'the door %s opens where there is no page, and starts nothing by itself',
  async (_door, open) => {
    expect(typeof document).toBe('undefined');
    const started = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'setInterval')];
    const globals = globalNames();
    await open();
    expect(globalNames()).toEqual(globals);
    for (const timer of started) expect(timer).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  },
);

/** TypeScript's own helpers, which a package under the menus brings along, put themselves there when a server loads them. */
const globalNames = () => Object.keys(globalThis).filter((name) => !/^__[a-zA-Z]+$/u.test(name));
