/** The moderator's desk while rooms are open: who has answered, asking again, moving by four ways, latecomers, the record. */
import { waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { english as en } from '../../../src/locales/en.js';
import { reach, takeFingers, takeMouse, touchScreen } from '../../input/hands.js';
import { roomsOf } from '../../session/sound.js';
import { PROFILES } from '../../session/meeting.js';
import { carry } from '../planning/carry.js';
import type { Page } from '../page.js';
import { byKeys, fits, hears, live, reads, SILENT, type Live } from './given.js';

const step = (page: Page, count: number, word: string) =>
  page.sees.findByRole('button', { name: `${String(count)} ${word}` });

/** Somebody's row in the cards of the desk. */
const row = (page: Page, name: string): HTMLElement => {
  const found = [
    ...page.body.querySelectorAll<HTMLElement>('.brk-rooms [data-person], .brk-pool [data-person]'),
  ].find((element) => element.querySelector('.brk-name')?.textContent === name && element.checkVisibility());
  if (!found) throw new Error(`${name} is not on the desk.`);
  return found;
};
const nameIn = (page: Page, name: string) =>
  row(page, name).querySelector<HTMLElement>('.brk-chip-main') as HTMLElement;
const card = (page: Page, room: number) =>
  page.sees.getByRole('region', { name: new RegExp(`^Room ${String(room)}`, 'u') });

describe.each(PROFILES)('on build %s', (profile) => {
  test('each step of the way is counted, and those who have not answered, said no or could not join are asked again: one, a room, and all', async () => {
    const set = await live({ profile });
    const { ana, bo, cy, di, meeting, pass } = set;
    await step(ana, 4, 'Invited');
    await bo.press('button', 'Join');
    await cy.press('button', 'Not now');
    meeting.faults.add({ kind: 'refused', code: 1729, call: 'join', person: 'Di' });
    await di.press('button', 'Join');
    await pass(40_000);
    await step(ana, 1, 'In room');
    await step(ana, 1, 'Declined');
    meeting.faults.set([]);
    await pass(25_000);
    // Whoever could not join is known where kits can talk; else they have not answered.
    const unanswered = profile === 'guide' ? 2 : 1;
    await step(ana, unanswered, 'No answer');
    if (profile !== 'guide') await step(ana, 1, 'Could not join');
    // A room at once.
    await ana.press('button', 'Invite again (2) to Room 2');
    await pass(2000);
    await step(ana, 2, 'Invited');
    // One alone: Cy, by his own menu or the foot of his room.
    await ana.press('button', 'Invite again (1) to Room 1');
    await pass(2000);
    await step(ana, 3, 'Invited');
    await cy.press('button', 'Join');
    await pass(3000);
    expect(await step(ana, 2, 'In room')).toBeVisible();
  });
});

/** The four ways of moving somebody to another room. */
const WAYS: Readonly<Record<string, (set: Live) => Promise<void>>> = {
  async 'a mouse that drags'({ ana }) {
    const mouse = takeMouse();
    ana.at('button', 'End rooms');
    await mouse.down(await reach(nameIn(ana, 'Bo')));
    await carry(card(ana, 2), mouse.moveTo);
    await mouse.up();
  },
  async 'a finger'({ ana }) {
    const done = await touchScreen();
    const fingers = takeFingers();
    ana.at('button', 'End rooms');
    await fingers.down(await reach(nameIn(ana, 'Bo')));
    await waitFor(() => expect(ana.body.querySelector('.brk-drag')?.checkVisibility()).toBe(true));
    await carry(card(ana, 2), fingers.moveTo);
    await fingers.up();
    await done();
  },
  async 'the keyboard'({ ana }) {
    ana.body.ownerDocument.defaultView?.focus();
    nameIn(ana, 'Bo').focus();
    await ana.key('{Enter}');
    await ana.key('2');
  },
  async 'the menu'({ ana }) {
    nameIn(ana, 'Bo').focus();
    ana.at('button', 'End rooms');
    await takeMouse().click(within(row(ana, 'Bo')).getByRole('button', { name: 'Move Bo to…' }));
    await ana.press('menuitem', /Room 2/u);
  },
};

test.each(Object.keys(WAYS))(
  'with %s somebody is moved while the rooms are open: their kit leaves, then joins; the move is spoken, and undone within ten seconds',
  async (way) => {
    const set = await live({ inside: ['Bo', 'Cy', 'Di', 'Eli'] });
    const { ana, bo, meeting, pass, state, key, roomKey } = set;
    const said = ana.spokenAnywhere();
    const boHears = bo.spokenAnywhere();
    const before = roomsOf(meeting, 'Bo');
    await WAYS[way]?.(set);
    await waitFor(() => expect(state('Ana').plan.seats.get(key('Bo'))).toBe(roomKey(2)));
    await hears(said, /Bo .*to Room 2/u);
    await pass(1000);
    await bo.sees.findByRole('dialog', { name: 'Moving you to Room 2' });
    expect(roomsOf(meeting, 'Bo')).toEqual(before);
    // Taken back in time: they stay where they are.
    // In the toast, and longer in the head.
    await ana.at('button', 'Undo').first().click();
    await pass(1000);
    expect(state('Ana').plan.seats.get(key('Bo'))).toBe(roomKey(1));
    await waitFor(() => expect(bo.sees.queryByRole('dialog')).toBeNull());
    expect(roomsOf(meeting, 'Bo')).toEqual(before);
    await WAYS[way]?.(set);
    await pass(1000);
    await bo.press('button', 'Go now');
    await pass(3000);
    expect(roomsOf(meeting, 'Bo')).toEqual([state('Ana').rooms.get(roomKey(2))?.roomId]);
    await hears(boHears, 'You are in Room 2.');
    await step(ana, 4, 'In room');
  },
);

test.each([
  ['on a wide screen', { width: 1040, dir: 'ltr' }],
  ['from right to left', { width: 1040, dir: 'rtl' }],
  ['on 320 pixels', { width: 320, dir: 'ltr' }],
] as const)(
  'somebody who comes late is announced, and asked into the smallest room by one key press, %s',
  async (_, size) => {
    const { ana, arrive, pass, state } = await live({ inside: ['Bo', 'Cy', 'Di'], size: () => size });
    const said = ana.spokenAnywhere();
    const late = await arrive({ name: 'Fay' });
    await pass(3000);
    await reads(ana, '1 person joined late');
    fits(ana);
    await byKeys(ana, () => ana.sees.getByRole('button', { name: 'Fill smallest rooms' }));
    await pass(2000);
    await hears(said, '1 person placed.');
    await late.press('button', 'Join');
    await pass(3000);
    await step(ana, 4, 'In room');
    expect(state('Fay').self.at).toBe('in-room');
  },
);

test.each([
  ['fill', true],
  ['main', false],
] as const)(
  'with the way of latecomers chosen beforehand (%s) nobody is asked what to do',
  async (late, asked) => {
    const { ana, arrive, kit, pass } = await live({ open: false });
    kit('Ana').actions.setLate(late);
    void kit('Ana').actions.openRooms();
    await pass(2000);
    const fay = await arrive({ name: 'Fay' });
    await pass(4000);
    expect(ana.words()).not.toContain('joined late');
    expect(fay.sees.queryAllByRole('dialog')).toHaveLength(asked ? 1 : 0);
  },
);

test.each([['where kits talk', {}], ...SILENT] as const)(
  'afterwards everybody is named or back, and the record is saved as two tables and as data, %s',
  async (_, options) => {
    const { ana, bo, cy, di, kit, pass } = await live({ ...options, inside: ['Bo', 'Cy', 'Di', 'Eli'] });
    for (const page of [bo, cy, di]) await page.press('button', 'Return to main room');
    void kit('Eli').actions.returnToMain();
    await pass(4000);
    await ana.press('button', 'End rooms');
    await ana.press('button', 'Close now');
    await pass(5000);
    await reads(ana, 'Everyone is back');
    const saved: string[] = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => saved.push(text));
      return make(blob);
    };
    onTestFinished(() => void (URL.createObjectURL = make));
    const said = ana.spokenAnywhere();
    for (const [as, words] of [
      [en.desk.savePeople, /Bo.*Room 1/u],
      [en.desk.saveLines, /Bo/u],
      [en.desk.saveJson, /"Bo"/u],
    ] as const) {
      await ana.press('button', 'Save record');
      await ana.press('menuitem', as);
      await waitFor(() => expect(saved.at(-1)).toMatch(words));
      await hears(said, en.desk.recordSaved);
    }
    expect(saved).toHaveLength(3);
  },
);
