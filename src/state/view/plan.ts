/** Views of the draft: who has no seat, what to look at before opening, how large rooms come out. */
import { displayName } from '../displayName.js';
import { alike } from '../maps.js';
import { memo, steady } from '../memo.js';
import { brokenRules, contradictions, type BrokenRule } from '../brokenRules.js';
import { redoTarget, undoTarget } from '../plan.js';
import type { PersonKey, State } from '../types.js';
import type { PlanWarning } from '../views.js';
import { nameKeyOf, roster, twins } from './people.js';
import { allSeats, plannedFor, roomCapacity } from './rooms.js';

/** Everybody of the draft, by the rail's three groups. */
export interface Pool {
  readonly unassigned: readonly PersonKey[];
  readonly staying: readonly PersonKey[];
  readonly seated: readonly PersonKey[];
}

/** The rail's groups. Moderators stay in the main room unless somebody seats them. */
export const pool: (state: State) => Pool = steady(
  memo((state: State) => [roster(state), state.plan.seats, state.plan.staying], group),
  (before, now) =>
    isSame(before.unassigned, now.unassigned) &&
    isSame(before.staying, now.staying) &&
    isSame(before.seated, now.seated),
);

const isSame = <T>(before: readonly T[], now: readonly T[]): boolean =>
  before.length === now.length && before.every((entry, at) => entry === now[at]);

function group(state: State): Pool {
  const unassigned: PersonKey[] = [];
  const staying: PersonKey[] = [];
  const seated: PersonKey[] = [];
  for (const person of roster(state)) {
    if (state.plan.seats.has(person.key)) seated.push(person.key);
    else if (state.plan.staying.has(person.key) || person.role === 'moderator') staying.push(person.key);
    else unassigned.push(person.key);
  }
  return { unassigned, staying, seated };
}

/** How many people a fair split puts in a room: "5 people each", "5–6 people each". */
export const eachHint: (state: State) => { readonly least: number; readonly most: number } = memo(
  (state: State) => [roster(state), state.plan, state.limits],
  evenHint,
);

function evenHint(state: State): { readonly least: number; readonly most: number } {
  const { unassigned, seated } = pool(state);
  const rooms = state.plan.rooms.length;
  const people = Math.min(unassigned.length + seated.length, allSeats(state));
  if (rooms === 0) return { least: 0, most: 0 };
  return { least: Math.floor(people / rooms), most: Math.ceil(people / rooms) };
}

/** What somebody should look at, what blocks opening first. */
export const planWarnings: (state: State) => readonly PlanWarning[] = steady(
  memo((state: State) => [roster(state), broken(state), state.plan, state.limits], warningsOf),
  (before, now) =>
    before.length === now.length && before.every((warning, at) => alike(warning, now[at] as PlanWarning)),
);

function warningsOf(state: State): readonly PlanWarning[] {
  const warnings: PlanWarning[] = [];
  const { unassigned, seated } = pool(state);
  const seats = allSeats(state);
  for (const room of state.plan.rooms) {
    const there = plannedFor(state, room.key);
    const over = there.length - roomCapacity(state, room.key);
    if (over <= 0) continue;
    const free = there.filter((key) => !state.plan.locked.has(key)).length;
    const [kind, remedy] = free < over ? (['over-locked', 'unlock'] as const) : (['over', 'fix'] as const);
    warnings.push({ kind, level: 'stop', roomKey: room.key, count: over, name: null, remedy });
  }
  warnings.push(...ruleWarnings(state));
  if (unassigned.length > 0) {
    const kind = seated.length >= seats ? 'no-seats' : 'unassigned';
    const mayGrow = state.plan.rooms.length < state.limits.maxRooms;
    const remedy = kind === 'unassigned' ? 'place' : mayGrow ? 'more-rooms' : null;
    warnings.push({ kind, level: 'look', roomKey: null, count: unassigned.length, name: null, remedy });
  }
  // While people choose, rooms fill by and by.
  const isFilling = state.plan.split === 'choose';
  for (const room of state.plan.rooms)
    if (!isFilling && roomsTaken(state, room.key) === 0 && seated.length > 0)
      warnings.push({
        kind: 'empty',
        level: 'look',
        roomKey: room.key,
        count: 0,
        name: null,
        remedy: 'remove',
      });
  const named = new Map<string, { name: string; count: number }>();
  for (const person of roster(state)) {
    if (!twins(state).has(person.key)) continue;
    const same = named.get(nameKeyOf(person));
    named.set(nameKeyOf(person), { name: displayName(person.name, ''), count: (same?.count ?? 0) + 1 });
  }
  const { expected } = state.plan;
  if (expected.length > 0)
    warnings.push({
      kind: 'expected',
      level: 'look',
      roomKey: null,
      count: expected.length,
      name: null,
      remedy: 'see',
    });
  for (const { name, count } of named.values())
    warnings.push({ kind: 'twins', level: 'look', roomKey: null, count, name, remedy: null });
  return warnings;
}

/** The rules that the draft breaks, people who are not here aside. */
export const broken: (state: State) => readonly BrokenRule[] = memo(
  (state: State) => [state.people, state.plan],
  (state: State) => {
    const { seats, rules, leads } = state.plan;
    if (rules.together.length === 0 && rules.apart.length === 0 && !rules.leadEach) return NONE_BROKEN;
    const here = new Map([...seats].filter(([key]) => state.people.has(key)));
    return brokenRules(here, rules, leads);
  },
);

const NONE_BROKEN: readonly BrokenRule[] = [];

/** Everybody who sits where a rule does not want them. */
export const conflicted: (state: State) => ReadonlySet<PersonKey> = memo(
  (state: State) => [state.people, state.plan],
  (state: State) => new Set(broken(state).flatMap(({ people }) => people)),
);

function ruleWarnings(state: State): readonly PlanWarning[] {
  const rules = broken(state);
  const contrary = contradictions(state.plan.rules);
  const warnings: PlanWarning[] = contrary.map((people) => ({
    kind: 'contradiction',
    level: 'look',
    roomKey: null,
    count: people.length,
    name: null,
    remedy: 'rules',
    people,
  }));
  // What no split could mend is said once, by the rules themselves.
  const isContrary = (people: readonly PersonKey[]) =>
    contrary.some((both) => both.every((key) => people.includes(key)));
  for (const { kind, people, roomKey } of rules)
    if (kind !== 'no-lead' && !isContrary(people))
      warnings.push({
        kind,
        level: 'look',
        roomKey,
        count: people.length,
        name: null,
        remedy: 'resplit',
        people,
      });
  const leaderless = rules.filter(({ kind }) => kind === 'no-lead');
  if (leaderless.length > 0) {
    const leads = [...state.plan.leads].filter((key) => state.plan.seats.has(key) && state.people.has(key));
    warnings.push({
      kind: 'no-lead',
      level: 'look',
      roomKey: leaderless[0]?.roomKey ?? null,
      count: leaderless.length,
      name: null,
      remedy: leads.length >= state.plan.rooms.length ? 'resplit' : 'rules',
    });
  }
  return warnings;
}

// By seat, open rooms or not: the draft is what these warnings are about.
const roomsTaken = (state: State, roomKey: string) => plannedFor(state, roomKey).length;

/** Whether undo has something to take back. While the rooms are open, only what was changed since they opened. */
export const canUndo = (state: State): boolean => undoTarget(state) !== null;

/** Whether redo has something to bring back. */
export const canRedo = (state: State): boolean => redoTarget(state) !== null;
