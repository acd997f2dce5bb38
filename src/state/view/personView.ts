/** One person as a row needs them: thousands of readers, most of whom have to hear quickly that nothing happened to theirs. */
import { alike } from '../maps.js';
import { memo, steady } from '../memo.js';
import type { Person, PersonKey, State } from '../types.js';
import { VersionedMap } from '../versionedMap.js';
import type { PersonView } from '../views.js';
import { circumstances, shownName, standingIn, twins, type Circumstances } from './people.js';

/** All that a person's view says beside the person. */
interface Surroundings extends Circumstances {
  readonly twins: ReadonlyMap<PersonKey, number>;
  readonly leads: ReadonlySet<PersonKey>;
  readonly locked: ReadonlySet<PersonKey>;
  readonly self: PersonKey | null;
}

/** The same object until one of these changes. */
const surroundings: (state: State) => Surroundings = steady(
  (state: State): Surroundings => ({
    ...circumstances(state),
    twins: twins(state),
    leads: state.plan.leads,
    locked: state.plan.locked,
    self: state.self.key,
  }),
  alike,
);

/** A person's view, and what it was drawn from. */
interface Drawn {
  person: Person;
  among: Surroundings;
  view: PersonView;
}

/** What was drawn last of each person, for each meeting by itself. */
const drawnOf: (meeting: object) => Map<PersonKey, Drawn> = memo(
  (meeting: object) => [meeting],
  () => new Map<PersonKey, Drawn>(),
);

/** What is the same for all readers of one state. */
interface Outlook {
  readonly among: Surroundings;
  readonly drawn: Map<PersonKey, Drawn>;
}

const outlooks = new WeakMap<State, Outlook>();

/** Not a `memo`, which takes as long as all the rest of asking for a person of whom nothing is new. */
function outlook(state: State): Outlook {
  const known = outlooks.get(state);
  if (known) return known;
  const { people } = state;
  const meeting = people instanceof VersionedMap ? people.family : people;
  const now = { among: surroundings(state), drawn: drawnOf(meeting) };
  outlooks.set(state, now);
  return now;
}

/** One person, or `null` when they have left. The same object as long as it says the same. */
export function personView(state: State, key: PersonKey): PersonView | null {
  const { among, drawn } = outlook(state);
  const person = state.people.get(key);
  const known = drawn.get(key);
  if (!person) {
    if (known) drawn.delete(key);
    return null;
  }
  if (!known) {
    const view = draw(person, among);
    drawn.set(key, { person, among, view });
    return view;
  }
  if (known.person === person && known.among === among) return known.view;
  const view = draw(person, among);
  if (!alike(known.view, view)) known.view = view;
  known.person = person;
  known.among = among;
  return known.view;
}

function draw(person: Person, among: Surroundings): PersonView {
  const { key, place } = person;
  const { status, roomKey, since, until } = standingIn(among, person);
  return {
    key,
    name: shownName(person),
    order: person.order,
    twin: among.twins.get(key) ?? 0,
    role: person.role,
    isSelf: key === among.self,
    late: person.late,
    lead: among.leads.has(key),
    locked: among.locked.has(key),
    evidence: place.at === 'in-room' ? place.evidence : 'confirmed',
    failure: place.at === 'failed' ? place.failure : null,
    status,
    roomKey,
    since,
    until,
  };
}

/** Whose view may say something else than it did in an earlier state; `null` when it may be anybody's. */
export function peopleTouched(state: State, earlier: State): readonly PersonKey[] | null {
  // Asked first: what looks at the earlier people makes them forget what became of them.
  const changed = changedPeople(state.people, earlier.people);
  return alike(outlook(earlier).among, outlook(state).among) ? changed : null;
}

function changedPeople(now: State['people'], before: State['people']): readonly PersonKey[] | null {
  if (now === before) return NOBODY;
  return now instanceof VersionedMap && before instanceof VersionedMap
    ? (now as VersionedMap<PersonKey, Person>).since(before as VersionedMap<PersonKey, Person>)
    : null;
}

const NOBODY: readonly PersonKey[] = [];
