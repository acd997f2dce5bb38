'use client';

import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { EMPTY_BOARD, type Board, type BoardState } from './board.js';

/** Filled by the planner and by the desk. */
export const BoardContext = createContext<Board | null>(null);

/** The board around this component. */
export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board)
    throw new Error(
      'This part of the planner stands alone. It shows who is selected and in hand, which the planner keeps. ' +
        'Use it inside <RoomPlanner> or <LiveDesk>.',
    );
  return board;
}

/** Reads one value of the board, and draws again only when it changed. The value must be plain or kept by the board. */
export function useOnBoard<T>(read: (state: BoardState) => T): T {
  const board = useBoard();
  return useSyncExternalStore(
    board.subscribe,
    useCallback(() => read(board.get()), [board, read]),
    useCallback(() => read(EMPTY_BOARD), [read]),
  );
}

/** The same for a value that belongs to a key: `useOnBoardOf(isSelected, personKey)`. Keep `read` outside of the component. */
export function useOnBoardOf<T>(read: (state: BoardState, key: string) => T, key: string): T {
  return useOnBoard(useCallback((state: BoardState) => read(state, key), [read, key]));
}
