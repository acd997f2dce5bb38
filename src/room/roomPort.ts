/**
 * The one way to a video room. `connectRoom` makes a port from an EnxRoom; another service makes its own.
 * Every promise settles; none rejects. What happens by itself arrives as events.
 */
import type { RoomEvent } from '../state/events.js';
import type { Capabilities, ClientId, Failure, RoomId } from '../state/types.js';

/** What came of a call. */
export type Answer<T = unknown> =
  | ({ readonly ok: true } & T)
  | {
      readonly ok: false;
      readonly failure: Failure;
      /**
       * Only after `failure.kind === 'no-answer'`: settles if the service answers after all. It may never settle.
       * Absent for a join: a join that succeeds late is left again by the port itself.
       */
      readonly late?: Promise<Answer<T>>;
    };

/** Nothing but success. */
export type Done = Record<never, never>;

/** What an order for rooms says. Audio, screen share and canvas; never video, which EnableX breakouts do not have. */
export interface RoomOrder {
  readonly count: number;
  /** People per room. */
  readonly capacity: number;
}

/** One stay in one breakout room, from the join callback to the first `room-disconnected`. */
export interface Visit {
  readonly roomId: RoomId;
  /** This person's id in the breakout room. Not the one in the main room. */
  readonly clientId: ClientId | null;
  /** The EnxRoom of the breakout room, for the application's own use. */
  readonly room: unknown;
  /** The EnxStream that carries this person's voice there. `undefined` when the SDK gave none. */
  readonly localStream: unknown;
  /** Leaves. Settles when `room-disconnected` came, or after 3 s. The main room's sound is not touched. */
  readonly leave: () => Promise<Answer<Done>>;
  /** Mutes or unmutes this person in the breakout room. "Already so" (1177) is success. */
  readonly setMic: (on: boolean) => Promise<Answer<Done>>;
  /** The person's own choice and a moderator's hold, as the stream says now. */
  readonly mic: () => { readonly on: boolean; readonly held: boolean };
  /**
   * Plays a stream into the element with this id, by the SDK's own player.
   * Returns the stop; does nothing when the stream is gone.
   */
  readonly play: (what: { readonly streamId: string; readonly elementId: string }) => () => void;
}

/**
 * How this person's own stream in the main room is silenced, cause by cause. `null` where the SDK does not tell.
 * A pause counts although it left a stream alone that was muted already.
 */
export interface OwnSound {
  readonly byPerson: boolean | null;
  readonly byModerator: boolean | null;
  readonly byPause: boolean | null;
  readonly silent: boolean;
}

/** A video room with breakouts. */
export interface RoomPort {
  readonly capabilities: () => Capabilities;
  /**
   * Subscribes first, then tells what the room already knows as events, before it returns.
   * Returns the end of it: only listeners go, the application's room stays connected.
   */
  readonly attach: (listener: (event: RoomEvent) => void) => () => void;

  readonly createRooms: (order: RoomOrder) => Promise<Answer<{ readonly roomIds: readonly RoomId[] }>>;
  /** The service draws at random and moves people; who went where is not in the answer. */
  readonly createAndInvite: (order: RoomOrder) => Promise<Answer<{ readonly roomIds: readonly RoomId[] }>>;
  /** One call per room. Success means "sent", nothing more. */
  readonly invite: (to: {
    readonly clientIds: readonly ClientId[];
    readonly roomId: RoomId;
    readonly force: boolean;
  }) => Promise<Answer<Done>>;
  /**
   * Joins, at most one room at a time. `muted` is applied inside the join callback, before the SDK publishes.
   * When `signal` aborts or the limit passes, it settles at once, and a join that succeeds afterwards is left again.
   */
  readonly join: (what: {
    readonly roomId: RoomId;
    readonly role: 'participant' | 'moderator';
    readonly muted: boolean;
    readonly signal?: AbortSignal;
  }) => Promise<Answer<{ readonly visit: Visit }>>;
  /** `told` is false where the build has no reject method: then only the wire can tell. */
  readonly decline: (what: { readonly roomId: RoomId }) => Promise<Answer<{ readonly told: boolean }>>;
  /** The stay in a breakout room, or `null`. A move by the service makes one too. */
  readonly visit: () => Visit | null;

  /** `pauseRoom`: the person's main-room streams fall silent, the service stops sending. */
  readonly pauseMain: () => Promise<Answer<Done>>;
  readonly resumeMain: () => Promise<Answer<Done>>;
  /** `true` acts, `false` leaves as it is. The port turns that into each build's own flags. */
  readonly muteMain: (what: { readonly audio: boolean; readonly video: boolean }) => Promise<Answer<Done>>;
  readonly unmuteMain: (what: { readonly audio: boolean; readonly video: boolean }) => Promise<Answer<Done>>;
  /** Mutes or unmutes this person's own stream in the main room, as their own mic button would. */
  readonly setMainMic: (on: boolean) => Promise<Answer<Done>>;
  /** `null` when no published stream of this person is known. */
  readonly ownSound: () => OwnSound | null;

  /** Leaves every breakout room this client joined, then resumes main. On real builds that is all it does. */
  readonly clearAll: () => Promise<Answer<Done>>;
  /** Fails with `not-supported` on every real build, whatever the SDK does inside. */
  readonly destroyAll: () => Promise<Answer<Done>>;
  /** `sendUserData` in the main room, which also reaches people inside breakout rooms. */
  readonly send: (what: {
    readonly to: readonly ClientId[] | 'everyone';
    readonly body: object;
  }) => Promise<Answer<Done>>;
}
