/** What a simulated meeting can be told at its beginning. */
import type { Clock } from '../clock.js';
import type { Fault } from './faults.js';
import type { ProfileName } from './profiles.js';
import type { PersonSpec } from './people.js';
import type { SimulatedEvent } from './dispatcher.js';
import type { SimulatedRoom } from './roomShape.js';

/** How much a moderator hears: the event with its payload, the event with `message` undefined, or nothing. */
export type Hearing = 'message' | 'empty' | 'none';

/** Something went wrong inside a listener or a callback, where a real page would report an uncaught exception. */
export interface Uncaught {
  /** Who it happened to. */
  readonly person: string;
  readonly error: unknown;
}

/** An event that a room object fired. */
export interface Fired {
  /** Whose room object it is, by person id. */
  readonly person: string;
  /** The room object: the main room's, or a breakout room's. */
  readonly room: SimulatedRoom;
  readonly event: SimulatedEvent;
}

/** Options of {@link createSimulatedMeeting}. Those about what only the live service can tell have the likeliest answer as default. */
export interface SimulatedMeetingOptions {
  /** How many people are there, the first a moderator; or who. Default 4. */
  readonly people?: number | readonly (PersonSpec | string)[];
  /** Which build of the SDK everybody uses. Default `'2.3.24'`. */
  readonly profile?: ProfileName;
  /** The seed of all chance: latency, ids, who is drawn. Equal seeds and equal calls replay exactly. Default 1. */
  readonly seed?: number;
  /** Time. Default: the real one. */
  readonly clock?: Clock;
  /** Milliseconds each way between a person and the server: a number, or the least and the most. Default 0. */
  readonly latency?: number | readonly [least: number, most: number];
  /** Faults from the beginning. */
  readonly faults?: Fault | readonly Fault[];

  /** The main room's id. Default `'meeting'`. */
  readonly meetingId?: string;
  /** The main room's name. Default `'Meeting'`. */
  readonly meetingName?: string;
  /** `max_active_talkers` of the main room: rooms hold one less. 1–16, default 6. */
  readonly maxActiveTalkers?: number;
  /** Where an application can read it. Default `'both'`. */
  readonly maxTalkersReadable?: 'both' | 'roomSettings' | 'getMaxTalkers' | 'nowhere';
  /** Breakout rooms need `'group'`, which is the default. */
  readonly mode?: 'group' | 'lecture';
  /** What the server answers in lecture mode. Default 5067 for the guide, 5003 for the builds. */
  readonly lectureCode?: number;
  /** Hides the list of people from participants. Default false. */
  readonly privacy?: boolean;

  /** How an invitation names its sender. Default `'object'`: `{id, name}`. */
  readonly requestor?: 'object' | 'string';
  /** How created rooms are listed. Default `'strings'`; otherwise objects with `_id`. */
  readonly roomItems?: 'strings' | 'objects';
  /** What the other moderators hear. Default: of refusals as the profile says, else nothing. */
  readonly moderatorsHear?: {
    readonly created?: Hearing;
    readonly invited?: Hearing;
    readonly rejected?: Hearing;
  };
  /** Who hears that somebody entered or left a breakout room. Default `'everyone'`. */
  readonly movesHeardBy?: 'everyone' | 'room';
  /** Whether these two events also fire on the breakout room object of its members. Default false. */
  readonly movesHeardInRoom?: boolean;
  /** Whether the wire behind `user-joined-breakout-room` says which room. Default false. */
  readonly joinedWireHasRoom?: boolean;
  /** Whether the sender of a message gets it too. Default false. */
  readonly echo?: boolean;
  /** Whether people with the role participant may create and invite. Default true. */
  readonly participantsMayCreate?: boolean;
  /** Whether one may join without an invitation. Default true. */
  readonly uninvitedMayJoin?: boolean;
  /** Whether one may be in two breakout rooms at once. Default true: the SDK does not stop it. */
  readonly twoRoomsAtOnce?: boolean;
  /** Whether the role moderator asked for in a join is granted. Default true. */
  readonly moderatorRoleHonoured?: boolean;
  /** Whether `roomID` of a breakout room object is the id it was invited by. Default true. */
  readonly roomIdMatches?: boolean;
  /** Whether refusals of the server reach the callback, or are of the type that reaches nobody. Default `'result'`. */
  readonly refusalsAs?: 'result' | 'error-ack';
  /** Whether the limit of ten counts rooms alive, or all ever created. Default `'alive'`. */
  readonly tenCounts?: 'alive' | 'ever';
  /** Whether a reconnected or reloaded person keeps the client id. Default `'new'`. */
  readonly clientIdOnReconnect?: 'new' | 'same';
  /** Whether sound still arrives in a main room that is paused or muted. Default false. */
  readonly pausedRoomsStillReceive?: boolean;
  /** Whether messages still arrive in a main room that is paused. Default true. */
  readonly pausedPeopleGetData?: boolean;
  /** Milliseconds that the browser's microphone takes to open. Default 0. */
  readonly mediaDelay?: number;
  /** Milliseconds after which a lost connection is given up. Default: never. */
  readonly reconnectLimit?: number;
  /** Told of exceptions in listeners and callbacks. They are kept in `meeting.uncaught()` in any case. */
  readonly onUncaught?: (uncaught: Uncaught) => void;
  /**
   * Told of every event that a room object fires, just before its listeners and after the faults: for logs, and for bridges that
   * carry a room into another window. What the SDK fires only for somebody who listens, such as `user-data-received`, is told
   * only then. It should throw nothing: an exception keeps the event from the listeners, as one of theirs does from the next.
   */
  readonly onEvent?: (fired: Fired) => void;
}
