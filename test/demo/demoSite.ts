import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { build, preview } from 'vite';
import { launchOptions } from '../../scripts/browser.mjs';
import { root } from '../../scripts/run.mjs';

/** The demo as a visitor has it: built, served, and a browser to open it in. */
export interface DemoSite {
  readonly url: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Builds and serves the demo in a folder of its own. */
export async function openDemo(): Promise<DemoSite> {
  const folder = mkdtempSync(join(tmpdir(), 'breakout-kit-demo-'));
  await build({
    configFile: join(root, 'demo', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  });
  const server = await preview({
    configFile: false,
    root: folder,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'error',
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The built demo could not be served.');
  const browser = await chromium.launch(launchOptions());
  return {
    url,
    browser,
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a page's own code threw or complained about. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return complaints;
}
