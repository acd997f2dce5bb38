'use client';

import { useCallback, type KeyboardEvent } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useMove } from '../moving/useMove.js';
import { isElement } from '../parts/isElement.js';

/** Ctrl or Cmd+Z takes the last step of the draft back, with Shift gives it again. In a field they belong to its text. */
export function useHistoryKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  const { session, messages } = useKit('useHistoryKeys');
  const { tell, undo } = useMove();
  return useCallback(
    (event) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (isElement(event.target) && event.target.matches('input, textarea')) return;
      event.preventDefault();
      const { planner } = messages;
      const { past, future } = session.store.getState();
      const back = !event.shiftKey;
      if ((back ? past : future).length === 0)
        return tell(back ? planner.nothingToUndo : planner.nothingToRedo);
      if (back) return undo();
      session.actions.redo();
      tell(planner.redone, { undoable: true });
    },
    [session, messages, tell, undo],
  );
}
