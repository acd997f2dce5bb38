/** People of a list who were not here when it was read: known again when they come, and seated in every draft that waits for them. */
import { displayName, sameNameKey } from './displayName.js';
import { giveNotice } from './notices.js';
import { settleSeated } from './plan.js';
import type { Arrival, Expected, Person, PersonKey, Plan, RoomKey, State } from './types.js';
import { everybody } from './view/people.js';
import { roomCapacity } from './view/rooms.js';

/** What two spellings of one e-mail address have in common. */
export const sameEmailKey = (email: string): string => email.trim().toLowerCase();

/** What two names have in common that are read as the same; empty for a name that shows nothing. */
export const shownNameKey = (name: string): string => sameNameKey(displayName(name, ''));

/** Whether two entries of lists are about the same person, as far as can be told. */
export function sameExpected(a: Expected, b: Expected): boolean {
  if (a.userRef !== null && b.userRef !== null) return a.userRef === b.userRef;
  if (a.email !== null && b.email !== null) return sameEmailKey(a.email) === sameEmailKey(b.email);
  return a.name !== null && b.name !== null && shownNameKey(a.name) === shownNameKey(b.name);
}

/** Whether any draft, undone ones included, waits for somebody. */
export const isAnybodyExpected = (state: State): boolean =>
  state.plan.expected.length > 0 ||
  state.past.some(({ expected }) => expected.length > 0) ||
  state.future.some(({ expected }) => expected.length > 0);

/** Who of a list has come, and who may have. */
interface Found {
  readonly come: ReadonlyMap<Expected, PersonKey>;
  /** Somebody of that name, but not surely the one of the list. */
  readonly unsure: readonly PersonKey[];
}

/**
 * Seats those who were expected. Not a step of undo: each draft that waited for them, undone ones included, has their seat
 * instead of the wait, so that no undo waits for somebody who is here. What is not sure, or finds no seat, is a notice.
 */
export function meetExpected(state: State, arrivals: readonly Arrival[], at: number): State {
  const names = countNames(state);
  const known = new Map<readonly Expected[], Found>();
  const found = (expected: readonly Expected[]): Found => {
    const before = known.get(expected);
    if (before) return before;
    const now = find(state, expected, arrivals, names);
    known.set(expected, now);
    return now;
  };
  const meet = (plan: Plan): Plan => seat(state, plan, found(plan.expected).come);
  const meetAll = (plans: readonly Plan[]) => {
    const met = plans.map(meet);
    return met.every((plan, index) => plan === plans[index]) ? plans : met;
  };
  const plan = meet(state.plan);
  const past = meetAll(state.past);
  const future = meetAll(state.future);
  const met =
    plan === state.plan && past === state.past && future === state.future
      ? state
      : settleSeated({ ...state, plan, past, future });
  return tell(met, found(state.plan.expected), at);
}

/** How many people of each name are here. */
function countNames(state: State): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of everybody(state)) {
    const key = shownNameKey(name);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function find(
  state: State,
  expected: readonly Expected[],
  arrivals: readonly Arrival[],
  names: ReadonlyMap<string, number>,
): Found {
  const come = new Map<Expected, PersonKey>();
  const unsure: PersonKey[] = [];
  if (expected.length === 0) return { come, unsure };
  const byRef = grouped(expected, ({ userRef }) => userRef);
  const byEmail = grouped(expected, ({ email }) => email && sameEmailKey(email));
  const byName = grouped(expected, ({ name }) => name && shownNameKey(name));
  for (const { person: key, email } of arrivals) {
    const person = state.people.get(key);
    if (!person) continue;
    const free = (entries: readonly Expected[] = []) => entries.filter((entry) => !come.has(entry));
    const ids = [
      free(byRef.get(person.userRef ?? '')),
      free(byEmail.get(email === null ? '' : sameEmailKey(email))),
    ];
    const sure = ids.find((entries) => entries.length > 0);
    const name = shownNameKey(person.name);
    const entries = sure ?? (name === '' ? [] : free(byName.get(name)));
    const [entry] = entries;
    if (!entry) continue;
    const isNamed = sure !== undefined || (names.get(name) === 1 && !isContrary(entry, person, email));
    if (isNamed && entries.every(({ to }) => to === entry.to)) come.set(entry, key);
    else unsure.push(key);
  }
  return { come, unsure };
}

/** Whether somebody of the right name is somebody else. */
function isContrary(entry: Expected, person: Person, email: string | null): boolean {
  if (entry.userRef !== null && person.userRef !== null && entry.userRef !== person.userRef) return true;
  return entry.email !== null && email !== null && sameEmailKey(entry.email) !== sameEmailKey(email);
}

function grouped(
  expected: readonly Expected[],
  keyOf: (entry: Expected) => string | null,
): ReadonlyMap<string, readonly Expected[]> {
  const groups = new Map<string, Expected[]>();
  for (const entry of expected) {
    const key = keyOf(entry);
    if (key === null || key === '') continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** The draft with a seat for each who came, where the room has one; nobody of them is waited for any more. */
function seat(state: State, plan: Plan, come: Found['come']): Plan {
  if (!plan.expected.some((entry) => come.has(entry))) return plan;
  const seats = new Map(plan.seats);
  const staying = new Set(plan.staying);
  const taken = new Map<RoomKey, number>();
  for (const { key } of everybody(state)) {
    const room = seats.get(key);
    if (room !== undefined) taken.set(room, (taken.get(room) ?? 0) + 1);
  }
  for (const { to, ...entry } of plan.expected.map((found) => ({ ...found, person: come.get(found) }))) {
    const { person } = entry;
    if (person === undefined) continue;
    if (to === 'main') {
      seats.delete(person);
      staying.add(person);
      continue;
    }
    const here = taken.get(to) ?? 0;
    if (seats.get(person) === to || here >= roomCapacity({ ...state, plan }, to)) continue;
    const before = seats.get(person);
    if (before !== undefined) taken.set(before, (taken.get(before) ?? 1) - 1);
    taken.set(to, here + 1);
    // Whoever is seated last stands last.
    seats.delete(person);
    seats.set(person, to);
    staying.delete(person);
  }
  return { ...plan, seats, staying, expected: plan.expected.filter((entry) => !come.has(entry)) };
}

/** Says who came and got no seat, or may not be the one of the list. */
function tell(state: State, { come, unsure }: Found, at: number): State {
  const full = [...come].filter(([{ to }, person]) => to !== 'main' && state.plan.seats.get(person) !== to);
  const [first] = full;
  if (first) {
    const people = full.map(([, person]) => person);
    const rooms = new Set(full.map(([{ to }]) => to));
    const [roomKey = ''] = rooms;
    const about = { subject: 'list', text: 'expected-full', people, count: people.length } as const;
    return giveNotice(state, rooms.size === 1 ? { ...about, roomKey } : about, at);
  }
  if (unsure.length === 0) return state;
  return giveNotice(
    state,
    { subject: 'list', text: 'expected-unsure', people: unsure, count: unsure.length },
    at,
  );
}
