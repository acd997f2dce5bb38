// @vitest-environment node
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'breakout-kit-browser-'));
const program = join(folder, 'my-chromium');
writeFileSync(program, '');
chmodSync(program, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

test('a browser that a person names is taken before any other', () => {
  expect(findBrowser({ BREAKOUT_KIT_CHROMIUM: program })).toEqual({
    path: program,
    from: 'BREAKOUT_KIT_CHROMIUM',
  });
});

test('a named browser that cannot be run is said at once, and no other is taken in its place', () => {
  const wrong = join(folder, 'not-there');
  expect(() => findBrowser({ BREAKOUT_KIT_CHROMIUM: wrong, PATH: process.env['PATH'] })).toThrow(
    `BREAKOUT_KIT_CHROMIUM is ${wrong}`,
  );
});
