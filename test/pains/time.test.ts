// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { timeAskers, timeView } from '../../src/state/view/live.js';
import { inRooms } from '../session/given.js';
import { meet } from '../session/meeting.js';
import { namesOf, roomsOf, SILENT, soundOf, TALKING } from './services.js';

const MINUTE = 60_000;

describe.each(TALKING)('with $name', (service) => {
  test('pain 22: one deadline counts for everybody, also for who comes late, and more time reaches all before anybody is brought back', async () => {
    const people = await meet({ ...service.options, count: 6, latency: [20, 400] });
    const { kit, state, meeting, settle, clock, giveKit } = people;
    kit('Ana').actions.setRoomCount(2);
    kit('Ana').actions.setMinutes(5);
    void kit('Ana').actions.openRooms();
    await settle(3000);
    for (const name of people.names.slice(1)) void kit(name).actions.acceptInvite();
    await settle(10_000);
    meeting.join({ name: 'Late', userRef: 'late' });
    giveKit('Late');
    await settle(3000);
    const everybody = [...people.names, 'Late'];
    const left = () => everybody.map((name) => (timeView(state(name)).endsAt ?? NaN) - clock.now());
    const agree = () => expect(Math.max(...left()) - Math.min(...left())).toBeLessThanOrEqual(1000);
    agree();
    expect(left()[0]).toBeLessThanOrEqual(5 * MINUTE);
    // It never rises by itself.
    const before = left();
    await settle(2 * MINUTE);
    agree();
    left().forEach((now, at) => expect(now).toBeLessThan(before[at] ?? 0));

    // P1 asks for more, everybody gets five minutes, and the wish is off the list.
    kit('P1').actions.askForTime();
    await settle(1000);
    expect(namesOf(state('Ana'), timeAskers(state('Ana')))).toEqual(['P1']);
    const shorter = left();
    kit('Ana').actions.addTime({ ms: 5 * MINUTE });
    await settle(1000);
    agree();
    left().forEach((now, at) => expect(now).toBeGreaterThan((shorter[at] ?? 0) + 4.9 * MINUTE));
    expect(timeAskers(state('Ana'))).toEqual([]);
    for (const name of everybody) expect(state(name).round.phase, name).toBe('open');
  });

  test('pain 22: when the time is up nobody is cut off: a grace counts down, in it more time takes the end back, and without it all are brought home', async () => {
    const people = await inRooms(2, { ...service.options, count: 6 });
    const { kit, state, meeting, settle } = people;
    kit('Ana').actions.setTimeLeft({ ms: MINUTE });
    await settle(MINUTE + 5000);
    for (const name of people.names) expect(state(name).round.phase, name).toBe('closing');
    for (const name of people.names.slice(1)) expect(roomsOf(meeting, name), name).toHaveLength(1);
    kit('Ana').actions.addTime({ ms: MINUTE });
    await settle(40_000);
    for (const name of people.names) expect(state(name).round.phase, name).toBe('open');
    for (const name of people.names.slice(1))
      expect(state(name).self, name).toMatchObject({ at: 'in-room', recallAt: null });
    await settle(30_000);
    expect(state('P1').round.phase).toBe('closing');
    await settle(30_000);
    for (const name of people.names.slice(1)) {
      expect(roomsOf(meeting, name), name).toEqual([]);
      expect(soundOf(meeting, name), name).toMatchObject({
        mainSilenced: false,
        streams: [{ silent: false }],
      });
    }
  });

  test('pain 22: the end of the rooms can be taken back in the middle of the grace, by the moderator alone', async () => {
    const people = await inRooms(1, { ...service.options, count: 3 });
    const { kit, state, settle, meeting } = people;
    void kit('Ana').actions.endRooms();
    await settle(20_000);
    expect(state('P1').self.recallAt).not.toBeNull();
    expect((await kit('P1').actions.keepRoomsOpen()).ok).toBe(false);
    void kit('Ana').actions.keepRoomsOpen();
    await settle(60_000);
    expect(state('Ana').round.phase).toBe('open');
    for (const name of ['P1', 'P2', 'P3']) expect(roomsOf(meeting, name), name).toHaveLength(1);
    expect(state('P1').self.recallAt).toBeNull();
  });
});

test.each(SILENT)(
  'pain 22: with $name a participant is promised no time that nobody tells them',
  async ({ options }) => {
    const people = await inRooms(1, { ...options, count: 3 });
    const { kit, state, settle } = people;
    kit('Ana').actions.setTimeLeft({ ms: MINUTE });
    await settle(1000);
    expect(timeView(state('P1'))).toMatchObject({ endsAt: null, canAsk: false });
    kit('P1').actions.askForTime();
    await settle(1000);
    expect(timeAskers(state('Ana'))).toEqual([]);
  },
);
