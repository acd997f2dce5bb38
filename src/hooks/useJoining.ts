'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { attemptView } from '../state/view/self.js';
import type { AttemptView } from '../state/views.js';
import { useActions, useView } from './useView.js';

/** What {@link useJoining} gives. */
export interface JoiningControls {
  /** The try to join that is under way or failed, or `null`. */
  readonly attempt: AttemptView | null;
  /** "Stay in main room": gives up; a join that succeeds later is left again at once. */
  readonly cancel: Actions['cancelJoin'];
  readonly retry: Actions['retryJoin'];
  /** Puts a failed try away. */
  readonly dismiss: Actions['dismissAttempt'];
}

/** Reads this person's way into a room, step by step, and gives the way out. */
export function useJoining(): JoiningControls {
  const attempt = useView(attemptView);
  const actions = useActions();
  return useMemo(
    () => ({
      attempt,
      cancel: actions.cancelJoin,
      retry: actions.retryJoin,
      dismiss: actions.dismissAttempt,
    }),
    [attempt, actions],
  );
}
