'use client';
import { useContext, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Actions, BreakoutSession, SessionOptions } from '../session/types.js';
import { isSession, sessionOf } from '../session/sessionOf.js';
import { whyNotAddRoom, whyNotManage, whyNotOpen, whyNotPlan, whyNotReturn } from '../state/rules.js';
import { memo } from '../state/memo.js';
import type { Connection, Limits, Notice, Phase, State } from '../state/types.js';
import { ownHelpView, timeView } from '../state/view/live.js';
import { everybodyKeys, ladder } from '../state/view/people.js';
import { personView } from '../state/view/personView.js';
import { roomKeys, roomMissing, roomPeople, roomView } from '../state/view/rooms.js';
import { attemptView, inviteView, selfAt, stayView, wayBackView } from '../state/view/self.js';
import type {
  AttemptView,
  InviteView,
  Ladder,
  OwnHelpView,
  PersonView,
  Reason,
  RoomView,
  SelfAt,
  StayView,
  TimeView,
  WayBackView,
} from '../state/views.js';
import { KitContext } from './kit.js';

/** One room with the people of it. */
export interface RoomWithPeople extends RoomView {
  /** Draft: everybody of this room. Live: who is in it. */
  readonly people: readonly PersonView[];
  /** Live: who should be in it and is not, in trouble first. */
  readonly missing: readonly PersonView[];
}

/** This person's own place. */
export interface MyPlace {
  readonly at: SelfAt;
  readonly isModerator: boolean;
  readonly invite: InviteView | null;
  readonly attempt: AttemptView | null;
  readonly stay: StayView | null;
  /** A room this person may go to by themselves: they came back from it, or said "Not now". */
  readonly wayBack: WayBackView | null;
  /** Their call for a moderator. */
  readonly help: OwnHelpView;
  /** The time of the round, of its closing, and of the meeting. */
  readonly time: TimeView;
}

/** What {@link useBreakoutRooms} gives. */
export interface BreakoutRooms {
  readonly phase: Phase;
  readonly connection: Connection;
  readonly limits: Limits;
  readonly rooms: readonly RoomWithPeople[];
  readonly people: readonly PersonView[];
  readonly ladder: Ladder;
  readonly me: MyPlace;
  /** What went wrong or should be known, newest last. */
  readonly notices: readonly Notice[];
  /** Every action; the same object for the whole life of the session. */
  readonly actions: Actions;
  /** For each kind of action why it is unavailable now, or `null`. */
  readonly why: {
    readonly plan: Reason | null;
    readonly addRoom: Reason | null;
    readonly open: Reason | null;
    readonly manage: Reason | null;
    readonly returnToMain: Reason | null;
  };
  readonly session: BreakoutSession;
}

const peopleOf = (state: State, keys: readonly string[]): PersonView[] =>
  keys.flatMap((key) => personView(state, key) ?? []);

/** The whole of it, for one state. Remembered by state: each commit makes a new one, and nothing else does. */
const overview: (state: State) => Omit<BreakoutRooms, 'actions' | 'session'> = memo(
  (state: State) => [state],
  (state: State) => ({
    phase: state.round.phase,
    connection: state.connection,
    limits: state.limits,
    rooms: roomKeys(state).flatMap((key) => {
      const room = roomView(state, key);
      if (!room) return [];
      return [
        {
          ...room,
          people: peopleOf(state, roomPeople(state, key)),
          missing: peopleOf(state, roomMissing(state, key)),
        },
      ];
    }),
    people: peopleOf(state, everybodyKeys(state)),
    ladder: ladder(state),
    me: {
      at: selfAt(state),
      isModerator: state.self.role === 'moderator',
      invite: inviteView(state),
      attempt: attemptView(state),
      stay: stayView(state),
      wayBack: wayBackView(state),
      help: ownHelpView(state),
      time: timeView(state),
    },
    notices: state.notices,
    why: {
      plan: whyNotPlan(state),
      addRoom: whyNotAddRoom(state),
      open: whyNotOpen(state),
      manage: whyNotManage(state),
      returnToMain: whyNotReturn(state),
    },
  }),
);

/**
 * Reads a meeting's breakout rooms, people, this person's place, and every action with the reason it is unavailable.
 * It draws again with every change of the session; screens with many people use `useView` for single rows.
 *
 * @param source - Nothing: the nearest provider's. An EnxRoom or a session: that one, provider or not; two callers with the
 * same room share one session. `null`: not connected yet.
 * @param options - Read once, by the first caller with this room.
 * @throws Error without a source and without a `BreakoutProvider` above.
 */
export function useBreakoutRooms(source?: object | null, options?: SessionOptions): BreakoutRooms {
  const kit = useContext(KitContext);
  if (source === undefined && !kit)
    throw new Error(
      'useBreakoutRooms got no room and found no <BreakoutProvider> above it. Without one it belongs to no meeting. ' +
        'Pass the EnxRoom, or wrap your meeting in <BreakoutProvider room={enxRoom}>.',
    );
  const session =
    source === undefined && kit
      ? kit.session
      : isSession(source)
        ? source
        : sessionOf(source ?? null, options);
  useEffect(() => session.hold(), [session]);
  const view = useStore(session.store, overview);
  return useMemo(() => ({ ...view, actions: session.actions, session }), [view, session]);
}
