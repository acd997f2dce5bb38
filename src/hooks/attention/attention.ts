/** What wants this person's attention, worked out from two states. Pure; who looks at the page is not its business. */
import type { Messages } from '../../messages.js';
import { displayName } from '../../state/displayName.js';
import type { PersonKey, RoomKey, State } from '../../state/types.js';
import { messagesView } from '../../state/view/live.js';
import { inviteView, nameOfRoom, stayView } from '../../state/view/self.js';

/** Something that wants this person, while they look elsewhere. */
export interface Attention {
  /**
   * `invite`: an invitation. `move`: a moderator moves this person. `message`: a moderator's words. `closing`: the rooms
   * close, or this person is called back. `help`: a moderator is on the way; for moderators, somebody asks for one.
   * `choose`: a room can be chosen.
   */
  readonly kind: 'invite' | 'move' | 'message' | 'closing' | 'help' | 'choose';
  /** The room it is about, in the reader's language; `null` where it is about none. */
  readonly room: string | null;
  /** Who it comes from, safe to show; `null` where that is not known. */
  readonly from: string | null;
  /** The whole of it in one sentence, for a notification. */
  readonly sentence: string;
}

/** What has come up between two states, in the order of the list above. */
export function attentionBetween(before: State, after: State, messages: Messages): readonly Attention[] {
  if (before === after) return [];
  return [
    ...asked(before, after, messages),
    ...pulled(before, after, messages),
    ...written(before, after, messages),
    ...closing(before, after, messages),
    ...helped(before, after, messages),
    ...offered(before, after, messages),
  ];
}

type News = readonly Attention[];

function asked(before: State, after: State, { common, person }: Messages): News {
  const was = before.self.invite;
  const now = after.self.invite;
  if (now === null || was === now) return [];
  // Asked again, or to another room, or the question became a move: each is new. Waiting and putting aside are not.
  const isMove = now.movesAt !== null;
  if (was?.roomId === now.roomId && was.at === now.at && (was.movesAt !== null) === isMove) return [];
  const invite = inviteView(after);
  const room = roomIn(after, now.roomKey, common);
  const from = now.trusted ? (invite?.from ?? null) : null;
  const kind = isMove ? 'move' : 'invite';
  return [{ kind, room, from, sentence: person.attention[kind](from, room) }];
}

/** The service moves this person without asking. */
function pulled(before: State, after: State, { common, person }: Messages): News {
  const { attempt, movedBy } = after.self;
  if (!attempt?.forced || attempt.id === before.self.attempt?.id) return [];
  const room = roomIn(after, attempt.roomKey, common);
  const from = nameOf(after, movedBy);
  return [{ kind: 'move', room, from, sentence: person.attention.move(from, room) }];
}

function written(before: State, after: State, { common, person }: Messages): News {
  if (before.announcements === after.announcements) return [];
  const known = new Set(before.announcements.map(({ id }) => id));
  return messagesView(after)
    .filter(({ id, dismissed, isMine }) => !known.has(id) && !dismissed && !isMine)
    .map(({ from, text, roomKey }) => ({
      kind: 'message',
      room: roomKey === null ? null : roomIn(after, roomKey, common),
      from,
      sentence: person.attention.message(from, text),
    }));
}

function closing(before: State, after: State, { common, person }: Messages): News {
  const stay = stayView(after);
  if (stay?.state !== 'closing' || stayView(before)?.state === 'closing') return [];
  const room = roomIn(after, stay.roomKey, common);
  const seconds = Math.round(stay.graceMs / 1000);
  const words = stay.calledBack ? person.attention.calledBack : person.attention.closing;
  return [{ kind: 'closing', room, from: null, sentence: words(seconds) }];
}

function helped(before: State, after: State, { common, person }: Messages): News {
  const claimedBy = after.self.help?.claimedBy ?? null;
  const own: News =
    claimedBy === null || claimedBy === before.self.help?.claimedBy
      ? []
      : [helpComes(after, claimedBy, { common, person })];
  if (before.help === after.help || after.self.role !== 'moderator') return own;
  const calls = [...after.help.values()].filter((call) => !before.help.has(call.person));
  return [
    ...own,
    ...calls.map(({ person: caller, roomKey }): Attention => {
      const from = nameOf(after, caller);
      const room = roomKey === null ? null : roomIn(after, roomKey, common);
      const who = from ?? common.guest(after.people.get(caller)?.order ?? 1);
      return {
        kind: 'help',
        room,
        from,
        sentence: person.attention.helpAsked(who, room ?? common.roomName(null)),
      };
    }),
  ];
}

function helpComes(
  state: State,
  by: PersonKey,
  { common, person }: Pick<Messages, 'common' | 'person'>,
): Attention {
  const from = nameOf(state, by);
  const { roomKey } = state.self;
  const room = roomKey === null ? null : roomIn(state, roomKey, common);
  return { kind: 'help', room, from, sentence: person.attention.helpComes(from) };
}

function offered(before: State, after: State, { person }: Messages): News {
  const { offer } = after.self;
  if (offer === null || before.self.offer !== null) return [];
  const from = nameOf(after, offer.from);
  return [{ kind: 'choose', room: null, from, sentence: person.attention.choose }];
}

/** A room by its name, else by its number. */
export function roomIn(state: State, key: RoomKey, common: Messages['common']): string {
  const { number, name } = nameOfRoom(state, key);
  return displayName(name, '') || common.roomName(number);
}

const nameOf = (state: State, key: PersonKey | null): string | null =>
  (key === null ? null : displayName(state.people.get(key)?.name, '')) || null;
