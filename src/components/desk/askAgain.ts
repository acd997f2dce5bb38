'use client';

import { useCallback } from 'react';
import { useView } from '../../hooks/useView.js';
import type { PersonKey, RoomKey, State } from '../../state/types.js';
import { standing } from '../../state/view/people.js';
import { roomMissing } from '../../state/view/rooms.js';
import type { Status } from '../../state/views.js';

/** People who were asked and are not coming by themselves. */
const TO_ASK_AGAIN: ReadonlySet<Status | null> = new Set(['no-answer', 'declined', 'failed']);

/** Where somebody stands; `null` when they have left. */
export function statusIn(state: State, key: PersonKey): Status | null {
  const person = state.people.get(key);
  return person ? standing(state, person).status : null;
}

/** People of this room whom it helps to ask once more. */
export function useAskAgain(roomKey: RoomKey): readonly PersonKey[] {
  return useView(
    useCallback(
      (state: State) => roomMissing(state, roomKey).filter((key) => TO_ASK_AGAIN.has(statusIn(state, key))),
      [roomKey],
    ),
  );
}
