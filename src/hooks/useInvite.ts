'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { inviteView } from '../state/view/self.js';
import type { InviteView } from '../state/views.js';
import { useActions, useView } from './useView.js';

/** What {@link useInvite} gives. */
export interface InviteControls {
  /** The invitation that waits for this person's word, or `null`. */
  readonly invite: InviteView | null;
  /** Joins. EnableX: `joinBreakOutRoom`. */
  readonly accept: Actions['acceptInvite'];
  /** "Not now": declines, and the moderator sees it. EnableX: `rejectBreakoutRoomInvite` where the build has it, else the wire. */
  readonly decline: Actions['declineInvite'];
  /** Keeps it as a chip. Declines nothing. */
  readonly putAside: Actions['putInviteAside'];
  readonly takeUp: Actions['takeUpInvite'];
  /** Asks for 20 s more before a move; ten times at most. */
  readonly wait: Actions['waitWithMove'];
}

/** Reads the invitation to this person and gives the answers to it. */
export function useInvite(): InviteControls {
  const invite = useView(inviteView);
  const actions = useActions();
  return useMemo(
    () => ({
      invite,
      accept: actions.acceptInvite,
      decline: actions.declineInvite,
      putAside: actions.putInviteAside,
      takeUp: actions.takeUpInvite,
      wait: actions.waitWithMove,
    }),
    [invite, actions],
  );
}
