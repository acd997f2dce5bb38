/** The round: opening, open, closing, closed. A participant's kit follows it by the moderator's word. */
import type { ToldEvent } from './events.js';
import { alike, patch } from './maps.js';
import { clearNotices, giveNotice } from './notices.js';
import { personOf } from './people.js';
import { pushDraft } from './plan.js';
import { clearPlaces, settlePlaces } from './presence.js';
import { endRoom, endRooms, isPast, meetRoom, openRoom, roomOf } from './rooms.js';
import { calledBack, changeSelf, endInvite, settleLeft } from './self.js';
import type { ClientId, Plan, PlanRoom, Room, RoomId, RoomKey, Round, State } from './types.js';

/** Changes the round. */
export function changeRound(state: State, fields: Partial<Round>): State {
  const round = patch(state.round, fields);
  return round === state.round ? state : { ...state, round };
}

/** The rooms are being made. Whatever an earlier round left is cleared. */
export function roundOpening(state: State): State {
  if (state.round.phase !== 'draft' && state.round.phase !== 'closed') return state;
  const fresh = clearPlaces(endRooms(clearNotices(clearNotices(state, 'open'), 'close')), state);
  return changeRound(patch(fresh, { future: [] }), {
    phase: 'opening',
    plan: state.plan,
    number: state.round.number + 1,
    openedAt: null,
    endsAt: null,
    grace: null,
    closesAt: null,
    closedAt: null,
    visitors: new Map(),
  });
}

/** The service made none: everything is as it was. */
export function roundFailed(state: State): State {
  return state.round.phase === 'opening'
    ? changeRound(state, { phase: 'draft', number: state.round.number - 1, plan: null })
    : state;
}

/** The grace has begun. Whoever is in a room, or on the way, is brought back at its end. */
export function roundClosing(state: State, closesAt: number): State {
  if (state.round.phase === 'draft' || state.round.phase === 'closed') return recallSelf(state, closesAt);
  return changeSelf(changeRound(state, { phase: 'closing', closesAt }), { recallAt: closesAt });
}

/** Somebody in a room of a round that this kit never heard of, or that is over, is brought back all the same. */
const recallSelf = (state: State, recallAt: number): State =>
  changeSelf(
    state,
    state.self.at === 'main' ? { left: null } : { recallAt: sooner(state.self.recallAt, recallAt) },
  );

/** Remaining time never rises by itself: a second word cannot put off what the first one said. */
const sooner = (known: number | null, said: number): number =>
  known === null ? said : Math.min(known, said);

/** A moderator ends the rooms: at once, or after a grace. Said twice it is still the first time. */
export function roundRecalled(state: State, inMs: number, at: number): State {
  if (inMs > 0) return roundClosing(state, sooner(state.round.closesAt, at + inMs));
  return endInvite(roundClosed(recallSelf(state, at), at), 'rooms-ended', at);
}

/** The rooms stay open after all. */
export function roundKept(state: State): State {
  const { phase, endsAt, closesAt } = state.round;
  // Kept open after its time was up, the round has no timer any more.
  const isUp = endsAt !== null && closesAt !== null && endsAt <= closesAt;
  const open =
    phase === 'closing'
      ? changeRound(state, { phase: 'open', closesAt: null, endsAt: isUp ? null : endsAt })
      : state;
  // Whoever asked for more time has got it.
  const answered = open.timeAsks.size > 0 ? { ...open, timeAsks: new Map() } : open;
  return changeSelf(answered, { recallAt: null, askedTimeAt: null });
}

/** The rooms are over. */
export function roundClosed(state: State, at: number): State {
  if (state.round.phase === 'closed' || state.round.phase === 'draft') return state;
  const ended = changeSelf(endInvite(settlePlaces(state), 'rooms-ended', at), { left: null });
  const calm = ended.self.at === 'main' ? changeSelf(ended, { recallAt: null }) : ended;
  const groups = [...calm.round.visitors.values()].map((people) => [...people]);
  const remembered =
    groups.length === 0 ? calm : { ...calm, history: [...calm.history, groups].slice(-ROUNDS_REMEMBERED) };
  return changeRound(
    { ...remembered, help: new Map(), timeAsks: new Map() },
    { phase: 'closed', endsAt: null, closesAt: null, closedAt: at },
  );
}

/** Enough for a day of short rounds. */
const ROUNDS_REMEMBERED = 50;

/** A draft again, with the same rooms and seats. Ids of the last round are dead to it. */
export function roundReset(state: State): State {
  if (state.round.phase !== 'closed') return state;
  return changeRound(settlePlaces(endRooms(chosen(state))), {
    phase: 'draft',
    endsAt: null,
    grace: null,
    closesAt: null,
    openedAt: null,
    closedAt: null,
    plan: null,
  });
}

/** People are not asked to choose again before a moderator says so; where they chose to sit they still sit. */
const chosen = (state: State): State =>
  state.plan.split === 'choose' ? { ...state, plan: { ...state.plan, split: 'hand' } } : state;

type ToldRooms = Extract<ToldEvent, { type: 'told.rooms' }>;

/**
 * A moderator lists the rooms that are open. Numbers, names and seats come from there; ids may be new. A list that came late,
 * with ids that are dead or of a round that is over, says nothing.
 */
export function roomsTold(state: State, event: ToldRooms, at: number): State {
  const isOver = state.round.phase === 'draft' || state.round.phase === 'closed';
  const alive = wellFormed(event.rooms).filter(({ roomId }) => !isPast(state, roomId));
  const isNews = alive.some(({ roomId }) => isNew(roomOf(state, roomId)));
  if (alive.length === 0 || (isOver && !isNews)) return state;
  const ids = new Set(alive.map(({ roomId }) => roomId));
  const isOther = isOver || (event.same !== true && isRival(state, ids));
  let next = state;
  const rooms = new Map<RoomKey, PlanRoom>();
  for (const { roomId, number, name, capacity } of alive) {
    // Of its number, and not told under another one.
    const same = [...next.rooms.values()].find(
      (room) => room.number === number && !ids.has(room.roomId ?? ''),
    );
    const key: RoomKey = roomOf(next, roomId)?.key ?? same?.key ?? freeKey(next, number);
    next = openRoom(next, key, roomId, { number, name, capacity, listed: true });
    rooms.set(key, { key, number, name, capacity: null });
  }
  const listed = [...rooms.values()].toSorted((a, b) => a.number - b.number);
  // A list replaces the one before as a whole: what is not in it was emptied, or given up.
  if (!isOther) return settleGivenUp(renamed(endRooms(next, new Set(rooms.keys())), rooms), state, at);
  const opened = openedElsewhere(next, state, listed, at);
  return settleGivenUp(tellOfDraft(opened, state, event.fromClientId, at), state, at);
}

/**
 * Whether rooms are others than those this kit has, or is making: two moderators opened at once, and the other's word stands.
 * A moderator who takes over, and makes a room again, still has the other rooms of the round.
 */
export function isRival(state: State, ids: ReadonlySet<RoomId>): boolean {
  if (state.round.phase === 'opening') return true;
  let own = 0;
  for (const { roomId, number } of state.rooms.values()) {
    if (roomId === null || number === null) continue;
    if (ids.has(roomId)) return false;
    own += 1;
  }
  return own > 0;
}

/** Rooms of a moderator whose word does not stand. Those that are not in the list that does are as good as gone. */
export function roomsOutranked(state: State, roomIds: readonly RoomId[], at: number): State {
  let next = state;
  for (const roomId of roomIds) {
    if (roomId === '' || isPast(next, roomId) || roomOf(next, roomId)?.listed === true) continue;
    next = endRoom(meetRoom(next, roomId)[0], roomId);
  }
  return settleGivenUp(next, state, at);
}

/** An invitation to a room that was given up is over, and whoever is in it, or on the way, is brought back after the notice. */
export function settleGivenUp(next: State, before: State, at: number): State {
  const state = settleInvite(next, at);
  const { at: place, roomId } = state.self;
  if ((place !== 'in-room' && place !== 'joining') || roomId === null) return state;
  const isNews = isPast(state, roomId) && !isPast(before, roomId);
  return isNews ? calledBack(state, at + state.times.notice, at) : state;
}

/** An invitation to a listed room is a moderator's; one to a room that was made again is over, and so is the way back to it. */
export function settleInvite(before: State, at: number): State {
  const state = settleLeft(before);
  const { invite } = state.self;
  if (!invite) return state;
  if (isPast(state, invite.roomId)) return endInvite(state, 'room-gone', at);
  const room = roomOf(state, invite.roomId);
  const trusted = invite.trusted || room?.listed === true;
  return changeSelf(state, { invite: patch(invite, { trusted, roomKey: room?.key ?? invite.roomKey }) });
}

/** Two rooms of one number, or of one id, are one mistake. */
function wellFormed(rooms: ToldRooms['rooms']): ToldRooms['rooms'] {
  const numbers = new Set<number>();
  const ids = new Set<string>();
  return rooms.filter(({ roomId, number }) => {
    if (roomId === '' || ids.has(roomId) || numbers.has(number)) return false;
    ids.add(roomId);
    numbers.add(number);
    return true;
  });
}

/** The key of a room that has none: its slot's, where no other room is known by it. */
function freeKey(state: State, number: number): RoomKey {
  let slot = number;
  while ((state.rooms.get(`room-${String(slot)}`)?.roomId ?? null) !== null) slot += 1;
  return `room-${String(slot)}`;
}

/** A room that no list had in it so far; an invitation or an order to move may have named it. */
const isNew = (room: Room | undefined): boolean => !room?.listed || room.number === null;

/** Another moderator opened: their rooms are shown, with no seats, which they alone know. One's own draft is kept for later. */
export function openedElsewhere(state: State, before: State, rooms: readonly PlanRoom[], at: number): State {
  const kept = new Set(rooms.map((room) => room.key));
  const plan: Plan = {
    ...chosen(state).plan,
    rooms,
    seats: new Map(),
    staying: new Set(),
    leads: new Set(),
    locked: new Set(),
    expected: [],
    ahead: [],
  };
  const fresh = pushDraft(clearPlaces(endRooms(state, kept), before), plan);
  return changeRound(changeSelf(fresh, state.self.at === 'main' ? { recallAt: null } : {}), {
    phase: 'open',
    // One's own opening, or round, that gave way was no round.
    number: state.round.number + (state.round.phase === 'draft' || state.round.phase === 'closed' ? 1 : 0),
    openedAt: at,
    endsAt: null,
    grace: null,
    closesAt: null,
    closedAt: null,
    plan,
    visitors: new Map(),
  });
}

/** Whoever had a draft of their own is told whose rooms these are, and that the draft is not lost. */
export function tellOfDraft(state: State, before: State, from: ClientId | undefined, at: number): State {
  if (before.self.role !== 'moderator' || before.plan.seats.size === 0) return state;
  const opener = personOf(state, from ?? null);
  const people = opener ? [opener.key] : [];
  // That somebody else runs the rooms goes without saying.
  return giveNotice(clearNotices(state, 'driver'), { subject: 'plan', text: 'opened-elsewhere', people }, at);
}

/** Rooms told while they are open: their names are so in every draft since the opening, and rooms this kit missed are added. */
function renamed(state: State, told: ReadonlyMap<RoomKey, PlanRoom>): State {
  const done = new Map<Plan, Plan>();
  const rename = (plan: Plan): Plan => {
    const known = done.get(plan) ?? withRooms(plan, told);
    done.set(plan, known);
    return known;
  };
  const { plan, past, future, round } = state;
  const next = rename(plan);
  if (next === plan) return state;
  const since = round.plan === null || round.plan === plan ? past.length : past.indexOf(round.plan);
  const isSince = (index: number) => since >= 0 && index >= since;
  return {
    ...state,
    plan: next,
    past: past.map((draft, index) => (isSince(index) ? rename(draft) : draft)),
    future: future.map(rename),
    round: round.plan === null ? round : patch(round, { plan: rename(round.plan) }),
  };
}

function withRooms(plan: Plan, names: ReadonlyMap<RoomKey, PlanRoom>): Plan {
  const rooms = plan.rooms.map((room) => {
    const told = names.get(room.key);
    // Seats that this moderator set for a room are theirs: a list says what the service made.
    const said = told && { ...told, capacity: room.capacity };
    return said && !alike(room, said) ? said : room;
  });
  const missed = [...names.values()].filter(({ key }) => plan.rooms.every((room) => room.key !== key));
  if (missed.length === 0 && rooms.every((room, index) => room === plan.rooms[index])) return plan;
  return { ...plan, rooms: [...rooms, ...missed].toSorted((a, b) => a.number - b.number) };
}
