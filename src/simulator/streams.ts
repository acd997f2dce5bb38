/**
 * Streams as the SDK shapes them, with its three separate causes of silence, and what of them is heard elsewhere.
 */
import { sdkError } from './codes.js';
import { playIn, type Tones } from './tones.js';

/** What a stream's own methods answer through. */
export type StreamCallback = (answer: unknown) => void;

/** Where a stream's sound goes when it is played. */
export interface Playing {
  /** A number, as in the SDK: `remoteStreams.get(id)`. */
  readonly getID: () => number;
  /** The browser's MediaStream with this person's tone, made when it is first read; undefined where there is no sound. */
  readonly stream: MediaStream | undefined;
  /** Puts an audio element with this stream into the element with that id. Does nothing where there is no document. */
  readonly play: (elementId: string, options?: unknown) => void;
  /** Takes the players away again. */
  readonly stop: () => void;
}

/** One's own stream in one room. */
export interface LocalStream extends Playing {
  /** Silent because the person muted it. */
  selfMuteAudio: boolean;
  /** Silent because a moderator muted it. */
  hardAudioMuted: boolean;
  /** Silent because its room is paused or muted. */
  selfPausedAudio: boolean;
  selfMuteVideo: boolean;
  hardVideoMuted: boolean;
  selfPausedVideo: boolean;
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
  readonly isAudioMuted: () => boolean;
  readonly isVideoMuted: () => boolean;
  /** Mutes by the person's own will. The cause is set at once; the answer comes later, and 1177 at once when it was so already. */
  readonly muteAudio: (callback?: StreamCallback) => void;
  readonly unmuteAudio: (callback?: StreamCallback) => void;
  readonly muteVideo: (callback?: StreamCallback) => void;
  readonly unmuteVideo: (callback?: StreamCallback) => void;
}

/** Somebody else's stream, as it arrives. */
export interface RemoteStream extends Playing {
  readonly clientId: string;
  readonly screen: boolean;
  readonly isAudioMuted: () => boolean;
  readonly isVideoMuted: () => boolean;
}

/** Streams by id, read the three ways the SDK has. */
export interface StreamList<Stream> {
  readonly get: (id: unknown) => Stream | undefined;
  readonly getAll: () => Map<number, Stream>;
  readonly forEach: (see: (stream: Stream, id: number) => void) => void;
  readonly size: () => number;
}

/** Makes a list over whatever `read` says at the moment. */
export function createStreamList<Stream>(read: () => Map<number, Stream>): StreamList<Stream> {
  return {
    get: (id) => read().get(Number(id)),
    getAll: () => new Map(read()),
    forEach: (see) => read().forEach((stream, id) => see(stream, id)),
    size: () => read().size,
  };
}

/** Makes one's own stream. `changed` is told which of both changed; `answer` brings an answer later. */
export function createLocalStream(setup: {
  readonly id: number;
  readonly frequency: number;
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen?: boolean;
  readonly tones: Tones;
  readonly changed: (media: 'audio' | 'video') => void;
  readonly answer: (run: () => void) => void;
}): LocalStream {
  const { id, frequency, audio, video, screen = false, tones } = setup;
  const player = createPlayer(id, () => tones.source(frequency));

  const switchTo = (field: 'selfMuteAudio' | 'selfMuteVideo', muted: boolean, callback?: StreamCallback) => {
    if (stream[field] === muted) {
      callback?.(sdkError(1177));
      return;
    }
    stream[field] = muted;
    const media = field === 'selfMuteAudio' ? 'audio' : 'video';
    changed(media);
    setup.answer(() => callback?.({ result: 0, msg: `${media} ${muted ? 'off' : 'on'}` }));
  };
  const stream: LocalStream = {
    selfMuteAudio: false,
    hardAudioMuted: false,
    selfPausedAudio: false,
    selfMuteVideo: false,
    hardVideoMuted: false,
    selfPausedVideo: false,
    audio,
    video,
    screen,
    getID: () => id,
    get stream() {
      const media = player.stream();
      player.setOn(!stream.isAudioMuted());
      return media;
    },
    play: (elementId) => player.play(elementId),
    stop: () => player.stop(),
    isAudioMuted: () => stream.selfMuteAudio || stream.hardAudioMuted || stream.selfPausedAudio,
    isVideoMuted: () => stream.selfMuteVideo || stream.hardVideoMuted || stream.selfPausedVideo,
    muteAudio: (callback) => switchTo('selfMuteAudio', true, callback),
    unmuteAudio: (callback) => switchTo('selfMuteAudio', false, callback),
    muteVideo: (callback) => switchTo('selfMuteVideo', true, callback),
    unmuteVideo: (callback) => switchTo('selfMuteVideo', false, callback),
  };
  const changed = (media: 'audio' | 'video') => {
    player.setOn(!stream.isAudioMuted());
    setup.changed(media);
  };
  return stream;
}

/** A remote stream, with the simulator's own way to say what is heard of it. */
export interface HeardStream {
  readonly stream: RemoteStream;
  /** Lets the tone through, or not. */
  readonly setOn: (on: boolean) => void;
  /** Whether somebody has begun to play it. */
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

/** Makes somebody else's stream as it arrives in one room object. */
export function createRemoteStream(setup: {
  readonly id: number;
  readonly clientId: string;
  readonly frequency: number;
  readonly local: LocalStream;
  readonly tones: Tones;
  readonly audible: () => boolean;
}): HeardStream {
  const { id, clientId, local } = setup;
  const player = createPlayer(id, () => setup.tones.source(setup.frequency));
  return {
    stream: {
      clientId,
      screen: local.screen,
      getID: () => id,
      get stream() {
        const media = player.stream();
        player.setOn(setup.audible());
        return media;
      },
      play(elementId) {
        player.setOn(setup.audible());
        player.play(elementId);
      },
      stop: () => player.stop(),
      isAudioMuted: local.isAudioMuted,
      isVideoMuted: local.isVideoMuted,
    },
    setOn: (on) => player.setOn(on),
    isOpen: () => player.isOpen(),
    close() {
      player.stop();
      player.close();
    },
  };
}

/** The tone and the elements of one stream, made when first wanted. */
function createPlayer(id: number, open: () => ReturnType<Tones['source']>) {
  let source: ReturnType<Tones['source']>;
  let opened = false;
  let on = false;
  const stops = new Set<() => void>();
  const ready = () => {
    if (!opened) source = open();
    opened = true;
    source?.setOn(on);
    return source;
  };
  return {
    stream: () => ready()?.stream,
    isOpen: () => opened,
    setOn(next: boolean) {
      on = next;
      source?.setOn(next);
    },
    play(elementId: string) {
      stops.add(playIn(elementId, id, ready()?.stream));
    },
    stop() {
      for (const stop of stops) stop();
      stops.clear();
    },
    close() {
      source?.close();
      source = undefined;
      opened = false;
    },
  };
}
