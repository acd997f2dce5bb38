'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { whyNotAnnounce, whyNotManage, whyNotTime } from '../state/rules.js';
import type { LatePolicy, PersonKey, Phase, RoomKey } from '../state/types.js';
import { latecomers, returners } from '../state/view/late.js';
import { driverView, messagesView, otherModerators, timeAskers, timeView } from '../state/view/live.js';
import { ladder } from '../state/view/people.js';
import { reachView } from '../state/view/reach.js';
import { roomKeys } from '../state/view/rooms.js';
import { roundNumber, roundsPlanned } from '../state/view/rounds.js';
import type { DriverView, Ladder, MessageView, ReachView, Reason, TimeView } from '../state/views.js';
import { useActions, useView } from './useView.js';

/** What {@link useLiveDesk} gives. */
export interface LiveDeskControls {
  readonly phase: Phase;
  /** Which round this is, from 1, and the last one that is planned. */
  readonly round: number;
  readonly of: number;
  /** The rooms in the order of their numbers: read each with `useViewOf`, or all with `useBreakoutRooms`. */
  readonly rooms: readonly RoomKey[];
  /** How many people stand on each step. */
  readonly ladder: Ladder;
  /** Deadlines, as moments of the session's clock: {@link useCountdown} counts to them. */
  readonly time: TimeView;
  /** Who asks for more time, in the order they asked. */
  readonly timeAskers: readonly PersonKey[];
  /** Who runs the rooms; `null` while none are open, or for people who are no moderators. */
  readonly driver: DriverView | null;
  /** Moderators who are here, oneself aside: those the rooms can be handed to. */
  readonly otherModerators: readonly PersonKey[];
  /** Who came since the rooms opened and has no place yet. */
  readonly late: readonly PersonKey[];
  /** Those of them whose former room has a seat. */
  readonly returners: readonly PersonKey[];
  /** What becomes of people who come late without a word of a moderator. */
  readonly latePolicy: LatePolicy;
  /** Moderators' messages, the newest first, with how many have seen each. */
  readonly messages: readonly MessageView[];
  /** Whom a message to all rooms reaches now. */
  readonly reach: ReachView;
  /** Why the rooms cannot be run by this person now, or `null`. */
  readonly whyNotManage: Reason | null;
  /** The same for the timer. `not-supported`: show no control. */
  readonly whyNotTime: Reason | null;
  /** The same for messages. `not-supported`: show no control. */
  readonly whyNotAnnounce: Reason | null;
  /** Every action; the same object for the whole life of the session. */
  readonly actions: Actions;
}

/**
 * Reads what a moderator runs open rooms by: where everyone stands, time, who runs the rooms, people who came late, and
 * messages. {@link LiveDesk} shows all of it; this is for a desk of your own. Calls for help are in {@link useHelp}.
 */
export function useLiveDesk(): LiveDeskControls {
  const actions = useActions();
  const phase = useView((state) => state.round.phase);
  const round = useView(roundNumber);
  const of = useView(roundsPlanned);
  const rooms = useView(roomKeys);
  const counts = useView(ladder);
  const time = useView(timeView);
  const askers = useView(timeAskers);
  const driver = useView(driverView);
  const moderators = useView(otherModerators);
  const late = useView(latecomers);
  const back = useView(returners);
  const latePolicy = useView((state) => state.plan.late);
  const messages = useView(messagesView);
  const reach = useView(reachOfAll);
  const notManage = useView(whyNotManage);
  const notTime = useView(whyNotTime);
  const notAnnounce = useView(whyNotAnnounce);
  return useMemo(
    () => ({
      phase,
      round,
      of,
      rooms,
      ladder: counts,
      time,
      timeAskers: askers,
      driver,
      otherModerators: moderators,
      late,
      returners: back,
      latePolicy,
      messages,
      reach,
      whyNotManage: notManage,
      whyNotTime: notTime,
      whyNotAnnounce: notAnnounce,
      actions,
    }),
    [
      phase,
      round,
      of,
      rooms,
      counts,
      time,
      askers,
      driver,
      moderators,
      late,
      back,
      latePolicy,
      messages,
      reach,
      notManage,
      notTime,
      notAnnounce,
      actions,
    ],
  );
}

const reachOfAll = (state: Parameters<typeof reachView>[0]) => reachView(state, null);
