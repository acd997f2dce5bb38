import { userEvent } from 'vitest/browser';
import { focusedElement } from '../../../src/components/dialog/focus.js';
import type { Hand, TakeHand } from './hand.js';

/** Nobody presses Tab more often than this to get somewhere. */
const PATIENCE = 120;

/** Keys alone. */
export const keyboard: TakeHand = (seen) => {
  const page = seen.page.body.ownerDocument;
  page.defaultView?.focus();
  let presses = 0;
  const key = async (name: string) => {
    presses += 1;
    await userEvent.keyboard(name);
  };
  const focused = () => focusedElement(page) as HTMLElement;

  /** Goes to a control: Tab between lists, arrows inside of one, Shift+Tab where it lies behind. */
  const goTo = async (control: () => Element) => {
    const goal = await seen.found(control);
    for (let left = PATIENCE; left > 0; left -= 1) {
      const here = focused();
      if (here === goal) return;
      await key(stepFrom(here, goal));
    }
    throw new Error(`The keyboard does not come to ${goal.getAttribute('aria-label') ?? goal.textContent}.`);
  };
  const press: Hand['press'] = async (control) => {
    await goTo(control);
    await key('{Enter}');
  };
  const toPerson = async (name: string) => {
    const opener = seen.opener(name);
    if (opener) await press(() => opener);
    await goTo(() => seen.name(name));
  };
  const drop = (to: string) => key(to === 'Not assigned' ? '{Delete}' : (/\d/u.exec(to)?.[0] ?? ''));
  return {
    press,
    async stepUp(label, to) {
      await goTo(() => seen.number(label));
      while (seen.numberOf(label) < to) await key('{ArrowUp}');
    },
    async move(names, to) {
      const [first = ''] = names;
      await toPerson(first);
      if (names.length > 1) await key(' ');
      for (const name of names.slice(1)) {
        await key('{Shift>}{ArrowDown}{/Shift}');
        if (focused() !== seen.name(name)) throw new Error(`${name} does not come next.`);
      }
      await key('{Enter}');
      await drop(to);
    },
    undo: () => key('{Control>}z{/Control}'),
    async choose(name, line) {
      await toPerson(name);
      await key('m');
      const goal = await seen.found(() => seen.line(line));
      await seen.found(() => seen.inside(goal, focused()));
      for (let left = PATIENCE; left > 0 && focused() !== goal; left -= 1) {
        const here = focused();
        await key(goal.matches('[role^="menuitem"]') ? '{ArrowDown}' : '{Tab}');
        await seen.found(() => {
          if (focused() === here) throw new Error('The focus stays where it was.');
          return focused();
        });
      }
      await key('{Enter}');
    },
    async rename(room, name) {
      await goTo(() => seen.button(`Rename ${room}`));
      await key('{F2}');
      await seen.found(() => seen.field(`Rename ${room}`));
      await userEvent.keyboard(`${name}{Enter}`);
      presses += name.length + 1;
    },
    saysAtPickUp: (who, rooms) => [
      `${who} picked up. ${String(rooms)} rooms. Press 1 to ${String(rooms)}, or arrow keys and Enter.`,
    ],
    presses: () => presses,
  };
};

function stepFrom(here: Element | null, goal: Element): string {
  if (!here || here === here.ownerDocument.body) return '{Tab}';
  const list = goal.closest('[data-list]');
  const before = Boolean(here.compareDocumentPosition(goal) & Node.DOCUMENT_POSITION_PRECEDING);
  const isName = goal.matches('.brk-chip-main');
  if (isName && list?.contains(here)) return before ? '{ArrowUp}' : '{ArrowDown}';
  return before ? '{Shift>}{Tab}{/Shift}' : '{Tab}';
}
