/**
 * Who came into a breakout room and who left, heard once. The service may tell it in the main room, in the breakout room, or in both,
 * and which of these is not known: so both are listened to, and the second copy of a fact is dropped.
 */
import type { Clock } from '../clock.js';
import type { RoomEvent } from '../state/events.js';
import type { ClientId, RoomId } from '../state/types.js';

/** Two sockets tell the same thing within this time, in milliseconds. */
const SAME_FACT_MS = 2_000;

/** Where something was heard. */
export type Source = 'main' | 'breakout';

/** Something heard about somebody. */
export interface Heard {
  readonly kind: 'joined' | 'left';
  readonly source: Source;
  readonly clientId: ClientId;
  readonly roomId: RoomId | null;
}

interface Fact {
  readonly at: number;
  readonly roomId: RoomId | null;
  readonly sources: ReadonlySet<Source>;
}

/** Makes the ear for comings and goings. */
export function createOccupancy(clock: Clock, emit: (event: RoomEvent) => void): (heard: Heard) => void {
  const facts = { joined: new Map<ClientId, Fact>(), left: new Map<ClientId, Fact>() };
  return ({ kind, source, clientId, roomId }) => {
    const known = facts[kind].get(clientId);
    // A source that tells it again tells something new.
    const copy = known && !known.sources.has(source) && clock.now() - known.at <= SAME_FACT_MS ? known : null;
    const otherRoom = copy !== null && copy.roomId !== null && roomId !== null && copy.roomId !== roomId;
    if (copy && !otherRoom) {
      facts[kind].set(clientId, {
        at: copy.at,
        roomId: copy.roomId ?? roomId,
        sources: new Set([...copy.sources, source]),
      });
      // The copy that names the room says more than the one that did not.
      if (copy.roomId !== null || roomId === null) return;
    } else {
      facts[kind].set(clientId, { at: clock.now(), roomId, sources: new Set([source]) });
    }
    emit({ type: `occupant.${kind}`, clientId, roomId });
  };
}
