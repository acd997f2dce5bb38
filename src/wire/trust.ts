/**
 * Whose word counts. Judged by the envelope's sender and this kit's own roster; nothing in a body is believed about its sender.
 */
import type { ClientId, State } from '../state/types.js';
import { KINDS, type WireMessage } from './messages.js';

/**
 * `trusted`: do as it says. `refused`: the sender is known not to be a moderator, or is not here.
 * `not-known`: the service hides who is here, or their roles (privacy mode). Then an order becomes an offer.
 */
export type Trust = 'trusted' | 'not-known' | 'refused';

/** A message and who sent it, by the envelope. */
export interface Word {
  readonly message: WireMessage;
  readonly from: ClientId;
}

/** Weighs a message by its sender. */
export function trustIn(state: Pick<State, 'people' | 'clients'>, { message, from }: Word): Trust {
  if (!needsModerator(message)) return 'trusted';
  const key = state.clients.get(from);
  const person = key === undefined ? undefined : state.people.get(key);
  // A dropped person's old connection speaks for nobody, even while their place is kept.
  if (person?.clientId !== from) return hidesModerators(state) ? 'not-known' : 'refused';
  if (person.role === 'moderator') return 'trusted';
  return person.role === 'unknown' ? 'not-known' : 'refused';
}

/** A meeting in which this kit sees no moderator at all hides them: somebody did open the rooms. */
function hidesModerators({ people }: Pick<State, 'people'>): boolean {
  for (const person of people.values())
    if (person.role === 'moderator' && person.clientId !== null) return false;
  return true;
}

/** Whether to do what a message says: moderators' kinds only from a moderator who is here now. */
export function mayObey(state: Pick<State, 'people' | 'clients'>, word: Word): boolean {
  return trustIn(state, word) === 'trusted';
}

function needsModerator(message: WireMessage): boolean {
  // Anybody may say hello, but one question makes every kit answer: only moderators may put it.
  if (message.kind === 'hello') return message.ask;
  return KINDS[message.kind].from === 'moderators';
}
