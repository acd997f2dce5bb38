/** Lists of people and rooms: one is applied to the draft as one step, and whoever of it comes later is seated then. */
import type { AddedRoom, ListChange, ListSeat } from '../planner/list/listChange.js';
import type { Happening, PlanEdit } from '../state/events.js';
import { isAnybodyExpected, sameExpected } from '../state/expected.js';
import { personOf } from '../state/people.js';
import { editPlan } from '../state/plan.js';
import { whyNotPlan } from '../state/rules.js';
import type { Expected, Person, PersonKey, RoomKey, State } from '../state/types.js';
import type { Core } from './core.js';
import { guarded } from './tap.js';
import type { Actions, ListOutcome, PersonInfo, SessionOptions } from './types.js';

/** Lists, and who of them has come. */
export interface Listing extends Pick<Actions, 'applyList' | 'forgetExpected'> {
  /** What the application knows of somebody. Never throws: an error in its code is reported, and nothing is known. */
  readonly personInfo: (key: PersonKey) => PersonInfo;
  /** Something happened to people: who has just become known may be expected. */
  readonly welcome: (event: Happening, before: State) => void;
}

const NOTHING_DONE: ListOutcome = { placed: [], expected: 0 };

/** Makes them. */
export function createListing(
  { state, dispatch, clock }: Core,
  { personInfo: ask }: Pick<SessionOptions, 'personInfo'>,
): Listing {
  const personInfo = (key: PersonKey): PersonInfo => {
    const person = state().people.get(key);
    let info: PersonInfo | null | undefined;
    if (ask && person)
      guarded(() => {
        const { clientId, userRef, name } = person;
        info = ask({ clientId, userRef, name });
      });
    return { email: textOf(info?.email) };
  };
  const emailOf = (key: PersonKey) => personInfo(key).email ?? null;
  const isDraft = () => state().round.phase === 'draft' && whyNotPlan(state()) === null;

  const waiting = new Set<PersonKey>();
  let asked = false;
  /** One step for a burst of arrivals: so two people of one name, who come together, are both seen before either is seated. */
  const seatSoon = () => {
    if (asked) return;
    asked = true;
    clock.frame(() => {
      asked = false;
      const arrivals = [...waiting]
        .filter((key) => state().people.has(key))
        .map((person) => ({ person, email: emailOf(person) }));
      waiting.clear();
      if (arrivals.length > 0 && isDraft() && isAnybodyExpected(state()))
        dispatch({ type: 'plan.joined', arrivals });
    });
  };

  return {
    personInfo,
    applyList(list) {
      const now = state();
      if (!isDraft()) return NOTHING_DONE;
      const { edits, placed, expected } = editsOf(now, list);
      if (edits.length > 0) dispatch({ type: 'plan.edited', edits, reason: 'import' });
      return { placed, expected };
    },
    forgetExpected(who) {
      if (whyNotPlan(state())) return;
      const { expected } = state().plan;
      const left = who ? expected.filter((entry) => !who.includes(entry)) : [];
      if (left.length === expected.length) return;
      dispatch({ type: 'plan.edited', edits: [{ kind: 'expect', expected: left }], reason: 'import' });
    },
    welcome(event, before) {
      if (event.type === 'person.joined') {
        const person = personOf(state(), event.person.clientId);
        if (person && isNews(person, before)) waiting.add(person.key);
      } else {
        // After a round everybody who came meanwhile is looked at; a roster may bring anybody.
        const all = event.type === 'round.reset';
        for (const person of state().people.values())
          if (all || isNews(person, before)) waiting.add(person.key);
      }
      if (waiting.size === 0) return;
      if (isAnybodyExpected(state())) seatSoon();
      else waiting.clear();
    },
  };
}

/** Whether somebody was not known before, or not by this name and reference. */
function isNews({ key, name, userRef, clientId }: Person, before: State): boolean {
  const was = before.people.get(key);
  return !was || was.name !== name || was.userRef !== userRef || (was.clientId === null && clientId !== null);
}

/** What an application gives may be anything. */
const textOf = (given: unknown): string | null =>
  typeof given === 'string' && given.trim() !== '' ? given.trim() : null;

/** A list as edits of one step. What became of its rooms and people since it was looked at counts. */
function editsOf(state: State, list: ListChange): ListOutcome & { readonly edits: readonly PlanEdit[] } {
  const edits: PlanEdit[] = [];
  const keys = addRooms(state, list.added, edits);
  for (const { roomKey, name } of list.renamed) edits.push({ kind: 'rename', roomKey, name });
  const { seats, locked, split } = state.plan;
  const unseated = (list.unseated ?? []).filter((key) => seats.has(key) && !locked.has(key));
  if (unseated.length > 0) edits.push({ kind: 'move', people: unseated, to: 'none' });
  const moves = new Map<RoomKey | 'main', PersonKey[]>();
  const marks = { lead: [[], []], lock: [[], []] } as {
    readonly lead: readonly [PersonKey[], PersonKey[]];
    readonly lock: readonly [PersonKey[], PersonKey[]];
  };
  const expected: Expected[] = [];
  const placed: PersonKey[] = [];
  for (const seat of list.people) {
    const to = seat.to === null ? null : seat.to === 'main' ? 'main' : keys.get(seat.to);
    if (to === undefined) continue;
    const person = seat.person !== null && state.people.has(seat.person) ? seat.person : null;
    if (person === null) {
      // Somebody who left since is expected back.
      if (to !== null && isNamed(seat)) expected.push({ ...identityOf(seat), to });
      continue;
    }
    if (to !== null) {
      placed.push(person);
      const group = moves.get(to);
      if (group) group.push(person);
      else moves.set(to, [person]);
    }
    if (seat.lead !== null) marks.lead[seat.lead ? 1 : 0].push(person);
    if (seat.locked !== null) marks.lock[seat.locked ? 1 : 0].push(person);
  }
  for (const [to, people] of moves) edits.push({ kind: 'move', people, to });
  for (const kind of ['lead', 'lock'] as const)
    for (const on of [false, true]) {
      const people = marks[kind][on ? 1 : 0];
      if (people.length > 0) edits.push({ kind, people, on });
    }
  if (expected.length > 0) {
    const others = state.plan.expected.filter((entry) => !expected.some((next) => sameExpected(entry, next)));
    edits.push({ kind: 'expect', expected: [...others, ...expected] });
  }
  // Places that somebody wrote down are not drawn again unless somebody says so. Where people choose, they go on choosing.
  const isPlacing = moves.size + unseated.length + expected.length > 0;
  if (split === 'even' && isPlacing) edits.push({ kind: 'split', split: 'hand' });
  return { edits, placed, expected: expected.length };
}

/** Adds the rooms, and tells which key each has in the draft. */
function addRooms(
  state: State,
  added: readonly AddedRoom[],
  edits: PlanEdit[],
): ReadonlyMap<RoomKey, RoomKey> {
  const keys = new Map(state.plan.rooms.map(({ key }) => [key, key]));
  let { plan } = state;
  for (const { key, name } of added) {
    const before = plan;
    plan = editPlan(plan, { kind: 'add-room' }, state.limits.maxRooms);
    const room = plan.rooms.at(-1);
    // No room is left: whoever should sit there stays where they are.
    if (plan === before || !room) break;
    edits.push({ kind: 'add-room' });
    keys.set(key, room.key);
    if (name !== null) edits.push({ kind: 'rename', roomKey: room.key, name });
  }
  return keys;
}

const isNamed = ({ name, email, userRef }: ListSeat) => (name ?? email ?? userRef) !== null;
const identityOf = ({ name, email, userRef }: ListSeat) => ({ name, email, userRef });
