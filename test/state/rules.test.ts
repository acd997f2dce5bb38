// @vitest-environment node
import { describe, expect, test } from 'vitest';
import {
  whyNotAddRoom,
  whyNotInvite,
  whyNotListen,
  whyNotManage,
  whyNotOpen,
  whyNotPlan,
  whyNotReturn,
  whyNotVisit,
} from '../../src/state/rules.js';
import type { State } from '../../src/state/types.js';
import { after, EVERYTHING, given, idOf, inside, joining, opened, type Step } from './given.js';

const ready = () =>
  given({
    rooms: 2,
    seats: [
      ['Ben', 1],
      ['Cem', 2],
    ],
  });
const open = () => opened(ready());
const participant = () => given({ me: 'Ben' });
const edit = (state: State, edits: Extract<Step, { type: 'plan.edited' }>['edits']) =>
  after(state, { type: 'plan.edited', edits, reason: 'settings' });
const offline: Step = { type: 'connection.changed', connection: 'reconnecting' };

describe('opening the rooms', () => {
  test.each<[string, () => State, object | null]>([
    ['may be done', ready, null],
    ['is for moderators', participant, { why: 'not-moderator' }],
    [
      'needs group mode',
      () => after(ready(), { type: 'mode.changed', mode: 'lecture' }),
      { why: 'lecture-mode' },
    ],
    [
      'needs a service that has rooms',
      () => after(ready(), { type: 'capabilities.known', capabilities: { ...EVERYTHING, rooms: false } }),
      { why: 'not-supported' },
    ],
    ['needs a connection', () => after(ready(), offline), { why: 'not-connected' }],
    ['waits for the one under way', () => after(ready(), { type: 'round.opening' }), { why: 'busy' }],
    ['is done once', open, { why: 'already-open' }],
    ['is done from main', () => joining(ready(), 'x'), { why: 'busy' }],
    ['needs somebody in a room', () => given({ rooms: 2 }), { why: 'nobody' }],
    ['needs a room', () => given(), { why: 'nobody' }],
    [
      'keeps to the number of rooms the service has now',
      () => after(ready(), { type: 'limits.known', limits: { maxRooms: 1, minPeople: 2, maxPeople: 7 } }),
      { why: 'room-limit', count: 1 },
    ],
    [
      'is blocked by too many people in a room',
      () =>
        edit(ready(), [
          { kind: 'capacity', capacity: 1 },
          { kind: 'move', people: ['u-Cem'], to: 'room-1' },
        ]),
      {
        why: 'blocked',
        warning: { kind: 'over', level: 'stop', roomKey: 'room-1', count: 1, name: null, remedy: 'fix' },
      },
    ],
    ['may be done again when they are closed', () => after(open(), { type: 'round.closed' }), null],
  ])('%s', (_, state, reason) => {
    expect(whyNotOpen(state())).toEqual(reason);
  });
});

test('somebody who is no moderator any more may not plan, and keeps the plan', () => {
  const demoted = after(ready(), { type: 'role.changed', clientId: 'c-Ana', role: 'participant' });
  expect(whyNotPlan(demoted)).toEqual({ why: 'not-moderator' });
  expect(demoted.plan).toBe(demoted.plan);
  expect(
    whyNotPlan(after(demoted, { type: 'role.changed', clientId: 'c-Ana', role: 'moderator' })),
  ).toBeNull();
});

test.each<[string, () => State, object | null]>([
  ['while planning', ready, null],
  [
    'not beyond the limit',
    () => edit(ready(), [{ kind: 'rooms', count: 10 }]),
    { why: 'room-limit', count: 10 },
  ],
  ['not while open', open, { why: 'already-open' }],
  ['not while opening', () => after(ready(), { type: 'round.opening' }), { why: 'already-open' }],
  ['not by a participant', participant, { why: 'not-moderator' }],
])('a room more: %s', (_, state, reason) => {
  expect(whyNotAddRoom(state())).toEqual(reason);
});

test.each<[string, () => State, object | null]>([
  ['while open', open, null],
  ['not before', ready, { why: 'not-open' }],
  ['not offline', () => after(open(), offline), { why: 'not-connected' }],
  ['not by a participant', participant, { why: 'not-moderator' }],
])('ending the rooms, inviting again and visiting: %s', (_, state, reason) => {
  expect(whyNotManage(state())).toEqual(reason);
  expect(whyNotInvite(state(), ['u-Ben'])).toEqual(reason);
  expect(whyNotVisit(state(), 'room-1')).toEqual(reason);
});

test('inviting nobody is nothing', () => {
  expect(whyNotInvite(open(), [])).toEqual({ why: 'nothing' });
});

test('a moderator visits from main or from another room, and only a room that is there', () => {
  const inFirst = inside(open(), idOf(1), { room: 'room-1' });
  expect(whyNotVisit(inFirst, 'room-1')).toEqual({ why: 'busy' });
  expect(whyNotVisit(inFirst, 'room-2')).toBeNull();
  expect(whyNotVisit(joining(open(), idOf(1), { room: 'room-1' }), 'room-2')).toEqual({ why: 'busy' });
  for (const key of ['__proto__', 'room-3']) expect(whyNotVisit(open(), key)).toEqual({ why: 'nobody' });
  expect(whyNotVisit(after(open(), { type: 'room.destroyed', roomId: idOf(2) }), 'room-2')).toEqual({
    why: 'nobody',
  });
});

test('listening to main needs one’s own stream, and returning needs to be away', () => {
  expect(whyNotListen(ready())).toBeNull();
  expect(whyNotListen(given({ capabilities: { ...EVERYTHING, ownStream: false } }))).toEqual({
    why: 'no-stream',
  });
  expect(whyNotReturn(ready())).toEqual({ why: 'not-here' });
  expect(whyNotReturn(inside(participant(), 'x'))).toBeNull();
});
