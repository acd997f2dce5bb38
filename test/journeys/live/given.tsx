/** Where the journeys through live rooms begin: who is there, who sits where, and what they have on their screens. */
import { configure, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { BreakoutKit } from '../../../src/components/kit/BreakoutKit.js';
import { PersonKit } from '../../../src/components/kit/PersonKit.js';
import type { PersonSpec } from '../../../src/simulator.js';
import { keyOf } from '../../session/given.js';
import type { Page } from '../page.js';
import { stage, type Stage, type StageOptions } from '../stage.js';

// A busy machine may be slow to draw; and what was not found is said without the whole page.
configure({ asyncUtilTimeout: 8000, getElementError: (message) => new Error(message ?? 'nothing found') });

/** Who may be on the stage: Ana moderates, Mo too where he is there. */
export const MODERATORS = ['Ana', 'Mo'];
const PEOPLE = ['Ana', 'Bo', 'Cy', 'Di', 'Eli'];

/** The meeting, with the pages by name. */
export interface Live extends Stage {
  readonly ana: Page;
  readonly bo: Page;
  readonly cy: Page;
  readonly di: Page;
  readonly roomKey: (number: number) => string;
  readonly key: (name: string) => string;
}

/** What is special about it. */
export interface LiveOptions extends Partial<StageOptions> {
  /** Mo moderates too, with a page of his own. */
  readonly two?: boolean;
  readonly minutes?: number;
  readonly opening?: 'invite' | 'move';
  /** Who says yes at once. */
  readonly inside?: readonly string[];
  /** Rooms are open, or only planned. */
  readonly open?: boolean;
}

/** Ana has two rooms: Bo and Cy in the first, Di and Eli in the second. Everybody but Eli has a page. */
export async function live({
  two = false,
  minutes,
  opening = 'invite',
  inside = [],
  open = true,
  ...options
}: LiveOptions = {}): Promise<Live> {
  const names = two ? ['Ana', 'Mo', ...PEOPLE.slice(1)] : PEOPLE;
  const people = names.map((name): PersonSpec => ({
    name,
    ...(MODERATORS.includes(name) ? { role: 'moderator' as const } : {}),
  }));
  const set = await stage({
    people,
    pages: names.filter((name) => name !== 'Eli'),
    content: (name) => (MODERATORS.includes(name) ? <BreakoutKit /> : <PersonKit />),
    ...options,
  });
  const { actions } = set.kit('Ana');
  const key = (name: string) => keyOf(set.state('Ana'), name);
  const roomKey = (number: number) => set.state('Ana').plan.rooms[number - 1]?.key ?? '';
  actions.setRoomCount(2);
  actions.setSplit('hand');
  if (minutes !== undefined) actions.setMinutes(minutes);
  actions.setOpening(opening);
  actions.movePeople({ people: ['Bo', 'Cy'].map(key), to: roomKey(1) });
  actions.movePeople({ people: ['Di', 'Eli'].map(key), to: roomKey(2) });
  if (open) {
    void actions.openRooms();
    await set.pass(2000);
  }
  for (const name of inside) void set.kit(name).actions.acceptInvite();
  if (inside.length > 0) await set.pass(3000);
  return {
    ...set,
    ana: set.page('Ana'),
    bo: set.page('Bo'),
    cy: set.page('Cy'),
    di: set.page('Di'),
    roomKey,
    key,
  };
}

/** A service whose kits cannot talk: the newest of the middle line, and the guide. */
export const SILENT = [
  ['the guide', { profile: 'guide' }],
  ['a build without messages', { profile: '2.3.24', faults: { kind: 'missing', call: 'sendUserData' } }],
] as const satisfies readonly (readonly [string, LiveOptions])[];

/** Waits until somebody has been told a sentence. */
export const hears = (said: readonly string[], sentence: string | RegExp) =>
  waitFor(() => {
    if (typeof sentence === 'string') expect(said).toContain(sentence);
    else expect(said).toContainEqual(expect.stringMatching(sentence));
  });

/** Waits until words are on the screen. */
export const reads = (page: Page, words: string | RegExp) =>
  waitFor(() => {
    if (typeof words === 'string') expect(page.words()).toContain(words);
    else expect(page.words()).toMatch(words);
  });

/** Nothing on the page is wider than the page. */
export const fits = ({ body }: Page) =>
  expect(body.ownerDocument.documentElement.scrollWidth).toBeLessThanOrEqual(body.clientWidth);

/** Goes to something with the Tab key alone, and presses it. */
export async function byKeys(page: Page, control: () => HTMLElement, press = '{Enter}'): Promise<void> {
  page.body.ownerDocument.defaultView?.focus();
  const goal = await waitFor(control);
  for (let left = 80; left > 0 && page.focused() !== goal; left -= 1) await page.key('{Tab}');
  expect(page.focused()).toBe(goal);
  await page.key(press);
}
