/** What every part of a session works with. */
import type { Clock } from '../clock.js';
import type { Random } from '../random.js';
import type { Answer, RoomPort } from '../room/roomPort.js';
import type { KitEvent } from '../state/events.js';
import type { CallKind, Failure, FailureKind, PersonKey, RoomKey, State } from '../state/types.js';
import type { Outcome } from './types.js';

/** The state, the way to change it, and the world outside. */
export interface Core {
  readonly state: () => State;
  readonly dispatch: (event: KitEvent) => void;
  readonly port: RoomPort;
  readonly clock: Clock;
  readonly random: Random;
  /** Makes a call that stands in the ledger until it is settled. */
  readonly perform: <T>(
    kind: CallKind,
    about: { readonly roomKey?: RoomKey; readonly people?: readonly PersonKey[]; readonly limit: number },
    call: () => Promise<Answer<T>>,
  ) => Promise<Answer<T>>;
}

/** Success with nothing to say. */
export const DONE: Outcome = { ok: true };

/** A failure that the kit found out by itself. */
export const failure = (kind: FailureKind): Failure => ({ kind, code: null, text: null });

/** It did not happen. */
export const refuse = (kind: FailureKind): Outcome => ({ ok: false, failure: failure(kind) });

/** What an action says of a call's answer. */
export const outcomeOf = (answer: Answer): Outcome =>
  answer.ok ? DONE : { ok: false, failure: answer.failure };
