/** What is to be seen of the planner on one page, found as a person finds it: by role and name. */
import { waitFor, within } from '@testing-library/react';
import type { Page } from '../page.js';

/** The screen, for the hands. */
export interface Seen {
  readonly page: Page;
  readonly button: (name: string | RegExp) => HTMLElement;
  readonly line: (name: string | RegExp) => HTMLElement;
  /** A room's card, or the group of people without one. */
  readonly place: (name: string) => HTMLElement;
  /** The row of a person where they are planned: in their room, or without one. */
  readonly row: (name: string) => HTMLElement;
  /** Their name, which is pressed to select them. */
  readonly name: (name: string) => HTMLElement;
  readonly menuButton: (name: string) => HTMLElement;
  /** The rail or the cards are folded: what opens the place of these people, if it is closed. */
  readonly opener: (name: string) => HTMLElement | null;
  /** Names of the people in a place, in order. */
  readonly peopleIn: (place: string) => readonly string[];
  /** A number with plus and minus: its field, and what it is. */
  readonly number: (label: string) => HTMLElement;
  readonly numberOf: (label: string) => number;
  readonly field: (label: string) => HTMLElement;
  /** The bar of so many selected people. */
  readonly selection: (count: number) => HTMLElement;
  /** Somebody travels under a pointer. */
  readonly inTheAir: () => void;
  /** What has the focus, once it is in the menu or the sheet of a line. */
  readonly inside: (line: Element, focused: Element) => Element;
  /** Waits until something is there, and gives it. */
  readonly found: (what: () => Element) => Promise<HTMLElement>;
  /** Narrow enough that a press on a name asks where to. */
  readonly isPhone: () => boolean;
}

/** Everything that is planned stands in the list of a room or among those without one; the rail names it a second time. */
const PLANNED = '[data-list^="room:"], [data-list="rail-none"], [data-list="rail-main"]';

/** Looks at a page. */
export function look(page: Page): Seen {
  const { sees } = page;
  const frame = () => {
    const found = page.body.querySelector<HTMLElement>('.brk-frame');
    if (!found) throw new Error('There is no planner on the screen.');
    return found;
  };
  const row: Seen['row'] = (name) => {
    const rows = [...frame().querySelectorAll(PLANNED)].flatMap((list) => [
      ...list.querySelectorAll<HTMLElement>('[data-person]'),
    ]);
    const found = rows.find((element) => nameOn(element) === name);
    if (!found) throw new Error(`${name} is not on the screen.`);
    return found;
  };
  const place: Seen['place'] = (name) =>
    name === 'Not assigned'
      ? sees.getByRole('group', { name: /^Not assigned/u })
      : sees.getByRole('region', { name: new RegExp(`^${name}\\b`, 'u') });
  return {
    page,
    button: (name) => sees.getByRole('button', { name }),
    line: (name) => {
      const menu = sees.queryByRole('menu');
      return menu
        ? within(menu).getByRole('menuitem', { name })
        : within(sees.getByRole('dialog')).getByRole('button', { name });
    },
    place,
    row,
    name: (name) => row(name).querySelector<HTMLElement>('.brk-chip-main') as HTMLElement,
    menuButton: (name) => within(row(name)).getByRole('button', { name: `Move ${name} to…` }),
    opener(name) {
      const card = row(name).closest<HTMLElement>('section.brk-room');
      if (!card || row(name).checkVisibility()) return null;
      return within(card).getByRole('button', { name: /^Show people in/u });
    },
    peopleIn: (name) =>
      [...place(name).querySelectorAll<HTMLElement>('[data-person]')].map((element) => nameOn(element)),
    number: (label) => sees.getByRole('spinbutton', { name: label }),
    numberOf: (label) => Number(sees.getByRole('spinbutton', { name: label }).getAttribute('aria-valuenow')),
    field: (label) => sees.getByRole('textbox', { name: label }),
    selection: (count) =>
      sees.getByRole('toolbar', { name: `${String(count)} ${count === 1 ? 'person' : 'people'} selected` }),
    inTheAir() {
      if (!page.body.querySelector('.brk-drag')?.checkVisibility()) throw new Error('Nobody is in the air.');
    },
    inside(line, focused) {
      if (!line.closest('[role="menu"], [role="dialog"]')?.contains(focused))
        throw new Error('The focus is not in the menu yet.');
      return focused;
    },
    found: (what) => waitFor(() => what() as HTMLElement),
    isPhone: () => frame().clientWidth < 380,
  };
}

const nameOn = (row: Element) => row.querySelector('.brk-name')?.textContent ?? '';
