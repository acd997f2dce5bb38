/**
 * Reading what nobody guarantees: every field of an EnableX payload may be missing, of another kind, under another name, or throw.
 */
import type { ClientId, Role, RoomId } from '../state/types.js';

/** Whether there is anything to read fields from. */
export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** The first of these fields that is there. A getter that throws counts as a field that is not. */
export function field(from: unknown, ...names: readonly string[]): unknown {
  if (!isObject(from)) return undefined;
  for (const name of names) {
    try {
      const value: unknown = Reflect.get(from, name);
      if (value !== undefined && value !== null) return value;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Calls a method of an SDK object, or gives `undefined` where there is none or it throws. */
export function tryCall(target: unknown, name: string, ...inputs: readonly unknown[]): unknown {
  const method = field(target, name);
  if (typeof method !== 'function') return undefined;
  try {
    return Reflect.apply(method, target, inputs) as unknown;
  } catch {
    return undefined;
  }
}

/** An id as text, or `null`. A number is an id too; an empty text is none. */
export function asId(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** Text, or `null`. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A number from 0, as one or as a text of digits, or `null`. An empty text is none. */
export function asAmount(value: unknown): number | null {
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount : null;
}

/** A person's part in the meeting, or `unknown`. */
export function asRole(value: unknown): Role {
  return value === 'moderator' || value === 'participant' || value === 'audience' || value === 'viewer'
    ? value
    : 'unknown';
}

function idUnder(from: unknown, names: readonly string[], within: readonly string[]): string | null {
  for (const name of names) {
    const value = field(from, name);
    const id = asId(value) ?? asId(field(value, ...within));
    if (id !== null) return id;
  }
  return null;
}

/**
 * Where an event keeps what it says: in `message` in the builds, flat in the guide.
 * A `message` of the wrong kind says nothing.
 */
export function bodyOf(event: unknown): unknown {
  const message = field(event, 'message');
  if (message === undefined) return event;
  return isObject(message) && !Array.isArray(message) ? message : undefined;
}

/** A room's id from a payload: `room_id`, `room`, `roomId` or `id`, as text or within an object. */
export function readRoomId(body: unknown): RoomId | null {
  return idUnder(body, ['room_id', 'room', 'roomId', 'id'], ['room_id', '_id', 'roomId', 'roomID', 'id']);
}

/** One item of a list of rooms: text in the builds, an object with `_id` in one of the vendor's samples. */
export function readListedRoomId(item: unknown): RoomId | null {
  return asId(item) ?? asId(field(item, '_id', 'room_id', 'roomId', 'id'));
}

/** A list of room ids, each once, without what is no id. */
export function readRoomIds(list: unknown): readonly RoomId[] {
  if (!Array.isArray(list)) return [];
  const ids = new Set<RoomId>();
  for (const item of list) {
    const id = readListedRoomId(item);
    if (id !== null) ids.add(id);
  }
  return [...ids];
}

const WITHIN_CLIENT = ['clientId', 'client_id', 'clientID', 'id'];

/** A person's id from a payload: `client_id`, `clientId` or `client`, as text or within an object, or the first of `clients`. */
export function readClientId(body: unknown): ClientId | null {
  return idUnder(body, ['client_id', 'clientId', 'client'], WITHIN_CLIENT) ?? readClientIds(body)[0] ?? null;
}

/** People's ids from a payload: `clients` as a list of either, or the one that `readClientId` knows. */
export function readClientIds(body: unknown): readonly ClientId[] {
  const list = field(body, 'clients');
  if (!Array.isArray(list)) {
    const one = asId(list) ?? idUnder(body, ['client_id', 'clientId', 'client'], WITHIN_CLIENT);
    return one === null ? [] : [one];
  }
  const ids = new Set<ClientId>();
  for (const item of list) {
    const id = asId(item) ?? asId(field(item, ...WITHIN_CLIENT));
    if (id !== null) ids.add(id);
  }
  return [...ids];
}

/** Who asked, in whatever form it came: text in the documentation, an object with `id` from the vendor's servers. */
export interface Requestor {
  readonly clientId: ClientId | null;
  readonly userRef: string | null;
  readonly name: string | null;
}

/** Reads `requestor`, or `null` where nothing of it can be read. */
export function readRequestor(body: unknown): Requestor | null {
  const value = field(body, 'requestor', 'requester', 'from');
  const requestor: Requestor = {
    clientId: asId(value) ?? asId(field(value, 'id', 'clientId', 'client_id')),
    userRef: asText(field(value, 'user_ref', 'userRef')),
    name: asText(field(value, 'name')),
  };
  return (requestor.clientId ?? requestor.userRef ?? requestor.name) ? requestor : null;
}
