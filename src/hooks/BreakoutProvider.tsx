'use client';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { english, type Messages } from '../messages.js';
import type { BreakoutSession, SessionOptions } from '../session/types.js';
import { sessionOf } from '../session/sessionOf.js';
import { createAnnouncer } from './announcer.js';
import type { Attention } from './attention/attention.js';
import { useAttention } from './attention/useAttention.js';
import { useTitleCue } from './attention/useTitleCue.js';
import { KitContext } from './kit.js';
import { LiveRegion } from './LiveRegion.js';

/** What {@link BreakoutProvider} takes. */
export interface BreakoutProviderProps {
  /** The EnxRoom the application joined; `null` while it has not. Give this or `session`. */
  readonly room?: object | null | undefined;
  /** A session the application made itself. It lives until its own `dispose()`. */
  readonly session?: BreakoutSession | undefined;
  /** Read once, when the session of this room is made. */
  readonly options?: SessionOptions | undefined;
  /** @defaultValue English */
  readonly messages?: Messages | undefined;
  /** Where dialogs and menus are put, so that they keep the theme. @defaultValue the end of the page */
  readonly container?: HTMLElement | undefined;
  /**
   * Called when something wants this person while the page is hidden or another window has the focus: an invitation, a
   * move, a message, rooms that close, help. For the application's own sound or notification; the kit makes none. While the
   * page is hidden its title has a cue as well, whether this is given or not.
   */
  readonly onAttention?: ((what: Attention) => void) | undefined;
  readonly children?: ReactNode | undefined;
}

/**
 * Gives everything below it one meeting's breakout rooms. Draws nothing but a region for screen readers; while the page is
 * hidden and something waits for this person, its title says so.
 *
 * @example
 * ```tsx
 * <BreakoutProvider room={enxRoom}>
 *   <YourMeeting />
 *   <BreakoutKit />
 * </BreakoutProvider>
 * ```
 * @throws Error when it gets neither `room` nor `session`.
 */
export function BreakoutProvider(props: BreakoutProviderProps) {
  const { messages = english, container, children, options, onAttention } = props;
  if (props.session === undefined && props.room === undefined)
    throw new Error(
      'BreakoutProvider got neither a room nor a session. Without one there is no meeting to show. ' +
        'Pass room={enxRoom}, or room={null} until the meeting is joined.',
    );
  const session = props.session ?? sessionOf(props.room ?? null, options);
  const [announcer] = useState(createAnnouncer);
  useEffect(() => session.hold(), [session]);
  const kit = useMemo(
    () => ({ session, messages, announcer, container }),
    [session, messages, announcer, container],
  );
  useAttention(kit, onAttention);
  useTitleCue(kit);
  return (
    <KitContext.Provider value={kit}>
      {children}
      <LiveRegion announcer={announcer} />
    </KitContext.Provider>
  );
}
