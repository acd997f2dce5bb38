// Benchmarks in a real Chromium: the kit's planner beside a planner by hand, a drag library and a finished product. See bench/README.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { format, resolveConfig } from 'prettier';
import { plainTable, readmeText, sizeSentence, withText } from '../bench/runner/report.mjs';
import { findBrowser, launchOptions, NO_BROWSER } from './browser.mjs';
import { readJson, root, run } from './run.mjs';

const RESULTS = 'bench/results.json';
const PAGES = ['kit', 'vanilla', 'dnd', 'rtk', 'store'];
const ROOMS = [10, 50];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    repeats: { type: 'string', default: '5' },
    readme: { type: 'boolean', default: false },
  },
});

if (values.readme) await writeReadme();
else process.exitCode = (await bench()) ? 0 : 1;

/** @returns {Promise<boolean>} whether every goal is met */
async function bench() {
  const only = values.only === undefined ? null : new Set(values.only.toUpperCase().split(/[\s,]+/u));
  const repeats = Number(values.repeats);
  if (!Number.isInteger(repeats) || repeats < 1) throw new Error('--repeats needs a whole number from 1.');
  if (!findBrowser()) throw new Error(NO_BROWSER);
  ensurePeers();
  ensureBuilt();

  // Only now: they import what may have been missing.
  const { buildSite, serveSite } = await import('../bench/runner/site.mjs');
  const { readChrome } = await import('../bench/runner/runs.mjs');
  const { measure } = await import('../bench/runner/measure.mjs');
  const { sizes } = await import('../bench/runner/bundles.mjs');
  const { GOALS } = await import('../bench/runner/goals.mjs');
  for (const part of only ?? [])
    if (!GOALS.some((goal) => goal.part === part)) throw new Error(`There is no goal ${part}.`);

  const measured = source();
  await buildSite(PAGES);
  const site = await serveSite();
  const browser = await chromium.launch(launchOptions());
  try {
    const setting = { browser, url: site.url, chromes: new Map() };
    for (const rooms of ROOMS) await readChrome(setting, rooms);
    const { goals, samples, again } = await measure(setting, {
      only,
      repeats,
      say: (line) => console.error(line),
    });
    const bundles = await sizes();
    const results = {
      date: new Date().toISOString(),
      ...measured,
      repeats,
      versions: versions(browser.version()),
      machine: machine(),
      goals,
      sizes: bundles,
      figures: figuresOf(samples),
      figuresAgain: figuresOf(again),
    };
    // A part is no replacement for the whole.
    await write(only ? 'temp/bench/results.json' : RESULTS, JSON.stringify(results));
    console.log(`\n${plainTable(goals)}\n\n${sizeSentence(results)}`);
    return goals.every(({ met }) => met);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** What the kit is measured against is installed on first use, and is nobody else's dependency. */
function ensurePeers() {
  const { dependencies } = /** @type {{ dependencies: Record<string, string> }} */ (
    readJson('bench/package.json')
  );
  const there = Object.entries(dependencies).every(([name, version]) => {
    const path = `bench/node_modules/${name}/package.json`;
    return (
      existsSync(resolve(root, path)) &&
      /** @type {{ version: string }} */ (readJson(path)).version === version
    );
  });
  if (!there && !run('npm', ['ci', '--ignore-scripts', '--prefix', 'bench']))
    throw new Error('The packages of bench/ could not be installed.');
}

/** The package as applications get it, built again when its source is newer. */
function ensureBuilt() {
  const built = resolve(root, 'dist/index.d.ts');
  const changed = Math.max(
    statSync(resolve(root, 'package.json')).mtimeMs,
    statSync(resolve(root, 'vite.config.ts')).mtimeMs,
    ...readdirSync(resolve(root, 'src'), { recursive: true, withFileTypes: true }).map(
      (entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs,
    ),
  );
  if (existsSync(built) && statSync(built).mtimeMs > changed) return;
  if (!run(process.execPath, ['scripts/build.mjs'])) throw new Error('The package could not be built.');
}

/** Which source was measured. */
function source() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  try {
    return { commit: git('rev-parse', 'HEAD'), changed: git('status', '--porcelain', '--', 'src') !== '' };
  } catch {
    return { commit: 'unknown', changed: true };
  }
}

/** @param {string} chromiumVersion */
function versions(chromiumVersion) {
  const of = (/** @type {string} */ path) =>
    /** @type {{ version: string }} */ (readJson(`${path}/package.json`)).version;
  return {
    kit: of('.'),
    react: of('node_modules/react'),
    chromium: chromiumVersion,
    node: process.versions.node,
    '@dnd-kit/core': of('bench/node_modules/@dnd-kit/core'),
    '@cloudflare/realtimekit-ui': of('bench/node_modules/@cloudflare/realtimekit-ui'),
  };
}

function machine() {
  const all = cpus();
  return {
    processor: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memory: `${String(Math.round(totalmem() / 2 ** 30))} GB`,
    system: `${platform()} ${arch()}`,
  };
}

/** @param {ReadonlyMap<string, readonly number[]>} samples */
function figuresOf(samples) {
  return Object.fromEntries(
    [...samples].map(([name, all]) => [name, { median: middle(all), all: all.map(rounded) }]),
  );
}

/** @param {number} value */
function rounded(value) {
  return Math.round(value * 1000) / 1000;
}

/** @param {readonly number[]} all */
function middle(all) {
  const sorted = all.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return rounded(sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2);
}

/**
 * @param {string} path
 * @param {string} text
 */
async function write(path, text) {
  const file = resolve(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

/** Puts the committed figures into the README. */
async function writeReadme() {
  const results = /** @type {import('../bench/runner/report.mjs').Results} */ (readJson(RESULTS));
  await write('README.md', withText(readFileSync(resolve(root, 'README.md'), 'utf8'), readmeText(results)));
}
