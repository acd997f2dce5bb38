/** Views of this person: their invitation, their try to join, their stay. */
import { displayName } from '../displayName.js';
import { memo } from '../memo.js';
import { graceOf } from '../timing.js';
import type { PersonKey, RoomKey, State } from '../types.js';
import type { AttemptView, InviteView, SelfAt, StayView, WayBackView } from '../views.js';
import { LIMITS } from '../deadlines.js';
import { everybody } from './people.js';
import { shownRoomName } from './rooms.js';

/** Where this person is, invitations included. */
export const selfAt = (state: State): SelfAt =>
  state.self.at === 'main' && state.self.invite ? 'invited' : isCutOff(state) ? 'away' : state.self.at;

/** In a room, while the connection is being made again: the place is kept. */
const isCutOff = ({ self, people }: State): boolean =>
  self.at === 'in-room' && (people.get(self.key ?? '')?.awayUntil ?? null) !== null;

/** Whether this person may plan and run rooms. */
export const isModerator = (state: State): boolean => state.self.role === 'moderator';

/** Number and name of a room, as far as this kit was told. */
export function nameOfRoom(
  state: State,
  key: RoomKey,
): { readonly number: number | null; readonly name: string | null } {
  const planned = state.plan.rooms.find((room) => room.key === key);
  const known = state.rooms.get(key);
  return {
    number: known?.number ?? planned?.number ?? null,
    name: shownRoomName(known?.name ?? planned?.name ?? null),
  };
}

/** People known to be in a room. */
const occupants: (state: State, key: RoomKey) => readonly PersonKey[] = memo(
  (state: State) => [state.people],
  (state: State, key: RoomKey) =>
    everybody(state)
      .filter((person) => person.place.at === 'in-room' && person.place.roomKey === key)
      .map((person) => person.key),
);

/** The invitation or move order that waits for this person's word. */
export const inviteView: (state: State) => InviteView | null = memo(
  (state: State) => [state.self, state.people, state.rooms, state.plan.rooms],
  (state: State) => {
    const { invite } = state.self;
    if (!invite) return null;
    const there = occupants(state, invite.roomKey).filter((key) => key !== state.self.key);
    const from = invite.from === null ? undefined : state.people.get(invite.from);
    return {
      kind: !invite.trusted ? 'unconfirmed' : invite.movesAt !== null ? 'move' : 'invite',
      aside: invite.aside,
      roomKey: invite.roomKey,
      ...nameOfRoom(state, invite.roomKey),
      from: from ? displayName(from.name, '') || null : null,
      there: there.slice(0, 3),
      thereCount: there.length,
      capacity: state.rooms.get(invite.roomKey)?.capacity ?? null,
      micOn: state.self.sound.micOn,
      movesAt: invite.movesAt,
      at: invite.at,
      canWait: invite.waits < LIMITS.waits,
    };
  },
);

/** The try to join that is under way, or that failed and was not dismissed. */
export const attemptView: (state: State) => AttemptView | null = memo(
  (state: State) => [state.self, state.rooms, state.plan.rooms, state.people],
  (state: State) => {
    const { attempt, sound } = state.self;
    if (!attempt || state.self.at === 'in-room') return null;
    const { failure } = attempt;
    return {
      kind: failure
        ? failure.kind === 'no-answer'
          ? 'no-answer'
          : 'failed'
        : attempt.slow
          ? 'slow'
          : 'joining',
      step: attempt.step,
      roomKey: attempt.roomKey,
      ...nameOfRoom(state, attempt.roomKey),
      tries: attempt.tries,
      forced: attempt.forced,
      movedBy: attempt.forced ? moverOf(state) : null,
      failureKind: failure?.kind ?? null,
      code: failure?.code ?? null,
      text: failure?.text ?? null,
      failedWall: attempt.failedWall,
      soundBack: sound.main === 'live' && !sound.changing && sound.failure === null,
      since: attempt.since,
    };
  },
);

/** This person's stay in a room, the way back included; `null` in main. */
export const stayView: (state: State) => StayView | null = memo(
  (state: State) => [
    state.self,
    state.rooms,
    state.plan.rooms,
    state.round,
    state.people,
    state.capabilities,
    state.times,
    state.plan.seats,
  ],
  (state: State) => {
    const { self } = state;
    if (self.roomKey === null || self.at === 'main' || self.at === 'joining') return null;
    const closesAt = self.recallAt ?? state.round.closesAt;
    const calledBack = closesAt !== null && state.round.phase === 'open';
    return {
      state: isCutOff(state) ? 'away' : self.at === 'in-room' && closesAt !== null ? 'closing' : self.at,
      roomKey: self.roomKey,
      ...nameOfRoom(state, self.roomKey),
      people: self.members.length > 0 ? self.members.length : null,
      micOn: self.sound.micOn,
      micHeld: self.sound.micHeld,
      mainSound: self.sound.main,
      wantedSound: self.sound.wanted,
      soundChanging: self.sound.changing,
      soundFailed: self.sound.failure !== null,
      canListen: state.capabilities.ownStream,
      closesAt,
      graceMs: calledBack ? state.times.notice : graceOf(state),
      keptUntil: selfAt(state) === 'away' ? (state.people.get(self.key ?? '')?.awayUntil ?? null) : null,
      forced: self.forced,
      movedBy: moverOf(state),
      calledBack,
      visiting: isModerator(state) && state.plan.seats.get(self.key ?? '') !== self.roomKey,
    };
  },
);

/** Who had the service move this person, in words. */
function moverOf({ self, people }: State): string | null {
  const mover = self.movedBy === null ? undefined : people.get(self.movedBy);
  return mover ? displayName(mover.name, '') || null : null;
}

/** The room this person may go to again by themselves, while they are in main and nothing newer waits. */
export const wayBackView: (state: State) => WayBackView | null = memo(
  (state: State) => [state.self, state.rooms, state.plan.rooms, state.round],
  (state: State) => {
    const { at, left, invite, attempt } = state.self;
    if (left === null || at !== 'main' || invite || attempt) return null;
    if (state.round.phase === 'closing' || state.round.phase === 'closed') return null;
    if (state.rooms.get(left.roomKey)?.roomId !== left.roomId) return null;
    return { kind: left.kind, roomKey: left.roomKey, ...nameOfRoom(state, left.roomKey) };
  },
);
