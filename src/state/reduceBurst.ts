/** Thousands of facts about people in one go: what a meeting of thousands tells when something happens to all of them. */
import type { KitEvent } from './events.js';
import { reduceAt } from './reduce.js';
import type { ClientId, Person, PersonKey, State } from './types.js';
import { VersionedMap } from './versionedMap.js';
import { isOffering } from './view/choosing.js';

/** A fact about one person that changes nothing but them, and at no moment of its own. */
export type PersonFact = Extract<KitEvent, { type: 'role.changed' | 'occupant.left' }>;

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
export function reduceBurst(state: State, facts: readonly PersonFact[]): State {
  const { people, at } = state;
  const telling = facts.length > people.size ? lastWords(facts) : facts;
  if (!(people instanceof VersionedMap))
    return telling.reduce((next, fact) => reduceAt(next, fact, at), state);
  const open = (people as VersionedMap<PersonKey, Person>).open();
  let next: State = { ...state, people: open };
  for (const fact of telling) next = reduceAt(next, fact, at);
  return open.close() === people ? state : next;
}

/** Where more was said than there are people, only the last word on somebody's part counts; all else is heard. */
function lastWords(facts: readonly PersonFact[]): readonly PersonFact[] {
  const said = new Set<ClientId>();
  const kept: PersonFact[] = [];
  for (const fact of facts.toReversed()) {
    if (fact.type === 'role.changed') {
      if (said.has(fact.clientId)) continue;
      said.add(fact.clientId);
    }
    kept.push(fact);
  }
  return kept.toReversed();
}
