'use client';

import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { useKit } from '../../hooks/kit.js';
import type { DragHost } from '../drag/dragEngine.js';
import { createDropPaint } from '../drag/dropPaint.js';
import { createDropTargets } from '../drag/dropTargets.js';
import { useDrag } from '../drag/useDrag.js';
import type { BoardState } from './board.js';
import { listAround } from './peopleLists.js';
import { dropFor } from './places.js';
import { withSelection } from './selection.js';
import { useBoard, useOnBoard } from './useBoard.js';
import { useMove, type Move } from './useMove.js';

const readLifted = ({ lifted }: BoardState) => lifted;
const readCarried = ({ carried }: BoardState) => carried;

/** Lets people be dragged inside the planner, and shows the same places to those who carry them with the keyboard. */
export function usePlannerDrag(root: RefObject<HTMLElement | null>): void {
  const { session } = useKit('usePlannerDrag');
  const board = useBoard();
  const { move, putBack } = useMove();
  const from = useRef<Move['from']>(undefined);
  const lifted = useOnBoard(readLifted);
  const carried = useOnBoard(readCarried);

  const host = useMemo<Omit<DragHost, 'preview'>>(
    () => ({
      lift(person, chip) {
        const state = session.store.getState();
        if (board.get().carried || !state.people.has(person)) return [];
        const people = withSelection(board.get(), person).filter((key) => state.people.has(key));
        const list = listAround(chip);
        from.current = list === null ? undefined : { list, people: board.lists.get(list)?.people ?? [] };
        board.set({ lifted: people, menu: null });
        return people;
      },
      stateOf: (place, people) => dropFor(session.store.getState(), place, people),
      drop: (people, to) => void move({ people, to, by: 'drag', from: from.current }),
      cancel: putBack,
    }),
    [session, board, move, putBack],
  );
  const engine = useDrag(root, host);

  // Whoever is in hand may leave the meeting, and seats may fill, while the pointer is on its way.
  useEffect(() => {
    const [first] = lifted;
    if (first === undefined || carried) return undefined;
    return session.store.subscribe((state) => {
      if (state.people.has(first)) engine.current?.refresh();
      else engine.current?.cancel();
    });
  }, [session, engine, lifted, carried]);

  useEffect(() => {
    if (!carried || !root.current) return undefined;
    const targets = createDropTargets(root.current);
    const paint = createDropPaint(targets);
    const show = () => {
      targets.forget();
      paint.show((place) => dropFor(session.store.getState(), place, carried.people), carried.target);
    };
    show();
    const stop = session.store.subscribe((state) => {
      if (state.people.has(carried.person)) show();
      else putBack(carried.people);
    });
    return () => {
      stop();
      paint.clear();
    };
  }, [root, session, carried, putBack]);
}
