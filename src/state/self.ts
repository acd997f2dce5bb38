/** This person: invitations to them, their way into a room, their stay, their sound. */
import { LIMITS } from './deadlines.js';
import type { OwnEvent, RoomEvent, ToldEvent } from './events.js';
import { patch, sameList } from './maps.js';
import { giveNotice } from './notices.js';
import { changePerson, isCutFromRoom, personOf, placePerson } from './people.js';
import { changeRoom, everRoomOf, isPast, meetRoom, roomOf } from './rooms.js';
import type {
  Attempt,
  Connection,
  FailureKind,
  Invite,
  LeftRoom,
  Person,
  ReturnReason,
  Self,
  Sound,
  State,
} from './types.js';

/** Changes what is known of oneself. */
export function changeSelf(state: State, fields: Partial<Self>): State {
  const self = patch(state.self, fields);
  return self === state.self ? state : { ...state, self };
}

/** Changes what is known of one's own sound. */
export function changeSound(state: State, fields: Partial<Sound>): State {
  const sound = patch(state.self.sound, fields);
  return sound === state.self.sound ? state : changeSelf(state, { sound });
}

/** Puts oneself where one is in the list of people, too. */
function placeSelf(state: State, place: Parameters<typeof placePerson>[2]): State {
  return state.self.key === null ? state : placePerson(state, state.self.key, place);
}

/** The connection to the main room. While it is broken, the place of somebody in a room is kept for a while. */
export function connectionChanged(state: State, connection: Connection, at: number): State {
  const next = patch(state, { connection });
  const own = state.people.get(state.self.key ?? '');
  if (!own) return next;
  if (connection === 'connected' && own.clientId !== null && !isCutFromRoom(state))
    return changePerson(next, own.key, { awayUntil: null });
  return isBroken(connection) && state.self.at === 'in-room' ? keepPlace(next, at) : next;
}

const isBroken = (connection: Connection): boolean => connection === 'reconnecting' || connection === 'lost';

/** From now on the place in the room is kept for a while; from the first word of the break on, if there are several. */
function keepPlace(state: State, at: number): State {
  const own = state.people.get(state.self.key ?? '');
  return own && own.awayUntil === null
    ? changePerson(state, own.key, { awayUntil: at + state.times.kept })
    : state;
}

/** Nothing is broken any more. */
function endKeeping(state: State): State {
  const own = state.people.get(state.self.key ?? '');
  return own && own.clientId !== null && !isBroken(state.connection)
    ? changePerson(state, own.key, { awayUntil: null })
    : state;
}

/** The connection to the breakout room alone breaks, or is there again. */
export function roomConnectionChanged(
  state: State,
  { roomId, connection }: Extract<RoomEvent, { type: 'visit.connection' }>,
  at: number,
): State {
  const { self } = state;
  if (self.at !== 'in-room' || self.roomId !== roomId) return state;
  const next = changeSelf(state, { roomConnection: connection });
  return connection === 'reconnecting' ? keepPlace(next, at) : endKeeping(next);
}

/** The room was lost with the connection: the place is kept, and the session goes back there when it can. */
export function cutOff(
  state: State,
  { roomId, reason }: Extract<RoomEvent, { type: 'visit.ended' }>,
  at: number,
): State {
  const { self } = state;
  if (self.at !== 'in-room' || self.roomId !== roomId || reason !== 'dropped') return state;
  // Put out of the room while every connection stands: that was no drop.
  if (self.key === null || !(isBroken(state.connection) || self.roomConnection === 'reconnecting'))
    return state;
  return keepPlace(
    changeSelf(state, {
      at: 'away',
      roomConnection: 'connected',
      talkers: sameList(self.talkers, []),
    }),
    at,
  );
}

/** In this room, again or all the same. */
export function stayResumed(state: State, roomId: string, at: number): State {
  const { self } = state;
  // The service may have said already that the room is gone: its farewell follows.
  const known = self.roomId === roomId ? self.roomKey : (everRoomOf(state, roomId)?.key ?? null);
  const [met, roomKey] = known === null ? meetRoom(state, roomId) : ([state, known] as const);
  const since = self.roomKey === roomKey && self.roomId === roomId ? self.since : at;
  const there = changeSelf(met, {
    at: 'in-room',
    attempt: null,
    returning: null,
    roomConnection: 'connected',
    roomKey,
    roomId,
    since,
  });
  return placeSelf(endKeeping(there), { at: 'in-room', roomKey, since, evidence: 'confirmed' });
}

/** Whether nothing can come of going to this room: it is dead, or over, or this person is there or on the way. */
function isPointless(state: State, roomId: string): boolean {
  const { self, round } = state;
  if (roomId === '' || isPast(state, roomId)) return true;
  if (self.roomId === roomId && (self.at === 'in-room' || self.at === 'joining' || self.at === 'away'))
    return true;
  return round.phase === 'closed' && (roomOf(state, roomId)?.number ?? null) !== null;
}

type InviteReceived = Extract<RoomEvent, { type: 'invite.received' }>;

/** Who sent it: by connection, else by `user_ref`, where a moderator goes before their other tabs. */
function senderOf(state: State, from: InviteReceived['from']): Person | undefined {
  const known = personOf(state, from?.clientId ?? null);
  if (known || from === null || from.userRef === null) return known;
  const same = [...state.people.values()].filter((person) => person.userRef === from.userRef);
  return same.find((person) => person.role === 'moderator') ?? same[0];
}

/** An invitation. The latest wins, in place; one for a dead room, or for the room one is in, is nothing. */
export function inviteReceived(state: State, event: InviteReceived, at: number): State {
  if (isPointless(state, event.roomId)) return state;
  const sender = senderOf(state, event.from);
  const earlier = state.self.invite?.roomId === event.roomId ? state.self.invite : null;
  const [next, roomKey] = meetRoom(state, event.roomId);
  const trusted =
    sender?.role === 'moderator' || next.rooms.get(roomKey)?.listed === true || earlier?.trusted === true;
  const from = sender?.key ?? earlier?.from ?? null;
  // The second copy of one invitation does not call again; a second invitation does.
  const invite: Invite =
    earlier && at - earlier.at <= LIMITS.copy
      ? patch(earlier, { trusted, from })
      : {
          roomId: event.roomId,
          roomKey,
          from,
          trusted,
          at,
          aside: false,
          movesAt: earlier?.movesAt ?? null,
          waits: earlier?.waits ?? 0,
        };
  return changeSelf(next, { invite, left: null });
}

type ToldMove = Extract<ToldEvent, { type: 'told.move' }>;

/** A moderator's order to move. It joins by itself when its time comes, unless this person goes before or is there already. */
export function moveOrdered(state: State, event: ToldMove, at: number): State {
  // To the room one is in: a moderator who called this person back, or was moving them elsewhere, has thought better of it.
  // Rooms that close still do.
  if (state.self.at === 'in-room' && state.self.roomId === event.roomId) {
    const stays = changeSelf(state, { recallAt: state.round.closesAt });
    return stays.self.invite?.trusted === true ? endInvite(stays, 'invite-withdrawn', at) : stays;
  }
  if (isPointless(state, event.roomId)) return state;
  const earlier = state.self.invite?.roomId === event.roomId ? state.self.invite : null;
  // Said again, it does not take back the time that "Wait" added.
  if (earlier !== null && earlier.movesAt !== null) return state;
  const [met, roomKey] = meetRoom(state, event.roomId);
  return changeSelf(changeRoom(met, roomKey, { listed: true }), {
    invite: {
      roomId: event.roomId,
      roomKey,
      from: personOf(state, event.fromClientId)?.key ?? earlier?.from ?? null,
      trusted: true,
      at,
      aside: false,
      movesAt: at + event.inMs,
      waits: 0,
    },
    left: null,
  });
}

/** An invitation ends without an answer. */
export function endInvite(
  state: State,
  text: 'invite-withdrawn' | 'room-gone' | 'rooms-ended',
  at: number,
): State {
  const { invite } = state.self;
  if (!invite) return state;
  return giveNotice(
    changeSelf(state, { invite: null }),
    { subject: 'ended', text, roomKey: invite.roomKey },
    at,
  );
}

/** "Not now". A room that a moderator asked to stays open to this person; what a stranger asked to does not. */
export function inviteDeclined(state: State): State {
  const { invite } = state.self;
  if (!invite) return state;
  const { roomId, roomKey, trusted } = invite;
  return changeSelf(state, {
    invite: null,
    left: trusted && !isOver(state, roomId) ? { roomId, roomKey, kind: 'declined' } : null,
  });
}

/** A moderator takes an invitation back: to be asked to the room, or to have been there, counts no more. */
export function withdrawn(state: State, roomId: string, at: number): State {
  const { invite, left } = state.self;
  const next = left?.roomId === roomId ? changeSelf(state, { left: null }) : state;
  return invite?.roomId === roomId ? endInvite(next, 'invite-withdrawn', at) : next;
}

/** The way back goes by today's rooms: it ends with the room's id, and follows the id to another key. */
export function settleLeft(state: State): State {
  const { left } = state.self;
  if (!left) return state;
  const room = roomOf(state, left.roomId);
  return changeSelf(state, { left: room ? patch(left, { roomKey: room.key }) : null });
}

/** Whether there is nothing to come back to. */
const isOver = (state: State, roomId: string): boolean =>
  roomOf(state, roomId) === undefined || state.round.phase === 'closed';

/**
 * Failures that say nothing against the room. For one that is no more each build has another answer, most a plain
 * refusal, so the way back ends with every other kind.
 */
const SPARES_ROOM: ReadonlySet<FailureKind> = new Set([
  'cancelled',
  'no-answer',
  'offline',
  'not-connected',
  'media-denied',
  'capacity',
]);

type AttemptEvent = Extract<OwnEvent, { type: `attempt.${string}` }>;

/** The way into a room. What a superseded attempt still has to say is inert. */
export function attempted(state: State, event: AttemptEvent, at: number): State {
  const { attempt } = state.self;
  switch (event.type) {
    case 'attempt.started': {
      // The service may move somebody to a room that nobody named before.
      const { roomId, roomKey } = event.attempt;
      const known = state.rooms.has(roomKey) || roomOf(state, roomId) || isPast(state, roomId);
      const met = known ? state : changeRoom(state, roomKey, { roomId });
      return placeSelf(
        changeSelf(endKeeping(met), {
          at: 'joining',
          attempt: event.attempt,
          roomKey: event.attempt.roomKey,
          roomId: event.attempt.roomId,
          since: at,
          invite: state.self.invite?.roomId === event.attempt.roomId ? null : state.self.invite,
          recallAt: recalledFrom(state, roomId),
          roomConnection: 'connected',
          members: [],
          talkers: [],
        }),
        { at: 'joining', roomKey: event.attempt.roomKey, since: at },
      );
    }
    case 'attempt.stepped':
      return attempt?.id === event.id && !attempt.failure
        ? changeSelf(state, { attempt: patch(attempt, { step: event.step }) })
        : state;
    case 'attempt.failed':
      if (attempt?.id !== event.id || attempt.failure) return state;
      return placeSelf(
        changeSelf(state, {
          at: 'main',
          attempt: { ...attempt, failure: event.failure, failedWall: event.wall },
          left: SPARES_ROOM.has(event.failure.kind) ? (state.self.left ?? afterAll(state, attempt)) : null,
          roomKey: null,
          roomId: null,
          forced: false,
        }),
        { at: 'main' },
      );
    case 'attempt.succeeded':
      if (attempt?.id !== event.id || attempt.failure) return state;
      return placeSelf(
        changeSelf(state, {
          at: 'in-room',
          attempt: null,
          left: null,
          // A return that ended meanwhile took these away.
          roomKey: attempt.roomKey,
          roomId: attempt.roomId,
          since: at,
          roomConnection: 'connected',
          forced: attempt.forced,
        }),
        { at: 'in-room', roomKey: attempt.roomKey, since: at, evidence: 'confirmed' },
      );
    case 'attempt.dismissed':
      return attempt?.failure ? changeSelf(state, { attempt: null }) : state;
    default:
      return event satisfies never;
  }
}

/** Called back from one room, nobody is brought back from the next: rooms that close, close for all. */
function recalledFrom({ self, round }: State, to: string): number | null {
  const isLive = round.phase === 'open' || round.phase === 'closing';
  const isSame = to === self.roomId || to === self.attempt?.roomId;
  return isLive && !isSame ? round.closesAt : self.recallAt;
}

/** A moderator calls this person back. In main there is nothing to come back from, and no invitation to follow any more. */
export function calledBack(state: State, recallAt: number, at: number): State {
  if (state.self.at === 'main') return changeSelf(endInvite(state, 'invite-withdrawn', at), { left: null });
  // To main, and not where a moderator was sending them before.
  const next = state.self.invite?.trusted === true ? endInvite(state, 'invite-withdrawn', at) : state;
  return changeSelf(next, { recallAt: Math.min(recallAt, next.self.recallAt ?? recallAt) });
}

/** What the room itself says of who is in it, or can be heard. */
export function heardInside(
  state: State,
  event: Extract<RoomEvent, { type: 'members.changed' | 'talkers.changed' }>,
): State {
  const { self } = state;
  if (event.roomId !== self.roomId) return state;
  return event.type === 'members.changed'
    ? changeSelf(state, { members: sameList(self.members, event.members) })
    : changeSelf(state, { talkers: sameList(self.talkers, event.talkers) });
}

/** Who turned away from a room on the way to it may still go there, while it lives. */
const afterAll = (state: State, { roomId, roomKey }: Attempt): LeftRoom | null =>
  isOver(state, roomId) ? null : { roomId, roomKey, kind: 'declined' };

/** Who came back by themselves, or was cut off, may go again. Who was brought back may not. */
const MAY_GO_AGAIN: ReadonlySet<ReturnReason> = new Set(['self', 'dropped']);

/** The way back that a return leaves. An end without a stay, as of a try that was cancelled, leaves what was. */
function leftBehind(state: State): LeftRoom | null {
  const { returning, roomId, roomKey, recallAt, left, members } = state.self;
  if (returning === null) return left;
  if (!MAY_GO_AGAIN.has(returning) || roomId === null || roomKey === null) return null;
  // A room dies with its last person, and only its owner is told.
  if (members.length > 0 && members.every((member) => member.isSelf)) return null;
  // Rooms that close for everybody may be kept open yet; a moderator who called this very person back meant it.
  if (recallAt !== state.round.closesAt || isOver(state, roomId)) return null;
  return { roomId, roomKey, kind: 'returned' };
}

/** Back in main; or on, when the next room was chosen on the way. Should the rooms be ending, they end for the next one too. */
export function returned(state: State): State {
  const { self } = state;
  if (self.at === 'joining') return changeSelf(state, { returning: null });
  const own = state.people.get(self.key ?? '');
  const here = own && own.clientId !== null ? changePerson(state, own.key, { awayUntil: null }) : state;
  return placeSelf(
    changeSelf(here, {
      at: 'main',
      roomKey: null,
      roomId: null,
      forced: false,
      returning: null,
      left: leftBehind(state),
      recallAt: state.round.closesAt,
      help: null,
      askedTimeAt: null,
      members: sameList(self.members, []),
      talkers: sameList(self.talkers, []),
    }),
    { at: 'main' },
  );
}

/** "Wait": 20 s more before a move, ten times at most. */
export function waitWithMove(state: State): State {
  const { invite } = state.self;
  if (!invite || invite.movesAt === null || invite.waits >= LIMITS.waits) return state;
  return changeSelf(state, {
    invite: { ...invite, movesAt: invite.movesAt + LIMITS.wait, waits: invite.waits + 1 },
  });
}
