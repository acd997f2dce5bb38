/** Being asked into a room, from both sides. */
import { within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { PROFILES } from '../../session/meeting.js';
import { byKeys, fits, hears, live, reads, SILENT } from './given.js';

describe.each(PROFILES)('on build %s', (profile) => {
  test('an invitation says who asks, to which room and who is there; "Not now" is seen by the moderator; a second one takes its place', async () => {
    const { ana, bo, cy, di, kit, pass, roomKey, key } = await live({ profile });
    const said = bo.spokenAnywhere();
    await cy.press('button', 'Join');
    await pass(3000);
    // The guide has no messages: nobody can tell the number of a room.
    const room = profile === 'guide' ? 'a breakout room' : 'Room 1';
    const dialog = within(await bo.sees.findByRole('dialog', { name: `Join ${room}?` }));
    expect(dialog.getByText(`Ana invites you to ${room}.`)).toBeVisible();
    // No build tells participants who went where: only the guide does.
    if (profile === 'guide') await reads(bo, 'Cy is there');
    await reads(bo, 'Your microphone stays on.');
    // Moved in the plan: the words change in place, and are said.
    kit('Ana').actions.movePeople({ people: [key('Bo')], to: roomKey(2) });
    await pass(2000);
    await bo.sees.findByRole('dialog', { name: profile === 'guide' ? /a breakout room/u : /Room 2/u });
    expect(bo.sees.getAllByRole('dialog')).toHaveLength(1);
    await hears(said, profile === 'guide' ? /a breakout room/u : /Room 2/u);
    await di.press('button', 'Not now');
    await pass(2000);
    expect(di.sees.queryByRole('dialog')).toBeNull();
    await ana.sees.findByRole('button', { name: '1 Declined' });
  });
});

test.each([
  ['on a wide screen', { width: 1040, dir: 'ltr' }],
  ['from right to left', { width: 1040, dir: 'rtl' }],
  ['on 320 pixels', { width: 320, dir: 'ltr' }],
] as const)('keys alone put an invitation aside, take it up and answer it, %s', async (_, size) => {
  const { ana, bo, kit, pass } = await live({ size: () => size });
  const said = bo.spokenAnywhere();
  // Whoever else is asked has answered: on one machine only one page has the focus.
  for (const name of ['Cy', 'Di']) void kit(name).actions.declineInvite();
  await pass(1000);
  await bo.sees.findByRole('dialog', { name: 'Join Room 1?' });
  bo.body.ownerDocument.defaultView?.focus();
  fits(bo);
  await bo.key('{Escape}');
  const chip = await bo.sees.findByRole('button', { name: /Invitation to Room 1/u });
  expect(bo.sees.queryByRole('dialog')).toBeNull();
  await ana.sees.findByRole('button', { name: '2 Invited' });
  await byKeys(bo, () => chip);
  await bo.sees.findByRole('dialog', { name: 'Join Room 1?' });
  await byKeys(bo, () => bo.sees.getByRole('button', { name: 'Join' }));
  await pass(3000);
  await bo.sees.findByRole('button', { name: 'Return to main room' });
  fits(bo);
  await hears(said, 'You are in Room 1.');
  await ana.sees.findByRole('button', { name: '1 In room' });
});

test('an invitation of somebody who is no moderator is said not to be confirmed, "Not now" leads, and nothing happens by itself', async () => {
  const { bo, meeting, pass } = await live({ open: false });
  meeting
    .person('Cy')
    .room.createBreakOutRoom?.({ participants: 3, audio: true, max_rooms: 1 }, () => undefined);
  await pass(500);
  meeting
    .person('Cy')
    .room.inviteToBreakoutRoom?.(
      { clients: [meeting.person('Bo').clientId], room_id: meeting.rooms()[0]?.id },
      () => undefined,
    );
  await pass(500);
  const dialog = within(await bo.sees.findByRole('dialog'));
  expect(dialog.getByText('We could not confirm who sent this invitation.')).toBeVisible();
  const [, last] = dialog.getAllByRole('button');
  expect(last).toHaveAccessibleName('Not now');
  expect(dialog.getByRole('button', { name: 'Join anyway' })).toBeVisible();
  await pass(70_000);
  expect(bo.sees.queryByRole('button', { name: 'Return to main room' })).toBeNull();
});

test.each(['withdrawn', 'ended'] as const)('an invitation that is %s goes away in words', async (how) => {
  const { ana, bo, kit, pass, key } = await live();
  const said = bo.spokenAnywhere();
  await bo.sees.findByRole('dialog', { name: 'Join Room 1?' });
  if (how === 'withdrawn') kit('Ana').actions.movePeople({ people: [key('Bo')], to: 'main' });
  else {
    await ana.press('button', 'End rooms');
    await ana.press('button', 'Close now');
  }
  await pass(3000);
  expect(bo.sees.queryByRole('dialog')).toBeNull();
  await hears(said, /The invitation to Room 1 ended\.|The moderator ended the rooms/u);
});

test('an invitation to a room that is full meanwhile ends in a sentence, with main as before, and the moderator sees it', async () => {
  const { ana, bo, meeting, pass, mutes } = await live();
  const before = mutes();
  meeting.faults.set({ kind: 'refused', code: 1729, call: 'join', person: 'Bo' });
  await bo.press('button', 'Join');
  await pass(4000);
  await bo.sees.findByRole('dialog', { name: 'Could not join Room 1' });
  await reads(bo, 'The room may be full or closed.');
  expect(mutes()).toEqual(before);
  await ana.sees.findByRole('button', { name: '1 Could not join' });
});

test('who is moved is told by whom before it happens, and may wait', async () => {
  const { bo, cy, pass } = await live({ opening: 'move' });
  const said = bo.spokenAnywhere();
  await bo.sees.findByRole('dialog', { name: 'Moving you to Room 1' });
  await reads(bo, 'Ana is moving you to Room 1. You can return to the main room at any time.');
  await bo.press('button', 'Wait 20 s more before moving');
  await pass(19_000);
  await cy.sees.findByRole('button', { name: 'Return to main room' });
  expect(bo.sees.getByRole('dialog')).toBeVisible();
  await pass(21_000);
  await bo.sees.findByRole('button', { name: 'Return to main room' });
  await hears(said, 'You are in Room 1.');
});

test.each(SILENT)(
  'with %s somebody whom the service has moved reads by whom, and can go back at once',
  async (_, options) => {
    const { bo, pass, mutes, kit } = await live({ ...options, opening: 'move', open: false });
    const before = mutes();
    const said = bo.spokenAnywhere();
    void kit('Ana').actions.openRooms();
    await pass(6000);
    expect(bo.sees.queryByRole('dialog')).toBeNull();
    await reads(bo, /Ana moved you here|A moderator moved you here/u);
    await hears(said, /moved you to/u);
    await bo.press('button', 'Return to main room');
    await pass(3000);
    expect(bo.sees.queryByRole('button', { name: 'Return to main room' })).toBeNull();
    expect(mutes()['Bo']).toEqual(before['Bo']);
  },
);
