// Storybook on the whole session, and beside it the demo over several windows. Opens a browser where there is one to open, and
// never fails for the want of one.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { root, toolEnv } from './run.mjs';

const PORT = 6006;
const STORY = '/story/meeting-whole-session--moderator-and-three-people';
/** Vite takes the next free port where this one is taken. */
const DEMO_PORT = 6007;

const { env, platform } = process;
const screen = platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
const opens = screen && !env['CI'] && env['BROWSER'] !== 'none' && process.stdout.isTTY;

const demo = await createServer({
  configFile: join(root, 'demo', 'vite.config.ts'),
  server: { port: DEMO_PORT },
  logLevel: 'warn',
  clearScreen: false,
});
await demo.listen();
const demoUrl = demo.resolvedUrls?.local[0] ?? `http://localhost:${String(DEMO_PORT)}/`;

console.log(`The whole session: http://localhost:${String(PORT)}/?path=${STORY}`);
console.log(`A meeting over several windows: ${demoUrl}`);
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
  {
    cwd: root,
    stdio: 'inherit',
    // Storybook hands what begins so on to its stories.
    env: toolEnv({ STORYBOOK_DEMO_URL: demoUrl }),
    shell: platform === 'win32',
  },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => storybook.kill(signal));
storybook.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
