/**
 * Publishing and subscribing by hand. Working builds do both by themselves after a join, and an application that does it
 * again publishes twice; the two broken builds leave both to it.
 */
import { optional } from './callbacks.js';
import { sdkError } from './codes.js';
import type { Sdk } from './sdk.js';
import type { LocalStream } from './streams.js';

/** The two calls of a room object. */
export interface Publishing {
  /** `publish(stream, options, callback)`: one's own stream is heard from now on. Answers 1155 for a stream that is not one's own, or is published already. */
  readonly publish: (stream?: unknown, options?: unknown, callback?: unknown) => void;
  /** `subscribe(stream, options, callback)`: somebody else's stream reaches this person from now on. */
  readonly subscribe: (stream?: unknown, options?: unknown, callback?: unknown) => void;
}

/** Makes them for a room object. */
export function createPublishing(sdk: () => Sdk): Publishing {
  const answer = (callback: unknown, payload: unknown) => {
    const { engine, person } = sdk();
    engine.after(engine.latency() + engine.latency(), () => optional(callback)(payload), person.id);
  };
  const idOf = (stream: unknown): number | undefined => {
    const { getID } = Object(stream) as { readonly getID?: unknown };
    return typeof getID === 'function' ? (Reflect.apply(getID, stream, []) as number) : undefined;
  };
  return {
    publish(stream, _options, callback) {
      const { seat, own, publish } = sdk();
      const id = idOf(stream);
      if (!seat || id === undefined || own.get(id) !== stream || seat.streams.has(id)) {
        optional(callback)(sdkError(1155));
        return;
      }
      publish(stream as LocalStream);
      answer(callback, { result: 0, id });
    },
    subscribe(stream, _options, callback) {
      const { seat, engine, room } = sdk();
      const id = idOf(stream);
      if (!seat || id === undefined || room.remoteStreams.get(id) !== stream) {
        optional(callback)(sdkError(1155));
        return;
      }
      seat.subscribed?.add(id);
      engine.network.soundChanged(seat.room);
      answer(callback, { result: 0 });
    },
  };
}
