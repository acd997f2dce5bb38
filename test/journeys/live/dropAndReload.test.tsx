/** Connections that break and pages that are loaded anew, from both sides. */
import { describe, expect, test } from 'vitest';
import { PROFILES } from '../../session/meeting.js';
import { roomsOf } from '../../session/sound.js';
import { byKeys, hears, live, reads } from './given.js';

describe.each(PROFILES)('on build %s', (profile) => {
  test('a drop in a room says that the place is kept, the moderator sees it, and both are as before when it is over; a reload offers the room once', async () => {
    const set = await live({ profile, inside: ['Bo', 'Cy', 'Di'] });
    const { ana, bo, meeting, pass, reload, state } = set;
    const said = bo.spokenAnywhere();
    const room = roomsOf(meeting, 'Bo');
    meeting.person('Bo').cutNetwork();
    await pass(6000);
    await reads(bo, /Reconnecting to (?:Room 1|a breakout room)/u);
    await reads(bo, /Your place is kept\. 0:\d\d before you return to the main room\./u);
    await ana.sees.findByRole('button', { name: '1 Reconnecting' });
    meeting.person('Bo').restoreNetwork();
    await pass(15_000);
    await bo.sees.findByRole('button', { name: 'Return to main room' });
    expect(bo.words()).not.toContain('Your place is kept');
    expect(bo.sees.queryByRole('dialog')).toBeNull();
    await ana.sees.findByRole('button', { name: '3 In room' });
    expect(roomsOf(meeting, 'Bo')).toEqual(room);
    await hears(said, /Reconnecting|Your place is kept/u);

    const anew = await reload('Bo');
    await pass(5000);
    const dialog = await anew.sees.findByRole('dialog', { name: /^Join / });
    expect(dialog).toBeVisible();
    await anew.press('button', 'Join');
    await pass(3000);
    await anew.sees.findByRole('button', { name: 'Return to main room' });
    await pass(30_000);
    expect(anew.sees.queryByRole('dialog')).toBeNull();
    await ana.sees.findByRole('button', { name: '3 In room' });
    expect(state('Bo').self.at).toBe('in-room');
  });
});

test('a place that is kept too long ends in main, in words, with the way back to the room', async () => {
  const { ana, bo, meeting, pass } = await live({ inside: ['Bo', 'Cy', 'Di'] });
  const said = bo.spokenAnywhere();
  meeting.person('Bo').cutNetwork();
  await pass(70_000);
  expect(bo.sees.queryByRole('button', { name: 'Return to main room' })).toBeNull();
  await hears(said, 'Your connection to Room 1 was lost. You are in the main room.');
  await ana.sees.findByRole('button', { name: '2 In room' });
  meeting.person('Bo').restoreNetwork();
  await pass(5000);
  expect(bo.sees.queryByRole('button', { name: 'Restore sound' })).toBeNull();
});

test('who leaves a room by keys alone goes back to it by keys alone, and is told where they are each time', async () => {
  const { bo, pass } = await live({ inside: ['Bo', 'Cy', 'Di'] });
  const said = bo.spokenAnywhere();
  await byKeys(bo, () => bo.sees.getByRole('button', { name: 'Return to main room' }));
  await pass(3000);
  await hears(said, 'You are in the main room.');
  await byKeys(bo, () => bo.sees.getByRole('button', { name: 'Back to Room 1' }));
  await pass(3000);
  await hears(said, 'You are in Room 1.');
  expect(bo.sees.getByRole('button', { name: 'Return to main room' })).toBeVisible();
});

test('a moderator who loads the page anew has the same desk again within two seconds: from the other moderator', async () => {
  const { ana, pass, reload, state } = await live({ two: true, minutes: 10, inside: ['Bo', 'Cy'] });
  await ana.sees.findByRole('button', { name: '2 In room' });
  const anew = await reload('Ana');
  await pass(2000);
  await anew.sees.findByRole('button', { name: '2 In room' });
  await anew.sees.findByRole('button', { name: '2 Invited' });
  await reads(anew, /9:\d\d\s+left/u);
  expect(state('Ana').round).toMatchObject({ phase: 'open', number: 1 });
  for (const name of [/^Room 1/u, /^Room 2/u]) expect(anew.sees.getByRole('region', { name })).toBeVisible();
});

test('a moderator who is alone and loads the page anew learns rooms, people and time from their kits, and reads what nobody could tell', async () => {
  const { pass, reload } = await live({ minutes: 10, inside: ['Bo', 'Cy', 'Di'] });
  const anew = await reload('Ana');
  const said = anew.spokenAnywhere();
  await pass(3000);
  await anew.sees.findByRole('button', { name: '3 In room' });
  await reads(anew, /9:\d\d\s+left/u);
  await pass(2000);
  expect(said.length).toBeGreaterThan(0);
  await anew.press('button', 'End rooms');
  await anew.press('button', 'Close now');
  await pass(5000);
  await reads(anew, 'Everyone is back');
});
