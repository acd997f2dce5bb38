/**
 * Checks each story with axe in light and dark, with forced colours, right to left and at 320 px, after its own steps and without
 * walking them again. A story cannot ask to be left out.
 */
import { afterEach, expect } from 'vitest';
import { findings } from '../axe/check.js';
import { MODES } from '../axe/modes.js';

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') return;
  const wrong: string[] = [];
  const checked: string[] = [];
  for (const mode of MODES) {
    const leave = await mode.enter();
    try {
      await atRest();
      if (!mode.isInForce()) throw new Error(`The page is not ${mode.name}: nothing would be checked.`);
      wrong.push(...(await findings(mode.changes)).map((finding) => `${mode.name}: ${finding}`));
      checked.push(mode.name);
    } finally {
      await leave();
    }
  }
  expect(wrong.join('\n\n')).toBe('');
  expect(checked).toEqual(['light', 'dark', 'forced colours', 'right to left', '320 px']);
});

/** Waits for colours and sizes on their way from one mode to the other. What turns for ever, as a spinner does, is not waited for. */
async function atRest(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const moving = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
}
