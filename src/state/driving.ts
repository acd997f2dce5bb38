/** Several moderators: one runs the rooms, the others see the same, and whoever comes late learns it from them. */
import type { ToldDesk, ToldKnown } from './events.js';
import { alike, patch, withEntry, withMembers } from './maps.js';
import { clearNotices, giveNotice } from './notices.js';
import { personOf, placePerson } from './people.js';
import { settleSeated } from './plan.js';
import { changeRoom, endRoom, endRooms, isPast, openRoom, roomOf } from './rooms.js';
import {
  changeRound,
  isRival,
  openedElsewhere,
  roomsTold,
  roundRecalled,
  settleGivenUp,
  tellOfDraft,
} from './round.js';
import { changeSelf } from './self.js';
import { timeTold } from './timing.js';
import type { PersonKey, Place, Plan, PlanRoom, Room, RoomKey, State } from './types.js';

/** Somebody runs the rooms from now on. Whoever did so before is told. */
export function driverKnown(state: State, driver: PersonKey | null, at: number): State {
  if (state.driver === driver) return state;
  const next = { ...state, driver };
  const own = state.self.key;
  if (own !== null && driver === own) return clearNotices(next, 'driver');
  const wasMine = own !== null && state.driver === own;
  return wasMine && isLive(state) && driver !== null
    ? giveNotice(next, { subject: 'driver', text: 'driver-changed', people: [driver] }, at)
    : next;
}

const isLive = ({ round: { phase } }: State): boolean => phase === 'open' || phase === 'closing';
const isOver = ({ round: { phase } }: State): boolean => phase === 'draft' || phase === 'closed';

/** The picture of the moderator who runs the rooms. Only moderators have a desk. */
export function deskTold(state: State, told: ToldDesk, at: number): State {
  if (state.self.role !== 'moderator' || (isOver(state) && !isNews(state, told))) return state;
  const ids = new Set(told.rooms.flatMap(({ roomId }) => roomId ?? []));
  const isOther = !isLive(state) || (ids.size > 0 && told.same !== true && isRival(state, ids));
  const [named, keys, rooms] = nameRooms(state, told);
  // Of one's own doing, as another moderator remembers it, only news of people are news.
  if (told.mine === true && !isOther) return peopleTold(state, told, keys, at);
  const open = isOther
    ? openedElsewhere(named, state, rooms, at)
    : endRooms(named, new Set(rooms.map(({ key }) => key)));
  const planned = planTold(open, told, rooms, keys, state);
  const timed = timesTold(planned, told, state, isOther, at);
  const seen = peopleTold(timed, told, keys, at);
  const noticed =
    isOther && told.mine !== true ? tellOfDraft(seen, state, told.fromClientId, at) : settleSeated(seen);
  return settleGivenUp(noticed, state, at);
}

/** A picture of a round that is over here, which took its time, is no round. */
const isNews = (state: State, { round, rooms }: ToldDesk): boolean =>
  round > state.round.number ||
  rooms.some(({ roomId }) => {
    const room = roomOf(state, roomId);
    return roomId !== null && !isPast(state, roomId) && (!room?.listed || room.number === null);
  });

/** Who sits where by that moderator's word. Nobody can take it back who did not do it: undo begins anew. */
function planTold(
  state: State,
  told: ToldDesk,
  rooms: readonly PlanRoom[],
  keys: ReadonlyMap<number, RoomKey>,
  before: State,
): State {
  const seats = new Map(state.plan.seats);
  const leads = new Set(state.plan.leads);
  const staying = new Set(state.plan.staying);
  for (const said of told.people) {
    const person = personOf(state, said.clientId);
    if (!person) continue;
    const seat = said.seat === null ? undefined : keys.get(said.seat);
    if (seat === undefined) seats.delete(person.key);
    else {
      seats.set(person.key, seat);
      staying.delete(person.key);
    }
    if (said.lead) leads.add(person.key);
    else leads.delete(person.key);
  }
  const plan = patch(state.plan, {
    rooms: sameRooms(state.plan.rooms, rooms),
    seats: sameSeats(state.plan.seats, seats),
    leads: sameMembers(state.plan.leads, leads),
    staying: sameMembers(state.plan.staying, staying),
    late: told.late,
  });
  const future = plan === before.plan ? state.future : [];
  return changeRound(patch(state, { plan, ...(future === state.future ? {} : { future }) }), { plan });
}

/** Which round, and how long. */
function timesTold(state: State, told: ToldDesk, before: State, isOther: boolean, at: number): State {
  const closesAt = told.closesInMs === null ? null : sooner(before.round.closesAt, at + told.closesInMs);
  const opened = changeRound(state, {
    phase: told.phase,
    number: told.round,
    closesAt,
    closedAt: null,
    ...(isOther ? { openedAt: at - told.openedAgoMs } : {}),
  });
  const isKept = before.round.phase === 'closing' && closesAt === null;
  const own = state.self.recallAt;
  const recalled =
    closesAt !== null
      ? changeSelf(opened, { recallAt: sooner(own, closesAt) })
      : isKept
        ? changeSelf(opened, { recallAt: null })
        : opened;
  // Closing by its timer, the time is up: how long ago is known here better.
  return told.endsInMs === 0 && recalled.round.endsAt !== null && recalled.round.endsAt <= at
    ? changeRound(recalled, { grace: told.graceMs })
    : timeTold(recalled, told, at);
}

/** Remaining time never rises by itself. */
const sooner = (known: number | null, said: number): number =>
  known === null ? said : Math.min(known, said);

const sameMembers = (before: ReadonlySet<PersonKey>, now: ReadonlySet<PersonKey>): ReadonlySet<PersonKey> =>
  before.size === now.size && [...now].every((person) => before.has(person)) ? before : now;

const sameSeats = (before: Plan['seats'], now: Plan['seats']): Plan['seats'] =>
  before.size === now.size && [...now].every(([person, room]) => before.get(person) === room) ? before : now;

const sameRooms = (before: Plan['rooms'], now: Plan['rooms']): Plan['rooms'] =>
  before.length === now.length && now.every((room, at) => alike(room, before[at] ?? {})) ? before : now;

/** The rooms by their numbers. */
function nameRooms(
  state: State,
  told: ToldDesk,
): readonly [State, ReadonlyMap<number, RoomKey>, readonly PlanRoom[]] {
  const keys = new Map<number, RoomKey>();
  const named = new Set<RoomKey>();
  // Rooms known by their ids first: a number may have been another room's before.
  const alive = told.rooms.map(({ roomId }) => roomOf(state, roomId));
  for (const room of alive) if (room) named.add(room.key);
  let next = state;
  const rooms: PlanRoom[] = [];
  for (const [nth, { roomId, number, name, capacity }] of told.rooms.entries()) {
    const key = alive[nth]?.key ?? freeKey(next, number, named);
    named.add(key);
    if (roomId !== null) next = openRoom(next, key, roomId, { number, name, capacity, listed: true });
    else {
      const today = next.rooms.get(key)?.roomId ?? null;
      next = changeRoom(today === null ? next : endRoom(next, today), key, { number, name, capacity });
    }
    keys.set(number, key);
    const planned = state.plan.rooms.find((room) => room.key === key);
    rooms.push({ key, number, name, capacity: planned?.capacity ?? null });
  }
  return [next, keys, rooms.toSorted((a, b) => a.number - b.number)];
}

/** The key for a room of this number: the plan's, else one that was of this number, else that of its slot. */
function freeKey(state: State, number: number, taken: ReadonlySet<RoomKey>): RoomKey {
  const isOf = (room: PlanRoom | Room) => room.number === number && !taken.has(room.key);
  const known = state.plan.rooms.find(isOf) ?? [...state.rooms.values()].find(isOf);
  if (known) return known.key;
  let slot = number;
  while (
    taken.has(`room-${String(slot)}`) ||
    (state.rooms.get(`room-${String(slot)}`)?.roomId ?? null) !== null
  )
    slot += 1;
  return `room-${String(slot)}`;
}

/** Where people are and have been. */
function peopleTold(state: State, told: ToldDesk, keys: ReadonlyMap<number, RoomKey>, at: number): State {
  let next = state;
  const been = new Map<RoomKey, PersonKey[]>();
  for (const said of told.people) {
    const person = personOf(next, said.clientId);
    if (!person) continue;
    for (const number of said.been) {
      const room = keys.get(number);
      if (room !== undefined) been.set(room, [...(been.get(room) ?? []), person.key]);
    }
    if (person.key !== state.self.key) next = placeTold(next, person.key, said, keys, at);
  }
  let { visitors } = next.round;
  for (const [room, people] of been) {
    const there = visitors.get(room) ?? NOBODY;
    const now = withMembers(there, people, true);
    if (now !== there) visitors = withEntry(visitors, room, now);
  }
  return changeRound(next, { visitors });
}

const NOBODY: ReadonlySet<PersonKey> = new Set();

/** Where somebody is by that moderator's word. What this kit knows for sure it knows better. */
function placeTold(
  state: State,
  key: PersonKey,
  said: ToldDesk['people'][number],
  keys: ReadonlyMap<number, RoomKey>,
  at: number,
): State {
  const now = state.people.get(key)?.place;
  const roomKey = said.room === null ? undefined : keys.get(said.room);
  if (said.at === 'main' || roomKey === undefined)
    return now?.at === 'in-room' && now.evidence === 'confirmed'
      ? state
      : placePerson(state, key, { at: 'main' });
  if (now && now.at !== 'main' && now.roomKey === roomKey) {
    if (now.at === said.at && (now.at !== 'in-room' || now.evidence !== 'inferred')) return state;
    if (now.at === 'in-room' && now.evidence !== 'inferred') return state;
  }
  const since = Math.max(0, at - said.agoMs);
  return placePerson(state, key, placeFor(said.at, roomKey, since));
}

function placeFor(at: Exclude<Place['at'], 'main'>, roomKey: RoomKey, since: number): Place {
  if (at === 'in-room') return { at, roomKey, since, evidence: 'told' };
  if (at === 'failed') return { at, roomKey, since, failure: { kind: 'unknown', code: null, text: null } };
  return { at, roomKey, since };
}

/** What a person's kit remembers, told to a moderator who has forgotten: rooms, names and the time. Seats and answers stay unknown. */
export function knownTold(state: State, told: ToldKnown, at: number): State {
  if (state.self.role !== 'moderator' || !isOver(state)) return state;
  const listed = roomsTold(state, { type: 'told.rooms', rooms: told.rooms }, at);
  if (listed.round === state.round) return state;
  // Nobody else opened these: what is said of one's own draft then is not said.
  const calm = { ...listed, notices: state.notices, noticed: state.noticed };
  const timed = timeTold(
    changeRound(calm, { number: Math.max(1, told.round), openedAt: at - told.openedAgoMs }),
    { endsInMs: told.endsInMs, graceMs: told.graceMs ?? state.times.grace },
    at,
  );
  const noticed = giveNotice(timed, { subject: 'wire', text: 'state-partial' }, at);
  return told.closesInMs === null ? noticed : roundRecalled(noticed, Math.max(1, told.closesInMs), at);
}

/**
 * Whether somebody runs the rooms who is here and is not this person. Without kits that talk nobody was told of one, and nobody
 * can be asked: then each moderator acts as they please.
 */
export function otherDriver(state: State): PersonKey | null {
  const { driver, self } = state;
  if (driver === null || driver === self.key || !state.capabilities.wire) return null;
  const person = state.people.get(driver);
  return person && person.clientId !== null && person.role === 'moderator' ? driver : null;
}
