/** Entering the meeting as this window's person, and what can be done to them from here. */
import type { EnxRoom } from '../../src/core.js';
import type { MeetingWish, Present, Visitor } from '../link/protocol.js';
import type { HostLink } from './connectHost.js';
import { createRemoteRooms } from './remoteRooms.js';
import type { Traffic } from './traffic.js';

/** This person's own network. `until` is a moment of `performance.now()`; `null` where it stays cut until it is asked back. */
export type OwnNetwork = { readonly is: 'up' } | { readonly is: 'cut'; readonly until: number | null };

/** Where this window's person is. */
export type Stay =
  | { readonly at: 'entering' }
  | {
      readonly at: 'inside';
      readonly room: EnxRoom;
      /** The build of the SDK, as `EnxRtc.version` would say it. */
      readonly version: string | undefined;
      readonly wish: MeetingWish;
      readonly network: OwnNetwork;
    }
  | { readonly at: 'left' }
  /** The same person goes on in another window. */
  | { readonly at: 'elsewhere' };

/** A line of the event log. */
export interface LogLine extends Traffic {
  readonly id: number;
  /** The wall clock's time. */
  readonly at: number;
}

/** What the page shows. A new object with each change. */
export interface Presence {
  readonly stay: Stay;
  readonly people: readonly Present[];
  /** The newest last, and not endless. */
  readonly log: readonly LogLine[];
}

/** This window in the meeting. */
export interface Entered {
  readonly now: () => Presence;
  readonly subscribe: (changed: () => void) => () => void;
  readonly cutNetwork: (forMs: number | null) => void;
  readonly restoreNetwork: () => void;
  readonly leave: () => void;
}

const LONGEST_LOG = 200;

/** Enters. The room is there when the host has answered. */
export function enterMeeting(
  host: HostLink,
  entry: { readonly who: Visitor; readonly wish: MeetingWish; readonly lock: string },
): Entered {
  let presence: Presence = { stay: { at: 'entering' }, people: [], log: [] };
  let lines = 0;
  const subscribers = new Set<() => void>();
  const change = (changes: Partial<Presence>) => {
    presence = { ...presence, ...changes };
    for (const changed of subscribers) changed();
  };
  const rooms = createRemoteRooms(host.post, (traffic) => {
    const line = { ...traffic, id: (lines += 1), at: Date.now() };
    change({ log: [...presence.log, line].slice(-LONGEST_LOG) });
  });

  host.hear((message) => {
    switch (message.kind) {
      case 'entered': {
        rooms.learn(message.facts);
        const { wish, version } = message;
        const room = rooms.room(message.room);
        room.addEventListener('room-disconnected', () => change({ stay: { at: 'left' } }));
        change({ stay: { at: 'inside', room, version, wish, network: { is: 'up' } } });
        return;
      }
      case 'there':
        change({ people: message.people });
        return;
      case 'network': {
        const { network } = message;
        if (presence.stay.at !== 'inside') return;
        const until =
          network.is === 'cut' && network.forMs !== null ? performance.now() + network.forMs : null;
        change({ stay: { ...presence.stay, network: network.is === 'up' ? network : { is: 'cut', until } } });
        return;
      }
      case 'replaced':
        change({ stay: { at: 'elsewhere' } });
        return;
      case 'fired':
      case 'answered':
      case 'returned':
      case 'threw':
        rooms.hear(message);
    }
  });
  host.post({ kind: 'enter', ...entry });

  return {
    now: () => presence,
    subscribe(changed) {
      subscribers.add(changed);
      return () => subscribers.delete(changed);
    },
    cutNetwork: (forMs) => host.post({ kind: 'cut', forMs }),
    restoreNetwork: () => host.post({ kind: 'restore' }),
    leave: () => host.post({ kind: 'leave' }),
  };
}
