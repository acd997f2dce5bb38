// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { RosterPerson } from '../../src/state/events.js';
import { INITIAL_STATE } from '../../src/state/initialState.js';
import { reduce } from '../../src/state/reduce.js';
import { everybody, twins } from '../../src/state/view/people.js';
import { personView } from '../../src/state/view/personView.js';
import { pool } from '../../src/state/view/plan.js';
import {
  after,
  clientOf,
  given,
  idOf,
  inside,
  invited,
  keyOf,
  opened,
  person,
  placeOf,
  roomKey,
  somebody,
  until,
} from './given.js';

const inRoom = (name: string) =>
  ({ type: 'occupant.joined', clientId: clientOf(name), roomId: idOf(1) }) as const;
const leaves = (name: string, at: number) => ({ type: 'person.left', clientId: clientOf(name), at }) as const;
const comes = (someone: RosterPerson, at = 0) => ({ type: 'person.joined', person: someone, at }) as const;
const live = () => opened(given({ rooms: 2, seats: [['Ben', 1]] }));

describe('whose key is whose', () => {
  test('somebody is known by their user_ref', () => {
    expect([...given().people.keys()]).toEqual(['u-Ana', 'u-Ben', 'u-Cem', 'u-Dia']);
  });

  test('somebody without a user_ref, or with an empty one, is known by their connection', () => {
    const state = given({
      people: [
        'Ana',
        somebody('Ben', { userRef: null }),
        somebody('Cem', { userRef: '' }),
        somebody('Dia', { userRef: '' }),
      ],
    });
    expect([...state.people.keys()]).toEqual(['u-Ana', 'c-Ben', 'c-Cem', 'c-Dia']);
    expect(person(state, 'c-Cem').userRef).toBeNull();
  });

  test('a second tab of the same user is a person of its own', () => {
    const state = after(given(), comes(somebody('Ben', { clientId: 'c-tab' })));
    expect([...state.people.keys()]).toEqual(['u-Ana', 'u-Ben', 'u-Cem', 'u-Dia', 'c-tab']);
    expect(twins(state)).toEqual(
      new Map([
        ['u-Ben', 1],
        ['c-tab', 2],
      ]),
    );
  });

  test('whoever comes back after the holder of a user_ref left inherits its seat', () => {
    const tabs = after(
      given({ rooms: 2, seats: [['Ben', 1]] }),
      comes(somebody('Ben', { clientId: 'c-tab' })),
      leaves('Ben', 5),
    );
    expect(pool(tabs).seated).toEqual([]);
    const back = after(tabs, comes(somebody('Ben', { clientId: 'c-new' })));
    expect(pool(back).seated).toEqual(['u-Ben']);
    expect(back.clients.get('c-new')).toBe('u-Ben');
    expect(back.clients.get('c-tab')).toBe('c-tab');
  });

  test('nobody takes over a kept place because their connection is called like another person’s key', () => {
    const kept = after(live(), inRoom('Ben'), leaves('Ben', 5));
    const next = after(kept, comes(somebody('Eve', { clientId: 'u-Ben', userRef: null })));
    expect(person(next, 'u-Ben').clientId).toBeNull();
    expect(person(next, 'u-Ben').name).toBe('Ben');
    expect(next.clients.get('u-Ben')).toBe('u-Ben/5');
  });

  test('a made-up key never meets one that is taken', () => {
    const state = given({
      people: [
        'Ana',
        somebody('X', { clientId: 'x1', userRef: 'a' }),
        somebody('Y', { clientId: 'y', userRef: 'a/4' }),
        somebody('Z', { clientId: 'a', userRef: null }),
      ],
    });
    expect([...state.people.keys()]).toEqual(['u-Ana', 'a', 'a/4', 'a/5']);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString'])(
    'a person called %s by the service is a person',
    (id) => {
      const state = after(given(), comes(somebody('Eve', { clientId: id, userRef: id })));
      expect(person(state, id).name).toBe('Eve');
      expect(everybody(state)).toHaveLength(5);
    },
  );

  test('somebody without any id is nobody', () => {
    const state = given();
    expect(after(state, comes(somebody('Eve', { clientId: '' })))).toBe(state);
  });
});

describe('somebody who drops off', () => {
  test('and comes back under a new connection keeps their place, which is not confirmed any more', () => {
    const dropped = after(live(), { ...inRoom('Ben'), at: 1 }, leaves('Ben', 5));
    expect(person(dropped, 'u-Ben').awayUntil).toBe(5 + 60_000);
    expect(personView(dropped, 'u-Ben')).toMatchObject({ status: 'away', roomKey: 'room-1', until: 60_005 });
    const back = after(dropped, comes(somebody('Ben', { clientId: 'c-new', role: 'unknown', name: '' }), 9));
    expect(person(back, 'u-Ben')).toMatchObject({
      clientId: 'c-new',
      awayUntil: null,
      role: 'participant',
      name: 'Ben',
    });
    expect(placeOf(back, 'Ben')).toEqual({
      at: 'in-room',
      roomKey: 'room-1',
      since: 1,
      evidence: 'inferred',
    });
    expect(back.clients.has('c-Ben')).toBe(false);
  });

  test('is forgotten when the place was kept long enough', () => {
    const dropped = after(live(), inRoom('Ben'), leaves('Ben', 5));
    expect(until(dropped, 60_004).people.has('u-Ben')).toBe(true);
    const gone = until(dropped, 60_005);
    expect(gone.people.has('u-Ben')).toBe(false);
    expect(everybody(gone).map(({ name }) => name)).toEqual(['Ana', 'Cem', 'Dia']);
  });

  test('while invited is waited for, too', () => {
    const dropped = after(invited(live(), ['Ben'], 1), leaves('Ben', 5));
    expect(person(dropped, 'u-Ben').awayUntil).toBe(60_005);
  });

  test.each(['main', 'declined'] as const)('from %s is gone at once', (from) => {
    const state =
      from === 'main'
        ? live()
        : after(invited(live(), ['Ben'], 1), { type: 'told.decline', clientId: 'c-Ben', roomId: idOf(1) });
    expect(after(state, leaves('Ben', 5)).people.has('u-Ben')).toBe(false);
  });

  test('without a user_ref cannot be known again, and is gone at once', () => {
    const state = after(
      opened(given({ people: ['Ana', somebody('Ben', { userRef: null })], rooms: 1 })),
      inRoom('Ben'),
      leaves('Ben', 5),
    );
    expect(state.people.has('c-Ben')).toBe(false);
  });

  test('twice under one user_ref comes back tab by tab', () => {
    const tabs = after(
      live(),
      comes(somebody('Ben', { clientId: 'c-tab' })),
      inRoom('Ben'),
      { type: 'occupant.joined', clientId: 'c-tab', roomId: idOf(2) },
      leaves('Ben', 5),
      { type: 'person.left', clientId: 'c-tab' },
    );
    const one = after(tabs, comes(somebody('Ben', { clientId: 'c-1' })));
    const both = after(one, comes(somebody('Ben', { clientId: 'c-2' })));
    expect([both.clients.get('c-1'), both.clients.get('c-2')]).toEqual(['u-Ben', 'c-tab']);
    expect(person(both, 'c-tab').place).toMatchObject({ roomKey: 'room-2' });
  });

  test('whom nobody knows changes nothing', () => {
    const state = live();
    expect(after(state, { type: 'person.left', clientId: '__proto__' })).toBe(state);
  });
});

describe('the roster', () => {
  test('read at attach makes nobody late, not even who was heard of before it', () => {
    const early = after(INITIAL_STATE, comes(somebody('Ben')));
    expect(person(early, 'u-Ben').late).toBe(true);
    const read = after(early, {
      type: 'roster.read',
      self: { clientId: 'c-Ana', userRef: 'u-Ana', role: 'moderator' },
      people: [somebody('Ana'), somebody('Ben'), somebody('Cem')],
    });
    expect(everybody(read).map(({ late }) => late)).toEqual([false, false, false]);
  });

  test('marks who joins later as late until they have a seat', () => {
    const state = after(given({ rooms: 1 }), comes(somebody('Eve')));
    expect(personView(state, 'u-Eve')?.late).toBe(true);
    const seated = after(state, {
      type: 'plan.edited',
      reason: 'drag',
      edits: [{ kind: 'move', people: ['u-Eve'], to: roomKey(1) }],
    });
    expect(personView(seated, 'u-Eve')?.late).toBe(false);
  });

  test('of a reconnect lets go of who is not on it and takes in who is new', () => {
    const state = after(live(), inRoom('Ben'), {
      type: 'roster.read',
      self: { clientId: 'c-Ana', userRef: 'u-Ana', role: 'moderator' },
      people: [somebody('Ana', { role: 'moderator' }), somebody('Dia'), somebody('Eve')],
      at: 7,
    });
    expect(everybody(state).map(({ name, awayUntil, late }) => [name, awayUntil, late])).toEqual([
      ['Ana', null, false],
      ['Ben', 60_007, false],
      ['Dia', null, false],
      ['Eve', null, true],
    ]);
  });

  test('without oneself does not lose oneself', () => {
    const state = given({ me: 'Ben' });
    const read = after(state, {
      type: 'roster.read',
      self: { clientId: 'c-Ben', userRef: 'u-Ben', role: 'participant' },
      people: [somebody('Ana', { role: 'moderator' }), somebody('Cem'), somebody('Dia')],
    });
    expect(read).toBe(state);
    const first = after(INITIAL_STATE, {
      type: 'roster.read',
      self: { clientId: 'c-Ben', userRef: null, role: 'participant' },
      people: [somebody('Ana')],
    });
    expect(first.self.key).toBe('c-Ben');
    expect(everybody(first)).toHaveLength(2);
  });

  test('that cannot say who reads it leaves that open, and loses nobody’s key', () => {
    const before = after(INITIAL_STATE, { type: 'roster.read', self: null, people: [somebody('Ben')] });
    expect(before.self.key).toBeNull();
    const state = after(given(), { type: 'roster.read', self: null, people: [somebody('Ben')], at: 3 });
    expect(state.self).toMatchObject({ key: 'u-Ana', clientId: 'c-Ana', role: 'moderator' });
    expect(person(state, 'u-Ana').clientId).toBeNull();
    const back = after(until(state, 100_000), {
      type: 'roster.read',
      self: { clientId: 'c-Ana', userRef: 'u-Ana', role: 'unknown' },
      people: [somebody('Ana', { role: 'unknown' })],
    });
    expect(back.self).toMatchObject({ key: 'u-Ana', role: 'moderator' });
    expect(person(back, 'u-Ana')).toMatchObject({ clientId: 'c-Ana', awayUntil: null, role: 'moderator' });
  });

  test('of thousands takes everybody in, and lets everybody go', () => {
    const names = Array.from({ length: 5000 }, (_, n) => somebody(`P${String(n)}`));
    const self = { clientId: 'c-P0', userRef: 'u-P0', role: 'moderator' } as const;
    const full = after(INITIAL_STATE, { type: 'roster.read', self, people: names });
    expect(everybody(full)).toHaveLength(5000);
    const empty = after(full, { type: 'roster.read', self, people: [names[0] as RosterPerson] });
    expect(everybody(empty)).toHaveLength(1);
  });
});

describe('this person', () => {
  const roster = (...people: readonly RosterPerson[]) => ({ type: 'roster.read', people }) as const;

  test('keeps their own key under a new connection, user_ref or not', () => {
    const state = given({ me: 'Ben', people: ['Ana', somebody('Ben', { userRef: null })] });
    const back = after(state, {
      ...roster(
        somebody('Ana', { role: 'moderator' }),
        somebody('Ben', { clientId: 'c-new', userRef: null }),
      ),
      self: { clientId: 'c-new', userRef: null, role: 'participant' },
    });
    expect(back.self).toMatchObject({ key: 'c-Ben', clientId: 'c-new' });
    expect([...back.clients]).toEqual([
      ['c-Ana', 'u-Ana'],
      ['c-new', 'c-Ben'],
    ]);
    expect(everybody(back)).toHaveLength(2);
  });

  test('keeps it when another tab of theirs is on the roster before them', () => {
    const state = inside(given({ me: 'Ben' }), 'x');
    const back = after(state, {
      ...roster(
        somebody('Ana', { role: 'moderator' }),
        somebody('Ben', { clientId: 'c-tab' }),
        somebody('Ben', { clientId: 'c-new' }),
      ),
      self: { clientId: 'c-new', userRef: 'u-Ben', role: 'participant' },
    });
    expect(back.self.key).toBe('u-Ben');
    expect(back.clients.get('c-new')).toBe('u-Ben');
    expect(back.clients.get('c-tab')).toBe('c-tab');
    expect(placeOf(back, 'Ben')).toMatchObject({ at: 'in-room', evidence: 'confirmed' });
  });

  test('keeps it while the service still lists their old connection, which is a stranger then', () => {
    const back = after(given({ me: 'Ben' }), {
      ...roster(
        somebody('Ana', { role: 'moderator' }),
        somebody('Ben'),
        somebody('Ben', { clientId: 'c-new' }),
      ),
      self: { clientId: 'c-new', userRef: 'u-Ben', role: 'participant' },
    });
    expect(back.self.key).toBe('u-Ben');
    expect(back.clients.get('c-Ben')).toBe('c-Ben');
  });

  test('is not taken over by another tab that joins while their own connection is being made again', () => {
    const lost = after(
      given({ me: 'Ben' }),
      leaves('Ben', 5),
      comes(somebody('Ben', { clientId: 'c-new' }), 6),
    );
    expect(lost.self.key).toBe('u-Ben');
    expect(person(lost, 'u-Ben').clientId).toBeNull();
    const back = after(lost, {
      ...roster(somebody('Ana', { role: 'moderator' }), somebody('Ben', { clientId: 'c-new' })),
      self: { clientId: 'c-new', userRef: 'u-Ben', role: 'participant' },
    });
    expect(back.clients.get('c-new')).toBe('u-Ben');
    expect(everybody(back).filter(({ name }) => name === 'Ben')).toHaveLength(1);
  });

  test('becomes a moderator, and is none any more, by the service’s word', () => {
    const made = after(given({ me: 'Ben' }), { type: 'role.changed', clientId: 'c-Ben', role: 'moderator' });
    expect([made.self.role, person(made, 'u-Ben').role]).toEqual(['moderator', 'moderator']);
    const other = after(made, { type: 'role.changed', clientId: 'c-Cem', role: 'moderator' });
    expect(other.self.role).toBe('moderator');
    expect(person(other, 'u-Cem').role).toBe('moderator');
    expect(after(other, { type: 'role.changed', clientId: 'nobody', role: 'viewer' })).toBe(other);
  });
});

test('the audience is never split', () => {
  const state = given({
    people: ['Ana', 'Ben', somebody('Cem', { role: 'audience' }), somebody('Dia', { role: 'viewer' })],
  });
  expect(everybody(state).map(({ name }) => name)).toEqual(['Ana', 'Ben']);
});

test('twins by name are told apart in order of arrival, whatever the case, and nameless people are not twins', () => {
  const state = given({
    people: [
      'Ana',
      somebody('B1', { name: 'Ben' }),
      somebody('B2', { name: 'BEN ' }),
      somebody('E1', { name: '' }),
      somebody('E2', { name: '\u200b' }),
    ],
  });
  expect(twins(state)).toEqual(
    new Map([
      [keyOf('B1'), 1],
      [keyOf('B2'), 2],
    ]),
  );
});

test('a kit makes itself known once', () => {
  const state = after(given(), { type: 'told.hello', clientId: 'c-Ben' });
  expect(person(state, 'u-Ben').hasKit).toBe(true);
  expect(reduce(state, { type: 'told.hello', clientId: 'c-Ben', at: 1 })).toBe(state);
  expect(after(state, { type: 'told.hello', clientId: 'nobody' })).toBe(state);
});
