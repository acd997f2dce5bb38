/** People: who is here, under which key, and what becomes of those who drop off. */
import { alike, patch, withEntry, withMembers, withoutEntry } from './maps.js';
import type { RosterPerson } from './events.js';
import { LIMITS } from './deadlines.js';
import type { ClientId, Departed, Person, PersonKey, Place, Role, State, Still } from './types.js';

export const IN_MAIN: Place = { at: 'main' };

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
  return next === person ? state : putPerson(state, next);
}

/** Changes what part somebody has. */
export const changeRole = (state: State, person: Person, role: Role): State =>
  person.role === role ? state : putPerson(state, { ...person, role });

function putPerson(state: State, person: Person): State {
  const people = withEntry(state.people, person.key, person);
  return people === state.people ? state : { ...state, people };
}

/** Sends a person to a place. */
export function placePerson(state: State, key: PersonKey, place: Place): State {
  const person = state.people.get(key);
  if (!person || alike(person.place, place)) return state;
  return seenIn(changePerson(state, key, movedTo(person, place)), person, place);
}

/** Somebody at another place: what was not sure about the one before is no question any more. */
const movedTo = (person: Person, place: Place) => ({
  place,
  still: stillIn(person, place),
  justLeft: null,
  backAt: null,
});

/** The room somebody is still in when they go to this place: asked to another one, people do not leave theirs. */
function stillIn({ place, still }: Person, next: Place): Still | null {
  if (next.at === 'main' || next.at === 'in-room') return null;
  if (place.at !== 'in-room') return still;
  return { roomKey: place.roomKey, since: place.since, evidence: place.evidence };
}

/** They have left the room they still were in. */
export const leftStill = (state: State, person: Person): State =>
  person.still === null ? state : changePerson(state, person.key, { still: null });

/** Who was in which room of this round. A moderator on a visit sits with nobody. */
function seenIn(state: State, { key, role }: Person, place: Place): State {
  const { phase, visitors } = state.round;
  if (place.at !== 'in-room' || (phase !== 'open' && phase !== 'closing')) return state;
  if (role === 'moderator' && state.plan.seats.get(key) !== place.roomKey) return state;
  const there = withMembers(visitors.get(place.roomKey) ?? NOBODY, [key], true);
  return { ...state, round: patch(state.round, { visitors: withEntry(visitors, place.roomKey, there) }) };
}

const NOBODY: ReadonlySet<PersonKey> = new Set();

/** Sends everybody to their place, in one go. */
export function placeEach(state: State, placeOf: (person: Person) => Place): State {
  const census = takeCensus(state);
  for (const person of state.people.values()) {
    const place = placeOf(person);
    if (!alike(person.place, place)) census.setPerson({ ...person, ...movedTo(person, place) });
  }
  return withCensus(state, census);
}

/** The people and their connections, while several of them change. */
interface Census {
  people: ReadonlyMap<PersonKey, Person>;
  clients: ReadonlyMap<ClientId, PersonKey>;
  arrivals: number;
  departed: ReadonlyMap<PersonKey, Departed>;
  /** Who came back when their place was not kept any more: their seat is not theirs either, they are late. */
  readonly tooLate: Set<PersonKey>;
  /** Their place in the draft has waited for them: they are back, and not new. */
  readonly isAwaited: (key: PersonKey) => boolean;
  readonly setPerson: (person: Person) => void;
  readonly setClient: (clientId: ClientId, key: PersonKey) => void;
  readonly dropPerson: (key: PersonKey) => void;
  readonly dropClient: (clientId: ClientId) => void;
}

function takeCensus(state: State): Census {
  const census: Census = {
    people: state.people,
    clients: state.clients,
    arrivals: state.arrivals,
    departed: state.departed,
    tooLate: new Set(),
    isAwaited: (key) =>
      state.round.phase === 'draft' && (state.plan.seats.has(key) || state.plan.staying.has(key)),
    setPerson: (person) => {
      census.people = withEntry(census.people, person.key, person);
    },
    setClient: (clientId, key) => {
      census.clients = withEntry(census.clients, clientId, key);
    },
    dropPerson: (key) => {
      census.people = withoutEntry(census.people, key);
    },
    dropClient: (clientId) => {
      census.clients = withoutEntry(census.clients, clientId);
    },
  };
  return census;
}

function withCensus(state: State, { people, clients, arrivals, departed, tooLate }: Census): State {
  const next = patch(state, { people, clients, arrivals, departed });
  const seats = new Map([...(tooLate.size > 0 ? state.plan.seats : [])].filter(([key]) => !tooLate.has(key)));
  return tooLate.size === 0 || seats.size === state.plan.seats.size
    ? next
    : { ...next, plan: { ...next.plan, seats } };
}

const isLive = ({ round: { phase } }: State): boolean => phase === 'open' || phase === 'closing';

/** Somebody is gone for good. While rooms are open it is remembered which one was theirs. */
function depart(census: Census, state: State, person: Person, at: number): void {
  census.dropPerson(person.key);
  if (!isLive(state)) return;
  const { key, place } = person;
  const roomKey = place.at === 'main' ? (state.plan.seats.get(key) ?? null) : place.roomKey;
  census.departed = withEntry(census.departed, key, { at, roomKey });
}

/** Whether somebody left during this round, and longer ago than a place is kept. */
function wasGivenUp(state: State, key: PersonKey, at: number): boolean {
  const left = state.departed.get(key);
  if (!left || !isLive(state)) return false;
  return left.at >= (state.round.openedAt ?? Infinity) && left.at + state.times.kept <= at;
}

/** Whose places are kept, by `user_ref`. Oneself is not among them: one's own kit knows its connection. */
function keptPlaces(state: State): ReadonlyMap<string, PersonKey[]> {
  const kept = new Map<string, PersonKey[]>();
  // Everybody has a connection: nothing to look for, at each of thousands who come.
  if (state.people.size === state.clients.size) return kept;
  for (const { key, clientId, userRef } of state.people.values())
    if (clientId === null && userRef !== null && key !== state.self.key)
      kept.set(userRef, [...(kept.get(userRef) ?? []), key]);
  return kept;
}

/**
 * The key for somebody not seen on this connection before: their own earlier one if they dropped off and came back,
 * their `user_ref` if nobody else here holds it, else the connection itself.
 */
function keyFor(census: Census, kept: ReadonlyMap<string, PersonKey[]>, seen: RosterPerson): PersonKey {
  const isFree = (key: PersonKey) => key !== '' && !census.people.has(key);
  if (seen.userRef !== null) {
    for (const key of kept.get(seen.userRef) ?? []) if (census.people.get(key)?.clientId === null) return key;
    if (isFree(seen.userRef)) return seen.userRef;
  }
  if (isFree(seen.clientId)) return seen.clientId;
  let nth = census.arrivals + 1;
  while (!isFree(`${seen.clientId}/${String(nth)}`)) nth += 1;
  return `${seen.clientId}/${String(nth)}`;
}

/** What a new connection leaves of what was known: they were in a room, but nobody has said so of this connection. */
const keptPlace = (place: Place): Place =>
  place.at === 'in-room' && place.evidence !== 'inferred' ? { ...place, evidence: 'inferred' } : place;

/** Who is back on a new connection may have lost the room with the old one. Nothing is lost where nothing was going on. */
const backAtFor = ({ place }: Person, at: number): number | null =>
  place.at === 'in-room' || place.at === 'joining' || place.at === 'invited' ? at : null;

/** Takes somebody in who is here, new or known. */
function takeIn(
  census: Census,
  state: State,
  kept: ReadonlyMap<string, PersonKey[]>,
  person: RosterPerson,
  at: number,
  late: boolean,
): void {
  if (person.clientId === '') return;
  const hereAs = census.clients.get(person.clientId);
  const key = hereAs ?? keyFor(census, kept, person);
  const known = census.people.get(key);
  census.setClient(person.clientId, key);
  if (known) {
    census.setPerson(
      patch(known, {
        clientId: person.clientId,
        userRef: person.userRef ?? known.userRef,
        name: person.name === '' ? known.name : person.name,
        role: person.role === 'unknown' ? known.role : person.role,
        place: hereAs === undefined ? keptPlace(known.place) : known.place,
        awayUntil: hereAs === undefined ? null : known.awayUntil,
        backAt: hereAs === undefined ? backAtFor(known, at) : known.backAt,
      }),
    );
    return;
  }
  if (wasGivenUp(state, key, at)) census.tooLate.add(key);
  census.arrivals += 1;
  census.setPerson({
    key,
    clientId: person.clientId,
    userRef: person.userRef,
    name: person.name,
    role: person.role,
    order: census.arrivals,
    joinedAt: at,
    late: late && !census.isAwaited(key),
    hasKit: false,
    place: IN_MAIN,
    still: null,
    awayUntil: null,
    justLeft: null,
    backAt: null,
  });
}

/** Somebody is here, new or known, on this connection. */
export function seePerson(state: State, person: RosterPerson, at: number, late: boolean): State {
  const census = takeCensus(state);
  takeIn(census, state, keptPlaces(state), withoutEmptyRef(person), at, late);
  return withCensus(state, census);
}

/** No `user_ref` at all is not one that two people could share. */
const withoutEmptyRef = (person: RosterPerson): RosterPerson =>
  person.userRef === '' ? { ...person, userRef: null } : person;

/**
 * The place that is kept for somebody whose connection is gone: they were on their way to a room or in it, and could be known
 * again. Who was told to have left the room a moment before was cut off from it; a kit would have said that they went by themselves.
 */
function placeToKeep(person: Person, state: State, at: number): Place | null {
  const { place, userRef, justLeft, hasKit } = person;
  if (userRef === null) return null;
  if (place.at === 'in-room' || place.at === 'joining' || place.at === 'invited') return place;
  if (justLeft === null || !isLive(state)) return null;
  const { roomKey, since } = justLeft;
  return at - justLeft.at <= (hasKit ? state.times.kept : LIMITS.wire)
    ? { at: 'in-room', roomKey, since, evidence: 'inferred' }
    : null;
}

function lost(census: Census, state: State, clientId: ClientId, at: number): void {
  const person = census.people.get(census.clients.get(clientId) ?? '');
  if (!person) return;
  census.dropClient(clientId);
  const isSelf = person.key === state.self.key;
  const place = isSelf ? person.place : placeToKeep(person, state, at);
  if (place)
    census.setPerson({
      ...person,
      place,
      justLeft: null,
      backAt: null,
      clientId: null,
      awayUntil: at + state.times.kept,
    });
  else depart(census, state, person, at);
}

/** A connection is gone. A place in a room is kept for a while; a seat in the draft waits for whoever has the same `user_ref`. */
export function loseClient(state: State, clientId: ClientId, at: number): State {
  const census = takeCensus(state);
  lost(census, state, clientId, at);
  return withCensus(state, census);
}

/** Whether this person has not reached their room again, whatever the main room says. */
export const isCutFromRoom = ({ self }: State): boolean =>
  self.at === 'away' || (self.at === 'in-room' && self.roomConnection === 'reconnecting');

/** This person under a new connection: their kit knows them, whatever the service calls them now. */
function moveSelf(census: Census, state: State, clientId: ClientId): void {
  const own = state.self.key === null ? undefined : census.people.get(state.self.key);
  if (!own || census.clients.get(clientId) === own.key) return;
  const stranger = census.clients.get(clientId);
  // Heard of before the roster was read, and taken for somebody else.
  if (stranger !== undefined) census.dropPerson(stranger);
  if (own.clientId !== null) census.dropClient(own.clientId);
  census.setClient(clientId, own.key);
  census.setPerson({ ...own, clientId, awayUntil: isCutFromRoom(state) ? own.awayUntil : null });
}

/** The whole roster, as read at attach and after a reconnect: who is not on it has left. */
export function readRoster(
  state: State,
  roster: readonly RosterPerson[],
  self: Pick<RosterPerson, 'clientId' | 'userRef' | 'role'> | null,
  at: number,
): State {
  const census = takeCensus(state);
  const isFirst = state.self.clientId === null;
  if (self) moveSelf(census, state, self.clientId);
  const here = new Set(roster.map((person) => person.clientId));
  // A roster that forgets its reader is not taken at its word.
  const everybody = self && !here.has(self.clientId) ? [...roster, { ...self, name: '' }] : roster;
  if (self) here.add(self.clientId);
  for (const clientId of census.clients.keys()) if (!here.has(clientId)) lost(census, state, clientId, at);
  const kept = keptPlaces({ ...state, people: census.people });
  for (const person of everybody) {
    takeIn(census, state, kept, withoutEmptyRef(person), at, !isFirst);
    // Who was heard of between attaching and the first reading was here from the start.
    const known = isFirst ? census.people.get(census.clients.get(person.clientId) ?? '') : undefined;
    if (known?.late) census.setPerson({ ...known, late: false });
  }
  return withCensus(state, census);
}

/** Places kept long enough are given up. One's own is not: whoever reads this is here. */
export function forgetAway(state: State, at: number): State {
  const census = takeCensus(state);
  for (const person of state.people.values())
    if (
      person.clientId === null &&
      person.awayUntil !== null &&
      person.awayUntil <= at &&
      person.key !== state.self.key
    )
      depart(census, state, person, person.awayUntil - state.times.kept);
  return withCensus(state, census);
}

/** Nobody has said of who came back that they are where they were: they are in main. */
export const settleBack = (state: State, at: number): State =>
  placeEach(state, ({ place, backAt }) => (isBackDue(backAt, at) ? IN_MAIN : place));

/** Whether no word came in time from somebody who came back. */
export const isBackDue = (backAt: number | null, at: number): boolean =>
  backAt !== null && backAt + LIMITS.wire <= at;
