/**
 * Sorting out who a room that just connected is for: an own attempt, a move by the service, or nobody any more.
 * And the ends that the main room tells of.
 */
import type { RoomEvent } from '../state/events.js';
import type { Failure } from '../state/types.js';
import type { Dialect } from './dialects.js';
import { failure } from './errorCodes.js';
import type { Joins } from './join.js';
import type { RoomCount } from './limits.js';
import { asText, bodyOf, field, isObject, readRoomId } from './payload.js';
import type { Pulls } from './pull.js';
import { isSameRoom, ownRoomId, sendAway, type Stay } from './stay.js';
import { voiceOf } from './streams.js';

/** What the main room says about this person's own whereabouts. */
export interface Arrivals {
  /** `breakout-room-connected`, with a room or without. */
  readonly arrived: (event: unknown) => void;
  /** `breakout-room-error`. */
  readonly arrivalFailed: (why: Failure) => void;
  /** `breakout-room-disconnected`, which only the guide has. */
  readonly ownVisitEnded: (event: unknown) => void;
  /** `breakout-room-destroyed`. */
  readonly roomDestroyed: (event: unknown) => void;
}

/** Makes the sorting of one port. */
export function createArrivals({
  dialect,
  emit,
  stay,
  pulls,
  joins,
  count,
}: {
  readonly dialect: Dialect;
  readonly emit: (event: RoomEvent) => void;
  readonly stay: Stay;
  readonly pulls: Pulls;
  readonly joins: Joins;
  readonly count: RoomCount;
}): Arrivals {
  const arrivalFailed = (why: Failure) => {
    if (pulls.current()) pulls.fail(why);
    // In the builds the join's own callback says it; a late one is about a room one is in already.
    else if (dialect.guide) joins.takeFailure(why);
  };
  return {
    arrived(event) {
      const room = arrivingRoom(event);
      if (!room) {
        const text = asText(field(field(event, 'message'), 'msg'));
        return arrivalFailed(failure('refused', text));
      }
      const here = stay.current();
      if (isSameRoom(here?.room, room)) return;
      const pull = pulls.current();
      // The id it was invited by, where the event has it; a room's own should be the same, but nobody promised that.
      const ownId = readRoomId(field(event, 'message')) ?? ownRoomId(room);
      const localStream = field(event, 'localStream') ?? voiceOf(room) ?? undefined;
      if (ownId !== null && pulls.isSuperseded(ownId)) return sendAway(room, localStream);
      const pulled = pull !== null && (ownId === null || ownId === pull.roomId);
      if (!pulled && joins.takeArrival(room, ownId, localStream)) return;
      const roomId = pull?.roomId ?? ownId;
      // The SDK joins once for each published stream: one is enough, and one without a name is nowhere.
      if (roomId === null || (pull === null && here)) return sendAway(room, localStream);
      pulls.finish();
      joins.supersede();
      stay.enter({ room, localStream, roomId, streams: field(event, 'streams') });
      emit({ type: 'pull.connected', roomId });
    },
    arrivalFailed,
    ownVisitEnded(event) {
      const here = stay.current();
      const named = readRoomId(bodyOf(event));
      if (here && (named === null || named === here.visit.roomId)) here.endBy(event);
    },
    roomDestroyed(event) {
      const named = readRoomId(bodyOf(event));
      const here = stay.current();
      const known = new Set([...count.all(), ...(here ? [here.visit.roomId] : [])]);
      // Without a name it is the end of all rooms, which only the guide has.
      const gone = named !== null ? [named] : dialect.guide ? [...known] : [];
      for (const roomId of gone) {
        count.gone(roomId);
        emit({ type: 'room.destroyed', roomId });
        if (here?.visit.roomId === roomId) here.expectEnd();
      }
    },
  };
}

/** The guide hands the room over as `room` or as the event itself; meta without methods is no room. */
function arrivingRoom(event: unknown): object | null {
  const message = field(event, 'message');
  for (const candidate of [field(event, 'room'), message, field(message, 'room'), event])
    if (isObject(candidate) && typeof field(candidate, 'disconnect') === 'function') return candidate;
  return null;
}
