import { within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { BreakoutKit } from '../../src/components/kit/BreakoutKit.js';
import type { Fault } from '../../src/simulator.js';
import { soundOf } from '../session/sound.js';
import { stage, type StageOptions } from './stage.js';

const silent = (call: Extract<Fault, { kind: 'silent' }>['call'], person?: string): Fault => ({
  kind: 'silent',
  effect: false,
  ...(call === undefined ? {} : { call }),
  ...(person === undefined ? {} : { person }),
});

/** Ana moderates Bo and Cy. She and Bo have a page. */
async function three(options: Partial<StageOptions> = {}) {
  const set = await stage({
    people: [{ name: 'Ana', role: 'moderator' }, { name: 'Bo' }, { name: 'Cy' }],
    pages: ['Ana', 'Bo'],
    content: () => <BreakoutKit />,
    ...options,
  });
  const ana = set.page('Ana');
  const bo = set.page('Bo');
  await ana.sees.findByRole('button', { name: 'Open 1 room' });
  return { ...set, ana, bo };
}

/** One room is open, and Bo and Cy are asked; or moved. */
async function open(options?: Partial<StageOptions>, how: 'Invite' | 'Move at once' = 'Invite') {
  const set = await three(options);
  await set.ana.press('radio', how);
  await set.ana.press('button', 'Open 1 room');
  await set.pass(1000);
  return set;
}

/** Both are in the room. */
async function inRoom(options?: Partial<StageOptions>) {
  const set = await open(options);
  await set.bo.press('button', 'Join');
  void set.kit('Cy').actions.acceptInvite();
  await set.pass(2000);
  await set.bo.sees.findByRole('button', { name: 'Return to main room' });
  return set;
}

describe('a service that does not answer', () => {
  test('when rooms are to be made: after 15 s it is said, and the plan is still there', async () => {
    const { ana, pass, meeting } = await three();
    meeting.faults.set(silent('create'));
    await ana.press('button', 'Open 1 room');
    await pass(14_900);
    expect(ana.sees.getByRole('button', { name: 'Opening 1 room…' })).toHaveAttribute('aria-busy', 'true');
    await pass(100);
    expect(ana.words()).toContain('The service did not answer. Try again.');
    expect(within(ana.sees.getByRole('region', { name: /^Room 1/u })).getAllByRole('row')).toHaveLength(2);
    meeting.faults.clear();
    await ana.press('button', 'Try again');
    await pass(1000);
    expect(ana.sees.getByRole('button', { name: '2 Invited' })).toBeVisible();
  });

  test('when people are asked: after 15 s it is said, with the way to ask again', async () => {
    const { ana, bo, pass, meeting } = await three();
    meeting.faults.set(silent('invite'));
    await ana.press('button', 'Open 1 room');
    await pass(14_900);
    expect(ana.sees.queryByRole('button', { name: '2 Could not join' })).toBeNull();
    await pass(200);
    expect(ana.sees.getByRole('button', { name: '2 Could not join' })).toBeVisible();
    expect(ana.words()).toContain('The service did not answer. Try again.');
    meeting.faults.clear();
    await ana.press('button', 'Invite again (2) to Room 1');
    await pass(1000);
    expect(ana.sees.getByRole('button', { name: '2 Invited' })).toBeVisible();
    expect(bo.sees.getByRole('dialog', { name: 'Join Room 1?' })).toBeVisible();
  });

  test('when somebody joins: after 15 s it is said to take long, after 30 s given up, with main’s sound back', async () => {
    const { bo, pass, meeting } = await open();
    const before = soundOf(meeting, 'Bo');
    meeting.faults.set(silent('join'));
    await bo.press('button', 'Join');
    await pass(14_900);
    expect(bo.sees.getByRole('dialog', { name: 'Joining Room 1' })).toBeVisible();
    expect(bo.words()).not.toContain('This is taking longer than usual.');
    await pass(100);
    expect(bo.words()).toContain('This is taking longer than usual.');
    await pass(14_900);
    expect(bo.sees.getByRole('dialog', { name: 'Joining Room 1' })).toBeVisible();
    await pass(1000);
    expect(bo.sees.getByRole('dialog', { name: 'No answer from Room 1 yet' })).toBeVisible();
    expect(bo.words()).toContain('No answer after 30 seconds');
    expect(bo.words()).toContain('Main room sound back on');
    expect(soundOf(meeting, 'Bo')).toEqual(before);
    await bo.press('button', 'Stay in main room');
    expect(bo.sees.queryByRole('dialog')).toBeNull();
  });

  test('when it moves somebody by itself: after 20 s it is given up, with main’s sound back', async () => {
    const faults = [silent('sendUserData', 'Bo'), silent('forcedJoin', 'Bo')];
    const { bo, pass, meeting } = await open({ faults }, 'Move at once');
    expect(bo.sees.getByRole('dialog', { name: /^Moving you to/u })).toBeVisible();
    await pass(18_500);
    expect(bo.sees.getByRole('dialog', { name: /^Moving you to/u })).toBeVisible();
    await pass(2000);
    expect(bo.sees.getByRole('dialog', { name: /^No answer from/u })).toBeVisible();
    expect(bo.words()).toContain('No answer after 20 seconds');
    expect(soundOf(meeting, 'Bo')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
  });

  test('when main is to be silenced: after 10 s the person goes on, and is told', async () => {
    const { bo, pass, meeting } = await open();
    meeting.faults.set(silent('pause', 'Bo'));
    await bo.press('button', 'Join');
    await pass(9900);
    expect(bo.words()).toContain('Pausing main room sound');
    await pass(2000);
    expect(bo.words()).toContain('Main room sound is not as it should be.');
    expect(soundOf(meeting, 'Bo').streams.every((stream) => stream.silent)).toBe(true);
    meeting.faults.clear();
    await bo.press('button', 'Restore sound');
    await pass(1000);
    expect(bo.sees.queryByRole('button', { name: 'Restore sound' })).toBeNull();
  });

  test('when main is to be heard again: after 10 s it is said, with the remedy', async () => {
    const { bo, pass, meeting } = await inRoom();
    meeting.faults.set(silent(['resume', 'unmute'], 'Bo'));
    await bo.press('button', 'Return to main room');
    await pass(9900);
    expect(bo.words()).toContain('Returning to the main room');
    await pass(1000);
    expect(bo.words()).toContain('Main room sound could not be turned back on.');
    meeting.faults.clear();
    await bo.press('button', 'Restore sound');
    await pass(1000);
    expect(bo.sees.queryByRole('button', { name: 'Restore sound' })).toBeNull();
    expect(soundOf(meeting, 'Bo')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
  });

  test('when somebody leaves a room: after 3 s they are in main all the same', async () => {
    const { bo, pass, meeting } = await inRoom();
    meeting.faults.set({ kind: 'event-dropped', event: 'room-disconnected', person: 'Bo' });
    await bo.press('button', 'Return to main room');
    await pass(2900);
    expect(bo.words()).toContain('Returning to the main room');
    await pass(500);
    expect(bo.sees.queryByRole('button', { name: 'Return to main room' })).toBeNull();
    expect(soundOf(meeting, 'Bo')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
  });

  test('when all rooms are cleared: after 3 s the rooms are closed all the same', async () => {
    const { ana, pass, meeting } = await inRoom({ profile: 'guide' });
    await ana.press('button', 'End rooms');
    await pass(1000);
    meeting.faults.set(silent('clearAll'));
    await ana.press('button', 'Close now');
    await pass(2900);
    expect(ana.sees.getByText('Closing')).toBeVisible();
    await pass(200);
    expect(ana.sees.getByText('Closed')).toBeVisible();
  });
});

describe('a person who does not answer', () => {
  test('an invitation: after 60 s the desk says so and offers to ask again', async () => {
    const { ana, bo, pass } = await open();
    await pass(58_000);
    expect(ana.sees.getByRole('button', { name: '2 Invited' })).toBeVisible();
    await pass(2000);
    expect(ana.sees.getByRole('button', { name: '2 No answer' })).toBeVisible();
    expect(ana.sees.getByRole('button', { name: 'Invite again (2) to Room 1' })).toBeVisible();
    // The rooms are open still: the invitation holds.
    await bo.press('button', 'Join');
    await pass(2000);
    expect(ana.sees.getByRole('button', { name: '1 In room' })).toBeVisible();
  });

  test('a move: the notice counts down from 20 s, and then they go; "Wait" adds 20 s', async () => {
    const { ana, bo, pass } = await open(undefined, 'Move at once');
    const dialog = bo.sees.getByRole('dialog', { name: 'Moving you to Room 1' });
    await pass(9000);
    expect(within(dialog).getByText('11')).toBeVisible();
    await bo.press('button', 'Wait 20 s more before moving');
    await pass(12_000);
    expect(ana.sees.getByRole('button', { name: '1 In room' })).toBeVisible();
    await pass(17_000);
    expect(dialog).toBeVisible();
    await pass(3000);
    expect(bo.sees.getByRole('button', { name: 'Return to main room' })).toBeVisible();
    expect(ana.sees.getByRole('button', { name: '2 In room' })).toBeVisible();
  });

  test('the end of the rooms: both sides count 30 s down, and then everyone is back', async () => {
    const { ana, bo, pass } = await inRoom();
    await ana.press('button', 'End rooms');
    await pass(10_100);
    expect(ana.words()).toContain('Rooms close in 0:20');
    expect(
      within(bo.sees.getByRole('region', { name: 'Room 1' })).getByText('Rooms close in 0:20'),
    ).toBeVisible();
    await pass(19_000);
    expect(bo.sees.getByRole('button', { name: 'Return to main room' })).toBeVisible();
    await pass(5000);
    expect(bo.sees.queryByRole('button', { name: 'Return to main room' })).toBeNull();
    expect(ana.words()).toContain('Everyone is back');
  });
});

describe('a connection that is lost', () => {
  test('of somebody who is asked: the desk keeps their place for 60 s, and then they are gone', async () => {
    const { ana, pass, meeting } = await open();
    meeting.person('Cy').dropOff();
    await pass(2000);
    expect(ana.sees.getByRole('button', { name: '1 Reconnecting' })).toBeVisible();
    await pass(46_000);
    expect(ana.words()).toMatch(/Reconnecting 0:1\d/u);
    await pass(13_000);
    expect(ana.sees.queryByRole('button', { name: /Reconnecting/u })).toBeNull();
    expect(ana.sees.queryByRole('row', { name: /Cy/u })).toBeNull();
  });

  test('of somebody in a room: their place is kept for 60 s; then they are in main, told what of its sound is not known, and it is mended by itself when the connection is back', async () => {
    const { bo, pass, meeting } = await inRoom();
    meeting.person('Bo').cutNetwork();
    await pass(12_000);
    expect(bo.words()).toMatch(/0:4\d/u);
    expect(bo.words()).toContain('Reconnecting to');
    await pass(53_000);
    expect(bo.sees.queryByRole('button', { name: 'Return to main room' })).toBeNull();
    expect(bo.words()).toContain('Main room sound could not be turned back on.');
    meeting.person('Bo').restoreNetwork();
    await pass(4000);
    expect(bo.sees.queryByRole('button', { name: 'Restore sound' })).toBeNull();
    expect(soundOf(meeting, 'Bo')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
  });
});
