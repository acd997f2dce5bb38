'use client';

import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { useKit } from '../../hooks/kit.js';
import type { DragHost } from '../drag/dragEngine.js';
import { createDropPaint } from '../drag/dropPaint.js';
import { createDropTargets } from '../drag/dropTargets.js';
import { useDrag } from '../drag/useDrag.js';
import type { BoardState } from './board.js';
import { listAround, peopleAround } from './peopleLists.js';
import { dropNoteFor } from './dropNoteFor.js';
import { dropFor, isEnding } from './places.js';
import { withSelection } from './selection.js';
import { useBoard, useOnBoard } from './useBoard.js';
import { useCarrying } from './useCarrying.js';
import { useLeavers } from './useLeavers.js';
import { useMove, type Move } from './useMove.js';
import { useMovingMark } from './useMovingMark.js';

const readCarried = ({ carried }: BoardState) => carried;

/** Lets people be dragged inside a board, and shows the same places to those who carry them with the keyboard. */
export function usePlannerDrag(root: RefObject<HTMLElement | null>): void {
  const { session, messages, announcer } = useKit('usePlannerDrag');
  const board = useBoard();
  const { move, putBack } = useMove();
  const { aimAgain } = useCarrying();
  useMovingMark(root);
  const from = useRef<Move['from']>(undefined);
  const carried = useOnBoard(readCarried);

  const host = useMemo<Omit<DragHost, 'preview'>>(
    () => ({
      lift(person, chip) {
        const state = session.store.getState();
        if (board.get().carried || !state.people.has(person)) return [];
        if (isEnding(state)) {
          announcer.say(messages.reasons.closing);
          return [];
        }
        const people = withSelection(board.get(), person).filter((key) => state.people.has(key));
        const list = listAround(chip);
        from.current = list === null ? undefined : { list, people: peopleAround(board, chip) };
        board.set({ lifted: people, handOn: person, menu: null });
        return people;
      },
      stateOf: (place, people) => dropFor(session.store.getState(), place, people),
      noteOf: (place, people, drop, isCurrent) =>
        dropNoteFor(session.store.getState(), place, people, { drop, isCurrent, keys: false }, messages),
      drop: (people, to) => void move({ people, to, by: 'drag', from: from.current }),
      cancel: putBack,
    }),
    [session, messages, announcer, board, move, putBack],
  );
  const engine = useDrag(root, host);
  useLeavers((people) => engine.current?.keep(people));

  // Seats may fill while the pointer is on its way.
  useEffect(() => session.store.subscribe(() => engine.current?.refresh()), [session, engine]);

  useEffect(() => {
    if (!carried || !root.current) return undefined;
    const targets = createDropTargets(root.current);
    const paint = createDropPaint(targets);
    const show = () => {
      targets.forget();
      const state = session.store.getState();
      const { people, target } = carried;
      paint.show(
        {
          stateOf: (place) => dropFor(state, place, people),
          noteOf: (place, drop, isCurrent) =>
            dropNoteFor(state, place, people, { drop, isCurrent, keys: true }, messages),
        },
        target,
      );
    };
    show();
    // The focus stays on the person; the room they would go to has to be seen.
    const target = targets.all().find(({ key }) => key === carried.target)?.element;
    // A document without layout has no such function.
    if (target && 'scrollIntoView' in target) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const stop = session.store.subscribe(() => {
      show();
      aimAgain();
    });
    return () => {
      stop();
      paint.clear();
    };
  }, [root, session, messages, carried, aimAgain]);

  // The screen may go with people in hand, as when somebody else opens the rooms.
  useEffect(
    () => () => {
      const { carried: still } = board.get();
      if (still) putBack(still.people);
    },
    [board, putBack],
  );
}
