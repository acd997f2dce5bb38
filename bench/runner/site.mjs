// Builds the pages as an application would be built, and serves them from this machine.
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { readJson, root } from '../../scripts/run.mjs';

const pages = resolve(fileURLToPath(new URL('../pages', import.meta.url)));
const outDir = resolve(root, 'temp/bench/site');

/** The doors of the built package, as its manifest names them: the pages get what every application gets. */
export function doors() {
  const { name, exports } =
    /** @type {{ name: string, exports: Record<string, string | { default: string } | null> }} */ (
      readJson('package.json')
    );
  return Object.entries(exports).flatMap(([door, to]) => {
    if (to === null || typeof to === 'string' || door.includes('*')) return [];
    const find = new RegExp(`^${name}${door.slice(1)}$`, 'u');
    return [{ find, replacement: resolve(root, to.default) }];
  });
}

/**
 * @param {readonly string[]} names
 * @param {{ minify?: boolean }} [options] - unminified, a CPU profile says whose functions they are
 */
export async function buildSite(names, { minify = true } = {}) {
  await build({
    root: pages,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    resolve: { alias: doors(), dedupe: ['react', 'react-dom'] },
    build: {
      outDir,
      emptyOutDir: true,
      minify,
      target: 'es2022',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: names.map((name) => resolve(pages, `${name}.html`)) },
    },
  });
}

/** @returns {Promise<{ url: string, close: () => Promise<void> }>} */
export async function serveSite() {
  const server = await preview({
    root: pages,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The pages could not be served: no address was given.');
  return { url, close: () => server.close() };
}
