// What an application downloads: the same bundler, minified and gzipped, with React outside.
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { doors } from './site.mjs';

const IMPORTS = {
  planner: "export { RoomPlanner } from 'breakout-kit';",
  withSession: "export { BreakoutProvider, RoomPlanner } from 'breakout-kit';",
  manager:
    "export { defineCustomElement } from '@cloudflare/realtimekit-ui/dist/components/rtk-breakout-rooms-manager.js';",
};
const ENTRY = 'bench-entry.js';

/**
 * @param {string} code - what an application imports
 * @returns {Promise<number>} bytes
 */
async function bundled(code) {
  const built = await build({
    root: resolve(root, 'bench'),
    configFile: false,
    logLevel: 'error',
    resolve: { alias: doors() },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id.endsWith(ENTRY) ? resolve(root, 'bench', ENTRY) : null),
        load: (id) => (id.endsWith(ENTRY) ? code : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      // Not as a library: Vite leaves the blanks in those.
      rolldownOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        external: [/^react(-dom)?($|\/)/u],
      },
    },
  });
  const parts = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const chunks = parts.filter((part) => part.type === 'chunk');
  // What is imported on demand is not loaded with it.
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of loaded)
    for (const imported of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
      loaded.add(imported);
  let bytes = 0;
  for (const { code: text, fileName } of chunks)
    if (loaded.has(fileName)) bytes += gzipSync(text, { level: 9 }).length;
  if (bytes === 0) throw new Error('Nothing was bundled.');
  return bytes;
}

/**
 * The planner beside RealtimeKit's manager element: screens without what speaks to the service, styles included (the
 * manager has its own in its code). And the planner with the session and the adapter to the service.
 */
export async function sizes() {
  const styles = gzipSync(readFileSync(resolve(root, 'dist/styles.css')), { level: 9 }).length;
  return {
    styles,
    planner: (await bundled(IMPORTS.planner)) + styles,
    withSession: (await bundled(IMPORTS.withSession)) + styles,
    manager: await bundled(IMPORTS.manager),
  };
}
