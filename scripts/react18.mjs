// The built package with the oldest React it takes: a real installation in a folder of its own, types included.
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { consume, emptyConsumer, packInto } from '../test/package/pack.mjs';
import { doors } from './doors.mjs';
import { root, toolEnv } from './run.mjs';

const WITH = ['react@18.2.0', 'react-dom@18.2.0', '@types/react@18.2.79', '@types/react-dom@18.2.25'];
const onWindows = process.platform === 'win32';
const { folder, remove } = emptyConsumer();

try {
  const tarball = packInto(folder);
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error'];
  execFileSync('npm', ['install', ...quiet, ...WITH, tarball], {
    cwd: folder,
    stdio: 'inherit',
    shell: onWindows,
  });

  const reacts = readdirSync(join(folder, 'node_modules'), { recursive: true })
    .map(String)
    .filter((path) => /(?:^|[\\/])node_modules[\\/]react$|^react$/u.test(path));
  if (reacts.length !== 1) throw new Error(`There must be one React, and there are: ${reacts.join(', ')}`);

  const { version, rendered, faults } = consume(folder);
  if (!version.startsWith('18.2.')) throw new Error(`React 18.2 was asked for, and ${version} ran.`);
  if (faults.length > 0) throw new Error(`With React ${version}:\n${faults.join('\n')}`);
  console.log(
    `React ${version}: ${String(rendered.length)} components rendered on a server and hydrated: ${rendered.join(', ')}`,
  );

  typesHold();
  console.log('Types hold with the types of React 18.2, libraries checked too.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && 'stderr' in error) console.error(String(error.stderr));
  process.exitCode = 1;
} finally {
  remove();
}

function typesHold() {
  const uses = doors().map(
    ({ door }, at) => `export * as door${String(at)} from 'breakout-kit${door.slice(1)}';`,
  );
  writeFileSync(join(folder, 'uses.ts'), [...uses, `import 'breakout-kit/styles.css';`, ''].join('\n'));
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['uses.ts'] }));
  execFileSync('tsc', ['-p', folder], { cwd: root, stdio: 'inherit', env: toolEnv(), shell: onWindows });
}
