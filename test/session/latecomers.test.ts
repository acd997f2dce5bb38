// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { latecomers } from '../../src/state/view/late.js';
import { inviteView } from '../../src/state/view/self.js';
import type { LatePolicy } from '../../src/state/types.js';
import { inRooms, keyOf, opened, placeOf } from './given.js';
import { SERVICES } from '../pains/services.js';
import type { KitMeeting } from './meeting.js';

const late = ({ state }: KitMeeting, of = 'Ana') =>
  latecomers(state(of)).map((key) => state(of).people.get(key)?.name);
const arrives = ({ meeting, giveKit }: KitMeeting, name: string, role?: 'moderator' | 'audience') => {
  meeting.join(role ? { name, role, userRef: `ref-${name}` } : { name, userRef: `ref-${name}` });
  giveKit(name);
};
/** Rooms are open, and this is to become of people who come now. */
async function withPolicy(policy: LatePolicy, options: Parameters<typeof inRooms>[1] = {}) {
  const people = await inRooms(2, options);
  people.kit('Ana').actions.setLate(policy);
  await people.settle();
  return people;
}

describe.each(SERVICES)('$name', ({ options }) => {
  test('ask: whoever comes waits for a moderator, who gives them the smallest room', async () => {
    const people = await withPolicy('ask', { ...options, count: 5 });
    const { kit, state, settle } = people;
    arrives(people, 'Eve');
    await settle();
    expect(late(people)).toEqual(['Eve']);
    expect(inviteView(state('Eve'))).toBeNull();
    expect(kit('Ana').actions.placeLate({ how: 'fill' }).moved).toHaveLength(1);
    await settle();
    expect(late(people)).toEqual([]);
    expect(inviteView(state('Eve'))).not.toBeNull();
    const ana = state('Ana');
    const sizes = ana.plan.rooms.map(
      ({ key }) => [...ana.plan.seats.values()].filter((room) => room === key).length,
    );
    expect(sizes).toEqual([3, 3]);
  });

  test('fill: several at once find seats one after the other, the smallest room first', async () => {
    const people = await withPolicy('fill', { ...options, count: 5 });
    for (const name of ['Eve', 'Fay', 'Gil']) arrives(people, name);
    await people.settle();
    const ana = people.state('Ana');
    const sizes = ana.plan.rooms.map(
      ({ key }) => [...ana.plan.seats.values()].filter((room) => room === key).length,
    );
    expect(sizes).toEqual([4, 4]);
    for (const name of ['Eve', 'Fay', 'Gil']) expect(inviteView(people.state(name))).not.toBeNull();
  });

  test('former: who was in a room and comes back too late for their place is asked to it again', async () => {
    const people = await withPolicy('former', { ...options, count: 4 });
    const { meeting, state, settle } = people;
    const p1 = keyOf(state('Ana'), 'P1');
    const room = state('Ana').plan.seats.get(p1);
    meeting.person('P1').dropOff();
    await settle(90_000);
    expect(state('Ana').people.has(p1)).toBe(false);
    arrives(people, 'Eve');
    meeting.join('P1');
    people.giveKit('P1');
    await settle(4000);
    expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'invited', roomKey: room });
    expect(inviteView(state('P1'))).not.toBeNull();
    // Of somebody new no room is known.
    expect(late(people)).toEqual(['Eve']);
  });

  test('main: whoever comes stays in main, and is nobody to be asked about', async () => {
    const people = await withPolicy('main', { ...options, count: 4 });
    arrives(people, 'Eve');
    await people.settle();
    expect(late(people)).toEqual([]);
    expect(people.state('Ana').plan.staying.has(keyOf(people.state('Ana'), 'Eve'))).toBe(true);
    expect(inviteView(people.state('Eve'))).toBeNull();
  });

  test('a connection that breaks and comes back makes nobody late who was here', async () => {
    const people = await withPolicy('fill', { ...options, count: 5 });
    const { meeting, kit, settle, state } = people;
    void kit('P1').actions.returnToMain();
    await settle(6000);
    const before = state('Ana').plan.seats;
    meeting.person('Ana').cutNetwork();
    await settle(3000);
    meeting.person('Ana').restoreNetwork();
    await settle(8000);
    expect(late(people)).toEqual([]);
    expect(state('Ana').plan.seats).toEqual(before);
    expect(inviteView(state('P1'))).toBeNull();
  });
});

test('a moderator or somebody of the audience is never late', async () => {
  const people = await withPolicy('fill', { count: 4 });
  arrives(people, 'Mo', 'moderator');
  arrives(people, 'Viv', 'audience');
  await people.settle(4000);
  expect(late(people)).toEqual([]);
  for (const name of ['Mo', 'Viv']) expect(inviteView(people.state(name))).toBeNull();
});

test('where no seat is free people are left for the moderator, and nobody is put into a full room', async () => {
  const people = await withPolicy('fill', { count: 6, maxActiveTalkers: 4 });
  arrives(people, 'Eve');
  arrives(people, 'Fay');
  await people.settle();
  expect(late(people)).toEqual(['Eve', 'Fay']);
  expect(people.kit('Ana').actions.placeLate({ how: 'fill' })).toMatchObject({ moved: [], full: true });
});

test('a former room that is full by now is not forced: the moderator is asked', async () => {
  const people = await withPolicy('ask', { count: 6, maxActiveTalkers: 4 });
  const { meeting, kit, state, settle } = people;
  const room = state('Ana').plan.seats.get(keyOf(state('Ana'), 'P1'));
  meeting.person('P1').dropOff();
  await settle(90_000);
  arrives(people, 'Eve');
  await settle();
  kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'Eve')], to: room ?? '' });
  kit('Ana').actions.setLate('former');
  meeting.join('P1');
  people.giveKit('P1');
  await settle(5000);
  expect(inviteView(state('P1'))).toBeNull();
  expect(late(people)).toEqual(['P1']);
});

test('a policy chosen while people wait counts for them at once', async () => {
  const people = await withPolicy('ask', { count: 4 });
  arrives(people, 'Eve');
  await people.settle();
  people.kit('Ana').actions.setLate('fill');
  await people.settle();
  expect(inviteView(people.state('Eve'))).not.toBeNull();
});

test('people who stay in main on purpose, and those without a seat who were here, are left alone', async () => {
  const people = await opened(1, { count: 4 });
  const { meeting, kit, giveKit, state, settle } = people;
  kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'P1')], to: 'main' });
  kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'P2')], to: 'none' });
  kit('Ana').actions.setLate('fill');
  await settle();
  meeting.person('P1').reload();
  giveKit('P1');
  await settle(5000);
  expect(late(people)).toEqual([]);
  expect(inviteView(state('P1'))).toBeNull();
  expect(inviteView(state('P2'))).toBeNull();
});

test('who was placed late, came back to main and stays there is not called a second time', async () => {
  const people = await withPolicy('fill', { count: 4 });
  const { kit, state, settle } = people;
  arrives(people, 'Eve');
  await settle();
  void kit('Eve').actions.acceptInvite();
  await settle(5000);
  void kit('Eve').actions.returnToMain();
  await settle(5000);
  arrives(people, 'Fay');
  await settle(5000);
  expect(inviteView(state('Eve'))).toBeNull();
  expect(inviteView(state('Fay'))).not.toBeNull();
});

test('a moderator who is one no more places nobody', async () => {
  const people = await withPolicy('fill', { count: 4 });
  people.meeting.person('Ana').setRole('participant');
  await people.settle(500);
  arrives(people, 'Eve');
  await people.settle(4000);
  expect(inviteView(people.state('Eve'))).toBeNull();
});

test('of two moderators one places, once', async () => {
  const people = await withPolicy('fill', {
    people: [
      { name: 'Ana', role: 'moderator' },
      { name: 'Mo', role: 'moderator' },
      { name: 'P1' },
      { name: 'P2' },
      { name: 'P3' },
      { name: 'P4' },
    ],
  });
  arrives(people, 'Eve');
  await people.settle(4000);
  const calls = people.state('Ana').record.filter(({ name, what }) => name === 'Eve' && what === 'invited');
  expect(calls).toHaveLength(1);
  expect(placeOf(people.state('Mo'), 'Eve')).toMatchObject({ at: 'invited' });
});

test('nobody is placed into rooms that are closing', async () => {
  const people = await withPolicy('fill', { count: 4 });
  void people.kit('Ana').actions.endRooms();
  await people.settle(500);
  arrives(people, 'Eve');
  await people.settle(4000);
  expect(inviteView(people.state('Eve'))).toBeNull();
});
