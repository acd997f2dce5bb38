// A Vitest reporter that writes the run's counts to the file named in BREAKOUT_KIT_TALLY, for scripts/check.mjs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export default class Tally {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} errors - outside any test
   */
  onTestRunEnd(modules, errors) {
    const file = process.env['BREAKOUT_KIT_TALLY'];
    if (!file) return;
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    let broken = errors.length;
    for (const module of modules) {
      if (module.errors().length > 0) broken += 1;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      JSON.stringify({
        passed: count.passed,
        failed: count.failed + broken,
        skipped: count.skipped + count.pending,
      }),
    );
  }
}
