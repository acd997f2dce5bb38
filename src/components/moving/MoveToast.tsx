'use client';

import { useEffect, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import { Button } from '../parts/Button.js';
import { Toast } from '../parts/Toast.js';
import type { BoardState, Said } from './board.js';
import { useBoard, useOnBoard } from './useBoard.js';

/** How long the undo stays in sight. It stays longer while the pointer or the focus is on it, and in the header. */
export const UNDO_MS = 10_000;

const readSaid = ({ said }: BoardState) => said;

/** What was done just now, with its undo. A newer one takes its place. */
export function MoveToast() {
  const said = useOnBoard(readSaid);
  return <div className="brk-toasts">{said && <Line key={said.id} said={said} />}</div>;
}

function Line({ said }: { readonly said: Said }) {
  const { session, messages } = useKit('MoveToast');
  const board = useBoard();
  const [kept, setKept] = useState(0);
  useEffect(() => {
    if (kept > 0) return undefined;
    return session.clock.after(UNDO_MS, () => board.get().said?.id === said.id && board.set({ said: null }));
  }, [session, board, said, kept]);
  const keep = () => setKept((count) => count + 1);
  const letGo = () => setKept((count) => Math.max(0, count - 1));
  return (
    <Toast
      // The live region has said it already.
      role="group"
      icon="check"
      onPointerEnter={keep}
      onPointerLeave={letGo}
      onFocus={(event) => !event.currentTarget.contains(event.relatedTarget) && keep()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && letGo()}
      action={
        said.undo && (
          <Button kind="link" onClick={said.undo}>
            {messages.common.undo}
          </Button>
        )
      }
    >
      {said.sentence}
    </Toast>
  );
}
