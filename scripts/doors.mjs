// The doors of the package that hold code, read from package.json's exports.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from './run.mjs';

/**
 * @typedef {object} Door
 * @property {string} door - as in exports: `.` or `./core`
 * @property {string} types - where its types are built
 * @property {string} code - where its code is built
 */

/** @returns {readonly Door[]} */
export function doors() {
  const { exports } =
    /** @type {{ exports: Record<string, string | null | { types: string, default: string }> }} */ (
      readJson('package.json')
    );
  return Object.entries(exports).flatMap(([door, target]) => {
    if (target === null || typeof target === 'string' || target.default.endsWith('.css')) return [];
    const at = { door, types: join(root, target.types), code: join(root, target.default) };
    if (!door.includes('*')) return [at];
    const names = readdirSync(join(root, 'src', 'locales'))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -'.ts'.length));
    return names.map((name) => ({
      door: door.replace('*', name),
      types: at.types.replace('*', name),
      code: at.code.replace('*', name),
    }));
  });
}
