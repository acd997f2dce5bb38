import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { BreakoutProvider } from '../../../src/hooks/BreakoutProvider.js';
import type { KitEvent } from '../../../src/state/events.js';
import { endMoment, type Moment, type MomentOptions } from '../../../stories/scenes/person.js';

/** One person's screen, and the ways a test acts on it. */
export interface Shown extends Moment {
  /** Lets time pass, and the screen follow. */
  readonly pass: (ms: number) => Promise<void>;
  /** Presses the button of this name, and lets what follows at once happen. */
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly key: (key: string) => Promise<void>;
  /** Everything that happened in any kit since the screen was shown. */
  readonly happened: (type: KitEvent['type']) => number;
  /** What the live region said last. */
  readonly heard: () => string;
  readonly unmount: () => void;
}

/** Shows a screen at a moment, with the sessions of everybody else running. */
export async function show(
  make: (options: MomentOptions) => Promise<Moment>,
  content: ReactNode,
  options: MomentOptions = {},
): Promise<Shown> {
  const events: KitEvent['type'][] = [];
  const { session, ...rest } = options;
  const moment = await make({ ...rest, session: { ...session, onEvent: ({ type }) => events.push(type) } });
  onTestFinished(() => endMoment(moment));
  events.length = 0;
  const { unmount } = render(<BreakoutProvider session={moment.me}>{content}</BreakoutProvider>);
  const pass = (ms: number) => act(() => moment.scene.pass(ms));
  return {
    ...moment,
    pass,
    async press(name) {
      fireEvent.click(await screen.findByRole('button', { name }));
      await pass(20);
    },
    async key(key) {
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
      await pass(20);
    },
    happened: (type) => events.filter((event) => event === type).length,
    heard: () => document.querySelector('[data-brk-live]:not([role="dialog"] *)')?.textContent ?? '',
    unmount,
  };
}
