/** The breakout calls of a room object, each with the checks and the silences of its build. */
import { sdkError } from './codes.js';
import { enterBreakoutRoom, type Inside, type JoinEnds } from './breakoutRoom.js';
import type { Closing } from './breakoutServer.js';
import { notAFunction, type MainSound } from './mainSound.js';
import type { Call, Callback, Sdk } from './sdk.js';

/** What a join asks for. */
export interface Wanted {
  readonly role?: unknown;
  readonly room_id?: unknown;
}

/** The parts of joining that a forced join uses too. */
export interface BreakoutCalls {
  readonly join: (
    call: Call,
    wanted: Wanted | null,
    media: Record<string, unknown>,
    ends: JoinEnds & { readonly refused: (error: unknown) => void },
  ) => void;
}

/** Gives a room object its breakout calls. */
export function installBreakoutCalls(sdk: Sdk, sound: MainSound, insides: Set<Inside>): BreakoutCalls {
  const { engine, room, define } = sdk;
  const { profile, server, faults, options } = engine;
  const { names } = profile;
  const throwsLater = profile.missingCallback === 'throws-later';

  /** The callback as the build takes it; undefined where it logs and does nothing. */
  const taken = (callback: unknown): Callback | undefined => {
    if (typeof callback === 'function') return callback as Callback;
    if (throwsLater) return notAFunction;
    return callback === undefined ? () => undefined : undefined;
  };

  define('create', names.create, (call, [definition, callback]) => {
    const answer = taken(callback);
    if (!answer) return;
    const { participants } = definition as { readonly participants?: unknown };
    if (participants === undefined && profile.missingCount === 'silence') return;
    const positive = typeof participants === 'number' && participants > 0;
    if (!positive && (participants !== undefined || profile.missingCount === 'refused')) {
      answer(sdkError(1155));
      return;
    }
    sdk.ask(call, (by) => oddly(server.create(by, definition)), answer);
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
    sdk.ask(call, (by) => oddly(server.createAndInvite(by, { ...given })), answer);
  });

  define('invite', names.invite, (call, [invitation, callback]) => {
    const answer = taken(callback);
    if (!answer) return;
    const absent = !('room_id' in Object(nonNull(invitation)));
    if (absent && profile.missingRoomId === 'silence') return;
    if (
      (absent && profile.missingRoomId === 'refused') ||
      (!absent && (invitation as Wanted).room_id === undefined)
    ) {
      answer(sdkError(1155));
      return;
    }
    sdk.ask(call, (by) => server.invite(by, invitation), answer);
  });

  define('reject', names.reject, (call, [roomId, callback]) => {
    const answer = taken(callback);
    if (!answer) return;
    if (!roomId) {
      answer(sdkError(1155));
      return;
    }
    sdk.ask(call, (by) => server.reject(by, roomId), answer);
  });

  const join: BreakoutCalls['join'] = (call, wanted, media, ends) => {
    const { role, room_id: roomId } = wanted ?? nullJoin();
    if (roomId === null || role === null) {
      ends.refused(sdkError(1155));
      return;
    }
    // Written into the object that was passed, as the SDK does.
    media['videoSize'] = [320, 180, 640, 480];
    if (profile.forcesVideoOff) media['video'] = false;
    const asked = { audio: media['audio'] === true, video: media['video'] === true };
    if (!sdk.connection.isUp()) {
      if (profile.offlineJoin === 'throws') throw new TypeError('Cannot send: the socket is closed');
      ends.refused(sdkError(profile.offlineJoin === 'network' ? 1163 : 1155));
      return;
    }
    const scene = { call: call.name, person: sdk.person.id };
    sdk.request(
      call,
      (by) => server.ask(by, { role, room_id: roomId }),
      (ack) => {
        if (ack.kind !== 'result') return;
        const token = readToken(ack.payload);
        if (token === undefined) {
          // The builds lose the service's own code here; the guide shows it.
          ends.refused(profile.joinTruth === 'event' ? ack.payload : sdkError(1155));
          return;
        }
        const enter = () => {
          const denied = faults.strike('media-denied', scene);
          if (denied) {
            ends.failed({ type: 'media-access-denied', msg: sdkError(denied.code ?? 1144) });
            return;
          }
          enterBreakoutRoom({ main: sdk, call, token, media: asked, ends, insides, restoreMain });
        };
        if (call.sync || options.mediaDelay === undefined) enter();
        else engine.after(options.mediaDelay, enter, sdk.person.id);
      },
    );
  };
  const restoreMain = (closing: Closing) => sound.restore(closing.unmute);

  /** A token, undefined when the service refused; the oldest build breaks over a refusal that is no token. */
  const readToken = (payload: unknown): string | undefined => {
    if (profile.joinAck === 'token') {
      if (payload === null || payload === undefined) return undefined;
      if (typeof payload !== 'string')
        throw new TypeError("Failed to execute 'atob': the string to be decoded is not correctly encoded");
      return payload;
    }
    const { result, token } = Object(payload) as { readonly result?: unknown; readonly token?: unknown };
    return result === 0 && typeof token === 'string' ? token : undefined;
  };
  const nullJoin = (): Wanted => {
    if (profile.nullJoin === 'throws')
      throw new TypeError("Cannot read properties of null (reading 'room_id')");
    return { role: null };
  };

  define('join', names.join, (call, [wanted, media, callback]) => {
    const answer = taken(callback);
    if (!answer) return;
    if (media === undefined || media === null)
      throw new TypeError("Cannot read properties of undefined (reading 'video')");
    const joinee = (wanted ?? null) as Wanted | null;
    join(
      call,
      joinee,
      media as Record<string, unknown>,
      profile.joinTruth === 'event' ? endsByEvent(sdk, joinee?.room_id, answer) : byCallback(answer),
    );
    // The guide's callback only says that the request is under way; what came of it is an event.
    if (profile.joinTruth === 'event' && sdk.connection.isUp()) {
      const sent = () => answer({ result: 0, msg: 'Join request sent' });
      if (call.sync) sent();
      else engine.after(engine.latency(), sent, sdk.person.id);
    }
  });

  define('clearAll', names.clearAll, (call, [callback]) => {
    if (profile.clearAll === 'server') {
      sdk.ask(
        call,
        (by) => server.closeAll(by, { unmute: false }),
        typeof callback === 'function' ? (callback as Callback) : () => undefined,
      );
      return;
    }
    if (typeof callback !== 'function') return;
    for (const known of room.breakOutRoom.rooms.values()) known.disconnect?.();
    sound.resume(call, callback as Callback);
  });
  define('destroyAll', names.destroyAll, (call, [callback]) => {
    if (profile.destroyAll === 'server') {
      sdk.ask(
        call,
        (by) => server.closeAll(by, { unmute: true }),
        typeof callback === 'function' ? (callback as Callback) : () => undefined,
      );
      return;
    }
    if (room.isModerator()) throw new TypeError('room.breakOutRoom.destroyAll is not a function');
  });

  return { join };

  /** A creation with something else in it than rooms, when a fault wants that. */
  function oddly(ack: ReturnType<typeof server.create>): ReturnType<typeof server.create> {
    const odd = faults.strike('odd-create', { call: 'create', person: sdk.person.id });
    const rooms =
      ack.kind === 'result'
        ? (ack.payload as { readonly msg?: { readonly rooms?: unknown } }).msg?.rooms
        : undefined;
    if (!odd || !Array.isArray(rooms)) return ack;
    const ids = rooms as unknown[];
    const altered = (): unknown => {
      if (typeof odd.rooms !== 'string') return odd.rooms;
      switch (odd.rooms) {
        case 'fewer':
          return ids.slice(0, -1);
        case 'more':
          return [...ids, engine.random.id('room')];
        case 'duplicates':
          return ids.map(() => ids[0]);
        case 'objects':
          return ids.map((id) => (typeof id === 'string' ? { _id: id } : id));
        case 'none':
          return [];
        case 'absent':
          return undefined;
      }
    };
    const changed = altered();
    return { kind: 'result', payload: { result: 0, msg: changed === undefined ? {} : { rooms: changed } } };
  }
}

/** A join whose callback is the truth: one argument for a refusal, `(success, null)`, or `(null, event)`. */
function byCallback(answer: Callback): JoinEnds & { readonly refused: (error: unknown) => void } {
  return {
    refused: (error) => answer(error),
    joined: (success) => answer(success, null),
    failed: (event) => answer(null, event),
  };
}

/** A join whose truth are events on the main room, as the guide tells it. */
export function endsByEvent(
  sdk: Sdk,
  roomId: unknown,
  answer: Callback,
): JoinEnds & { readonly refused: (error: unknown) => void } {
  const failed = (error: unknown) => {
    const {
      result,
      msg,
      error: text,
    } = Object(error) as { readonly result?: unknown; readonly msg?: unknown; readonly error?: unknown };
    sdk.emit('breakout-room-error', {
      result: result ?? 1729,
      msg: msg ?? text ?? 'Failed to generate Token',
    });
  };
  return {
    refused(error) {
      if (!sdk.connection.isUp()) answer(error);
      else failed(error);
    },
    joined: ({ room, streams, roomData }) => {
      sdk.emit('breakout-room-connected', {
        room,
        streams,
        message: { room_id: room.roomID ?? roomId, ...roomData },
      });
    },
    failed: (event) => failed(event['msg'] ?? event['message']),
  };
}

function nonNull(value: unknown): unknown {
  if (value === null || value === undefined)
    throw new TypeError(`Cannot use 'in' operator to search for 'room_id' in ${String(value)}`);
  return value;
}
