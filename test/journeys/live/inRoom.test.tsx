/** In a room, from both sides: help, time, messages, the end. */
import { within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { byKeys, fits, hears, live, reads, SILENT } from './given.js';

const SCREENS = [
  ['on a wide screen', { width: 1040, dir: 'ltr' }],
  ['from right to left', { width: 1040, dir: 'rtl' }],
  ['on 320 pixels', { width: 320, dir: 'ltr' }],
] as const;

describe.each(SCREENS)('%s', (_, size) => {
  test('a call for help is seen with its room and age, claimed, said to be on its way, and over when the moderator is there', async () => {
    const { ana, bo, pass, state } = await live({ inside: ['Bo', 'Cy', 'Di'], size: () => size });
    const boHears = bo.spokenAnywhere();
    const anaHears = ana.spokenAnywhere();
    await byKeys(bo, () => bo.sees.getByRole('button', { name: 'Ask for help' }));
    await pass(3000);
    await hears(boHears, 'You asked for help. You are told when a moderator is on the way.');
    await hears(anaHears, 'Bo asks for help in Room 1.');
    await reads(ana, 'Waiting 0:0');
    fits(bo);
    fits(ana);
    await byKeys(ana, () => ana.sees.getByRole('button', { name: 'Claim Bo' }));
    await pass(1000);
    await hears(anaHears, 'You are on the way to Bo.');
    await reads(bo, 'Ana is on the way');
    await byKeys(ana, () =>
      within(ana.sees.getByRole('group', { name: /^Help/u })).getByRole('button', { name: 'Visit Room 1' }),
    );
    await pass(5000);
    await reads(ana, 'Visiting');
    expect(ana.sees.queryByRole('group', { name: /^Help/u })).toBeNull();
    await bo.sees.findByRole('button', { name: 'Ask for help' });
    expect(bo.words()).not.toContain('is on the way');
    await ana.press('button', 'Return to main room');
    await pass(3000);
    expect(state('Ana').self).toMatchObject({ at: 'main', role: 'moderator' });
    expect(ana.sees.getByRole('button', { name: 'End rooms' })).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('the time is one for all: it is seen, more is asked for and given, its last minute is said, and the end can be kept off', async () => {
    const { ana, bo, cy, pass } = await live({ inside: ['Bo', 'Cy', 'Di'], minutes: 3, size: () => size });
    const boHears = bo.spokenAnywhere();
    const anaHears = ana.spokenAnywhere();
    await reads(bo, /2:5\d left/u);
    expect(ana.words()).toMatch(/2:5\d\s+left/u);
    await pass(2 * 60_000);
    await hears(boHears, /^(?:1 minute|\d\d seconds) left\.$/u);
    await byKeys(bo, () => bo.sees.getByRole('button', { name: 'Ask for more time' }));
    await pass(1000);
    await reads(bo, 'You asked for more time');
    await reads(ana, '1 person asks for more time');
    await byKeys(ana, () => ana.sees.getByRole('button', { name: '+5 min' }));
    await pass(1000);
    await hears(anaHears, /^5 minutes more\. 5:\d\d left\.$/u);
    await hears(boHears, /^There is more time\. \d minutes left\.$/u);
    expect(ana.words()).not.toContain('asks for more time');
    for (const page of [bo, cy]) await reads(page, /5:\d\d left/u);
    fits(ana);
    fits(bo);
    // The time is up: nobody is cut off, and one press gives a minute.
    await pass(6 * 60_000);
    await reads(bo, /Rooms close in 0:\d\d/u);
    await ana.press('button', '+1 min');
    await pass(2000);
    await bo.sees.findByRole('button', { name: 'Ask for help' });
    await reads(bo, /0:\d\d left/u);
    // And when nobody does anything, everybody is back.
    await pass(2 * 60_000);
    await reads(ana, 'Everyone is back');
    expect(bo.sees.queryByRole('button', { name: 'Return to main room' })).toBeNull();
  });

  test('a message reaches the rooms it is for, is spoken once, and counts who has seen it', async () => {
    const { ana, bo, di, pass } = await live({ inside: ['Bo', 'Cy', 'Di', 'Eli'], size: () => size });
    const boHears = bo.spokenAnywhere();
    await byKeys(ana, () => ana.sees.getByRole('button', { name: 'Message all' }));
    await ana.sees.findByRole('textbox', { name: 'Message all rooms' });
    await ana.key('Ten minutes{Enter}');
    await pass(2000);
    for (const page of [bo, di]) {
      await reads(page, 'Ten minutes');
      fits(page);
    }
    await hears(boHears, 'Message from Ana: Ten minutes');
    await pass(2000);
    // On a phone what was written stands where one writes.
    await ana.press('button', 'Message all');
    await reads(ana, /Seen by 3 of 4/u);
    await ana.key('{Escape}');
    expect(boHears.filter((sentence) => sentence.includes('Ten minutes'))).toHaveLength(1);
    await bo.press('button', 'Dismiss');
    expect(bo.sees.queryByRole('button', { name: 'Dismiss' })).toBeNull();

    if (size.width < 380) await ana.press('button', 'Show people in Room 1');
    fits(ana);
    await ana.press('button', 'Options for Room 1');
    await ana.press('menuitem', 'Message this room');
    await ana.sees.findByRole('textbox', { name: 'Message Room 1' });
    await ana.key('Only you{Enter}');
    await pass(2000);
    await reads(bo, 'Only you');
    expect(di.words()).not.toContain('Only you');
  });
});

test('the rooms end with a grace that can be taken back, or cut short', async () => {
  const { ana, bo, cy, pass, mutes } = await live({ inside: ['Bo', 'Cy', 'Di', 'Eli'] });
  const said = ana.spokenAnywhere();
  const boHears = bo.spokenAnywhere();
  await byKeys(ana, () => ana.sees.getByRole('button', { name: 'End rooms' }));
  await pass(1000);
  await hears(said, 'Rooms close in 0:30.');
  await reads(bo, /Rooms close in 0:(?:2\d|30)/u);
  await hears(boHears, /close/u);
  await ana.press('button', 'Keep rooms open');
  await pass(1000);
  await hears(boHears, 'The rooms stay open.');
  await pass(60_000);
  expect(cy.sees.getByRole('button', { name: 'Return to main room' })).toBeVisible();
  await ana.press('button', 'End rooms');
  await ana.press('button', 'Close now');
  await pass(3000);
  await reads(ana, 'Everyone is back');
  for (const page of [bo, cy])
    expect(page.sees.queryByRole('button', { name: 'Return to main room' })).toBeNull();
  expect(mutes()['Bo']).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
});

test('one room is closed, its people read why and come back, and the others stay', async () => {
  const { ana, bo, di, pass } = await live({ inside: ['Bo', 'Cy', 'Di', 'Eli'] });
  await ana.press('button', 'Options for Room 1');
  await ana.press('menuitem', /^Close this room/u);
  await pass(1000);
  await reads(bo, /Back to the main room in 0:(?:1\d|20)/u);
  expect(di.words()).not.toMatch(/Back to the main room in|Rooms close in/u);
  await pass(25_000);
  expect(bo.sees.queryByRole('button', { name: 'Return to main room' })).toBeNull();
  expect(di.sees.getByRole('button', { name: 'Return to main room' })).toBeVisible();
  await ana.sees.findByRole('button', { name: '2 In room' });
});

test.each(SILENT)(
  'with %s nothing is offered that nobody would hear: no help, no time, no messages; what is left reads well',
  async (_, options) => {
    const { ana, bo, pass } = await live({ ...options, minutes: 5, inside: ['Bo', 'Cy', 'Di'] });
    await bo.sees.findByRole('button', { name: 'Return to main room' });
    for (const name of ['Ask for help', 'Ask for more time'])
      expect(bo.sees.queryByRole('button', { name })).toBeNull();
    expect(bo.words()).not.toMatch(/\bleft\b/u);
    expect(ana.sees.queryByRole('button', { name: 'Message all' })).toBeNull();
    await ana.press('button', 'Options for Room 1');
    await ana.sees.findByRole('menuitem', { name: 'Visit' });
    expect(ana.sees.queryByRole('menuitem', { name: 'Message this room' })).toBeNull();
    expect(ana.sees.queryByRole('menuitem', { name: /^Close this room/u })).toBeNull();
    await ana.key('{Escape}');
    await bo.press('button', 'Return to main room');
    await pass(3000);
    await ana.sees.findByRole('button', { name: '2 In room' });
  },
);
