// Everything that must hold, in named steps. Goes on after a step that failed, so that one run tells all.
// `npm test` runs all; `npm test -- types lint` runs the steps named. The last line counts the tests, and each other step as one.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root, toolEnv } from './run.mjs';

const tallyFile = join(root, 'temp', 'tally.json');

/** @type {ReadonlyArray<{ name: string, run: readonly string[], shown?: boolean }>} */
const steps = [
  { name: 'types', run: ['tsc', '-p', '.'] },
  { name: 'types of the pure rooms', run: ['tsc', '-p', 'tsconfig.pure.json'] },
  { name: 'lint', run: ['oxlint'] },
  { name: 'format', run: ['prettier', '--check', '.', '--log-level', 'warn'] },
  { name: 'arrows', run: ['node', 'scripts/arrows.mjs'] },
  { name: 'unused code', run: ['knip'] },
  { name: 'build', run: ['node', 'scripts/build.mjs'] },
  { name: 'api', run: ['node', 'scripts/api.mjs'] },
  { name: 'package', run: ['publint', '--strict'] },
  { name: 'package types', run: ['attw', '--pack', '.', '--profile', 'esm-only'] },
  { name: 'sizes', run: ['size-limit'], shown: true },
  { name: 'react 18.2', run: ['node', 'scripts/react18.mjs'] },
  { name: 'browser', run: ['node', 'scripts/setup-browser.mjs'], shown: true },
  {
    name: 'tests',
    run: ['vitest', 'run', '--coverage', '--reporter=default', '--reporter=./scripts/tally.mjs'],
    shown: true,
  },
];

/** @returns {{ passed: number, failed: number, skipped: number }} */
function testCounts() {
  try {
    return /** @type {{ passed: number, failed: number, skipped: number }} */ (readJson(tallyFile));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No step is called ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const bad = [];
rmSync(tallyFile, { force: true });

for (const {
  name,
  run: [command = '', ...args],
  shown,
} of steps) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n> ${name}`);
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: toolEnv({ BREAKOUT_KIT_TALLY: tallyFile }),
    shell: process.platform === 'win32',
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  let ok = status === 0;
  if (!ok && !shown) console.log([stdout, stderr, error?.message].filter(Boolean).join('\n'));

  if (name === 'tests') {
    const counts = testCounts();
    // A run that fails with no test at fault fell over, or its coverage is too low: one failure of its own.
    if (!ok && counts.failed === 0) counts.failed = 1;
    if (ok && counts.passed === 0) {
      console.log('No test ran.');
      counts.failed += 1;
      ok = false;
    }
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  } else {
    total[ok ? 'passed' : 'failed'] += 1;
  }
  if (!ok) bad.push(name);
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}, ${seconds} s`);
}

console.log(bad.length > 0 ? `\nFailed: ${bad.join(', ')}` : '');
console.log(
  `${String(total.passed)} passed, ${String(total.failed)} failed${total.skipped > 0 ? `, ${String(total.skipped)} skipped` : ''}`,
);
process.exitCode = bad.length > 0 ? 1 : 0;
