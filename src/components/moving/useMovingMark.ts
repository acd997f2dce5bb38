'use client';

import type { RefObject } from 'react';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';
import { useBoard } from './useBoard.js';

/** Keeps `data-moving` on the frame while people are in hand. Written and not drawn: the whole frame would be drawn for it. */
export function useMovingMark(root: RefObject<HTMLElement | null>): void {
  const board = useBoard();
  useBrowserLayoutEffect(() => {
    const mark = () => root.current?.toggleAttribute('data-moving', board.get().lifted.length > 0);
    mark();
    return board.subscribe(mark);
  }, [root, board]);
}
