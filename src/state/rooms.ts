/** Rooms as the service has them: which id is alive today, and what each is called. */
import { withEntry, patch } from './maps.js';
import type { Room, RoomId, RoomKey, State } from './types.js';

/** The room with this id, alive today. */
export function roomOf(state: State, roomId: RoomId | null): Room | undefined {
  if (roomId === null) return undefined;
  for (const room of state.rooms.values()) if (room.roomId === roomId) return room;
  return undefined;
}

/** Whether an id belonged to a room that is gone: what still comes in its name is inert. */
export function isPast(state: State, roomId: RoomId): boolean {
  for (const room of state.rooms.values()) if (room.pastIds.includes(roomId)) return true;
  return false;
}

/** The room that lives under this id, or ever did. */
export function everRoomOf(state: State, roomId: RoomId): Room | undefined {
  const alive = roomOf(state, roomId);
  if (alive) return alive;
  for (const room of state.rooms.values()) if (room.pastIds.includes(roomId)) return room;
  return undefined;
}

/** The room that lived and died under this id, and was not made again since. Only somebody's leaving it still counts. */
export function lastRoomOf(state: State, roomId: RoomId): Room | undefined {
  for (const room of state.rooms.values())
    if (room.roomId === null && room.pastIds.includes(roomId)) return room;
  return undefined;
}

/** Changes or adds one room. */
export function changeRoom(state: State, key: RoomKey, fields: Partial<Room>): State {
  const room = state.rooms.get(key) ?? {
    key,
    number: null,
    name: null,
    roomId: null,
    pastIds: [],
    capacity: null,
    listed: false,
  };
  const next = patch(room, fields);
  return next === room && state.rooms.has(key)
    ? state
    : { ...state, rooms: withEntry(state.rooms, key, next) };
}

/** The room behind an id, known by a moderator's word or not: an invitation may come before its room is named. */
export function meetRoom(state: State, roomId: RoomId): readonly [State, RoomKey] {
  const known = roomOf(state, roomId);
  if (known) return [state, known.key];
  const key: RoomKey = `id/${roomId}`;
  return [changeRoom(state, key, { roomId }), key];
}

/** A room lives under a new id; the old one is dead. What was dead stays so. */
export function openRoom(state: State, key: RoomKey, roomId: RoomId, fields: Partial<Room> = {}): State {
  if (roomId === '' || isPast(state, roomId)) return state;
  const room = state.rooms.get(key);
  const died = room && room.roomId !== null && room.roomId !== roomId ? [...room.pastIds, room.roomId] : null;
  // One id is one room: whoever had it from an invitation only gives it up.
  const other = roomOf(state, roomId);
  const given = other && other.key !== key ? changeRoom(state, other.key, { roomId: null }) : state;
  return changeRoom(given, key, { roomId, ...(died ? { pastIds: died } : {}), ...fields });
}

/** An id is dead: its room was emptied or destroyed. */
export function endRoom(state: State, roomId: RoomId): State {
  const room = roomOf(state, roomId);
  return room ? changeRoom(state, room.key, { roomId: null, pastIds: [...room.pastIds, roomId] }) : state;
}

/** The ids of a round are dead, those of `kept` rooms aside. A room known from an invitation only was in no round. */
export function endRooms(state: State, kept: ReadonlySet<RoomKey> = new Set()): State {
  let next = state;
  for (const room of state.rooms.values())
    if (room.roomId !== null && room.number !== null && !kept.has(room.key))
      next = endRoom(next, room.roomId);
  return next;
}
