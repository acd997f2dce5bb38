'use client';

import { useView } from '../../hooks/useView.js';
import type { RoomView } from '../../state/views.js';
import type { BoardState } from '../moving/board.js';
import { dropFor } from '../moving/places.js';
import { useOnBoard } from '../moving/useBoard.js';
import { KeyCap } from '../parts/KeyCap.js';

const readLifted = ({ lifted }: BoardState) => lifted;
const readKeys = ({ carried }: BoardState) => carried !== null;

/** The digit that drops here, while people are in hand by keyboard. */
export function DropKey({ room }: { readonly room: RoomView }) {
  const keys = useOnBoard(readKeys);
  const lifted = useOnBoard(readLifted);
  const takes = useView((state) => keys && ['allowed', 'short'].includes(dropFor(state, room.key, lifted)));
  return takes && room.number !== null && room.number <= 10 ? <KeyCap>{room.number % 10}</KeyCap> : null;
}
