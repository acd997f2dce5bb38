// Storybook on the whole session. Opens a browser where there is one to open, and never fails for the want of one.
import { spawn } from 'node:child_process';
import { root, toolEnv } from './run.mjs';

const PORT = 6006;
const STORY = '/story/meeting-whole-session--moderator-and-three-people';

const { env, platform } = process;
const screen = platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
const opens = screen && !env['CI'] && env['BROWSER'] !== 'none' && process.stdout.isTTY;

console.log(`The whole session: http://localhost:${String(PORT)}/?path=${STORY}`);
const storybook = spawn(
  'storybook',
  [
    'dev',
    '--port',
    String(PORT),
    '--no-version-updates',
    `--initial-path=${STORY}`,
    ...(opens ? [] : ['--no-open']),
    ...(process.stdin.isTTY ? [] : ['--ci']),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: toolEnv(), shell: platform === 'win32' },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => storybook.kill(signal));
storybook.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
