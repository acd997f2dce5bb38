// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Fired } from '../../src/simulator.js';
import { LIMITS } from '../../src/state/deadlines.js';
import { inviteView } from '../../src/state/view/self.js';
import { inRooms, keyOf, opened, placeOf } from './given.js';
import { SERVICES } from '../pains/services.js';
import type { KitMeeting } from './meeting.js';

/** A meeting that counts who is asked, and to which room. */
async function watched(rooms: number, options: Parameters<typeof inRooms>[1] = {}) {
  const asked: { who: string; roomId: unknown }[] = [];
  const onEvent = ({ person, event }: Fired) => {
    if (!['join-breakout-room', 'breakout-room-joining'].includes(event.type)) return;
    const { room_id: roomId } = event['message'] as { room_id?: unknown };
    asked.push({ who: person.replace('ref-', ''), roomId });
  };
  const people = await inRooms(rooms, { ...options, onEvent });
  asked.splice(0);
  return { ...people, asked };
}
const roomOfPerson = ({ meeting }: KitMeeting, name: string) =>
  meeting.rooms().find(({ members }) => members.some((id) => meeting.person(id).name === name));

/** Loads somebody's page anew, with a kit in it or without. */
const reload = ({ meeting, giveKit }: KitMeeting, name: string, withKit = true) => {
  meeting.person(name).reload();
  if (withKit) giveKit(name);
};

describe.each(SERVICES)('$name', ({ options }) => {
  test('who reloads in a room is asked back to it exactly once, and may join again', async () => {
    const people = await watched(2, { ...options, count: 6 });
    const { asked, state, kit, settle } = people;
    const before = roomOfPerson(people, 'P1');
    reload(people, 'P1');
    await settle(LIMITS.wire - 200);
    expect(asked).toEqual([]);
    await settle(5000);
    expect(asked).toEqual([{ who: 'P1', roomId: before?.id }]);
    expect(inviteView(state('P1'))).toMatchObject({ kind: 'invite', aside: false });
    expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'invited' });
    expect(state('P1').self.left).toBeNull();
    await settle(30_000);
    expect(asked).toHaveLength(1);
    void kit('P1').actions.acceptInvite();
    await settle(5000);
    expect(roomOfPerson(people, 'P1')?.id).toBe(before?.id);
    expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'in-room' });
  });

  test('whoever has no kit is asked back as well', async () => {
    const people = await watched(1, { ...options, count: 4 });
    reload(people, 'P2', false);
    await people.settle(5000);
    expect(people.asked.map(({ who }) => who)).toEqual(['P2']);
  });

  test('who stays in main is not asked again, however long it takes', async () => {
    const people = await watched(1, { ...options, count: 4 });
    const { asked, kit, state, settle } = people;
    reload(people, 'P1');
    await settle(5000);
    void kit('P1').actions.declineInvite();
    await settle(120_000);
    expect(asked).toHaveLength(1);
    expect(state('P1').self.at).toBe('main');
    expect(inviteView(state('P1'))).toBeNull();
  });

  test('a kit that lost its network and goes back by itself is not asked', async () => {
    const people = await watched(1, { ...options, count: 4 });
    const { asked, meeting, state, settle } = people;
    meeting.person('P1').cutNetwork();
    await settle(8000);
    expect(state('Ana').people.get(keyOf(state('Ana'), 'P1'))?.awayUntil).not.toBeNull();
    meeting.person('P1').restoreNetwork();
    await settle(20_000);
    expect(state('P1').self.at).toBe('in-room');
    expect(roomOfPerson(people, 'P1')).toBeDefined();
    expect(asked).toEqual([]);
    expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'in-room' });
  });

  test('who went back to main before they reloaded is not called again', async () => {
    const people = await watched(1, { ...options, count: 4 });
    const { asked, kit, settle } = people;
    void kit('P1').actions.returnToMain();
    await settle(6000);
    reload(people, 'P1');
    await settle(90_000);
    expect(asked).toEqual([]);
  });

  test('nobody is asked into rooms that are closing', async () => {
    const people = await watched(1, { ...options, count: 4 });
    const { asked, kit, settle, state } = people;
    reload(people, 'P1');
    await settle(500);
    void kit('Ana').actions.endRooms();
    await settle(20_000);
    expect(asked).toEqual([]);
    expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'main' });
  });

  test('each return is asked about once: after a second reload again, after none not', async () => {
    const people = await watched(1, { ...options, count: 4 });
    const { asked, kit, settle } = people;
    reload(people, 'P1');
    await settle(5000);
    void kit('P1').actions.acceptInvite();
    await settle(5000);
    reload(people, 'P1');
    await settle(60_000);
    expect(asked).toHaveLength(2);
  });

  test('a room that died with their page is made again for them', async () => {
    const people = await watched(2, { ...options, count: 2 });
    const { asked, kit, state, settle } = people;
    const before = roomOfPerson(people, 'P1');
    reload(people, 'P1');
    await settle(6000);
    expect(asked.map(({ who }) => who)).toEqual(['P1']);
    expect(asked[0]?.roomId).not.toBe(before?.id);
    void kit('P1').actions.acceptInvite();
    await settle(5000);
    expect(state('P1').self.at).toBe('in-room');
    expect(roomOfPerson(people, 'P1')?.id).toBe(asked[0]?.roomId);
  });
});

test('who reloads with an unanswered invitation finds it again', async () => {
  const { kit, state, settle, ...rest } = await opened(1, { count: 3 });
  expect(inviteView(state('P1'))).not.toBeNull();
  reload({ kit, state, settle, ...rest }, 'P1');
  await settle(LIMITS.wire + 500);
  expect(inviteView(state('P1'))).toMatchObject({ kind: 'invite' });
});

test('somebody who was moved while they were away is asked to the new room, and not to one that was closed', async () => {
  const people = await watched(2, { count: 6 });
  const { asked, kit, meeting, state, settle, giveKit } = people;
  const ana = state('Ana');
  const [first, second] = ana.plan.rooms.map(({ key }) => key);
  const p1 = keyOf(ana, 'P1');
  const other = ana.plan.seats.get(p1) === first ? second : first;
  const neighbour = [...ana.plan.seats].find(([key, room]) => room !== other && key !== p1)?.[0] ?? '';
  const name = ana.people.get(neighbour)?.name ?? '';
  meeting.person('P1').dropOff();
  meeting.person(name).dropOff();
  await settle(1000);
  kit('Ana').actions.movePeople({ people: [p1], to: other ?? '' });
  void kit('Ana').actions.closeRoom({ roomKey: ana.plan.seats.get(neighbour) ?? '' });
  await settle(1000);
  meeting.join('P1');
  giveKit('P1');
  meeting.join(name);
  giveKit(name);
  await settle(10_000);
  const there = state('Ana').rooms.get(other ?? '')?.roomId;
  expect(asked.filter(({ who }) => who === 'P1')).toEqual([{ who: 'P1', roomId: there }]);
  expect(asked.filter(({ who }) => who === name)).toEqual([]);
});

test('of two moderators only the one who runs the rooms asks', async () => {
  const people = await watched(1, {
    people: [
      { name: 'Ana', role: 'moderator' },
      { name: 'Mo', role: 'moderator' },
      { name: 'P1' },
      { name: 'P2' },
      { name: 'P3' },
    ],
  });
  reload(people, 'P1');
  await people.settle(10_000);
  expect(people.asked.map(({ who }) => who)).toEqual(['P1']);
});

test('a moderator who is one no more asks nobody', async () => {
  const people = await watched(1, { count: 4 });
  people.meeting.person('Ana').setRole('participant');
  await people.settle(500);
  reload(people, 'P1');
  await people.settle(10_000);
  expect(people.asked).toEqual([]);
});

test('the service may tell the end of the connection first, or of the room: the place is kept either way', async () => {
  const { meeting, state, settle } = await inRooms(1, { count: 4 });
  const key = keyOf(state('Ana'), 'P1');
  meeting.person('P1').dropOff();
  await settle(500);
  expect(state('Ana').people.get(key)).toMatchObject({
    clientId: null,
    place: { at: 'in-room', evidence: 'inferred' },
  });
  await settle(60_000);
  expect(state('Ana').people.has(key)).toBe(false);
});
