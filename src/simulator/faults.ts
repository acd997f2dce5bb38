/**
 * What can go wrong on purpose: a list of faults that is asked at every call, answer and event, and can be changed at any moment.
 */
import type { Random } from '../random.js';
import type { CallName } from './profiles.js';

/** Where a fault applies. What is left out means "any". */
export interface FaultPlace {
  /** Only these calls. */
  readonly call?: CallName | readonly CallName[];
  /** Only these events, for the kinds that begin with `event-`. */
  readonly event?: string | readonly string[];
  /** Only this person (an id as in `meeting.person(id)`). */
  readonly person?: string;
  /** How often it strikes before it is used up. Default: always. */
  readonly times?: number;
  /** How often it lets things pass first. Default 0. */
  readonly after?: number;
  /** How likely it strikes when it could, 0 to 1, by the meeting's seed. Default 1. */
  readonly chance?: number;
}

/** One fault, with the place where it strikes. */
export type Fault = FaultPlace &
  (
    | {
        /** No answer ever comes. The server did what was asked unless `effect` is false. */
        readonly kind: 'silent';
        readonly effect?: boolean;
      }
    | {
        /** The server answers as type "error", which the SDK passes to nobody. */
        readonly kind: 'error-ack';
        readonly effect?: boolean;
      }
    | {
        /** The answer is empty. */
        readonly kind: 'null-ack';
        readonly effect?: boolean;
      }
    | {
        /** The server refuses with this code: any number of section 8, an unknown one, or no number at all. */
        readonly kind: 'refused';
        readonly code: unknown;
        readonly msg?: unknown;
      }
    | {
        /** The callback is called a second time, at once or `ms` later. */
        readonly kind: 'twice';
        readonly ms?: number;
      }
    /** The callback is called before the method returns. */
    | { readonly kind: 'sync' }
    | {
        /** The callback comes `ms` after it should, and so after the events. */
        readonly kind: 'late';
        readonly ms: number;
      }
    /** The method is not there. */
    | { readonly kind: 'missing' }
    | {
        /** The method throws. */
        readonly kind: 'throws';
        readonly error?: Error;
      }
    /** The method returns a promise of the answer and calls no callback. */
    | { readonly kind: 'promise' }
    | {
        /** The microphone is refused (1144), missing (1143) or busy (1145). */
        readonly kind: 'media-denied';
        readonly code?: 1143 | 1144 | 1145;
      }
    /** The breakout room's own connection fails after a good answer. */
    | { readonly kind: 'room-connection-fails' }
    | {
        /** A `room-error` on the breakout room `ms` after a good join; `result` 0 is the bogus one of two builds. */
        readonly kind: 'late-room-error';
        readonly ms?: number;
        readonly result?: number;
      }
    | {
        /** A creation that succeeds with something else than the rooms asked for. */
        readonly kind: 'odd-create';
        readonly rooms: 'fewer' | 'more' | 'duplicates' | 'objects' | 'none' | 'absent' | readonly unknown[];
      }
    /** An event does not arrive at the listeners. */
    | { readonly kind: 'event-dropped' }
    /** An event arrives twice. */
    | { readonly kind: 'event-twice' }
    /** An event arrives after the next one. */
    | { readonly kind: 'event-reordered' }
    | {
        /** An event arrives `ms` late. */
        readonly kind: 'event-late';
        readonly ms: number;
      }
    | {
        /** An event's `message` is replaced by `payload`. */
        readonly kind: 'event-malformed';
        readonly payload: unknown;
      }
  );

/** The name of a kind of fault. */
export type FaultKind = Fault['kind'];

type FaultOf<Kind extends FaultKind> = Extract<Fault, { readonly kind: Kind }>;

/** The faults of a meeting. */
export interface Faults {
  /** Replaces all faults by these. */
  readonly set: (faults: Fault | readonly Fault[]) => void;
  /** Adds one, and returns what takes it away again. */
  readonly add: (fault: Fault) => () => void;
  /** Takes all away. */
  readonly clear: () => void;
  /** How often each kind has struck so far. */
  readonly counts: () => ReadonlyMap<FaultKind, number>;
}

/** Where something is happening that a fault may meet. */
export interface FaultScene {
  readonly call?: CallName;
  readonly event?: string;
  readonly person: string;
}

/** The faults, with the questions that the simulator asks. */
export interface FaultDesk extends Faults {
  /** Strikes if a fault of this kind applies here, and uses it up by one. */
  readonly strike: <Kind extends FaultKind>(kind: Kind, scene: FaultScene) => FaultOf<Kind> | undefined;
  /** Whether a fault of this kind applies here, without using it up. Chance is not asked. */
  readonly holds: (kind: FaultKind, scene: FaultScene) => boolean;
}

interface Entry {
  readonly fault: Fault;
  passes: number;
  left: number;
}

/** Makes the desk, with the faults a meeting begins with. */
export function createFaults(
  random: Random,
  samePerson: (reference: string, person: string) => boolean,
  first: Fault | readonly Fault[] = [],
): FaultDesk {
  const entries = new Set<Entry>();
  const counts = new Map<FaultKind, number>();

  const add = (fault: Fault) => {
    const entry: Entry = { fault, passes: fault.after ?? 0, left: fault.times ?? Infinity };
    entries.add(entry);
    return () => void entries.delete(entry);
  };
  const count = (kind: FaultKind) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const set = (faults: Fault | readonly Fault[]) => {
    entries.clear();
    for (const fault of 'kind' in faults ? [faults] : faults) add(fault);
  };
  const applies = ({ fault }: Entry, kind: FaultKind, scene: FaultScene) =>
    fault.kind === kind &&
    within(fault.call, scene.call) &&
    within(fault.event, scene.event) &&
    (fault.person === undefined || samePerson(fault.person, scene.person));

  set(first);
  return {
    set,
    add,
    clear: () => entries.clear(),
    counts: () => new Map(counts),
    holds(kind, scene) {
      for (const entry of entries) {
        if (entry.passes > 0 || !applies(entry, kind, scene)) continue;
        count(kind);
        return true;
      }
      return false;
    },
    strike<Kind extends FaultKind>(kind: Kind, scene: FaultScene) {
      for (const entry of entries) {
        if (!applies(entry, kind, scene)) continue;
        if (entry.passes > 0) {
          entry.passes -= 1;
          continue;
        }
        if (entry.fault.chance !== undefined && random.next() >= entry.fault.chance) continue;
        entry.left -= 1;
        if (entry.left <= 0) entries.delete(entry);
        count(kind);
        return entry.fault as FaultOf<Kind>;
      }
      return undefined;
    },
  };
}

function within<Name extends string>(
  wanted: Name | readonly Name[] | undefined,
  name: Name | undefined,
): boolean {
  if (wanted === undefined) return true;
  if (name === undefined) return false;
  return typeof wanted === 'string' ? wanted === name : wanted.includes(name);
}
