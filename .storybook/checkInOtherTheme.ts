/// <reference types="vite/client" />
import { afterEach as checkAccessibility } from '@storybook/addon-a11y/preview';
import type { Preview } from '@storybook/react-vite';
import { setScheme, shownTheme } from './surroundings.js';

/**
 * In a test run, checks each story in the theme that it is not shown in; the addon then checks the one it is shown in.
 * So every story is checked in light and in dark, in the state its play function left it in.
 */
export const checkInOtherTheme: NonNullable<
  Extract<Preview['afterEach'], (...given: never) => unknown>
> = async (context) => {
  if (import.meta.env['VITEST_STORYBOOK'] !== 'false') return;
  const before = document.documentElement.style.colorScheme;
  const other = shownTheme() === 'dark' ? 'light' : 'dark';
  setScheme(other);
  try {
    await atRest();
    await checkAccessibility(context);
  } catch (error) {
    throw new Error(`In the ${other} theme: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    setScheme(before);
    await atRest();
  }
};

/** Waits for colours on their way from one theme to the other. What turns for ever, as a spinner does, is not waited for. */
async function atRest(): Promise<void> {
  await new Promise(requestAnimationFrame);
  const moving = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
}
