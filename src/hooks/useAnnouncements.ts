'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { whyNotAnnounce } from '../state/rules.js';
import { messagesView } from '../state/view/live.js';
import type { MessageView, Reason } from '../state/views.js';
import { useActions, useView } from './useView.js';

/** What {@link useAnnouncements} gives. */
export interface AnnouncementControls {
  /** Messages to this person that they have not put away, the newest first. */
  readonly messages: readonly MessageView[];
  /** The last 50 messages, the newest first: those put away and, for a moderator, everybody's with who has seen them. */
  readonly history: readonly MessageView[];
  /**
   * Say it once a message is really on screen, on a page that can be seen: its sender is told, once.
   * EnableX: `sendUserData`.
   */
  readonly see: Actions['seeAnnouncement'];
  /** Puts a message away. */
  readonly dismiss: Actions['dismissAnnouncement'];
  /** A moderator's words to all rooms, or to one. EnableX: `sendUserData`. */
  readonly announce: Actions['announce'];
  /** Why this person cannot write to the rooms now, or `null`; worded by `messages.reasons`. */
  readonly why: Reason | null;
}

/** Reads the moderators' messages to the rooms, and gives the ways to put them away and to write them. */
export function useAnnouncements(): AnnouncementControls {
  const history = useView(messagesView);
  const why = useView((state) => whyNotAnnounce(state)?.why ?? null);
  const { seeAnnouncement, dismissAnnouncement, announce } = useActions();
  return useMemo(
    () => ({
      messages: history.filter(({ dismissed, isMine }) => !dismissed && !isMine),
      history,
      see: seeAnnouncement,
      dismiss: dismissAnnouncement,
      announce,
      why: why === null ? null : { why },
    }),
    [history, why, seeAnnouncement, dismissAnnouncement, announce],
  );
}
