/**
 * One question to the SDK, answered once.
 *
 * The SDK answers by callback: never, once, twice, before its method returns, or after an event that says the same. It may throw,
 * and a wrapped room may return a promise. Whatever it does, the promise made here settles once and never rejects.
 */
import type { Clock } from '../clock.js';
import { failure, failureFrom, failureThrown, succeeded, type Asked } from './errorCodes.js';
import { field, isObject } from './payload.js';
import type { Answer, Done } from './roomPort.js';

/** A question and what its answers mean. */
export interface Question<T> {
  readonly clock: Clock;
  /** How long to wait, in milliseconds. */
  readonly limit: number;
  readonly asked: Asked;
  /** Makes the call. What it throws is a failure; a promise it returns is an answer. */
  readonly call: (callback: (...reply: readonly unknown[]) => void) => unknown;
  /** What a reply means; `null` when it means nothing yet. */
  readonly read: (reply: unknown) => Answer<T> | null;
}

/** Asks. An answer after the limit arrives through `late`. */
export function ask<T>({ clock, limit, asked, call, read }: Question<T>): Promise<Answer<T>> {
  return new Promise((resolve) => {
    let settle: ((answer: Answer<T>) => void) | null = resolve;
    const answer = (given: Answer<T>) => {
      cancel();
      settle?.(given);
      settle = null;
    };
    const cancel = clock.after(limit, () => {
      const late = new Promise<Answer<T>>((resolveLate) => {
        settle = resolveLate;
      });
      resolve({ ok: false, failure: failure('no-answer'), late });
    });
    const hear = (...reply: readonly unknown[]) => {
      // Some calls give the error second, as Node does.
      const given = read(isObject(reply[0]) ? reply[0] : (reply[1] ?? reply[0]));
      if (given) answer(given);
    };
    const fail = (thrown: unknown) => answer({ ok: false, failure: failureThrown(thrown, asked) });

    try {
      whenKept(call(hear), hear, fail);
    } catch (thrown) {
      fail(thrown);
    }
  });
}

/** Follows a promise, if it is one. A promise of nothing is no answer: the callback is still to come. */
export function whenKept(
  returned: unknown,
  kept: (value: unknown) => void,
  broken: (reason: unknown) => void,
): void {
  if (!isObject(returned) || typeof field(returned, 'then') !== 'function') return;
  void Promise.resolve<unknown>(returned).then((value) => {
    if (value !== undefined) kept(value);
  }, broken);
}

/** Reads a reply of which nothing but success matters. `alsoFine` are numbers that mean "already so". */
export function readDone(asked: Asked, ...alsoFine: readonly number[]): (reply: unknown) => Answer<Done> {
  return (reply) => {
    if (succeeded(reply)) return { ok: true };
    const refused = failureFrom(reply, asked);
    if (refused.code !== null && alsoFine.includes(refused.code)) return { ok: true };
    return { ok: false, failure: refused };
  };
}
