/** Where people are: what the service says, what their kits say, and what follows. */
import { changePerson, personOf, placePerson } from './people.js';
import { roomOf } from './rooms.js';
import type {
  ClientId,
  Evidence,
  Failure,
  Person,
  PersonKey,
  Place,
  RoomId,
  RoomKey,
  State,
} from './types.js';

/** Whether somebody already is in this room, as surely. */
const isThere = (place: Place, roomKey: RoomKey, evidence: Evidence) =>
  place.at === 'in-room' &&
  place.roomKey === roomKey &&
  (place.evidence === 'confirmed' || place.evidence === evidence);

/** Somebody is in a room. What is known for sure is not made less sure. */
export function arrive(
  state: State,
  person: Person,
  roomKey: RoomKey,
  evidence: Evidence,
  at: number,
): State {
  if (isThere(person.place, roomKey, evidence)) return state;
  const since = person.place.at === 'in-room' && person.place.roomKey === roomKey ? person.place.since : at;
  return placePerson(state, person.key, { at: 'in-room', roomKey, since, evidence });
}

/** `user-joined-breakout-room`. No real build says which room: it follows from the invitation, or from the seat. */
export function occupantJoined(state: State, clientId: ClientId, roomId: RoomId | null, at: number): State {
  const person = personOf(state, clientId);
  if (!person || person.key === state.self.key) return state;
  const said = roomOf(state, roomId)?.key;
  if (said !== undefined) return arrive(state, person, said, 'confirmed', at);
  if (person.place.at === 'in-room') return state;
  const follows = person.place.at === 'main' ? state.plan.seats.get(person.key) : person.place.roomKey;
  return follows === undefined ? state : arrive(state, person, follows, 'inferred', at);
}

/** `user-disconnected-breakout-room`. Somebody on the way to another room stays on the way. */
export function occupantLeft(state: State, clientId: ClientId, roomId: RoomId | null): State {
  const person = personOf(state, clientId);
  if (!person || person.key === state.self.key || person.place.at !== 'in-room') return state;
  const left = roomOf(state, roomId)?.key;
  if (left !== undefined && left !== person.place.roomKey) return state;
  return placePerson(state, person.key, { at: 'main' });
}

/** Another kit's word on its own person. */
export function toldHere(
  state: State,
  told: {
    readonly clientId: ClientId;
    readonly roomId: RoomId | null;
    readonly step: 'joining' | 'in-room' | 'main' | 'failed';
  },
  at: number,
): State {
  const person = personOf(state, told.clientId);
  if (!person) return state;
  const knows = changePerson(state, person.key, { hasKit: true });
  const roomKey = roomOf(state, told.roomId)?.key ?? null;
  const { place } = person;
  switch (told.step) {
    case 'main':
      return place.at === 'in-room' || place.at === 'joining'
        ? placePerson(knows, person.key, { at: 'main' })
        : knows;
    case 'in-room':
      return roomKey === null ? knows : arrive(knows, person, roomKey, 'told', at);
    case 'joining':
      if (roomKey === null || (place.at === 'in-room' && place.roomKey === roomKey)) return knows;
      return place.at === 'joining' && place.roomKey === roomKey
        ? knows
        : placePerson(knows, person.key, { at: 'joining', roomKey, since: at });
    case 'failed': {
      const failure: Failure = { kind: 'unknown', code: null, text: null };
      const room = roomKey ?? (place.at === 'main' ? null : place.roomKey);
      return room === null
        ? knows
        : placePerson(knows, person.key, { at: 'failed', roomKey: room, since: at, failure });
    }
    default:
      return told.step satisfies never;
  }
}

/** The service took an invitation. Whoever answered in the meantime is further on already. */
export function inviteSent(state: State, people: readonly PersonKey[], roomKey: RoomKey, at: number): State {
  let next = state;
  for (const key of people) {
    const person = next.people.get(key);
    if (!person || answeredSince(state, person, roomKey)) continue;
    next = placePerson(next, key, { at: 'invited', roomKey, since: at });
  }
  return next;
}

/** Whether a person already joined this room, is joining it, or declined it after the open call was made. */
function answeredSince(state: State, person: Person, roomKey: RoomKey): boolean {
  const { place } = person;
  if (place.at === 'main' || place.roomKey !== roomKey) return false;
  if (place.at === 'in-room' || place.at === 'joining') return true;
  if (place.at !== 'declined' && place.at !== 'failed') return false;
  for (const call of state.calls.values())
    if (call.kind === 'invite' && call.people.includes(person.key) && call.sentAt <= place.since) return true;
  return false;
}

/** An invitation could not be sent. */
export function inviteFailed(
  state: State,
  people: readonly PersonKey[],
  roomKey: RoomKey,
  failure: Failure,
  at: number,
): State {
  let next = state;
  for (const key of people) {
    const person = next.people.get(key);
    if (person && !answeredSince(state, person, roomKey))
      next = placePerson(next, key, { at: 'failed', roomKey, since: at, failure });
  }
  return next;
}

/** Somebody said no. When the service does not say who, it is clear only if one person was asked. */
export function declined(state: State, clientId: ClientId | null, roomId: RoomId | null, at: number): State {
  const roomKey = roomOf(state, roomId)?.key ?? null;
  const asked = (person: Person) =>
    (person.place.at === 'invited' || person.place.at === 'no-answer' || person.place.at === 'joining') &&
    (roomKey === null || person.place.roomKey === roomKey);
  const named = personOf(state, clientId);
  if (clientId !== null) return named && asked(named) ? decline(state, named, at) : state;
  const all = [...state.people.values()].filter((person) => person.place.at === 'invited' && asked(person));
  const [only] = all;
  return only && all.length === 1 ? decline(state, only, at) : state;
}

function decline(state: State, person: Person, at: number): State {
  const { place } = person;
  return place.at === 'main'
    ? state
    : placePerson(state, person.key, { at: 'declined', roomKey: place.roomKey, since: at });
}

/** A room is gone: who was in it is not in it any more. */
export function emptyRoom(state: State, roomKey: RoomKey): State {
  let next = state;
  for (const person of state.people.values())
    if (person.place.at === 'in-room' && person.place.roomKey === roomKey && person.key !== state.self.key)
      next = placePerson(next, person.key, { at: 'main' });
  return next;
}

/** Invitations that were not answered in time. */
export function giveUpInvites(state: State, at: number): State {
  let next = state;
  for (const person of state.people.values()) {
    const { place } = person;
    if (place.at === 'invited' && place.since + state.times.invite <= at)
      next = placePerson(next, person.key, { at: 'no-answer', roomKey: place.roomKey, since: place.since });
  }
  return next;
}

/** The round is over: who is in a room is still on the way, everybody else is in main. */
export function settlePlaces(state: State): State {
  let next = state;
  for (const person of state.people.values())
    if (person.place.at !== 'in-room' && person.place.at !== 'joining')
      next = placePerson(next, person.key, { at: 'main' });
  return next;
}
