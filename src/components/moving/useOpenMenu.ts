'use client';

import { useCallback } from 'react';
import type { PersonKey } from '../../state/types.js';
import { listAround } from './peopleLists.js';
import { withSelection } from './selection.js';
import { useBoard } from './useBoard.js';

/** Below this width of the board, menus rise from the lower edge. */
const PHONE = 380;

/** Whether the board around an element is as narrow as a phone. By the container's width, as in the style sheet. */
export function onPhone(element: Element): boolean {
  const width = element.closest('.brk')?.clientWidth ?? 0;
  // Nothing is laid out: no reason to think of a phone.
  return width > 0 && width < PHONE;
}

/** Opens "Move … to…" for a person, or for the selection they are in, at an element of their row. */
export function useOpenMenu(): (person: PersonKey, at: HTMLElement) => void {
  const board = useBoard();
  return useCallback(
    (person, at) => {
      const list = listAround(at);
      const main = at.matches('.brk-chip') ? at.querySelector<HTMLElement>('.brk-chip-main') : at;
      board.set({
        menu: {
          people: withSelection(board.get(), person),
          person,
          list,
          anchor: main ?? at,
          sheet: onPhone(at),
        },
      });
    },
    [board],
  );
}
