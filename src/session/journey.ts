/**
 * This person's way into a room and back. One way at a time, in the order that leaves nobody between two rooms:
 * silence main, leave the old room, join the new one; leave, then main's sound again.
 */
import { LIMITS } from '../state/deadlines.js';
import type { Attempt, Failure, ReturnReason, RoomId, RoomKey } from '../state/types.js';
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
  let pulledMuted = false;

  const readMic = () => {
    const visit = port.visit();
    if (visit) {
      const { on, held } = visit.mic();
      dispatch({ type: 'mic.changed', on, held });
    } else if (state().self.at === 'main')
      dispatch({ type: 'mic.changed', on: !sound.isMicOff(), held: port.ownSound()?.byModerator === true });
  };
  /** Asked before anything is silenced: a pause must not be taken for the person's own wish. */
  const isMicOff = (): boolean => {
    const visit = port.visit();
    return visit ? !visit.mic().on : sound.isMicOff();
  };
  const enter = (visit: Visit) => {
    const leave = onEnterRoom?.(visit);
    afterVisit = typeof leave === 'function' ? leave : null;
    readMic();
  };
  const exit = () => {
    afterVisit?.();
    afterVisit = null;
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

  const join = async (to: Destination): Promise<Outcome> => {
    if (state().self.at === 'in-room' && state().self.roomId === to.roomId) return DONE;
    abort?.abort();
    const mine = new AbortController();
    abort = mine;
    const gaveUp = () => mine.signal.aborted;
    last = to;
    const muted = isMicOff();
    const attempt = begin(to, false);
    dispatch({ type: 'attempt.started', attempt });
    // A return under way is finished first: nobody is in two rooms.
    await homeward;
    await sound.bring(state().self.sound.wanted);
    if (gaveUp()) return refuse('cancelled');
    await leaveVisit();
    if (gaveUp()) return refuse('cancelled');
    dispatch({ type: 'attempt.stepped', id: attempt.id, step: 'joining' });
    kits.tellHere(to.roomId, 'joining');
    const answer = await core.perform('join', { roomKey: to.roomKey, limit: LIMITS.join }, () =>
      port.join({ roomId: to.roomId, role: to.role, muted, signal: mine.signal }),
    );
    if (gaveUp()) return refuse('cancelled');
    abort = null;
    if (!answer.ok) {
      fail(attempt.id, answer.failure);
      kits.tellHere(to.roomId, 'failed');
      await sound.bring('live');
      readMic();
      return { ok: false, failure: answer.failure };
    }
    dispatch({ type: 'attempt.stepped', id: attempt.id, step: 'connected' });
    dispatch({ type: 'attempt.succeeded', id: attempt.id });
    enter(answer.visit);
    kits.tellHere(to.roomId, 'in-room');
    return DONE;
  };

  const goHome = (reason: ReturnReason): Promise<Outcome> => {
    if (homeward) return homeward;
    if (state().self.at === 'joining') return cancel();
    if (state().self.at !== 'in-room' && state().self.at !== 'away')
      return Promise.resolve(refuse('not-connected'));
    dispatch({ type: 'return.started', reason });
    const way = async (): Promise<Outcome> => {
      await leaveVisit();
      const restored = await sound.bring('live');
      dispatch({ type: 'return.ended' });
      kits.tellHere(null, 'main');
      homeward = null;
      readMic();
      return restored;
    };
    homeward = way();
    return homeward;
  };

  const cancel = async (): Promise<Outcome> => {
    const { attempt } = state().self;
    abort?.abort();
    abort = null;
    if (attempt && !attempt.failure) fail(attempt.id, failure('cancelled'));
    dispatch({ type: 'attempt.dismissed' });
    kits.tellHere(null, 'main');
    await leaveVisit();
    const restored = await sound.bring('live');
    dispatch({ type: 'return.ended' });
    readMic();
    return restored;
  };

  return {
    join,
    retry: () => (last ? join(last) : Promise.resolve(refuse('room-gone'))),
    cancel,
    goHome,
    async setMic(on) {
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
      abort?.abort();
      abort = null;
      last = { roomId, roomKey, role: 'participant' };
      pulledMuted = isMicOff();
      dispatch({ type: 'attempt.started', attempt: begin(last, true) });
      kits.tellHere(roomId, 'joining');
    },
    pullConnected(roomId) {
      const { attempt } = state().self;
      const visit = port.visit();
      if (!attempt?.forced || !visit) return;
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
      if (!attempt?.forced || attempt.failure) return;
      fail(attempt.id, why);
      kits.tellHere(attempt.roomId, 'failed');
      // The SDK muted the main room before it tried, and does not undo that.
      sound.wasSilenced();
      void sound.bring('live').then(readMic);
    },
    readMic,
  };
}
