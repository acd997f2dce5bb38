/** On the way into a room: each step by its name, a way out of each, and an end in words. */
import { within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/simulator.js';
import { PROFILES } from '../../session/meeting.js';
import { roomsOf } from '../../session/sound.js';
import { byKeys, fits, hears, live, reads } from './given.js';

const silent = (call: 'join' | 'pause'): Fault => ({ kind: 'silent', call, effect: false, person: 'Bo' });

describe.each(PROFILES)('on build %s', (profile) => {
  test('the way has named steps, can be left at each of them, and what failed has its reason under Details and the same way again', async () => {
    const { bo, meeting, mutes, pass } = await live({ profile });
    const before = mutes();
    for (const [call, step] of [
      ['pause', 'Pausing main room sound'],
      ['join', 'Main room sound paused'],
    ] as const) {
      meeting.faults.set(silent(call));
      await bo.press('button', /^Join/u);
      await pass(2000);
      await bo.sees.findByRole('dialog', { name: /^Joining/u });
      await reads(bo, step);
      await bo.press('button', 'Stay in main room');
      await pass(12_000);
      expect(bo.sees.queryByRole('dialog')).toBeNull();
      meeting.faults.clear();
      await pass(3000);
      expect(mutes()['Bo']).toEqual(before['Bo']);
    }
    // The guide tells of refusals by an event, which is taken for the attempt that waited longest; and nothing of microphones.
    if (profile === 'guide') await pass(20_000);
    const [fault, reason] =
      profile === 'guide'
        ? ([{ kind: 'refused', code: 1729, call: 'join', person: 'Bo' }, /your pass to this room/u] as const)
        : ([{ kind: 'media-denied', person: 'Bo' }, /Your microphone could not be used\./u] as const);
    meeting.faults.set(fault);
    await bo.press('button', /after all$/u);
    await pass(4000);
    const dialog = within(await bo.sees.findByRole('dialog', { name: /^Could not join/u }));
    expect(dialog.getByText(reason)).toBeVisible();
    expect(dialog.getByText('Details')).toBeVisible();
    meeting.faults.clear();
    await bo.press('button', 'Try again');
    await pass(4000);
    await bo.sees.findByRole('button', { name: 'Return to main room' });
    expect(roomsOf(meeting, 'Bo')).toHaveLength(1);
  });
});

test.each([
  ['on a wide screen', { width: 1040, dir: 'ltr' }],
  ['from right to left', { width: 1040, dir: 'rtl' }],
  ['on 320 pixels', { width: 320, dir: 'ltr' }],
] as const)(
  'keys alone wait for a room that does not answer, try again and stay; each end is spoken, %s',
  async (_, size) => {
    const { bo, kit, meeting, pass } = await live({ size: () => size });
    for (const name of ['Cy', 'Di']) void kit(name).actions.declineInvite();
    await pass(500);
    const said = bo.spokenAnywhere();
    meeting.faults.set(silent('join'));
    await byKeys(bo, () => bo.sees.getByRole('button', { name: 'Join' }));
    await pass(16_000);
    await hears(said, 'This is taking longer than usual.');
    fits(bo);
    await pass(16_000);
    await hears(said, 'No answer from Room 1 yet');
    await reads(bo, 'No answer after 30 seconds');
    await reads(bo, 'You are still in the main room.');
    fits(bo);
    await byKeys(bo, () => bo.sees.getByRole('button', { name: 'Try again' }));
    await pass(32_000);
    await byKeys(bo, () => bo.sees.getByRole('button', { name: 'Stay in main room' }));
    await pass(500);
    expect(bo.sees.queryByRole('dialog')).toBeNull();
  },
);
