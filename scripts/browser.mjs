// Finds a Chromium-family browser: BREAKOUT_KIT_CHROMIUM, then Playwright's own download, then the system's.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const FIXED = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A test that listens to the rooms must hear them without a click first.
  '--autoplay-policy=no-user-gesture-required',
];

export const NO_BROWSER =
  'No Chromium or Chrome was found for the browser tests.\n' +
  'Run `npm run setup:browser` to get one, or set BREAKOUT_KIT_CHROMIUM to the path of one.\n' +
  'The tests without a browser need none: `npm run test:unit`.';

/** @param {string} path */
function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ path: string, from: string } | undefined}
 * @throws when BREAKOUT_KIT_CHROMIUM is set to something that cannot be run
 */
export function findBrowser(env = process.env) {
  const wanted = env['BREAKOUT_KIT_CHROMIUM'];
  if (wanted) {
    if (runnable(wanted)) return { path: wanted, from: 'BREAKOUT_KIT_CHROMIUM' };
    throw new Error(
      `BREAKOUT_KIT_CHROMIUM is ${wanted}, and that is no program that can be run.\n` +
        'Set it to the path of a Chromium or Chrome, or leave it out.',
    );
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { path: own, from: 'Playwright' };
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const path = [...FIXED, ...onPath].find(runnable);
  return path ? { path, from: 'the system' } : undefined;
}

/** Options for Playwright's chromium.launch. Without a path where no browser was found: tests that need none must still run. */
export function launchOptions() {
  const found = findBrowser();
  const args = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS;
  return found ? { executablePath: found.path, args } : { args };
}
