'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Outcome } from '../session/types.js';
import type { Setup } from '../state/setup.js';
import { useKit } from './kit.js';

/** What {@link useSetups} gives. */
export interface SetupControls {
  /** Set-ups can be kept: the application allows storage. */
  readonly canKeep: boolean;
  /** Those that are kept, the newest first. Empty while they are read. */
  readonly setups: readonly Setup[];
  /** Keeps the rooms of the draft under a name. */
  readonly save: (name: string) => Promise<Outcome>;
  readonly remove: (name: string) => Promise<Outcome>;
  /** Makes the draft's rooms those of a set-up: one step of undo. */
  readonly apply: (setup: Setup) => void;
}

const NONE: readonly Setup[] = [];
const REFUSED: Outcome = { ok: false, failure: { kind: 'not-supported', code: null, text: null } };

/** Reads the set-ups that were saved for other meetings, with the option `storage`, and saves and uses them. */
export function useSetups(): SetupControls {
  const { session } = useKit('useSetups');
  const { setups: kept, actions } = session;
  const [setups, setSetups] = useState(NONE);
  const latest = useRef(0);
  const read = useCallback(() => {
    // A list that was asked for earlier may come later than one that is newer.
    const asked = (latest.current += 1);
    void kept?.list().then((all) => asked === latest.current && setSetups(all));
  }, [kept]);
  useEffect(() => {
    read();
    return () => {
      latest.current += 1;
    };
  }, [read]);
  const changed = useCallback(
    (outcome: Outcome) => {
      read();
      return outcome;
    },
    [read],
  );
  return useMemo(
    () => ({
      canKeep: kept !== null,
      setups,
      save: async (name) => (kept ? changed(await kept.save(name)) : REFUSED),
      remove: async (name) => (kept ? changed(await kept.remove(name)) : REFUSED),
      apply: actions.applySetup,
    }),
    [kept, setups, changed, actions],
  );
}
