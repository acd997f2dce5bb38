'use client';

import { useView } from '../../hooks/useView.js';
import type { RoomView } from '../../state/views.js';
import type { BoardState } from '../moving/board.js';
import { dropFor } from '../moving/places.js';
import { useOnBoard } from '../moving/useBoard.js';
import { KeyCap } from '../parts/KeyCap.js';

const NOBODY: readonly string[] = [];
const readCarried = ({ carried }: BoardState) => carried?.people ?? NOBODY;

/** The digit that drops here, while people are in hand by keyboard. */
export function DropKey({ room }: { readonly room: RoomView }) {
  const carried = useOnBoard(readCarried);
  const takes = useView((state) => ['allowed', 'short'].includes(dropFor(state, room.key, carried)));
  return takes && room.number !== null && room.number <= 10 ? <KeyCap>{room.number % 10}</KeyCap> : null;
}
