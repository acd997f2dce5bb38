/** The draft: one edit at a time, and the way back. */
import type { PlanEdit } from './events.js';
import { withMembers } from './maps.js';
import type { PersonKey, Plan, PlanRoom, RoomKey, State } from './types.js';

/** How many drafts undo goes back. */
const UNDO_DEPTH = 100;

/** Rooms numbered by their order; a room keeps its key, so that the people in it stay in it. */
function numbered(rooms: readonly PlanRoom[]): readonly PlanRoom[] {
  return rooms.every((room, index) => room.number === index + 1)
    ? rooms
    : rooms.map((room, index) => (room.number === index + 1 ? room : { ...room, number: index + 1 }));
}

function newRoom(rooms: readonly PlanRoom[]): PlanRoom {
  const used = new Set(rooms.map((room) => room.key));
  let slot = rooms.length + 1;
  while (used.has(`room-${String(slot)}`)) slot += 1;
  return { key: `room-${String(slot)}`, number: rooms.length + 1, name: null };
}

function withoutSeatsOf(plan: Plan, gone: ReadonlySet<RoomKey>): Plan {
  const seats = new Map([...plan.seats].filter(([, room]) => !gone.has(room)));
  return { ...plan, seats: seats.size === plan.seats.size ? plan.seats : seats };
}

function move(plan: Plan, people: readonly PersonKey[], to: RoomKey | 'none' | 'main'): Plan {
  const seats = new Map(plan.seats);
  for (const person of people) {
    // Whoever is seated last comes last: that is who leaves first when a room is too full.
    seats.delete(person);
    if (to !== 'none' && to !== 'main') seats.set(person, to);
  }
  return { ...plan, seats, staying: withMembers(plan.staying, people, to === 'main') };
}

/** The plan after one edit. An edit that does not apply, such as one of an unknown room, changes nothing. */
export function editPlan(plan: Plan, edit: PlanEdit, maxRooms: number): Plan {
  const has = (key: RoomKey) => plan.rooms.some((room) => room.key === key);
  switch (edit.kind) {
    case 'rooms': {
      const count = Math.max(0, Math.min(maxRooms, Math.trunc(edit.count)));
      if (!Number.isFinite(count) || count === plan.rooms.length) return plan;
      const kept = plan.rooms.slice(0, count);
      const rooms = [...kept];
      while (rooms.length < count) rooms.push(newRoom(rooms));
      return withoutSeatsOf(
        { ...plan, rooms: numbered(rooms) },
        new Set(plan.rooms.slice(count).map((room) => room.key)),
      );
    }
    case 'add-room':
      if (plan.rooms.length >= maxRooms) return plan;
      return { ...plan, rooms: numbered([...plan.rooms, newRoom(plan.rooms)]) };
    case 'remove-room':
      if (!has(edit.roomKey)) return plan;
      return withoutSeatsOf(
        { ...plan, rooms: numbered(plan.rooms.filter((room) => room.key !== edit.roomKey)) },
        new Set([edit.roomKey]),
      );
    case 'rename': {
      const name = edit.name?.trim() || null;
      if (plan.rooms.every((room) => room.key !== edit.roomKey || room.name === name)) return plan;
      return {
        ...plan,
        rooms: plan.rooms.map((room) => (room.key === edit.roomKey ? { ...room, name } : room)),
      };
    }
    case 'move': {
      if (edit.to !== 'none' && edit.to !== 'main' && !has(edit.to)) return plan;
      const same = edit.people.every((person) =>
        edit.to === 'none'
          ? !plan.seats.has(person) && !plan.staying.has(person)
          : edit.to === 'main'
            ? plan.staying.has(person)
            : plan.seats.get(person) === edit.to,
      );
      return same ? plan : move(plan, edit.people, edit.to);
    }
    case 'seats':
      return seated(plan, edit.seats);
    case 'split':
      return plan.split === edit.split ? plan : { ...plan, split: edit.split };
    case 'opening':
      return plan.opening === edit.opening ? plan : { ...plan, opening: edit.opening };
    case 'minutes': {
      const minutes = edit.minutes !== null && edit.minutes > 0 ? edit.minutes : null;
      return plan.minutes === minutes ? plan : { ...plan, minutes };
    }
    case 'capacity': {
      // Not a number of seats: an empty field of a form, say.
      if (Number.isNaN(edit.capacity)) return plan;
      const capacity = edit.capacity === null ? null : Math.max(1, Math.trunc(edit.capacity));
      return plan.capacity === capacity ? plan : { ...plan, capacity };
    }
    case 'lock':
      return setOf(plan, 'locked', edit.people, edit.on);
    case 'lead':
      return setOf(plan, 'leads', edit.people, edit.on);
    case 'replace':
      return sound(edit.plan, maxRooms);
    default:
      return edit satisfies never;
  }
}

function setOf(plan: Plan, field: 'locked' | 'leads', people: readonly PersonKey[], on: boolean): Plan {
  const next = withMembers(plan[field], people, on);
  return next === plan[field] ? plan : { ...plan, [field]: next };
}

/** The plan with these seats and no others. A seat in a room that is not in the plan is none: nobody may vanish there. */
function seated(plan: Plan, seats: ReadonlyMap<PersonKey, RoomKey>): Plan {
  const keys = new Set(plan.rooms.map((room) => room.key));
  const valid = [...seats].filter(([, room]) => keys.has(room));
  const isSame =
    valid.length === plan.seats.size && valid.every(([person, room]) => plan.seats.get(person) === room);
  const staying = withMembers(
    plan.staying,
    valid.map(([person]) => person),
    false,
  );
  return isSame && staying === plan.staying
    ? plan
    : { ...plan, seats: isSame ? plan.seats : new Map(valid), staying };
}

/** A plan from outside, such as a stored or a controlled one, held to what a plan may be: itself, if it is sound. */
function sound(plan: Plan, maxRooms: number): Plan {
  const keys = new Set<RoomKey>();
  const kept = plan.rooms.filter(
    ({ key }) => keys.size < maxRooms && key !== '' && !keys.has(key) && keys.add(key),
  );
  const rooms = numbered(kept.length === plan.rooms.length ? plan.rooms : kept);
  return seated(rooms === plan.rooms ? plan : { ...plan, rooms }, plan.seats);
}

/** Whether rooms exist, or are being made, for the rooms of the plan: then none is added to it and none taken away. */
const areRoomsFixed = ({ round: { phase } }: State): boolean => phase !== 'draft' && phase !== 'closed';

const sameRooms = (a: Plan, b: Plan): boolean =>
  a.rooms.length === b.rooms.length && a.rooms.every((room, index) => room.key === b.rooms[index]?.key);

/** A new draft on top of the one before. */
export const pushDraft = (state: State, plan: Plan): State => ({
  ...state,
  plan,
  past: [...state.past, state.plan].slice(-UNDO_DEPTH),
  future: [],
});

/** Several edits as one step of undo. */
export function editDraft(state: State, edits: readonly PlanEdit[]): State {
  const isFixed = areRoomsFixed(state);
  const plan = edits.reduce((draft, edit) => {
    const edited = editPlan(draft, edit, state.limits.maxRooms);
    return isFixed && !sameRooms(draft, edited) ? draft : edited;
  }, state.plan);
  return plan === state.plan ? state : settleSeated(pushDraft(state, plan));
}

/** Who has a seat has not just joined any more. */
function settleSeated(state: State): State {
  let people: Map<PersonKey, NonNullable<ReturnType<State['people']['get']>>> | null = null;
  for (const person of state.people.values())
    if (person.late && state.plan.seats.has(person.key))
      (people ??= new Map(state.people)).set(person.key, { ...person, late: false });
  return people ? { ...state, people } : state;
}

/**
 * The draft that undo goes back to, if any. While the rooms are open that is what happened since the opening: what came before
 * would take rooms away under the people in them.
 */
export function undoTarget(state: State): Plan | null {
  const plan = state.past.at(-1) ?? null;
  if (plan === null || !areRoomsFixed(state)) return plan;
  return state.plan !== state.round.plan && sameRooms(plan, state.plan) ? plan : null;
}

/** The draft before the last edit. */
export function undoDraft(state: State): State {
  const plan = undoTarget(state);
  return plan
    ? { ...state, plan, past: state.past.slice(0, -1), future: [state.plan, ...state.future] }
    : state;
}

/** The draft that undo took back, if it still fits the rooms. */
export function redoTarget(state: State): Plan | null {
  const plan = state.future[0] ?? null;
  return plan && areRoomsFixed(state) && !sameRooms(plan, state.plan) ? null : plan;
}

/** The draft that undo took back. */
export function redoDraft(state: State): State {
  const plan = redoTarget(state);
  return plan ? { ...state, plan, past: [...state.past, state.plan], future: state.future.slice(1) } : state;
}
