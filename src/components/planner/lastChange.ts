/** What the last step of the draft was, in a few words: the undo button says what it would take back. */
import type { Messages } from '../../messages.js';
import { memo } from '../../state/memo.js';
import type { PersonKey, Plan, Rules, State } from '../../state/types.js';
import { labelOf, placeLabel } from '../moving/labels.js';

/** The words for it, or `null` when there is nothing to undo. */
export function lastChange(state: State, messages: Messages): string | null {
  const before = state.past.at(-1);
  if (!before) return null;
  const { plan } = state;
  const { changes } = messages.planner;
  if (isList(state)) return messages.list.change;
  if (before.rooms.length !== plan.rooms.length) return changes.rooms;
  if (before.rooms.some((room, at) => room.name !== plan.rooms[at]?.name)) return changes.rename;
  if (before.rules !== plan.rules) return ruleChange(before.rules, plan.rules, state, messages);
  if (before.ahead !== plan.ahead && plan.ahead.length > 0) return messages.options.changes.rounds;
  const moved = movedLast(state);
  const [first] = moved;
  if (moved.length === 1 && first !== undefined)
    return changes.moveOne(labelOf(state, first, messages), placeLabel(state, seat(plan, first), messages));
  if (moved.length > 1) return changes.move(moved.length);
  if (!sameMembers(before.leads, plan.leads)) return changes.lead;
  if (!sameMembers(before.locked, plan.locked)) return changes.lock;
  return settingChange(before, state, messages);
}

/** Only a list waits for people, and only a list gives places together with a room's name or with the end of an even split. */
const isList = memo((state: State) => [state.plan, state.past], wasList);

function wasList(state: State): boolean {
  const { plan } = state;
  const before = state.past.at(-1) ?? plan;
  const waited = new Set(before.expected);
  if (plan.expected.some((entry) => !waited.has(entry))) return true;
  // A set-up and a split give names and places too, and draw the places evenly.
  if (plan.split === 'even') return false;
  const names = new Map(before.rooms.map(({ key, name }) => [key, name]));
  const isNamed = plan.rooms.some(({ key, name }) => name !== null && name !== (names.get(key) ?? null));
  const wasDrawn = before.split === 'even' && plan.split === 'hand';
  return (isNamed || wasDrawn) && movedLast(state).some((person) => seat(plan, person) !== 'none');
}

/** Which setting it was. */
function settingChange(before: Plan, state: State, messages: Messages): string {
  const { plan } = state;
  const { changes } = messages.options;
  const resized = plan.rooms.find((room, at) => room.capacity !== before.rooms[at]?.capacity);
  if (resized) return changes.seatsOf(placeLabel(state, resized.key, messages));
  if (before.capacity !== plan.capacity) return changes.seats;
  if (before.opening !== plan.opening) return changes.opening;
  if (before.split !== plan.split) return changes.split;
  if (before.minutes !== plan.minutes) return changes.minutes;
  if (before.late !== plan.late) return changes.late;
  return before.ahead === plan.ahead ? messages.planner.changes.settings : changes.rounds;
}

/** "keep Ana and Ben together", for a rule that was added. */
function ruleChange(before: Rules, after: Rules, state: State, messages: Messages): string {
  const { changes } = messages.options;
  const said = (['together', 'apart'] as const).flatMap((kind) =>
    added(before[kind], after[kind]).map((group) => ({ kind, group })),
  );
  const gone = (['together', 'apart'] as const).flatMap((kind) => added(after[kind], before[kind]));
  const [first] = said;
  if (said.length === 1 && gone.length === 0 && first) {
    const here = first.group.filter((key) => state.people.has(key));
    const who = here.map((key) => labelOf(state, key, messages));
    return changes[first.kind](who, first.group.length - here.length);
  }
  if (said.length === 0 && gone.length === 1) return changes.rule;
  return said.length + gone.length === 0 ? changes.leadEach : changes.rules;
}

const added = (before: Rules['together'], after: Rules['together']) =>
  after.filter((group) => !before.some((known) => sameMembers(new Set(known), new Set(group))));

const sameMembers = (a: ReadonlySet<PersonKey>, b: ReadonlySet<PersonKey>) =>
  a === b || (a.size === b.size && [...a].every((key) => b.has(key)));

const seat = ({ seats, staying }: Plan, key: PersonKey) =>
  seats.get(key) ?? (staying.has(key) ? 'main' : 'none');

/** Asked again with every event; thousands of seats are compared once for a step of the draft. */
const movedLast = memo(
  (state: State) => [state.plan, state.past],
  (state: State) => movedBetween(state.past.at(-1) ?? state.plan, state.plan),
);

function movedBetween(before: Plan, after: Plan): readonly PersonKey[] {
  const keys = new Set([...before.seats.keys(), ...after.seats.keys(), ...before.staying, ...after.staying]);
  return [...keys].filter((key) => seat(before, key) !== seat(after, key));
}
