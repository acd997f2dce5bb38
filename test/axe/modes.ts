/** How people have their screen: each story is checked in all of these, in the state its own steps left it in. */
import { commands, page } from 'vitest/browser';
import { setScheme } from '../../.storybook/surroundings.js';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Emulates forced colours, as in a contrast theme of the system. */
    readonly forceColors: (forced: boolean) => Promise<void>;
  }
}

/** One of them. `enter` gives back the way out. */
export interface Mode {
  readonly name: string;
  /** What can be otherwise in it: `whole` where other elements are shown, `look` where the same ones look different. */
  readonly changes: 'whole' | 'look';
  readonly enter: () => Promise<() => Promise<void>>;
  /** Whether it is really so: a check of something else would prove nothing. */
  readonly isInForce: () => boolean;
}

const themed = (theme: 'light' | 'dark'): Mode => ({
  name: theme,
  changes: theme === 'light' ? 'whole' : 'look',
  enter() {
    const before = document.documentElement.style.colorScheme;
    setScheme(theme);
    return Promise.resolve(() => Promise.resolve(setScheme(before)));
  },
  isInForce: () => getComputedStyle(document.body).colorScheme === theme,
});

const forced: Mode = {
  name: 'forced colours',
  changes: 'look',
  async enter() {
    await commands.forceColors(true);
    return () => commands.forceColors(false);
  },
  isInForce: () => matchMedia('(forced-colors: active)').matches,
};

const rightToLeft: Mode = {
  name: 'right to left',
  changes: 'look',
  enter() {
    const { documentElement } = document;
    const before = documentElement.dir;
    // The page and its menus turn round; a count stays "4/6".
    const told = [...document.querySelectorAll<HTMLElement>('[dir="ltr"]:not(bdi)')];
    for (const element of told) element.dir = 'rtl';
    documentElement.dir = 'rtl';
    return Promise.resolve(() => {
      for (const element of told) element.dir = 'ltr';
      documentElement.dir = before;
      return Promise.resolve();
    });
  },
  isInForce: () =>
    [...document.querySelectorAll('.brk:not(.brk-drag-layer)')].every(
      (element) => getComputedStyle(element).direction === 'rtl',
    ),
};

const narrow: Mode = {
  name: '320 px',
  changes: 'whole',
  async enter() {
    const { innerWidth, innerHeight } = window;
    await page.viewport(320, 660);
    return () => page.viewport(innerWidth, innerHeight);
  },
  isInForce: () => window.innerWidth === 320,
};

export const MODES: readonly Mode[] = [themed('light'), themed('dark'), forced, rightToLeft, narrow];
