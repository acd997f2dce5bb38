/** Two moderators: one runs the rooms, both see the same. */
import { expect, test } from 'vitest';
import { byKeys, fits, hears, live, reads, SILENT } from './given.js';
import type { Page } from '../page.js';

/** The numbers of the ladder, by word. */
const ladder = (page: Page) =>
  page.sees
    .getAllByRole('button', { name: /^\d+ (?:In room|Joining|Invited|No answer|Declined|In main)$/u })
    .map((step) => step.getAttribute('aria-label') ?? step.textContent);

test.each([
  ['on a wide screen', { width: 1040, dir: 'ltr' }],
  ['from right to left', { width: 1040, dir: 'rtl' }],
  ['on 320 pixels', { width: 320, dir: 'ltr' }],
] as const)(
  'both see the same, one drives, takes over knowingly and hands over by keys, %s',
  async (_, size) => {
    const set = await live({ two: true, inside: ['Bo', 'Cy'], size: () => size });
    const { ana, di, pass, page } = set;
    const mo = page('Mo');
    const anaHears = ana.spokenAnywhere();
    const moHears = mo.spokenAnywhere();
    await di.press('button', 'Not now');
    await pass(2000);
    expect(ladder(mo)).toEqual(ladder(ana));
    await reads(mo, 'Ana runs the rooms');
    expect(ana.sees.queryByRole('button', { name: 'Take over' })).toBeNull();
    const end = () => mo.sees.getByRole('button', { name: 'End rooms' });
    expect(end()).toHaveAttribute('aria-disabled', 'true');
    fits(mo);

    await byKeys(mo, () => mo.sees.getByRole('button', { name: 'Take over' }));
    await pass(1000);
    await hears(moHears, 'You run the rooms now.');
    await hears(anaHears, /^Mo runs the rooms/u);
    expect(end()).not.toHaveAttribute('aria-disabled', 'true');
    await reads(ana, 'Mo runs the rooms');
    expect(ana.sees.getByRole('button', { name: 'End rooms' })).toHaveAttribute('aria-disabled', 'true');
    expect(ladder(mo)).toEqual(ladder(ana));

    await mo.press('button', 'End rooms');
    await pass(1000);
    await reads(ana, /Rooms close in 0:\d\d/u);
    await mo.press('button', 'Keep rooms open');
    await pass(1000);
    await byKeys(
      mo,
      () =>
        mo.sees
          .getAllByRole('button', { name: 'More options' })
          .find((button) => button.checkVisibility()) as HTMLElement,
    );
    await mo.sees.findByRole('menu');
    await mo.press('menuitem', /Ana/u);
    await pass(1000);
    await reads(mo, 'Ana runs the rooms');
    expect(ana.sees.getByRole('button', { name: 'End rooms' })).not.toHaveAttribute('aria-disabled', 'true');
  },
);

test('a moderator is made a participant in the middle of it and one again, and the rooms go on', async () => {
  const set = await live({ two: true, inside: ['Bo', 'Cy', 'Di', 'Eli'] });
  const { ana, bo, meeting, pass, page } = set;
  const mo = page('Mo');
  meeting.person('Ana').setRole('participant');
  await pass(2000);
  expect(ana.sees.queryByRole('button', { name: 'End rooms' })).toBeNull();
  expect(mo.sees.getByRole('button', { name: 'End rooms' })).not.toHaveAttribute('aria-disabled', 'true');
  expect(bo.sees.getByRole('button', { name: 'Return to main room' })).toBeVisible();
  meeting.person('Ana').setRole('moderator');
  await pass(3000);
  await ana.sees.findByRole('button', { name: '4 In room' });
  expect(ladder(ana)).toEqual(ladder(mo));
});

test('a participant is made a moderator while they are in a room, and has the desk there', async () => {
  const set = await live({ inside: ['Bo', 'Cy', 'Di'] });
  const { meeting, pass, state } = set;
  meeting.person('Bo').setRole('moderator');
  await pass(3000);
  expect(state('Bo').self).toMatchObject({ role: 'moderator', at: 'in-room' });
  expect(state('Bo').round.phase).toBe('open');
  expect(state('Bo').plan.rooms.map(({ number }) => number)).toEqual([1, 2]);
});

test.each(SILENT)(
  'with %s both moderators have their own desk, and nothing that only kits that talk could keep',
  async (_, options) => {
    const { ana, page, pass } = await live({ ...options, two: true, inside: ['Bo', 'Cy'] });
    await pass(1000);
    for (const one of [ana, page('Mo')]) {
      expect(one.sees.queryByRole('button', { name: 'Take over' })).toBeNull();
      expect(one.words()).not.toMatch(/runs? the rooms/u);
    }
    expect(ana.sees.getByRole('button', { name: 'End rooms' })).toBeVisible();
  },
);
