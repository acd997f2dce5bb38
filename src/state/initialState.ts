/** What a kit knows before it knows anything. A constant, so that a server and the first render of a browser agree. */
import { DEFAULT_TIMES } from './deadlines.js';
import { isSameInDraft } from './roster.js';
import type { Capabilities, Limits, Plan, Rules, State } from './types.js';
import { VersionedMap } from './versionedMap.js';

/** EnableX as documented: 10 rooms, 2 people at least. The most is not known until the room tells. */
export const DEFAULT_LIMITS: Limits = { maxRooms: 10, minPeople: 2, maxPeople: null };

const NO_CAPABILITIES: Capabilities = {
  rooms: false,
  decline: false,
  forceJoin: false,
  wire: false,
  recall: false,
  ownStream: false,
};

/** Nothing to hold to. */
export const NO_RULES: Rules = { together: [], apart: [], leadEach: false };

/** A draft with no rooms. */
export const EMPTY_PLAN: Plan = {
  rooms: [],
  seats: new Map(),
  staying: new Set(),
  locked: new Set(),
  leads: new Set(),
  split: 'even',
  capacity: null,
  opening: 'invite',
  minutes: null,
  late: 'ask',
  rules: NO_RULES,
  expected: [],
  ahead: [],
};

/** Nothing is known yet. */
export const INITIAL_STATE: State = {
  at: 0,
  connection: 'unknown',
  mode: 'unknown',
  limits: DEFAULT_LIMITS,
  capabilities: NO_CAPABILITIES,
  people: new VersionedMap(new Map(), { isMinor: isSameInDraft }),
  clients: new VersionedMap(),
  arrivals: 0,
  self: {
    key: null,
    clientId: null,
    role: 'unknown',
    at: 'main',
    roomKey: null,
    roomId: null,
    since: 0,
    roomConnection: 'connected',
    forced: false,
    movedBy: null,
    invite: null,
    attempt: null,
    left: null,
    offer: null,
    sound: { wanted: 'paused', main: 'live', changing: false, failure: null, micOn: false, micHeld: false },
    returning: null,
    recallAt: null,
    help: null,
    askedTimeAt: null,
    members: [],
    talkers: [],
  },
  plan: EMPTY_PLAN,
  past: [],
  future: [],
  rooms: new Map(),
  round: {
    phase: 'draft',
    number: 0,
    openedAt: null,
    endsAt: null,
    grace: null,
    closesAt: null,
    closedAt: null,
    plan: null,
    visitors: new Map(),
  },
  departed: new VersionedMap(),
  history: [],
  driver: null,
  help: new Map(),
  timeAsks: new Map(),
  announcements: [],
  record: [],
  meetingEndsAt: null,
  offering: null,
  restoring: false,
  calls: new Map(),
  notices: [],
  noticed: 0,
  times: DEFAULT_TIMES,
};
