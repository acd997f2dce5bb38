/**
 * Joining, one attempt at a time. In the builds a callback that carries a room is the truth; in the guide it only says "sent",
 * and `breakout-room-connected` is. Whatever comes for an attempt that is over is sent away again:
 * nobody arrives in a room they turned away from.
 */
import type { Clock } from '../clock.js';
import { LIMITS } from '../state/deadlines.js';
import type { Failure, RoomId } from '../state/types.js';
import { whenKept } from './ask.js';
import type { Dialect } from './dialects.js';
import { failure, failureFrom, failureThrown, succeeded } from './errorCodes.js';
import { field, isObject, tryCall } from './payload.js';
import type { Answer, RoomPort, Visit } from './roomPort.js';
import { isSameRoom, sendAway, type Stay } from './stay.js';
import { voiceOf } from './streams.js';

/** What joining needs of the port around it. */
export interface JoinHost {
  readonly clock: Clock;
  readonly dialect: Dialect;
  readonly stay: Stay;
  /** Whether the main room is connected; an SDK without a connection gives other reasons. */
  readonly mainConnected: () => boolean;
  /** Whether the service said that this room is gone. */
  readonly isGone: (roomId: RoomId) => boolean;
  /** Hears the main room for as long as an attempt may be answered there. Returns the end of it. */
  readonly hold: () => () => void;
}

type Wish = Parameters<RoomPort['join']>[0];
type JoinAnswer = Answer<{ readonly visit: Visit }>;

interface Attempt {
  readonly roomId: RoomId;
  readonly isOpen: () => boolean;
  /** Answers it. Nothing more is expected of the service. */
  readonly settle: (answer: JoinAnswer) => void;
  /** Answers it, while the service may still act on it. */
  readonly giveUp: (why: Failure) => void;
  /** A room came for it. */
  readonly arrive: (room: object, localStream: unknown, streams?: unknown) => void;
}

/** This person's own joining. */
export interface Joins {
  readonly join: (wish: Wish) => Promise<JoinAnswer>;
  /** `breakout-room-connected` with a room: whether it was for one of the attempts, living or given up. */
  readonly takeArrival: (room: object, roomId: RoomId | null, localStream: unknown) => boolean;
  /** A failure told by an event, for the attempt that waits longest for one. */
  readonly takeFailure: (why: Failure) => void;
  /** Gives up the attempt under way, because the service put the person elsewhere. */
  readonly supersede: () => void;
}

/** Makes the joining of one port. */
export function createJoins(host: JoinHost): Joins {
  const { clock, dialect, stay } = host;
  /** Attempts that an event may still be about, in the order they were asked: those given up too. */
  const asked = new Set<Attempt>();
  let newest: Attempt | null = null;

  const whyRefused = (why: Failure, roomId: RoomId): Failure => {
    if (why.kind !== 'refused' && why.kind !== 'threw') return why;
    // Without a connection builds answer 1155 or throw; both say less than the kit knows.
    if (!host.mainConnected()) return { ...why, kind: 'offline' };
    return why.kind === 'refused' && host.isGone(roomId) ? { ...why, kind: 'room-gone' } : why;
  };

  const begin = ({ roomId, muted, signal }: Wish, resolve: (answer: JoinAnswer) => void): Attempt => {
    let open = true;
    let forgetLater = () => undefined as void;
    const release = host.hold();
    const answer = (given: JoinAnswer) => {
      if (!open) return;
      open = false;
      cancelLimit();
      signal?.removeEventListener('abort', abort);
      if (newest === attempt) newest = null;
      resolve(given);
    };
    const forget = () => {
      forgetLater();
      asked.delete(attempt);
      release();
    };
    const attempt: Attempt = {
      roomId,
      isOpen: () => open,
      settle(given) {
        answer(given);
        forget();
      },
      giveUp(why) {
        answer({ ok: false, failure: why });
        // The guide tells of a late success by an event, which has to be heard for as long again.
        if (dialect.guide) forgetLater = clock.after(LIMITS.join, forget);
        else forget();
      },
      arrive(room, localStream, streams) {
        const here = stay.current();
        if (here && isSameRoom(here.room, room)) return here.again();
        if (!open || here) {
          sendAway(room, localStream);
          return attempt.settle({ ok: false, failure: failure('already-in-room') });
        }
        // Now, before the SDK goes on and publishes.
        if (muted) tryCall(localStream, 'muteAudio', () => undefined);
        const { visit } = stay.enter({ room, localStream, roomId, streams });
        attempt.settle({ ok: true, visit });
      },
    };
    const abort = () => attempt.giveUp(failure('cancelled'));
    const cancelLimit = clock.after(LIMITS.join, () => attempt.giveUp(failure('no-answer')));
    signal?.addEventListener('abort', abort);
    asked.add(attempt);
    newest = attempt;
    return attempt;
  };

  const hear = (attempt: Attempt, reply: readonly unknown[]) => {
    const [success, error] = reply;
    const room = field(success, 'room');
    if (isObject(room) && typeof field(room, 'disconnect') === 'function')
      return attempt.arrive(room, field(success, 'localStream'), field(success, 'streams'));
    const said = isObject(success) ? success : error;
    // "Request sent", in whatever words: the event will tell.
    if (succeeded(said) || succeeded(field(said, 'message'))) return undefined;
    if (dialect.guide && field(said, 'result') === undefined) return undefined;
    const why = whyRefused(failureFrom(said, 'join'), attempt.roomId);
    return attempt.settle({ ok: false, failure: why });
  };

  return {
    join(wish) {
      const method = dialect.method('join');
      if (!method) return Promise.resolve({ ok: false, failure: failure('not-supported') });
      if (stay.current()) return Promise.resolve({ ok: false, failure: failure('already-in-room') });
      if (wish.signal?.aborted) return Promise.resolve({ ok: false, failure: failure('cancelled') });
      newest?.giveUp(failure('cancelled'));
      return new Promise((resolve) => {
        const attempt = begin(wish, resolve);
        const fail = (thrown: unknown) => {
          const why = whyRefused(failureThrown(thrown, 'join'), wish.roomId);
          attempt.settle({ ok: false, failure: why });
        };
        try {
          whenKept(
            method(
              { role: wish.role, room_id: wish.roomId },
              // Written into by the SDK, and never without sound: it stumbles over that. Silence is a mute.
              { audio: true, video: false, screen: false, canvas: false },
              (...reply: readonly unknown[]) => hear(attempt, reply),
            ),
            (value) => hear(attempt, [value]),
            fail,
          );
        } catch (thrown) {
          fail(thrown);
        }
      });
    },
    takeArrival(room, roomId, localStream) {
      const fitting = [...asked].filter((attempt) => roomId === null || attempt.roomId === roomId);
      const attempt = fitting.find((candidate) => candidate.isOpen()) ?? fitting[0];
      attempt?.arrive(room, localStream ?? voiceOf(room) ?? undefined);
      return attempt !== undefined;
    },
    takeFailure(why) {
      const [oldest] = asked;
      oldest?.settle({ ok: false, failure: whyRefused(why, oldest.roomId) });
    },
    supersede() {
      newest?.giveUp(failure('already-in-room'));
    },
  };
}
