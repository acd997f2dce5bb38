'use client';

import { useCallback, useRef, type MouseEvent, type PointerEvent } from 'react';
import { PERSON_KEY } from '../drag/press.js';
import { isElement } from '../parts/isElement.js';
import { peopleAround } from './peopleLists.js';
import { extended, toggled } from './selection.js';
import { useBoard } from './useBoard.js';
import { useCarrying } from './useCarrying.js';
import { onPhone, useOpenMenu } from './useOpenMenu.js';

/** On the button of a row that opens "Move … to…". */
export const MENU_BUTTON = 'data-person-menu';

/** Presses on people, which select them: one listener for the whole board, none on a row. */
export function usePeoplePresses() {
  const board = useBoard();
  const openMenu = useOpenMenu();
  const { putBack } = useCarrying();
  const wasOpen = useRef<Element | null>(null);

  const onPointerDown = useCallback(() => {
    // Whoever takes the pointer has put down what the keys held.
    putBack();
    // A press outside of an open menu closes it before the click comes: then the click must not open it again.
    wasOpen.current = board.get().menu?.anchor ?? null;
  }, [board, putBack]);

  const onClick = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      if (event.defaultPrevented || !isElement(event.target)) return;
      const row = event.target.closest<HTMLElement>(`[${PERSON_KEY}]`);
      const person = row?.getAttribute(PERSON_KEY);
      const button = event.target.closest<HTMLElement>('button');
      if (!row || !person || !button || !row.contains(button)) return;
      if (button.hasAttribute(MENU_BUTTON)) {
        if (wasOpen.current !== button) openMenu(person, button);
        wasOpen.current = null;
        return;
      }
      if (!button.matches('.brk-chip-main')) return;
      const state = board.get();
      if (event.shiftKey) board.set(extended(state, person, peopleAround(board, row)));
      else {
        board.set(toggled(state, person));
        // On a phone a tap asks where to; "Select more people" keeps the selection instead. Keys only select.
        if (state.selected.size === 0 && event.detail > 0 && onPhone(row)) openMenu(person, button);
      }
    },
    [board, openMenu],
  );

  return { onPointerDown, onClick } satisfies {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  };
}
