/** The draft's actions. Each is one step of undo; none waits for the service. */
import { evenSplit } from '../planner/evenSplit.js';
import { fixOverfull } from '../planner/fixOverfull.js';
import { placeRemaining } from '../planner/placeRemaining.js';
import { reshuffle } from '../planner/reshuffle.js';
import { roomsForSize } from '../planner/roomsForSize.js';
import type { PlanEdit } from '../state/events.js';
import { editPlan } from '../state/plan.js';
import { whyNotChoose, whyNotPlan } from '../state/rules.js';
import type { PersonKey, PlanReason, RoomKey, State } from '../state/types.js';
import { everybody } from '../state/view/people.js';
import { pool } from '../state/view/plan.js';
import { isLive, roomCapacity, roomView } from '../state/view/rooms.js';
import type { Core } from './core.js';
import { createMixing } from './mixing.js';
import type { Actions, MoveOutcome } from './types.js';

type Planning = Pick<
  Actions,
  | 'setRoomCount'
  | 'proposeRooms'
  | 'addRoom'
  | 'removeRoom'
  | 'renameRoom'
  | 'movePeople'
  | 'reshuffle'
  | 'placeRemaining'
  | 'fixRoom'
  | 'setSplit'
  | 'setOpening'
  | 'setCapacity'
  | 'setMinutes'
  | 'setLate'
  | 'setRoomCapacity'
  | 'setRoomSize'
  | 'setRules'
  | 'meetNewPeople'
  | 'planRounds'
  | 'setLocked'
  | 'setLead'
  | 'undo'
  | 'redo'
  | 'replacePlan'
  | 'applySetup'
>;

/** Makes them. `send` moves people for real while the rooms are open. */
export function createPlanning(
  { state, dispatch, random }: Core,
  live: {
    readonly send: (people: readonly PersonKey[], to: RoomKey | 'main') => void;
    readonly renamed: () => void;
  },
): Planning {
  const edit = (reason: PlanReason, ...edits: readonly PlanEdit[]) => {
    if (whyNotPlan(state())) return;
    dispatch({ type: 'plan.edited', edits, reason });
  };
  const roomsOf = (now: State) =>
    now.plan.rooms.map(({ key }) => ({ key, capacity: roomCapacity(now, key) }));
  const rooms = () => roomsOf(state());
  /** Whom a split seats: everybody who does not stay in main. */
  const splittable = () => [...pool(state()).unassigned, ...pool(state()).seated];
  const present = () => {
    const here = new Set(everybody(state()).map((person) => person.key));
    return new Map([...state().plan.seats].filter(([person]) => here.has(person)));
  };
  /** What every draw holds to. */
  const wishes = () => ({ random, rules: state().plan.rules, leads: state().plan.leads });
  const locked = () => new Map([...present()].filter(([person]) => state().plan.locked.has(person)));

  /** Draws an even split over a number of rooms, as one step together with the number itself. */
  const drawn = (count: number): readonly PlanEdit[] => {
    const edits: PlanEdit[] = [{ kind: 'rooms', count }];
    if (state().plan.split !== 'even' || isLive(state())) return edits;
    const keys = planOf(count);
    const { seats } = evenSplit({ ...wishes(), people: splittable(), rooms: keys, placed: locked() });
    return [...edits, { kind: 'seats', seats }];
  };
  const planOf = (count: number) =>
    roomsOf({ ...state(), plan: editPlan(state().plan, { kind: 'rooms', count }, state().limits.maxRooms) });
  const setRoomCount = (count: number) => {
    const asked = Math.max(0, Math.min(state().limits.maxRooms, Math.trunc(count)));
    if (Number.isFinite(asked) && asked !== state().plan.rooms.length) edit('rooms', ...drawn(asked));
  };

  const movePeople = (
    { people, to }: { readonly people: readonly PersonKey[]; readonly to: RoomKey | 'none' | 'main' },
    reason: PlanReason = 'menu',
  ): MoveOutcome => {
    const now = state();
    const known = people.filter((person) => now.people.has(person));
    if (whyNotPlan(now) || known.length === 0) return { moved: [], left: people, full: false };
    if (to === 'none' || to === 'main') {
      edit(reason, { kind: 'move', people: known, to });
      if (isLive(now)) live.send(known, 'main');
      return { moved: known, left: [], full: false };
    }
    const room = roomView(now, to);
    if (!room) return { moved: [], left: people, full: false };
    const coming = known.filter((person) => now.plan.seats.get(person) !== to);
    // A draft may be over-full until it is opened; an open room never is.
    const fits = isLive(now) ? coming.slice(0, room.free) : coming;
    const left = coming.slice(fits.length);
    if (fits.length > 0) edit(reason, { kind: 'move', people: fits, to });
    // Whose seat it is already may still be elsewhere: they go there, and need no further seat.
    const home = isLive(now) ? known.filter((person) => isAway(now, person, to)) : [];
    const going = [...home, ...fits];
    if (isLive(now) && going.length > 0) live.send(going, to);
    return { moved: going, left, full: room.free - fits.length <= 0 };
  };

  /** Undo or redo. While the rooms are open, whoever sits elsewhere now really goes there. */
  const step = (event: { readonly type: 'plan.undone' | 'plan.redone' }) => {
    const before = state().plan.seats;
    if (isLive(state()) && whyNotPlan(state())) return;
    dispatch(event);
    if (!isLive(state())) return;
    const going = new Map<RoomKey | 'main', PersonKey[]>();
    for (const { key } of everybody(state())) {
      const to = state().plan.seats.get(key);
      if (to === before.get(key)) continue;
      going.set(to ?? 'main', [...(going.get(to ?? 'main') ?? []), key]);
    }
    for (const [to, people] of going) live.send(people, to);
  };

  return {
    setRoomCount,
    proposeRooms(count) {
      if (state().plan.rooms.length === 0)
        edit('proposal', ...drawn(Math.min(count, state().limits.maxRooms)));
    },
    setRoomSize(people) {
      const size = Math.max(1, Math.trunc(people));
      if (!Number.isFinite(size)) return;
      const { rooms: count } = roomsForSize({ people: splittable().length, size, limits: state().limits });
      setRoomCount(Math.max(1, count));
    },
    addRoom: () => edit('rooms', { kind: 'add-room' }),
    removeRoom: ({ roomKey }) => edit('rooms', { kind: 'remove-room', roomKey }),
    renameRoom({ roomKey, name }) {
      edit('rename', { kind: 'rename', roomKey, name });
      if (isLive(state())) live.renamed();
    },
    movePeople,
    reshuffle() {
      // What people chose is not drawn again over their heads.
      if (isLive(state()) || state().plan.split === 'choose') return;
      const { seats } = reshuffle({
        ...wishes(),
        people: splittable(),
        rooms: rooms(),
        present: present(),
        locked: state().plan.locked,
      });
      edit('reshuffle', { kind: 'seats', seats });
    },
    placeRemaining() {
      if (isLive(state())) return;
      const { seats } = placeRemaining({
        ...wishes(),
        people: pool(state()).unassigned,
        seats: present(),
        rooms: rooms(),
      });
      edit('fill', { kind: 'seats', seats });
    },
    fixRoom({ roomKey }) {
      if (isLive(state()) || !state().plan.rooms.some((room) => room.key === roomKey)) return;
      // Only this room is held to its limit: a neighbour that is over too has a remedy of its own.
      const limits = rooms().map((room) =>
        room.key === roomKey ? room : { ...room, capacity: Math.max(room.capacity, taken(room.key)) },
      );
      const seats = fixOverfull({
        ...wishes(),
        seats: present(),
        rooms: limits,
        locked: state().plan.locked,
      });
      edit('fill', { kind: 'seats', seats });
    },
    setSplit(split) {
      const now = state();
      if (split === 'choose' && whyNotChoose(now)) return;
      if (split === 'even' && now.plan.rooms.length > 0 && now.plan.split !== 'even') {
        // What people chose they keep; the others are spread over what is left.
        const placed = now.plan.split === 'choose' ? present() : locked();
        const { seats } = evenSplit({ ...wishes(), people: splittable(), rooms: rooms(), placed });
        edit('settings', { kind: 'split', split }, { kind: 'seats', seats });
      } else if (split === 'choose' && now.plan.split === 'even') {
        // A seat that was drawn is nobody's wish.
        edit('settings', { kind: 'split', split }, { kind: 'seats', seats: locked() });
      } else edit('settings', { kind: 'split', split });
    },
    setOpening: (opening) => edit('settings', { kind: 'opening', opening }),
    setMinutes: (minutes) => edit('settings', { kind: 'minutes', minutes }),
    setLate: (late) => edit('settings', { kind: 'late', late }),
    setCapacity: (seats) => edit('settings', { kind: 'capacity', capacity: seats }),
    setRoomCapacity: ({ roomKey, seats }) =>
      edit('settings', { kind: 'room-capacity', roomKey, capacity: seats }),
    setRules: (rules) => edit('rules', { kind: 'rules', rules: { ...state().plan.rules, ...rules } }),
    ...createMixing(
      state,
      () => ({ ...wishes(), people: splittable(), rooms: rooms(), placed: locked() }),
      edit,
    ),
    setLocked: ({ people, on }) => edit('settings', { kind: 'lock', people, on }),
    setLead: ({ people, on }) => edit('settings', { kind: 'lead', people, on }),
    undo: () => step({ type: 'plan.undone' }),
    redo: () => step({ type: 'plan.redone' }),
    applySetup(setup) {
      if (isLive(state())) return;
      const count = Math.min(setup.rooms.length, state().limits.maxRooms);
      const keys = editPlan(state().plan, { kind: 'rooms', count }, state().limits.maxRooms).rooms;
      const edits: readonly PlanEdit[] = [
        { kind: 'rooms', count },
        ...keys.flatMap(({ key }, at): readonly PlanEdit[] => [
          { kind: 'rename', roomKey: key, name: setup.rooms[at]?.name ?? null },
          { kind: 'room-capacity', roomKey: key, capacity: setup.rooms[at]?.seats ?? null },
        ]),
        { kind: 'capacity', capacity: setup.seats },
        { kind: 'opening', opening: setup.opening },
        { kind: 'minutes', minutes: setup.minutes },
        { kind: 'rules', rules: { ...state().plan.rules, leadEach: setup.leadEach } },
        { kind: 'split', split: setup.split },
      ];
      if (setup.split !== 'even') return edit('settings', ...edits);
      const plan = edits.reduce((now, one) => editPlan(now, one, state().limits.maxRooms), state().plan);
      const { seats } = evenSplit({
        ...wishes(),
        people: splittable(),
        rooms: roomsOf({ ...state(), plan }),
        placed: new Map([...locked()].filter(([, room]) => keys.some(({ key }) => key === room))),
      });
      return edit('settings', ...edits, { kind: 'seats', seats });
    },
    replacePlan: (plan) => edit('host', { kind: 'replace', plan }),
  };

  function taken(roomKey: RoomKey): number {
    let count = 0;
    for (const room of present().values()) if (room === roomKey) count += 1;
    return count;
  }
}

/** Whether somebody has their seat in this open room and is not there. */
function isAway(state: State, person: PersonKey, room: RoomKey): boolean {
  const place = state.people.get(person)?.place;
  if (state.plan.seats.get(person) !== room || !place) return false;
  return place.at !== 'in-room' || place.roomKey !== room;
}
