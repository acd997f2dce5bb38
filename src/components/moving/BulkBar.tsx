'use client';

import { useRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { Button } from '../parts/Button.js';
import { IconButton } from '../parts/IconButton.js';
import type { BoardState } from './board.js';
import { NONE_SELECTED } from './selection.js';
import { useBoard, useOnBoard } from './useBoard.js';
import { onPhone } from './useOpenMenu.js';

const readSelected = ({ selected }: BoardState) => selected;
const barMenuIsOpen = ({ menu }: BoardState) => menu?.list === null;

/** What to do with the selected people: "Move 3 people to…". */
export function BulkBar() {
  const { planner } = useMessages();
  const board = useBoard();
  const selected = useOnBoard(readSelected);
  const open = useOnBoard(barMenuIsOpen);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const people = useView((state) => [...selected].filter((key) => state.people.has(key)));
  if (people.length === 0) return null;
  return (
    <div className="brk-bulk" role="toolbar" aria-label={planner.selected(people.length)}>
      <Button
        ref={button}
        iconEnd="down"
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerDown={() => (wasOpen.current = open)}
        onClick={(event) => {
          const anchor = event.currentTarget;
          if (!wasOpen.current)
            board.set({ menu: { people, person: null, list: null, anchor, sheet: onPhone(anchor) } });
          wasOpen.current = false;
        }}
      >
        {planner.movePeopleTo(people.length)}
      </Button>
      <IconButton icon="close" label={planner.clearSelection} onClick={() => board.set(NONE_SELECTED)} />
    </div>
  );
}
