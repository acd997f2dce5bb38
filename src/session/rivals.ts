/** Two moderators opened at once: the one whose word stands asks everybody into their rooms once more, and gives the others' up. */
import type { Happening } from '../state/events.js';
import { isPast } from '../state/rooms.js';
import type { PersonKey, RoomId, RoomKey } from '../state/types.js';
import { isLive } from '../state/view/rooms.js';
import type { Core } from './core.js';
import type { Kits } from './kits.js';

/** So long invitations of both may still be on their way. */
const UNDER_WAY_MS = 1000;

/** What the winner does. */
export interface Rivals {
  /** Rooms of another moderator, whose word does not stand. */
  readonly outranked: (roomIds: readonly RoomId[]) => void;
  readonly react: (event: Happening) => void;
  readonly rest: () => void;
}

/** Makes it. `admit` asks people into a room, or moves them, as the plan says. */
export function createRivals(
  { state, clock }: Pick<Core, 'state' | 'clock'>,
  kits: Pick<Kits, 'isLeading'>,
  admit: (people: readonly PersonKey[], to: RoomKey) => void,
): Rivals {
  /** Rooms that were given up. */
  const given = new Set<RoomId>();
  let cancel: (() => void) | null = null;

  const seatOf = (key: PersonKey): RoomKey | undefined => state().plan.seats.get(key);
  const askAgain = (people: readonly PersonKey[]) => {
    if (!kits.isLeading() || state().round.phase !== 'open') return;
    const rooms = new Map<RoomKey, PersonKey[]>();
    for (const key of people) {
      const room = seatOf(key);
      if (room !== undefined) rooms.set(room, [...(rooms.get(room) ?? []), key]);
    }
    for (const [room, there] of rooms) admit(there, room);
  };
  /** The other's invitation may have taken the place of ours. */
  const askOutstanding = () => {
    cancel = null;
    const { people } = state();
    askAgain([...people.values()].filter(({ place }) => place.at === 'invited').map(({ key }) => key));
  };

  return {
    outranked(roomIds) {
      if (!kits.isLeading() || !isLive(state())) return;
      const alive = new Set([...state().rooms.values()].map(({ roomId }) => roomId));
      const theirs = roomIds.filter((id) => !alive.has(id) && !given.has(id) && !isPast(state(), id));
      if (theirs.length === 0) return;
      for (const roomId of theirs) given.add(roomId);
      cancel ??= clock.after(UNDER_WAY_MS, askOutstanding);
    },
    react(event) {
      if (event.type !== 'told.here' || event.step !== 'in-room' || !given.has(event.roomId ?? '')) return;
      const key = state().clients.get(event.clientId);
      if (key !== undefined) askAgain([key]);
    },
    rest() {
      cancel?.();
      cancel = null;
    },
  };
}
