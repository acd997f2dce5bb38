/** Views of seats: what each room has, and the most it could have. */
import { memo } from '../memo.js';
import type { RoomKey, State } from '../types.js';
import { capacity, plannedFor, roomCapacity } from './rooms.js';

/** The most seats a room can have: what the service allows, or what the kit plans with where it does not say. */
export const mostSeats = (state: State): number =>
  capacity({ ...state, plan: { ...state.plan, capacity: null } });

/** Rooms with a number of seats of their own. */
export const ownSeats: (state: State) => ReadonlyMap<RoomKey, number> = memo(
  (state: State) => [state.plan.rooms, state.limits],
  (state: State) =>
    new Map(
      state.plan.rooms.flatMap(({ key, capacity: own }) =>
        own === null ? [] : [[key, roomCapacity(state, key)] as const],
      ),
    ),
);

/** How many rooms have more people than seats. */
export const roomsOver = (state: State): number =>
  state.plan.rooms.filter(({ key }) => plannedFor(state, key).length > roomCapacity(state, key)).length;
