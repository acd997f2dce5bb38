// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Where pains are tested: without a screen here, and with people's screens among the journeys. */
const FOLDERS = ['./', '../journeys/pains/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** Of each pain the titles of its tests. */
function titles(): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const folder of FOLDERS)
    for (const file of readdirSync(folder).filter((name) => /\.test\.tsx?$/u.test(name))) {
      const source = readFileSync(folder + file, 'utf8');
      expect(source, `${file} leaves something out`).not.toMatch(
        /\.(?:skip|todo|only|fails)\b|\.(?:skip|run)If\b/u,
      );
      for (const [, title = '', number] of source.matchAll(/\(\s*['`](pain (\d+): [^\n]+)['`],/gu))
        found.set(Number(number), [...(found.get(Number(number)) ?? []), title]);
    }
  return found;
}

test.each(Array.from({ length: 25 }, (_, at) => at + 1))(
  'the pain with the number %i has a test that says so',
  (pain) => {
    expect(titles().get(pain) ?? []).not.toEqual([]);
  },
);

test('no pain is tested that is not one of the twenty-five', () => {
  expect([...titles().keys()].filter((pain) => pain < 1 || pain > 25)).toEqual([]);
});
