'use client';

import { useCallback, type KeyboardEvent } from 'react';
import { useKit } from '../../hooks/kit.js';
import type { PersonKey } from '../../state/types.js';
import { PERSON_KEY } from '../drag/press.js';
import { isElement } from '../parts/isElement.js';
import { isRightToLeft } from '../parts/writingDirection.js';
import { outOfRooms } from './places.js';
import { listAround, type PeopleList } from './peopleLists.js';
import { extended, NONE_SELECTED, wholeList, withSelection } from './selection.js';
import { useBoard } from './useBoard.js';
import { useCarrying } from './useCarrying.js';
import { useMove } from './useMove.js';
import { useOpenMenu } from './useOpenMenu.js';

/** A person of a list that a key was pressed on. */
interface Row {
  readonly person: PersonKey;
  readonly list: string;
  readonly people: readonly PersonKey[];
  readonly element: HTMLElement;
}

/** The keys of a list of people. One listener for the whole board. */
export function usePeopleKeys({ letterKeys }: { readonly letterKeys: boolean }) {
  const { session } = useKit('usePeopleKeys');
  const board = useBoard();
  const { move } = useMove();
  const openMenu = useOpenMenu();
  const carrying = useCarrying();

  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.defaultPrevented) return;
      const row = rowOf(event.target, board.lists);
      if (!row) return;
      const done = () => {
        event.preventDefault();
        event.stopPropagation();
      };
      const { carried } = board.get();
      if (carried) {
        if (carrying.key(event, row)) done();
        return;
      }
      const command = event.ctrlKey || event.metaKey;
      const next = neighbour(event, row);
      if (next !== undefined) {
        done();
        board.lists.get(row.list)?.focus(next);
        if (event.shiftKey) {
          const state = board.get();
          board.set(extended({ ...state, anchor: state.anchor ?? row.person }, next, row.people));
        }
        return;
      }
      if (command && event.key.toLowerCase() === 'a') {
        done();
        board.set(wholeList(board.get(), row.people));
      } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
        done();
        openMenu(row.person, row.element);
      } else if (event.key === 'Escape' && board.get().selected.size > 0) {
        done();
        board.set(NONE_SELECTED);
      } else if (event.key === ' ' && event.shiftKey && isRowItself(event.target)) {
        done();
        board.set(extended(board.get(), row.person, row.people));
      } else if (command || event.altKey || !isRowItself(event.target)) {
        return;
      } else if (letterKeys && event.key.toLowerCase() === 'm') {
        done();
        openMenu(row.person, row.element);
      } else if (event.key === 'Delete' || event.key === 'Backspace') {
        const people = withSelection(board.get(), row.person);
        done();
        move({ people, to: outOfRooms(session.store.getState()), by: 'keys', from: row });
      } else if (event.key === 'Enter') {
        done();
        carrying.pickUp(row);
      }
    },
    [board, session, move, openMenu, carrying, letterKeys],
  );
}

function rowOf(target: EventTarget, lists: ReadonlyMap<string, PeopleList>): Row | null {
  if (!isElement(target)) return null;
  const element = target.closest<HTMLElement>(`[${PERSON_KEY}]`);
  const list = element ? listAround(element) : null;
  const person = element?.getAttribute(PERSON_KEY);
  if (!element || !person || list === null) return null;
  return { person, list, people: lists.get(list)?.people ?? [], element };
}

/** The person, not the button beside the name. */
const isRowItself = (target: EventTarget) =>
  isElement(target) && target.matches('.brk-chip-main, [role="row"]');

function neighbour(event: KeyboardEvent, { people, person, element }: Row): PersonKey | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const at = people.indexOf(person);
  const back = isRightToLeft(element) ? 'ArrowRight' : 'ArrowLeft';
  switch (event.key) {
    case 'Home':
      return people[0];
    case 'End':
      return people.at(-1);
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = event.key === 'ArrowUp' || event.key === back ? -1 : 1;
      return people[Math.min(people.length - 1, Math.max(0, at + step))];
    }
    default:
      return undefined;
  }
}
