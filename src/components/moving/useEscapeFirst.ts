'use client';

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Takes Escape before anybody else while something of ours can be cancelled with it. Dialogs listen on the document in
 * the capture phase; only the window comes earlier, so that Escape puts people down and the dialog around stays.
 *
 * @param place What is drawn while it is active: its window is the one that is listened to.
 */
export function useEscapeFirst(
  active: boolean,
  place: RefObject<HTMLElement | null>,
  cancel: () => void,
): void {
  const latest = useRef(cancel);
  useEffect(() => {
    latest.current = cancel;
  });
  useEffect(() => {
    const view = place.current?.ownerDocument.defaultView;
    if (!active || !view) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    view.addEventListener('keydown', listen, { capture: true });
    return () => view.removeEventListener('keydown', listen, { capture: true });
  }, [active, place]);
}
