/**
 * The shape of EnableX's own objects, as far as the kit reads them.
 *
 * The vendor ships no types, thirteen builds differ, and a field may be missing, late or of another kind than documented.
 * So everything is optional and every value `unknown` until somebody has looked at it; only the way to listen is required.
 */

/**
 * Any method of an EnableX object. Reads and writes nothing by itself: the caller knows the build.
 * Declared through a method, so that an application's own, stricter types of its room are accepted too.
 */
export type EnxMethod = { call(...inputs: unknown[]): unknown }['call'];

/** What a listener is handed: one object with `type` and whatever else that build attaches. */
export interface EnxEvent {
  readonly type?: unknown;
  /** Where nearly every payload lives. `undefined` in more events than the documentation says. */
  readonly message?: unknown;
  /** A second EnxRoom, in `breakout-room-connected`; elsewhere the meta of a room. */
  readonly room?: unknown;
  readonly streams?: unknown;
  readonly users?: unknown;
  readonly me?: unknown;
  readonly error?: unknown;
  /** User events carry these four at top level. */
  readonly clientId?: unknown;
  readonly name?: unknown;
  readonly role?: unknown;
  readonly user_ref?: unknown;
  /** The documentation's shapes of failures. */
  readonly result?: unknown;
  readonly msg?: unknown;
}

/** A listener of an EnableX object. An exception from it stops the listeners after it, so it should throw none. */
export type EnxListener = (event: EnxEvent) => void;

/** A stream of an EnableX room: one's own, or a place where somebody else's sound arrives. */
export interface EnxStream {
  readonly getID?: EnxMethod;
  /** Whether nothing is heard, for any of the three causes below. */
  readonly isAudioMuted?: EnxMethod;
  /** `muteAudio(callback)`: the person's own mute. Result 1177 says "already so". */
  readonly muteAudio?: EnxMethod;
  readonly unmuteAudio?: EnxMethod;
  /** `play(elementId, options)` puts a player into the element with that id. */
  readonly play?: EnxMethod;
  readonly stop?: EnxMethod;
  /** Silent because the person muted it. */
  readonly selfMuteAudio?: unknown;
  /** Silent because a moderator muted it. */
  readonly hardAudioMuted?: unknown;
  /** Silent because its room is paused or muted. */
  readonly selfPausedAudio?: unknown;
  /** The browser's own MediaStream, where there is one. */
  readonly stream?: unknown;
  readonly audio?: unknown;
  readonly video?: unknown;
  readonly screen?: unknown;
}

/** A set of streams by id; the builds agree on these three ways of reading it. */
export interface EnxStreams {
  readonly get?: EnxMethod;
  readonly getAll?: EnxMethod;
  readonly forEach?: EnxMethod;
}

/** The undocumented socket: `addEventListener(wireName, (e) => e.args[0])` gives what the server really sent. */
export interface EnxSocket {
  readonly addEventListener?: EnxMethod;
  readonly removeEventListener?: EnxMethod;
}

/**
 * An EnableX room: the main one an application joined, or a breakout room, which is a complete room of its own.
 *
 * Each breakout method is listed in every spelling that a build or a page of the documentation uses; a real room has one of them.
 */
export interface EnxRoom {
  readonly addEventListener: (type: string, listener: EnxListener) => unknown;
  readonly removeEventListener?: (type: string, listener: EnxListener) => unknown;

  readonly createBreakOutRoom?: EnxMethod;
  readonly createBreakoutRoom?: EnxMethod;
  readonly createAndInviteBreakOutRoom?: EnxMethod;
  readonly createAndInviteBreakoutRoom?: EnxMethod;
  readonly inviteToBreakoutRoom?: EnxMethod;
  readonly inviteToBreakOutRoom?: EnxMethod;
  readonly joinBreakOutRoom?: EnxMethod;
  readonly joinBreakoutRoom?: EnxMethod;
  readonly rejectBreakoutRoomInvite?: EnxMethod;
  readonly rejectBreakOutRoomInvite?: EnxMethod;
  readonly rejectBreakOutRoomInvitation?: EnxMethod;
  readonly pauseRoom?: EnxMethod;
  readonly pause?: EnxMethod;
  readonly resumeRoom?: EnxMethod;
  readonly resume?: EnxMethod;
  readonly muteRoom?: EnxMethod;
  readonly unMuteRoom?: EnxMethod;
  readonly unmuteRoom?: EnxMethod;
  readonly clearAllBreakOutSession?: EnxMethod;
  readonly destroyAllBreakOutSession?: EnxMethod;

  readonly disconnect?: EnxMethod;
  readonly destroy?: EnxMethod;
  readonly sendUserData?: EnxMethod;
  readonly sendMessage?: EnxMethod;
  readonly getMaxTalkers?: EnxMethod;
  readonly getTalkerCount?: EnxMethod;
  readonly isModerator?: EnxMethod;
  readonly whoAmI?: EnxMethod;
  readonly switchUserRole?: EnxMethod;
  readonly dropUser?: EnxMethod;

  readonly clientId?: unknown;
  /** The documentation's spelling of `clientId`. */
  readonly clientID?: unknown;
  /** `{clientId, name, user_ref, role, permissions}`; undefined before `room-connected`. */
  readonly me?: unknown;
  readonly roomID?: unknown;
  /** 0 disconnected, 1 connecting, 2 connected, 3 disconnecting, 4 reconnecting. */
  readonly state?: unknown;
  /** `"group"` or `"lecture"`. */
  readonly mode?: unknown;
  readonly roomSettings?: unknown;
  /** A Map by client id, oneself included; values may lack the id, so the key is the truth. Changed in place. */
  readonly userList?: unknown;
  readonly localStreams?: unknown;
  readonly remoteStreams?: unknown;
  readonly socket?: unknown;
}
