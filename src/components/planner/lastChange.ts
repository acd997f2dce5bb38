/** What the last step of the draft was, in a few words: the undo button says what it would take back. */
import type { Messages } from '../../messages.js';
import type { PersonKey, Plan, State } from '../../state/types.js';
import { labelOf, placeLabel } from '../moving/labels.js';

/** The words for it, or `null` when there is nothing to undo. */
export function lastChange(state: State, messages: Messages): string | null {
  const before = state.past.at(-1);
  if (!before) return null;
  const { plan } = state;
  const { changes } = messages.planner;
  if (before.rooms.length !== plan.rooms.length) return changes.rooms;
  if (before.rooms.some((room, at) => room.name !== plan.rooms[at]?.name)) return changes.rename;
  const moved = movedBetween(before, plan);
  const [first] = moved;
  if (moved.length === 1 && first !== undefined)
    return changes.moveOne(labelOf(state, first, messages), placeLabel(state, seat(plan, first), messages));
  if (moved.length > 1) return changes.move(moved.length);
  if (!sameMembers(before.leads, plan.leads)) return changes.lead;
  return sameMembers(before.locked, plan.locked) ? changes.settings : changes.lock;
}

const sameMembers = (a: ReadonlySet<PersonKey>, b: ReadonlySet<PersonKey>) =>
  a === b || (a.size === b.size && [...a].every((key) => b.has(key)));

const seat = ({ seats, staying }: Plan, key: PersonKey) =>
  seats.get(key) ?? (staying.has(key) ? 'main' : 'none');

function movedBetween(before: Plan, after: Plan): readonly PersonKey[] {
  const keys = new Set([...before.seats.keys(), ...after.seats.keys(), ...before.staying, ...after.staying]);
  return [...keys].filter((key) => seat(before, key) !== seat(after, key));
}
