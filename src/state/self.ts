/** This person: invitations to them, their way into a room, their stay, their sound. */
import { LIMITS } from './deadlines.js';
import type { OwnEvent, RoomEvent, ToldEvent } from './events.js';
import { patch } from './maps.js';
import { giveNotice } from './notices.js';
import { personOf, placePerson } from './people.js';
import { isPast, meetRoom, roomOf } from './rooms.js';
import type { Self, Sound, State } from './types.js';

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

type InviteReceived = Extract<RoomEvent, { type: 'invite.received' }>;

/** An invitation. The latest wins, in place; one for a dead room, or for the room one is in, is nothing. */
export function inviteReceived(state: State, event: InviteReceived, at: number): State {
  if (event.roomId === '' || isPast(state, event.roomId)) return state;
  const { self } = state;
  const busyThere = self.roomId === event.roomId && (self.at === 'in-room' || self.at === 'joining');
  if (busyThere) return state;
  const listed = roomOf(state, event.roomId) !== undefined && !isOnlyMet(state, event.roomId);
  const sender =
    personOf(state, event.from?.clientId ?? null) ??
    [...state.people.values()].find(
      (person) => person.userRef !== null && person.userRef === event.from?.userRef,
    );
  const [next, roomKey] = meetRoom(state, event.roomId);
  const earlier = self.invite?.roomId === event.roomId ? self.invite : null;
  return changeSelf(next, {
    invite: {
      roomId: event.roomId,
      roomKey,
      from: sender?.key ?? earlier?.from ?? null,
      trusted: sender?.role === 'moderator' || listed || earlier?.trusted === true,
      at,
      aside: false,
      movesAt: earlier?.movesAt ?? null,
      waits: earlier?.waits ?? 0,
    },
  });
}

/** A room known only from an invitation was listed by nobody. */
const isOnlyMet = (state: State, roomId: string) => roomOf(state, roomId)?.key === `id/${roomId}`;

type ToldMove = Extract<ToldEvent, { type: 'told.move' }>;

/** A moderator's order to move. It joins by itself when its time comes, unless this person goes before or is there already. */
export function moveOrdered(state: State, event: ToldMove, at: number): State {
  if (isPast(state, event.roomId)) return state;
  const { self } = state;
  if (self.roomId === event.roomId && (self.at === 'in-room' || self.at === 'joining')) return state;
  const [next, roomKey] = meetRoom(state, event.roomId);
  return changeSelf(next, {
    invite: {
      roomId: event.roomId,
      roomKey,
      from: personOf(state, event.fromClientId)?.key ?? null,
      trusted: true,
      at,
      aside: false,
      movesAt: at + event.inMs,
      waits: 0,
    },
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

type AttemptEvent = Extract<OwnEvent, { type: `attempt.${string}` }>;

/** The way into a room. What a superseded attempt still has to say is inert. */
export function attempted(state: State, event: AttemptEvent, at: number): State {
  const { attempt } = state.self;
  switch (event.type) {
    case 'attempt.started':
      return placeSelf(
        changeSelf(state, {
          at: 'joining',
          attempt: event.attempt,
          roomKey: event.attempt.roomKey,
          roomId: event.attempt.roomId,
          since: at,
          invite: state.self.invite?.roomId === event.attempt.roomId ? null : state.self.invite,
          members: [],
          talkers: [],
        }),
        { at: 'joining', roomKey: event.attempt.roomKey, since: at },
      );
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
          roomKey: null,
          roomId: null,
        }),
        { at: 'main' },
      );
    case 'attempt.succeeded':
      if (attempt?.id !== event.id || attempt.failure) return state;
      return placeSelf(
        changeSelf(state, {
          at: 'in-room',
          attempt: null,
          since: at,
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

/** Back in main. */
export function returned(state: State): State {
  return placeSelf(
    changeSelf(state, {
      at: 'main',
      roomKey: null,
      roomId: null,
      forced: false,
      returning: null,
      recallAt: null,
      members: [],
      talkers: [],
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
