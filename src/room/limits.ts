/**
 * What the service allows, known before the call where it can be known. The SDK checks none of it.
 */
import type { Failure, Limits, Mode, RoomId } from '../state/types.js';
import { failure } from './errorCodes.js';
import { field } from './payload.js';
import type { RoomOrder } from './roomPort.js';

/** EnableX allows so many breakout rooms at a meeting. */
const MAX_ROOMS = 10;
/** EnableX allows no room for one. */
const MIN_PEOPLE = 2;

/** The limits of a meeting with this many active talkers; `null` when that is not known. One place is kept back by the service. */
export function limitsOf(maxActiveTalkers: number | null): Limits {
  return {
    maxRooms: MAX_ROOMS,
    minPeople: MIN_PEOPLE,
    maxPeople: maxActiveTalkers === null ? null : maxActiveTalkers - 1,
  };
}

/** A number of active talkers, or `null` when this is none: not known is not zero. */
export function readTalkers(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}

/** What the room's definition says, where the server sends it along. */
export function talkersInSettings(room: unknown): number | null {
  return readTalkers(field(field(room, 'roomSettings'), 'max_active_talkers'));
}

/** Why rooms cannot be ordered now, or `null`. */
export function whyNotCreate(
  order: RoomOrder,
  now: {
    readonly mode: Mode;
    readonly inBreakout: boolean;
    readonly roomsAlive: number;
    readonly limits: Limits;
  },
): Failure | null {
  const { maxRooms, minPeople, maxPeople } = now.limits;
  if (now.mode === 'lecture') return failure('lecture-mode');
  if (now.inBreakout) return failure('from-main-only');
  if (!Number.isInteger(order.count) || order.count < 1) return failure('invalid');
  if (now.roomsAlive + order.count > maxRooms) return failure('room-limit');
  if (!Number.isInteger(order.capacity) || order.capacity < minPeople) return failure('capacity');
  if (maxPeople !== null && order.capacity > maxPeople) return failure('capacity');
  return null;
}

/** The definition of rooms as the SDK wants it. Made anew for each call: the SDK writes into it. */
export function definitionOf({ count, capacity }: RoomOrder): Record<string, unknown> {
  return { participants: capacity, audio: true, video: false, canvas: true, share: true, max_rooms: count };
}

/** Counts the rooms this kit made that are not known to be gone. */
export interface RoomCount {
  readonly alive: () => number;
  /** Holds places while an order is under way. Returns what lets them go. */
  readonly reserve: (count: number) => () => void;
  readonly made: (roomIds: readonly RoomId[]) => void;
  readonly gone: (roomId: RoomId) => void;
  /** Whether the service said that this room is gone. */
  readonly isGone: (roomId: RoomId) => boolean;
  readonly all: () => readonly RoomId[];
}

/** Starts counting at none. */
export function countRooms(): RoomCount {
  const living = new Set<RoomId>();
  const dead = new Set<RoomId>();
  let reserved = 0;
  return {
    alive: () => living.size + reserved,
    reserve(count) {
      let held = true;
      reserved += count;
      return () => {
        if (held) reserved -= count;
        held = false;
      };
    },
    made(roomIds) {
      // A room may be destroyed before the answer that it was made.
      for (const roomId of roomIds) if (!dead.has(roomId)) living.add(roomId);
    },
    gone(roomId) {
      living.delete(roomId);
      dead.add(roomId);
    },
    isGone: (roomId) => dead.has(roomId),
    all: () => [...living],
  };
}
