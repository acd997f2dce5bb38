/** People who came while rooms are open and have no place yet, and where there is one for them. */
import { memo } from '../memo.js';
import type { PersonKey, RoomKey, State } from '../types.js';
import { everybody } from './people.js';
import { isLive, roomKeys, roomView } from './rooms.js';

const NOBODY: readonly PersonKey[] = [];

/**
 * Who joined since the rooms opened, is in main, and was neither seated nor left there on purpose. Moderators aside, and whoever
 * was here when this kit came: it does not know whether they have been asked.
 */
export const latecomers: (state: State) => readonly PersonKey[] = memo(
  (state: State) => [state.people, state.plan.seats, state.plan.staying, state.round],
  (state: State) => {
    const since = state.round.openedAt;
    if (!isLive(state) || since === null) return NOBODY;
    return everybody(state)
      .filter(
        ({ key, role, place, joinedAt, late, clientId }) =>
          late &&
          joinedAt >= since &&
          role !== 'moderator' &&
          clientId !== null &&
          place.at === 'main' &&
          !state.plan.seats.has(key) &&
          !state.plan.staying.has(key),
      )
      .map(({ key }) => key);
  },
);

/** The room that was somebody's when they left the meeting, or one they were in during this round; `undefined` where none is known. */
export function formerRoom(state: State, person: PersonKey): RoomKey | undefined {
  const left = state.departed.get(person);
  const isOfThisRound = left && left.at >= (state.round.openedAt ?? Infinity);
  if (isOfThisRound && left.roomKey !== null) return left.roomKey;
  for (const [roomKey, people] of state.round.visitors) if (people.has(person)) return roomKey;
  return undefined;
}

/** Latecomers whose former room is known and has a seat. */
export const returners: (state: State) => readonly PersonKey[] = memo(
  (state: State) => [state.people, state.plan, state.round, state.rooms, state.calls, state.limits],
  (state: State) => {
    const taken = new Map<RoomKey, number>();
    return latecomers(state).filter((person) => {
      const room = formerRoom(state, person);
      const coming = taken.get(room ?? '') ?? 0;
      if (room === undefined || (roomView(state, room)?.free ?? 0) <= coming) return false;
      taken.set(room, coming + 1);
      return true;
    });
  },
);

/** A room for each of these people, the emptiest first, as far as there are seats. */
export function smallestRooms(state: State, people: readonly PersonKey[]): ReadonlyMap<PersonKey, RoomKey> {
  const rooms = roomKeys(state).flatMap((key) => {
    const room = roomView(state, key);
    return room ? [{ key, taken: room.of, free: room.free }] : [];
  });
  const places = new Map<PersonKey, RoomKey>();
  for (const person of people) {
    const open = rooms.filter((room) => room.free > 0);
    const smallest = open.toSorted((a, b) => a.taken - b.taken)[0];
    if (!smallest) break;
    places.set(person, smallest.key);
    smallest.taken += 1;
    smallest.free -= 1;
  }
  return places;
}
