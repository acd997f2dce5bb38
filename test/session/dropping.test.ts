// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { selfAt, stayView } from '../../src/state/view/self.js';
import { inRooms } from './given.js';
import { LONGEST_CALL, PROFILES } from './meeting.js';
import { breakoutStream, roomsOf, soundOf } from './sound.js';

describe.each(PROFILES)('on build %s', (profile) => {
  test('a person whose network drops keeps their place, and is in the same room again under a new id, muted as they were', async () => {
    const { meeting, kit, state, clock } = await inRooms(1, { profile, count: 2 });
    const { roomId, clientId } = state('P1').self;
    void kit('P1').actions.setMic(false);
    await clock.pass(1000);
    meeting.person('P1').cutNetwork();
    await clock.pass(12_000);
    expect(selfAt(state('P1'))).toBe('away');
    const stay = stayView(state('P1'));
    expect(stay?.state).toBe('away');
    expect((stay?.keptUntil ?? 0) - clock.now()).toBe(48_000);
    meeting.person('P1').restoreNetwork();
    await clock.pass(5000);
    expect(state('P1').self).toMatchObject({ at: 'in-room', roomId, attempt: null, invite: null });
    expect(state('P1').self.clientId).not.toBe(clientId);
    expect(stayView(state('P1'))).toMatchObject({ state: 'in-room', keptUntil: null, mainSound: 'paused' });
    expect(roomsOf(meeting, 'P1')).toEqual([roomId]);
    expect(meeting.rooms()[0]?.members.filter((member) => member === 'ref-P1')).toHaveLength(1);
    expect(breakoutStream(meeting, 'P1')?.silent).toBe(true);
    expect(soundOf(meeting, 'P1').mainSilenced).toBe(true);
    expect(kit('P1').breakoutRoom()?.roomId).toBe(roomId);
  });

  test('a person whose network stays away is in main when the place is given up, and may go again by themselves', async () => {
    const { meeting, state, clock } = await inRooms(1, { profile, count: 2 });
    const before = soundOf(meeting, 'P2');
    meeting.person('P1').cutNetwork();
    await clock.pass(59_000);
    expect(selfAt(state('P1'))).toBe('away');
    await clock.pass(5000);
    expect(state('P1').self.at).toBe('main');
    expect(state('P1').notices.map(({ text }) => text)).toContain('connection-lost');
    meeting.person('P1').restoreNetwork();
    await clock.pass(LONGEST_CALL);
    expect(roomsOf(meeting, 'P1')).toEqual([]);
    expect(state('P1').self.sound).toMatchObject({ main: 'live', failure: null });
    expect(before.streams).toHaveLength(1);
    expect(soundOf(meeting, 'P1').streams[0]?.silent).toBe(false);
  });

  test('a room whose own connection breaks is waited for, and is there again without a word to anybody else', async () => {
    const { meeting, state, clock } = await inRooms(1, { profile, count: 2 });
    const { roomId } = state('P1').self;
    meeting.person('P1').cutBreakout();
    await clock.pass(3000);
    expect(selfAt(state('P1'))).toBe('away');
    meeting.person('P1').restoreBreakout();
    await clock.pass(3000);
    expect(selfAt(state('P1'))).toBe('in-room');
    expect(roomsOf(meeting, 'P1')).toEqual([roomId]);
  });

  test('a person who comes back to a room that is no more is told so, in main', async () => {
    const { meeting, kit, state, clock } = await inRooms(1, { profile, count: 2 });
    meeting.person('P1').cutNetwork();
    await clock.pass(1000);
    void kit('P2').actions.returnToMain();
    await clock.pass(5000);
    expect(meeting.rooms().every((room) => !room.alive)).toBe(true);
    meeting.person('P1').restoreNetwork();
    // The oldest build never answers a refused join.
    await clock.pass(120_000);
    expect(state('P1').self).toMatchObject({ at: 'main', sound: { main: 'live', failure: null } });
    expect(state('P1').notices.some(({ subject }) => subject === 'ended')).toBe(true);
  });
});

test('the microphone button does not reach the main room while somebody is cut off from theirs', async () => {
  const { meeting, kit, clock } = await inRooms(1, { count: 2 });
  meeting.person('P1').cutNetwork();
  await clock.pass(1000);
  expect(await kit('P1').actions.setMic(false)).toMatchObject({ ok: false });
  expect(soundOf(meeting, 'P1').streams[0]?.byPerson).toBe(false);
});
