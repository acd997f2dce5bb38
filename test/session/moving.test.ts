// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { inviteView } from '../../src/state/view/self.js';
import { inRooms, keyOf, opened, placeOf } from './given.js';
import { meet, PROFILES } from './meeting.js';
import { roomsOf, soundOf } from './sound.js';

/** Before 2.0.1 nobody can be moved unasked, and the guide knows no messages between kits. */
const WAYS = [
  { profile: 'guide', withKit: 'in-room', without: 1 },
  { profile: '1.9.4', withKit: 'in-room', without: 0 },
  { profile: '2.0.1', withKit: 'in-room', without: 1 },
  { profile: '2.3.9', withKit: 'in-room', without: 1 },
  { profile: '2.3.24', withKit: 'in-room', without: 1 },
  { profile: '3.1.8', withKit: 'in-room', without: 1 },
] as const;

test.each(WAYS)(
  'on build $profile people with a kit are moved by themselves, others by the service where it can',
  async ({ profile, withKit, without }) => {
    const { kit, state, meeting, settle, clock } = await meet({ profile, count: 4, withoutKit: ['P4'] });
    kit('Ana').actions.setRoomCount(2);
    kit('Ana').actions.setOpening('move');
    void kit('Ana').actions.openRooms();
    await settle();
    await clock.pass(30_000);
    for (const name of ['P1', 'P2', 'P3']) {
      expect(state(name).self.at, name).toBe(withKit);
      expect(placeOf(state('Ana'), name)?.at).toBe('in-room');
    }
    expect(roomsOf(meeting, 'P4')).toHaveLength(without);
  },
);

describe.each(PROFILES)('on build %s', (profile) => {
  test('a room that everybody left is made again for whoever is sent there', async () => {
    const { kit, state, meeting, clock, settle } = await inRooms(2, { profile, count: 4 });
    const ana = state('Ana');
    const [first] = ana.plan.rooms;
    const key = first?.key ?? '';
    const people = [...ana.plan.seats].filter(([, room]) => room === key).map(([person]) => person);
    const names = people.map((person) => ana.people.get(person)?.name ?? '');
    const dead = ana.rooms.get(key)?.roomId;
    for (const name of names) void kit(name).actions.returnToMain();
    await settle(5000);
    expect(state('Ana').rooms.get(key)?.roomId).toBeNull();
    void kit('Ana').actions.inviteAgain({ people });
    await settle();
    const alive = state('Ana').rooms.get(key)?.roomId;
    expect(alive).not.toBeNull();
    expect(alive).not.toBe(dead);
    void kit(names[0] ?? '').actions.acceptInvite();
    await clock.pass(5000);
    expect(roomsOf(meeting, names[0] ?? '')).toEqual([alive]);
  });
});

test('a forced join that never gets anywhere is given up, and main sounds as before', async () => {
  const { meeting, clock, giveKit, kit, settle } = await meet({ count: 2, withoutKit: ['P1'] });
  const p1 = giveKit('P1');
  const before = soundOf(meeting, 'P1');
  meeting.faults.set({ kind: 'silent', call: 'forcedJoin', effect: false });
  const [roomId] = await new Promise<string[]>((resolve) => {
    meeting
      .person('Ana')
      .room.createBreakOutRoom?.(
        { participants: 4, audio: true, video: false, canvas: false, share: false, max_rooms: 1 },
        (answer: unknown) => resolve((answer as { msg: { rooms: string[] } }).msg.rooms),
      );
    void settle();
  });
  meeting
    .person('Ana')
    .room.inviteToBreakoutRoom?.(
      { clients: [meeting.person('P1').clientId], room_id: roomId ?? '', force_join: true },
      () => undefined,
    );
  await settle();
  expect(p1.store.getState().self).toMatchObject({ at: 'joining', attempt: { forced: true } });
  await clock.pass(40_000);
  expect(p1.store.getState().self).toMatchObject({ at: 'main', attempt: { failure: { kind: 'no-answer' } } });
  expect(soundOf(meeting, 'P1')).toEqual(before);
  expect(kit('Ana')).toBeDefined();
});

test('a person whom the service moves at once learns of it, is not pulled twice, and returns with main as it was', async () => {
  const { meeting, giveKit, settle } = await meet({ count: 2, withoutKit: ['P1', 'Ana'] });
  const p1 = giveKit('P1');
  const before = soundOf(meeting, 'P1');
  const rooms = new Promise<string[]>((resolve) => {
    meeting
      .person('Ana')
      .room.createBreakOutRoom?.(
        { participants: 4, audio: true, video: false, canvas: false, share: false, max_rooms: 1 },
        (answer: unknown) => resolve((answer as { msg: { rooms: string[] } }).msg.rooms),
      );
  });
  await settle();
  const [roomId = ''] = await rooms;
  meeting
    .person('Ana')
    .room.inviteToBreakoutRoom?.(
      { clients: [meeting.person('P1').clientId], room_id: roomId, force_join: true },
      () => undefined,
    );
  await settle(5000);
  const { self } = p1.store.getState();
  expect(self).toMatchObject({ at: 'in-room', forced: true, sound: { main: 'paused' } });
  expect(roomsOf(meeting, 'P1')).toEqual([roomId]);
  const home = p1.actions.returnToMain();
  await settle(5000);
  expect(await home).toEqual({ ok: true });
  expect(soundOf(meeting, 'P1')).toEqual(before);
  expect(p1.store.getState().self.at).toBe('main');
});

test('an open room never takes more people than it holds; who finds no seat stays and is named', async () => {
  const { kit, state } = await opened(2, { count: 8, maxActiveTalkers: 6 });
  const ana = state('Ana');
  const [first, second] = ana.plan.rooms;
  const from = second?.key ?? '';
  const people = [...ana.plan.seats].filter(([, room]) => room === from).map(([person]) => person);
  const result = kit('Ana').actions.movePeople({ people, to: first?.key ?? '' });
  expect(result.moved).toHaveLength(1);
  expect(result.left).toHaveLength(3);
  expect(result.full).toBe(true);
});

describe.each(PROFILES.filter((name) => name !== 'guide'))('on build %s, where kits can talk', (profile) => {
  test('a move is announced with its room before it happens', async () => {
    const { kit, state, settle } = await meet({ profile, count: 2 });
    kit('Ana').actions.setRoomCount(1);
    kit('Ana').actions.setOpening('move');
    void kit('Ana').actions.openRooms();
    await settle();
    expect(inviteView(state('P1'))).toMatchObject({ kind: 'move', number: 1, from: 'Ana' });
    expect(state('P1').self.at).toBe('main');
  });

  test('"Wait" puts a move off by 20 s, "Go now" does not wait', async () => {
    const { kit, state, settle, clock } = await meet({ profile, count: 2 });
    kit('Ana').actions.setRoomCount(1);
    kit('Ana').actions.setOpening('move');
    void kit('Ana').actions.openRooms();
    await settle();
    kit('P1').actions.waitWithMove();
    void kit('P2').actions.acceptInvite();
    await settle(5000);
    expect(state('P2').self.at).toBe('in-room');
    await clock.pass(15_000);
    expect(state('P1').self.at).toBe('main');
    await clock.pass(25_000);
    expect(state('P1').self.at).toBe('in-room');
  });

  test('somebody who is moved to another room leaves the first one before they enter the second', async () => {
    const { kit, state, meeting, clock } = await inRooms(2, { profile, count: 6 });
    const ana = state('Ana');
    const who = keyOf(ana, 'P1');
    const from = ana.plan.seats.get(who);
    const to = ana.plan.rooms.find((room) => room.key !== from)?.key ?? '';
    const most: number[] = [];
    const stop = kit('P1').store.subscribe(() => most.push(roomsOf(meeting, 'P1').length));
    expect(kit('Ana').actions.movePeople({ people: [who], to })).toMatchObject({ moved: [who], left: [] });
    await clock.pass(30_000);
    stop();
    expect(Math.max(...most)).toBeLessThanOrEqual(1);
    expect(state('P1').self).toMatchObject({ at: 'in-room', roomKey: expect.any(String) as string });
    expect(roomsOf(meeting, 'P1')).toEqual([state('Ana').rooms.get(to)?.roomId]);
    expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'in-room', roomKey: to });
  });
});

test('a person who listens to main hears it on after the service moved them to another room', async () => {
  const { meeting, giveKit, kit, settle } = await meet({ count: 2, withoutKit: ['P1'] });
  kit('Ana').actions.setRoomCount(2);
  void kit('Ana').actions.openRooms();
  await settle();
  const p1 = giveKit('P1');
  await settle();
  const [first = '', second = ''] = meeting.rooms().map((room) => room.id);
  const pull = (room_id: string) =>
    meeting
      .person('Ana')
      .room.inviteToBreakoutRoom?.(
        { clients: [meeting.person('P1').clientId], room_id, force_join: true },
        () => undefined,
      );
  pull(first);
  await settle(5000);
  void p1.actions.setMainSound('listening');
  await settle();
  expect(soundOf(meeting, 'P1').mainSilenced).toBe(false);
  pull(second);
  await settle(8000);
  expect(roomsOf(meeting, 'P1')).toEqual([second]);
  expect(p1.store.getState().self.sound).toMatchObject({ main: 'listening', failure: null });
  expect(soundOf(meeting, 'P1').mainSilenced).toBe(false);
  expect(soundOf(meeting, 'P1').streams.every((stream) => stream.silent)).toBe(true);
  void p1.actions.returnToMain();
  await settle(5000);
  expect(soundOf(meeting, 'P1')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
});

test('somebody sent to the room of their own seat goes there, however full it is', async () => {
  const { kit, state, settle, clock } = await inRooms(1, { count: 7 });
  const key = keyOf(state('Ana'), 'P1');
  const seat = state('Ana').plan.seats.get(key) ?? '';
  void kit('P1').actions.returnToMain();
  await settle();
  expect(placeOf(state('Ana'), 'P1')?.at).toBe('main');
  const moved = kit('Ana').actions.movePeople({ people: [key], to: seat });
  expect(moved).toEqual({ moved: [key], left: [], full: true });
  await clock.pass(30_000);
  expect(state('P1').self).toMatchObject({ at: 'in-room', roomKey: seat });
});

test.each(PROFILES.filter((profile) => profile !== 'guide'))(
  'on build %s a move that is taken back before somebody went leaves them where they are, and every desk says so',
  async (profile) => {
    const people = await inRooms(2, { profile, count: 4 });
    const { kit, state, settle, meeting } = people;
    const p1 = keyOf(state('Ana'), 'P1');
    const from = state('Ana').plan.seats.get(p1) ?? '';
    const to = state('Ana').plan.rooms.find(({ key }) => key !== from)?.key ?? '';
    const where = roomsOf(meeting, 'P1');
    kit('Ana').actions.movePeople({ people: [p1], to });
    await settle(1000);
    expect(state('P1').self.invite?.movesAt).not.toBeNull();
    kit('Ana').actions.movePeople({ people: [p1], to: from }, 'undo');
    await settle(1000);
    expect(state('P1').self).toMatchObject({ at: 'in-room', invite: null, recallAt: null });
    expect(state('P1').notices).toMatchObject([{ text: 'invite-withdrawn' }]);
    expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'in-room', roomKey: from });
    await settle(60_000);
    expect(roomsOf(meeting, 'P1')).toEqual(where);
    expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'in-room', roomKey: from });
  },
);

test('somebody who is moved, and then called to main instead, is in main and not in the room', async () => {
  const { kit, state, settle, meeting } = await inRooms(2, { count: 4 });
  const p1 = keyOf(state('Ana'), 'P1');
  const from = state('Ana').plan.seats.get(p1) ?? '';
  const to = state('Ana').plan.rooms.find(({ key }) => key !== from)?.key ?? '';
  kit('Ana').actions.movePeople({ people: [p1], to });
  await settle(1000);
  kit('Ana').actions.movePeople({ people: [p1], to: 'main' });
  await settle(60_000);
  expect(roomsOf(meeting, 'P1')).toEqual([]);
  expect(state('P1').self).toMatchObject({ at: 'main', invite: null });
  expect(placeOf(state('Ana'), 'P1')).toEqual({ at: 'main' });
});

test.each(PROFILES.filter((profile) => profile !== 'guide'))(
  'on build %s who was asked and is moved to main is asked no more, and stands in main on the desk, not among those who do not answer',
  async (profile) => {
    const { kit, state, settle } = await opened(2, { profile, count: 4 });
    const keys = ['P1', 'P2'].map((name) => keyOf(state('Ana'), name));
    void kit('P2').actions.declineInvite();
    await settle(1000);
    kit('Ana').actions.movePeople({ people: keys, to: 'main' });
    await settle(1000);
    for (const name of ['P1', 'P2']) {
      expect(inviteView(state(name)), name).toBeNull();
      expect(placeOf(state('Ana'), name), name).toEqual({ at: 'main' });
    }
    await settle(70_000);
    expect(placeOf(state('Ana'), 'P1')).toEqual({ at: 'main' });
  },
);
