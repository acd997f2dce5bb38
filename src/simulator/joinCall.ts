/** Joining a breakout room: the checks, the token, the microphone, and the ways in which the outcome is told. */
import { callbackOf } from './callbacks.js';
import { sdkError } from './codes.js';
import { enterBreakoutRoom, type Insides, type JoinEnds } from './breakoutRoom.js';
import type { Closing } from './breakoutSeats.js';
import { installBreakoutCalls } from './breakoutCalls.js';
import { installSound, type MainSound } from './mainSound.js';
import type { Call, Callback, Sdk } from './sdk.js';

/** What a join asks for. */
export interface Wanted {
  readonly role?: unknown;
  readonly room_id?: unknown;
}

/** How a join may end. */
export interface Ends extends JoinEnds {
  /** Refused before a breakout room was connected to. */
  readonly refused: (error: unknown) => void;
}

/** Joins; used by the public call and by the SDK itself when it is forced. */
export type Join = (
  call: Call,
  wanted: Wanted | null | undefined,
  media: Record<string, unknown>,
  ends: Ends,
) => void;

/** Gives a room object its call to join. */
export function installJoin(sdk: Sdk, sound: MainSound, insides: Insides): Join {
  const { engine, define } = sdk;
  const { profile, server, faults, options } = engine;
  const { names } = profile;

  const join: Join = (call, wanted, media, ends) => {
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
          enterBreakoutRoom({ main: sdk, call, token, media: asked, ends, insides, restoreMain, equip });
        };
        if (call.sync || options.mediaDelay === undefined) enter();
        else engine.after(options.mediaDelay, enter, sdk.person.id);
      },
    );
  };
  const equip = (inner: Sdk) => {
    const innerSound = installSound(inner);
    installBreakoutCalls(inner, innerSound);
    installJoin(inner, innerSound, insides);
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
    const answer = callbackOf(profile, callback);
    if (!answer) return;
    if (media === undefined || media === null)
      throw new TypeError("Cannot read properties of undefined (reading 'video')");
    const joinee = wanted as Wanted | null | undefined;
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

  return join;
}

/** A join whose callback is the truth: one argument for a refusal, `(success, null)`, or `(null, event)`. */
function byCallback(answer: Callback): Ends {
  return {
    refused: (error) => answer(error),
    joined: (success) => answer(success, null),
    failed: (event) => answer(null, event),
  };
}

/** A join whose truth are events on the main room, as the guide tells it. */
export function endsByEvent(sdk: Sdk, roomId: unknown, answer: Callback): Ends {
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
