'use client';

import { useRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { isLive } from '../../state/view/rooms.js';
import { KeyCap } from '../parts/KeyCap.js';
import type { BoardState, Carried } from './board.js';
import { labelOf } from './labels.js';
import { useOnBoard } from './useBoard.js';
import { useCarrying } from './useCarrying.js';
import { useEscapeFirst } from './useEscapeFirst.js';

const readCarried = ({ carried }: BoardState) => carried;

/** Picked up with the keyboard: which key does what. Stays until they are put down. */
export function KeysBar() {
  const carried = useOnBoard(readCarried);
  return carried && <Keys carried={carried} />;
}

function Keys({ carried }: { readonly carried: Carried }) {
  const messages = useMessages();
  const { planner, common } = messages;
  const carrying = useCarrying();
  const rooms = useView((state) => state.plan.rooms.length);
  const live = useView(isLive);
  const who = useView((state) => labelOf(state, carried.person, messages));
  const bar = useRef<HTMLDivElement>(null);
  useEscapeFirst(true, bar, carrying.putBack);
  const { keys } = planner;
  const several = carried.people.length > 1;
  return (
    <div ref={bar} className="brk-keys" role="note" aria-label={keys.label}>
      <strong>{planner.moving(several ? common.people(carried.people.length) : who)}</strong>
      <span>
        <KeyCap>1</KeyCap>
        {rooms > 1 && (
          <>
            {keys.to}
            <KeyCap>{rooms > 9 ? 0 : rooms}</KeyCap>
          </>
        )}
        {keys.byNumber}
      </span>
      <span>
        <KeyCap>{keys.delete}</KeyCap>
        {live ? messages.desk.bringToMain : planner.notAssigned}
      </span>
      <span>
        <KeyCap>↑</KeyCap>
        <KeyCap>↓</KeyCap>
        {keys.nextRoom}
      </span>
      <span>
        <KeyCap>{keys.enter}</KeyCap>
        {keys.drop}
      </span>
      <span>
        <KeyCap>{keys.escape}</KeyCap>
        {keys.cancel}
      </span>
    </div>
  );
}
