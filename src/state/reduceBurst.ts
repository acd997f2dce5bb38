/** Thousands of facts about people in one go: what a meeting of thousands tells when something happens to all of them. */
import type { KitEvent } from './events.js';
import { reduce } from './reduce.js';
import type { ClientId, Person, PersonKey, State } from './types.js';
import { VersionedMap } from './versionedMap.js';
import { isOffering } from './view/choosing.js';

/** A fact about one person that changes nothing but them. */
export type PersonFact = Extract<KitEvent, { type: 'role.changed' | 'occupant.left' }>;

/** One that waits, with the moment of which it tells. */
type WaitingFact = PersonFact & { readonly at: number };

/**
 * Whether nobody has to hear of this at once: it is about somebody else, and nothing that this person or this kit does hangs
 * on it. Such facts do not change what is asked here, so it may be asked while others of them wait.
 */
export function canWait(state: State, event: KitEvent): event is PersonFact {
  if (event.type === 'role.changed')
    // An offer ends with its moderator.
    return event.clientId !== state.self.clientId && state.self.offer === null && !isOffering(state);
  return event.type === 'occupant.left' && !isOffering(state);
}

/** What becomes of the state by facts that could wait: the same as by `reduce`, one after the other. */
export function reduceBurst(state: State, facts: readonly WaitingFact[]): State {
  const { people } = state;
  const telling = facts.length > people.size ? lastWords(facts) : facts;
  if (!(people instanceof VersionedMap)) return telling.reduce(reduce, state);
  const open = (people as VersionedMap<PersonKey, Person>).open();
  let next: State = { ...state, people: open };
  for (const fact of telling) next = reduce(next, fact);
  return open.close() === people ? state : next;
}

/** Where more was said than there are people, only the last word on somebody's part counts; all else is heard. */
function lastWords(facts: readonly WaitingFact[]): readonly WaitingFact[] {
  const said = new Set<ClientId>();
  const kept: WaitingFact[] = [];
  for (const fact of facts.toReversed()) {
    if (fact.type === 'role.changed') {
      if (said.has(fact.clientId)) continue;
      said.add(fact.clientId);
    }
    kept.push(fact);
  }
  return kept.toReversed();
}
