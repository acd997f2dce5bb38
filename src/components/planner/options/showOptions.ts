'use client';

import { createContext, useContext } from 'react';
import type { RoomKey } from '../../../state/types.js';

/** Where the options open: at their beginning, at the rules, or at the seats of one room. */
export type OptionsPlace =
  { readonly at: 'top' | 'rules' | 'rounds' | 'time' } | { readonly at: 'seats'; readonly roomKey: RoomKey };

/** Filled by the planner. The same function for its whole life, so that no card is drawn again by it. */
export const ShowOptions = createContext<(place: OptionsPlace) => void>(() => undefined);

/** Opens the planner's options at a place. */
export const useShowOptions = () => useContext(ShowOptions);
