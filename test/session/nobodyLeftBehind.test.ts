// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { outside } from '../../src/state/view/people.js';
import { inRooms, keyOf, opened } from './given.js';
import { LONGEST_CALL } from './meeting.js';
import { holdMeetings, shards } from './nobodyLeftBehind.js';
import { roomsOf, soundOf } from './sound.js';

describe('thirty people, and everything goes wrong', () => {
  test.each(shards(1))(
    'whoever is not back in main with their sound when the rooms have ended is named, in meetings from seed %i on',
    { timeout: 300_000 },
    async (first) => expect(await holdMeetings(first)).toEqual([]),
  );
});

describe('stories that such meetings told', () => {
  test('somebody who was cut off when the rooms ended is brought back as soon as they are heard of again', async () => {
    const { meeting, kit, state, clock } = await inRooms(1, { count: 3, withoutKit: ['P3'] });
    const before = soundOf(meeting, 'Ana').streams[0]?.silent;
    meeting.person('P3').accept(meeting.rooms()[0]?.id);
    await clock.pass(2000);
    meeting.person('P1').cutNetwork();
    await clock.pass(1000);
    void kit('Ana').actions.closeNow();
    await clock.pass(5000);
    // P3 has no kit and keeps the room alive.
    expect(roomsOf(meeting, 'P3')).toHaveLength(1);
    meeting.person('P1').restoreNetwork();
    await clock.pass(LONGEST_CALL);
    expect(state('P1')).toMatchObject({ self: { at: 'main' }, round: { phase: 'closed' } });
    expect(roomsOf(meeting, 'P1')).toEqual([]);
    expect(soundOf(meeting, 'P1').streams[0]?.silent).toBe(before);
  });

  test('a moderator’s new page names somebody in a room that it was never told of', async () => {
    const { meeting, state, clock, giveKit } = await inRooms(1, { count: 2, profile: '2.3.9' });
    meeting.person('P1').cutNetwork();
    await clock.pass(1000);
    meeting.person('Ana').reload();
    giveKit('Ana');
    await clock.pass(3000);
    meeting.person('P1').restoreNetwork();
    await clock.pass(5000);
    expect(roomsOf(meeting, 'P1')).toHaveLength(1);
    expect(outside(state('Ana')).recallable).toContain(keyOf(state('Ana'), 'P1'));
  });

  test('somebody who tries again after the rooms have ended is told that the room is gone', async () => {
    const { meeting, kit, state, clock } = await inRooms(1, { count: 3, withoutKit: ['P3'] });
    meeting.person('P3').accept(meeting.rooms()[0]?.id);
    await clock.pass(2000);
    void kit('Ana').actions.closeNow();
    await clock.pass(5000);
    const trying = kit('P1').actions.retryJoin();
    await clock.pass(5000);
    expect(await trying).toMatchObject({ ok: false, failure: { kind: 'room-gone' } });
    expect(state('P1').self).toMatchObject({ at: 'main', attempt: null, sound: { main: 'live' } });
    expect(roomsOf(meeting, 'P1')).toEqual([]);
  });

  test('somebody in a room has nothing to turn away from: "Stay in main room" does nothing there', async () => {
    const { meeting, kit, state, clock } = await inRooms(1, { count: 2 });
    const turning = kit('P1').actions.cancelJoin();
    await clock.pass(5000);
    expect((await turning).ok).toBe(false);
    expect(state('P1').self).toMatchObject({ at: 'in-room', sound: { main: 'paused' } });
    expect(roomsOf(meeting, 'P1')).toHaveLength(1);
  });

  test('somebody without a kit who is asked to the next room is still named in theirs when the rooms end', async () => {
    const { meeting, kit, state, clock } = await opened(2, {
      count: 2,
      withoutKit: ['P1'],
      profile: '1.9.4',
    });
    const [first, second] = state('Ana').plan.rooms.map((room) => room.key);
    const mine = state('Ana').plan.seats.get(keyOf(state('Ana'), 'P1'));
    const other = mine === first ? second : first;
    meeting.person('P1').accept(mine === undefined ? '' : state('Ana').rooms.get(mine)?.roomId);
    await clock.pass(3000);
    kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'P1')], to: other ?? 'none' });
    await clock.pass(3000);
    expect(state('Ana').people.get(keyOf(state('Ana'), 'P1'))?.place.at).toBe('invited');
    void kit('Ana').actions.closeNow();
    await clock.pass(5000);
    expect(roomsOf(meeting, 'P1')).toHaveLength(1);
    expect(outside(state('Ana')).beyondRecall).toEqual([keyOf(state('Ana'), 'P1')]);
    for (const room of meeting.person('P1').breakoutRooms) room.disconnect?.();
    await clock.pass(3000);
    expect(outside(state('Ana')).beyondRecall).toEqual([]);
  });

  test('somebody whose room’s connection comes back after the end, without a kit, is named there, whatever room was planned for them', async () => {
    const { meeting, kit, state, clock } = await opened(2, {
      count: 3,
      withoutKit: ['P1', 'P2', 'P3'],
      profile: '3.1.8',
    });
    const [first, second] = state('Ana').plan.rooms.map((room) => room.key);
    const key = keyOf(state('Ana'), 'P1');
    const mine = state('Ana').plan.seats.get(key);
    const roomId = state('Ana').rooms.get(mine ?? '')?.roomId;
    for (const name of ['P1', 'P2']) meeting.person(name).accept(roomId);
    await clock.pass(3000);
    meeting.person('P1').cutBreakout();
    await clock.pass(1000);
    kit('Ana').actions.movePeople({ people: [key], to: (mine === first ? second : first) ?? 'none' });
    await clock.pass(3000);
    for (const room of meeting.rooms())
      if (room.id !== roomId)
        for (const member of room.members)
          meeting
            .person(member)
            .breakoutRooms.find(({ roomID }) => roomID === room.id)
            ?.disconnect?.();
    await clock.pass(3000);
    void kit('Ana').actions.closeNow();
    await clock.pass(3000);
    meeting.person('P1').restoreBreakout();
    await clock.pass(3000);
    const named = new Set([...outside(state('Ana')).recallable, ...outside(state('Ana')).beyondRecall]);
    expect(roomsOf(meeting, 'P1')).toEqual([roomId]);
    expect(named).toContain(key);
  });

  test('somebody who is called back while their room’s connection is being made again does not stay in it', async () => {
    const { meeting, kit, state, clock } = await inRooms(1, { count: 2, profile: '3.1.8' });
    meeting.person('P1').cutBreakout();
    await clock.pass(1000);
    meeting.person('P1').restoreBreakout();
    await clock.pass(10);
    void kit('P1').actions.returnToMain();
    await clock.pass(10_000);
    expect(state('P1').self.at).toBe('main');
    expect(roomsOf(meeting, 'P1')).toEqual([]);
    expect(meeting.rooms()[0]?.members).not.toContain('ref-P1');
  });

  test('somebody on the guide whose mute is answered too late hears main again all the same', async () => {
    const { meeting, kit, state, clock } = await inRooms(1, { count: 2, profile: 'guide' });
    meeting.faults.add({ kind: 'late', ms: 12_000, call: 'mute', person: 'P1', times: 1 });
    void kit('P1').actions.setMainSound('muted');
    await clock.pass(20_000);
    expect(state('P1').self.sound).toMatchObject({ main: 'muted', failure: null });
    void kit('P1').actions.returnToMain();
    await clock.pass(10_000);
    expect(state('P1').self.sound).toMatchObject({ main: 'live', failure: null });
    expect(soundOf(meeting, 'P1')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
  });
});
