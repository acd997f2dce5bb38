'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { whyNotListen } from '../state/rules.js';
import type { MainSound, State } from '../state/types.js';
import type { Reason } from '../state/views.js';
import { useActions, useView } from './useView.js';

/** What {@link useParentSound} gives. */
export interface ParentSound {
  /** What the main room's sound is now. `live`: as usual, as it is in the main room. */
  readonly state: MainSound | 'live';
  /** What this person wants of it while they are in a breakout room. */
  readonly wanted: MainSound;
  /** A change is under way. */
  readonly changing: boolean;
  /** It is not as it should be: the last change failed, in a room or on the way back. Offer `restore`. */
  readonly failed: boolean;
  /**
   * Muted, paused or listening. In the main room it is kept for the next breakout room.
   * EnableX: `muteRoom`, `pauseRoom`, `unMuteRoom`, with the person's own stream muted while they listen.
   */
  readonly set: Actions['setMainSound'];
  /** Tries again what failed: in the main room to bring its sound back as it was before. */
  readonly restore: Actions['restoreSound'];
  /** Listening to the main room from a breakout room is possible; where not, leave the choice away. */
  readonly canListen: boolean;
  /** Why it is not, or `null`; worded by `messages.reasons`. */
  readonly why: Reason | null;
}

/**
 * Reads the main room's sound, as it is for this person, and gives the ways to change it. The banner's control and
 * `SoundNotice` are built on it.
 */
export function useParentSound(): ParentSound {
  const sound = useView(soundOf);
  const why = useView((state) => whyNotListen(state)?.why ?? null);
  const { setMainSound, restoreSound } = useActions();
  return useMemo(
    () => ({
      ...sound,
      set: setMainSound,
      restore: restoreSound,
      canListen: why === null,
      why: why === null ? null : { why },
    }),
    [sound, why, setMainSound, restoreSound],
  );
}

const soundOf = ({
  self: { sound },
}: State): Pick<ParentSound, 'state' | 'wanted' | 'changing' | 'failed'> => ({
  state: sound.main,
  wanted: sound.wanted,
  changing: sound.changing,
  failed: sound.failure !== null,
});
