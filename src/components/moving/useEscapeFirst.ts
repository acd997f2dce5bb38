'use client';

import { useEffect, useRef } from 'react';

/**
 * Takes Escape before anybody else while something of ours can be cancelled with it. Dialogs listen on the document in
 * the capture phase; only the window comes earlier, so that Escape puts people down and the dialog around stays.
 */
export function useEscapeFirst(active: boolean, cancel: () => void): void {
  const latest = useRef(cancel);
  useEffect(() => {
    latest.current = cancel;
  });
  useEffect(() => {
    if (!active) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [active]);
}
