import { waitFor } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { reach, takeFingers, touchScreen } from '../../input/hands.js';
import { carry } from './carry.js';
import type { Hand, TakeHand } from './hand.js';
import { lineFor } from './mouse.js';

/** A finger: it rests on one person and carries them; several are tapped, and where they go is chosen. */
export const touch: TakeHand = async (seen) => {
  onTestFinished(await touchScreen());
  const fingers = takeFingers();
  let presses = 0;
  const tap = async (element: Element) => {
    presses += 1;
    await fingers.tap(element);
  };
  const press: Hand['press'] = async (control) => tap(await seen.found(control));
  const unfold = async (name: string) => {
    const opener = seen.opener(name);
    if (opener) await tap(opener);
  };
  return {
    press,
    async stepUp(label, to) {
      while (seen.numberOf(label) < to) await press(() => seen.button('One room more'));
    },
    async move(names, to) {
      const [first = '', ...others] = names;
      await unfold(first);
      if (names.length === 1) {
        presses += 1;
        await fingers.down(await reach(seen.name(first)));
        // Until the person is in the air the finger does not move, or it would scroll.
        await waitFor(() => seen.inTheAir());
        await carry(seen.place(to), fingers.moveTo);
        await fingers.up();
        return;
      }
      await tap(seen.name(first));
      if (seen.isPhone()) await press(() => seen.line('Select more people'));
      for (const name of others) await tap(await seen.found(() => seen.name(name)));
      await press(() => seen.button(`Move ${String(names.length)} people to…`));
      await press(() => seen.line(lineFor(to)));
    },
    undo: () => press(() => seen.button('Undo')),
    async choose(name, line) {
      await unfold(name);
      await press(() => (seen.isPhone() ? seen.name(name) : seen.menuButton(name)));
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
  };
};
