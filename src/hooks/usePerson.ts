'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { PersonKey } from '../state/types.js';
import { personView } from '../state/view/personView.js';
import type { PersonView } from '../state/views.js';
import { useKit } from './kit.js';

/**
 * Reads one person of the nearest provider's state, as a row needs them; `null` when they have left. Draws again only when
 * something of it changed, and is not even asked when something happened to others.
 */
export function usePerson(key: PersonKey): PersonView | null {
  const { store, watchPerson } = useKit('usePerson').session;
  const watch = useCallback((hear: () => void) => watchPerson(key, hear), [watchPerson, key]);
  return useSyncExternalStore(
    watch,
    () => personView(store.getState(), key),
    () => personView(store.getInitialState(), key),
  );
}
