/** Where people are: what the service says, what their kits say, and what follows. */
import { changePerson, IN_MAIN, leftStill, personOf, placeEach, placePerson } from './people.js';
import { LIMITS } from './deadlines.js';
import { isPast, lastRoomOf, meetRoom, roomOf } from './rooms.js';
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
  if (isThere(person.place, roomKey, evidence)) return changePerson(state, person.key, { backAt: null });
  const since = person.place.at === 'in-room' && person.place.roomKey === roomKey ? person.place.since : at;
  return placePerson(state, person.key, { at: 'in-room', roomKey, since, evidence });
}

/**
 * `user-joined-breakout-room`. No real build says which room: it follows from the invitation, or from the seat in a room that
 * is alive. One that names a dead or unknown room is about nobody's place here.
 */
export function occupantJoined(state: State, clientId: ClientId, roomId: RoomId | null, at: number): State {
  const person = personOf(state, clientId);
  if (!person || person.key === state.self.key) return state;
  if (roomId !== null) {
    const said = roomOf(state, roomId)?.key;
    return said === undefined ? state : arrive(state, person, said, 'confirmed', at);
  }
  if (person.place.at === 'in-room') return changePerson(state, person.key, { backAt: null });
  const follows = person.place.at === 'main' ? state.plan.seats.get(person.key) : person.place.roomKey;
  const there = [follows, ...visitedBy(state, person.key)].find((room) => isAlive(state, room));
  return there === undefined ? state : arrive(state, person, there, 'inferred', at);
}

const isAlive = (state: State, roomKey: RoomKey | undefined): roomKey is RoomKey =>
  roomKey !== undefined && (state.rooms.get(roomKey)?.roomId ?? null) !== null;

/** Rooms this person has been in: who comes back after a drop comes back to where they were, whatever room is planned for them. */
const visitedBy = (state: State, key: PersonKey): readonly RoomKey[] =>
  [...state.round.visitors].flatMap(([roomKey, people]) => (people.has(key) ? [roomKey] : []));

/**
 * `user-disconnected-breakout-room`. Somebody on the way to another room stays on the way, and leaving a room that was made
 * again since is no news of the new one.
 */
export function occupantLeft(state: State, clientId: ClientId, roomId: RoomId | null, at: number): State {
  const person = personOf(state, clientId);
  if (!person || person.key === state.self.key) return state;
  const there = person.place.at === 'in-room' ? person.place : person.still;
  if (!there || (roomId !== null && roomNamed(state, roomId) !== there.roomKey)) return state;
  if (there === person.still) return leftStill(state, person);
  const { roomKey, since } = there;
  return changePerson(placePerson(state, person.key, IN_MAIN), person.key, {
    justLeft: { roomKey, since, at },
  });
}

/** Which room a last word under this id is about: the one alive, or one that died and was not made again. */
const roomNamed = (state: State, roomId: RoomId): RoomKey | undefined =>
  (roomOf(state, roomId) ?? lastRoomOf(state, roomId))?.key;

/** Another kit's word on its own person. On oneself nobody else has a word. */
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
  if (!person || person.key === state.self.key) return state;
  // A kit leaves the room its person is in before it goes to the next, so whatever it says is said from outside.
  const knows = changePerson(state, person.key, { hasKit: true, still: null, justLeft: null, backAt: null });
  const roomKey = roomOf(state, told.roomId)?.key ?? null;
  const { place } = person;
  switch (told.step) {
    case 'main':
      return place.at === 'in-room' || place.at === 'joining'
        ? placePerson(knows, person.key, { at: 'main' })
        : knows;
    case 'in-room':
      return roomKey === null
        ? arriveElsewhere(knows, person.key, told.roomId, at)
        : arrive(knows, person, roomKey, 'told', at);
    case 'joining':
      if (roomKey === null || (place.at === 'in-room' && place.roomKey === roomKey)) return knows;
      return place.at === 'joining' && place.roomKey === roomKey
        ? knows
        : changePerson(placePerson(knows, person.key, { at: 'joining', roomKey, since: at }), person.key, {
            still: null,
          });
    case 'failed': {
      const room = told.roomId === null ? (place.at === 'main' ? null : place.roomKey) : roomKey;
      // What is known better, or later, stays: the first failure has the service's own words.
      if (room === null || ((place.at === 'failed' || place.at === 'in-room') && place.roomKey === room))
        return knows;
      return changePerson(
        placePerson(knows, person.key, { at: 'failed', roomKey: room, since: at, failure: UNKNOWN }),
        person.key,
        { still: null },
      );
    }
    default:
      return told.step satisfies never;
  }
}

/** More rooms than any service makes in a day: whoever names others is making them up. */
const ROOMS_BELIEVED = 100;

/**
 * Somebody's kit says that they are in a room nobody has told this one of: their page may have missed the end of the rooms, and
 * this page may be a new one. Nobody is left there unseen.
 */
function arriveElsewhere(state: State, key: PersonKey, roomId: RoomId | null, at: number): State {
  if (state.self.role !== 'moderator' || roomId === null || roomId === '' || isPast(state, roomId))
    return state;
  if (state.rooms.size >= ROOMS_BELIEVED) return state;
  const [met, roomKey] = meetRoom(state, roomId);
  const person = met.people.get(key);
  return person ? arrive(met, person, roomKey, 'told', at) : state;
}

const UNKNOWN: Failure = { kind: 'unknown', code: null, text: null };

/** The service took an invitation. Whoever answered in the meantime is further on already. */
export function inviteSent(state: State, people: readonly PersonKey[], roomKey: RoomKey, at: number): State {
  const called = new Set(people);
  return placeEach(state, (person) =>
    called.has(person.key) && person.key !== state.self.key && !answeredSince(state, person, roomKey)
      ? { at: 'invited', roomKey, since: at }
      : person.place,
  );
}

/** Whether a person already joined this room, is joining it, or answered, and was not called again since. */
function answeredSince(state: State, person: Person, roomKey: RoomKey): boolean {
  const { place } = person;
  if (place.at === 'main' || place.roomKey !== roomKey) return false;
  if (place.at === 'in-room' || place.at === 'joining') return true;
  if (place.at !== 'declined' && place.at !== 'failed') return false;
  const calls = [...state.calls.values()].filter(
    (call) => call.kind === 'invite' && !call.overdue && call.people.includes(person.key),
  );
  // Without an open call this is a late answer: it outlives a failure to be sent, but not a no.
  if (calls.length === 0) return place.at === 'declined';
  return calls.every((call) => call.sentAt <= place.since);
}

/** An invitation could not be sent. */
export function inviteFailed(
  state: State,
  people: readonly PersonKey[],
  roomKey: RoomKey,
  failure: Failure,
  at: number,
): State {
  const called = new Set(people);
  return placeEach(state, (person) =>
    called.has(person.key) && person.key !== state.self.key && !answeredSince(state, person, roomKey)
      ? { at: 'failed', roomKey, since: at, failure }
      : person.place,
  );
}

/**
 * Somebody said no. When the service does not say who, it is clear only if one person was asked, and if it is not the copy of
 * a no that their own kit has told already.
 */
export function declined(state: State, clientId: ClientId | null, roomId: RoomId | null, at: number): State {
  const roomKey = roomId === null ? null : roomNamed(state, roomId);
  if (roomKey === undefined) return state;
  const isOf = (place: Place) => place.at !== 'main' && (roomKey === null || place.roomKey === roomKey);
  const asked = ({ key, place }: Person) =>
    key !== state.self.key &&
    (place.at === 'invited' || place.at === 'no-answer' || place.at === 'joining') &&
    isOf(place);
  if (clientId !== null) {
    const named = personOf(state, clientId);
    return named && asked(named) ? decline(state, named, at) : state;
  }
  let only: Person | null = null;
  for (const person of state.people.values()) {
    const { place } = person;
    if (place.at === 'declined' && isOf(place) && at - place.since <= LIMITS.call) return state;
    if (place.at !== 'invited' || !asked(person)) continue;
    if (only) return state;
    only = person;
  }
  return only ? decline(state, only, at) : state;
}

function decline(state: State, person: Person, at: number): State {
  const { place } = person;
  return place.at === 'main'
    ? state
    : placePerson(state, person.key, { at: 'declined', roomKey: place.roomKey, since: at });
}

/** Who was asked is not asked any more, whatever they said: they are where they were. Whoever is on the way comes, or turns back. */
export function inviteTakenBack(state: State, people: readonly PersonKey[]): State {
  const asked = new Set(people);
  return placeEach(state, ({ key, place, still }) =>
    !asked.has(key) || place.at === 'in-room' || place.at === 'joining' || place.at === 'main'
      ? place
      : still
        ? { at: 'in-room', ...still }
        : IN_MAIN,
  );
}

/** A room is gone: who was in it is not in it any more. */
export function emptyRoom(state: State, roomKey: RoomKey): State {
  const emptied = placeEach(state, ({ key, place }) =>
    place.at === 'in-room' && place.roomKey === roomKey && key !== state.self.key ? IN_MAIN : place,
  );
  let next = emptied;
  for (const person of emptied.people.values())
    if (person.still?.roomKey === roomKey) next = leftStill(next, person);
  return next;
}

/** How long somebody may be on the way by their kit's word, before it is taken that no other word will come. */
export const JOIN_TOLD_MS = LIMITS.join + LIMITS.wire;

/** Invitations that were not answered in time, and joins that were begun and never heard of again. */
export function giveUpWaiting(state: State, at: number): State {
  const isLive = state.round.phase === 'open' || state.round.phase === 'closing';
  return placeEach(state, ({ key, place, still }) => {
    if (place.at === 'invited' && place.since + state.times.invite <= at)
      return { at: 'no-answer', roomKey: place.roomKey, since: place.since };
    if (place.at === 'joining' && place.since + JOIN_TOLD_MS <= at && key !== state.self.key)
      return isLive
        ? { at: 'failed', roomKey: place.roomKey, since: at, failure: NO_ANSWER }
        : still
          ? { at: 'in-room', ...still }
          : IN_MAIN;
    return place;
  });
}

const NO_ANSWER: Failure = { kind: 'no-answer', code: null, text: null };

/** The round is over: who is in a room is still on the way back, or into it; everybody else is in main. */
export const settlePlaces = (state: State): State =>
  placeEach(state, ({ place, still }) =>
    place.at === 'in-room' || place.at === 'joining' ? place : still ? { at: 'in-room', ...still } : IN_MAIN,
  );

/** Another round began: nobody is in its rooms yet, whatever was heard of older ones. Oneself aside, and rooms that went on. */
export const clearPlaces = (state: State, before: State): State =>
  placeEach(state, ({ key, place }) => {
    if (place.at === 'main' || key === state.self.key) return place;
    const today = state.rooms.get(place.roomKey)?.roomId ?? null;
    return today !== null && today === before.rooms.get(place.roomKey)?.roomId ? place : IN_MAIN;
  });
