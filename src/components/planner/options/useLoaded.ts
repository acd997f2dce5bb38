'use client';

import { useCallback, useEffect, useState } from 'react';

/** A part of the screen that is fetched when somebody asks for it. */
export interface Loaded<T> {
  /** `null` while it is on its way. */
  readonly part: T | null;
  /** It did not come: the network may be gone, or the application was replaced by a newer build. */
  readonly failed: boolean;
  readonly again: () => void;
}

/**
 * Fetches code when it is first drawn, so that nobody waits for what few people open. Not `React.lazy`: that throws when the
 * network fails, and would take the planner along.
 *
 * @param load - Keep it outside of the component.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [{ part, failed }, set] = useState<{ part: T | null; failed: boolean }>({
    part: null,
    failed: false,
  });
  const [attempt, setAttempt] = useState(() => ({ load }));
  useEffect(() => {
    let wanted = true;
    attempt.load().then(
      (found) => wanted && set({ part: found, failed: false }),
      () => wanted && set({ part: null, failed: true }),
    );
    return () => {
      wanted = false;
    };
  }, [attempt]);
  const again = useCallback(() => {
    set({ part: null, failed: false });
    setAttempt({ load });
  }, [load]);
  return { part, failed, again };
}
