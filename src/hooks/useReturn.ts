'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { stayView } from '../state/view/self.js';
import type { StayView } from '../state/views.js';
import { useActions, useView } from './useView.js';

/** What {@link useReturn} gives. */
export interface ReturnControls {
  /** This person's stay in a room; `null` in the main room. */
  readonly stay: StayView | null;
  /** Leaves the room and brings the main room's sound back as it was. EnableX: `disconnect()` on the breakout room, then `resumeRoom`. */
  readonly returnToMain: Actions['returnToMain'];
  /** Muted, paused or listening, while here. EnableX: `muteRoom`, `pauseRoom`, `unMuteRoom`. */
  readonly setMainSound: Actions['setMainSound'];
  /** Tries again what failed. */
  readonly restoreSound: Actions['restoreSound'];
  readonly setMic: Actions['setMic'];
}

/** Reads this person's stay in a room and gives the way back. */
export function useReturn(): ReturnControls {
  const stay = useView(stayView);
  const actions = useActions();
  return useMemo(
    () => ({
      stay,
      returnToMain: actions.returnToMain,
      setMainSound: actions.setMainSound,
      restoreSound: actions.restoreSound,
      setMic: actions.setMic,
    }),
    [stay, actions],
  );
}
