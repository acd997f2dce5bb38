'use client';

import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { RoomView } from '../../state/views.js';
import type { BoardState } from '../moving/board.js';
import { labelOf } from '../moving/labels.js';
import { countComing, dropFor } from '../moving/places.js';
import { useOnBoard } from '../moving/useBoard.js';
import { Icon } from '../parts/Icon.js';

const readLifted = ({ lifted }: BoardState) => lifted;
const readKeys = ({ carried }: BoardState) => carried !== null;

/**
 * What a room would take of the people in hand. Both sentences are there; the style sheet shows the one that fits
 * `data-drop`, so that the pointer can cross ten rooms and nothing is drawn again.
 */
export function DropNote({ room }: { readonly room: RoomView }) {
  const messages = useMessages();
  const { planner } = messages;
  const lifted = useOnBoard(readLifted);
  const keys = useOnBoard(readKeys);
  const coming = useView((state) => countComing(state, room.key, lifted));
  const drop = useView((state) => dropFor(state, room.key, lifted));
  const who = useView((state) => (lifted[0] === undefined ? '' : labelOf(state, lifted[0], messages)));
  if (drop === 'home') return null;
  if (drop === 'full')
    return (
      <p className="brk-drop">
        <Icon name="no" size="s" />
        {planner.full}
      </p>
    );
  const fits = Math.min(coming, room.free);
  const short = drop === 'short';
  return (
    <>
      <p className="brk-drop brk-unless-target">
        <Icon name={short ? 'warn' : 'plus'} size="s" />
        {short ? planner.seatsFor(room.free, coming) : planner.seatsFree(room.free)}
      </p>
      <p className="brk-drop brk-when-target">
        <Icon name="check" size="s" />
        {keys ? planner.enterDrops(lifted.length, who) : planner.dropHere(fits)}
      </p>
    </>
  );
}
