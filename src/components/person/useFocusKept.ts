'use client';
import { useMemo, useRef, type FocusEvent } from 'react';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';

/** Handlers for the root that is watched. */
export interface FocusWatch {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

/**
 * Keeps the focus from falling to the page when what held it goes away: when rooms end, a control that somebody was
 * using disappears by no act of theirs. Portals inside the root are watched too.
 *
 * @param fallback - Where the focus goes then.
 */
export function useFocusKept(fallback: () => HTMLElement | null | undefined): FocusWatch {
  const held = useRef<HTMLElement | null>(null);
  // After every commit: it is in one of them that the element went. React sends no blur for an element it removes.
  useBrowserLayoutEffect(() => {
    const element = held.current;
    if (element === null || element.isConnected) return;
    held.current = null;
    const { activeElement, body } = element.ownerDocument;
    if (activeElement === null || activeElement === body) fallback()?.focus();
  });
  return useMemo(
    () => ({
      onFocus: (event: FocusEvent<HTMLElement>) => {
        held.current = event.target;
      },
      onBlur: () => {
        held.current = null;
      },
    }),
    [],
  );
}
