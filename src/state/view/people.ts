/** Views of people: who can be split, how each is named, and where each stands. */
import { displayName, sameNameKey } from '../displayName.js';
import { memo, steady } from '../memo.js';
import { canBeSplit, isSameInDraft } from '../roster.js';
import type { Call, Person, PersonKey, RoomKey, Seats, State } from '../types.js';
import { VersionedMap } from '../versionedMap.js';
import type { Ladder, Status } from '../views.js';

/** Everybody who can be split, in order of arrival. */
export const everybody: (state: State) => readonly Person[] = memo(
  (state: State) => [state.people],
  (state: State) => {
    const people: Person[] = [];
    let last = -Infinity;
    let isSorted = true;
    for (const person of state.people.values()) {
      if (!canBeSplit(person)) continue;
      if (person.order < last) isSorted = false;
      last = person.order;
      people.push(person);
    }
    return isSorted ? people : people.toSorted((a, b) => a.order - b.order);
  },
);

/**
 * Everybody, as far as a draft minds: the same list until somebody comes, goes, is called something else, or becomes or
 * ceases to be a moderator. Most of what happens to people is none of these, and what hangs on this list is not worked out
 * again for it. Where somebody is and what their kit can do may be out of date in it.
 */
export const roster: (state: State) => readonly Person[] = memo(
  ({ people }: State) => [people instanceof VersionedMap ? people.outline : people],
  steady(
    everybody,
    (before, now) =>
      before.length === now.length &&
      before.every((was, at) => {
        const is = now[at];
        return was === is || (is !== undefined && was.key === is.key && isSameInDraft(was, is));
      }),
  ),
);

/** Their keys. */
export const everybodyKeys: (state: State) => readonly PersonKey[] = memo(
  (state: State) => [roster(state)],
  (state: State) => roster(state).map((person) => person.key),
);

/** Names kept at most: more than there are people anywhere, and then it begins anew. */
const MOST_NAMES = 20_000;
/** Longer ones are not worth keeping. */
const LONGEST_NAME = 200;

/** Works something out once for each name: it is slow, and asked of everybody whenever something happens to one. */
function onceForEachName(workOut: (name: string) => string): (person: Pick<Person, 'name'>) => string {
  const known = new Map<string, string>();
  return ({ name }) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const answer = workOut(name);
    if (known.size >= MOST_NAMES) known.clear();
    if (name.length <= LONGEST_NAME) known.set(name, answer);
    return answer;
  };
}

/** A person's name as it may be shown; empty when nothing of it would be seen. */
export const shownName = onceForEachName((name) => displayName(name, ''));

/** What two names have in common that look the same: what people are told apart by. */
export const nameKeyOf: (person: Pick<Person, 'name'>) => string = onceForEachName((name) =>
  sameNameKey(displayName(name, '')),
);

/** For people of the same name, 1, 2, … in order of arrival. Others are not in it. */
export const twins: (state: State) => ReadonlyMap<PersonKey, number> = memo(
  (state: State) => [roster(state)],
  (state: State) => {
    const byName = new Map<string, PersonKey[]>();
    for (const person of roster(state)) {
      const name = nameKeyOf(person);
      const same = byName.get(name);
      if (same) same.push(person.key);
      else byName.set(name, [person.key]);
    }
    const numbers = new Map<PersonKey, number>();
    for (const [name, same] of byName)
      if (name !== '' && same.length > 1) same.forEach((key, index) => numbers.set(key, index + 1));
    return numbers;
  },
);

/** Which people an open invitation call is about. */
const inviting: (state: State) => ReadonlyMap<PersonKey, Call> = memo(
  (state: State) => [state.calls],
  (state: State) => {
    const calls = new Map<PersonKey, Call>();
    for (const call of state.calls.values())
      if (call.kind === 'invite' && !call.overdue) for (const key of call.people) calls.set(key, call);
    return calls;
  },
);

/** Where somebody stands, as the screen says it. */
export interface Standing {
  readonly status: Status;
  readonly roomKey: RoomKey | null;
  readonly since: number;
  readonly until: number | null;
}

/** What decides where people stand, beside each of them. */
export interface Circumstances {
  readonly inviting: ReadonlyMap<PersonKey, Call>;
  readonly seats: Seats;
  readonly phase: State['round']['phase'];
  readonly inviteTime: number;
}

/** What it is now. */
export const circumstances = (state: State): Circumstances => ({
  inviting: inviting(state),
  seats: state.plan.seats,
  phase: state.round.phase,
  inviteTime: state.times.invite,
});

/** Where a person stands: facts, with open calls laid over. */
export const standing = (state: State, person: Person): Standing => standingIn(circumstances(state), person);

/** The same for one person after the other. */
export function standingIn(
  { inviting: asked, seats, phase, inviteTime }: Circumstances,
  person: Person,
): Standing {
  const { place } = person;
  if (person.awayUntil !== null) {
    const kept = place.at === 'main' ? { roomKey: null, since: person.joinedAt } : place;
    return { status: 'away', roomKey: kept.roomKey, since: kept.since, until: person.awayUntil };
  }
  const call = asked.get(person.key);
  if (call && place.at !== 'in-room' && place.at !== 'joining')
    return { status: 'inviting', roomKey: call.roomKey, since: call.sentAt, until: null };
  if (place.at === 'main') {
    const seat = seats.get(person.key) ?? null;
    const planned = seat !== null && (phase === 'draft' || phase === 'opening');
    return {
      status: planned ? 'planned' : 'main',
      roomKey: planned ? seat : null,
      since: person.joinedAt,
      until: null,
    };
  }
  const until = place.at === 'invited' ? place.since + inviteTime : null;
  return { status: place.at, roomKey: place.roomKey, since: place.since, until };
}

const stepOf = (status: Status): keyof Ladder => (status === 'inviting' ? 'invited' : status);

/** The people on each step of the ladder. */
const steps: (state: State) => ReadonlyMap<keyof Ladder, readonly PersonKey[]> = memo(
  (state: State) => [state.people, state.plan, state.round, state.calls],
  (state: State) => {
    const people = new Map<keyof Ladder, PersonKey[]>();
    const now = circumstances(state);
    for (const person of everybody(state)) {
      const step = stepOf(standingIn(now, person).status);
      const there = people.get(step);
      if (there) there.push(person.key);
      else people.set(step, [person.key]);
    }
    return people;
  },
);

/** How many people stand on each step; the sum is everybody. An invitation under way counts as invited. */
export const ladder: (state: State) => Ladder = memo(
  (state: State) => [state.people, state.plan, state.round, state.calls],
  countSteps,
);

function countSteps(state: State): Ladder {
  const count = (step: keyof Ladder) => steps(state).get(step)?.length ?? 0;
  return {
    planned: count('planned'),
    invited: count('invited'),
    joining: count('joining'),
    'in-room': count('in-room'),
    'no-answer': count('no-answer'),
    declined: count('declined'),
    failed: count('failed'),
    main: count('main'),
    away: count('away'),
  };
}

const NOBODY: readonly PersonKey[] = [];

/** The people on one step, in order of arrival. */
export const peopleAt = (state: State, step: keyof Ladder): readonly PersonKey[] =>
  steps(state).get(step) ?? NOBODY;

/** Where everybody is who has not come back to main, for the end of a round. */
export interface Outside {
  /** Their kit, or the service, can bring them. */
  readonly recallable: readonly PersonKey[];
  /** Neither can: they have to be asked. */
  readonly beyondRecall: readonly PersonKey[];
}

/** Who is in a room or on the way to one, oneself aside, and whether they can be brought back. */
export const outside: (state: State) => Outside = memo(
  (state: State) => [state.people, state.capabilities, state.self],
  (state: State) => {
    const { recall, wire } = state.capabilities;
    const people = everybody(state).filter(
      ({ key, place, still }) =>
        key !== state.self.key && (place.at === 'in-room' || place.at === 'joining' || still !== null),
    );
    const can = ({ hasKit }: Person) => recall || (wire && hasKit);
    return {
      recallable: people.filter(can).map(({ key }) => key),
      beyondRecall: people.filter((person) => !can(person)).map(({ key }) => key),
    };
  },
);
