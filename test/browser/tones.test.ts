import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.js';
import {
  createSimulatedMeeting,
  createToneMeter,
  type SimulatedMeeting,
  type SimulatedRoom,
} from '../../src/simulator.js';

let meeting: SimulatedMeeting;
const PEOPLE = ['Ada', 'Bo', 'Cy'];

beforeEach(() => {
  meeting = createSimulatedMeeting({ people: [{ name: 'Ada', role: 'moderator' }, 'Bo', 'Cy'] });
  for (const name of PEOPLE) void meeting.person(name).room;
  document.body.innerHTML = '<div id="sink"></div>';
});
afterEach(() => {
  meeting.dispose();
  document.body.innerHTML = '';
});

const soon = (ms: number) => new Promise<void>((resolve) => void systemClock.after(ms, resolve));

/** Whose tones are in what is played into the sink, measured. */
async function heardIn(room: SimulatedRoom): Promise<string[]> {
  room.remoteStreams.forEach((stream) => stream.play('sink'));
  const players = [...document.querySelectorAll<HTMLAudioElement>('#sink audio')];
  const meters = players.map(({ srcObject }) => createToneMeter(srcObject as MediaStream));
  await soon(300);
  const heard = PEOPLE.filter((name) => meters.some((meter) => meter.hears(meeting.person(name).tone)));
  for (const meter of meters) meter.close();
  room.remoteStreams.forEach((stream) => stream.stop());
  return heard;
}

const call = (target: object, method: string, ...inputs: readonly unknown[]) =>
  new Promise<unknown>((resolve) => {
    const found: unknown = Reflect.get(target, method);
    if (typeof found !== 'function') throw new TypeError(`There is no ${method}`);
    Reflect.apply(found, target, [...inputs, resolve]);
  });

test('each person is one tone, and the others hear it', async () => {
  const bo = meeting.person('Bo');
  const [tone] = [createToneMeter(bo.localStream?.stream as MediaStream)];
  await soon(300);
  expect(PEOPLE.filter((name) => tone.hears(meeting.person(name).tone))).toEqual(['Bo']);
  tone.close();
  expect(await heardIn(meeting.person('Cy').room)).toEqual(['Ada', 'Bo']);
});

test('a muted person is silent, for whatever cause, and heard again after it', async () => {
  const { room } = meeting.person('Cy');
  await call(meeting.person('Bo').localStream as object, 'muteAudio');
  expect(await heardIn(room)).toEqual(['Ada']);
  await call(meeting.person('Bo').localStream as object, 'unmuteAudio');
  meeting.person('Ada').hardMute(true);
  expect(await heardIn(room)).toEqual(['Bo']);
  meeting.person('Ada').hardMute(false);
  expect(await heardIn(room)).toEqual(['Ada', 'Bo']);
});

test('a paused main room neither sends nor receives', async () => {
  await call(meeting.person('Bo').room, 'pauseRoom');
  expect(await heardIn(meeting.person('Bo').room)).toEqual([]);
  expect(await heardIn(meeting.person('Cy').room)).toEqual(['Ada']);
  await call(meeting.person('Bo').room, 'resumeRoom');
  expect(await heardIn(meeting.person('Bo').room)).toEqual(['Ada', 'Cy']);
});

test('inside a breakout room those inside hear each other, and the mute follows while it plays', async () => {
  const created = await call(meeting.person('Ada').room, 'createBreakOutRoom', {
    participants: 3,
    max_rooms: 1,
  });
  const [roomId] = (created as { readonly msg: { readonly rooms: string[] } }).msg.rooms;
  meeting.person('Bo').accept(roomId);
  meeting.person('Cy').accept(roomId);
  await expect.poll(() => meeting.rooms()[0]?.members).toEqual(['Bo', 'Cy']);
  await expect.poll(() => meeting.person('Cy').hears(roomId)).toEqual(new Set(['Bo']));
  const inside = meeting.person('Cy').breakoutRooms[0] as SimulatedRoom;
  expect(await heardIn(inside)).toEqual(['Bo']);
  expect(await heardIn(meeting.person('Ada').room)).toEqual([]);

  inside.remoteStreams.forEach((stream) => stream.play('sink'));
  const meter = createToneMeter(document.querySelector('audio')?.srcObject as MediaStream);
  const { tone } = meeting.person('Bo');
  await expect.poll(() => meter.hears(tone)).toBe(true);
  meeting.person('Bo').speak(false);
  await expect.poll(() => meter.hears(tone)).toBe(false);
  meter.close();
});
