/** Makes the streams a person publishes, and tells the others when they fall silent. */
import { SCREEN_STREAM } from './network.js';
import type { Sdk } from './sdk.js';
import { createLocalStream, type LocalStream } from './streams.js';
import { toneFrequency } from './tones.js';

/** Makes a stream of this person for this room object. It is heard once it is published. */
export function createOwnStream(
  sdk: Sdk,
  media: { readonly audio: boolean; readonly video: boolean; readonly screen?: boolean },
): LocalStream {
  const { engine, person } = sdk;
  return createLocalStream({
    ...media,
    id: media.screen ? SCREEN_STREAM : (engine.network.streams += 1),
    frequency: toneFrequency(person.index),
    tones: engine.tones,
    changed(kind) {
      tellSilence(sdk, kind);
    },
    answer: (run) => void engine.after(engine.latency() + engine.latency(), run, person.id),
  });
}

/** Tells the others in the room whether this person's sound or picture is there. */
export function tellSilence(sdk: Sdk, kind: 'audio' | 'video'): void {
  const { seat, engine } = sdk;
  if (!seat) return;
  const streams = [...seat.streams.values()].filter((stream) => !stream.screen);
  if (streams.length === 0) return;
  const muted = streams.some((stream) => (kind === 'audio' ? stream.isAudioMuted() : stream.isVideoMuted()));
  engine.network.tellRoom(
    seat.room,
    `user-${kind}-${muted ? 'muted' : 'unmuted'}`,
    { clientId: seat.clientId },
    seat,
  );
  engine.network.soundChanged(seat.room);
}
