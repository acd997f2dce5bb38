// Builds the package into dist: the modules by Vite, the types by TypeScript.
import { rmSync } from 'node:fs';
import { run } from './run.mjs';

rmSync('dist', { recursive: true, force: true });
for (const [command, ...args] of [
  ['vite', 'build', '--logLevel', 'warn'],
  ['tsc', '-p', 'tsconfig.build.json'],
]) {
  if (!run(command, args)) process.exit(1);
}
