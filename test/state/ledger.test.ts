// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/state/types.js';
import { alike, patch, sameList, withEntry, withMembers, withoutEntry } from '../../src/state/maps.js';
import { memo } from '../../src/state/memo.js';
import { nextDeadline } from '../../src/state/nextDeadline.js';
import { after, given, invited, opened, until, type Step } from './given.js';

const failure = { kind: 'refused', code: null, text: null } as const;

describe('the ledger of calls', () => {
  const call: Call = {
    id: '__proto__',
    kind: 'create',
    roomKey: null,
    people: [],
    sentAt: 0,
    giveUpAt: 15_000,
    overdue: false,
  };
  const asked = () => after(given(), { type: 'call.opened', call });

  test('holds a call until it is answered, or refused', () => {
    expect(asked().calls.get('__proto__')).toBe(call);
    expect(after(asked(), { type: 'call.answered', callId: '__proto__' }).calls.size).toBe(0);
    expect(after(asked(), { type: 'call.refused', callId: '__proto__', failure }).calls.size).toBe(0);
  });

  test('keeps one that is overdue: its late answer still counts', () => {
    const overdue = after(asked(), { type: 'call.overdue', callId: '__proto__', failure });
    expect(overdue.calls.get('__proto__')?.overdue).toBe(true);
    expect(after(overdue, { type: 'call.overdue', callId: '__proto__', failure })).toBe(overdue);
    expect(after(overdue, { type: 'call.answered', callId: '__proto__' }).calls.size).toBe(0);
  });

  test.each<Step>([
    { type: 'call.answered', callId: 'constructor' },
    { type: 'call.refused', callId: '', failure },
    { type: 'call.overdue', callId: 'late', failure },
  ])('does not know of a call that was never made: %j', (event) => {
    const state = asked();
    expect(after(state, event)).toBe(state);
  });
});

describe('notices', () => {
  const give = (subject: 'wire' | 'plan', more = {}): Step => ({
    type: 'notice.given',
    subject,
    text: 'failed',
    ...more,
  });

  test('are the newest of each subject', () => {
    const state = after(
      given(),
      give('wire'),
      give('plan', { failure, people: ['u-Ben'], roomKey: 'room-1', count: 2, of: 3 }),
      give('wire', { at: 4 }),
    );
    expect(state.notices).toEqual([
      {
        id: 2,
        at: 0,
        subject: 'plan',
        text: 'failed',
        failure,
        people: ['u-Ben'],
        roomKey: 'room-1',
        count: 2,
        of: 3,
      },
      {
        id: 3,
        at: 4,
        subject: 'wire',
        text: 'failed',
        failure: null,
        people: [],
        roomKey: null,
        count: null,
        of: null,
      },
    ]);
  });

  test('go when they are dismissed, and no later one is taken for them', () => {
    const one = after(given(), give('wire'));
    const none = after(one, { type: 'notice.dismissed', id: 1 });
    expect(none.notices).toEqual([]);
    expect(after(none, { type: 'notice.dismissed', id: 1 })).toBe(none);
    expect(after(none, give('wire')).notices.map(({ id }) => id)).toEqual([2]);
  });
});

describe('the next moment that matters', () => {
  test('there is none while nothing waits', () => {
    expect(nextDeadline(given())).toBeNull();
  });

  test('is the earliest, and each comes once', () => {
    let state = invited(opened(given({ rooms: 2 })), ['Ben'], 1, 10);
    state = invited(state, ['Cem'], 2, 5);
    state = after(state, { type: 'round.closing', closesAt: 70_000 });
    const moments: number[] = [];
    for (let due = nextDeadline(state); due !== null && moments.length < 9; due = nextDeadline(state)) {
      moments.push(due);
      state = until(state, due);
    }
    expect(moments).toEqual([60_005, 60_010, 70_000]);
    expect(state.round.phase).toBe('closed');
  });

  test('of a limit that is switched off never comes', () => {
    const state = after(given(), {
      type: 'times.set',
      times: { invite: Number.POSITIVE_INFINITY, grace: 1, notice: 1, kept: 1 },
    });
    expect(nextDeadline(invited(opened(state), ['Ben'], 1))).toBeNull();
  });

  test('of a limit of nothing is the next one, so that nobody waits without end', () => {
    const state = after(
      given({ rooms: 1 }),
      { type: 'times.set', times: { invite: 0, grace: 0, notice: 0, kept: 0 } },
      { type: 'clock.passed', at: 50 },
    );
    const asked = invited(opened(state), ['Ben'], 1, 50);
    expect(nextDeadline(asked)).toBe(51);
    expect(nextDeadline(until(asked, 51))).toBeNull();
    const dropped = after(asked, { type: 'person.left', clientId: 'c-Ben', at: 50 });
    expect(nextDeadline(dropped)).toBe(51);
    expect(nextDeadline(until(dropped, 51))).toBeNull();
  });
});

describe('what is remembered', () => {
  const first = {};
  const view = () => {
    let times = 0;
    const counted = memo(
      (state: { readonly a: object; readonly b: object }, _key: string) => [state.a, state.b],
      (_state, key) => ({ key, times: ++times }),
    );
    return counted;
  };

  test('is the same object for the same inputs, whatever else changed', () => {
    const see = view();
    const b = {};
    const seen = see({ a: first, b }, 'x');
    const more = { a: first, b, c: 1 };
    expect(see(more, 'x')).toBe(seen);
    expect(see(more, 'y')).not.toBe(seen);
    expect(see({ a: first, b: {} }, 'x').times).toBe(3);
    expect(see({ a: first, b }, 'x')).toBe(seen);
  });

  test('is remembered when the answer is nothing, too', () => {
    let times = 0;
    const nothing = memo(
      (state: { readonly a: object }) => [state.a],
      () => {
        times += 1;
        return undefined;
      },
    );
    nothing({ a: first });
    nothing({ a: first });
    expect(times).toBe(1);
  });
});

describe('changes that change nothing', () => {
  test('give the same object back', () => {
    const map = new Map<string, number | undefined>([['__proto__', undefined]]);
    expect(withEntry(map, '__proto__', undefined)).toBe(map);
    expect(withEntry(map, 'a', undefined)).toEqual(
      new Map([
        ['__proto__', undefined],
        ['a', undefined],
      ]),
    );
    expect(withoutEntry(map, 'constructor')).toBe(map);
    expect(withoutEntry(map, '__proto__').size).toBe(0);
    expect(map.size).toBe(1);
    const set = new Set(['a', 'b']);
    expect(withMembers(set, ['a'], true)).toBe(set);
    expect(withMembers(set, ['c'], false)).toBe(set);
    expect(withMembers(set, ['a'], false)).toEqual(new Set(['b']));
    expect(withMembers(set, ['c'], true)).toEqual(new Set(['a', 'b', 'c']));
    const object = { a: Number.NaN, b: 1 };
    expect(patch(object, { a: Number.NaN })).toBe(object);
    expect(patch(object, { b: 2 })).toEqual({ a: Number.NaN, b: 2 });
    const list = [{ a: 1 }, { a: 2 }];
    expect(sameList(list, [{ a: 1 }, { a: 2 }])).toBe(list);
    const other = [{ a: 1 }, { a: 3 }];
    expect(sameList(list, other)).toBe(other);
    expect(sameList(list, [])).toEqual([]);
    expect(alike({ a: 1 }, { a: 1 })).toBe(true);
  });
});
