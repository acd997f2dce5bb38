/**
 * Being moved by the service: `breakout-room-joining`, and then an end that may never come. The SDK does nothing more at all
 * when this person has no published stream, or when an answer of the server is lost.
 */
import type { Clock } from '../clock.js';
import { LIMITS } from '../state/deadlines.js';
import type { RoomEvent } from '../state/events.js';
import type { Failure, RoomId } from '../state/types.js';
import { failure } from './errorCodes.js';
import { bodyOf, readRequestor, readRoomId } from './payload.js';

/** A move under way. */
export interface Pull {
  readonly roomId: RoomId;
}

/** The service's moves of this person. */
export interface Pulls {
  readonly current: () => Pull | null;
  /** Whether a newer move took the place of the one to this room, which the SDK goes on with all the same. */
  readonly isSuperseded: (roomId: RoomId) => boolean;
  /** `breakout-room-joining`. */
  readonly start: (event: unknown) => void;
  /** It came to something; `pull.connected` is for the caller to say, once the visit is there. */
  readonly finish: () => void;
  readonly fail: (why: Failure) => void;
}

/** Makes the watch over moves. */
export function createPulls(clock: Clock, emit: (event: RoomEvent) => void): Pulls {
  let current: (Pull & { readonly cancel: () => void }) | null = null;
  const superseded = new Set<RoomId>();
  const finish = () => {
    current?.cancel();
    current = null;
  };
  const fail = (why: Failure) => {
    if (!current) return;
    finish();
    emit({ type: 'pull.failed', failure: why });
  };
  return {
    current: () => current,
    isSuperseded: (roomId) => superseded.has(roomId),
    start(event) {
      const body = bodyOf(event);
      const roomId = readRoomId(body);
      if (roomId === null || current?.roomId === roomId) return;
      if (current) superseded.add(current.roomId);
      superseded.delete(roomId);
      finish();
      const cancel = clock.after(LIMITS.pull, () => fail(failure('no-answer')));
      current = { roomId, cancel };
      emit({ type: 'pull.started', roomId, fromClientId: readRequestor(body)?.clientId ?? null });
    },
    finish,
    fail,
  };
}
