/** What a window and the host of the meeting tell each other, over one port and so in order. */
import type { ProfileName, RosterRole } from '../../src/simulator.js';
import type { Facts } from './facts.js';
import type { Wire } from './wire.js';

/** A call of a method, with the facts left as they are until the host answers. */
export interface RoomCall {
  readonly kind: 'call';
  readonly call: number;
  readonly object: number;
  readonly method: string;
  readonly inputs: readonly Wire[];
}

/** What the host tells of one person's rooms. Each message brings what changed since the last, to be taken in first. */
export type RoomNews = { readonly facts: readonly Facts[] } & (
  | { readonly kind: 'fired'; readonly object: number; readonly event: Wire }
  | { readonly kind: 'answered'; readonly callback: number; readonly inputs: readonly Wire[] }
  | { readonly kind: 'returned'; readonly call: number; readonly value: Wire }
  | { readonly kind: 'threw'; readonly call: number; readonly error: unknown }
);

/** One person of the meeting. */
export interface Visitor {
  /** The `user_ref`: the same person after a reload. */
  readonly ref: string;
  readonly name: string;
  readonly role: Extract<RosterRole, 'moderator' | 'participant'>;
}

/** Somebody who entered and has not left. */
export interface Present extends Visitor {
  /** False while their network is cut. */
  readonly connected: boolean;
}

/** How a meeting is made. The first window that enters decides it. */
export interface MeetingWish {
  readonly profile: ProfileName;
  readonly seed: number;
}

/** A person's network, as they cut it themselves. */
export type OwnNetwork = { readonly is: 'up' } | { readonly is: 'cut'; readonly forMs: number | null };

/** What a window tells the host. */
export type FromWindow =
  /** Tells who is there, from now on. */
  | { readonly kind: 'look' }
  /** Enters as a person. `lock` is a Web Lock that this window holds for as long as it lives. */
  | { readonly kind: 'enter'; readonly who: Visitor; readonly wish: MeetingWish; readonly lock: string }
  /** Cuts this person's network: for so long, or until `restore`. */
  | { readonly kind: 'cut'; readonly forMs: number | null }
  | { readonly kind: 'restore' }
  /** Leaves the meeting properly. */
  | { readonly kind: 'leave' }
  /** The page goes: closed, loaded anew, or left for another. */
  | { readonly kind: 'gone' }
  | RoomCall;

/** What the host tells a window. */
export type ToWindow =
  /** Who is in the meeting now; `wish` is `null` before anybody entered. */
  | { readonly kind: 'there'; readonly people: readonly Present[]; readonly wish: MeetingWish | null }
  /** This window's person is in, and this is their main room. `version` is what `EnxRtc.version` would say. */
  | {
      readonly kind: 'entered';
      readonly room: number;
      readonly facts: readonly Facts[];
      readonly wish: MeetingWish;
      readonly version: string | undefined;
    }
  | { readonly kind: 'network'; readonly network: OwnNetwork }
  /** The same person was opened in another window, which has them now. */
  | { readonly kind: 'replaced' }
  | RoomNews;

/** One end of a port. */
export interface Link<Out, In> {
  readonly post: (message: Out) => void;
  readonly hear: (listener: (message: In) => void) => void;
}

/** Makes a link of a browser's port. */
export function linkOver<Out, In>(port: MessagePort): Link<Out, In> {
  return {
    post: (message) => port.postMessage(message),
    hear(listener) {
      port.addEventListener('message', (event: MessageEvent<In>) => listener(event.data));
      port.start();
    },
  };
}
