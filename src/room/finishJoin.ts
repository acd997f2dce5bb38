import { field, isObject, tryCall } from './payload.js';
import { streamsOf } from './streams.js';

/**
 * What two builds leave undone: publishing the microphone, and hearing the others.
 * Returns the subscription, for streams that come later.
 */
export function finishJoin({
  room,
  localStream,
  streams,
}: {
  readonly room: object;
  readonly localStream: unknown;
  /** The others' streams, where the service listed them. */
  readonly streams?: unknown;
}): (stream: unknown) => void {
  const subscribed = new Set<unknown>();
  const subscribe = (stream: unknown) => {
    if (!isObject(stream) || subscribed.has(stream)) return;
    subscribed.add(stream);
    tryCall(room, 'subscribe', stream);
  };
  if (isObject(localStream)) tryCall(room, 'publish', localStream, {}, () => undefined);
  if (Array.isArray(streams)) streams.forEach(subscribe);
  streamsOf(field(room, 'remoteStreams')).forEach(subscribe);
  return subscribe;
}
