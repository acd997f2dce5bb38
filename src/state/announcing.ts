/** Messages of moderators to the rooms, and who has seen them. */
import { sameItems, withMembers } from './maps.js';
import { personOf } from './people.js';
import { roomOf } from './rooms.js';
import type { Announcement, ClientId, PersonKey, RoomId, RoomKey, State } from './types.js';

/** Messages kept. */
const MOST = 50;

/** Who is in a room (`null`: in any), or on the way to one: whom a message to it can reach. Moderators aside. */
export function audience(state: State, roomKey: RoomKey | null): ReadonlySet<PersonKey> {
  const people = new Set<PersonKey>();
  for (const { key, place, role } of state.people.values())
    if (
      role !== 'moderator' &&
      key !== state.self.key &&
      (place.at === 'in-room' || place.at === 'joining') &&
      (roomKey === null || place.roomKey === roomKey)
    )
      people.add(key);
  return people;
}

const add = (state: State, announcement: Announcement): State => ({
  ...state,
  announcements: [...state.announcements, announcement].slice(-MOST),
});

/** This moderator's own. */
export function announced(
  state: State,
  sent: {
    readonly id: string;
    readonly roomKey: RoomKey | null;
    readonly text: string;
    readonly to: ReadonlySet<PersonKey>;
  },
  at: number,
): State {
  const { id, roomKey, text, to } = sent;
  return add(state, { id, from: state.self.key, roomKey, text, at, to, seen: NOBODY, dismissed: true });
}

const NOBODY: ReadonlySet<PersonKey> = new Set();

/** A moderator's word, to this person or (other moderators keep the history) to others. */
export function announceTold(
  state: State,
  told: {
    readonly fromClientId: ClientId;
    readonly id: string;
    readonly roomId: RoomId | null;
    readonly text: string;
  },
  at: number,
): State {
  const from = personOf(state, told.fromClientId)?.key ?? null;
  if (state.announcements.some(({ id, from: sender }) => id === told.id && sender === from)) return state;
  const isModerator = state.self.role === 'moderator';
  const { at: place, roomId } = state.self;
  // To the rooms: who is in main does not hear what is meant for others.
  if (!isModerator && (place === 'main' || (told.roomId !== null && told.roomId !== roomId))) return state;
  const roomKey = told.roomId === null ? null : (roomOf(state, told.roomId)?.key ?? null);
  // A room that this moderator does not know any more: its people cannot be named.
  if (told.roomId !== null && roomKey === null) return state;
  return add(state, {
    id: told.id,
    from,
    roomKey,
    text: told.text,
    at,
    to: isModerator ? audience(state, roomKey) : NOBODY,
    seen: NOBODY,
    dismissed: isModerator,
  });
}

/** Somebody's kit has shown them a message. */
export function announcementSeen(state: State, clientId: ClientId, id: string): State {
  const person = personOf(state, clientId);
  if (!person) return state;
  return changeEach(state, (announcement) =>
    announcement.id === id
      ? {
          ...announcement,
          // Nobody has seen what did not reach them: whereabouts are sometimes known late.
          to: withMembers(announcement.to, [person.key], true),
          seen: withMembers(announcement.seen, [person.key], true),
        }
      : announcement,
  );
}

/** This person has put a message away. */
export const announcementDismissed = (state: State, id: string): State =>
  changeEach(state, (announcement) =>
    announcement.id === id ? { ...announcement, dismissed: true } : announcement,
  );

function changeEach(state: State, change: (announcement: Announcement) => Announcement): State {
  const announcements = state.announcements.map((before) => {
    const { to, seen, dismissed, ...rest } = change(before);
    const isSame = to === before.to && seen === before.seen && dismissed === before.dismissed;
    return isSame ? before : { ...rest, to, seen, dismissed };
  });
  return sameItems(announcements, state.announcements) ? state : { ...state, announcements };
}
