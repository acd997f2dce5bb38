/** What each build makes of the callback it is given, or not given. */
import type { Profile } from './profiles.js';
import type { Callback, Sdk } from './sdk.js';

/** The callback as the build takes it; undefined where it logs a line and does nothing at all. */
export function callbackOf({ missingCallback }: Profile, callback: unknown): Callback | undefined {
  if (typeof callback === 'function') return callback as Callback;
  if (missingCallback === 'throws-later') return notAFunction;
  return callback === undefined ? () => undefined : undefined;
}

/** The callback, or nothing to call. */
export function optional(callback: unknown): Callback {
  return typeof callback === 'function' ? (callback as Callback) : () => undefined;
}

/** Runs `run` with a callback that is required: without one nothing happens, or it throws when it is called. */
export function withCallback(sdk: Sdk, callback: unknown, run: (callback: Callback) => void): void {
  if (typeof callback === 'function') run(callback as Callback);
  else if (sdk.engine.profile.missingCallback === 'throws-later') run(notAFunction);
}

/** What calling a callback that was not passed does. */
export function notAFunction(): never {
  throw new TypeError('callback is not a function');
}
