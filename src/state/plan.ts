/** The draft: one edit at a time, and the way back. */
import type { PlanEdit } from './events.js';
import { patch, sameItems, withEntry, withMembers } from './maps.js';
import { EMPTY_PLAN } from './initialState.js';
import type {
  Expected,
  PersonKey,
  Plan,
  PlanReason,
  PlanRoom,
  RoomKey,
  Rules,
  Seats,
  State,
} from './types.js';

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
  return { key: `room-${String(slot)}`, number: rooms.length + 1, name: null, capacity: null };
}

/** The plan with other rooms. Rounds planned ahead held for the rooms they were drawn for. */
function withRooms(plan: Plan, rooms: readonly PlanRoom[]): Plan {
  const keys = new Set(rooms.map((room) => room.key));
  const seats = new Map([...plan.seats].filter(([, room]) => keys.has(room)));
  const expected = plan.expected.filter(({ to }) => to === 'main' || keys.has(to));
  return {
    ...plan,
    rooms: numbered(rooms),
    seats: seats.size === plan.seats.size ? plan.seats : seats,
    expected: expected.length === plan.expected.length ? plan.expected : expected,
    ahead: NONE_AHEAD,
  };
}

const NONE_AHEAD: Plan['ahead'] = EMPTY_PLAN.ahead;

/** A number of seats, or `undefined` for what is none, such as an empty field of a form. */
function seatsOf(capacity: number | null): number | null | undefined {
  if (capacity === null) return null;
  return Number.isNaN(capacity) ? undefined : Math.max(1, Math.trunc(capacity));
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
      return withRooms(plan, rooms);
    }
    case 'add-room':
      if (plan.rooms.length >= maxRooms) return plan;
      return withRooms(plan, [...plan.rooms, newRoom(plan.rooms)]);
    case 'remove-room':
      if (!has(edit.roomKey)) return plan;
      return withRooms(
        plan,
        plan.rooms.filter((room) => room.key !== edit.roomKey),
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
    case 'late':
      return plan.late === edit.late ? plan : { ...plan, late: edit.late };
    case 'capacity': {
      const capacity = seatsOf(edit.capacity);
      return capacity === undefined || plan.capacity === capacity ? plan : { ...plan, capacity };
    }
    case 'room-capacity': {
      const capacity = seatsOf(edit.capacity);
      if (capacity === undefined) return plan;
      if (plan.rooms.every((room) => room.key !== edit.roomKey || room.capacity === capacity)) return plan;
      return {
        ...plan,
        rooms: plan.rooms.map((room) => (room.key === edit.roomKey ? { ...room, capacity } : room)),
      };
    }
    case 'rules':
      return sameRules(plan.rules, edit.rules)
        ? plan
        : { ...plan, rules: soundRules(edit.rules), ahead: NONE_AHEAD };
    case 'expect':
      return plan.expected.length === 0 && edit.expected.length === 0
        ? plan
        : { ...plan, expected: soundExpected(edit.expected, plan.rooms) };
    case 'ahead':
      return plan.ahead.length === 0 && edit.ahead.length === 0
        ? plan
        : { ...plan, ahead: soundAhead(edit.ahead, plan.rooms) };
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
function sound(given: Plan, maxRooms: number): Plan {
  const plan = complete(given);
  const keys = new Set<RoomKey>();
  const kept = plan.rooms.filter(
    ({ key }) => keys.size < maxRooms && key !== '' && !keys.has(key) && keys.add(key),
  );
  const rooms = numbered(kept.length === plan.rooms.length ? plan.rooms : kept);
  return seated(rooms === plan.rooms ? plan : withRooms(plan, rooms), plan.seats);
}

/** A plan stored by an older kit lacks what came since. */
type Stored = Omit<Plan, 'rooms' | 'rules' | 'expected' | 'ahead' | 'late'> &
  Partial<Pick<Plan, 'rules' | 'expected' | 'ahead' | 'late'>> & {
    readonly rooms: readonly (Omit<PlanRoom, 'capacity'> & Partial<Pick<PlanRoom, 'capacity'>>)[];
  };

/** The plan with everything a plan has; itself when it has it. */
function complete(plan: Plan): Plan {
  const { rooms, rules, expected, ahead, late } = plan as Stored;
  const isWhole = rules && late && expected && ahead && rooms.every(({ capacity }) => capacity !== undefined);
  if (isWhole) return plan;
  return {
    ...plan,
    rooms: rooms.map((room) => ({ ...room, capacity: room.capacity ?? null })),
    late: late ?? EMPTY_PLAN.late,
    rules: rules ?? EMPTY_PLAN.rules,
    expected: expected ?? EMPTY_PLAN.expected,
    ahead: ahead ?? EMPTY_PLAN.ahead,
  };
}

const sameGroups = (a: Rules['together'], b: Rules['together']): boolean =>
  a.length === b.length && a.every((group, at) => sameItems(group, b[at] ?? []));

const sameRules = (a: Rules, b: Rules): boolean =>
  a.leadEach === b.leadEach && sameGroups(a.together, b.together) && sameGroups(a.apart, b.apart);

/** A rule about fewer than two people says nothing, and one said twice says it once. */
function soundGroups(groups: Rules['together']): Rules['together'] {
  const said = new Set<string>();
  return groups.flatMap((group) => {
    const people = [...new Set(group)];
    const name = JSON.stringify(people.toSorted());
    if (people.length < 2 || said.has(name)) return [];
    said.add(name);
    return [people];
  });
}

const soundRules = ({ together, apart, leadEach }: Rules): Rules => ({
  together: soundGroups(together),
  apart: soundGroups(apart),
  leadEach,
});

function soundExpected(expected: readonly Expected[], rooms: readonly PlanRoom[]): readonly Expected[] {
  const keys = new Set(rooms.map((room) => room.key));
  return expected.filter(
    ({ name, email, userRef, to }) => (name ?? email ?? userRef) !== null && (to === 'main' || keys.has(to)),
  );
}

function soundAhead(ahead: readonly Seats[], rooms: readonly PlanRoom[]): readonly Seats[] {
  const keys = new Set(rooms.map((room) => room.key));
  return ahead.map((seats) => new Map([...seats].filter(([, room]) => keys.has(room))));
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

/** A kept draft takes the place of an empty one. What was planned meanwhile is newer, and stays. */
export function restoreDraft(
  state: State,
  draft: { readonly plan: Plan; readonly history: State['history'] } | null,
): State {
  const found = patch(state, { restoring: false });
  if (!draft || state.round.phase !== 'draft' || state.round.number > 0) return found;
  const isFree = state.plan.rooms.length === 0 && state.past.length === 0;
  const history = state.history.length === 0 ? draft.history : state.history;
  return patch(found, { history, plan: isFree ? sound(draft.plan, state.limits.maxRooms) : state.plan });
}

/** Several edits as one step of undo. */
export function editDraft(state: State, edits: readonly PlanEdit[], reason?: PlanReason): State {
  const isFixed = areRoomsFixed(state);
  const plan = edits.reduce((draft, edit) => {
    const edited = editPlan(draft, edit, state.limits.maxRooms);
    return isFixed && !sameRooms(draft, edited) ? draft : edited;
  }, state.plan);
  if (plan === state.plan) return state;
  // Nobody did anything yet that could be taken back.
  return settleSeated(reason === 'proposal' ? { ...state, plan } : pushDraft(state, plan));
}

/** Who has a seat has not just joined any more. */
export function settleSeated(state: State): State {
  let { people } = state;
  for (const person of state.people.values())
    if (person.late && state.plan.seats.has(person.key))
      people = withEntry(people, person.key, { ...person, late: false });
  return patch(state, { people });
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
