// Runs one of the tools that this package installs, wherever the script was started from.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

/**
 * The environment in which the installed tools are found first.
 * @param {Record<string, string>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv(more) {
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  return { ...process.env, PATH: path, ...more };
}

/**
 * @param {string | undefined} command
 * @param {readonly string[]} args
 * @returns {boolean} whether it ended well
 */
export function run(command, args) {
  if (!command) throw new Error('No command was given to run.');
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: toolEnv(),
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/**
 * @param {string} path - from the root of the project
 * @returns {unknown}
 */
export function readJson(path) {
  return JSON.parse(readFileSync(resolve(root, path), 'utf8'));
}
