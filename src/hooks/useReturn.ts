'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { stayView, wayBackView } from '../state/view/self.js';
import type { StayView, WayBackView } from '../state/views.js';
import { useActions, useView } from './useView.js';

/** What {@link useReturn} gives. */
export interface ReturnControls {
  /** This person's stay in a room; `null` in the main room. */
  readonly stay: StayView | null;
  /** Leaves the room and brings the main room's sound back as it was. EnableX: `disconnect()` on the breakout room, then `resumeRoom`. */
  readonly returnToMain: Actions['returnToMain'];
  /** The room this person came back from or declined, while they may still go there by themselves; else `null`. */
  readonly wayBack: WayBackView | null;
  /** Goes there. EnableX: `joinBreakOutRoom`. */
  readonly goBack: Actions['goBack'];
  /** Muted, paused or listening, while here. EnableX: `muteRoom`, `pauseRoom`, `unMuteRoom`. */
  readonly setMainSound: Actions['setMainSound'];
  /** Tries again what failed. */
  readonly restoreSound: Actions['restoreSound'];
  readonly setMic: Actions['setMic'];
}

/** Reads this person's stay in a room and gives the way back. */
export function useReturn(): ReturnControls {
  const stay = useView(stayView);
  const wayBack = useView(wayBackView);
  const actions = useActions();
  return useMemo(
    () => ({
      stay,
      returnToMain: actions.returnToMain,
      wayBack,
      goBack: actions.goBack,
      setMainSound: actions.setMainSound,
      restoreSound: actions.restoreSound,
      setMic: actions.setMic,
    }),
    [stay, wayBack, actions],
  );
}
