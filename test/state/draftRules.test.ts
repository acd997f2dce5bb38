// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { brokenRules, contradictions } from '../../src/state/brokenRules.js';
import type { PlanEdit } from '../../src/state/events.js';
import { ghostOf, ghosts } from '../../src/state/ghosts.js';
import { EMPTY_PLAN } from '../../src/state/initialState.js';
import type { Plan, Rules, State } from '../../src/state/types.js';
import { broken, conflicted, eachHint, planWarnings } from '../../src/state/view/plan.js';
import { allSeats, roomCapacity, roomSeats, roomView } from '../../src/state/view/rooms.js';
import { after, clientOf, given, keyOf, opened, person, somebody, until } from './given.js';

const edit = (state: State, ...edits: readonly PlanEdit[]) =>
  after(state, { type: 'plan.edited', edits, reason: 'host' });
const draft = () =>
  given({
    rooms: 3,
    seats: [
      ['Ben', 1],
      ['Cem', 2],
      ['Dia', 3],
    ],
  });
const keys = (...names: readonly string[]) => names.map(keyOf);
const ruled = (state: State, rules: Partial<Rules>) =>
  edit(state, { kind: 'rules', rules: { together: [], apart: [], leadEach: false, ...rules } });
const kinds = (state: State) => planWarnings(state).map(({ kind, remedy }) => [kind, remedy]);

describe('the seats of one room', () => {
  test('are its own, and never more than the service allows', () => {
    const state = edit(draft(), { kind: 'capacity', capacity: 4 });
    const own = edit(state, { kind: 'room-capacity', roomKey: 'room-2', capacity: 2 });
    expect(['room-1', 'room-2', 'room-9'].map((key) => roomCapacity(own, key))).toEqual([4, 2, 4]);
    expect(allSeats(own)).toBe(10);
    expect(roomSeats(own, 'room-2')).toEqual(['taken', 'free']);
    expect(roomView(own, 'room-2')).toMatchObject({ of: 2, free: 1 });
    const many = edit(own, { kind: 'room-capacity', roomKey: 'room-2', capacity: 99 });
    expect(roomCapacity(many, 'room-2')).toBe(many.limits.maxPeople);
    const again = edit(own, { kind: 'room-capacity', roomKey: 'room-2', capacity: null });
    expect(roomCapacity(again, 'room-2')).toBe(4);
  });

  test('are not changed by what is no number, nor in a room that is not there', () => {
    const state = draft();
    expect(edit(state, { kind: 'room-capacity', roomKey: 'room-1', capacity: Number.NaN })).toBe(state);
    expect(edit(state, { kind: 'room-capacity', roomKey: 'nowhere', capacity: 3 })).toBe(state);
    expect(edit(state, { kind: 'room-capacity', roomKey: 'room-1', capacity: null })).toBe(state);
    const none = edit(state, { kind: 'room-capacity', roomKey: 'room-1', capacity: -5 });
    expect(roomCapacity(none, 'room-1')).toBe(1);
  });

  test('count for how large rooms come out, and for who is too many', () => {
    const state = edit(
      draft(),
      { kind: 'room-capacity', roomKey: 'room-1', capacity: 1 },
      { kind: 'move', people: keys('Cem'), to: 'room-1' },
    );
    expect(kinds(state)[0]).toEqual(['over', 'fix']);
    const tiny = (key: string): PlanEdit => ({ kind: 'room-capacity', roomKey: key, capacity: 1 });
    expect(eachHint(edit(state, tiny('room-2'), tiny('room-3')))).toEqual({ least: 1, most: 1 });
  });

  test('fewer than the people locked there block, beside the way out', () => {
    const state = edit(
      draft(),
      { kind: 'room-capacity', roomKey: 'room-1', capacity: 1 },
      { kind: 'move', people: keys('Cem'), to: 'room-1' },
      { kind: 'lock', people: keys('Ben', 'Cem'), on: true },
    );
    expect(kinds(state)[0]).toEqual(['over-locked', 'unlock']);
    const one = edit(state, { kind: 'lock', people: keys('Cem'), on: false });
    expect(kinds(one)[0]).toEqual(['over', 'fix']);
  });

  test('stay when another moderator’s kit names the room', () => {
    const own = edit(draft(), { kind: 'room-capacity', roomKey: 'room-1', capacity: 2 });
    const told = after(opened(own), {
      type: 'told.rooms',
      rooms: [{ roomId: 'r1-1', number: 1, name: 'Blue', capacity: 7 }],
    });
    expect(told.plan.rooms[0]).toMatchObject({ name: 'Blue', capacity: 2 });
  });
});

describe('rules', () => {
  test('that are broken are named with their people, and mended by another split', () => {
    const state = ruled(edit(draft(), { kind: 'move', people: keys('Ben'), to: 'room-2' }), {
      together: [keys('Ben', 'Dia')],
      apart: [keys('Ben', 'Cem')],
    });
    expect(broken(state)).toEqual([
      { kind: 'together', people: keys('Ben', 'Dia'), roomKey: null },
      { kind: 'apart', people: keys('Ben', 'Cem'), roomKey: 'room-2' },
    ]);
    expect([...conflicted(state)].toSorted()).toEqual(keys('Ben', 'Cem', 'Dia'));
    expect(kinds(state)).toEqual([
      ['together', 'resplit'],
      ['apart', 'resplit'],
      ['empty', 'remove'],
    ]);
    expect(planWarnings(state)[0]?.people).toEqual(keys('Ben', 'Dia'));
  });

  test('say nothing of people who have no seat, or have left', () => {
    const state = ruled(draft(), { together: [keys('Ben', 'Cem')] });
    expect(broken(state)).toHaveLength(1);
    expect(broken(after(state, { type: 'person.left', clientId: clientOf('Cem') }))).toEqual([]);
    expect(broken(edit(state, { kind: 'move', people: keys('Cem'), to: 'none' }))).toEqual([]);
  });

  test('that no split can keep are said once, as such', () => {
    const state = ruled(draft(), {
      together: [keys('Ben', 'Cem'), keys('Cem', 'Dia')],
      apart: [keys('Ben', 'Dia')],
    });
    expect(contradictions(state.plan.rules)).toEqual([keys('Ben', 'Dia')]);
    expect(kinds(state)).toContainEqual(['contradiction', 'rules']);
    expect(kinds(state).filter(([kind]) => kind === 'apart')).toEqual([]);
  });

  test('want a lead in each room with people, and say where none is', () => {
    const state = ruled(draft(), { leadEach: true });
    expect(planWarnings(state)[0]).toMatchObject({
      kind: 'no-lead',
      count: 3,
      roomKey: 'room-1',
      remedy: 'rules',
    });
    const led = edit(state, { kind: 'lead', people: keys('Ben', 'Cem', 'Dia'), on: true });
    expect(planWarnings(led)).toEqual([]);
    const crowded = edit(led, { kind: 'move', people: keys('Cem'), to: 'room-1' });
    expect(kinds(crowded)).toEqual([['empty', 'remove']]);
    const other = edit(crowded, { kind: 'lead', people: keys('Dia'), on: false });
    expect(kinds(other)[0]).toEqual(['no-lead', 'rules']);
  });

  test('about one person, or said twice, are none', () => {
    const state = ruled(draft(), {
      together: [keys('Ben'), keys('Ben', 'Ben')],
      apart: [keys('Ben', 'Cem'), keys('Cem', 'Ben')],
    });
    expect(state.plan.rules).toEqual({ together: [], apart: [keys('Ben', 'Cem')], leadEach: false });
    expect(ruled(state, { apart: [keys('Ben', 'Cem')] })).toBe(state);
  });

  test('are checked over rooms whatever the order of the seats', () => {
    const seats = new Map([
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'x'],
    ]);
    const rules: Rules = { together: [['a', 'b', 'c', 'gone']], apart: [['a', 'c', 'b']], leadEach: true };
    expect(brokenRules(seats, rules, new Set(['b']))).toEqual([
      { kind: 'together', people: ['a', 'c', 'b'], roomKey: null },
      { kind: 'apart', people: ['a', 'c'], roomKey: 'x' },
      { kind: 'no-lead', people: [], roomKey: 'x' },
    ]);
  });
});

describe('rounds planned ahead, and people of a list', () => {
  const ahead = (state: State) =>
    edit(state, {
      kind: 'ahead',
      ahead: [
        new Map([
          [keyOf('Ben'), 'room-2'],
          [keyOf('Cem'), 'gone'],
        ]),
      ],
    });

  test('hold for the rooms they were drawn for', () => {
    const state = ahead(draft());
    expect(state.plan.ahead).toEqual([new Map([[keyOf('Ben'), 'room-2']])]);
    expect(edit(state, { kind: 'add-room' }).plan.ahead).toEqual([]);
    expect(ruled(state, { leadEach: true }).plan.ahead).toEqual([]);
    expect(edit(state, { kind: 'move', people: keys('Dia'), to: 'room-1' }).plan.ahead).toHaveLength(1);
  });

  test('wait for a room that is there, and go with it', () => {
    const one = { name: 'Fay', email: null, userRef: null, to: 'room-3' };
    const state = edit(draft(), {
      kind: 'expect',
      expected: [one, { ...one, to: 'main' }, { ...one, to: 'nowhere' }, { ...one, name: null }],
    });
    expect(state.plan.expected).toEqual([one, { ...one, to: 'main' }]);
    expect(kinds(state).map(([kind]) => kind)).toContain('expected');
    expect(edit(state, { kind: 'rooms', count: 2 }).plan.expected).toEqual([{ ...one, to: 'main' }]);
    const { plan } = draft();
    expect(edit(draft(), { kind: 'expect', expected: [] }).plan).toEqual(plan);
  });

  test('are added to a plan that an older kit kept', () => {
    const {
      rules: _rules,
      expected: _expected,
      ahead: _ahead,
      ...old
    } = {
      ...EMPTY_PLAN,
      rooms: [{ key: 'blue', number: 1, name: 'Blue' }],
    };
    const state = edit(draft(), { kind: 'replace', plan: old as unknown as Plan });
    expect(state.plan).toEqual({
      ...EMPTY_PLAN,
      rooms: [{ key: 'blue', number: 1, name: 'Blue', capacity: null }],
    });
  });
});

describe('who sat together', () => {
  const joins = (name: string, roomId: string) =>
    ({ type: 'occupant.joined', clientId: clientOf(name), roomId }) as const;

  test('is remembered when the rooms close, moved people in each of their rooms', () => {
    const state = after(
      opened(draft()),
      joins('Ben', 'r1-1'),
      joins('Cem', 'r1-2'),
      { type: 'occupant.left', clientId: clientOf('Ben'), roomId: 'r1-1' },
      joins('Ben', 'r1-2'),
    );
    expect(state.history).toEqual([]);
    const closed = after(state, { type: 'round.closed' });
    expect(closed.history).toEqual([[keys('Ben'), keys('Cem', 'Ben')]]);
    expect(after(closed, { type: 'round.closed' }).history).toHaveLength(1);
    const second = after(opened(after(closed, { type: 'round.reset' })), joins('Dia', 'r2-3'), {
      type: 'round.closing',
      closesAt: 5000,
    });
    expect(until(second, 5000).history).toEqual([[keys('Ben'), keys('Cem', 'Ben')], [keys('Dia')]]);
  });

  test('is nobody when nobody came', () => {
    expect(after(opened(draft()), { type: 'round.closed' }).history).toEqual([]);
  });
});

describe('a kept draft', () => {
  const ghost = ghostOf('ab12');
  const kept: Plan = {
    ...EMPTY_PLAN,
    rooms: [{ key: 'room-1', number: 1, name: 'Blue', capacity: null }],
    seats: new Map([[ghost, 'room-1']]),
    locked: new Set([ghost]),
    leads: new Set([ghost]),
    rules: { together: [[ghost, keyOf('Cem')]], apart: [], leadEach: false },
    ahead: [new Map([[ghost, 'room-1']])],
  };
  const empty = (): State => ({ ...given({ rooms: 0 }), restoring: true, past: [] });
  const restored = () =>
    after(empty(), { type: 'draft.restored', draft: { plan: kept, history: [[[ghost, keyOf('Cem')]]] } });

  test('takes the place of an empty one', () => {
    expect(restored()).toMatchObject({ restoring: false, plan: { rooms: kept.rooms } });
    expect(after(empty(), { type: 'draft.restored', draft: null })).toMatchObject({ restoring: false });
    expect([...ghosts(restored())]).toEqual([ghost]);
  });

  test('stays away from one that was begun, and from a round', () => {
    const begun = { ...draft(), restoring: true };
    const result = after(begun, { type: 'draft.restored', draft: { plan: kept, history: [] } });
    expect(result.plan).toBe(begun.plan);
    const open = { ...opened(draft()), restoring: true };
    expect(after(open, { type: 'draft.restored', draft: { plan: kept, history: [] } }).plan).toBe(open.plan);
  });

  test('gives everything of a ghost to whoever it was', () => {
    const ben = keyOf('Ben');
    const state = after(restored(), { type: 'ghost.claimed', ghost, key: ben });
    const { plan } = state;
    expect([...plan.seats]).toEqual([[ben, 'room-1']]);
    expect([[...plan.locked], [...plan.leads]]).toEqual([[ben], [ben]]);
    expect(plan.rules.together).toEqual([[ben, keyOf('Cem')]]);
    expect(plan.ahead).toEqual([new Map([[ben, 'room-1']])]);
    expect(state.history).toEqual([[[ben, keyOf('Cem')]]]);
    expect(ghosts(state).size).toBe(0);
    expect(after(state, { type: 'ghost.claimed', ghost, key: ben })).toBe(state);
  });

  test('does not move somebody who was placed meanwhile', () => {
    const ben = keyOf('Ben');
    const staying = edit(restored(), { kind: 'move', people: [ben], to: 'main' });
    const state = after(staying, { type: 'ghost.claimed', ghost, key: ben });
    expect([...state.plan.seats]).toEqual([]);
    expect([...state.plan.staying]).toEqual([ben]);
  });

  test('takes nobody for a ghost who is here', () => {
    const odd = given({ people: ['Ana', somebody('Odd', { userRef: '#ab12' })], rooms: 1, seats: [] });
    expect(person(odd, '#ab12').name).toBe('Odd');
    const seatedOdd = edit(odd, { kind: 'move', people: ['#ab12'], to: 'room-1' });
    expect(ghosts(seatedOdd).size).toBe(0);
  });
});
