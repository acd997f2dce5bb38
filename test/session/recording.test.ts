// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { RecordLine } from '../../src/state/types.js';
import { recordPeople } from '../../src/state/view/record.js';
import { inRooms, keyOf, opened } from './given.js';
import { SERVICES } from '../pains/services.js';
import { meet, type KitMeeting } from './meeting.js';

/** What Ana's kit wrote down, in short. */
const short = ({ what, name, roomNumber }: RecordLine) =>
  [name ?? 'all', what, ...(roomNumber === null ? [] : [roomNumber])].join(' ');
const recorded = ({ state }: Pick<KitMeeting, 'state'>, of = 'Ana') => state(of).record.map(short);
const about = (people: Pick<KitMeeting, 'state'>, name: string) =>
  recorded(people).filter((line) => line.startsWith(`${name} `));
const NEVER_TWICE = (lines: readonly RecordLine[]) =>
  new Set(lines.map((line) => JSON.stringify([line.at, short(line)]))).size === lines.length;

describe.each(SERVICES)('$name', ({ options }) => {
  test('a round is written down once for each fact: asked, joined, left, over', async () => {
    const people = await inRooms(1, { ...options, count: 3 });
    const { kit, state, settle } = people;
    const number = 1;
    void kit('P1').actions.returnToMain();
    await settle(6000);
    void kit('Ana').actions.endRooms();
    await settle(45_000);
    expect(recorded(people)[0]).toBe('all opened');
    expect(about(people, 'all')).toEqual(['all opened', 'all closed']);
    for (const name of ['P1', 'P2', 'P3'])
      expect(about(people, name).filter((line) => !line.endsWith(`left ${String(number)}`))).toEqual([
        `${name} invited ${String(number)}`,
        `${name} joined ${String(number)}`,
      ]);
    expect(about(people, 'P1').at(-1)).toBe('P1 left 1');
    expect(NEVER_TWICE(state('Ana').record)).toBe(true);
    expect(new Set(state('Ana').record.map(({ round }) => round))).toEqual(new Set([1]));
  });

  test('who declines is written down where anybody hears of it, and who does not answer everywhere', async () => {
    const people = await opened(1, { ...options, count: 3 });
    const { kit, state, settle } = people;
    void kit('P1').actions.declineInvite();
    await settle(3000);
    const isHeard = state('Ana').capabilities.wire || state('Ana').capabilities.decline;
    await settle(70_000);
    expect(about(people, 'P1')).toEqual(['P1 invited 1', isHeard ? 'P1 declined 1' : 'P1 no-answer 1']);
    expect(about(people, 'P2')).toEqual(['P2 invited 1', 'P2 no-answer 1']);
  });

  test('who reloads in a room has left it, and joins it again', async () => {
    const people = await inRooms(1, { ...options, count: 3 });
    const { meeting, giveKit, kit, settle } = people;
    meeting.person('P1').reload();
    giveKit('P1');
    await settle(5000);
    void kit('P1').actions.acceptInvite();
    await settle(5000);
    expect(about(people, 'P1')).toEqual([
      'P1 invited 1',
      'P1 joined 1',
      'P1 left 1',
      'P1 invited 1',
      'P1 joined 1',
    ]);
  });
});

test('how sure it is that somebody joined is what is known in the end, and still one line', async () => {
  const people = await inRooms(1, { count: 2, withoutKit: ['P2'] });
  const { meeting, state, settle } = people;
  meeting.person('P2').accept(meeting.rooms()[0]?.id);
  await settle(3000);
  const joined = state('Ana').record.filter(({ what }) => what === 'joined');
  expect(joined.map(({ name, evidence }) => [name, evidence])).toEqual([
    ['P1', 'told'],
    ['P2', 'inferred'],
  ]);
});

test('coming, going, moving, asking for help and visiting are written down', async () => {
  const people = await inRooms(2, { count: 4 });
  const { meeting, kit, giveKit, state, settle } = people;
  const ana = state('Ana');
  const p1 = keyOf(ana, 'P1');
  const [first, second] = ana.plan.rooms.map(({ key }) => key);
  const from = ana.plan.seats.get(p1);
  const to = (from === first ? second : first) ?? '';
  const number = (key: string | undefined) => String(ana.rooms.get(key ?? '')?.number);
  meeting.join('Eve');
  giveKit('Eve');
  await settle();
  kit('P1').actions.askForHelp();
  await settle();
  kit('Ana').actions.movePeople({ people: [p1], to });
  await settle(30_000);
  void kit('Ana').actions.visitRoom({ roomKey: to });
  await settle(5000);
  meeting.leave('Eve');
  await settle(5000);
  kit('Ana').actions.movePeople({ people: [p1], to: 'main' });
  await settle(30_000);
  expect(about(people, 'P1').slice(2)).toEqual([
    `P1 asked-help ${number(from)}`,
    `P1 moved ${number(to)}`,
    `P1 invited ${number(to)}`,
    `P1 left ${number(from)}`,
    `P1 joined ${number(to)}`,
    'P1 moved',
    `P1 left ${number(to)}`,
  ]);
  expect(about(people, 'Eve')).toEqual(['Eve came', 'Eve went']);
  expect(about(people, 'Ana')).toEqual([`Ana joined ${number(to)}`]);
});

test('a room is written down by the name it had then', async () => {
  const { kit, state, settle } = await inRooms(1, { count: 2 });
  const roomKey = state('Ana').plan.rooms[0]?.key ?? '';
  kit('Ana').actions.renameRoom({ roomKey, name: 'Pricing' });
  await settle(500);
  void kit('P1').actions.returnToMain();
  await settle(5000);
  const names = state('Ana').record.map(({ what, name, roomName }) => [what, name, roomName]);
  expect(names).toContainEqual(['joined', 'P1', null]);
  expect(names).toContainEqual(['left', 'P1', 'Pricing']);
});

test('a person who is gone for good left when their connection did, not when their place was given up', async () => {
  const { meeting, state, settle, clock } = await inRooms(1, { count: 3 });
  const gone = clock.wall();
  meeting.person('P1').dropOff();
  await settle(70_000);
  const lines = state('Ana').record.filter(
    ({ name, what }) => name === 'P1' && ['left', 'went'].includes(what),
  );
  expect(lines.map(({ what }) => what)).toEqual(['left', 'went']);
  for (const { at } of lines) expect(Math.abs(at - gone)).toBeLessThan(500);
});

test('a burst that nothing waits for is written down as well, as soon as it is drawn', async () => {
  const { kit, state, settle } = await inRooms(1, { count: 3 });
  for (const name of ['P1', 'P2', 'P3']) void kit(name).actions.returnToMain();
  await settle(8000);
  const left = state('Ana').record.filter(({ what }) => what === 'left');
  expect(new Set(left.map(({ name }) => name))).toEqual(new Set(['P1', 'P2', 'P3']));
  expect(left).toHaveLength(3);
});

test('participants keep no record, and whoever moderates from now on keeps one from now on', async () => {
  const people = await inRooms(1, { count: 3 });
  const { meeting, kit, state, settle } = people;
  expect(state('P1').record).toEqual([]);
  meeting.person('Ana').setRole('participant');
  await settle(500);
  const before = state('Ana').record;
  void kit('P2').actions.returnToMain();
  await settle(5000);
  expect(state('Ana').record).toBe(before);
  meeting.person('Ana').setRole('moderator');
  await settle(5000);
  expect(recorded(people).filter((line) => line === 'all opened')).toHaveLength(1);
  expect(about(people, 'P2').at(-1)).toBe('P2 left 1');
});

test('two rounds are told apart, and each person has their rooms, rounds and minutes', async () => {
  const people = await inRooms(1, { count: 2 });
  const { kit, state, settle } = people;
  await settle(60_000);
  void kit('Ana').actions.closeNow();
  await settle(5000);
  kit('Ana').actions.planAgain();
  void kit('Ana').actions.openRooms();
  await settle(2000);
  void kit('P1').actions.acceptInvite();
  await settle(120_000);
  void kit('Ana').actions.closeNow();
  await settle(5000);
  const [p1, p2] = ['P1', 'P2'].map((name) =>
    recordPeople(state('Ana')).find((person) => person.name === name),
  );
  expect(p1?.rounds).toEqual([1, 2]);
  expect(p2?.rounds).toEqual([1]);
  expect(p1?.stays.map(({ to }) => to === null)).toEqual([false, false]);
  const minutes = (ms = 0) => Math.round(ms / 60_000);
  expect(p1?.stays.map(({ ms }) => minutes(ms))).toEqual([1, 2]);
  expect(minutes(p2?.ms)).toBe(1);
  expect(p2?.noAnswer).toBe(1);
  kit('Ana').actions.clearRecord();
  expect(state('Ana').record).toEqual([]);
});

test('a moderator who comes in the middle writes down when people really joined, as far as the others know', async () => {
  const people = await meet({
    people: [
      { name: 'Ana', role: 'moderator' },
      { name: 'Mo', role: 'moderator', present: false },
      { name: 'P1' },
      { name: 'P2' },
    ],
    withoutKit: ['Mo'],
  });
  const { kit, meeting, giveKit, state, settle } = people;
  kit('Ana').actions.setRoomCount(1);
  void kit('Ana').actions.openRooms();
  await settle();
  for (const name of ['P1', 'P2']) void kit(name).actions.acceptInvite();
  await settle(60_000);
  meeting.join('Mo');
  giveKit('Mo');
  await settle(10_000);
  expect(recorded(people, 'Mo').filter((line) => line === 'all opened')).toHaveLength(1);
  expect(NEVER_TWICE(state('Mo').record)).toBe(true);
  const joined = state('Mo').record.filter(({ what }) => what === 'joined');
  expect(new Set(joined.map(({ name }) => name))).toEqual(new Set(['P1', 'P2']));
});

test('a clock that is put back or forward by an hour makes nobody stay for less than no time', async () => {
  const { kit, state, settle, clock } = await inRooms(1, { count: 2 });
  let jump = -3_600_000;
  const wall = clock.wall.bind(clock);
  Object.assign(clock, { wall: () => wall() + jump });
  void kit('P1').actions.returnToMain();
  await settle(5000);
  jump = 3_600_000;
  void kit('P2').actions.returnToMain();
  await settle(5000);
  const people = recordPeople(state('Ana'));
  for (const { ms, stays } of people) {
    expect(ms).toBeGreaterThanOrEqual(0);
    for (const stay of stays) expect(stay.ms).toBeGreaterThanOrEqual(0);
  }
  expect(people.map(({ stays }) => stays.length)).toContain(1);
});
