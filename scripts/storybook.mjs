// Stories as pictures: a Storybook to look at (the one that runs, else the built one), and a page that shows one story.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { findBrowser, launchOptions, NO_BROWSER } from './browser.mjs';
import { root, toolEnv } from './run.mjs';

const RUNNING = 'http://127.0.0.1:6006/';
const BUILT = join(root, 'storybook-static');

/**
 * @typedef {object} Book
 * @property {string} url - ends with a slash
 * @property {ReadonlyArray<string>} ids - of all its stories
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Look
 * @property {number} [width] - of the page, in CSS pixels
 * @property {number} [height] - of the window; the picture is as high as the page
 * @property {boolean} [dark]
 * @property {boolean} [rtl]
 * @property {boolean} [forcedColors]
 * @property {number} [scale]
 * @property {boolean} [sheetFonts] - the fonts of the design sheets in place of the system's
 */

/** The newest change below a folder, in milliseconds since 1970. @param {string} path @returns {number} */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** @param {string} url */
async function storyIds(url) {
  const response = await fetch(`${url}index.json`, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`${url} is no Storybook: it answered ${String(response.status)}.`);
  const { entries } = /** @type {{ entries: Record<string, { type: string }> }} */ (await response.json());
  return Object.keys(entries).filter((id) => entries[id]?.type === 'story');
}

/** The Storybook that runs on this machine if there is one, else the built one, built anew where it is stale. @returns {Promise<Book>} */
export async function openBook() {
  const running = await storyIds(RUNNING).catch(() => undefined);
  if (running) return { url: RUNNING, ids: running, close: async () => {} };

  const changed = Math.max(
    ...['src', 'stories', '.storybook', 'package.json'].map((name) => newest(join(root, name))),
  );
  if (newest(join(BUILT, 'index.json')) < changed) {
    console.log('Building Storybook …');
    const { status, stdout, stderr } = spawnSync('storybook', ['build', '--quiet'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: toolEnv(),
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`Storybook could not be built.\n${stdout}${stderr}`);
  }
  const server = await preview({
    configFile: false,
    root,
    build: { outDir: BUILT },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'error',
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The built Storybook could not be served.');
  return { url, ids: await storyIds(url), close: () => server.close() };
}

export async function openBrowser() {
  if (!findBrowser()) throw new Error(NO_BROWSER);
  return chromium.launch(launchOptions());
}

/**
 * A picture of one story, after its play function has ended.
 * @param {import('playwright').Browser} browser
 * @param {Book} book
 * @param {string} story
 * @param {Look} [look]
 * @returns {Promise<Buffer>} a PNG
 */
export async function pictureOf(browser, book, story, look = {}) {
  if (!book.ids.includes(story)) throw new Error(`There is no story ${story}. ${similar(story, book.ids)}`);
  const page = await browser.newPage({
    viewport: { width: look.width ?? 1148, height: look.height ?? 600 },
    deviceScaleFactor: look.scale ?? 2,
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    forcedColors: look.forcedColors ? 'active' : 'none',
  });
  try {
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const globals = `theme:${look.dark ? 'dark' : 'light'};dir:${look.rtl ? 'rtl' : 'ltr'};a11y.manual:!true`;
    await page.goto(`${book.url}iframe.html?id=${story}&viewMode=story&globals=${globals}`);
    if (look.sheetFonts) {
      const fonts = 'Inter, "Noto Sans Arabic", sans-serif';
      await page.addStyleTag({
        content: `.brk { --brk-font: ${fonts}; } #storybook-root > div { font-family: ${fonts} !important; }`,
      });
    }
    const ended = await page.waitForFunction(STORY_ENDED, undefined, { timeout: 60_000 });
    const how = String(await ended.jsonValue());
    if (how !== 'shown') throw new Error(`The story ${story} failed: ${[how, ...errors].join('\n')}`);
    await page.evaluate(AT_REST);
    return await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
  } finally {
    await page.close();
  }
}

// Runs in the page: Storybook says in which phase the story is, and shows the error of one that failed.
const STORY_ENDED = `(() => {
  if (document.body.classList.contains('sb-show-errordisplay')) return document.querySelector('#error-message')?.textContent || 'an error';
  if (document.body.classList.contains('sb-show-nopreview')) return 'it shows nothing';
  const phase = window.__STORYBOOK_PREVIEW__?.currentRender?.phase;
  if (phase === 'errored' || phase === 'aborted') return phase;
  return phase === 'completed' || phase === 'finished' || phase === 'afterEach' ? 'shown' : false;
})()`;
const AT_REST = `document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))))`;

/** @param {string} story @param {ReadonlyArray<string>} ids */
function similar(story, ids) {
  if (ids.length === 0) return 'Storybook has no story yet.';
  const words = story.split('-').filter(Boolean);
  const near = ids
    .map((id) => ({ id, hits: words.filter((word) => id.includes(word)).length }))
    .filter(({ hits }) => hits > 0)
    .toSorted((a, b) => b.hits - a.hits)
    .slice(0, 12)
    .map(({ id }) => id);
  return `${near.length > 0 ? 'Near it' : 'There are'}:\n  ${(near.length > 0 ? near : ids).join('\n  ')}`;
}
