/** Whose word stands: the highest rank this kit has seen, and whether it is its own. */
import type { ClientId, State } from '../state/types.js';
import type { WireMessage } from '../wire/messages.js';
import { inForce, newer, nextTerm, type Rank } from '../wire/terms.js';
import type { Core } from './core.js';

/** The memory of ranks of one session. */
export interface Ranks {
  /** The term under which this kit speaks. */
  readonly term: () => number;
  /** Whose rank is the highest, by connection; `null` where none is known. */
  readonly holder: () => ClientId | null;
  /** A version that no list of this kit had before. */
  readonly nextVersion: (by?: number) => number;
  /** From here on this moderator's word outranks what was said before; nothing where it does already. */
  readonly lead: () => void;
  /** The same under a term of its own, whatever was before: others may know this moderator by an earlier connection. */
  readonly renew: () => void;
  /** The named moderator's word counts from the next term on. */
  readonly give: (to: ClientId) => void;
  /** This kit's word stands, and its person moderates. */
  readonly isLeading: () => boolean;
  /** Whether a message still counts beside what was heard before; remembers it if so. */
  readonly admit: (message: WireMessage, from: ClientId) => boolean;
  /** Remembers who lists the rooms now, and says whether it was the same moderator before. */
  readonly listedBy: (lister: ClientId) => boolean;
  /** What others remember of a rank, after a reload. */
  readonly recall: (term: number) => void;
}

/** Makes it. Who has the highest rank is told to the state, whose screens say who runs the rooms. */
export function createRanks({ state, dispatch }: Pick<Core, 'state' | 'dispatch'>): Ranks {
  let highest: Rank | null = null;
  /** The newest of the kinds that carry a version: what is older comes too late. */
  const newest = new Map<WireMessage['kind'], Rank>();
  let leading = false;
  let version = 0;
  let lister: ClientId | null = null;

  const ownId = () => state().self.clientId ?? '';
  const take = (rank: Rank) => {
    highest = rank;
    leading = rank.from === ownId();
    dispatch({ type: 'driver.known', driver: driverOf(state(), rank.from) });
  };
  const renew = () => take({ term: nextTerm(highest), from: ownId() });
  return {
    term: () => highest?.term ?? 0,
    holder: () => highest?.from || null,
    nextVersion(by = 1) {
      version += by;
      return version - by + 1;
    },
    lead() {
      if (!leading || highest?.from !== ownId()) renew();
    },
    renew,
    give: (to) => take({ term: nextTerm(highest), from: to }),
    isLeading: () => leading && state().self.role === 'moderator',
    admit(message, from) {
      if (!('term' in message) || message.kind === 'known') return true;
      const rank: Rank = { term: message.term, from: speakerOf(message, from) };
      if (!inForce(rank, highest)) return false;
      if ('version' in message) {
        const list: Rank = { ...rank, version: message.version };
        if (!newer(list, newest.get(message.kind) ?? null)) return false;
        newest.set(message.kind, list);
      }
      if (newer(rank, highest)) take(rank);
      return true;
    },
    listedBy(now) {
      const isSame = lister === now;
      lister = now;
      return isSame;
    },
    recall(term) {
      if (term > (highest?.term ?? 0)) highest = { term, from: '' };
    },
  };
}

/** Whose rank a message has: who says so, but for those that name another moderator. */
export function speakerOf(message: WireMessage, from: ClientId): ClientId {
  if (message.kind === 'drive') return message.clientId;
  return message.kind === 'desk' ? (message.driver ?? from) : from;
}

const driverOf = (state: State, clientId: ClientId) => state.clients.get(clientId) ?? null;
