import { reach, takeMouse } from '../../input/hands.js';
import { userEvent } from 'vitest/browser';
import { carry } from './carry.js';
import type { Hand, TakeHand } from './hand.js';
import type { Seen } from './seen.js';

/** A mouse that drags. */
export const mouse: TakeHand = (seen) => {
  const { clicks, ...hand } = clicking(seen);
  return {
    ...hand,
    async move(names, to) {
      await clicks.select(names);
      const [first = ''] = names;
      await clicks.unfold(first);
      clicks.count();
      await clicks.mouse.down(await reach(seen.name(first)));
      await carry(seen.place(to), clicks.mouse.moveTo);
      await clicks.mouse.up();
    },
  };
};

/** A mouse that only clicks: the menus are all it needs. */
export const menu: TakeHand = (seen) => {
  const { clicks, ...hand } = clicking(seen);
  return {
    ...hand,
    undo: () => hand.press(() => seen.button(/^Undo: /u)),
    async move(names, to) {
      const [first = ''] = names;
      await clicks.select(names);
      await clicks.unfold(first);
      if (names.length > 1) await hand.press(() => seen.button(`Move ${String(names.length)} people to…`));
      else await hand.press(() => seen.menuButton(first));
      await hand.press(() => seen.line(lineFor(to)));
    },
  };
};

/** The line of a menu that moves people to a place. */
export const lineFor = (place: string) =>
  place === 'Not assigned' ? /^Unassign/u : new RegExp(`${place}\\b`, 'u');

/** What every hand with a mouse does alike. */
function clicking(seen: Seen): Omit<Hand, 'move'> & {
  readonly clicks: {
    readonly mouse: ReturnType<typeof takeMouse>;
    readonly count: () => void;
    readonly select: (names: readonly string[]) => Promise<void>;
    readonly unfold: (name: string) => Promise<void>;
  };
} {
  const held = takeMouse();
  let presses = 0;
  const count = () => void (presses += 1);
  const click = async (element: Element, keys?: { readonly shift: boolean }) => {
    count();
    await held.click(element, keys);
  };
  const press: Hand['press'] = async (control) => click(await seen.found(control));
  const unfold = async (name: string) => {
    const opener = seen.opener(name);
    if (opener) await click(opener);
  };
  return {
    press,
    async stepUp(label, to) {
      while (seen.numberOf(label) < to) await press(() => seen.button('One room more'));
    },
    undo: () => press(() => seen.button('Undo')),
    async choose(name, line) {
      await unfold(name);
      await press(() => seen.menuButton(name));
      await press(() => seen.line(line));
    },
    async rename(room, name) {
      await press(() => seen.button(`Rename ${room}`));
      await seen.found(() => seen.field(`Rename ${room}`));
      await userEvent.keyboard(`${name}{Enter}`);
      presses += name.length + 1;
    },
    saysAtPickUp: () => [],
    presses: () => presses,
    clicks: {
      mouse: held,
      count,
      unfold,
      async select(names) {
        if (names.length < 2) return;
        const [first = '', ...others] = names;
        await unfold(first);
        await click(seen.name(first));
        if (seen.isPhone()) await press(() => seen.line('Select more people'));
        const last = others.at(-1) ?? '';
        await seen.found(() => seen.selection(1));
        await click(seen.name(last), { shift: true });
        await seen.found(() => seen.selection(names.length));
      },
    },
  };
}
