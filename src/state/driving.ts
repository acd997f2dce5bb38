/** Several moderators: one runs the rooms, the others see the same, and whoever comes late learns it from them. */
import type { ToldDesk, ToldKnown } from './events.js';
import { alike, patch } from './maps.js';
import { giveNotice } from './notices.js';
import { personOf, placePerson } from './people.js';
import { changeRoom, endRoom, openRoom, roomOf } from './rooms.js';
import { changeRound, roomsTold, roundRecalled } from './round.js';
import { changeSelf } from './self.js';
import { timeTold } from './timing.js';
import type { PersonKey, Place, Plan, PlanRoom, RoomKey, State } from './types.js';

/** Somebody runs the rooms from now on. Whoever did so before is told. */
export function driverKnown(state: State, driver: PersonKey | null, at: number): State {
  if (state.driver === driver) return state;
  const next = { ...state, driver };
  const wasMine = state.driver === state.self.key && state.self.key !== null;
  const isLive = state.round.phase === 'open' || state.round.phase === 'closing';
  return wasMine && isLive && driver !== null
    ? giveNotice(next, { subject: 'driver', text: 'driver-changed', people: [driver] }, at)
    : next;
}

/** The picture of the moderator who runs the rooms. Only moderators have a desk. */
export function deskTold(state: State, told: ToldDesk, at: number): State {
  if (state.self.role !== 'moderator') return state;
  const [named, keys] = nameRooms(state, told);
  const seats = new Map(named.plan.seats);
  const leads = new Set(named.plan.leads);
  let placed = named;
  for (const said of told.people) {
    const person = personOf(placed, said.clientId);
    if (!person) continue;
    const seat = said.seat === null ? undefined : keys.get(said.seat);
    if (seat === undefined) seats.delete(person.key);
    else seats.set(person.key, seat);
    if (said.lead) leads.add(person.key);
    else leads.delete(person.key);
    if (person.key !== state.self.key) placed = placeTold(placed, person.key, said, keys, at);
  }
  const plan = patch(placed.plan, {
    seats: sameSeats(placed.plan.seats, seats),
    leads: sameMembers(placed.plan.leads, leads),
    late: told.late,
  });
  const isNew = state.round.phase === 'draft' || state.round.phase === 'closed';
  const drafted = patch(placed, {
    plan,
    // One's own draft is kept for later; what another moderator does is no step of it.
    ...(isNew ? { past: [...state.past, state.plan], future: [] } : {}),
  });
  const closesAt = told.closesInMs === null ? null : sooner(state.round.closesAt, at + told.closesInMs);
  const opened = changeRound(drafted, {
    phase: told.phase,
    number: told.round,
    plan,
    openedAt: isNew ? at - told.openedAgoMs : (state.round.openedAt ?? at - told.openedAgoMs),
    closesAt,
    closedAt: null,
    ...(isNew ? { endsAt: null, visitors: new Map() } : {}),
  });
  const isKept = state.round.phase === 'closing' && closesAt === null;
  const recalled = closesAt !== null || isKept ? changeSelf(opened, { recallAt: closesAt }) : opened;
  return timeTold(recalled, told, at);
}

/** Remaining time never rises by itself. */
const sooner = (known: number | null, said: number): number =>
  known === null ? said : Math.min(known, said);

const sameMembers = (before: ReadonlySet<PersonKey>, now: ReadonlySet<PersonKey>): ReadonlySet<PersonKey> =>
  before.size === now.size && [...now].every((person) => before.has(person)) ? before : now;

const sameSeats = (before: Plan['seats'], now: Plan['seats']): Plan['seats'] =>
  before.size === now.size && [...now].every(([person, room]) => before.get(person) === room) ? before : now;

/** The rooms by their numbers, and the plan with them. */
function nameRooms(state: State, told: ToldDesk): readonly [State, ReadonlyMap<number, RoomKey>] {
  const keys = new Map<number, RoomKey>();
  let next = state;
  const rooms: PlanRoom[] = [];
  for (const { roomId, number, name, capacity } of told.rooms) {
    const known = roomOf(next, roomId) ?? [...next.rooms.values()].find((room) => room.number === number);
    const planned = state.plan.rooms.find((room) => room.number === number);
    const key = known?.key ?? planned?.key ?? `room-${String(number)}`;
    if (roomId !== null) next = openRoom(next, key, roomId, { number, name, capacity, listed: true });
    else {
      const today = next.rooms.get(key)?.roomId ?? null;
      next = changeRoom(today === null ? next : endRoom(next, today), key, { number, name, capacity });
    }
    keys.set(number, key);
    rooms.push({ key, number, name, capacity: planned?.capacity ?? null });
  }
  rooms.sort((a, b) => a.number - b.number);
  const isSame =
    rooms.length === state.plan.rooms.length &&
    rooms.every((room, at) => alike(room, state.plan.rooms[at] ?? {}));
  return [isSame ? next : { ...next, plan: { ...next.plan, rooms } }, keys];
}

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
  if (now && now.at !== 'main' && now.at === said.at && now.roomKey === roomKey) return state;
  if (now?.at === 'in-room' && now.evidence !== 'inferred' && now.roomKey === roomKey) return state;
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
  if (state.self.role !== 'moderator' || (state.round.phase !== 'draft' && state.round.phase !== 'closed'))
    return state;
  const listed = roomsTold(state, { type: 'told.rooms', rooms: told.rooms }, at);
  if (listed.round === state.round) return state;
  const timed = timeTold(
    changeRound(listed, { number: Math.max(1, told.round), openedAt: at - told.openedAgoMs }),
    { endsInMs: told.endsInMs, graceMs: told.graceMs ?? state.times.grace },
    at,
  );
  const noticed = giveNotice(timed, { subject: 'wire', text: 'state-partial' }, at);
  return told.closesInMs === null ? noticed : roundRecalled(noticed, Math.max(1, told.closesInMs), at);
}

/** Whether somebody runs the rooms who is here and is not this person. */
export function otherDriver(state: State): PersonKey | null {
  const { driver, self } = state;
  if (driver === null || driver === self.key) return null;
  const person = state.people.get(driver);
  return person && person.clientId !== null && person.role === 'moderator' ? driver : null;
}
