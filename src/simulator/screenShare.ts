/** Sharing one's screen in a room: a stream with an id of its own, one per room. */
import { SCREEN_STREAM } from './network.js';
import { createOwnStream } from './ownStream.js';
import type { Sdk } from './sdk.js';

/** Begins or ends sharing. Nothing happens when somebody else shares, or when it is so already. */
export function shareScreen(sdk: Sdk, on: boolean): void {
  const { seat, engine, own } = sdk;
  if (!seat) return;
  const { network } = engine;
  const news = { clientId: seat.clientId, name: sdk.person.name, streamId: SCREEN_STREAM };
  const shared = own.get(SCREEN_STREAM);
  if (shared && !on) {
    own.delete(SCREEN_STREAM);
    seat.streams.delete(SCREEN_STREAM);
    shared.stop();
    network.soundChanged(seat.room);
    network.tellRoom(seat.room, 'share-stopped', news);
  }
  const taken = [...seat.room.reachable].some((other) => other.streams.has(SCREEN_STREAM));
  if (!on || taken) return;
  sdk.publish(createOwnStream(sdk, { audio: true, video: true, screen: true }));
  // Whoever shares hears of it too.
  network.tellRoom(seat.room, 'share-started', news);
}
