'use client';
import { useCallback } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { State } from '../state/types.js';
import type { Actions } from '../session/types.js';
import { useKit } from './kit.js';

/**
 * Reads one view of the nearest provider's state and draws again only when it changed.
 *
 * @param view - A function from `state/view`, or any that gives a plain value, a flat object or a list of plain values.
 */
export function useView<T>(view: (state: State) => T): T {
  return useStore(useKit('useView').session.store, useShallow(view));
}

/**
 * The same for a view that takes a key: `useViewOf(personView, key)`.
 *
 * @param view - A view with a key. Keep it outside of the component.
 */
export function useViewOf<T, K>(view: (state: State, key: K) => T, key: K): T {
  return useView(useCallback((state: State) => view(state, key), [view, key]));
}

/** What this person can do. The same object for the whole life of the session. */
export function useActions(): Actions {
  return useKit('useActions').session.actions;
}

/** Says a sentence once to screen readers. */
export function useAnnounce(): (sentence: string) => void {
  return useKit('useAnnounce').announcer.say;
}
