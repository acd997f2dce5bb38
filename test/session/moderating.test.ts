// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { FaultPlace } from '../../src/simulator.js';
import { ladder, outside } from '../../src/state/view/people.js';
import { inRooms, isAsked, keyOf, opened, placeOf } from './given.js';
import { LONGEST_CALL, meet, PROFILES } from './meeting.js';
import { roomsOf, soundOf } from './sound.js';

const REFUSED = [
  [1724, 'count-missing'],
  [1725, 'over-meeting-capacity'],
  [1726, 'room-limit'],
  [1729, 'no-pass'],
  [1731, 'create-failed'],
  [1734, 'count-missing'],
  [1155, 'invalid'],
  [5067, 'lecture-mode'],
  [4242, 'unknown'],
] as const;

describe.each(PROFILES)('on build %s', (profile) => {
  test.each(REFUSED)(
    'rooms refused with %i leave the plan as it was, and the reason is said',
    async (code, kind) => {
      const { kit, state, meeting, settle } = await meet({ profile, count: 6 });
      kit('Ana').actions.setRoomCount(2);
      const { plan } = state('Ana');
      meeting.faults.set({ kind: 'refused', code, call: 'create' });
      const opening = kit('Ana').actions.openRooms();
      await settle();
      expect(await opening).toMatchObject({ ok: false, failure: { kind, code } });
      expect(state('Ana').plan).toBe(plan);
      expect(state('Ana').round).toMatchObject({ phase: 'draft', number: 0 });
      expect(state('Ana').notices).toMatchObject([
        { subject: 'open', text: 'failed', failure: { kind, code } },
      ]);
      expect(state('Ana').calls.size).toBe(0);
    },
  );

  test.each<[string, FaultPlace & { kind: 'silent' | 'error-ack' | 'null-ack' }]>([
    ['silent', { kind: 'silent', call: 'create' }],
    ['answering as type error', { kind: 'error-ack', call: 'create' }],
    ['answering with nothing', { kind: 'null-ack', call: 'create' }],
  ])(
    'a service that stays %s when rooms are made is given up after 15 s, with the plan as it was',
    async (_, fault) => {
      const { kit, state, meeting, clock } = await meet({ profile, count: 6 });
      kit('Ana').actions.setRoomCount(2);
      const { plan } = state('Ana');
      meeting.faults.set({ ...fault, effect: false });
      const opening = kit('Ana').actions.openRooms();
      await clock.pass(1000);
      expect(state('Ana').round.phase).toBe('opening');
      await clock.pass(15_000);
      expect((await opening).ok).toBe(false);
      expect(state('Ana').round.phase).toBe('draft');
      expect(state('Ana').plan).toBe(plan);
    },
  );

  test('a person whose invitation could not be sent is shown so, and asked again with one call', async () => {
    const { kit, state, meeting, settle, clock } = await meet({ profile, count: 2 });
    kit('Ana').actions.setRoomCount(1);
    meeting.faults.set({ kind: 'refused', code: 1138, call: 'invite' });
    void kit('Ana').actions.openRooms();
    await settle();
    expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'failed', failure: { code: 1138 } });
    expect(isAsked(state('P1'))).toBe(false);
    meeting.faults.clear();
    const again = kit('Ana').actions.inviteAgain({
      people: [keyOf(state('Ana'), 'P1'), keyOf(state('Ana'), 'P2')],
    });
    await settle();
    expect(await again).toEqual({ ok: true });
    expect(placeOf(state('Ana'), 'P1')?.at).toBe('invited');
    expect(isAsked(state('P1'))).toBe(true);
    await clock.pass(61_000);
    expect(ladder(state('Ana'))['no-answer']).toBe(2);
  });

  test('"Keep rooms open" takes the end back; nobody is brought home', async () => {
    const { kit, state, clock } = await inRooms(1, { profile, count: 2 });
    void kit('Ana').actions.endRooms();
    await clock.pass(10_000);
    expect(state('Ana').round.phase).toBe('closing');
    void kit('Ana').actions.keepRoomsOpen();
    await clock.pass(60_000);
    expect(state('Ana').round).toMatchObject({ phase: 'open', closesAt: null });
    expect(state('P1').self).toMatchObject({ at: 'in-room', recallAt: null });
  });

  test('"Close now" does not wait for the grace', async () => {
    const { kit, state, settle } = await inRooms(1, { profile, count: 2 });
    void kit('Ana').actions.endRooms();
    await settle(1000);
    void kit('Ana').actions.closeNow();
    await settle(5000);
    expect(state('Ana').round.phase).toBe('closed');
    expect(state('P1').self.at).toBe('main');
  });

  test('a moderator visits a room and is still a moderator when back', async () => {
    const { kit, state, meeting, settle } = await inRooms(2, { profile, count: 4 });
    const before = soundOf(meeting, 'Ana');
    const roomKey = state('Ana').plan.rooms[1]?.key ?? '';
    const visiting = kit('Ana').actions.visitRoom({ roomKey });
    await settle(5000);
    expect(await visiting).toEqual({ ok: true });
    expect(roomsOf(meeting, 'Ana')).toEqual([state('Ana').rooms.get(roomKey)?.roomId]);
    void kit('Ana').actions.returnToMain();
    await settle(5000);
    expect(state('Ana').self).toMatchObject({ at: 'main', role: 'moderator' });
    expect(soundOf(meeting, 'Ana')).toEqual(before);
    void kit('Ana').actions.closeNow();
    await settle(5000);
    expect(state('P1').self.at).toBe('main');
  });

  test('a moderator who is in a room when the rooms end comes back like everybody', async () => {
    const { kit, state, clock, settle } = await inRooms(1, { profile, count: 2 });
    void kit('Ana').actions.visitRoom({ roomKey: state('Ana').plan.rooms[0]?.key ?? '' });
    await settle(5000);
    void kit('Ana').actions.endRooms();
    await clock.pass(40_000);
    for (const name of ['Ana', 'P1', 'P2']) expect(state(name).self.at, name).toBe('main');
    expect(state('Ana').round.phase).toBe('closed');
  });

  test('an invitation that is still open when the rooms end closes by itself and says so', async () => {
    const { kit, state, clock } = await opened(1, { profile, count: 2 });
    void kit('P2').actions.acceptInvite();
    await clock.pass(3000);
    void kit('Ana').actions.endRooms();
    await clock.pass(40_000);
    if (profile === 'guide') return;
    expect(isAsked(state('P1'))).toBe(false);
    expect(state('P1').notices.map((notice) => notice.text)).toContain('rooms-ended');
  });

  test('somebody who accepts an invitation to rooms that are over is told so, and stays in main', async () => {
    const { kit, state, meeting, clock, settle } = await opened(1, { profile, count: 2 });
    void kit('P2').actions.acceptInvite();
    await settle(5000);
    void kit('P2').actions.returnToMain();
    await settle(5000);
    const before = soundOf(meeting, 'P1');
    void kit('P1').actions.acceptInvite();
    await clock.pass(LONGEST_CALL);
    expect(state('P1').self.at).toBe('main');
    expect(soundOf(meeting, 'P1')).toEqual(before);
  });

  test('after the round the same rooms can be opened again', async () => {
    const { kit, state, clock, settle } = await inRooms(2, { profile, count: 4 });
    void kit('Ana').actions.closeNow();
    await clock.pass(10_000);
    const { seats } = state('Ana').plan;
    kit('Ana').actions.planAgain();
    expect(state('Ana').round.phase).toBe('draft');
    expect(state('Ana').plan.seats).toBe(seats);
    const again = kit('Ana').actions.openRooms();
    await settle();
    expect(await again).toEqual({ ok: true });
    expect(state('Ana').round).toMatchObject({ phase: 'open', number: 2 });
    void kit('P1').actions.acceptInvite();
    await settle(5000);
    expect(state('P1').self.at).toBe('in-room');
  });

  test('a service that makes fewer rooms than asked opens those, and says how many', async () => {
    const { kit, state, meeting, settle } = await meet({ profile, count: 6 });
    kit('Ana').actions.setRoomCount(3);
    meeting.faults.set({ kind: 'odd-create', rooms: 'fewer', call: 'create', times: 1 });
    void kit('Ana').actions.openRooms();
    await settle();
    expect(state('Ana').round.phase).toBe('open');
    const notice = state('Ana').notices.find((one) => one.text === 'fewer-rooms');
    expect(notice).toMatchObject({ of: 3 });
    const without = state('Ana').plan.rooms.filter((room) => !state('Ana').rooms.get(room.key)?.roomId);
    expect(without).toHaveLength(3 - (notice?.count ?? 0));
    const people = [...state('Ana').plan.seats]
      .filter(([, room]) => room === without[0]?.key)
      .map(([who]) => who);
    void kit('Ana').actions.inviteAgain({ people });
    await settle();
    expect(state('Ana').rooms.get(without[0]?.key ?? '')?.roomId).not.toBeNull();
    expect(state('Ana').people.get(people[0] ?? '')?.place.at).toBe('invited');
  });
});

test('twenty people fill four rooms of the default size, and a twenty-first finds no seat', async () => {
  const { kit, state, meeting } = await meet({ count: 20, maxActiveTalkers: 6 });
  kit('Ana').actions.setRoomCount(4);
  expect(state('Ana').limits.maxPeople).toBe(5);
  meeting.join({ name: 'Late' });
  kit('Ana').actions.placeRemaining();
  expect(state('Ana').plan.seats.size).toBe(20);
});

test('somebody who is no moderator can neither plan nor open nor end rooms', async () => {
  const { kit, state } = await meet();
  kit('P1').actions.setRoomCount(3);
  expect(state('P1').plan.rooms).toEqual([]);
  expect(await kit('P1').actions.openRooms()).toMatchObject({
    ok: false,
    failure: { kind: 'moderators-only' },
  });
  expect((await kit('P1').actions.endRooms()).ok).toBe(false);
  expect((await kit('P1').actions.closeNow()).ok).toBe(false);
  expect((await kit('P1').actions.keepRoomsOpen()).ok).toBe(false);
  expect((await kit('P1').actions.visitRoom({ roomKey: 'room-1' })).ok).toBe(false);
});

test('in lecture mode no rooms are opened, and the reason is said', async () => {
  const { kit, meeting, settle, state } = await meet();
  kit('Ana').actions.setRoomCount(2);
  meeting.setMode('lecture');
  await settle();
  expect(await kit('Ana').actions.openRooms()).toMatchObject({ failure: { kind: 'lecture-mode' } });
  expect(state('Ana').mode).toBe('lecture');
});

test('people without a kit cannot be brought back by a real build, so they are named', async () => {
  const { kit, state, meeting, clock, settle } = await opened(1, { count: 2, withoutKit: ['P2'] });
  void kit('P1').actions.acceptInvite();
  const { room } = meeting.person('P2');
  const roomId = meeting.rooms()[0]?.id ?? '';
  room.joinBreakOutRoom?.(
    { role: 'participant', room_id: roomId },
    { audio: true, video: false },
    () => undefined,
  );
  await settle(5000);
  expect(placeOf(state('Ana'), 'P2')?.at).toBe('in-room');
  void kit('Ana').actions.closeNow();
  await clock.pass(10_000);
  expect(state('P1').self.at).toBe('main');
  expect(outside(state('Ana'))).toEqual({ recallable: [], beyondRecall: [keyOf(state('Ana'), 'P2')] });
});

test('a rename while the rooms are open reaches everybody', async () => {
  const { kit, state, settle } = await inRooms(1, { count: 2 });
  kit('Ana').actions.renameRoom({ roomKey: state('Ana').plan.rooms[0]?.key ?? '', name: 'Pricing' });
  await settle();
  expect(state('P1').rooms.get(state('P1').self.roomKey ?? '')?.name).toBe('Pricing');
});

test('somebody who comes while the rooms are open learns their names', async () => {
  const { giveKit, meeting, settle } = await inRooms(1, { count: 2 });
  meeting.join({ name: 'Late', userRef: 'late' });
  const late = giveKit('Late');
  await settle();
  expect([...late.store.getState().rooms.values()]).toMatchObject([{ number: 1 }]);
});
