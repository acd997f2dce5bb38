/**
 * This person's way into a room and back. One way at a time, in the order that leaves nobody between two rooms:
 * silence main, leave the old room, join the new one; leave, then main's sound again.
 */
import { LIMITS } from '../state/deadlines.js';
import { everRoomOf } from '../state/rooms.js';
import type { Attempt, Failure, FailureKind, ReturnReason, RoomId, RoomKey, State } from '../state/types.js';
import type { Visit } from '../room/roomPort.js';
import { DONE, failure, refuse, type Core } from './core.js';
import type { Kits } from './kits.js';
import type { MainSoundControl } from './mainSound.js';
import type { Outcome, SessionOptions } from './types.js';

/** Where to. */
export interface Destination {
  readonly roomId: RoomId;
  readonly roomKey: RoomKey;
  readonly role: 'participant' | 'moderator';
}

/** The ways. */
export interface Journey {
  readonly join: (to: Destination) => Promise<Outcome>;
  readonly retry: () => Promise<Outcome>;
  /** "Stay in main room": the try ends at once; should it succeed later, the room is left again. */
  readonly cancel: () => Promise<Outcome>;
  readonly goHome: (reason: ReturnReason) => Promise<Outcome>;
  readonly setMic: (on: boolean) => Promise<Outcome>;
  /** The service moves this person: `breakout-room-joining`, then one of the other two. */
  readonly pulled: (roomId: RoomId, roomKey: RoomKey) => void;
  readonly pullConnected: (roomId: RoomId) => void;
  readonly pullFailed: (failure: Failure) => void;
  /** Goes back to the room this person was cut off from, as often as it takes while the place is kept. */
  readonly rejoin: () => Promise<void>;
  /** The place was kept long enough. */
  readonly giveUpPlace: () => Promise<Outcome>;
  /** Whatever is under way has come to its end. */
  readonly settled: () => Promise<void>;
  /** Reads the microphone of wherever this person is. */
  readonly readMic: () => void;
}

/** Makes them. */
export function createJourney(
  core: Core,
  sound: MainSoundControl,
  kits: Kits,
  onEnterRoom: SessionOptions['onEnterRoom'],
): Journey {
  const { state, dispatch, port, clock } = core;
  let attempts = 0;
  let last: Destination | null = null;
  let abort: AbortController | null = null;
  let afterVisit: (() => void) | null = null;
  let homeward: Promise<Outcome> | null = null;
  /** What the service began by itself: `over` once this person turned away from it, or was told that it failed. */
  let pull: 'none' | 'open' | 'over' = 'none';
  let isPulled = false;
  let pulledMuted = false;
  /** Told when the service's move has come to its end, whatever became of this person's wish. */
  const pullEnds = new Set<() => void>();

  const readMic = () => {
    const visit = port.visit();
    if (visit) {
      const { on, held } = visit.mic();
      dispatch({ type: 'mic.changed', on, held });
    } else if (state().self.at === 'main') {
      const on = !sound.isMicOff() && !sound.isHeld();
      dispatch({ type: 'mic.changed', on, held: port.ownSound()?.byModerator === true });
    }
  };
  /** Asked before anything is silenced: a pause must not be taken for the person's own wish. */
  const isMicOff = (): boolean => {
    const visit = port.visit();
    if (visit) return !visit.mic().on;
    // Cut off from a room, the person is as silent as they were there.
    return state().self.at === 'away' ? !state().self.sound.micOn : sound.isMicOff();
  };
  const pullEnded = () => {
    isPulled = false;
    for (const ended of pullEnds) ended();
    pullEnds.clear();
  };
  const enter = (visit: Visit) => {
    pull = 'none';
    pullEnded();
    const leave = onEnterRoom?.(visit);
    afterVisit = typeof leave === 'function' ? leave : null;
    readMic();
  };
  const exit = () => {
    afterVisit?.();
    afterVisit = null;
  };
  /** Begins a way: what was under way before is over. */
  const setOut = (): AbortSignal => {
    abort?.abort();
    abort = new AbortController();
    return abort.signal;
  };
  const stop = () => {
    abort?.abort();
    abort = null;
    if (pull === 'open') {
      pull = 'over';
      // The SDK mutes the main room before it joins, and does not undo that.
      sound.wasSilenced();
    }
  };
  const begin = ({ roomId, roomKey }: Destination, forced: boolean): Attempt => {
    const { attempt } = state().self;
    const now = clock.now();
    attempts += 1;
    return {
      id: attempts,
      tries: attempt?.roomId === roomId ? attempt.tries + 1 : 1,
      roomId,
      roomKey,
      step: forced ? 'joining' : 'sound',
      since: now,
      slowAt: now + LIMITS.joinSlow,
      giveUpAt: now + (forced ? LIMITS.pull : LIMITS.join),
      slow: false,
      forced,
      failure: null,
      failedWall: null,
    };
  };
  const fail = (id: number, why: Failure) =>
    dispatch({ type: 'attempt.failed', id, failure: why, wall: clock.wall() });
  const leaveVisit = async (): Promise<Outcome> => {
    const visit = port.visit();
    exit();
    if (!visit) return DONE;
    const answer = await core.perform('leave', { limit: LIMITS.leave }, visit.leave);
    return answer.ok ? DONE : { ok: false, failure: answer.failure };
  };
  /**
   * A way did not lead anywhere. Whoever is in a room all the same, because it could not be left or was never to be left, stays
   * in it; everybody else has main's sound again.
   */
  const settleDown = async (): Promise<Outcome> => {
    const visit = port.visit();
    if (visit) dispatch({ type: 'stay.resumed', roomId: visit.roomId });
    const settled = await sound.bring(visit ? state().self.sound.wanted : 'live');
    readMic();
    return settled;
  };

  const join = async (to: Destination): Promise<Outcome> => {
    if (state().self.at === 'in-room' && state().self.roomId === to.roomId) return DONE;
    if (isOver(state(), to.roomId)) {
      dispatch({ type: 'attempt.dismissed' });
      return refuse('room-gone');
    }
    stop();
    const signal = setOut();
    const gaveUp = () => signal.aborted;
    last = to;
    const muted = isMicOff();
    const attempt = begin(to, false);
    dispatch({ type: 'attempt.started', attempt });
    // A return under way is finished first: nobody is in two rooms.
    await homeward;
    if (gaveUp()) return refuse('cancelled');
    await sound.bring(state().self.sound.wanted);
    if (gaveUp()) return refuse('cancelled');
    const left = await leaveVisit();
    if (gaveUp()) return refuse('cancelled');
    if (!left.ok) {
      abort = null;
      fail(attempt.id, left.failure);
      await settleDown();
      return left;
    }
    dispatch({ type: 'attempt.stepped', id: attempt.id, step: 'joining' });
    kits.tellHere(to.roomId, 'joining');
    const answer = await core.perform('join', { roomKey: to.roomKey, limit: LIMITS.join }, () =>
      port.join({ roomId: to.roomId, role: to.role, muted, signal }),
    );
    if (gaveUp()) return refuse('cancelled');
    abort = null;
    if (!answer.ok) {
      fail(attempt.id, answer.failure);
      kits.tellHere(to.roomId, 'failed');
      await settleDown();
      return { ok: false, failure: answer.failure };
    }
    dispatch({ type: 'attempt.stepped', id: attempt.id, step: 'connected' });
    dispatch({ type: 'attempt.succeeded', id: attempt.id });
    enter(answer.visit);
    kits.tellHere(to.roomId, 'in-room');
    return DONE;
  };

  /** Leaves, and gives main its sound back. One way home at a time. */
  const walkHome = (reached: () => void): Promise<Outcome> => {
    const way = async (before: Promise<Outcome> | null): Promise<Outcome> => {
      await before;
      const left = await leaveVisit();
      // Who cannot leave is where they were, and it is said.
      const restored = await (left.ok || !port.visit() ? sound.bring('live') : settleDown());
      if (homeward === mine) homeward = null;
      if (port.visit()) return left;
      reached();
      readMic();
      return restored;
    };
    const mine = way(homeward);
    homeward = mine;
    return mine;
  };
  const goHome = (reason: ReturnReason): Promise<Outcome> => {
    if (state().self.at === 'joining') return cancel();
    if (homeward) return homeward;
    if (state().self.at !== 'in-room' && state().self.at !== 'away')
      return Promise.resolve(refuse('not-connected'));
    stop();
    dispatch({ type: 'return.started', reason });
    return walkHome(() => {
      dispatch({ type: 'return.ended' });
      kits.tellHere(null, 'main');
    });
  };

  const cancel = (): Promise<Outcome> => {
    const { attempt, at } = state().self;
    // Who is in a room, or on the way back, has nothing to turn away from.
    if (!attempt && at !== 'joining') return Promise.resolve(refuse('not-connected'));
    stop();
    if (attempt && !attempt.failure) fail(attempt.id, failure('cancelled'));
    dispatch({ type: 'attempt.dismissed' });
    kits.tellHere(null, 'main');
    return walkHome(() => dispatch({ type: 'return.ended' }));
  };

  const rejoin = async (refusals = 0): Promise<void> => {
    const { at, roomId, roomKey } = state().self;
    if (at !== 'away' || roomId === null || roomKey === null || abort) return;
    if (state().connection !== 'connected') return;
    const muted = isMicOff();
    const role = last?.roomId === roomId ? last.role : 'participant';
    const signal = setOut();
    const gaveUp = () => signal.aborted;
    await homeward;
    await sound.bring(state().self.sound.wanted);
    if (gaveUp()) return;
    exit();
    kits.tellHere(roomId, 'joining');
    const answer = await core.perform('join', { roomKey, limit: LIMITS.join }, () =>
      port.join({ roomId, role, muted, signal }),
    );
    if (gaveUp()) return;
    abort = null;
    if (answer.ok) {
      dispatch({ type: 'stay.resumed', roomId });
      enter(answer.visit);
      kits.tellHere(roomId, 'in-room');
      return;
    }
    // Without an answer nothing is said against the room; and the service may still hold the seat that was cut off.
    const passes = PASSES.has(answer.failure.kind);
    if (passes || refusals < LIMITS.refusals)
      clock.after(LIMITS.rejoin, () => void rejoin(refusals + (passes ? 0 : 1)));
    else {
      dispatch({ type: 'notice.given', subject: 'ended', text: 'room-gone', roomKey });
      await goHome('room-ended');
    }
  };

  /** Until no way home is under way, nor one that began behind another. */
  const untilHome = async (): Promise<void> => {
    const under = homeward;
    if (under === null) return;
    await under;
    await untilHome();
  };

  return {
    join,
    retry: () => (last ? join(last) : Promise.resolve(refuse('room-gone'))),
    cancel,
    goHome,
    rejoin: () => rejoin(),
    giveUpPlace() {
      const { roomKey } = state().self;
      if (roomKey !== null)
        dispatch({ type: 'notice.given', subject: 'ended', text: 'connection-lost', roomKey });
      return goHome('dropped');
    },
    async settled() {
      await untilHome();
      // Nobody else would hear that the service got this person into the room after all.
      if (isPulled) await new Promise<void>((resolve) => void pullEnds.add(resolve));
      await untilHome();
    },
    async setMic(on) {
      // Cut off from the room there is no stream to switch, and the one in main is not meant.
      if (state().self.at === 'away') return refuse('not-connected');
      const visit = port.visit();
      const answer = await core.perform(on ? 'unmute' : 'mute', { limit: LIMITS.sound }, () =>
        visit ? visit.setMic(on) : port.setMainMic(on),
      );
      readMic();
      if (answer.ok) return DONE;
      // A button that did nothing is said to have done nothing: nobody should believe that they are muted.
      dispatch({ type: 'notice.given', subject: 'mic', text: 'mic-failed', failure: answer.failure });
      return { ok: false, failure: answer.failure };
    },
    pulled(roomId, roomKey) {
      const muted = isMicOff();
      abort?.abort();
      abort = null;
      pull = 'open';
      isPulled = true;
      last = { roomId, roomKey, role: 'participant' };
      pulledMuted = muted;
      sound.remember();
      dispatch({ type: 'attempt.started', attempt: begin(last, true) });
      kits.tellHere(roomId, 'joining');
      // Most builds mute main themselves before they join. Not all do.
      void sound.bring(state().self.sound.wanted);
    },
    pullConnected(roomId) {
      const { attempt } = state().self;
      const visit = port.visit();
      if (!visit || state().self.at === 'in-room') return;
      // Nobody arrives in a room they turned away from, or were told that it did not answer.
      if (pull === 'over' || !attempt?.forced || attempt.failure) {
        pull = 'none';
        // Before the SDK publishes: main may hear this person again already.
        void visit.setMic(false);
        void leaveVisit()
          .then(() => (abort || homeward ? DONE : settleDown()))
          .then(pullEnded);
        return;
      }
      // The SDK took a stream of its own, which knows nothing of the person's earlier mute: as early as we hear of it.
      if (pulledMuted) void visit.setMic(false).then(readMic);
      // It mutes the main room before it joins; not in every build. A stream that the kit holds for listening shows no pause.
      if (port.ownSound()?.byPause !== false || state().self.sound.main === 'listening') sound.wasSilenced();
      void sound.bring(state().self.sound.wanted).then(readMic);
      dispatch({ type: 'attempt.stepped', id: attempt.id, step: 'connected' });
      dispatch({ type: 'attempt.succeeded', id: attempt.id });
      enter(visit);
      kits.tellHere(roomId, 'in-room');
    },
    pullFailed(why) {
      const { attempt } = state().self;
      pullEnded();
      if (!attempt?.forced || attempt.failure) return;
      pull = 'over';
      fail(attempt.id, why);
      kits.tellHere(attempt.roomId, 'failed');
      // The SDK muted the main room before it tried, and does not undo that.
      sound.wasSilenced();
      void settleDown();
    },
    readMic,
  };
}

/** Rooms that a moderator ended are not gone to any more, though somebody's straying may still keep one alive. */
const isOver = (state: State, roomId: RoomId): boolean =>
  state.round.phase === 'closed' && (everRoomOf(state, roomId)?.number ?? null) !== null;

/** Failures that pass: the same join may succeed a little later. */
const PASSES: ReadonlySet<FailureKind> = new Set(['no-answer', 'offline', 'not-connected']);
