/**
 * Who is in the room, as its object says now. `userList` is a Map whose key is the id: values that came later have none inside.
 */
import type { RosterPerson } from '../state/events.js';
import type { ClientId, Member, Mode, Role } from '../state/types.js';
import { asId, asRole, asText, field, isObject, tryCall } from './payload.js';

/** The application's own word on who moderates; `undefined` leaves it to the room. */
export type IsModerator = (person: RosterPerson) => boolean | undefined;

/** This person's identity in a room. */
export interface Identity {
  readonly clientId: ClientId;
  readonly userRef: string | null;
  readonly role: Role;
}

/** One person, from a roster value or a user event. */
export function readPerson(clientId: ClientId, from: unknown, isModerator?: IsModerator): RosterPerson {
  const person: RosterPerson = {
    clientId,
    userRef: asId(field(from, 'user_ref', 'userRef')),
    name: asText(field(from, 'name')) ?? '',
    role: asRole(field(from, 'role')),
  };
  const moderates = isModerator?.(person);
  if (moderates === undefined || moderates === (person.role === 'moderator')) return person;
  return {
    ...person,
    role: moderates ? 'moderator' : person.role === 'moderator' ? 'participant' : person.role,
  };
}

/** The roster's entries: id and value. Reads a Map, and a plain object should a build have one. */
export function rosterEntries(room: unknown): readonly (readonly [ClientId, unknown])[] {
  const list = field(room, 'userList');
  if (!isObject(list)) return [];
  const pairs: unknown = list instanceof Map ? [...list] : tryCall(list, 'entries');
  const entries: (readonly [ClientId, unknown])[] = [];
  for (const pair of isIterable(pairs) ? pairs : Object.entries(list)) {
    const [key, value] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    const id = asId(key);
    if (id !== null && isObject(value)) entries.push([id, value]);
  }
  return entries;
}

/** Everybody in the roster, oneself included. */
export function readRoster(room: unknown, isModerator?: IsModerator): readonly RosterPerson[] {
  return rosterEntries(room).map(([clientId, value]) => readPerson(clientId, value, isModerator));
}

/** One person of the roster, by id. */
export function rosterValue(room: unknown, clientId: ClientId): unknown {
  const list = field(room, 'userList');
  // Asked for each newcomer: a meeting of thousands is not read anew each time.
  if (list instanceof Map) return (list as ReadonlyMap<unknown, unknown>).get(clientId);
  return rosterEntries(room).find(([id]) => id === clientId)?.[1];
}

/** Who is in a breakout room, by their ids there. */
export function readMembers(room: unknown): readonly Member[] {
  const own = readClientIdOf(room);
  return rosterEntries(room).map(([clientId, value]) => {
    const { userRef, name } = readPerson(clientId, value);
    return { clientId, userRef, name, isSelf: clientId === own };
  });
}

/** This person's connection id in a room: `clientId` in the builds, `clientID` in the documentation. */
export function readClientIdOf(room: unknown): ClientId | null {
  return asId(field(room, 'clientId', 'clientID')) ?? asId(field(field(room, 'me'), 'clientId'));
}

/** Who this person is, or `null` before the room is connected. The role is the live one of `me`. */
export function readSelf(room: unknown, isModerator?: IsModerator): Identity | null {
  const clientId = readClientIdOf(room);
  if (clientId === null) return null;
  const listed = rosterValue(room, clientId);
  const me = field(room, 'me');
  const { userRef, role } = readPerson(
    clientId,
    {
      user_ref: field(me, 'user_ref') ?? field(listed, 'user_ref'),
      name: field(me, 'name') ?? field(listed, 'name'),
      role: field(me, 'role') ?? field(listed, 'role'),
    },
    isModerator,
  );
  return { clientId, userRef, role };
}

/** The meeting's mode. */
export function readMode(value: unknown): Mode {
  return value === 'group' || value === 'lecture' ? value : 'unknown';
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return isObject(value) && Symbol.iterator in value;
}
