// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/state/deadlines.js';
import { nextDeadline } from '../../src/state/nextDeadline.js';
import type { Failure, Member, ReturnReason, State } from '../../src/state/types.js';
import { attemptView, inviteView, selfAt, stayView, wayBackView } from '../../src/state/view/self.js';
import {
  after,
  given,
  idOf,
  inside,
  joining,
  listOf,
  opened,
  person,
  placeOf,
  somebody,
  until,
  type Step,
} from './given.js';

const ben = () => given({ me: 'Ben' });
const asked = (
  roomId: string,
  from: string | null = 'c-Ana',
  more: { at?: number; userRef?: string | null } = {},
): Step => ({
  type: 'invite.received',
  roomId,
  from:
    from === null && more.userRef === undefined
      ? null
      : { clientId: from, userRef: more.userRef ?? null, name: 'Ana' },
  at: more.at ?? 0,
});
const order = (roomId: string, inMs = 20_000, at = 0): Step => ({
  type: 'told.move',
  fromClientId: 'c-Ana',
  roomId,
  inMs,
  at,
});
const full: Failure = { kind: 'capacity', code: 1734, text: 'full' };
const later = LIMITS.copy + 1;

describe('an invitation', () => {
  test('waits for this person’s word', () => {
    const state = after(ben(), asked('x', 'c-Ana', { at: 5 }));
    expect(selfAt(state)).toBe('invited');
    expect(inviteView(state)).toMatchObject({
      kind: 'invite',
      from: 'Ana',
      aside: false,
      at: 5,
      movesAt: null,
      there: [],
      thereCount: 0,
      number: null,
    });
    expect(inviteView(ben())).toBeNull();
  });

  test('to a room that has ended is nothing', () => {
    const state = after(ben(), listOf(['x', 1]), { type: 'room.destroyed', roomId: 'x' });
    expect(after(state, asked('x'))).toBe(state);
    expect(after(state, order('x'))).toBe(state);
  });

  test('to a room of a round that is over is nothing, unless another round may have begun', () => {
    const state = after(ben(), listOf(['x', 1]), { type: 'told.recall', inMs: 0 });
    expect(after(state, asked('x'))).toBe(state);
    expect(after(state, order('x'))).toBe(state);
    expect(after(state, asked('y')).self.invite?.roomId).toBe('y');
  });

  test('without a room is nothing', () => {
    const state = ben();
    expect(after(state, asked(''))).toBe(state);
    expect(after(state, order(''))).toBe(state);
  });

  test('to the room this person is in, or on the way to, is nothing', () => {
    for (const state of [inside(ben(), 'x'), joining(ben(), 'x')]) {
      expect(after(state, asked('x'))).toBe(state);
      expect(after(state, order('x'))).toBe(state);
    }
  });

  test('to another room reaches somebody in a room, too', () => {
    const state = after(inside(ben(), 'x'), asked('y'));
    expect([selfAt(state), inviteView(state)?.roomKey]).toEqual(['in-room', 'id/y']);
  });

  test('that comes second replaces the first', () => {
    const state = after(ben(), order('x'), asked('y'));
    expect(state.self.invite).toMatchObject({ roomId: 'y', movesAt: null });
  });

  test('heard twice calls once; sent again later calls again, put aside or not', () => {
    const once = after(ben(), asked('x'));
    expect(after(once, asked('x', 'c-Ana', { at: LIMITS.copy }))).toBe(once);
    const aside = after(once, { type: 'invite.put-aside' });
    expect(inviteView(aside)?.aside).toBe(true);
    expect(after(aside, asked('x', 'c-Ana', { at: LIMITS.copy }))).toBe(aside);
    expect(inviteView(after(aside, asked('x', 'c-Ana', { at: later })))).toMatchObject({
      aside: false,
      at: later,
    });
    expect(inviteView(after(aside, { type: 'invite.taken-up' }))?.aside).toBe(false);
  });

  test('turned down is gone', () => {
    expect(selfAt(after(ben(), asked('x'), { type: 'invite.declined' }))).toBe('main');
  });

  test('taken back is gone, and says so', () => {
    const state = after(ben(), asked('x'), { type: 'told.withdraw', roomId: 'x' });
    expect(state.self.invite).toBeNull();
    expect(state.notices).toMatchObject([{ subject: 'ended', text: 'invite-withdrawn', roomKey: 'id/x' }]);
    expect(after(state, { type: 'told.withdraw', roomId: 'x' })).toBe(state);
    const other = after(ben(), asked('x'));
    expect(after(other, { type: 'told.withdraw', roomId: 'y' })).toBe(other);
  });

  test('to a room that dies says so', () => {
    const state = after(ben(), asked('x'), { type: 'room.destroyed', roomId: 'x' });
    expect(state.self.invite).toBeNull();
    expect(state.notices).toMatchObject([{ text: 'room-gone' }]);
  });

  test('shows at most three of the people who are there, not oneself', () => {
    const people = ['Ana', 'Ben', 'C1', 'C2', 'C3', 'C4'];
    const open = opened(given({ people, rooms: 1 }));
    const there = after(
      open,
      ...['C1', 'C2', 'C3', 'C4'].map((name): Step => ({
        type: 'occupant.joined',
        clientId: `c-${name}`,
        roomId: idOf(1),
      })),
      asked(idOf(1), 'c-Ben'),
    );
    expect(inviteView(there)).toMatchObject({
      number: 1,
      capacity: 7,
      there: ['u-C1', 'u-C2', 'u-C3'],
      thereCount: 4,
    });
  });
});

describe('trust in an invitation', () => {
  const kind = (state: State) => inviteView(state)?.kind;

  test.each<[string, 'invite' | 'unconfirmed', Step]>([
    ['a moderator', 'invite', asked('x', 'c-Ana')],
    ['a moderator known by user_ref only', 'invite', asked('x', 'gone', { userRef: 'u-Ana' })],
    ['a participant', 'unconfirmed', asked('x', 'c-Cem')],
    [
      'a participant who claims a moderator’s user_ref',
      'unconfirmed',
      asked('x', 'c-Cem', { userRef: 'u-Ana' }),
    ],
    ['oneself', 'unconfirmed', asked('x', 'c-Ben')],
    ['a stranger', 'unconfirmed', asked('x', 'constructor', { userRef: '__proto__' })],
    ['nobody', 'unconfirmed', asked('x', null)],
  ])('from %s: %s', (_, expected, event) => {
    expect(kind(after(ben(), event))).toBe(expected);
  });

  test('goes by today’s role', () => {
    expect(
      kind(after(ben(), { type: 'role.changed', clientId: 'c-Ana', role: 'participant' }, asked('x'))),
    ).toBe('unconfirmed');
    expect(
      kind(after(given({ me: 'Ben', people: [somebody('Ana', { role: 'unknown' }), 'Ben'] }), asked('x'))),
    ).toBe('unconfirmed');
  });

  test('goes by the moderator among several tabs of a user', () => {
    const tabs = given({
      me: 'Ben',
      people: [somebody('tab', { userRef: 'u-Ana' }), somebody('Ana', { role: 'moderator' }), 'Ben'],
    });
    expect(kind(after(tabs, asked('x', 'gone', { userRef: 'u-Ana' })))).toBe('invite');
  });

  test('is given to a room that a moderator listed, or ordered somebody to, before or after', () => {
    expect(kind(after(ben(), listOf(['x', 1]), asked('x', null)))).toBe('invite');
    expect(kind(after(ben(), asked('x', null), listOf(['x', 1])))).toBe('invite');
    expect(
      kind(after(ben(), asked('x', null), listOf(['x', 1]), { type: 'invite.declined' }, asked('x', null))),
    ).toBe('invite');
    expect(kind(after(ben(), order('x'), { type: 'invite.declined' }, asked('x', null)))).toBe('invite');
    expect(kind(after(ben(), asked('x', null), listOf(['y', 1])))).toBe('unconfirmed');
  });

  test('stays when the same invitation comes again without a name', () => {
    const state = after(ben(), asked('x', 'c-Ana'), asked('x', null, { at: later }));
    expect(inviteView(state)).toMatchObject({ kind: 'invite', from: 'Ana' });
  });

  test('comes with a copy that says who sent it', () => {
    const state = after(ben(), asked('x', null), asked('x', 'c-Ana', { at: 1 }));
    expect(inviteView(state)).toMatchObject({ kind: 'invite', from: 'Ana', at: 0 });
  });
});

describe('an order to move', () => {
  test('says when, and falls due', () => {
    const state = after(ben(), order('x', 20_000, 5));
    expect(inviteView(state)).toMatchObject({ kind: 'move', movesAt: 20_005, canWait: true });
    expect(nextDeadline(state)).toBe(20_005);
  });

  test('keeps its time when the invitation comes after it, and takes the invitation’s place when it comes before', () => {
    expect(inviteView(after(ben(), order('x'), asked('x', null, { at: later })))).toMatchObject({
      kind: 'move',
      movesAt: 20_000,
    });
    expect(
      inviteView(after(ben(), asked('x', null), { type: 'invite.put-aside' }, order('x'))),
    ).toMatchObject({ kind: 'move', movesAt: 20_000, aside: false });
  });

  test('waits 20 s more, ten times', () => {
    let state = after(ben(), order('x'));
    for (let n = 0; n < 10; n += 1) state = after(state, { type: 'invite.waited' });
    expect(inviteView(state)).toMatchObject({ movesAt: 220_000, canWait: false });
    expect(after(state, { type: 'invite.waited' })).toBe(state);
    expect(after(state, order('x')), 'said again').toBe(state);
    const invitation = after(ben(), asked('x'));
    expect(after(invitation, { type: 'invite.waited' })).toBe(invitation);
  });
});

describe('the way into a room', () => {
  test('shows its steps and its slowness', () => {
    const state = joining(after(ben(), asked('x')), 'x');
    expect(selfAt(state)).toBe('joining');
    expect(state.self.invite).toBeNull();
    expect(placeOf(state, 'Ben')).toMatchObject({ at: 'joining', roomKey: 'id/x' });
    expect(attemptView(state)).toMatchObject({ kind: 'joining', step: 'sound', soundBack: true, tries: 1 });
    expect(nextDeadline(state)).toBe(15_000);
    const slow = until(after(state, { type: 'attempt.stepped', id: 1, step: 'joining' }), 15_000);
    expect(attemptView(slow)).toMatchObject({ kind: 'slow', step: 'joining' });
    expect(nextDeadline(slow)).toBeNull();
  });

  test('leaves another room’s invitation waiting', () => {
    expect(joining(after(ben(), asked('y')), 'x').self.invite?.roomId).toBe('y');
  });

  test.each<[string, Failure]>([
    ['failed', full],
    ['no-answer', { kind: 'no-answer', code: null, text: null }],
  ])('that fails ends in main as %s until it is dismissed', (kind, failure) => {
    const failed = after(joining(ben(), 'x', { forced: true }), {
      type: 'attempt.failed',
      id: 1,
      failure,
      wall: 77,
    });
    expect(selfAt(failed)).toBe('main');
    expect(failed.self.forced).toBe(false);
    expect(placeOf(failed, 'Ben')).toEqual({ at: 'main' });
    expect(attemptView(failed)).toMatchObject({
      kind,
      failureKind: failure.kind,
      code: failure.code,
      failedWall: 77,
    });
    for (const event of [
      { type: 'attempt.failed', id: 1, failure, wall: 78 },
      { type: 'attempt.succeeded', id: 1 },
      { type: 'attempt.stepped', id: 1, step: 'connected' },
    ] as const)
      expect(after(failed, event)).toBe(failed);
    expect(attemptView(after(failed, { type: 'attempt.dismissed' }))).toBeNull();
  });

  test('is not touched by what an older try still has to say', () => {
    const second = joining(joining(ben(), 'x'), 'y', { id: 2 });
    for (const event of [
      { type: 'attempt.failed', id: 1, failure: full, wall: 0 },
      { type: 'attempt.succeeded', id: 1 },
      { type: 'attempt.stepped', id: 1, step: 'connected' },
      { type: 'attempt.dismissed' },
    ] as const)
      expect(after(second, event)).toBe(second);
  });

  test('to a room that nobody named gets the number and name it is given later', () => {
    const state = after(inside(ben(), 'x', { forced: true }), listOf(['x', 2, 'Blue']));
    expect(stayView(state)).toMatchObject({ roomKey: 'id/x', number: 2, name: 'Blue', forced: true });
  });
});

describe('a stay', () => {
  const there = () => inside(ben(), 'x');

  test('is shown from the moment it begins until main is reached', () => {
    expect(stayView(ben())).toBeNull();
    expect(stayView(joining(ben(), 'x'))).toBeNull();
    expect(stayView(there())).toMatchObject({
      state: 'in-room',
      people: null,
      closesAt: null,
      keptUntil: null,
      canListen: true,
    });
    const returning = after(there(), { type: 'return.started', reason: 'self' });
    expect(stayView(returning)?.state).toBe('returning');
    const back = after(returning, { type: 'return.ended' });
    expect([stayView(back), selfAt(back), back.self.returning]).toEqual([null, 'main', null]);
    expect(placeOf(back, 'Ben')).toEqual({ at: 'main' });
  });

  test('begins although a return ended meanwhile: the next room was chosen on the way back', () => {
    const onward = after(
      joining(after(there(), { type: 'return.started', reason: 'self' }), 'y', { id: 2 }),
      { type: 'return.ended' },
    );
    expect(onward.self).toMatchObject({ at: 'joining', roomId: 'y', returning: null });
    expect(stayView(after(onward, { type: 'attempt.succeeded', id: 2 }))).toMatchObject({
      roomKey: 'id/y',
      state: 'in-room',
    });
  });

  test('knows who is in the room and who speaks, by that room’s word only, once', () => {
    const members = [
      { clientId: 'b1', userRef: null, name: 'Ben', isSelf: true },
      { clientId: 'b2', userRef: null, name: 'Cem', isSelf: false },
    ];
    const talkers = [{ streamId: 's', name: 'Cem', clientId: 'b2', kind: 'talker' }] as const;
    const early = after(joining(ben(), 'x'), { type: 'members.changed', roomId: 'x', members });
    const heard = after(
      early,
      { type: 'attempt.succeeded', id: 1 },
      { type: 'talkers.changed', roomId: 'x', talkers },
    );
    expect(stayView(heard)?.people).toBe(2);
    expect(heard.self.talkers).toEqual(talkers);
    expect(
      after(
        heard,
        structuredClone<Step>({ type: 'members.changed', roomId: 'x', members }),
        structuredClone<Step>({ type: 'talkers.changed', roomId: 'x', talkers }),
      ),
    ).toBe(heard);
    expect(
      after(
        heard,
        { type: 'members.changed', roomId: 'y', members: [] },
        { type: 'talkers.changed', roomId: 'y', talkers: [] },
      ),
    ).toBe(heard);
    expect(after(heard, { type: 'members.changed', roomId: 'x', members: [] }).self.members).toEqual([]);
  });

  test.each(['reconnecting', 'lost'] as const)(
    'is kept while the connection is %s, and goes on after',
    (connection) => {
      const cut = after(there(), { type: 'connection.changed', connection, at: 5 });
      expect(selfAt(cut)).toBe('away');
      expect(stayView(cut)).toMatchObject({ state: 'away', keptUntil: 60_005 });
      expect(nextDeadline(cut)).toBe(60_005);
      expect(after(cut, { type: 'connection.changed', connection: 'lost', at: 9 }).people).toBe(cut.people);
      const back = after(cut, { type: 'connection.changed', connection: 'connected', at: 9 });
      expect([selfAt(back), person(back, 'u-Ben').awayUntil]).toEqual(['in-room', null]);
      const home = after(cut, { type: 'return.started', reason: 'dropped' }, { type: 'return.ended' });
      expect([selfAt(home), person(home, 'u-Ben').awayUntil]).toEqual(['main', null]);
    },
  );

  test('is not begun by a connection that breaks in main', () => {
    const state = after(ben(), { type: 'connection.changed', connection: 'lost' });
    expect([selfAt(state), person(state, 'u-Ben').awayUntil]).toEqual(['main', null]);
  });
});

describe('the way back to a room', () => {
  const listed = (): State => after(ben(), listOf(['x', 1, 'Blue'], ['y', 2, 'Red']));
  const home = (state: State, reason: ReturnReason): State =>
    after(state, { type: 'return.started', reason }, { type: 'return.ended' });
  const back = (reason: ReturnReason = 'self'): State =>
    home(inside(listed(), 'x', { room: 'room-1' }), reason);
  const turnedDown = (): State => after(listed(), asked('x'), { type: 'invite.declined' });

  test.each(['self', 'dropped'] as const)('is there after a return by %s', (reason) => {
    expect(wayBackView(back(reason))).toEqual({
      kind: 'returned',
      roomKey: 'room-1',
      number: 1,
      name: 'Blue',
    });
    expect(wayBackView(inside(listed(), 'x', { room: 'room-1' })), 'not while there').toBeNull();
  });

  test.each(['recall', 'deadline', 'room-ended', 'moved', 'unmount'] as const)(
    'is not there for somebody who was brought back by %s',
    (reason) => {
      expect(back(reason).self.left).toBeNull();
    },
  );

  test('is there after a decline, unless nobody known had asked', () => {
    expect(wayBackView(turnedDown())).toMatchObject({ kind: 'declined', name: 'Blue' });
    const stranger = after(ben(), asked('z', 'c-Cem'), { type: 'invite.declined' });
    expect(stranger.self).toMatchObject({ invite: null, left: null });
    expect(after(stranger, { type: 'invite.declined' })).toBe(stranger);
  });

  test('ends with the room, with a new id for it, with the round, and with the next draft', () => {
    for (const state of [back(), turnedDown()])
      for (const event of [
        { type: 'room.destroyed', roomId: 'x' },
        listOf(['new', 1]),
        { type: 'round.closed' },
        { type: 'told.recall', inMs: 0 },
      ] as const) {
        const over = after(state, event);
        expect([over.self.left, wayBackView(over)], event.type).toEqual([null, null]);
      }
    const other = after(back(), { type: 'room.destroyed', roomId: 'y' });
    expect(wayBackView(other)).not.toBeNull();
  });

  test('is not begun to a room that died, or a round that closed, on the way', () => {
    const going = after(inside(listed(), 'x', { room: 'room-1' }), {
      type: 'return.started',
      reason: 'self',
    });
    for (const event of [{ type: 'room.destroyed', roomId: 'x' }, { type: 'round.closed' }] as const)
      expect(after(going, event, { type: 'return.ended' }).self.left, event.type).toBeNull();
  });

  test('is hidden while the rooms close, and there again when they are kept open', () => {
    const closing = after(inside(listed(), 'x', { room: 'room-1' }), { type: 'told.recall', inMs: 30_000 });
    for (const state of [after(back(), { type: 'told.recall', inMs: 30_000 }), home(closing, 'self')]) {
      expect(wayBackView(state)).toBeNull();
      expect(wayBackView(after(state, { type: 'told.keep-open' }))).toMatchObject({ roomKey: 'room-1' });
    }
  });

  test('ends when a round that this kit never heard of closes', () => {
    const state = home(inside(ben(), 'x'), 'self');
    expect(wayBackView(state)).toMatchObject({ roomKey: 'id/x', number: null });
    expect(after(state, { type: 'told.recall', inMs: 30_000 }).self.left).toBeNull();
  });

  test('ends when a moderator calls this person back, or takes the invitation back', () => {
    expect(after(back(), { type: 'told.call-back', inMs: 0 }).self.left).toBeNull();
    expect(after(turnedDown(), { type: 'told.withdraw', roomId: 'x' }).self.left).toBeNull();
    const called = after(inside(listed(), 'x', { room: 'room-1' }), {
      type: 'told.call-back',
      inMs: 20_000,
    });
    expect(home(called, 'self').self.left, 'went before the time was up').toBeNull();
  });

  test('gives way to an invitation and to an order to move', () => {
    for (const event of [asked('y'), order('y')]) expect(after(back(), event).self.left).toBeNull();
  });

  test('waits while a try is under way or has failed, and ends with one that succeeds', () => {
    const trying = joining(back(), 'x', { room: 'room-1', id: 2 });
    const failed = after(trying, { type: 'attempt.failed', id: 2, failure: full, wall: 0 });
    expect([wayBackView(trying), wayBackView(failed)]).toEqual([null, null]);
    expect(wayBackView(after(failed, { type: 'attempt.dismissed' }))).not.toBeNull();
    const cancelled = after(failed, { type: 'attempt.dismissed' }, { type: 'return.ended' });
    expect(wayBackView(cancelled)).not.toBeNull();
    expect(after(trying, { type: 'attempt.succeeded', id: 2 }).self.left).toBeNull();
  });

  test('is not begun to a room that the last person leaves, for it dies with them', () => {
    const ben1 = { clientId: 'b1', userRef: null, name: 'Ben', isSelf: true };
    const cem = { clientId: 'b2', userRef: null, name: 'Cem', isSelf: false };
    const there = (members: readonly Member[]) =>
      after(inside(listed(), 'x', { room: 'room-1' }), { type: 'members.changed', roomId: 'x', members });
    expect(home(there([ben1]), 'self').self.left).toBeNull();
    expect(home(there([ben1, cem]), 'self').self.left).toMatchObject({ roomId: 'x' });
  });

  test.each(['room-gone', 'refused', 'no-pass', 'invalid'] as const)(
    'ends when the service answers %s',
    (kind) => {
      const gone: Failure = { kind, code: null, text: null };
      const trying = joining(back(), 'x', { room: 'room-1', id: 2 });
      const failed = after(trying, { type: 'attempt.failed', id: 2, failure: gone, wall: 0 });
      expect(failed.self.left).toBeNull();
    },
  );
});

describe('sound', () => {
  test('is as wanted, changing, changed or not as it should be', () => {
    const wanted = after(ben(), { type: 'sound.wanted', wanted: 'muted' }, { type: 'sound.changing' });
    expect(wanted.self.sound).toMatchObject({ wanted: 'muted', main: 'live', changing: true });
    const failed = after(wanted, { type: 'sound.failed', failure: full });
    expect(failed.self.sound).toMatchObject({ changing: false, failure: full });
    expect(failed.notices).toMatchObject([{ subject: 'sound', text: 'failed', failure: full }]);
    const mended = after(failed, { type: 'sound.changed', main: 'muted' });
    expect(mended.self.sound).toMatchObject({ main: 'muted', failure: null });
    expect(mended.notices).toEqual([]);
  });

  test('the microphone is on, off, or held', () => {
    const state = after(ben(), { type: 'mic.changed', on: true, held: false });
    expect(state.self.sound).toMatchObject({ micOn: true, micHeld: false });
    expect(after(state, { type: 'mic.changed', on: true, held: false })).toBe(state);
  });
});
