// @vitest-environment node
/** The benchmark's own reckoning: what is judged is measured, and a figure over its limit is a miss. */
import { expect, test } from 'vitest';
import { GOALS, judge, type Goal } from '../../bench/runner/goals.mjs';
import { median, RUNS } from '../../bench/runner/runs.mjs';
import { zigzag } from '../../bench/runner/stagecraft.mjs';

/** The names of the figures that a goal reads. */
function figuresOf({ value, limit }: Goal): readonly string[] {
  const names: string[] = [];
  const note = (name: string) => {
    names.push(name);
    return 1;
  };
  value(note);
  limit(note);
  return names;
}

test.each(GOALS.map((goal) => [goal.id, goal] as const))(
  '%s is judged by figures that are measured when it is asked for alone',
  (_, goal) => {
    for (const figure of figuresOf(goal)) {
      const run = RUNS.find(({ name }) => figure.startsWith(`${name} `));
      expect(run?.goals, `${figure} for ${goal.id}`).toContain(goal.part);
    }
  },
);

test('each goal has a name of its own', () => {
  expect(new Set(GOALS.map(({ id }) => id)).size).toBe(GOALS.length);
});

test('a figure at its limit is met, and beyond it missed', () => {
  const most = GOALS.find(({ id }) => id === 'P1a');
  const least = GOALS.find(({ id }) => id === 'P12a');
  if (!most || !least) throw new Error('The goals have other names now.');
  const kit = (ms: number) => (name: string) => (name === 'kit 1000 mount' ? ms : 100);
  expect(judge(most, kit(35)).met).toBe(true);
  expect(judge(most, kit(36)).met).toBe(false);
  expect(judge(least, kit(12.5)).met).toBe(true);
  expect(judge(least, kit(13)).met).toBe(false);
});

test('the middle of what was measured counts, not one bad round', () => {
  expect(median([3, 900, 1])).toBe(3);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow('nothing');
});

test('the pointer goes over every room, there and back', () => {
  const rooms = [1, 2, 3].map((at) => ({ x: at * 100, y: at }));
  const ys = zigzag(rooms).map(({ y }) => y);
  expect(ys).toHaveLength(60);
  expect(ys.slice(0, 6)).toEqual([1, 2, 3, 2, 1, 2]);
});
