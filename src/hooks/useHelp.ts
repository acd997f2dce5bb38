'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { whyNotHost } from '../state/rules.js';
import type { PersonKey, State } from '../state/types.js';
import { helpQueue } from '../state/view/live.js';
import type { HelpView, Reason } from '../state/views.js';
import { useActions, useView } from './useView.js';

/** What {@link useHelp} gives. */
export interface HelpControls {
  /** Kits can talk, so that help can be asked for at all. Without it show no control. */
  readonly isPossible: boolean;
  /** Moderators: who asks for help. Nobody's calls first, the longest wait first. Empty for others. */
  readonly calls: readonly HelpView[];
  /** Why this person cannot answer calls now, or `null`. */
  readonly whyNotAnswer: Reason | null;
  /** "I go there": the person and the other moderators are told. Visiting the room ends the call. */
  readonly claim: Actions['claimHelp'];
  /** Not going after all: the call waits again. */
  readonly release: Actions['releaseHelp'];
  /** The call is answered without a visit. */
  readonly resolve: Actions['resolveHelp'];
  /** Goes into the room. EnableX: `joinBreakOutRoom`. */
  readonly visit: Actions['visitRoom'];
  /** This person's own call: since when, and which moderator is on the way. `null` while they have not asked. */
  readonly mine: { readonly since: number; readonly claimedBy: PersonKey | null } | null;
  /** Asks for a moderator. Nothing where this person is not in a room. */
  readonly ask: Actions['askForHelp'];
  /** Takes the own call back. */
  readonly cancel: Actions['cancelHelp'];
}

const mineOf = ({ self }: State) => self.help;

/** Reads who asks for help, and gives a moderator's answers and a person's own call. */
export function useHelp(): HelpControls {
  const calls = useView(helpQueue);
  const whyNot = useView(whyNotHost);
  const mine = useView(mineOf);
  const isPossible = useView((state) => state.capabilities.wire);
  const actions = useActions();
  return useMemo(
    () => ({
      isPossible,
      calls,
      whyNotAnswer: whyNot,
      claim: actions.claimHelp,
      release: actions.releaseHelp,
      resolve: actions.resolveHelp,
      visit: actions.visitRoom,
      mine,
      ask: actions.askForHelp,
      cancel: actions.cancelHelp,
    }),
    [isPossible, calls, whyNot, mine, actions],
  );
}
