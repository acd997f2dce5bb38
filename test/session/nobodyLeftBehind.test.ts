// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { outside } from '../../src/state/view/people.js';
import { inRooms, keyOf, opened } from './given.js';
import { LONGEST_CALL } from './meeting.js';
import { holdMeeting } from './nobodyLeftBehind.js';
import { roomsOf, soundOf } from './sound.js';

/** A thousand meetings, told apart by their seeds, a few in each test so that none runs for long. */
const RUNS = 1000;
const EACH = 50;
const SHARDS = Array.from({ length: RUNS / EACH }, (_, shard) => shard * EACH + 1);
/** Another thousand, or one that failed: `FIRST_SEED=61 npx vitest run test/session/nobodyLeftBehind.test.ts`. */
const FIRST_SEED = Number(process.env['FIRST_SEED'] ?? 1);

describe('thirty people, and everything goes wrong', () => {
  test.each(SHARDS)(
    'whoever is not back in main with their sound when the rooms have ended is named, in meetings from seed %i on',
    { timeout: 300_000 },
    async (first) => {
      const wrong: string[] = [];
      for (let seed = first; seed < first + EACH; seed += 1)
        for (const line of await holdMeeting(seed + FIRST_SEED - 1))
          wrong.push(`holdMeeting(${String(seed + FIRST_SEED - 1)}): ${line}`);
      expect(wrong).toEqual([]);
    },
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
});
