/** Why something cannot be done now, or `null`. The button asks, and so does the action. */
import { otherDriver } from './driving.js';
import type { PersonKey, RoomKey, State } from './types.js';
import type { Reason } from './views.js';
import { planWarnings } from './view/plan.js';
import { isLive, roomPeople } from './view/rooms.js';
import { isModerator } from './view/self.js';

const nothing = null;

/** Planning: setting rooms and seats. */
export function whyNotPlan(state: State): Reason | null {
  if (!isModerator(state)) return { why: 'not-moderator' };
  if (state.mode === 'lecture') return { why: 'lecture-mode' };
  if (isLive(state) && otherDriver(state) !== null) return { why: 'other-drives' };
  return nothing;
}

/** Opening the rooms. */
export function whyNotOpen(state: State): Reason | null {
  const plan = whyNotPlan(state);
  if (plan) return plan;
  if (!state.capabilities.rooms) return { why: 'not-supported' };
  if (state.connection !== 'connected') return { why: 'not-connected' };
  if (state.round.phase === 'opening') return { why: 'busy' };
  if (isLive(state)) return { why: 'already-open' };
  if (state.self.at !== 'main') return { why: 'busy' };
  if (state.plan.rooms.length > state.limits.maxRooms)
    return { why: 'room-limit', count: state.limits.maxRooms };
  const warning = planWarnings(state).find((candidate) => candidate.level === 'stop');
  if (warning) return { why: 'blocked', warning };
  if (!state.plan.rooms.some((room) => roomPeople(state, room.key).length > 0)) return { why: 'nobody' };
  return nothing;
}

/** Letting people choose their rooms. */
export function whyNotChoose(state: State): Reason | null {
  const plan = whyNotPlan(state);
  if (plan) return plan;
  if (!state.capabilities.wire) return { why: 'not-supported' };
  if (state.round.phase !== 'draft' && state.round.phase !== 'closed') return { why: 'already-open' };
  return nothing;
}

/** One room more. */
export function whyNotAddRoom(state: State): Reason | null {
  const plan = whyNotPlan(state);
  if (plan) return plan;
  if (state.plan.rooms.length >= state.limits.maxRooms)
    return { why: 'room-limit', count: state.limits.maxRooms };
  if (isLive(state) || state.round.phase === 'opening') return { why: 'already-open' };
  return nothing;
}

/** What every moderator may do while rooms are open: visit, help, write. */
export function whyNotHost(state: State): Reason | null {
  if (!isModerator(state)) return { why: 'not-moderator' };
  if (!isLive(state)) return { why: 'not-open' };
  if (state.connection !== 'connected') return { why: 'not-connected' };
  return nothing;
}

/** Running the rooms: ending them, inviting, moving, time. One moderator at a time. */
export function whyNotManage(state: State): Reason | null {
  const host = whyNotHost(state);
  if (host) return host;
  return otherDriver(state) === null ? nothing : { why: 'other-drives' };
}

/** A timer that brings people back: without kits that talk, or a service that calls back, it would be a promise to nobody. */
export function whyNotTime(state: State): Reason | null {
  const manage = whyNotManage(state);
  if (manage) return manage;
  return state.capabilities.wire || state.capabilities.recall ? nothing : { why: 'not-supported' };
}

/** Writing to the rooms. */
export function whyNotAnnounce(state: State): Reason | null {
  const host = whyNotHost(state);
  if (host) return host;
  return state.capabilities.wire ? nothing : { why: 'not-supported' };
}

/** Visiting a room as a moderator. */
export function whyNotVisit(state: State, roomKey: RoomKey): Reason | null {
  const host = whyNotHost(state);
  if (host) return host;
  if (state.self.at !== 'main' && !(state.self.at === 'in-room' && state.self.roomKey !== roomKey))
    return { why: 'busy' };
  if ((state.rooms.get(roomKey)?.roomId ?? null) === null) return { why: 'nobody' };
  return nothing;
}

/** Inviting these people once more. */
export function whyNotInvite(state: State, people: readonly PersonKey[]): Reason | null {
  const manage = whyNotManage(state);
  if (manage) return manage;
  // Nobody is asked into a room that is about to end.
  if (state.round.phase === 'closing') return { why: 'closing' };
  return people.length === 0 ? { why: 'nothing' } : nothing;
}

/** Keeping the main room's sound on in a breakout room. */
export function whyNotListen(state: State): Reason | null {
  return state.capabilities.ownStream ? nothing : { why: 'no-stream' };
}

/** Returning to the main room. */
export function whyNotReturn(state: State): Reason | null {
  return state.self.at === 'in-room' || state.self.at === 'away' ? nothing : { why: 'not-here' };
}
