// Gets a Chromium for the browser tests where none is found: from the system's packages as root, else Playwright's own.
// `--fonts` also gets the two fonts that the screenshots beside the design sheets want.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser, NO_BROWSER } from './browser.mjs';

const FONTS = ['fonts-inter', 'fonts-noto-core'];
/** Another apt-get may hold the lists' lock, for which apt-get has no waiting option. */
const LIST_TRIES = 12;
const LIST_PAUSE_MS = 10_000;

const asRootWithApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  console.log(`$ ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
      shell: process.platform === 'win32',
    }).status === 0
  );
}

/**
 * @param {number} times
 * @param {() => boolean} step
 */
async function retry(times, step) {
  for (let i = 1; i <= times; i += 1) {
    if (step()) return true;
    if (i < times) await wait(LIST_PAUSE_MS);
  }
  return false;
}

/** @param {string[]} packages */
async function aptInstall(packages) {
  if (!(await retry(LIST_TRIES, () => run('apt-get', ['update', '-qq'])))) return false;
  return retry(3, () =>
    run('apt-get', [
      '-o',
      'DPkg::Lock::Timeout=300',
      '-o',
      'Dpkg::Use-Pty=0',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...packages,
    ]),
  );
}

if (!findBrowser()) {
  console.log(
    'No Chromium or Chrome on this machine. The browser tests need one, so it is being installed now (about 300 MB).',
  );
  if (!(asRootWithApt && (await aptInstall(['chromium'])))) run('npx', ['playwright', 'install', 'chromium']);
}

if (process.argv.includes('--fonts')) {
  const missing = FONTS.filter((name) => spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status !== 0);
  if (missing.length > 0 && !(asRootWithApt && (await aptInstall(missing)))) {
    console.log(
      'The fonts Inter and Noto Sans Arabic could not be installed: pictures will use what the system has.',
    );
  }
}

const found = findBrowser();
if (found) {
  console.log(`Browser for the tests: ${found.path} (from ${found.from})`);
} else {
  console.error(NO_BROWSER);
  process.exitCode = 1;
}
