// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { inviteView } from '../../src/state/view/self.js';
import { inRooms, keyOf, opened, placeOf } from './given.js';
import { SILENT, TALKING } from '../pains/services.js';
import type { KitMeeting } from './meeting.js';

const NOTICE = 20_000;
const roomOf = ({ state }: KitMeeting, name: string) =>
  state('Ana').plan.seats.get(keyOf(state('Ana'), name)) ?? '';
const sameRoom = (people: KitMeeting, name: string) =>
  people.names.filter((other) => other !== 'Ana' && roomOf(people, other) === roomOf(people, name));

test.each(SILENT)(
  '$name: nobody could be told that one room closes, so nothing is changed, and it is said',
  async ({ options }) => {
    const people = await inRooms(2, { ...options, count: 4 });
    const roomKey = roomOf(people, 'P1');
    expect(await people.kit('Ana').actions.closeRoom({ roomKey })).toMatchObject({
      failure: { kind: 'not-supported' },
    });
    await people.settle(30_000);
    expect(roomOf(people, 'P1')).toBe(roomKey);
    expect(people.state('P1').self.at).toBe('in-room');
  },
);

describe.each(TALKING)('$name', ({ options }) => {
  test('one room is closed: its people come back after the notice, the others stay', async () => {
    const people = await inRooms(2, { ...options, count: 4 });
    const { kit, meeting, state, settle } = people;
    const closing = sameRoom(people, 'P1');
    const roomKey = roomOf(people, 'P1');
    expect(await kit('Ana').actions.closeRoom({ roomKey })).toEqual({ ok: true });
    await settle(NOTICE - 1000);
    for (const name of closing) expect(state(name).self.at).toBe('in-room');
    await settle(6000);
    for (const name of people.names.slice(1))
      expect(state(name).self.at).toBe(closing.includes(name) ? 'main' : 'in-room');
    for (const name of closing) expect(placeOf(state('Ana'), name)).toEqual({ at: 'main' });
    expect(state('Ana').round.phase).toBe('open');
    // It is filled again: the service's room died, another one is made under its number.
    kit('Ana').actions.movePeople({ people: closing.map((name) => keyOf(state('Ana'), name)), to: roomKey });
    await settle(NOTICE + 6000);
    for (const name of closing) expect(state(name).self).toMatchObject({ at: 'in-room' });
    expect(meeting.rooms().filter(({ alive }) => alive)).toHaveLength(2);
  });
});

test('invitations to a room that is closed end in words', async () => {
  const people = await opened(1, { count: 2 });
  const { kit, state, settle } = people;
  await kit('Ana').actions.closeRoom({ roomKey: roomOf(people, 'P1') });
  await settle();
  expect(inviteView(state('P1'))).toBeNull();
  expect(state('P1').notices.map(({ text }) => text)).toContain('invite-withdrawn');
});

test.each([
  ['during the notice', 5000],
  ['after the people came back', 30_000],
])('closing a room is undone %s: seats are back, and people are in it', async (_, after) => {
  const people = await inRooms(2, { count: 4 });
  const { kit, state, settle } = people;
  const closing = sameRoom(people, 'P1');
  const roomKey = roomOf(people, 'P1');
  await kit('Ana').actions.closeRoom({ roomKey });
  await settle(after);
  kit('Ana').actions.undo();
  expect(sameRoom(people, 'P1')).toEqual(closing);
  await settle(60_000);
  for (const name of closing) {
    expect(state(name).self).toMatchObject({ at: 'in-room', recallAt: null });
    expect(placeOf(state('Ana'), name)).toMatchObject({ at: 'in-room', roomKey });
  }
});

test('only the moderator who runs the rooms closes one, and none that is not there', async () => {
  const people = await inRooms(1, { count: 3 });
  const { kit } = people;
  expect(await kit('P1').actions.closeRoom({ roomKey: roomOf(people, 'P1') })).toMatchObject({ ok: false });
  expect(await kit('Ana').actions.closeRoom({ roomKey: 'nowhere' })).toMatchObject({
    failure: { kind: 'room-gone' },
  });
});

test('whoever was moved from the room before it closed goes where they were moved', async () => {
  const people = await inRooms(2, { count: 6 });
  const { kit, state, settle } = people;
  const from = roomOf(people, 'P1');
  const to = state('Ana').plan.rooms.find(({ key }) => key !== from)?.key ?? '';
  kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'P1')], to });
  await settle(1000);
  await kit('Ana').actions.closeRoom({ roomKey: from });
  await settle(40_000);
  expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'in-room', roomKey: to });
});
