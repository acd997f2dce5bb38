/** Finding people: by a few letters of their name, and by what a moderator has to look at. */
import { searchKey } from '../searchKey.js';
import { memo } from '../memo.js';
import type { Person, PersonKey, State } from '../types.js';
import { everybody } from './people.js';
import { conflicted, pool } from './plan.js';
import { plannedFor, roomCapacity } from './rooms.js';

/** A kind of people that a moderator may want to see alone. */
export type PeopleFilter = 'unassigned' | 'late' | 'locked' | 'conflict';

/** All of them, in the order they are offered. */
export const PEOPLE_FILTERS: readonly PeopleFilter[] = ['unassigned', 'late', 'locked', 'conflict'];

/** What is looked for. */
export interface Finding {
  /** As it was typed. */
  readonly text: string;
  /** People of at least one of these kinds. None: of every kind. */
  readonly filters: ReadonlySet<PeopleFilter>;
}

/** Nothing is looked for: everybody is there. */
export const FINDING_NOBODY: Finding = { text: '', filters: new Set() };

/** Whether anything is looked for. */
export const isFinding = ({ text, filters }: Finding): boolean => searchKey(text) !== '' || filters.size > 0;

/** What somebody is found by. */
export interface Findable {
  /** Their name and their addresses: any part of it finds them. */
  readonly words: string;
  /** Ids that nobody reads, only copies: the whole of one finds them, or two letters would find strangers. */
  readonly ids: readonly string[];
}

const known = new WeakMap<Person, Findable>();

/** What this person is found by. Worked out once for each person: thousands are not folded again at each letter. */
export function findableOf(person: Person): Findable {
  let findable = known.get(person);
  if (!findable) {
    const { name, userRef } = person;
    const ref = userRef === null ? '' : searchKey(userRef);
    const isAddress = ref.includes('@');
    const words = isAddress ? `${searchKey(name)} ${ref}` : searchKey(name);
    known.set(person, (findable = { words, ids: isAddress || ref === '' ? [] : [ref] }));
  }
  return findable;
}

/** What only the application knows of somebody, such as their address; empty where it knows nothing. */
export type WordsOf = (person: Person) => string;

/** A test for people by what was typed: every word of it is somewhere in their name or address, in any order. */
export function byText(text: string, wordsOf?: WordsOf): (person: Person) => boolean {
  const wanted = searchKey(text);
  if (wanted === '') return () => true;
  const words = wanted.split(' ');
  return (person) => {
    const findable = findableOf(person);
    if (words.every((word) => findable.words.includes(word)) || findable.ids.includes(wanted)) return true;
    // The application is asked only for those whose name did not do.
    const more = wordsOf ? searchKey(wordsOf(person)) : '';
    return more !== '' && words.every((word) => findable.words.includes(word) || more.includes(word));
  };
}

/** The people of each kind. */
export const peopleByFilter: (state: State) => Readonly<Record<PeopleFilter, ReadonlySet<PersonKey>>> = memo(
  (state: State) => [state.people, state.plan, state.limits],
  (state: State) => {
    const keysOf = (is: (person: Person) => boolean) =>
      new Set(
        everybody(state)
          .filter(is)
          .map(({ key }) => key),
      );
    const overfull = state.plan.rooms.flatMap(({ key }) => {
      const there = plannedFor(state, key);
      return there.length > roomCapacity(state, key) ? there : [];
    });
    const conflicts = new Set([...conflicted(state), ...overfull]);
    return {
      unassigned: new Set(pool(state).unassigned),
      late: keysOf((person) => person.late),
      locked: keysOf(({ key }) => state.plan.locked.has(key)),
      conflict: keysOf(({ key }) => conflicts.has(key)),
    };
  },
);

/** Everybody who is found, or `null` when nothing is looked for. */
export function found(state: State, finding: Finding, wordsOf?: WordsOf): ReadonlySet<PersonKey> | null {
  if (!isFinding(finding)) return null;
  const isNamed = byText(finding.text, wordsOf);
  const kinds = [...finding.filters].map((filter) => peopleByFilter(state)[filter]);
  const isOfKind = (key: PersonKey) => kinds.length === 0 || kinds.some((kind) => kind.has(key));
  return new Set(
    everybody(state)
      .filter((person) => isOfKind(person.key) && isNamed(person))
      .map(({ key }) => key),
  );
}
