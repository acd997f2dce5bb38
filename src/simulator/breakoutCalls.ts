/** The breakout calls of a room object, each with the checks and the silences of its build. */
import { sdkError } from './codes.js';
import { callbackOf, notAFunction, optional } from './callbacks.js';
import type { MainSound } from './mainSound.js';
import { oddly } from './oddCreate.js';
import type { Callback, Sdk } from './sdk.js';

/** Gives a room object its breakout calls, but for joining. */
export function installBreakoutCalls(sdk: Sdk, sound: MainSound): void {
  const { engine, room, define } = sdk;
  const { profile, server } = engine;
  const { names } = profile;
  define('create', names.create, (call, [definition, callback]) => {
    const answer = callbackOf(profile, callback);
    if (!answer) return;
    const { participants } = definition as { readonly participants?: unknown };
    if (participants === undefined && profile.missingCount === 'silence') return;
    const positive = typeof participants === 'number' && participants > 0;
    if (!positive && (participants !== undefined || profile.missingCount === 'refused')) {
      answer(sdkError(1155));
      return;
    }
    sdk.ask(call, (by) => oddly(sdk, call, server.create(by, definition)), answer);
  });

  define('createAndInvite', names.createAndInvite, (call, [definition, callback]) => {
    // The one call without a default: leaving the callback out throws as soon as there is something to say.
    const answer: Callback = typeof callback === 'function' ? (callback as Callback) : notAFunction;
    const given = definition as Record<string, unknown>;
    const above = (field: string) => typeof given[field] === 'number' && given[field] > 0;
    if (!above('max_rooms') || (profile.autoInviteNeedsCount && !above('participants'))) {
      answer(sdkError(1155));
      return;
    }
    if (profile.autoInviteForces) given['force_join'] = true;
    sdk.ask(call, (by) => oddly(sdk, call, server.createAndInvite(by, { ...given })), answer);
  });

  define('invite', names.invite, (call, [invitation, callback]) => {
    const answer = callbackOf(profile, callback);
    if (!answer) return;
    const absent = !('room_id' in Object(nonNull(invitation)));
    if (absent && profile.missingRoomId === 'silence') return;
    if (
      (absent && profile.missingRoomId === 'refused') ||
      (!absent && (invitation as { readonly room_id?: unknown }).room_id === undefined)
    ) {
      answer(sdkError(1155));
      return;
    }
    sdk.ask(call, (by) => server.invite(by, invitation), answer);
  });

  define('reject', names.reject, (call, [roomId, callback]) => {
    const answer = callbackOf(profile, callback);
    if (!answer) return;
    if (!roomId) {
      answer(sdkError(1155));
      return;
    }
    sdk.ask(call, (by) => server.reject(by, roomId), answer);
  });

  define('clearAll', names.clearAll, (call, [callback]) => {
    if (profile.clearAll === 'server') {
      sdk.ask(call, (by) => server.closeAll(by, { unmute: false }), optional(callback));
      return;
    }
    if (typeof callback !== 'function') return;
    for (const known of room.breakOutRoom.rooms.values()) known.disconnect?.();
    sound.resume(call, callback as Callback);
  });
  define('destroyAll', names.destroyAll, (call, [callback]) => {
    if (profile.destroyAll === 'server') {
      sdk.ask(call, (by) => server.closeAll(by, { unmute: true }), optional(callback));
      return;
    }
    if (room.isModerator()) throw new TypeError('room.breakOutRoom.destroyAll is not a function');
  });
}

function nonNull(value: unknown): unknown {
  if (value === null || value === undefined)
    throw new TypeError(`Cannot use 'in' operator to search for 'room_id' in ${String(value)}`);
  return value;
}
