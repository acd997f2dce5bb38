// @vitest-environment node
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Every file of ours that a file brings along; types bring nothing. */
function brings(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8').replace(/import type [^;]+;/gu, '');
  for (const [, from = ''] of source.matchAll(/(?:import|export)[^;'"]*?from '(\.[^']+)'/gu)) {
    const path = resolve(dirname(file), from);
    const found = [path.replace(/\.js$/u, '.tsx'), path.replace(/\.js$/u, '.ts')].find(exists);
    if (found) brings(found, seen);
  }
  return seen;
}

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

test('a participant’s screens bring along nothing of the moderator’s', () => {
  const files = [...brings(resolve('src/components/kit/PersonKit.tsx'))].map((file) =>
    file.replace(/.*src\//u, ''),
  );
  expect(files).toContain('components/returning/ReturnBanner.tsx');
  expect(files.filter((file) => /components\/(planner|desk|drag|moving|menu)\//u.test(file))).toEqual([]);
});

test('the whole kit does bring them along', () => {
  const files = [...brings(resolve('src/components/kit/BreakoutKit.tsx'))];
  expect(files.some((file) => /components\/planner\//u.test(file))).toBe(true);
});
