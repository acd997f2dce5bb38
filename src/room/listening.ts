/**
 * Listening to an SDK object without harm: its dispatcher neither knows duplicates nor survives an exception,
 * and a listener that leaves in the middle of a dispatch makes the next one be skipped.
 */
import { field } from './payload.js';

/** A set of listeners on one object that begin one by one and end together. */
export interface Listening {
  readonly on: (type: string, listener: (event: unknown) => void) => void;
  /** No listener is called any more from now on. They are taken off a microtask later, outside whatever dispatch this is. */
  readonly end: () => void;
}

/** Listens to `target`. An object that cannot be listened to is silent. */
export function listenTo(target: unknown): Listening {
  const ends: (() => void)[] = [];
  let ended = false;
  const call = (names: readonly string[], type: string, listener: (event: unknown) => void) => {
    const method = field(target, ...names);
    if (typeof method === 'function') Reflect.apply(method, target, [type, listener]);
  };
  return {
    on(type, listener) {
      const heard = (event: unknown) => {
        if (ended) return;
        try {
          listener(event);
        } catch (error) {
          surface(error);
        }
      };
      call(['addEventListener', 'on'], type, heard);
      ends.push(() => call(['removeEventListener', 'off'], type, heard));
    },
    end() {
      if (ended) return;
      ended = true;
      void Promise.resolve().then(() => {
        for (const off of ends.splice(0)) off();
      });
    },
  };
}

/** Shows an error of our own or of a subscriber to whoever watches for errors, without passing it into the SDK's code. */
export function surface(error: unknown): void {
  void Promise.reject(error);
}
