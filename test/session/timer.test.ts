// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { timeView } from '../../src/state/view/live.js';
import { inRooms } from './given.js';
import { meet, PROFILES, type KitMeeting } from './meeting.js';

const MINUTE = 60_000;
const GRACE = 30_000;
const LATENCY = 200;

/** Rooms of so many minutes, with everybody in them. */
async function timed(minutes: number | null, options: Parameters<typeof meet>[0] = {}) {
  const people = await meet({ count: 3, ...options });
  people.kit('Ana').actions.setRoomCount(1);
  people.kit('Ana').actions.setMinutes(minutes);
  void people.kit('Ana').actions.openRooms();
  await people.settle();
  for (const name of people.names.slice(1)) void people.kit(name).actions.acceptInvite();
  await people.settle(3000);
  return people;
}
const ends = ({ state }: KitMeeting, name: string) => timeView(state(name)).endsAt;
const phases = ({ state, names }: KitMeeting) => names.map((name) => state(name).round.phase);
const places = ({ state, names }: KitMeeting) => names.slice(1).map((name) => state(name).self.at);

describe.each(PROFILES.filter((profile) => profile !== 'guide'))('build %s', (profile) => {
  test('everybody has the same deadline, and is back in main a grace after it', async () => {
    const people = await timed(5, { profile });
    const { settle, names } = people;
    const own = ends(people, 'Ana') ?? 0;
    for (const name of names) expect(Math.abs((ends(people, name) ?? 0) - own)).toBeLessThanOrEqual(LATENCY);
    await settle(5 * MINUTE - 6000);
    expect(new Set(phases(people))).toEqual(new Set(['open']));
    await settle(3000);
    expect(new Set(phases(people))).toEqual(new Set(['closing']));
    expect(new Set(places(people))).toEqual(new Set(['in-room']));
    await settle(GRACE + 5000);
    expect(new Set(places(people))).toEqual(new Set(['main']));
    expect(new Set(phases(people))).toEqual(new Set(['closed']));
  });

  test('more time reaches every kit, while open and while the timer closes the rooms', async () => {
    const people = await timed(1, { profile });
    const { kit, settle, names, state } = people;
    const before = ends(people, 'P1') ?? 0;
    kit('Ana').actions.addTime({ ms: MINUTE });
    await settle(500);
    for (const name of names)
      expect(Math.abs((ends(people, name) ?? 0) - before - MINUTE)).toBeLessThanOrEqual(LATENCY);
    await settle(2 * MINUTE);
    expect(state('P1').round.phase).toBe('closing');
    kit('Ana').actions.addTime({ ms: 5 * MINUTE });
    await settle(500);
    expect(new Set(phases(people))).toEqual(new Set(['open']));
    expect(state('P1').self.recallAt).toBeNull();
    await settle(60_000);
    expect(new Set(places(people))).toEqual(new Set(['in-room']));
  });
});

test('without kits that talk a round has no timer that could be changed, and its people are not forgotten', async () => {
  const people = await inRooms(1, { profile: 'guide', count: 2 });
  const { kit, state, settle } = people;
  expect(ends(people, 'P1')).toBeNull();
  kit('Ana').actions.setTimeLeft({ ms: 5000 });
  await settle(40_000);
  expect(state('Ana').round.phase).toBe('closed');
  expect(state('P1').self.at).toBe('main');
});

test('where neither kits talk nor the service calls back no time is promised: the rooms stay open', async () => {
  const people = await timed(1, { faults: { kind: 'missing', call: 'sendUserData' } });
  const { kit, settle, state } = people;
  expect(ends(people, 'Ana')).toBeNull();
  kit('Ana').actions.addTime({ ms: 1000 });
  kit('Ana').actions.setTimeLeft({ ms: 1000 });
  await settle(5 * MINUTE);
  expect(state('Ana').round.phase).toBe('open');
  expect(new Set(places(people))).toEqual(new Set(['in-room']));
});

test('time that is added does not take back what a moderator ended', async () => {
  const people = await timed(10);
  const { kit, settle, state } = people;
  void kit('Ana').actions.endRooms();
  await settle(1000);
  kit('Ana').actions.addTime({ ms: MINUTE });
  await settle(1000);
  expect(new Set(phases(people))).toEqual(new Set(['closing']));
  await settle(GRACE + 5000);
  expect(state('P1').self.at).toBe('main');
});

test('with the moderators gone each kit brings its own person back when the time and the grace are over', async () => {
  const people = await timed(2);
  people.meeting.person('Ana').dropOff();
  await people.settle(2 * MINUTE + GRACE - 6000);
  expect(new Set(places(people))).toEqual(new Set(['in-room']));
  await people.settle(10_000);
  expect(new Set(places(people))).toEqual(new Set(['main']));
});

test.each([-1, 1])(
  'a wall clock that jumps by %i h changes nothing about the time that is left',
  async (hours) => {
    const people = await timed(5);
    const before = ends(people, 'P1');
    const wall = people.clock.wall.bind(people.clock);
    Object.assign(people.clock, { wall: () => wall() + hours * 60 * MINUTE });
    await people.settle(2 * MINUTE);
    expect(ends(people, 'P1')).toBe(before);
    expect(new Set(phases(people))).toEqual(new Set(['open']));
  },
);

test('a page that slept through the end brings its person back when it wakes, once', async () => {
  const people = await timed(1);
  const { clock, state } = people;
  // Everything that fell due meanwhile comes at once, as in a tab that was frozen.
  clock.advance(10 * MINUTE);
  await people.settle(10_000);
  expect(new Set(places(people))).toEqual(new Set(['main']));
  expect(state('Ana').record.filter(({ what }) => what === 'closed')).toHaveLength(1);
});

test('who comes late sees the time that is left, not the whole', async () => {
  const people = await timed(10);
  await people.settle(6 * MINUTE);
  people.meeting.join({ name: 'Eve', userRef: 'ref-Eve' });
  people.giveKit('Eve');
  await people.settle(3000);
  expect(Math.abs((ends(people, 'Eve') ?? 0) - (ends(people, 'Ana') ?? 0))).toBeLessThanOrEqual(LATENCY);
});

test('a round without minutes has no end, until a moderator gives it one', async () => {
  const people = await timed(null);
  for (const name of people.names) expect(ends(people, name)).toBeNull();
  await people.settle(60 * MINUTE);
  expect(new Set(phases(people))).toEqual(new Set(['open']));
  people.kit('Ana').actions.addTime({ ms: 5 * MINUTE });
  await people.settle(500);
  for (const name of people.names)
    expect(Math.abs((ends(people, name) ?? 0) - people.clock.now() - 5 * MINUTE)).toBeLessThan(1000);
  people.kit('Ana').actions.setTimeLeft({ ms: null });
  await people.settle(500);
  for (const name of people.names) expect(ends(people, name)).toBeNull();
});

test('the end of the meeting is told apart from the end of the round', async () => {
  const people = await timed(5);
  people.meeting.announceEnd(10);
  await people.settle(500);
  for (const name of people.names) {
    const { endsAt, meetingEndsAt } = timeView(people.state(name));
    expect((meetingEndsAt ?? 0) - (endsAt ?? 0)).toBeGreaterThan(4 * MINUTE);
  }
});

test('asking for more time is one wish, answered by more time', async () => {
  const people = await timed(5);
  const { kit, state, settle } = people;
  kit('P1').actions.askForTime();
  kit('P1').actions.askForTime();
  await settle(500);
  expect(state('Ana').timeAsks.size).toBe(1);
  kit('Ana').actions.addTime({ ms: MINUTE });
  await settle(500);
  expect(state('Ana').timeAsks.size).toBe(0);
  expect(state('P1').self.askedTimeAt).toBeNull();
});
