// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { nextDeadline } from '../../src/state/nextDeadline.js';
import type { Failure } from '../../src/state/types.js';
import { everybody, ladder } from '../../src/state/view/people.js';
import {
  isLive,
  roomKeys,
  roomMissing,
  roomPeople,
  roomSeats,
  roomView,
} from '../../src/state/view/rooms.js';
import { nameOfRoom, selfAt, stayView } from '../../src/state/view/self.js';
import {
  after,
  clientOf,
  given,
  idOf,
  inside,
  invited,
  joining,
  listOf,
  opened,
  placeOf,
  until,
  type Step,
} from './given.js';

const draft = () =>
  given({
    rooms: 2,
    seats: [
      ['Ben', 1],
      ['Cem', 2],
    ],
  });
const joins = (name: string, roomId: string): Step => ({
  type: 'occupant.joined',
  clientId: clientOf(name),
  roomId,
});
const recall = (inMs: number, at = 0): Step => ({ type: 'told.recall', inMs, at });
const phases = (state: ReturnType<typeof draft>) => state.round.phase;

describe('a round of one’s own', () => {
  test('goes from draft through opening, open and closing to closed', () => {
    const opening = after(draft(), { type: 'round.opening', at: 1 });
    expect([phases(opening), isLive(opening)]).toEqual(['opening', false]);
    const open = opened(draft(), 2);
    expect(open.round).toEqual({
      phase: 'open',
      number: 1,
      endsAt: null,
      grace: null,
      openedAt: 2,
      closesAt: null,
      closedAt: null,
      plan: draft().plan,
      visitors: new Map(),
    });
    const closing = after(open, { type: 'round.closing', closesAt: 30_000 });
    expect([phases(closing), isLive(closing), closing.self.recallAt]).toEqual(['closing', true, 30_000]);
    const closed = until(closing, 30_000);
    expect(closed.round).toMatchObject({ phase: 'closed', closesAt: null, closedAt: 30_000 });
    expect(closed.self.recallAt).toBeNull();
    const again = after(closed, { type: 'round.reset' });
    expect(again.round).toEqual({ ...draft().round, number: 1 });
    expect([...again.rooms.values()].map(({ roomId }) => roomId)).toEqual([null, null]);
  });

  test('that could not be opened is a draft, with the reason', () => {
    const failure: Failure = { kind: 'room-limit', code: 1726, text: null };
    const state = after(draft(), { type: 'round.opening' }, { type: 'round.failed', failure });
    expect(state.round).toEqual(draft().round);
    expect(state.notices).toMatchObject([{ subject: 'open', text: 'failed', failure }]);
    expect(after(state, { type: 'round.opening' }).notices).toEqual([]);
  });

  test.each<[string, Step]>([
    ['opening', { type: 'round.opening' }],
    ['opened', { type: 'round.opened' }],
    ['reset', { type: 'round.reset' }],
  ])('that is open or closing is not %s again', (_, event) => {
    const open = opened(draft());
    const closing = after(open, { type: 'round.closing', closesAt: 9 });
    for (const state of [open, closing]) expect(after(state, event)).toBe(state);
  });

  test('in the draft is neither closed, kept, opened nor reset', () => {
    const state = draft();
    for (const type of ['round.closed', 'round.kept', 'round.opened', 'round.reset'] as const)
      expect(after(state, { type })).toBe(state);
    expect(after(state, { type: 'round.closing', closesAt: 9 })).toBe(state);
  });

  test('kept open has no end any more', () => {
    const kept = after(opened(draft()), { type: 'round.closing', closesAt: 9 }, { type: 'round.kept' });
    expect([phases(kept), kept.round.closesAt, kept.self.recallAt]).toEqual(['open', null, null]);
    expect(phases(until(kept, 10))).toBe('open');
  });

  test('closes when its time is over although the moderator came back from a visit meanwhile', () => {
    const visiting = inside(opened(draft()), idOf(1), { room: 'room-1' });
    const back = after(
      visiting,
      { type: 'round.closing', closesAt: 100 },
      { type: 'return.started', reason: 'self' },
      { type: 'return.ended' },
    );
    expect(nextDeadline(back)).toBe(100);
    expect(phases(until(back, 100))).toBe('closed');
  });

  test('after another begins with nobody in its rooms, whoever was left in the old ones', () => {
    const closed = after(invited(opened(draft()), ['Cem'], 2), joins('Ben', idOf(1)), {
      type: 'round.closed',
    });
    expect([placeOf(closed, 'Ben').at, placeOf(closed, 'Cem').at]).toEqual(['in-room', 'main']);
    const next = opened(closed);
    expect(placeOf(next, 'Ben').at).toBe('main');
    expect([...next.rooms.values()].map(({ roomId, pastIds }) => [roomId, pastIds])).toEqual([
      ['r2-1', ['r1-1']],
      ['r2-2', ['r1-2']],
    ]);
    expect(next.round.number).toBe(2);
    const late = after(next, joins('Ben', idOf(1)));
    expect(late).toBe(next);
  });

  test('with fewer rooms than the last leaves no old room alive', () => {
    const closed = after(
      opened(draft()),
      { type: 'round.closed' },
      { type: 'plan.edited', reason: 'rooms', edits: [{ kind: 'rooms', count: 1 }] },
    );
    const next = opened(closed);
    expect([...next.rooms.values()].filter(({ roomId }) => roomId !== null).map(({ key }) => key)).toEqual([
      'room-1',
    ]);
  });
});

describe('a room', () => {
  test('keeps its key, number and name under another id', () => {
    const state = after(
      opened(draft()),
      { type: 'plan.edited', reason: 'rename', edits: [{ kind: 'rename', roomKey: 'room-1', name: 'Blue' }] },
      { type: 'room.destroyed', roomId: idOf(1) },
      { type: 'rooms.created', rooms: [{ roomKey: 'room-1', roomId: 'new', capacity: 5 }] },
    );
    expect(state.rooms.get('room-1')).toEqual({
      key: 'room-1',
      number: 1,
      name: 'Blue',
      roomId: 'new',
      pastIds: ['r1-1'],
      capacity: 5,
      listed: true,
    });
  });

  test('is not brought back to life under a dead id', () => {
    const dead = after(opened(draft()), { type: 'room.destroyed', roomId: idOf(1) });
    const again = after(dead, {
      type: 'rooms.created',
      rooms: [{ roomKey: 'room-1', roomId: idOf(1), capacity: 7 }],
    });
    expect(again).toBe(dead);
    expect(after(dead, listOf([idOf(1), 1]))).toBe(dead);
  });

  test('that nobody knows cannot end', () => {
    const state = opened(draft());
    for (const roomId of ['', 'constructor'])
      expect(after(state, { type: 'room.destroyed', roomId })).toBe(state);
  });

  test('without an id is none', () => {
    const opening = after(draft(), { type: 'round.opening' });
    expect(
      after(opening, { type: 'rooms.created', rooms: [{ roomKey: 'room-1', roomId: '', capacity: 7 }] }),
    ).toBe(opening);
  });

  test('shows who is there of those who should be, in trouble first', () => {
    const people = ['Ana', 'Ben', 'Cem', 'Dia', 'Eve', 'Flo'];
    const state = after(
      invited(
        opened(given({ people, rooms: 1, seats: people.slice(1).map((name) => [name, 1] as const) })),
        ['Cem', 'Dia', 'Eve'],
        1,
      ),
      joins('Ben', idOf(1)),
      { type: 'told.decline', clientId: 'c-Dia', roomId: idOf(1) },
      { type: 'told.here', clientId: 'c-Eve', roomId: idOf(1), step: 'failed' },
    );
    expect(roomPeople(state, 'room-1')).toEqual(['u-Ben']);
    expect(roomMissing(state, 'room-1')).toEqual(['u-Eve', 'u-Dia', 'u-Cem']);
    expect(roomSeats(state, 'room-1')).toEqual(['in-room', 'failed', 'declined', 'invited', 'free']);
    expect(roomView(state, 'room-1')).toMatchObject({ number: 1, count: 1, of: 5, over: 0, free: 2 });
    const dropped = after(state, { type: 'person.left', clientId: 'c-Ben' });
    expect(roomSeats(dropped, 'room-1')).toEqual(['joining', 'failed', 'declined', 'invited', 'free']);
  });

  test('keeps the seat of somebody who went back to main, so that it is never over its limit', () => {
    const people = ['Ana', 'Ben', 'Cem', 'Dia'];
    const state = after(
      opened(
        given({
          people,
          limits: { maxRooms: 10, minPeople: 2, maxPeople: 2 },
          rooms: 2,
          seats: [
            ['Ben', 1],
            ['Cem', 1],
            ['Dia', 2],
          ],
        }),
      ),
      joins('Ben', idOf(1)),
    );
    expect(roomView(state, 'room-1')).toMatchObject({ count: 1, of: 2, free: 0 });
  });

  test('of the draft shows its seats, taken, over and free', () => {
    const state = after(draft(), {
      type: 'plan.edited',
      reason: 'settings',
      edits: [
        { kind: 'capacity', capacity: 2 },
        { kind: 'move', people: ['u-Ben', 'u-Cem', 'u-Dia'], to: 'room-1' },
      ],
    });
    expect(roomSeats(state, 'room-1')).toEqual(['taken', 'taken', 'over']);
    expect(roomSeats(state, 'room-2')).toEqual(['free', 'free']);
    expect(roomView(state, 'room-1')).toMatchObject({ count: 3, of: 2, over: 1, free: 0 });
    expect(roomMissing(state, 'room-1')).toEqual([]);
  });

  test('that is nowhere is not shown', () => {
    expect(roomView(draft(), '__proto__')).toBeNull();
    expect(roomPeople(draft(), '__proto__')).toEqual([]);
    expect(nameOfRoom(draft(), 'constructor')).toEqual({ number: null, name: null });
  });
});

describe('a participant’s kit', () => {
  const ben = () => given({ me: 'Ben' });
  const open = () => after(ben(), listOf(['x1', 1, 'Blue'], ['x2', 2]));

  test('follows the moderator’s list, and hears of other names', () => {
    expect(open().round).toMatchObject({ phase: 'open', number: 1 });
    expect(roomKeys(open())).toEqual(['room-1', 'room-2']);
    const renamed = after(open(), listOf(['x1', 1, 'Red'], ['x2', 2]));
    expect(roomView(renamed, 'room-1')?.name).toBe('Red');
    expect(nameOfRoom(renamed, 'room-1').name).toBe('Red');
    expect(after(renamed, listOf(['x1', 1, 'Red'], ['x2', 2]))).toBe(renamed);
    expect(roomView(after(renamed, listOf(['x1', 1])), 'room-1')?.name).toBeNull();
  });

  test('keeps to one room for each number and id', () => {
    const state = after(ben(), listOf(['x1', 1], ['x1', 2], ['y1', 1], ['', 3]));
    expect(state.plan.rooms.map(({ key }) => key)).toEqual(['room-1']);
    expect(state.rooms.get('room-1')?.roomId).toBe('x1');
  });

  test('hears of a room that was missed, in its place', () => {
    const state = after(ben(), listOf(['x3', 3]), listOf(['x1', 1], ['x3', 3]));
    expect(state.plan.rooms.map(({ number }) => number)).toEqual([1, 3]);
  });

  test('follows a room to its new id', () => {
    const state = after(open(), listOf(['y1', 1, 'Blue'], ['x2', 2]));
    expect(state.rooms.get('room-1')).toMatchObject({ roomId: 'y1', pastIds: ['x1'] });
    expect(after(state, listOf(['x1', 1, 'Blue'])), 'the older list, come late').toBe(state);
  });

  test('gives a room it was invited to before the list its number and name, under one key', () => {
    const asked = after(ben(), { type: 'invite.received', roomId: 'x2', from: null });
    const told = after(asked, listOf(['x1', 1], ['x2', 2, 'Blue']));
    expect(told.self.invite).toMatchObject({ roomKey: 'id/x2', trusted: true });
    expect(roomKeys(told)).toEqual(['room-1', 'id/x2']);
    expect(nameOfRoom(told, 'id/x2')).toEqual({ number: 2, name: 'Blue' });
  });

  test('takes an empty list for no list', () => {
    const state = ben();
    expect(after(state, listOf())).toBe(state);
  });

  test('is called back at the end, once, and remaining time never rises', () => {
    const closing = after(open(), recall(30_000));
    expect(closing.round).toMatchObject({ phase: 'closing', closesAt: 30_000 });
    expect(after(closing, recall(30_000, 500))).toBe(closing);
    expect(after(closing, recall(10_000)).round.closesAt).toBe(10_000);
    expect(after(closing, { type: 'told.keep-open' }).round).toMatchObject({ phase: 'open', closesAt: null });
  });

  test('closes by itself, and the moderator’s last word changes nothing any more', () => {
    const closed = until(after(open(), recall(30_000)), 30_000);
    expect(phases(closed)).toBe('closed');
    const told = after(closed, recall(0, 30_100));
    expect(told).toBe(closed);
    expect(told.self.recallAt).toBeNull();
  });

  test('is not called back from the next round by the last one', () => {
    const next = after(until(after(open(), recall(0)), 10), recall(0), listOf(['z1', 1]));
    expect(next.self.recallAt).toBeNull();
    expect(until(inside(next, 'z1', { room: 'room-1' }), 20).self).toMatchObject({
      at: 'in-room',
      recallAt: null,
    });
  });

  test('does not open again for a list that came late', () => {
    const closed = after(open(), recall(0));
    expect(after(closed, listOf(['x1', 1, 'Blue'], ['x2', 2]))).toBe(closed);
  });

  test('forgets an invitation when the rooms end, list or no list', () => {
    const asked = { type: 'invite.received', roomId: 'x1', from: null } as const;
    for (const state of [after(open(), asked), after(ben(), asked)]) {
      const ended = after(state, recall(0));
      expect(ended.self.invite).toBeNull();
      expect(ended.notices).toMatchObject([{ subject: 'ended', text: 'rooms-ended' }]);
      expect(after(ended, recall(0))).toBe(ended);
    }
  });

  test('lets an invitation go whose room was made again', () => {
    const asked = after(open(), { type: 'invite.received', roomId: 'x1', from: null }, listOf(['y1', 1]));
    expect(asked.self.invite).toBeNull();
    expect(asked.notices).toMatchObject([{ text: 'room-gone', roomKey: 'room-1' }]);
  });

  test('that never heard of the round is called back from its room all the same', () => {
    const there = inside(ben(), 'x1');
    expect(after(there, recall(30_000)).self.recallAt).toBe(30_000);
    expect(after(there, recall(30_000), { type: 'told.keep-open' }).self.recallAt).toBeNull();
    expect(after(there, recall(0, 5)).self.recallAt).toBe(5);
    expect(nextDeadline(after(there, recall(30_000)))).toBe(30_000);
    const main = ben();
    expect(after(main, recall(30_000))).toBe(main);
  });

  test('is called back alone, and in main there is nothing to come back from', () => {
    const there = inside(open(), 'x1', { room: 'room-1' });
    expect(after(there, { type: 'told.call-back', inMs: 20_000 }).self.recallAt).toBe(20_000);
    expect(
      after(there, { type: 'told.call-back', inMs: 20_000 }, { type: 'told.call-back', inMs: 20_000, at: 9 })
        .self.recallAt,
    ).toBe(20_000);
    const asked = after(
      open(),
      { type: 'invite.received', roomId: 'x1', from: null },
      { type: 'told.call-back', inMs: 20_000 },
    );
    expect([asked.self.invite, asked.self.recallAt]).toEqual([null, null]);
  });

  test('knows the end of the rooms for the next room, too', () => {
    const closing = after(
      inside(open(), 'x1', { room: 'room-1' }),
      recall(30_000),
      { type: 'return.started', reason: 'self' },
      { type: 'return.ended' },
    );
    expect(closing.self).toMatchObject({ at: 'main', recallAt: 30_000 });
    const next = inside(closing, 'x2', { room: 'room-2', id: 2 });
    expect(stayView(next)).toMatchObject({ state: 'closing', closesAt: 30_000 });
  });

  test('has no end of the rooms left in main when it was called back', () => {
    const state = until(
      after(
        joining(open(), 'x1'),
        { type: 'told.call-back', inMs: 5 },
        { type: 'attempt.failed', id: 1, failure: { kind: 'cancelled', code: null, text: null }, wall: 0 },
      ),
      5,
    );
    expect(state.self.recallAt).toBeNull();
  });
});

test('a second moderator sees people where their kits say, and no seats that nobody gave', () => {
  const second = after(
    given({ me: 'Bea', people: ['Ana', 'Bea', 'Cem'], role: 'moderator', rooms: 3, seats: [['Cem', 3]] }),
    listOf(['x1', 1], ['x2', 2]),
  );
  expect(ladder(second)).toMatchObject({ main: 3 });
  const told = after(second, { type: 'told.here', clientId: 'c-Cem', roomId: 'x1', step: 'in-room' });
  expect(roomView(told, 'room-1')).toMatchObject({ count: 1, of: 1 });
  const inferred = after(second, { type: 'occupant.joined', clientId: 'c-Cem', roomId: null });
  expect(inferred, 'a seat of one’s own draft tells nothing').toBe(second);
});

test('a second moderator’s new name goes to the first one’s drafts since the opening', () => {
  const open = opened(draft());
  const moved = after(open, {
    type: 'plan.edited',
    reason: 'drag',
    edits: [{ kind: 'move', people: ['u-Ben'], to: 'room-2' }],
  });
  const told = after(moved, listOf([idOf(1), 1, 'Red'], [idOf(2), 2]));
  expect(roomView(told, 'room-1')?.name).toBe('Red');
  const back = after(told, { type: 'plan.undone' });
  expect(roomView(back, 'room-1')?.name).toBe('Red');
  expect(back.plan.seats).toEqual(open.plan.seats);
  expect(after(back, { type: 'plan.undone' })).toBe(back);
  expect(
    after(told, { type: 'round.closed' }, { type: 'plan.undone' }, { type: 'plan.undone' }).plan.rooms[0]
      ?.name,
  ).toBeNull();
});

test('the ladder adds up to everybody in every phase', () => {
  const open = after(invited(opened(draft()), ['Cem'], 2), joins('Ben', idOf(1)));
  for (const state of [draft(), open, after(open, { type: 'round.closed' })])
    expect(Object.values(ladder(state)).reduce((sum, count) => sum + count)).toBe(everybody(state).length);
  expect(selfAt(open)).toBe('main');
});
