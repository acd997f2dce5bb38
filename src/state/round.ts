/** The round: opening, open, closing, closed. A participant's kit follows it by the moderator's word. */
import type { ToldEvent } from './events.js';
import { patch } from './maps.js';
import { clearNotices } from './notices.js';
import { settlePlaces } from './presence.js';
import { changeRoom, openRoom, roomOf } from './rooms.js';
import { changeSelf, endInvite } from './self.js';
import type { PlanRoom, RoomKey, Round, State } from './types.js';

/** Changes the round. */
export function changeRound(state: State, fields: Partial<Round>): State {
  const round = patch(state.round, fields);
  return round === state.round ? state : { ...state, round };
}

/** The rooms are being made. Whatever an earlier round left is cleared. */
export function roundOpening(state: State): State {
  if (state.round.phase === 'opening' || state.round.phase === 'open') return state;
  const fresh = settlePlaces(clearNotices(clearNotices(state, 'open'), 'close'));
  return changeRound(fresh, {
    phase: 'opening',
    number: state.round.number + 1,
    openedAt: null,
    closesAt: null,
    closedAt: null,
  });
}

/** The service made none: everything is as it was. */
export function roundFailed(state: State): State {
  return state.round.phase === 'opening'
    ? changeRound(state, { phase: 'draft', number: state.round.number - 1 })
    : state;
}

/** The grace has begun. Whoever is in a room, or on the way, is brought back at its end. */
export function roundClosing(state: State, closesAt: number): State {
  if (state.round.phase === 'draft' || state.round.phase === 'closed') return state;
  return changeSelf(changeRound(state, { phase: 'closing', closesAt }), { recallAt: closesAt });
}

/** The rooms stay open after all. */
export function roundKept(state: State): State {
  if (state.round.phase !== 'closing') return state;
  return changeSelf(changeRound(state, { phase: 'open', closesAt: null }), { recallAt: null });
}

/** The rooms are over. */
export function roundClosed(state: State, at: number): State {
  if (state.round.phase === 'closed' || state.round.phase === 'draft') return state;
  const ended = endInvite(settlePlaces(state), 'rooms-ended', at);
  const calm = ended.self.at === 'main' ? changeSelf(ended, { recallAt: null }) : ended;
  return changeRound(calm, { phase: 'closed', closesAt: null, closedAt: at });
}

/** A draft again, with the same rooms and seats. Ids of the last round are dead to it. */
export function roundReset(state: State): State {
  let next = state;
  for (const room of state.rooms.values())
    if (room.roomId !== null)
      next = changeRoom(next, room.key, { roomId: null, pastIds: [...room.pastIds, room.roomId] });
  return changeRound(settlePlaces(next), { phase: 'draft', closesAt: null, openedAt: null, closedAt: null });
}

type ToldRooms = Extract<ToldEvent, { type: 'told.rooms' }>;

/** A moderator lists the rooms that are open. Numbers, names and seats come from there; ids may be new. */
export function roomsTold(state: State, event: ToldRooms, at: number): State {
  let next = state;
  const rooms: PlanRoom[] = [];
  for (const told of event.rooms) {
    const byNumber = [...next.rooms.values()].find((room) => room.number === told.number)?.key;
    const key: RoomKey = roomOf(next, told.roomId)?.key ?? byNumber ?? `room-${String(told.number)}`;
    const { number, name, capacity } = told;
    next = openRoom(next, key, told.roomId, { number, name, capacity });
    rooms.push({ key, number, name });
  }
  if (rooms.length === 0) return next;
  if (next.self.invite && !next.self.invite.trusted && roomOf(next, next.self.invite.roomId)?.number != null)
    next = changeSelf(next, { invite: { ...next.self.invite, trusted: true } });
  if (next.round.phase === 'draft' || next.round.phase === 'closed') {
    // Another moderator opened: their rooms are shown, one's own draft is an undo away.
    next = { ...next, plan: { ...next.plan, rooms }, past: [...next.past, next.plan], future: [] };
    next = changeRound(next, {
      phase: 'open',
      number: next.round.number + 1,
      openedAt: at,
      closesAt: null,
      closedAt: null,
    });
  }
  return next;
}
