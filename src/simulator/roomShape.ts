/** What a simulated room object looks like from outside: an EnxRoom, and every field a test may read typed. */
import type { EnxRoom } from '../room/enxRoom.js';
import type { Dispatcher } from './dispatcher.js';
import type { RosterRole } from './people.js';
import type { Publishing } from './publishing.js';
import type { LocalStream, RemoteStream, StreamList } from './streams.js';

/** How far a room object is: 0 disconnected, 1 connecting, 2 connected, 3 disconnecting, 4 reconnecting. */
export type RoomState = 0 | 1 | 2 | 3 | 4;

/** A value of `userList`. Those added after the beginning lack the client id: the key has it. */
export interface RosterEntry {
  readonly clientId?: string;
  readonly name?: string;
  readonly role?: RosterRole;
  readonly user_ref?: string;
  readonly permissions?: unknown;
  readonly audioMuted?: boolean;
  readonly videoMuted?: boolean;
  readonly audioEnabled?: boolean;
  readonly videoEnabled?: boolean;
  readonly data?: unknown;
}

/** Oneself, as a room object says. */
export interface Me {
  readonly clientId: string;
  readonly name: string;
  readonly user_ref: string;
  readonly role: RosterRole;
  readonly permissions: unknown;
}

/** The undocumented record of breakout rooms that a main room keeps and never clears. */
export interface BreakOutRecord extends Dispatcher {
  readonly rooms: Map<string, SimulatedRoom>;
}

/** What a room object says of itself. */
export interface RoomFields extends Publishing {
  clientId: string | undefined;
  clientID?: string;
  me: Me | undefined;
  roomID: string | undefined;
  state: RoomState;
  mode: 'group' | 'lecture' | undefined;
  roomSettings: Record<string, unknown> | undefined;
  roomMeta: Record<string, unknown> | undefined;
  /** True or false after any answer to `muteRoom` and `unMuteRoom`, a refusal too: not to be relied on. */
  roomMuted: boolean;
  locked: boolean;
  /** Changed in place, always the same Map. Includes oneself. */
  readonly userList: Map<string, RosterEntry>;
  readonly localStreams: StreamList<LocalStream>;
  readonly remoteStreams: StreamList<RemoteStream>;
  /** The raw hatch: what the server sent, under its own names, as `event.args[0]`. */
  readonly socket: Dispatcher;
  readonly breakOutRoom: BreakOutRecord;
  readonly isModerator: () => boolean;
  readonly whoAmI: (callback: (me: unknown) => void) => void;
}

/** The EnxRoom-shaped object of a simulated person. Which breakout methods it has is up to the profile. */
export type SimulatedRoom = RoomCalls & Dispatcher & Readonly<RoomFields>;

/** The calls, in all spellings; the profile decides which are there. */
export type RoomCalls = Omit<EnxRoom, keyof RoomFields | keyof Dispatcher>;
