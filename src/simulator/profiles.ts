/**
 * The builds of EnableX's web SDK as a table: one row per profile, read by the rest of the simulator, which never asks for a name.
 */

/** A row of the table: a build of the SDK, or `guide`, which is the vendor's guide taken at its word. */
export type ProfileName = 'guide' | '1.9.4' | '2.0.1' | '2.3.9' | '2.3.24' | '3.1.8';

/** What an application can ask of a room, under one name whatever the build calls it. */
export type CallName =
  | 'create'
  | 'createAndInvite'
  | 'invite'
  | 'join'
  | 'forcedJoin'
  | 'reject'
  | 'pause'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'clearAll'
  | 'destroyAll'
  | 'sendMessage'
  | 'sendUserData'
  | 'getMaxTalkers'
  | 'getTalkerCount'
  | 'switchUserRole'
  | 'dropUser'
  | 'lock'
  | 'unlock'
  | 'destroy'
  | 'disconnect';

/** One build: which names it has and how it behaves where builds differ. */
export interface Profile {
  readonly name: ProfileName;
  /** What `EnxRtc.version` says; undefined where no build stands behind the row. */
  readonly version: string | undefined;
  /** The spelling of each call, or null where the build lacks it. `forcedJoin` is the SDK's own call and has none. */
  readonly names: Readonly<Record<Exclude<CallName, 'forcedJoin'>, string | null>>;

  /** A callback that is no function: the oldest build throws when the answer comes, later ones log and do nothing. */
  readonly missingCallback: 'throws-later' | 'ignored';
  /** `participants` left out of a definition: answered with 1155, met with silence, or left to the server. */
  readonly missingCount: 'refused' | 'silence' | 'server';
  /** `room_id` left out of an invitation. */
  readonly missingRoomId: 'refused' | 'silence' | 'server';
  /** A `null` first argument of a join. */
  readonly nullJoin: 'throws' | 'refused';
  /** Whether `createAndInvite…` wants `participants` above zero, or only `max_rooms`. */
  readonly autoInviteNeedsCount: boolean;
  /** Whether `createAndInvite…` adds `force_join: true` to the definition it was given. */
  readonly autoInviteForces: boolean;
  /** Whether the invitee's SDK understands `force_join`; otherwise it is an ordinary invitation. */
  readonly forcedJoin: boolean;
  /** Whether a forced join mutes the main room first. */
  readonly forcedJoinMutesMain: boolean;

  /** What the join's first answer is expected to be: a bare token, or an object with a result. */
  readonly joinAck: 'token' | 'object';
  /** Whether joining is proven by the callback, or by `breakout-room-connected` on the main room. */
  readonly joinTruth: 'callback' | 'event';
  /** An offline join throws, is refused with 1155, or answers like any other call. */
  readonly offlineJoin: 'throws' | 'refused' | 'network';
  /** Whether the SDK publishes the microphone in a breakout room and remembers that room; the broken builds throw instead. */
  readonly finishesJoin: boolean;
  /** Whether a good join is followed by a "failure" with result 0 for each quiet stream already there. */
  readonly bogusRoomError: boolean;
  /** Whether the join callback is called again when the breakout room's own connection comes back. */
  readonly joinsAgain: boolean;
  /** Whether the stream options handed to a join lose their `video`. */
  readonly forcesVideoOff: boolean;

  /** How `muteRoom` and `unMuteRoom` read their flags. */
  readonly muteFlags: 'loose' | 'strict' | 'documented';
  /** Whether pausing and muting the main room are one thing (as in every build) or two (as in the guide). */
  readonly pauseIsMute: boolean;
  /** `clearAllBreakOutSession`: leaves only this person's rooms, or everybody's. */
  readonly clearAll: 'absent' | 'local' | 'server';
  /** `destroyAllBreakOutSession`: throws for a moderator, or works. */
  readonly destroyAll: 'absent' | 'broken' | 'server';

  /** Whether the flat fields of the guide are attached to events, beyond the fixed ones of the builds. */
  readonly flatEvents: boolean;
  /** Whether `user-joined-breakout-room` says which room. */
  readonly joinedNamesRoom: boolean;
  /** Whether the main room fires `breakout-room-disconnected` at the one who left. */
  readonly mainHearsOwnLeaving: boolean;
  /** What moderators hear of a refusal unless the meeting says otherwise. */
  readonly rejectedPayload: 'message' | 'empty' | 'none';

  /** Whether `room-connected` fires again when the network is back. */
  readonly connectedAgain: boolean;
  /** Whether `network-reconnected` fires twice. */
  readonly reconnectedTwice: boolean;
  /** Whether `network-reconnecting` is fired. */
  readonly saysReconnecting: boolean;
  /** The form of `user-role-changed`, and with it of `switchUserRole`: a swap of two people, or a list. */
  readonly roleChange: 'swap' | 'list';
  /** Whether the roster values added later have `audioEnabled` and `videoEnabled`. */
  readonly mediaFlags: boolean;
  /** Whether `user-connected` carries `user_ref` at top level. */
  readonly userRefInEvents: boolean;
  /** Whether people of the audience are in the roster. */
  readonly audienceInRoster: boolean;
  /** Whether privacy mode hides everything but the client id. */
  readonly privacyHides: boolean;
  /** What the server answers in lecture mode unless the meeting says otherwise. */
  readonly lectureCode: number;
  /** Whether data above 100 kB is refused with 1195. */
  readonly limitsData: boolean;
}

const REAL_NAMES = {
  create: 'createBreakOutRoom',
  createAndInvite: 'createAndInviteBreakOutRoom',
  invite: 'inviteToBreakoutRoom',
  join: 'joinBreakOutRoom',
  reject: 'rejectBreakoutRoomInvite',
  pause: 'pauseRoom',
  resume: 'resumeRoom',
  mute: 'muteRoom',
  unmute: 'unMuteRoom',
  clearAll: 'clearAllBreakOutSession',
  destroyAll: 'destroyAllBreakOutSession',
  sendMessage: 'sendMessage',
  sendUserData: 'sendUserData',
  getMaxTalkers: 'getMaxTalkers',
  getTalkerCount: 'getTalkerCount',
  switchUserRole: 'switchUserRole',
  dropUser: 'dropUser',
  lock: 'lock',
  unlock: 'unlock',
  destroy: 'destroy',
  disconnect: 'disconnect',
} as const;

const BUILD_2_3_24: Profile = {
  name: '2.3.24',
  version: '2.3.24',
  names: REAL_NAMES,
  missingCallback: 'ignored',
  missingCount: 'silence',
  missingRoomId: 'silence',
  nullJoin: 'refused',
  autoInviteNeedsCount: false,
  autoInviteForces: true,
  forcedJoin: true,
  forcedJoinMutesMain: true,
  joinAck: 'object',
  joinTruth: 'callback',
  offlineJoin: 'refused',
  finishesJoin: true,
  bogusRoomError: true,
  joinsAgain: false,
  forcesVideoOff: false,
  muteFlags: 'strict',
  pauseIsMute: true,
  clearAll: 'local',
  destroyAll: 'broken',
  flatEvents: false,
  joinedNamesRoom: false,
  mainHearsOwnLeaving: false,
  rejectedPayload: 'message',
  connectedAgain: false,
  reconnectedTwice: false,
  saysReconnecting: false,
  roleChange: 'swap',
  mediaFlags: true,
  userRefInEvents: true,
  audienceInRoster: false,
  privacyHides: true,
  lectureCode: 5003,
  limitsData: true,
};

const BUILD_2_3_9: Profile = {
  ...BUILD_2_3_24,
  name: '2.3.9',
  version: '2.3.9',
  finishesJoin: false,
  bogusRoomError: false,
  joinsAgain: true,
  connectedAgain: true,
  userRefInEvents: false,
  audienceInRoster: true,
  privacyHides: false,
};

const BUILD_2_0_1: Profile = {
  ...BUILD_2_3_9,
  name: '2.0.1',
  version: '2.0.1',
  names: { ...REAL_NAMES, reject: null },
  finishesJoin: true,
  mediaFlags: false,
  limitsData: false,
};

const BUILD_1_9_4: Profile = {
  ...BUILD_2_0_1,
  name: '1.9.4',
  version: '1.9.4',
  names: { ...REAL_NAMES, reject: null, clearAll: null, destroyAll: null },
  missingCallback: 'throws-later',
  missingCount: 'refused',
  missingRoomId: 'refused',
  nullJoin: 'throws',
  autoInviteNeedsCount: true,
  autoInviteForces: false,
  forcedJoin: false,
  joinAck: 'token',
  offlineJoin: 'throws',
  forcesVideoOff: true,
  muteFlags: 'loose',
  clearAll: 'absent',
  destroyAll: 'absent',
};

const BUILD_3_1_8: Profile = {
  ...BUILD_2_3_24,
  name: '3.1.8',
  version: '3.1.8',
  bogusRoomError: false,
  reconnectedTwice: true,
  saysReconnecting: true,
  roleChange: 'list',
};

const GUIDE: Profile = {
  ...BUILD_2_3_24,
  name: 'guide',
  version: undefined,
  names: {
    ...REAL_NAMES,
    create: 'createBreakoutRoom',
    createAndInvite: 'createAndInviteBreakoutRoom',
    reject: 'rejectBreakOutRoomInvite',
    sendMessage: null,
    sendUserData: null,
  },
  missingCount: 'server',
  missingRoomId: 'server',
  forcedJoinMutesMain: false,
  joinTruth: 'event',
  offlineJoin: 'network',
  bogusRoomError: false,
  muteFlags: 'documented',
  pauseIsMute: false,
  clearAll: 'server',
  destroyAll: 'server',
  flatEvents: true,
  joinedNamesRoom: true,
  mainHearsOwnLeaving: true,
  lectureCode: 5067,
};

/** Every profile by name, in the order of the builds; the guide first. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  guide: GUIDE,
  '1.9.4': BUILD_1_9_4,
  '2.0.1': BUILD_2_0_1,
  '2.3.9': BUILD_2_3_9,
  '2.3.24': BUILD_2_3_24,
  '3.1.8': BUILD_3_1_8,
};

/** The names of all profiles. */
export const profileNames = Object.keys(profiles) as readonly ProfileName[];
