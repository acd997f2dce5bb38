// @vitest-environment node
/** The README's table of speed is the last whole run of the benchmark, as it was committed. */
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { BEGIN, END, plainTable, readmeText, withText, type Results } from '../../bench/runner/report.mjs';

const path = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;
const read = (name: string) => readFileSync(path(name), 'utf8');
const results = JSON.parse(read('bench/results.json')) as Results;
const readme = read('README.md');

const FIRST = {
  id: 'P1a',
  says: 'Drawing',
  way: '<=',
  unit: 'ratio',
  limit: 0.35,
  value: 0.234,
  met: true,
} as const;
const COUNT = { id: 'P6a', says: 'Rows', way: '<=', unit: 'count', limit: 0, value: 2, met: false } as const;

test("the README's table says what was measured", async () => {
  const wanted = await format(withText(readme, readmeText(results)), {
    ...(await resolveConfig(path('README.md'))),
    parser: 'markdown',
  });
  expect(readme).toBe(wanted);
});

test('every goal stands in it, met or not', () => {
  const table = readme.slice(readme.indexOf(BEGIN), readme.indexOf(END));
  expect(results.goals.length).toBeGreaterThan(30);
  for (const { id, says, met } of results.goals) {
    const row = table.split('\n').find((line) => line.startsWith(`| ${id} `));
    expect(row).toContain(says);
    expect(row).toMatch(met ? /\| yes +\|$/u : /\| \*\*no\*\* +\|$/u);
  }
});

test('a figure is judged by the limit beside it', () => {
  for (const { way, limit, value, met } of results.goals)
    expect(met).toBe(way === '<=' ? value <= limit : value >= limit);
});

test('the figures say where they come from, and nothing private of the machine', () => {
  expect(results.commit).toMatch(/^[0-9a-f]{40}$/u);
  expect(results.date).toMatch(/^\d{4}-\d{2}-\d{2}T/u);
  expect(Object.keys(results.versions)).toContain('chromium');
  expect(JSON.stringify({ ...results, figures: null })).not.toMatch(
    /(?:\/home\/|\/root|\/Users\/|\\\\|@[a-z]+\.local)/u,
  );
});

test('a terminal gets the same table in columns', () => {
  expect(plainTable([FIRST, COUNT])).toBe(
    [
      '     What     Goal     Measured  Met',
      'P1a  Drawing  ≤ 0.35×  0.23×     yes',
      'P6a  Rows     ≤ 0      2         **no**',
    ].join('\n'),
  );
});

test('a README without the markers is an error', () => {
  expect(() => withText('# Nothing', 'text')).toThrow('bench:begin');
});
