// The package as its users get it: packed, and laid into a folder of its own.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson, root } from '../../scripts/run.mjs';

/** What a consumer runs: server render of everything, and hydration of it. */
const CONSUMER = fileURLToPath(new URL('consumer.mjs', import.meta.url));

const onWindows = process.platform === 'win32';

/** A new folder that a consumer would have, with nothing in it. */
export function emptyConsumer() {
  const folder = mkdtempSync(join(tmpdir(), 'breakout-kit-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  cpSync(CONSUMER, join(folder, 'consumer.mjs'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Packs dist as it is.
 * @param {string} folder
 * @returns {string} the tarball's path
 */
export function packInto(folder) {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: onWindows,
  });
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error('npm pack left no tarball.');
  return join(folder, name);
}

/**
 * Installs the tarball without a network: unpacked as npm does, beside exactly the packages that it declares.
 * One that it uses without declaring is not found.
 * @param {string} folder
 */
export function installOffline(folder) {
  const home = join(folder, 'node_modules', 'breakout-kit');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', packInto(folder), '-C', home, '--strip-components=1']);
  const { dependencies, peerDependencies } =
    /** @type {{ dependencies: Record<string, string>, peerDependencies: Record<string, string> }} */ (
      readJson('package.json')
    );
  for (const name of [...Object.keys(dependencies), ...Object.keys(peerDependencies)]) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, onWindows ? 'junction' : 'dir');
  }
  return home;
}

/**
 * Runs the consumer on the server, then in a page that holds what the server sent.
 * @param {string} folder
 */
export function consume(folder) {
  for (const side of ['server', 'page']) {
    execFileSync(process.execPath, ['consumer.mjs', side], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'development', BREAKOUT_KIT_JSDOM: import.meta.resolve('jsdom') },
    });
  }
  return /** @type {{ version: string, rendered: readonly string[], faults: readonly string[] }} */ (
    JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8'))
  );
}
