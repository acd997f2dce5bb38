/** Whom a message can reach: kits show it, and somebody without one is in a room all the same. */
import { audience } from '../announcing.js';
import { memo } from '../memo.js';
import type { RoomKey, State } from '../types.js';
import type { ReachView } from '../views.js';
import { roomKeys } from './rooms.js';

/** Whom a message to this room (`null`: to all rooms) reaches now. */
export const reachView: (state: State, roomKey: RoomKey | null) => ReachView = memo(
  (state: State) => [state.people, state.rooms, state.plan.rooms, state.self],
  (state: State, roomKey: RoomKey | null): ReachView => {
    const people = [...audience(state, roomKey)];
    const isOpen = (key: RoomKey) => (state.rooms.get(key)?.roomId ?? null) !== null;
    return {
      people: people.length,
      reached: people.filter((key) => state.people.get(key)?.hasKit === true).length,
      rooms: roomKey === null ? roomKeys(state).filter(isOpen).length : Number(isOpen(roomKey)),
    };
  },
);
