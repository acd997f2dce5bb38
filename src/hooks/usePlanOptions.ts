'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import type { RoomKey, State } from '../state/types.js';
import { pool } from '../state/view/plan.js';
import { capacity } from '../state/view/rooms.js';
import { mostSeats, ownSeats as ownSeatsOf, roomsOver as roomsOverOf } from '../state/view/seats.js';
import { useActions, useView } from './useView.js';

/** What {@link usePlanOptions} gives. */
export interface PlanOptions {
  /** Rooms of the draft. */
  readonly rooms: number;
  /** The most rooms a meeting can have. EnableX: 10. */
  readonly maxRooms: number;
  /** Whom a split seats: everybody who does not stay in the main room. */
  readonly people: number;
  /** Seats of a room that has no number of its own. */
  readonly seats: number;
  /** The draft says so itself; else it is as many as the service allows. */
  readonly seatsSet: boolean;
  /** The most seats a room can have. EnableX: `max_active_talkers` − 1. */
  readonly maxSeats: number;
  /** The service said so. Else the kit plans with 15, the most that EnableX documents. */
  readonly maxSeatsKnown: boolean;
  /** Rooms with seats of their own, and how many. */
  readonly ownSeats: ReadonlyMap<RoomKey, number>;
  /** Rooms that have more people than seats: they block the opening. */
  readonly roomsOver: number;
  readonly setRoomCount: Actions['setRoomCount'];
  /** As many rooms as it takes for this many people in each. */
  readonly setRoomSize: Actions['setRoomSize'];
  /** Seats in each room; `null` for as many as the service allows. */
  readonly setSeats: Actions['setCapacity'];
  /** Seats of one room; `null` for as many as the others. */
  readonly setRoomSeats: Actions['setRoomCapacity'];
}

const peopleOf = (state: State) => pool(state).unassigned.length + pool(state).seated.length;

/** Reads how the draft is cut: rooms, people and seats for each, and the ways to change it. */
export function usePlanOptions(): PlanOptions {
  const actions = useActions();
  const rooms = useView((state) => state.plan.rooms.length);
  const maxRooms = useView((state) => state.limits.maxRooms);
  const people = useView(peopleOf);
  const seats = useView(capacity);
  const seatsSet = useView((state) => state.plan.capacity !== null);
  const maxSeats = useView(mostSeats);
  const maxSeatsKnown = useView((state) => state.limits.maxPeople !== null);
  const ownSeats = useView(ownSeatsOf);
  const roomsOver = useView(roomsOverOf);
  return useMemo(
    () => ({
      rooms,
      maxRooms,
      people,
      seats,
      seatsSet,
      maxSeats,
      maxSeatsKnown,
      ownSeats,
      roomsOver,
      setRoomCount: actions.setRoomCount,
      setRoomSize: actions.setRoomSize,
      setSeats: actions.setCapacity,
      setRoomSeats: actions.setRoomCapacity,
    }),
    [rooms, maxRooms, people, seats, seatsSet, maxSeats, maxSeatsKnown, ownSeats, roomsOver, actions],
  );
}
