/** A room of any size without a service: it tells who is there, and says whatever the benchmark lets it say. */
import type { Answer, Done, RoomEvent, RoomPort } from 'breakout-kit/core';
import type { Somebody } from './crowd.js';

/** A port, and the way to make it speak. */
export interface BenchPort {
  readonly port: RoomPort;
  readonly say: (event: RoomEvent) => void;
}

/** Makes one. The limits are raised so that the rooms hold everybody. */
export function createBenchPort({
  people,
  rooms,
}: {
  readonly people: readonly Somebody[];
  readonly rooms: number;
}): BenchPort {
  let listener: ((event: RoomEvent) => void) | null = null;
  const done = (): Promise<Answer<Done>> => Promise.resolve({ ok: true });
  const no = (): Promise<Answer<never>> =>
    Promise.resolve({ ok: false, failure: { kind: 'not-supported', code: null, text: null } });
  const roster = people.map(({ id, name }, at) => ({
    clientId: id,
    userRef: id,
    name,
    role: at === 0 ? ('moderator' as const) : ('participant' as const),
  }));
  const capabilities = {
    rooms: true,
    decline: true,
    forceJoin: true,
    wire: false,
    recall: false,
    ownStream: false,
  };
  return {
    say: (event) => listener?.(event),
    port: {
      capabilities: () => capabilities,
      attach(to) {
        listener = to;
        const [self] = roster;
        to({ type: 'capabilities.known', capabilities });
        to({
          type: 'limits.known',
          limits: {
            maxRooms: rooms,
            minPeople: 2,
            maxPeople: Math.max(2, Math.ceil(people.length / rooms)),
          },
        });
        to({ type: 'mode.changed', mode: 'group' });
        to({
          type: 'roster.read',
          self: self ? { clientId: self.clientId, userRef: self.userRef, role: self.role } : null,
          people: roster,
        });
        to({ type: 'connection.changed', connection: 'connected' });
        return () => {
          listener = null;
        };
      },
      createRooms: no,
      createAndInvite: no,
      invite: no,
      join: no,
      decline: no,
      visit: () => null,
      pauseMain: done,
      resumeMain: done,
      muteMain: done,
      unmuteMain: done,
      setMainMic: done,
      ownSound: () => null,
      clearAll: no,
      destroyAll: no,
      send: done,
    },
  };
}
