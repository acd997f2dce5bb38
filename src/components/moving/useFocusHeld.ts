'use client';

import { useEffect, type RefObject } from 'react';
import { focusedElement, focusFirst, focusIsLost, tabbables } from '../dialog/focus.js';
import { PERSON_KEY } from '../drag/press.js';
import { isElement } from '../parts/isElement.js';
import type { Board } from './board.js';
import { nearest } from './nearest.js';
import { listAround, peopleAround } from './peopleLists.js';
import { useBoard } from './useBoard.js';

/**
 * Keeps the focus on the board when what had it goes: a person who left or was taken elsewhere, the toast whose undo was
 * pressed, the bar of a selection that is over. Then the nearest person of the last list gets it, or what is nearest
 * to the control that went.
 */
export function useFocusHeld(root: RefObject<HTMLElement | null>): void {
  const board = useBoard();
  useEffect(() => {
    const frame = root.current;
    if (!frame) return undefined;
    let held: Element | null = null;
    let around: readonly Element[] = [];
    const note = ({ target }: Event) => {
      if (!isElement(target)) return;
      held = target;
      around = ancestors(target, frame);
      const person = target.closest(`[${PERSON_KEY}]`)?.getAttribute(PERSON_KEY);
      const list = listAround(target);
      if (!person || list === null) return;
      const people = peopleAround(board, target);
      board.rememberRow({ list, person, people });
    };
    const look = () => {
      if (held === null || held.isConnected || !focusIsLost(frame.ownerDocument)) return;
      const ofPeople = held.closest(`[${PERSON_KEY}], .brk-toast, .brk-bulk`) !== null;
      held = null;
      if (ofPeople && focusLastRow(board)) return;
      const near = around.find((element) => element.isConnected && element !== frame);
      if (near && focusFirst(tabbables(near))) return;
      focusFirst([...frame.querySelectorAll('[data-heading]')]);
    };
    const already = focusedElement(frame.ownerDocument);
    if (already && frame.contains(already)) note({ target: already } as unknown as Event);
    frame.addEventListener('focusin', note);
    // No event tells that an element with the focus was taken out of the page.
    const changes = new MutationObserver(look);
    changes.observe(frame, { childList: true, subtree: true });
    return () => {
      frame.removeEventListener('focusin', note);
      changes.disconnect();
    };
  }, [root, board]);
}

/** Wishes the focus back to the list that had it last. Returns whether that list is on the screen. */
export function focusLastRow(board: Board): boolean {
  const row = board.lastRow();
  if (!row || !board.lists.has(row.list)) return false;
  const { list, person, people } = row;
  board.set({ focus: { list, people: [person, ...nearest(people, [person])] } });
  return true;
}

function ancestors(element: Element, frame: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at && at !== frame; at = at.parentElement) found.push(at);
  return found;
}
