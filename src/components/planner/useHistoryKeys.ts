'use client';

import { useCallback, type KeyboardEvent } from 'react';
import { useMove } from '../moving/useMove.js';
import { isElement } from '../parts/isElement.js';

/** Ctrl or Cmd+Z takes the last step back, with Shift does it again. In a field they belong to its text. */
export function useHistoryKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  const { undo, redo } = useMove();
  return useCallback(
    (event) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (isElement(event.target) && event.target.matches('input, textarea')) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    },
    [undo, redo],
  );
}
