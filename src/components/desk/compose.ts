'use client';

import { createContext, useContext } from 'react';
import type { RoomKey } from '../../state/types.js';

/** To whom a message is being written: one room, or `all` of them. */
export type Recipient = RoomKey | null;

/** The message that is being written on this desk. */
export interface Composing {
  /** `null`: none is. */
  readonly to: { readonly room: Recipient } | null;
  /** Begins one; the focus goes to its field. */
  readonly begin: (room: Recipient) => void;
  /** Puts it away; the focus goes back to what began it. */
  readonly end: () => void;
}

/** Filled by the desk. */
export const ComposeContext = createContext<Composing>({
  to: null,
  begin: () => undefined,
  end: () => undefined,
});

/** The message that is being written, and the ways to begin and to end it. */
export const useCompose = () => useContext(ComposeContext);
