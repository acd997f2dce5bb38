/** Views of rooms: cards of the draft, cards of the desk, and their stripes. */
import { displayName } from '../displayName.js';
import { memo } from '../memo.js';
import type { PersonKey, RoomKey, State } from '../types.js';
import type { RoomView, SeatState } from '../views.js';
import { everybody, roster, standing } from './people.js';

/** The draft is what counts until the rooms open; then the rooms are. */
export const isLive = (state: State): boolean =>
  state.round.phase === 'open' || state.round.phase === 'closing';

/** What a room holds when neither the service nor the plan says: the most that EnableX documents. */
const UNKNOWN_CAPACITY = 15;

/** A room's name as it may be shown: it may come from another person's kit. `null` for none, or one that shows nothing. */
export const shownRoomName = (name: string | null): string | null => displayName(name, '') || null;

/** Seats a room can have: the plan's own number, never more than the service allows. */
export function capacity(state: State): number {
  const most = state.limits.maxPeople ?? UNKNOWN_CAPACITY;
  return state.plan.capacity === null ? most : Math.min(state.plan.capacity, most);
}

/** Seats of one room: its own number where it has one, else the plan's. Never more than the service allows. */
export function roomCapacity(state: State, key: RoomKey): number {
  const own = state.plan.rooms.find((room) => room.key === key)?.capacity ?? null;
  return own === null ? capacity(state) : Math.min(own, state.limits.maxPeople ?? UNKNOWN_CAPACITY);
}

/** Seats of all rooms of the draft. */
export const allSeats = (state: State): number =>
  state.plan.rooms.reduce((sum, room) => sum + roomCapacity(state, room.key), 0);

/** Rooms in the order of their numbers. */
export const roomKeys: (state: State) => readonly RoomKey[] = memo(
  (state: State) => [state.plan.rooms],
  (state: State) => state.plan.rooms.map((room) => room.key),
);

/** Everybody by their seat in the plan, in order of arrival. People who have left are not in it. */
const seated: (state: State) => ReadonlyMap<RoomKey, readonly PersonKey[]> = memo(
  (state: State) => [roster(state), state.plan.seats],
  (state: State) => {
    const people = new Map<RoomKey, PersonKey[]>();
    for (const person of roster(state)) {
      const seat = state.plan.seats.get(person.key);
      if (seat === undefined) continue;
      const there = people.get(seat);
      if (there) there.push(person.key);
      else people.set(seat, [person.key]);
    }
    return people;
  },
);

/** What is so of one room while the rooms are open. */
interface Live {
  readonly present: readonly PersonKey[];
  readonly missing: readonly PersonKey[];
  readonly seats: readonly SeatState[];
  readonly planned: number;
}

/** In trouble first: what a moderator should look at. */
const MISSING: readonly SeatState[] = ['joining', 'failed', 'no-answer', 'declined', 'invited'];

/** What is so of every room, worked out in one go over everybody. */
const liveRooms: (state: State) => ReadonlyMap<RoomKey, Live> = memo(
  (state: State) => [state.people, state.plan, state.calls, state.round],
  (state: State) => {
    const rooms = new Map<RoomKey, Attendance>();
    const of = (key: RoomKey) => {
      let room = rooms.get(key);
      if (!room) rooms.set(key, (room = { present: [], missing: new Map(), home: 0 }));
      return room;
    };
    for (const person of everybody(state)) {
      const { status, roomKey } = standing(state, person);
      const seat = state.plan.seats.get(person.key);
      if (status === 'in-room' && roomKey !== null) of(roomKey).present.push(person.key);
      else if (roomKey !== null && status !== 'main' && status !== 'planned' && status !== 'in-room') {
        const step: SeatState = status === 'inviting' ? 'invited' : status === 'away' ? 'joining' : status;
        const { missing } = of(roomKey);
        const there = missing.get(step);
        if (there) there.push(person.key);
        else missing.set(step, [person.key]);
      }
      // A seat kept by somebody who is, or is expected, elsewhere.
      const away = status !== 'main' && status !== 'planned';
      if (seat !== undefined && !(away && roomKey === seat)) of(seat).home += 1;
    }
    return new Map([...rooms].map(([key, room]) => [key, liveOf(room)]));
  },
);

interface Attendance {
  readonly present: PersonKey[];
  readonly missing: Map<SeatState, PersonKey[]>;
  home: number;
}

function liveOf({ present, missing, home }: Attendance): Live {
  const away = MISSING.flatMap((step) => missing.get(step) ?? []);
  const stripe = MISSING.flatMap((step) => (missing.get(step) ?? []).map(() => step));
  const seats = [...present.map((): SeatState => 'in-room'), ...stripe];
  while (seats.length < present.length + away.length + home) seats.push('free');
  return { present, missing: away, seats, planned: present.length + away.length + home };
}

const NO_ONE: Live = { present: [], missing: [], seats: [], planned: 0 };

const live = (state: State, key: RoomKey): Live => liveRooms(state).get(key) ?? NO_ONE;

const NOBODY: readonly PersonKey[] = [];

/** Who has a seat in this room, wherever they are now. In order of arrival. */
export const plannedFor = (state: State, key: RoomKey): readonly PersonKey[] =>
  seated(state).get(key) ?? NOBODY;

/** Draft: everybody of this room. Live: who is in it. In order of arrival. */
export const roomPeople = (state: State, key: RoomKey): readonly PersonKey[] =>
  isLive(state) ? live(state, key).present : plannedFor(state, key);

/** Live: those who are not where they should be, in trouble first. */
export const roomMissing = (state: State, key: RoomKey): readonly PersonKey[] =>
  isLive(state) ? live(state, key).missing : NOBODY;

const draftSeats: (state: State, key: RoomKey) => readonly SeatState[] = memo(
  (state: State) => [roster(state), state.plan, state.limits],
  (state: State, key: RoomKey) => {
    const taken = seated(state).get(key)?.length ?? 0;
    const of = roomCapacity(state, key);
    return Array.from({ length: Math.max(taken, of) }, (_, seat): SeatState => {
      if (seat >= taken) return 'free';
      return seat >= of ? 'over' : 'taken';
    });
  },
);

/** What the stripe of this room draws. */
export const roomSeats = (state: State, key: RoomKey): readonly SeatState[] =>
  isLive(state) ? live(state, key).seats : draftSeats(state, key);

/** One room as a card needs it, or `null` for an unknown key. */
export const roomView: (state: State, key: RoomKey) => RoomView | null = memo(
  (state: State) => [state.people, state.plan, state.rooms, state.calls, state.round, state.limits],
  drawRoom,
);

function drawRoom(state: State, key: RoomKey): RoomView | null {
  const room = state.plan.rooms.find((candidate) => candidate.key === key);
  const known = state.rooms.get(key);
  if (!room && !known) return null;
  const of = roomCapacity(state, key);
  const open = isLive(state) ? live(state, key) : null;
  // Live, a seat counts while its person is in main too: they may come back to it.
  const taken = open?.planned ?? plannedFor(state, key).length;
  return {
    key,
    number: room?.number ?? known?.number ?? null,
    name: shownRoomName(room?.name ?? known?.name ?? null),
    count: open?.present.length ?? taken,
    of: open?.planned ?? of,
    over: Math.max(0, taken - of),
    free: Math.max(0, of - taken),
  };
}
