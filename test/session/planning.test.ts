// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { planWarnings, pool } from '../../src/state/view/plan.js';
import { plannedFor } from '../../src/state/view/rooms.js';
import { EMPTY_PLAN } from '../../src/state/initialState.js';
import { inRooms, keyOf, placeOf } from './given.js';
import { meet } from './meeting.js';
import { roomsOf } from './sound.js';

const sizes = (state: Parameters<typeof plannedFor>[0]) =>
  state.plan.rooms.map((room) => plannedFor(state, room.key).length);

describe('a moderator who plans', () => {
  test('gets rooms of even size with each number of rooms, and one step of undo for each', async () => {
    const { kit, state } = await meet({ count: 10 });
    kit('Ana').actions.setRoomCount(3);
    expect(sizes(state('Ana')).toSorted((a, b) => a - b)).toEqual([3, 3, 4]);
    kit('Ana').actions.setRoomCount(4);
    expect(sizes(state('Ana')).toSorted((a, b) => a - b)).toEqual([2, 2, 3, 3]);
    kit('Ana').actions.undo();
    expect(sizes(state('Ana')).toSorted((a, b) => a - b)).toEqual([3, 3, 4]);
    kit('Ana').actions.redo();
    expect(state('Ana').plan.rooms).toHaveLength(4);
    kit('Ana').actions.setRoomCount(99);
    expect(state('Ana').plan.rooms).toHaveLength(10);
    kit('Ana').actions.setRoomCount(Number.NaN);
    expect(state('Ana').plan.rooms).toHaveLength(10);
  });

  test('gets another split from Reshuffle, in which locked people stay', async () => {
    const { kit, state } = await meet({ count: 10 });
    kit('Ana').actions.setRoomCount(3);
    const who = keyOf(state('Ana'), 'P4');
    const seat = state('Ana').plan.seats.get(who);
    kit('Ana').actions.setLocked({ people: [who], on: true });
    const { seats } = state('Ana').plan;
    kit('Ana').actions.reshuffle();
    expect(state('Ana').plan.seats).not.toEqual(seats);
    expect(state('Ana').plan.seats.get(who)).toBe(seat);
    kit('Ana').actions.setLocked({ people: [who], on: false });
    expect(state('Ana').plan.locked.size).toBe(0);
  });

  test('places by hand: nobody is drawn, an over-full room is flagged and mended with one action', async () => {
    const { kit, state } = await meet({ count: 8, maxActiveTalkers: 5 });
    const { actions } = kit('Ana');
    actions.setSplit('hand');
    actions.setRoomCount(2);
    expect(state('Ana').plan.seats.size).toBe(0);
    const [first] = state('Ana').plan.rooms;
    const roomKey = first?.key ?? '';
    const people = pool(state('Ana')).unassigned;
    expect(actions.movePeople({ people, to: roomKey }, 'drag')).toEqual({
      moved: people,
      left: [],
      full: true,
    });
    expect(planWarnings(state('Ana'))[0]).toMatchObject({ kind: 'over', roomKey, count: 4 });
    expect(await actions.openRooms()).toMatchObject({ ok: false, failure: { kind: 'capacity' } });
    actions.fixRoom({ roomKey });
    expect(sizes(state('Ana'))).toEqual([4, 4]);
    actions.movePeople({ people: people.slice(0, 1), to: 'none' });
    expect(pool(state('Ana')).unassigned).toHaveLength(1);
    actions.placeRemaining();
    expect(sizes(state('Ana'))).toEqual([4, 4]);
    actions.movePeople({ people: people.slice(0, 1), to: 'main' });
    expect(pool(state('Ana')).staying).toContain(people[0]);
    actions.setSplit('even');
    expect(sizes(state('Ana')).toSorted((a, b) => a - b)).toEqual([3, 4]);
  });

  test('adds, names and removes rooms, keeps seats of a smaller number, and knows leads', async () => {
    const { kit, state } = await meet({ count: 4 });
    const { actions } = kit('Ana');
    actions.setRoomCount(1);
    actions.addRoom();
    const [, second] = state('Ana').plan.rooms;
    actions.renameRoom({ roomKey: second?.key ?? '', name: '  Pricing ' });
    expect(state('Ana').plan.rooms[1]?.name).toBe('Pricing');
    actions.renameRoom({ roomKey: second?.key ?? '', name: ' ' });
    expect(state('Ana').plan.rooms[1]?.name).toBeNull();
    actions.removeRoom({ roomKey: state('Ana').plan.rooms[0]?.key ?? '' });
    expect(state('Ana').plan.rooms).toMatchObject([{ key: second?.key, number: 1 }]);
    actions.setCapacity(3);
    actions.setOpening('move');
    actions.setLead({ people: [keyOf(state('Ana'), 'P1')], on: true });
    expect(state('Ana').plan).toMatchObject({ capacity: 3, opening: 'move' });
    expect(state('Ana').plan.leads.size).toBe(1);
    actions.replacePlan(EMPTY_PLAN);
    expect(state('Ana').plan).toBe(EMPTY_PLAN);
  });

  test('cannot move people who are not there, or to rooms that are not', async () => {
    const { kit, state } = await meet({ count: 4 });
    const { actions } = kit('Ana');
    actions.setRoomCount(2);
    const { plan } = state('Ana');
    expect(actions.movePeople({ people: ['nobody', '__proto__'], to: 'room-1' }).moved).toEqual([]);
    expect(actions.movePeople({ people: [keyOf(state('Ana'), 'P1')], to: 'constructor' }).moved).toEqual([]);
    actions.fixRoom({ roomKey: 'nowhere' });
    actions.removeRoom({ roomKey: 'nowhere' });
    actions.renameRoom({ roomKey: 'nowhere', name: 'x' });
    expect(state('Ana').plan).toBe(plan);
  });
});

test('undo while the rooms are open really brings people back to where they were', async () => {
  const { kit, state, clock, meeting } = await inRooms(2, { count: 6 });
  const who = keyOf(state('Ana'), 'P1');
  const from = state('Ana').plan.seats.get(who) ?? '';
  const to = state('Ana').plan.rooms.find((room) => room.key !== from)?.key ?? '';
  kit('Ana').actions.movePeople({ people: [who], to });
  await clock.pass(30_000);
  expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'in-room', roomKey: to });
  kit('Ana').actions.undo();
  await clock.pass(30_000);
  expect(placeOf(state('Ana'), 'P1')).toMatchObject({ at: 'in-room', roomKey: from });
  expect(roomsOf(meeting, 'P1')).toEqual([state('Ana').rooms.get(from)?.roomId]);
});

test('a moderator with a seat goes into that room when the rooms open', async () => {
  const { kit, state, settle } = await meet({ count: 3 });
  kit('Ana').actions.setRoomCount(1);
  kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'Ana')], to: 'room-1' });
  void kit('Ana').actions.openRooms();
  await settle(8000);
  expect(state('Ana').self).toMatchObject({ at: 'in-room', roomKey: 'room-1', role: 'moderator' });
});
