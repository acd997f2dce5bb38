/** People: who is here, under which key, and what becomes of those who drop off. */
import { withEntry, withoutEntry, patch } from './maps.js';
import type { RosterPerson } from './events.js';
import type { ClientId, Person, PersonKey, Place, State } from './types.js';

const IN_MAIN: Place = { at: 'main' };

/** The person behind today's connection. */
export function personOf(state: State, clientId: ClientId | null): Person | undefined {
  const key = clientId === null ? undefined : state.clients.get(clientId);
  return key === undefined ? undefined : state.people.get(key);
}

/** Changes one person; the same state when they are unknown or nothing changes. */
export function changePerson(state: State, key: PersonKey, fields: Partial<Person>): State {
  const person = state.people.get(key);
  if (!person) return state;
  const next = patch(person, fields);
  return next === person ? state : { ...state, people: withEntry(state.people, key, next) };
}

/** Sends a person to a place. */
export const placePerson = (state: State, key: PersonKey, place: Place): State =>
  changePerson(state, key, { place });

/**
 * The key for somebody not seen on this connection before: their own earlier one if they dropped off and came back,
 * their `user_ref` if nobody else here holds it, else the connection itself.
 */
function keyFor(state: State, seen: RosterPerson): PersonKey {
  const free = (key: PersonKey | null): key is PersonKey => {
    if (key === null || key === '') return false;
    const holder = state.people.get(key);
    return !holder || holder.clientId === null;
  };
  if (seen.userRef !== null) {
    for (const person of state.people.values())
      if (person.clientId === null && person.userRef === seen.userRef) return person.key;
    if (free(seen.userRef)) return seen.userRef;
  }
  return free(seen.clientId) ? seen.clientId : `${seen.clientId}/${String(state.arrivals + 1)}`;
}

/** Somebody is here, new or known, on this connection. */
export function seePerson(state: State, seen: RosterPerson, at: number, late: boolean): State {
  const here = personOf(state, seen.clientId);
  if (here) {
    const name = seen.name === '' ? here.name : seen.name;
    const role = seen.role === 'unknown' ? here.role : seen.role;
    return changePerson(state, here.key, {
      name,
      role,
      userRef: seen.userRef ?? here.userRef,
      awayUntil: null,
    });
  }
  const key = keyFor(state, seen);
  const known = state.people.get(key);
  const person: Person = known
    ? { ...known, clientId: seen.clientId, name: seen.name || known.name, role: seen.role, awayUntil: null }
    : {
        key,
        clientId: seen.clientId,
        userRef: seen.userRef,
        name: seen.name,
        role: seen.role,
        order: state.arrivals + 1,
        joinedAt: at,
        late,
        hasKit: false,
        place: IN_MAIN,
        awayUntil: null,
      };
  return {
    ...state,
    people: withEntry(state.people, key, person),
    clients: withEntry(state.clients, seen.clientId, key),
    arrivals: known ? state.arrivals : state.arrivals + 1,
  };
}

/** Whether a person's place is worth keeping: they are on their way to a room or in it, and could be known again. */
const worthKeeping = (person: Person): boolean =>
  person.userRef !== null &&
  (person.place.at === 'in-room' || person.place.at === 'joining' || person.place.at === 'invited');

/** A connection is gone. A place in a room is kept for a while; a seat in the draft waits for whoever has the same `user_ref`. */
export function loseClient(state: State, clientId: ClientId, at: number): State {
  const person = personOf(state, clientId);
  if (!person) return state;
  const clients = withoutEntry(state.clients, clientId);
  if (person.key === state.self.key || worthKeeping(person)) {
    const away: Person = { ...person, clientId: null, awayUntil: at + state.times.kept };
    return { ...state, clients, people: withEntry(state.people, person.key, away) };
  }
  return { ...state, clients, people: withoutEntry(state.people, person.key) };
}

/** The whole roster, as read at attach and after a reconnect: who is not on it has left. */
export function readRoster(state: State, roster: readonly RosterPerson[], at: number): State {
  const here = new Set(roster.map((person) => person.clientId));
  const first = state.arrivals === 0;
  let next = state;
  for (const clientId of state.clients.keys()) if (!here.has(clientId)) next = loseClient(next, clientId, at);
  for (const seen of roster) next = seePerson(next, seen, at, !first);
  return next;
}

/** Places kept long enough are given up. */
export function forgetAway(state: State, at: number): State {
  let next = state;
  for (const person of state.people.values())
    if (person.awayUntil !== null && person.awayUntil <= at && person.key !== state.self.key)
      next = { ...next, people: withoutEntry(next.people, person.key) };
  return next;
}
