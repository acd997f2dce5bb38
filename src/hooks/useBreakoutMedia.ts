'use client';
import { useCallback, useMemo } from 'react';
import type { Actions } from '../session/types.js';
import type { Talker } from '../state/types.js';
import { useKit } from './kit.js';
import { useView } from './useView.js';

/** What {@link useBreakoutMedia} gives. */
export interface BreakoutMedia {
  /** The person's microphone in the room they are in. */
  readonly micOn: boolean;
  /** A moderator holds it muted. */
  readonly micHeld: boolean;
  /** EnableX: `muteAudio` and `unmuteAudio` on the breakout room's local stream. */
  readonly setMic: Actions['setMic'];
  /** Who can be heard in the breakout room now. EnableX: `active-talkers-updated`. Empty in main. */
  readonly talkers: readonly Talker[];
  /** The screen that is shared there, or `null`. */
  readonly share: Talker | null;
  /**
   * Plays a stream into the element with this id, by the SDK's player. Returns the stop.
   * The element has to be in the document itself, not in a shadow root: the SDK looks it up by id.
   */
  readonly play: (what: { readonly streamId: string; readonly elementId: string }) => () => void;
}

/** Gives the breakout room's sound and this person's microphone in it. {@link BreakoutAudio} is built on it. */
export function useBreakoutMedia(): BreakoutMedia {
  const { session } = useKit('useBreakoutMedia');
  const all = useView((state) => state.self.talkers);
  const micOn = useView((state) => state.self.sound.micOn);
  const micHeld = useView((state) => state.self.sound.micHeld);
  // The same function for the whole session: a player that is told to play again would start over, with a gap.
  const play = useCallback<BreakoutMedia['play']>(
    (what) => session.breakoutRoom()?.play(what) ?? (() => {}),
    [session],
  );
  return useMemo(
    () => ({
      micOn,
      micHeld,
      setMic: session.actions.setMic,
      talkers: all.filter((talker) => talker.kind === 'talker'),
      share: all.find((talker) => talker.kind === 'share') ?? null,
      play,
    }),
    [session, all, micOn, micHeld, play],
  );
}
