'use client';

import { createContext, useContext } from 'react';
import type { PersonKey, RoomKey } from '../../state/types.js';

/** One room that closes while the others stay: until when it can be taken back, and whom it is about. */
export interface RoomClosing {
  readonly until: number;
  readonly people: readonly PersonKey[];
}

/** The rooms that are being closed one by one from this desk. */
export interface RoomClosings {
  readonly of: (room: RoomKey) => RoomClosing | null;
  /** Calls everybody of the room back, after a notice. */
  readonly close: (room: RoomKey) => void;
  /** Takes it back while the notice runs. */
  readonly keep: (room: RoomKey) => void;
}

/** Filled by the desk. */
export const RoomClosingContext = createContext<RoomClosings>({
  of: () => null,
  close: () => undefined,
  keep: () => undefined,
});

/** The rooms that are being closed one by one, and the ways to begin it and to take it back. */
export const useRoomClosing = () => useContext(RoomClosingContext);
