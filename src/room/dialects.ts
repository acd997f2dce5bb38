/**
 * What a room's methods are called and what differs from build to build. Decided by the names that exist, and by the version where
 * names cannot tell. EnableX spellings of breakout methods appear nowhere else in the kit.
 */
import type { Capabilities } from '../state/types.js';
import { field } from './payload.js';

/** Spellings in the order they are tried: as the builds have it first, then as pages of the documentation do. */
const SPELLINGS = {
  create: ['createBreakOutRoom', 'createBreakoutRoom'],
  createAndInvite: ['createAndInviteBreakOutRoom', 'createAndInviteBreakoutRoom'],
  invite: ['inviteToBreakoutRoom', 'inviteToBreakOutRoom'],
  join: ['joinBreakOutRoom', 'joinBreakoutRoom'],
  decline: ['rejectBreakoutRoomInvite', 'rejectBreakOutRoomInvite', 'rejectBreakOutRoomInvitation'],
  pause: ['pauseRoom', 'pause'],
  resume: ['resumeRoom', 'resume'],
  mute: ['muteRoom'],
  unmute: ['unMuteRoom', 'unmuteRoom'],
  clearAll: ['clearAllBreakOutSession', 'clearAllBreakoutSession'],
  destroyAll: ['destroyAllBreakOutSession', 'destroyAllBreakoutSession'],
  send: ['sendUserData'],
  maxTalkers: ['getMaxTalkers'],
} as const;

/** A thing a room can be asked for, under one name whatever the build calls it. */
export type MethodName = keyof typeof SPELLINGS;

/** What the adapter does differently from build to build. */
export interface Behaviour {
  /** Invitees understand `force_join`; otherwise it is an ordinary invitation to them. */
  readonly forceJoin: boolean;
  /** The SDK publishes the microphone in a breakout room, subscribes to the others there and remembers the room. */
  readonly finishesJoin: boolean;
}

/** A build's behaviour, from this version up to the next row. */
interface Row extends Behaviour {
  readonly from: string;
}

const BUILDS: readonly Row[] = [
  { from: '0', forceJoin: false, finishesJoin: true },
  { from: '2.0.1', forceJoin: true, finishesJoin: true },
  // Up to 2.3.9 they call the join callback and then stumble over their own code.
  { from: '2.3.0', forceJoin: true, finishesJoin: false },
  { from: '2.3.10', forceJoin: true, finishesJoin: true },
];

const NEWEST = BUILDS[BUILDS.length - 1] as Row;

/** How to talk to one room. */
export interface Dialect extends Behaviour {
  /** The room is the vendor's guide taken at its word, which no published build is. */
  readonly guide: boolean;
  /** The value in `unMuteRoom`'s argument that unmutes: `false` in every build, `true` in the guide. */
  readonly unmuteFlag: boolean;
  /** The method under its spelling here, bound to the room, or `null`. Looked up anew each time: SDKs attach late. */
  readonly method: (name: MethodName) => ((...inputs: readonly unknown[]) => unknown) | null;
  /** Whether the room has it. */
  readonly has: (name: MethodName) => boolean;
}

/** Finds out how to talk to a room. `version` is what `EnxRtc.version` says, or `null`. */
export function dialectOf(room: object, version: string | null): Dialect {
  const method = (name: MethodName) => {
    for (const spelling of SPELLINGS[name]) {
      const found = field(room, spelling);
      if (typeof found === 'function')
        return (...inputs: readonly unknown[]) => Reflect.apply(found, room, inputs) as unknown;
    }
    return null;
  };
  const has = (name: MethodName) => method(name) !== null;
  const guide = version === null && followsTheGuide(room);
  const { forceJoin, finishesJoin } = version === null ? NEWEST : behaviourOf(version);
  return {
    guide,
    unmuteFlag: guide,
    // Without a version the names tell: clearing all came with force_join.
    forceJoin: version === null ? guide || has('clearAll') : forceJoin,
    finishesJoin,
    method,
    has,
  };
}

/** Only the guide writes "Breakout" with a small o in these; every build has a capital one. */
function followsTheGuide(room: object): boolean {
  const writes = (name: 'create' | 'createAndInvite', spelling: 0 | 1) =>
    typeof field(room, SPELLINGS[name][spelling]) === 'function';
  const asBuilt = writes('create', 0) || writes('createAndInvite', 0);
  return !asBuilt && (writes('create', 1) || writes('createAndInvite', 1));
}

/** What a build does. A version that cannot be read is taken as the newest. */
export function behaviourOf(version: string): Behaviour {
  if (!/^v?\d/.test(version)) return NEWEST;
  return BUILDS.findLast((row) => compareVersions(version, row.from) >= 0) ?? NEWEST;
}

function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => (version.match(/\d+/g) ?? []).map(Number));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What the kit can offer over this room. */
export function capabilitiesOf(
  dialect: Dialect,
  known: { readonly channel: boolean; readonly ownStream: boolean },
): Capabilities {
  const rooms = dialect.has('create') && dialect.has('invite');
  return {
    rooms,
    decline: dialect.has('decline'),
    forceJoin: dialect.forceJoin && dialect.has('invite'),
    wire: known.channel || dialect.has('send'),
    recall: dialect.guide && dialect.has('clearAll'),
    ownStream: known.ownStream,
  };
}
