import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doors } from '../../scripts/doors.mjs';
import { consume, emptyConsumer, installOffline } from './pack.mjs';

const { folder, remove } = emptyConsumer();
let home = '';

beforeAll(() => {
  home = installOffline(folder);
});
afterAll(remove);

const specifier = (door: string) => `breakout-kit${door.slice(1)}`;
const inNode = (program: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

describe('the packed package, installed in a folder of its own', () => {
  test.each(doors())('opens its door $door on a server', ({ door }) => {
    const names = inNode(
      `const kit = await import('${specifier(door)}'); console.log(JSON.stringify(Object.keys(kit)));`,
    );
    expect(JSON.parse(names)).not.toEqual([]);
  });

  test('finds its style sheet, and the sheet loads nothing from anywhere', () => {
    const file = inNode(`process.stdout.write(import.meta.resolve('breakout-kit/styles.css'));`);
    const css = readFileSync(new URL(file), 'utf8');
    expect(css).toContain('.brk');
    expect(css).not.toMatch(/@import|url\(/u);
  });

  test("keeps its two themes through an application's build for the browsers that Vite aims at by default", async () => {
    writeFileSync(join(folder, 'app.js'), `import 'breakout-kit/styles.css';`);
    const built = await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { write: false, rolldownOptions: { input: join(folder, 'app.js') } },
    });
    const { output } = [built].flat().find((result) => 'output' in result) ?? { output: [] };
    const css = output.map((file) => ('source' in file ? String(file.source) : '')).join('');
    expect(css).toMatch(/--brk-panel:\s*light-dark\(/u);
    expect(css).not.toContain('lightningcss');
  });

  test('finds its package.json', () => {
    const file = inNode(`process.stdout.write(import.meta.resolve('breakout-kit/package.json'));`);
    expect(new URL(file).pathname).toMatch(/package\.json$/u);
  });

  test('opens no other door', () => {
    expect(() => inNode(`await import('breakout-kit/dist/index.js')`)).toThrow(
      /ERR_PACKAGE_PATH_NOT_EXPORTED/u,
    );
  });

  test('brings the built files and the words about them, and nothing else', () => {
    const allowed = new Set([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
      'styles.css.d.ts',
    ]);
    expect(readdirSync(home).filter((name) => !allowed.has(name))).toEqual([]);
    expect(readdirSync(home)).toEqual(
      expect.arrayContaining(['LICENSE', 'dist', 'package.json', 'styles.css.d.ts']),
    );
  });

  test('renders each component on a server, and a page takes over what the server sent', () => {
    const { rendered, faults } = consume(folder);
    expect(faults).toEqual([]);
    expect(rendered).toContain('BreakoutProvider');
  });
});

describe('the built files', () => {
  test("say 'use client' where React's hooks or context are used, and not in a door", () => {
    const files = filesBelow(join(home, 'dist')).filter((file) => file.endsWith('.js'));
    const clients = files.filter((file) => isClient(file));
    const needing = files.filter((file) =>
      /\b(?:use[A-Z]\w*|createContext)\b[^;]*from ["']react["']/u.test(readFileSync(file, 'utf8')),
    );
    expect(needing.filter((file) => !clients.includes(file))).toEqual([]);
    expect(clients.length).toBeGreaterThan(0);
    expect(isClient(join(home, 'dist', 'index.js'))).toBe(false);
  });

  test.each(['core', 'planner', 'simulator'])('of the door ./%s hold no React', (name) => {
    const packages = packagesOf(join(home, 'dist', `${name}.js`));
    expect(
      [...packages].filter((found) => /^(?:react|react-dom|@radix-ui\/.*|zustand)$/u.test(found)),
    ).toEqual([]);
  });
});

function isClient(file: string): boolean {
  return /^(?:\/\*[\s\S]*?\*\/\s*)?["']use client["']/u.test(readFileSync(file, 'utf8'));
}

function filesBelow(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every package that a built file imports, itself or through other built files. */
function packagesOf(file: string, seen = new Set<string>(), found = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return found;
  seen.add(file);
  expect(existsSync(file), file).toBe(true);
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(
    /(?:from|import)\s*\(?\s*["']([^"']+)["']/gu,
  )) {
    if (target.startsWith('.')) packagesOf(join(dirname(file), target), seen, found);
    else found.add(target);
  }
  return found;
}
