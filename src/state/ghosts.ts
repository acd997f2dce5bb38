/**
 * People of a kept draft who have not been seen again. A kept draft has no names and no keys in it, only fingerprints; until
 * somebody with that fingerprint is here, the seat belongs to a ghost of it.
 */
import type { Groups, PersonKey, Plan, Seats, State } from './types.js';

const MARK = '#';

/** The key of whoever has this fingerprint. */
export const ghostOf = (fingerprint: string): PersonKey => MARK + fingerprint;

/** The fingerprint that a ghost has. */
export const printOfGhost = (ghost: PersonKey): string => ghost.slice(MARK.length);

/** Whether a key is only a fingerprint so far. No `user_ref` of the service's own is taken for one: it would be somebody here. */
export const isGhost = (state: State, key: PersonKey): boolean =>
  key.startsWith(MARK) && !state.people.has(key);

/** Every ghost the draft, its rounds and the memory of past ones speak of. */
export function ghosts(state: State): ReadonlySet<PersonKey> {
  const { seats, staying, locked, leads, rules, ahead } = state.plan;
  const keys = new Set<PersonKey>();
  const look = (people: Iterable<PersonKey>) => {
    for (const key of people) if (isGhost(state, key)) keys.add(key);
  };
  for (const people of [seats.keys(), staying, locked, leads]) look(people);
  for (const group of [...rules.together, ...rules.apart, ...state.history.flat()]) look(group);
  for (const round of ahead) look(round.keys());
  return keys;
}

/** Somebody is the person a ghost stood for: everything that was the ghost's is theirs, unless they have been placed since. */
export function claimGhost(state: State, ghost: PersonKey, key: PersonKey): State {
  if (ghost === key) return state;
  const rename = (plan: Plan) => renamed(plan, ghost, key);
  const plan = rename(state.plan);
  const past = state.past.map(rename);
  const future = state.future.map(rename);
  const history = state.history.map((groups) => inGroups(groups, ghost, key));
  // The plan a round goes by is one of these.
  const opened = state.round.plan && (state.round.plan === state.plan ? plan : rename(state.round.plan));
  const round = opened === state.round.plan ? state.round : { ...state.round, plan: opened };
  const same =
    round === state.round &&
    plan === state.plan &&
    past.every((draft, at) => draft === state.past[at]) &&
    future.every((draft, at) => draft === state.future[at]) &&
    history.every((groups, at) => groups === state.history[at]);
  return same ? state : { ...state, plan, past, future, history, round };
}

function renamed(plan: Plan, from: PersonKey, to: PersonKey): Plan {
  const next: Plan = {
    ...plan,
    seats: plan.staying.has(to) ? without(plan.seats, from) : inSeats(plan.seats, from, to),
    staying: plan.seats.has(to) ? withoutMember(plan.staying, from) : inSet(plan.staying, from, to),
    locked: inSet(plan.locked, from, to),
    leads: inSet(plan.leads, from, to),
    rules: {
      ...plan.rules,
      together: inGroups(plan.rules.together, from, to),
      apart: inGroups(plan.rules.apart, from, to),
    },
    ahead: plan.ahead.map((seats) => inSeats(seats, from, to)),
  };
  const same =
    next.seats === plan.seats &&
    next.staying === plan.staying &&
    next.locked === plan.locked &&
    next.leads === plan.leads &&
    next.rules.together === plan.rules.together &&
    next.rules.apart === plan.rules.apart &&
    next.ahead.every((seats, at) => seats === plan.ahead[at]);
  return same ? plan : next;
}

/** In the same place of the order: who was seated last stands last. */
function inSeats(seats: Seats, from: PersonKey, to: PersonKey): Seats {
  if (!seats.has(from)) return seats;
  if (seats.has(to)) return without(seats, from);
  return new Map([...seats].map(([key, room]) => [key === from ? to : key, room]));
}

function without(seats: Seats, key: PersonKey): Seats {
  if (!seats.has(key)) return seats;
  const next = new Map(seats);
  next.delete(key);
  return next;
}

function withoutMember(set: ReadonlySet<PersonKey>, key: PersonKey): ReadonlySet<PersonKey> {
  if (!set.has(key)) return set;
  const next = new Set(set);
  next.delete(key);
  return next;
}

const inSet = (set: ReadonlySet<PersonKey>, from: PersonKey, to: PersonKey): ReadonlySet<PersonKey> =>
  set.has(from) ? new Set([...set].map((key) => (key === from ? to : key))) : set;

const inGroups = (groups: Groups, from: PersonKey, to: PersonKey): Groups =>
  groups.some((group) => group.includes(from))
    ? groups.map((group) =>
        group.includes(from) ? [...new Set(group.map((key) => (key === from ? to : key)))] : group,
      )
    : groups;
