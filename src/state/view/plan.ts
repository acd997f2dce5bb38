/** Views of the draft: who has no seat, what to look at before opening, how large rooms come out. */
import { displayName, sameNameKey } from '../displayName.js';
import { memo } from '../memo.js';
import { redoTarget, undoTarget } from '../plan.js';
import type { PersonKey, State } from '../types.js';
import type { PlanWarning } from '../views.js';
import { everybody, twins } from './people.js';
import { capacity, plannedFor } from './rooms.js';

/** Everybody of the draft, by the rail's three groups. */
export interface Pool {
  readonly unassigned: readonly PersonKey[];
  readonly staying: readonly PersonKey[];
  readonly seated: readonly PersonKey[];
}

/** The rail's groups. Moderators stay in the main room unless somebody seats them. */
export const pool: (state: State) => Pool = memo(
  (state: State) => [state.people, state.plan],
  (state: State) => {
    const unassigned: PersonKey[] = [];
    const staying: PersonKey[] = [];
    const seated: PersonKey[] = [];
    for (const person of everybody(state)) {
      if (state.plan.seats.has(person.key)) seated.push(person.key);
      else if (state.plan.staying.has(person.key) || person.role === 'moderator') staying.push(person.key);
      else unassigned.push(person.key);
    }
    return { unassigned, staying, seated };
  },
);

/** How many people a fair split puts in a room: "5 people each", "5–6 people each". */
export const eachHint: (state: State) => { readonly least: number; readonly most: number } = memo(
  (state: State) => [state.people, state.plan, state.limits],
  evenHint,
);

function evenHint(state: State): { readonly least: number; readonly most: number } {
  const { unassigned, seated } = pool(state);
  const rooms = state.plan.rooms.length;
  const people = Math.min(unassigned.length + seated.length, rooms * capacity(state));
  if (rooms === 0) return { least: 0, most: 0 };
  return { least: Math.floor(people / rooms), most: Math.ceil(people / rooms) };
}

/** What somebody should look at, what blocks opening first. */
export const planWarnings: (state: State) => readonly PlanWarning[] = memo(
  (state: State) => [state.people, state.plan, state.limits],
  (state: State) => {
    const warnings: PlanWarning[] = [];
    const of = capacity(state);
    const { unassigned, seated } = pool(state);
    const seats = state.plan.rooms.length * of;
    for (const room of state.plan.rooms) {
      const over = roomsTaken(state, room.key) - of;
      if (over > 0)
        warnings.push({
          kind: 'over',
          level: 'stop',
          roomKey: room.key,
          count: over,
          name: null,
          remedy: 'fix',
        });
    }
    if (unassigned.length > 0) {
      const kind = seated.length >= seats ? 'no-seats' : 'unassigned';
      const remedy = kind === 'unassigned' ? 'place' : null;
      warnings.push({ kind, level: 'look', roomKey: null, count: unassigned.length, name: null, remedy });
    }
    for (const room of state.plan.rooms)
      if (roomsTaken(state, room.key) === 0 && seated.length > 0)
        warnings.push({
          kind: 'empty',
          level: 'look',
          roomKey: room.key,
          count: 0,
          name: null,
          remedy: 'remove',
        });
    const named = new Map<string, { name: string; count: number }>();
    for (const person of everybody(state)) {
      if (!twins(state).has(person.key)) continue;
      const name = displayName(person.name, '');
      const same = named.get(sameNameKey(name));
      named.set(sameNameKey(name), { name, count: (same?.count ?? 0) + 1 });
    }
    for (const { name, count } of named.values())
      warnings.push({ kind: 'twins', level: 'look', roomKey: null, count, name, remedy: null });
    return warnings;
  },
);

// By seat, open rooms or not: the draft is what these warnings are about.
const roomsTaken = (state: State, roomKey: string) => plannedFor(state, roomKey).length;

/** Whether undo has something to take back. While the rooms are open, only what was changed since they opened. */
export const canUndo = (state: State): boolean => undoTarget(state) !== null;

/** Whether redo has something to bring back. */
export const canRedo = (state: State): boolean => redoTarget(state) !== null;
