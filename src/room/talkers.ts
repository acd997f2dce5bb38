/**
 * What can be heard and seen in a breakout room, and the SDK's own player for it.
 */
import type { Talker } from '../state/types.js';
import { asId, asText, field, isObject } from './payload.js';
import { rosterValue } from './roster.js';
import { isShare, streamById, streamIdOf, streamsOf } from './streams.js';

/** The active talkers of the service's last list, and every shared screen. */
export function talkersOf(room: object, activeList: readonly unknown[]): readonly Talker[] {
  const remote = field(room, 'remoteStreams');
  const talkers = new Map<string, Talker>();
  for (const entry of activeList) {
    const streamId = asId(field(entry, 'streamId'));
    if (streamId === null) continue;
    const kind = isShare(streamById(remote, streamId)) ? 'share' : 'talker';
    const name = asText(field(entry, 'name')) ?? '';
    talkers.set(streamId, { streamId, name, clientId: asId(field(entry, 'clientId')), kind });
  }
  for (const stream of streamsOf(remote)) {
    const streamId = streamIdOf(stream);
    if (streamId === null || talkers.has(streamId) || !isShare(stream)) continue;
    const owner = field(stream, 'attributes');
    const clientId = asId(field(stream, 'clientId') ?? field(owner, 'clientId'));
    const listed = clientId === null ? undefined : rosterValue(room, clientId);
    const name = asText(field(owner, 'name')) ?? asText(field(listed, 'name')) ?? '';
    talkers.set(streamId, { streamId, name, clientId, kind: 'share' });
  }
  return [...talkers.values()];
}

/** Plays a stream into the element with this id. Returns the stop. Does nothing where there is no such stream. */
export function playStream(room: object, streamId: string, elementId: string): () => void {
  const stream = streamById(field(room, 'remoteStreams'), streamId);
  const start = field(stream, 'play');
  if (!isObject(stream) || typeof start !== 'function') return () => undefined;
  try {
    // The vendor's first sample hands the breakout room over as well.
    Reflect.apply(start, stream, [elementId, {}, room]);
  } catch {
    return () => undefined;
  }
  return () => {
    const stop = field(stream, 'stop');
    try {
      if (typeof stop === 'function') Reflect.apply(stop, stream, []);
    } catch {
      // The player went with its stream or its element.
    }
  };
}
