'use client';
import { useCallback, useEffect, useRef, useState } from 'react';

/** What {@link useBusy} gives. */
export interface Busy {
  /** The action that is under way, or `null`. */
  readonly busy: string | null;
  /** Starts an action unless one is under way. */
  readonly run: (name: string, act: () => Promise<unknown>) => void;
}

/**
 * Lets one action run at a time: the first press wins, whatever is pressed until it is settled is not heard.
 * A double click is two presses of one frame, so it is the ref that decides, not what is drawn.
 *
 * @param subject - What is acted on. With another one, an action on the last one no longer counts.
 */
export function useBusy(subject: unknown = null): Busy {
  const running = useRef<{ readonly subject: unknown } | null>(null);
  const mounted = useRef(false);
  const [shown, show] = useState<{ readonly name: string; readonly subject: unknown } | null>(null);
  useEffect(() => {
    mounted.current = true;
    return () => void (mounted.current = false);
  }, []);
  const run = useCallback(
    (name: string, act: () => Promise<unknown>) => {
      if (running.current?.subject === subject && running.current !== null) return;
      const mine = { subject };
      running.current = mine;
      show({ name, subject });
      const settled = () => {
        if (running.current !== mine) return;
        running.current = null;
        if (mounted.current) show(null);
      };
      void act().then(settled, settled);
    },
    [subject],
  );
  return { busy: shown !== null && shown.subject === subject ? shown.name : null, run };
}
