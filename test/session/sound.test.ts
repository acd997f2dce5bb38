// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { MainSound } from '../../src/state/types.js';
import { inRooms } from './given.js';
import { meet, PROFILES } from './meeting.js';
import { breakoutStream, soundOf } from './sound.js';

const SOUNDS: readonly MainSound[] = ['paused', 'muted', 'listening'];
/** Before: the person's own choice, a moderator's, both or none. */
const BEFORE = [
  ['speaking', {}],
  ['muted by themselves', { muted: true }],
  ['muted by a moderator', { hardMuted: true }],
] as const;

const WAYS = SOUNDS.flatMap((first) => SOUNDS.map((second) => [first, second] as const));

describe.each(PROFILES)('on build %s', (profile) => {
  describe.each(BEFORE)('a person %s', (_, causes) => {
    test.each(WAYS)(
      'goes from main %s to main %s, has one voice all the time, and returns to main as it was',
      async (first, second) => {
        const { kit, state, meeting, settle } = await meet({
          profile,
          people: [{ name: 'Ana', role: 'moderator' }, { name: 'P1', ...causes }, { name: 'P2' }],
        });
        const before = soundOf(meeting, 'P1');
        kit('Ana').actions.setRoomCount(1);
        void kit('Ana').actions.openRooms();
        await settle();
        void kit('P1').actions.setMainSound(first);
        void kit('P1').actions.acceptInvite();
        await settle(5000);
        expect(state('P1').self).toMatchObject({ at: 'in-room', sound: { main: first, failure: null } });
        expect(soundOf(meeting, 'P1').streams.every((stream) => stream.silent)).toBe(true);
        expect(soundOf(meeting, 'P1').mainSilenced).toBe(first !== 'listening');
        expect(breakoutStream(meeting, 'P1')?.silent).toBe('muted' in causes || 'hardMuted' in causes);

        const changing = kit('P1').actions.setMainSound(second);
        await settle();
        expect(await changing).toEqual({ ok: true });
        expect(state('P1').self.sound).toMatchObject({ main: second, wanted: second, failure: null });
        expect(soundOf(meeting, 'P1').streams.every((stream) => stream.silent)).toBe(true);
        expect(soundOf(meeting, 'P1').mainSilenced).toBe(second !== 'listening');

        void kit('P1').actions.returnToMain();
        await settle(5000);
        expect(soundOf(meeting, 'P1')).toEqual(before);
        expect(state('P1').self.sound.main).toBe('live');
      },
    );
  });

  test('main sound that does not come back is said, and "Restore sound" brings it', async () => {
    const { kit, state, meeting, settle, clock } = await inRooms(1, { profile, count: 2 });
    meeting.faults.set({ kind: 'refused', code: 1138, call: ['resume', 'unmute'], person: 'P1' });
    const home = kit('P1').actions.returnToMain();
    await settle(5000);
    expect(await home).toMatchObject({ ok: false, failure: { code: 1138 } });
    expect(state('P1').self).toMatchObject({ at: 'main', sound: { failure: { code: 1138 } } });
    expect(state('P1').notices).toMatchObject([{ subject: 'sound', text: 'failed' }]);
    meeting.faults.clear();
    const restored = kit('P1').actions.restoreSound();
    await settle();
    expect(await restored).toEqual({ ok: true });
    expect(state('P1').self.sound).toMatchObject({ main: 'live', failure: null });
    expect(state('P1').notices).toEqual([]);
    expect(soundOf(meeting, 'P1')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
    expect(clock.pending()).toBeLessThan(20);
  });

  test('a pause that is never answered is given up after 10 s; the person goes on, unheard in main, and it is said', async () => {
    const { kit, state, meeting, clock } = await meet({ profile, count: 2 });
    kit('Ana').actions.setRoomCount(1);
    void kit('Ana').actions.openRooms();
    await clock.pass(2000);
    meeting.faults.set({ kind: 'silent', call: ['pause', 'mute'], person: 'P1', effect: false });
    void kit('P1').actions.acceptInvite();
    await clock.pass(9000);
    expect(state('P1').self.attempt?.step).toBe('sound');
    await clock.pass(10_000);
    expect(state('P1').self.at).toBe('in-room');
    expect(state('P1').self.sound.failure).toMatchObject({ kind: 'no-answer' });
    expect(soundOf(meeting, 'P1').streams.every((stream) => stream.silent)).toBe(true);
  });

  test('a person mutes and unmutes in their room; main never hears of it', async () => {
    const { kit, state, meeting, settle } = await inRooms(1, { profile, count: 2 });
    void kit('P1').actions.setMic(false);
    await settle();
    expect(state('P1').self.sound.micOn).toBe(false);
    expect(breakoutStream(meeting, 'P1')?.silent).toBe(true);
    void kit('P1').actions.setMic(true);
    await settle();
    expect(breakoutStream(meeting, 'P1')?.silent).toBe(false);
    expect(soundOf(meeting, 'P1').streams.every((stream) => stream.silent)).toBe(true);
  });
});

test('a microphone that does not answer is given up after 10 s, and said', async () => {
  const { kit, state, meeting, clock } = await inRooms(1, { count: 2 });
  const stream = kit('P1').breakoutRoom()?.localStream as { muteAudio: unknown };
  Object.assign(stream, { muteAudio: () => undefined });
  const muting = kit('P1').actions.setMic(false);
  await clock.pass(9000);
  expect(state('P1').notices).toEqual([]);
  await clock.pass(2000);
  expect(await muting).toMatchObject({ ok: false, failure: { kind: 'no-answer' } });
  expect(state('P1').notices).toMatchObject([{ subject: 'mic', text: 'mic-failed' }]);
  expect(breakoutStream(meeting, 'P1')?.silent).toBe(false);
});

test('an application with its own mic button and players is asked and told', async () => {
  const told: string[] = [];
  let muted = true;
  const { kit, meeting, settle, state, giveKit } = await meet({ count: 2, withoutKit: ['P1'] });
  giveKit('P1', {
    media: {
      isMicMuted: () => muted,
      setMicMuted: (now) => {
        muted = now;
        told.push(now ? 'mic off' : 'mic on');
      },
      silenceMain: (silent) => told.push(silent ? 'main silent' : 'main heard'),
    },
  });
  await settle();
  kit('Ana').actions.setRoomCount(1);
  void kit('Ana').actions.openRooms();
  await settle();
  void kit('P1').actions.acceptInvite();
  await settle(5000);
  expect(state('P1').self.at).toBe('in-room');
  expect(breakoutStream(meeting, 'P1')?.silent).toBe(true);
  void kit('P1').actions.setMainSound('listening');
  await settle();
  void kit('P1').actions.returnToMain();
  await settle(5000);
  expect(told).toEqual(['main silent', 'main heard', 'main heard']);
});
