'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { focusFirst, focusIsLost, openerOf, tabbables } from './focus.js';
import { inertOutside } from './inertOutside.js';

/** Where the focus goes when a dialog opens and closes. */
export interface FocusPlaces {
  /** The safe element to begin with: the heading or the choice that changes nothing. */
  readonly initial: RefObject<HTMLElement | null> | undefined;
  /** Where the focus goes when what opened the dialog is gone. */
  readonly fallback: RefObject<HTMLElement | null> | undefined;
}

/**
 * Makes an element modal for as long as it is mounted: the rest of the page is inert, Tab goes round inside, the focus
 * begins at a safe place, comes back if what had it disappears, and returns to the opener at the end.
 *
 * Not taken from the dialog primitive: its modal layer injects a style element, which a strict content security
 * policy forbids, and hides the live region from screen readers.
 */
export function useModality(backdrop: RefObject<HTMLElement | null>, id: string, places: FocusPlaces): void {
  const latest = useRef(places);
  useEffect(() => {
    latest.current = places;
  });

  useEffect(() => {
    const inside = backdrop.current;
    if (inside === null) return;
    const page = inside.ownerDocument;
    const opener = openerOf(page);
    const release = inertOutside(inside, id);
    const fallback = () => latest.current.fallback?.current;
    const begin = () =>
      focusFirst([
        latest.current.initial?.current,
        inside.querySelector('[data-brk-title]'),
        inside.querySelector('[role="dialog"]'),
      ]);
    if (!inside.contains(page.activeElement)) begin();

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented)
        return;
      const stops = tabbables(inside);
      const edge = event.shiftKey ? stops[0] : stops.at(-1);
      const other = event.shiftKey ? stops.at(-1) : stops[0];
      const focused = event.target as Node;
      const beyond =
        edge === undefined ||
        focused === edge ||
        // From the heading, backwards, there is no stop before the first.
        (event.shiftKey && (focused.compareDocumentPosition(edge) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
      if (!beyond) return;
      event.preventDefault();
      event.stopPropagation();
      if (other !== undefined) focusFirst([other]);
    };
    inside.addEventListener('keydown', onKeyDown, true);

    // A step that ends takes its button with it, and the focus with the button.
    const watch = new MutationObserver(() => {
      if (focusIsLost(page)) begin();
    });
    watch.observe(inside, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden'],
    });

    return () => {
      watch.disconnect();
      inside.removeEventListener('keydown', onKeyDown, true);
      release();
      // Somebody may have moved it on purpose meanwhile.
      if (focusIsLost(page) || inside.contains(page.activeElement)) {
        focusFirst([opener, fallback()]);
      }
    };
  }, [backdrop, id]);
}
