import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { BrowserCommand } from 'vitest/node';
import { launchOptions } from './scripts/browser.mjs';

/** Found late, each of these would make the page of a running test load anew. */
const prepared = {
  include: [
    'react',
    'react/jsx-runtime',
    'react/jsx-dev-runtime',
    'react-dom',
    'react-dom/client',
    'zustand',
    'zustand/vanilla',
    'zustand/react/shallow',
    'valibot',
    '@radix-ui/react-dialog',
    '@radix-ui/react-dropdown-menu',
    '@tanstack/react-virtual',
    'papaparse',
    '@testing-library/react',
    '@testing-library/user-event',
    '@testing-library/jest-dom/vitest',
    'axe-core',
    '@storybook/addon-a11y/preview',
  ],
};

/** Forced colours are the system's: only the browser's own side can emulate them. */
const forceColors: BrowserCommand<[forced: boolean]> = async (context, forced) => {
  await context.page.emulateMedia({ forcedColors: forced ? 'active' : 'none' });
};

const inChromium = (commands: Record<string, BrowserCommand<[forced: boolean]>> = {}) => ({
  globalSetup: ['test/setup/needsBrowser.ts'],
  browser: {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    commands,
    // Motion ends at once, as for a person who asked for less of it: what is asserted is at rest.
    provider: playwright({
      launchOptions: launchOptions(),
      contextOptions: { reducedMotion: 'reduce' },
    }),
    instances: [{ browser: 'chromium' as const, viewport: { width: 1100, height: 800 } }],
  },
});

const wellCovered = { lines: 95 };

export default defineConfig({
  plugins: [react()],
  test: {
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: {
        'src/state/**': wellCovered,
        'src/planner/**': wellCovered,
        'src/wire/**': wellCovered,
        'src/room/**': wellCovered,
        'src/session/**': wellCovered,
      },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'jsdom',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/journeys/**', 'test/package/**', 'test/demo/twoWindows.test.ts'],
          setupFiles: ['test/setup/unit.ts'],
          // Property tests count runs, not seconds; two busy cores must not fail them.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'demo',
          // Builds the demo, and drives its windows from outside: a test inside one page cannot reload it.
          environment: 'node',
          globalSetup: ['test/setup/needsBrowser.ts'],
          sequence: { groupOrder: 4 },
          include: ['test/demo/twoWindows.test.ts'],
          // Three pages each, in real time: slow where two cores are busy with other things.
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        optimizeDeps: prepared,
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          include: ['test/browser/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup/browser.ts'],
          ...inChromium(),
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps: prepared,
        test: {
          name: 'stories',
          isolate: false,
          sequence: { groupOrder: 2 },
          setupFiles: ['test/setup/stories.ts'],
          testTimeout: 30_000,
          // Each story is checked in five modes when its steps are done.
          hookTimeout: 180_000,
          ...inChromium({ forceColors }),
        },
      },
      {
        extends: true,
        optimizeDeps: prepared,
        test: {
          name: 'journeys',
          sequence: { groupOrder: 3 },
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup/browser.ts'],
          testTimeout: 60_000,
          ...inChromium(),
        },
      },
    ],
  },
});
