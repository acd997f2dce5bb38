'use client';
import { createContext, useContext } from 'react';
import { english, type Messages } from '../messages.js';
import type { BreakoutSession } from '../session/types.js';
import type { Announcer } from './announcer.js';

/** What the provider hands to everything below it. It changes only when the application changes it, never with the room. */
export interface Kit {
  readonly session: BreakoutSession;
  readonly messages: Messages;
  readonly announcer: Announcer;
  /** Where dialogs and menus are put; `undefined` is the end of the page. */
  readonly container: HTMLElement | undefined;
}

/** Filled by `BreakoutProvider`. */
export const KitContext = createContext<Kit | null>(null);

/**
 * Reads what the provider holds.
 *
 * @param caller - The hook or component that asks, named in the error.
 * @throws Error without a `BreakoutProvider` above.
 */
export function useKit(caller: string): Kit {
  const kit = useContext(KitContext);
  if (!kit)
    throw new Error(
      `${caller} needs a <BreakoutProvider> above it. Without one it belongs to no meeting. ` +
        'Wrap your meeting in <BreakoutProvider room={enxRoom}>.',
    );
  return kit;
}

/** Reads the sentences of the nearest provider; English without one. */
export function useMessages(): Messages {
  return useContext(KitContext)?.messages ?? english;
}
