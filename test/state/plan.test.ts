// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { PlanEdit } from '../../src/state/events.js';
import { EMPTY_PLAN } from '../../src/state/initialState.js';
import type { Plan, State } from '../../src/state/types.js';
import { canRedo, canUndo, eachHint, planWarnings, pool } from '../../src/state/view/plan.js';
import { capacity, roomKeys, roomView } from '../../src/state/view/rooms.js';
import { after, given, keyOf, listOf, opened, planned, roomKey, somebody } from './given.js';

const edit = (state: State, ...edits: readonly PlanEdit[]) =>
  after(state, { type: 'plan.edited', edits, reason: 'host' });
const undo = (state: State) => after(state, { type: 'plan.undone' });
const redo = (state: State) => after(state, { type: 'plan.redone' });
const draft = () =>
  given({
    rooms: 3,
    seats: [
      ['Ben', 1],
      ['Cem', 2],
      ['Dia', 3],
    ],
  });
const seatsOf = (state: State) => [...state.plan.seats];
const numbers = (state: State) => state.plan.rooms.map(({ key, number }) => [key, number]);

describe('the rooms of a draft', () => {
  test.each([
    [4, 4],
    [0, 0],
    [-3, 0],
    [99, 10],
    [Number.POSITIVE_INFINITY, 10],
    [2.9, 2],
  ])('asked for %s there are %s', (count, rooms) => {
    expect(edit(draft(), { kind: 'rooms', count }).plan.rooms).toHaveLength(rooms);
  });

  test('are not changed by a number that is none', () => {
    const state = draft();
    expect(edit(state, { kind: 'rooms', count: Number.NaN })).toBe(state);
    expect(edit(state, { kind: 'rooms', count: 3 })).toBe(state);
  });

  test('that go leave their people without a seat', () => {
    expect(seatsOf(edit(draft(), { kind: 'rooms', count: 2 }))).toEqual([
      ['u-Ben', 'room-1'],
      ['u-Cem', 'room-2'],
    ]);
  });

  test('keep their keys and their people when one before them goes, and are numbered anew', () => {
    const state = edit(draft(), { kind: 'remove-room', roomKey: 'room-1' });
    expect(numbers(state)).toEqual([
      ['room-2', 1],
      ['room-3', 2],
    ]);
    expect(seatsOf(state)).toEqual([
      ['u-Cem', 'room-2'],
      ['u-Dia', 'room-3'],
    ]);
    const more = edit(state, { kind: 'add-room' });
    expect(numbers(more)).toEqual([
      ['room-2', 1],
      ['room-3', 2],
      ['room-4', 3],
    ]);
    expect(numbers(edit(state, { kind: 'rooms', count: 3 }))).toEqual(numbers(more));
  });

  test('are ten at most, one by one, too', () => {
    const full = edit(draft(), { kind: 'rooms', count: 10 });
    expect(edit(full, { kind: 'add-room' })).toBe(full);
  });

  test('bear names without blanks around, and none when nothing is left', () => {
    const named = edit(draft(), { kind: 'rename', roomKey: roomKey(2), name: '  Blue ' });
    expect(roomView(named, 'room-2')?.name).toBe('Blue');
    expect(edit(named, { kind: 'rename', roomKey: roomKey(2), name: 'Blue' })).toBe(named);
    expect(
      roomView(edit(named, { kind: 'rename', roomKey: roomKey(2), name: '  ' }), 'room-2')?.name,
    ).toBeNull();
  });

  test('show no name that would turn the text after it around', () => {
    const named = edit(draft(), { kind: 'rename', roomKey: roomKey(2), name: '\u202eBlue' });
    expect(roomView(named, 'room-2')?.name).toBe('Blue');
    expect(
      roomView(edit(named, { kind: 'rename', roomKey: roomKey(2), name: '\u202e' }), 'room-2')?.name,
    ).toBeNull();
  });

  test.each<PlanEdit>([
    { kind: 'remove-room', roomKey: '__proto__' },
    { kind: 'rename', roomKey: 'nowhere', name: 'Blue' },
    { kind: 'move', people: ['u-Ben'], to: 'constructor' },
    { kind: 'move', people: [], to: 'room-1' },
    { kind: 'split', split: 'even' },
    { kind: 'opening', opening: 'invite' },
    { kind: 'minutes', minutes: null },
    { kind: 'minutes', minutes: -1 },
    { kind: 'capacity', capacity: null },
    { kind: 'capacity', capacity: Number.NaN },
    { kind: 'lock', people: ['u-Ben'], on: false },
    { kind: 'lead', people: [], on: true },
  ])('stay as they are, with no step to undo, after %j', (nothing) => {
    const state = draft();
    expect(edit(state, nothing)).toBe(state);
  });
});

describe('a seat', () => {
  test.each([
    ['room-2', { seated: ['u-Ben', 'u-Cem', 'u-Dia'], staying: ['u-Ana'], unassigned: [] }],
    ['none', { seated: ['u-Cem', 'u-Dia'], staying: ['u-Ana'], unassigned: ['u-Ben'] }],
    ['main', { seated: ['u-Cem', 'u-Dia'], staying: ['u-Ana', 'u-Ben'], unassigned: [] }],
  ])('of somebody moved to %s is there and nowhere else', (to, groups) => {
    const state = edit(draft(), { kind: 'move', people: ['u-Ben'], to });
    expect(pool(state)).toEqual(groups);
    expect(edit(state, { kind: 'move', people: ['u-Ben'], to })).toBe(state);
  });

  test('is given to a moderator only on purpose', () => {
    const state = draft();
    expect(pool(state).staying).toEqual(['u-Ana']);
    expect(pool(edit(state, { kind: 'move', people: ['u-Ana'], to: 'room-1' })).seated).toEqual([
      'u-Ana',
      'u-Ben',
      'u-Cem',
      'u-Dia',
    ]);
  });

  test('of somebody who is not here yet waits for them', () => {
    const state = edit(draft(), { kind: 'seats', seats: new Map([['u-Eve', 'room-1']]) });
    expect(pool(state).seated).toEqual([]);
    expect(pool(after(state, { type: 'person.joined', person: somebody('Eve') })).seated).toEqual(['u-Eve']);
  });

  test('in a room that is not there is none, so that nobody vanishes', () => {
    const state = edit(draft(), {
      kind: 'seats',
      seats: new Map([
        ['u-Ben', 'nowhere'],
        ['u-Cem', 'room-1'],
      ]),
    });
    expect(seatsOf(state)).toEqual([['u-Cem', 'room-1']]);
    expect(pool(state).unassigned).toEqual(['u-Ben', 'u-Dia']);
  });

  test('drawn for somebody who was to stay in main takes them out of there', () => {
    const stays = edit(draft(), { kind: 'move', people: ['u-Ben'], to: 'main' });
    expect(edit(stays, { kind: 'seats', seats: new Map([['u-Ben', 'room-1']]) }).plan.staying).toEqual(
      new Set(),
    );
  });

  test('drawn as it was is no change', () => {
    const state = draft();
    expect(edit(state, { kind: 'seats', seats: new Map(state.plan.seats) })).toBe(state);
  });
});

describe('settings of a draft', () => {
  test.each<[PlanEdit, Partial<Plan>]>([
    [{ kind: 'split', split: 'hand' }, { split: 'hand' }],
    [{ kind: 'opening', opening: 'move' }, { opening: 'move' }],
    [{ kind: 'minutes', minutes: 10 }, { minutes: 10 }],
    [{ kind: 'capacity', capacity: 4.5 }, { capacity: 4 }],
    [{ kind: 'capacity', capacity: -4 }, { capacity: 1 }],
    [{ kind: 'lock', people: ['u-Ben'], on: true }, { locked: new Set(['u-Ben']) }],
    [{ kind: 'lead', people: ['u-Ben'], on: true }, { leads: new Set(['u-Ben']) }],
  ])('%j are kept', (change, fields) => {
    const state = edit(draft(), change);
    expect(state.plan).toMatchObject(fields);
    expect(edit(state, change)).toBe(state);
    expect(undo(state).plan).toEqual(draft().plan);
  });

  test.each([
    [null, 7, 7],
    [4, 7, 4],
    [12, 7, 7],
    [null, null, 15],
    [4, null, 4],
  ])('seats %s under a limit of %s are %s', (seats, maxPeople, result) => {
    const state = edit(given({ limits: { maxRooms: 10, minPeople: 2, maxPeople } }), {
      kind: 'capacity',
      capacity: seats,
    });
    expect(capacity(state)).toBe(result);
  });
});

describe('a plan from outside', () => {
  test('is taken as it is when it is sound', () => {
    const plan: Plan = {
      ...EMPTY_PLAN,
      rooms: [{ key: 'blue', number: 1, name: 'Blue', capacity: null }],
      seats: new Map([['u-Ben', 'blue']]),
    };
    const state = edit(draft(), { kind: 'replace', plan });
    expect(state.plan).toBe(plan);
    expect(edit(state, { kind: 'replace', plan })).toBe(state);
  });

  test('is held to what a plan may be', () => {
    const room = (key: string, number: number) => ({ key, number, name: null, capacity: null });
    const plan: Plan = {
      ...EMPTY_PLAN,
      rooms: [
        room('a', 7),
        room('a', 1),
        room('', 2),
        ...Array.from({ length: 12 }, (_, n) => room(`b${String(n)}`, n)),
      ],
      seats: new Map([
        ['u-Ben', 'a'],
        ['u-Cem', 'b11'],
        ['__proto__', 'a'],
      ]),
      staying: new Set(['u-Ben', 'u-Dia']),
    };
    const state = edit(draft(), { kind: 'replace', plan });
    expect(roomKeys(state)).toEqual(['a', 'b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8']);
    expect(state.plan.rooms.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(seatsOf(state)).toEqual([
      ['u-Ben', 'a'],
      ['__proto__', 'a'],
    ]);
    expect(state.plan.staying).toEqual(new Set(['u-Dia']));
  });
});

describe('the way back', () => {
  test('undo gives the plan before, redo the plan after, and a new edit ends redo', () => {
    const before = draft();
    const edited = edit(before, { kind: 'add-room' }, { kind: 'move', people: ['u-Ben'], to: 'room-4' });
    expect(undo(edited).plan).toBe(before.plan);
    expect(redo(undo(edited)).plan).toBe(edited.plan);
    expect(canRedo(undo(edited))).toBe(true);
    const other = edit(undo(edited), { kind: 'split', split: 'hand' });
    expect(canRedo(other)).toBe(false);
    expect(redo(other)).toBe(other);
  });

  test('there is none from the first draft', () => {
    const state = given();
    expect(canUndo(state)).toBe(false);
    expect(undo(state)).toBe(state);
  });

  test('goes a hundred drafts back', () => {
    let state = draft();
    for (let minutes = 1; minutes <= 120; minutes += 1) state = edit(state, { kind: 'minutes', minutes });
    expect(state.past).toHaveLength(100);
    for (let step = 0; step < 150; step += 1) state = undo(state);
    expect(state.plan.minutes).toBe(20);
  });

  test('while the rooms are open goes back to the opening and no further', () => {
    const open = opened(draft());
    expect(canUndo(open)).toBe(false);
    expect(undo(open)).toBe(open);
    const moved = edit(open, { kind: 'move', people: ['u-Ben'], to: 'room-2' });
    expect(canUndo(moved)).toBe(true);
    expect(undo(moved).plan).toBe(open.plan);
    expect(undo(undo(moved)).plan).toBe(open.plan);
    expect(redo(undo(moved)).plan).toBe(moved.plan);
  });

  test('does not bring back, while the rooms are open, what was undone before', () => {
    const open = opened(undo(edit(draft(), { kind: 'move', people: ['u-Ben'], to: 'room-2' })));
    expect(canRedo(open)).toBe(false);
    expect(redo(open)).toBe(open);
  });

  test('is whole again when the rooms are closed', () => {
    const closed = after(opened(draft()), { type: 'round.closed' });
    expect(canUndo(closed)).toBe(true);
  });
});

describe('while the rooms are open', () => {
  test.each<PlanEdit>([
    { kind: 'rooms', count: 2 },
    { kind: 'add-room' },
    { kind: 'remove-room', roomKey: 'room-1' },
    { kind: 'replace', plan: EMPTY_PLAN },
  ])('none is added or taken away by %j', (change) => {
    const open = opened(draft());
    expect(edit(open, change)).toBe(open);
    expect(edit(after(draft(), { type: 'round.opening' }), change).plan.rooms).toHaveLength(3);
  });

  test('a new name is the room’s, and undo takes it back', () => {
    const open = opened(draft());
    const named = edit(open, { kind: 'rename', roomKey: 'room-1', name: 'Blue' });
    expect(named.rooms.get('room-1')?.name).toBe('Blue');
    expect(undo(named).rooms.get('room-1')?.name).toBeNull();
    expect(redo(undo(named)).rooms.get('room-1')?.name).toBe('Blue');
  });
});

describe('another moderator opens', () => {
  const own = () => planned(given(), 2, [['Ben', 1]]);
  const told = () => after(own(), listOf(['x2', 2, 'Blue'], ['x1', 1]));

  test('their rooms are shown in order, with nobody seated by one’s own draft', () => {
    expect(told().round).toMatchObject({ phase: 'open', number: 1 });
    expect(told().plan.rooms).toEqual([
      { key: 'room-1', number: 1, name: null, capacity: null },
      { key: 'room-2', number: 2, name: 'Blue', capacity: null },
    ]);
    expect(seatsOf(told())).toEqual([]);
  });

  test('one’s own draft comes back by undo when they are closed, not before', () => {
    const open = told();
    expect(canUndo(open)).toBe(false);
    expect(undo(open)).toBe(open);
    const closed = after(told(), { type: 'told.recall', inMs: 0 });
    expect(undo(closed).plan).toEqual(own().plan);
  });
});

describe('what to look at', () => {
  test('too many in a room blocks, by seat, whoever is in it', () => {
    const over = edit(
      draft(),
      { kind: 'capacity', capacity: 1 },
      { kind: 'move', people: ['u-Cem', 'u-Dia'], to: 'room-1' },
    );
    expect(planWarnings(over)).toEqual([
      { kind: 'over', level: 'stop', roomKey: 'room-1', count: 2, name: null, remedy: 'fix' },
      { kind: 'empty', level: 'look', roomKey: 'room-2', count: 0, name: null, remedy: 'remove' },
      { kind: 'empty', level: 'look', roomKey: 'room-3', count: 0, name: null, remedy: 'remove' },
    ]);
    expect(planWarnings(opened(over))).toEqual(planWarnings(over));
  });

  test('people without a seat, and whether there are seats for them', () => {
    const some = given({ rooms: 1, seats: [['Ben', 1]] });
    expect(planWarnings(some)).toEqual([
      { kind: 'unassigned', level: 'look', roomKey: null, count: 2, name: null, remedy: 'place' },
    ]);
    const full = edit(some, { kind: 'capacity', capacity: 1 });
    expect(planWarnings(full)).toEqual([
      { kind: 'no-seats', level: 'look', roomKey: null, count: 2, name: null, remedy: 'more-rooms' },
    ]);
  });

  test('people of the same name', () => {
    const twins = given({
      people: ['Ana', somebody('B1', { name: 'Ben' }), somebody('B2', { name: 'ben' })],
      rooms: 1,
      seats: [
        ['B1', 1],
        ['B2', 1],
      ],
    });
    expect(planWarnings(twins)).toEqual([
      { kind: 'twins', level: 'look', roomKey: null, count: 2, name: 'ben', remedy: null },
    ]);
  });

  test.each([
    [0, 0, 0],
    [1, 3, 3],
    [2, 1, 2],
    [3, 1, 1],
    [4, 0, 1],
  ])('%s rooms come out at %s to %s people', (rooms, least, most) => {
    expect(eachHint(rooms === 0 ? given() : given({ rooms }))).toEqual({ least, most });
  });

  test('the audience and those who left sit nowhere', () => {
    const state = after(
      draft(),
      { type: 'role.changed', clientId: 'c-Ben', role: 'audience' },
      { type: 'person.left', clientId: 'c-Cem' },
    );
    expect(pool(state)).toEqual({ seated: [keyOf('Dia')], staying: ['u-Ana'], unassigned: [] });
  });
});
