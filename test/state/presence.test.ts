// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { JOIN_TOLD_MS } from '../../src/state/presence.js';
import type { Failure, State } from '../../src/state/types.js';
import { ladder, outside } from '../../src/state/view/people.js';
import { personView } from '../../src/state/view/personView.js';
import {
  after,
  clientOf,
  given,
  idOf,
  invited,
  keyOf,
  opened,
  placeOf,
  roomKey,
  until,
  type Step,
} from './given.js';

const live = (seats: Parameters<typeof given>[0] = {}) =>
  opened(
    given({
      rooms: 2,
      seats: [
        ['Ben', 1],
        ['Cem', 2],
        ['Dia', 2],
      ],
      ...seats,
    }),
  );
const joins = (name: string, roomId: string | null, at = 1): Step => ({
  type: 'occupant.joined',
  clientId: clientOf(name),
  roomId,
  at,
});
const leaves = (name: string, roomId: string | null): Step => ({
  type: 'occupant.left',
  clientId: clientOf(name),
  roomId,
});
const here = (
  name: string,
  step: 'joining' | 'in-room' | 'main' | 'failed',
  roomId: string | null,
  at = 1,
): Step => ({ type: 'told.here', clientId: clientOf(name), roomId, step, at });
const rejects = (name: string | null, roomId: string | null, at = 1): Step => ({
  type: 'invite.rejected',
  clientId: name === null ? null : clientOf(name),
  roomId,
  at,
});
const call = (id: string, names: readonly string[], sentAt: number): Step => ({
  type: 'call.opened',
  call: {
    id,
    kind: 'invite',
    roomKey: roomKey(1),
    people: names.map(keyOf),
    sentAt,
    giveUpAt: sentAt + 15_000,
    overdue: false,
  },
});
const lost: Failure = { kind: 'no-answer', code: null, text: null };
/** The same room, made again under a new id. */
const remade = (state: State, number: number) =>
  after(
    state,
    { type: 'room.destroyed', roomId: idOf(number) },
    { type: 'rooms.created', rooms: [{ roomKey: roomKey(number), roomId: 'again', capacity: 7 }] },
  );

describe('somebody comes into a room', () => {
  test('that the service names: it is confirmed', () => {
    expect(placeOf(after(live(), joins('Ben', idOf(2))), 'Ben')).toEqual({
      at: 'in-room',
      roomKey: 'room-2',
      since: 1,
      evidence: 'confirmed',
    });
  });

  test('that the service does not name: it is the one they were asked to, then the one of their seat', () => {
    expect(placeOf(after(invited(live(), ['Ben'], 2), joins('Ben', null)), 'Ben')).toMatchObject({
      roomKey: 'room-2',
      evidence: 'inferred',
    });
    expect(placeOf(after(live(), joins('Ben', null)), 'Ben')).toMatchObject({
      roomKey: 'room-1',
      evidence: 'inferred',
    });
  });

  test('without seat, invitation or name of a room: nobody can tell which', () => {
    const state = live({ seats: [] });
    expect(after(state, joins('Ben', null))).toBe(state);
  });

  test('while this kit only drafts: a seat in the draft is no room', () => {
    const state = given({ rooms: 2, seats: [['Ben', 1]] });
    expect(after(state, joins('Ben', null))).toBe(state);
  });

  test.each([
    ['a dead', idOf(1)],
    ['an unknown', '__proto__'],
    ['no', ''],
  ])('under %s id: nothing is known of it', (_, roomId) => {
    const state = remade(live(), 1);
    expect(after(state, joins('Ben', roomId))).toBe(state);
  });

  test('twice, or less surely: they are there already', () => {
    const state = after(live(), joins('Ben', idOf(1)));
    for (const again of [joins('Ben', idOf(1), 9), joins('Ben', null, 9)])
      expect(after(state, again)).toBe(state);
    expect(placeOf(after(state, here('Ben', 'in-room', idOf(1), 9)), 'Ben')).toMatchObject({
      since: 1,
      evidence: 'confirmed',
    });
  });

  test('and what was only told or inferred gets surer, with the time of the first word', () => {
    const inferred = after(live(), joins('Ben', null, 1));
    const told = after(inferred, here('Ben', 'in-room', idOf(1), 2));
    expect(placeOf(told, 'Ben')).toMatchObject({ since: 1, evidence: 'told' });
    expect(placeOf(after(told, joins('Ben', idOf(1), 3)), 'Ben')).toMatchObject({
      since: 1,
      evidence: 'confirmed',
    });
  });

  test('whom nobody knows, or who has this kit: it is not listened to', () => {
    const state = live();
    expect(after(state, joins('Nobody', idOf(1)))).toBe(state);
    expect(after(state, joins('Ana', idOf(1)))).toBe(state);
  });
});

describe('somebody leaves a room', () => {
  test.each([
    ['by its id', idOf(1)],
    ['without a word on which', null],
  ])('%s: they are in main', (_, roomId) => {
    expect(placeOf(after(live(), joins('Ben', idOf(1)), leaves('Ben', roomId)), 'Ben')).toEqual({
      at: 'main',
    });
  });

  test.each([
    ['another room', idOf(2)],
    ['a room nobody knows', 'constructor'],
  ])('said of %s: they stay where they are', (_, roomId) => {
    const state = after(live(), joins('Ben', idOf(1)));
    expect(after(state, leaves('Ben', roomId))).toBe(state);
  });

  test('on the way to another: they stay on the way', () => {
    const state = after(live(), joins('Ben', idOf(1)), here('Ben', 'joining', idOf(2)));
    expect(after(state, leaves('Ben', idOf(1)))).toBe(state);
    expect(after(state, leaves('Ben', null))).toBe(state);
  });

  test('that was made again since: late news of the old one is none of the new one', () => {
    const state = after(remade(live(), 1), joins('Ben', 'again'));
    expect(after(state, leaves('Ben', idOf(1)))).toBe(state);
    expect(placeOf(after(state, here('Ben', 'failed', idOf(1))), 'Ben')).toEqual(placeOf(state, 'Ben'));
  });

  test('after the round was put away: it is still heard', () => {
    const state = after(live(), joins('Ben', idOf(1)), { type: 'round.closed' }, { type: 'round.reset' });
    expect(placeOf(state, 'Ben').at).toBe('in-room');
    expect(placeOf(after(state, leaves('Ben', idOf(1))), 'Ben').at).toBe('main');
  });
});

describe('a person’s own kit says', () => {
  test('on the way, there, back', () => {
    const going = after(live(), here('Ben', 'joining', idOf(1), 1));
    expect(placeOf(going, 'Ben')).toEqual({ at: 'joining', roomKey: 'room-1', since: 1 });
    expect(after(going, here('Ben', 'joining', idOf(1), 5))).toBe(going);
    const there = after(going, here('Ben', 'in-room', idOf(1), 2));
    expect(placeOf(there, 'Ben')).toEqual({ at: 'in-room', roomKey: 'room-1', since: 2, evidence: 'told' });
    expect(after(there, here('Ben', 'joining', idOf(1), 5))).toBe(there);
    expect(placeOf(after(there, here('Ben', 'main', null)), 'Ben')).toEqual({ at: 'main' });
  });

  test('on the way to another room', () => {
    const state = after(live(), here('Ben', 'in-room', idOf(1)), here('Ben', 'joining', idOf(2), 3));
    expect(placeOf(state, 'Ben')).toEqual({ at: 'joining', roomKey: 'room-2', since: 3 });
  });

  test('could not join, once, and keeps the reason the service gave', () => {
    const state = after(live(), here('Ben', 'joining', idOf(1)), here('Ben', 'failed', idOf(1), 4));
    expect(placeOf(state, 'Ben')).toMatchObject({ at: 'failed', roomKey: 'room-1', since: 4 });
    expect(after(state, here('Ben', 'failed', idOf(1), 9))).toBe(state);
    const failure: Failure = { kind: 'capacity', code: 1734, text: 'full' };
    const refused = after(
      live(),
      { type: 'invite.failed', people: ['u-Ben'], roomKey: 'room-1', failure },
      here('Ben', 'failed', idOf(1)),
    );
    expect(placeOf(refused, 'Ben')).toMatchObject({ failure });
  });

  test('could not join, without saying where: it is where they were going, if anywhere', () => {
    expect(placeOf(after(invited(live(), ['Ben'], 2), here('Ben', 'failed', null)), 'Ben')).toMatchObject({
      at: 'failed',
      roomKey: 'room-2',
    });
    expect(placeOf(after(live(), here('Ben', 'failed', null)), 'Ben')).toEqual({ at: 'main' });
  });

  test('main, while an invitation waits for them: it still waits', () => {
    expect(placeOf(after(invited(live(), ['Ben'], 1), here('Ben', 'main', null)), 'Ben').at).toBe('invited');
  });

  test('in-room in a room that this moderator was never told of: nobody is left there unseen', () => {
    const state = after(live(), here('Ben', 'in-room', 'nowhere'));
    expect(placeOf(state, 'Ben')).toMatchObject({ at: 'in-room', evidence: 'told' });
    expect(outside(state).recallable).toEqual(['u-Ben']);
    const participant = { ...live(), self: { ...live().self, role: 'participant' as const } };
    expect(placeOf(after(participant, here('Ben', 'in-room', 'nowhere')), 'Ben')).toEqual({ at: 'main' });
  });

  test('in-room in more rooms than there can be: not believed', () => {
    let state = live();
    for (let nth = 0; nth < 300; nth += 1)
      state = after(state, here('Ben', 'in-room', `nowhere ${String(nth)}`));
    expect(state.rooms.size).toBeLessThanOrEqual(100);
  });

  test.each(['joining', 'failed'] as const)(
    '%s in a room that is not known: only that they have a kit',
    (step) => {
      const state = after(live(), here('Ben', step, 'nowhere'));
      expect(placeOf(state, 'Ben')).toEqual({ at: 'main' });
      expect(state.people.get('u-Ben')?.hasKit).toBe(true);
    },
  );

  test('nothing about this person, and nothing about strangers', () => {
    const state = live();
    expect(after(state, here('Ana', 'in-room', idOf(1)))).toBe(state);
    expect(after(state, here('Nobody', 'in-room', idOf(1)))).toBe(state);
  });

  test('on the way, and then never anything again: it is not waited for without end', () => {
    const state = after(live(), here('Ben', 'joining', idOf(1), 1));
    expect(placeOf(until(state, JOIN_TOLD_MS), 'Ben').at).toBe('joining');
    expect(placeOf(until(state, JOIN_TOLD_MS + 1), 'Ben')).toMatchObject({
      at: 'failed',
      failure: { kind: 'no-answer' },
    });
    expect(placeOf(until(after(state, { type: 'round.closed' }), JOIN_TOLD_MS + 1), 'Ben').at).toBe('main');
  });
});

describe('an invitation', () => {
  test('is waited for, until its time runs out', () => {
    const state = invited(live(), ['Ben'], 1, 100);
    expect(personView(state, 'u-Ben')).toMatchObject({
      status: 'invited',
      roomKey: 'room-1',
      since: 100,
      until: 60_100,
    });
    expect(placeOf(until(state, 60_099), 'Ben').at).toBe('invited');
    expect(placeOf(until(state, 60_100), 'Ben')).toEqual({ at: 'no-answer', roomKey: 'room-1', since: 100 });
  });

  test('shows as Inviting while its call is open, and counts under Invited', () => {
    const state = after(live(), call('k', ['Ben'], 5));
    expect(personView(state, 'u-Ben')).toMatchObject({ status: 'inviting', roomKey: 'room-1', since: 5 });
    expect(ladder(state).invited).toBe(1);
    expect(
      personView(after(state, { type: 'call.refused', callId: 'k', failure: lost }), 'u-Ben')?.status,
    ).toBe('main');
    expect(
      personView(after(state, { type: 'call.overdue', callId: 'k', failure: lost }), 'u-Ben')?.status,
    ).toBe('main');
  });

  test('answered before the service said it was sent stays answered', () => {
    const called = after(live(), call('k', ['Ben'], 5));
    for (const answer of [here('Ben', 'joining', idOf(1), 6), joins('Ben', idOf(1), 6)]) {
      const answered = after(called, answer);
      expect(invited(answered, ['Ben'], 1, 7)).toBe(answered);
    }
    const failed = after(called, here('Ben', 'failed', idOf(1), 6));
    expect(invited(failed, ['Ben'], 1, 7)).toBe(failed);
  });

  test('declined before, and sent again, is open again', () => {
    const no = after(invited(live(), ['Ben'], 1, 1), {
      type: 'told.decline',
      clientId: 'c-Ben',
      roomId: idOf(1),
      at: 4,
    });
    expect(placeOf(no, 'Ben')).toEqual({ at: 'declined', roomKey: 'room-1', since: 4 });
    expect(placeOf(invited(after(no, call('k', ['Ben'], 9)), ['Ben'], 1, 10), 'Ben')).toEqual({
      at: 'invited',
      roomKey: 'room-1',
      since: 10,
    });
  });

  test('that the service confirms late is open after all, but a no stays a no', () => {
    const called = after(
      live(),
      call('k', ['Ben', 'Cem'], 5),
      { type: 'call.overdue', callId: 'k', failure: lost },
      { type: 'invite.failed', people: ['u-Ben', 'u-Cem'], roomKey: 'room-1', failure: lost, at: 20 },
    );
    const late = after(called, { type: 'call.answered', callId: 'k' });
    expect(placeOf(invited(late, ['Ben'], 1, 30), 'Ben')).toMatchObject({ at: 'invited', since: 30 });
    const no = after(invited(live(), ['Ben'], 1, 6), {
      type: 'told.decline',
      clientId: 'c-Ben',
      roomId: idOf(1),
      at: 25,
    });
    expect(invited(no, ['Ben'], 1, 30)).toBe(no);
  });

  test('tried again succeeds although the first call still hangs', () => {
    const failed = after(
      live(),
      call('first', ['Ben'], 5),
      { type: 'call.overdue', callId: 'first', failure: lost },
      { type: 'invite.failed', people: ['u-Ben'], roomKey: 'room-1', failure: lost, at: 20 },
    );
    const again = invited(after(failed, call('second', ['Ben'], 30)), ['Ben'], 1, 31);
    expect(placeOf(again, 'Ben')).toMatchObject({ at: 'invited', since: 31 });
  });

  test('that could not be sent says so, to those who are not further on', () => {
    const failure: Failure = { kind: 'refused', code: null, text: null };
    const there = after(live(), joins('Cem', idOf(1)));
    const state = after(there, {
      type: 'invite.failed',
      people: ['u-Ben', 'u-Cem', 'nobody'],
      roomKey: 'room-1',
      failure,
      at: 3,
    });
    expect(personView(state, 'u-Ben')).toMatchObject({ status: 'failed', failure });
    expect(placeOf(state, 'Cem').at).toBe('in-room');
    expect(invited(state, ['Nobody'], 1)).toBe(state);
  });

  test('to oneself is not waited for: a moderator visits', () => {
    const state = live();
    expect(invited(state, ['Ana'], 1)).toBe(state);
  });
});

describe('somebody says no', () => {
  const asked = () => invited(live(), ['Ben', 'Cem'], 1);

  test.each(['invited', 'no-answer', 'joining'])('while %s', (at) => {
    const state =
      at === 'invited'
        ? asked()
        : at === 'joining'
          ? after(asked(), here('Ben', 'joining', idOf(1)))
          : until(asked(), 60_000);
    expect(placeOf(state, 'Ben').at).toBe(at);
    expect(placeOf(after(state, rejects('Ben', null, 70_000)), 'Ben')).toEqual({
      at: 'declined',
      roomKey: 'room-1',
      since: 70_000,
    });
  });

  test('to a room they are in, were not asked to, or that nobody knows: it is not about now', () => {
    const there = after(asked(), joins('Ben', idOf(1)));
    expect(after(there, rejects('Ben', idOf(1)))).toBe(there);
    const state = asked();
    for (const roomId of [idOf(2), 'unknown']) expect(after(state, rejects('Ben', roomId))).toBe(state);
    expect(after(state, rejects('Nobody', null))).toBe(state);
    const again = invited(remade(live(), 1), ['Ben'], 1);
    expect(after(again, rejects('Ben', idOf(1)))).toBe(again);
  });

  test('to a room that died meanwhile: it is still a no', () => {
    const state = after(asked(), { type: 'room.destroyed', roomId: idOf(1) }, rejects('Ben', idOf(1)));
    expect(placeOf(state, 'Ben').at).toBe('declined');
  });

  test('without a name: it is clear only when one person was asked', () => {
    const two = asked();
    expect(after(two, rejects(null, null))).toBe(two);
    const one = invited(live(), ['Ben'], 1);
    const no = after(one, rejects(null, idOf(1)));
    expect(placeOf(no, 'Ben').at).toBe('declined');
    expect(after(no, rejects(null, idOf(1), 2))).toBe(no);
  });

  test('by their kit and by the service without a name: nobody else is taken for them', () => {
    const told = after(asked(), { type: 'told.decline', clientId: 'c-Ben', roomId: idOf(1), at: 1 });
    expect(after(told, rejects(null, idOf(1), 2))).toBe(told);
    expect(placeOf(after(told, rejects(null, idOf(1), 30_000)), 'Cem').at).toBe('declined');
  });
});

test('who is in a room that is gone is in main, and everybody else stays where they are', () => {
  const state = after(invited(live(), ['Dia'], 1), joins('Ben', idOf(1)), joins('Cem', idOf(2)), {
    type: 'room.destroyed',
    roomId: idOf(1),
  });
  expect([placeOf(state, 'Ben').at, placeOf(state, 'Cem').at, placeOf(state, 'Dia').at]).toEqual([
    'main',
    'in-room',
    'invited',
  ]);
});
