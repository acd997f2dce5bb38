/**
 * Pause, resume, mute and unmute of a room: first the person's own streams fall silent, then the server is asked.
 */
import { withCallback } from './callbacks.js';
import { sdkError } from './codes.js';
import { granted, type Seat } from './network.js';
import { tellSilence } from './ownStream.js';
import type { Call, Callback, Sdk } from './sdk.js';

/** The two flags of `muteRoom` and `unMuteRoom`. */
interface Flags {
  readonly audio?: unknown;
  readonly video?: unknown;
}

/** What the parts of the SDK ask of a room's sound without going through the public methods. */
export interface MainSound {
  readonly mute: (call: Call, flags: Flags, callback: Callback) => void;
  readonly resume: (call: Call, callback: Callback) => void;
  /** As the guide's closing calls bring it about: by the server, without being asked. */
  readonly restore: (unmute: boolean) => void;
}

/** Gives a room object its four sound methods. */
export function installSound(sdk: Sdk): MainSound {
  const { engine, room, own, define } = sdk;
  const { profile } = engine;
  const { names } = profile;
  const loose = profile.muteFlags === 'loose';
  // In the guide pausing is a thing of its own: a muted room that is resumed stays muted.
  const held = { paused: false, audio: false, video: false };

  const hush = (kind: 'audio' | 'video', silent: boolean) => {
    const [selfMuted, paused] =
      kind === 'audio'
        ? (['selfMuteAudio', 'selfPausedAudio'] as const)
        : (['selfMuteVideo', 'selfPausedVideo'] as const);
    let changed = false;
    for (const stream of own.values()) {
      // What the person has muted already is skipped, so that resuming does not speak for them.
      if (stream.screen || stream[paused] === silent || (silent && stream[selfMuted])) continue;
      stream[paused] = silent;
      changed = true;
    }
    if (changed) tellSilence(sdk, kind);
  };
  const apply = () => {
    hush('audio', held.paused || held.audio);
    hush('video', held.paused || held.video);
  };
  const stop = (seat: Seat) => {
    seat.paused = held.paused;
    seat.audioStopped = held.audio;
    seat.videoStopped = held.video;
    engine.network.soundChanged(seat.room);
  };

  /** Sends one of the four, after the person's own streams; an empty answer still reaches the callback of the builds. */
  const send = (call: Call, change: Partial<typeof held>, text: string, callback: Callback) => {
    Object.assign(held, change);
    apply();
    const muted = change.audio ?? change.video ?? change.paused ?? false;
    const wanted = { ...held };
    if (!sdk.connection.isUp()) {
      room.roomMuted = muted;
      callback(sdkError(1163));
      return;
    }
    sdk.request(
      call,
      (seat) => {
        Object.assign(seat, {
          paused: wanted.paused,
          audioStopped: wanted.audio,
          videoStopped: wanted.video,
        });
        engine.network.soundChanged(seat.room);
        return granted(text);
      },
      (ack) => {
        if (ack.kind !== 'result') return;
        if (ack.payload === null || ack.payload === undefined) {
          callback(undefined, undefined);
          return;
        }
        room.roomMuted = muted;
        callback(ack.payload);
      },
    );
  };

  const mute: MainSound['mute'] = (call, flags, callback) => {
    const { audio, video } = flags;
    if (loose && audio === false && video === false) {
      callback(null);
      return;
    }
    if (!loose && audio !== true && video !== true) {
      callback(sdkError(1155));
      return;
    }
    send(
      call,
      { ...(audio === true ? { audio: true } : {}), ...(video === true ? { video: true } : {}) },
      'Room muted',
      callback,
    );
  };
  const unmute = (call: Call, flags: Flags, callback: Callback) => {
    // The documentation says true unmutes; every build says false unmutes.
    const wanted = profile.muteFlags === 'documented';
    const audio = flags.audio === wanted;
    const video = flags.video === wanted;
    if (!loose && !audio && !video) {
      callback(sdkError(1155));
      return;
    }
    send(
      call,
      { ...(audio ? { audio: false } : {}), ...(video ? { video: false } : {}) },
      'Room unmuted',
      callback,
    );
  };
  const pause = (call: Call, callback: Callback) => {
    if (profile.pauseIsMute) mute(call, { audio: true, video: true }, callback);
    else send(call, { paused: true }, 'Room paused', callback);
  };
  const resume: MainSound['resume'] = (call, callback) => {
    if (profile.pauseIsMute) unmute(call, { audio: false, video: false }, callback);
    else send(call, { paused: false }, 'Room resumed', callback);
  };

  define('pause', names.pause, (call, [callback]) =>
    withCallback(sdk, callback, (answer) => pause(call, answer)),
  );
  define('resume', names.resume, (call, [callback]) =>
    withCallback(sdk, callback, (answer) => resume(call, answer)),
  );
  define('mute', names.mute, (call, [flags, callback]) =>
    withCallback(sdk, callback, (answer) => mute(call, flags as Flags, answer)),
  );
  define('unmute', names.unmute, (call, [flags, callback]) =>
    withCallback(sdk, callback, (answer) => unmute(call, flags as Flags, answer)),
  );

  return {
    mute,
    resume,
    restore(unmutes) {
      held.paused = false;
      if (unmutes) held.audio = held.video = false;
      apply();
      if (sdk.seat) stop(sdk.seat);
    },
  };
}
