/** What a breakout session is, for hooks and applications. */
import type { StoreApi } from 'zustand/vanilla';
import type { Clock } from '../clock.js';
import type { ListChange } from '../planner/list/listChange.js';
import type { KitEvent } from '../state/events.js';
import type {
  Expected,
  Failure,
  LatePolicy,
  MainSound,
  Opening,
  PersonKey,
  Plan,
  PlanReason,
  RoomKey,
  Rules,
  Slot,
  Split,
  State,
  Times,
} from '../state/types.js';
import type { Setup } from '../state/setup.js';
import type { KeyValueStore } from './keyValueStore.js';
import type { Channel } from '../room/channel.js';
import type { RoomPort, Visit } from '../room/roomPort.js';

/** What came of an action. Actions never reject and never hang. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly failure: Failure };

/** What came of moving people: who moved, and who found no seat and stayed where they were. */
export interface MoveOutcome {
  readonly moved: readonly PersonKey[];
  readonly left: readonly PersonKey[];
  /** The room is full now. */
  readonly full: boolean;
}

/** What came of a list: who was placed, and how many people will be when they join. */
export interface ListOutcome {
  readonly placed: readonly PersonKey[];
  readonly expected: number;
}

/** What came of mixing people anew. All 0 where there was nothing to draw. */
export interface Mixed {
  /** Pairs that meet again, counted once for each earlier meeting. */
  readonly repeats: number;
  /** Proven: no plan for so many people in such rooms has fewer. The best there is may be higher. */
  readonly bound: number;
  /** Rounds that are planned now, this one included. */
  readonly rounds: number;
}

/** Everything a person can do. The same functions for the whole life of the session. */
export interface Actions {
  /* the draft: at once, undoable */
  readonly setRoomCount: (count: number) => void;
  /** The first draft of a planner, drawn over so many rooms. No step of undo, and nothing where there is a draft already. */
  readonly proposeRooms: (count: number) => void;
  readonly addRoom: () => void;
  readonly removeRoom: (room: { readonly roomKey: RoomKey }) => void;
  /** `null` or blank gives the default name back. */
  readonly renameRoom: (room: { readonly roomKey: RoomKey; readonly name: string | null }) => void;
  /** In the draft a room may get too full (it blocks Open); an open room never does, and people really move. */
  readonly movePeople: (
    move: { readonly people: readonly PersonKey[]; readonly to: RoomKey | 'none' | 'main' },
    reason?: PlanReason,
  ) => MoveOutcome;
  readonly reshuffle: () => void;
  readonly placeRemaining: () => void;
  readonly fixRoom: (room: { readonly roomKey: RoomKey }) => void;
  /**
   * `choose` lets people pick their rooms until the rooms open, while kits can talk; seats that an even split drew become free.
   * Leaving it keeps the seats people chose.
   */
  readonly setSplit: (split: Split) => void;
  readonly setOpening: (opening: Opening) => void;
  readonly setCapacity: (capacity: number | null) => void;
  /** Seats of one room alone; `null` gives it as many as the others again. */
  readonly setRoomCapacity: (room: { readonly roomKey: RoomKey; readonly seats: number | null }) => void;
  /** "4 people each": as many rooms as that takes, drawn anew. The room limit holds. */
  readonly setRoomSize: (people: number) => void;
  /** Replaces the rules that are named; the others stay. Nobody is moved before the next split. */
  readonly setRules: (rules: Partial<Rules>) => void;
  /**
   * Draws the split in which the fewest pairs meet again who sat together in earlier rounds; with rounds planned ahead, takes the
   * next of them.
   */
  readonly meetNewPeople: () => Promise<Mixed>;
  /** Plans this round and the ones after it (20 at most), so that as few pairs as possible meet twice. The first is the draft. */
  readonly planRounds: (plan: { readonly rounds: number }) => Promise<Mixed>;
  readonly setLocked: (what: { readonly people: readonly PersonKey[]; readonly on: boolean }) => void;
  readonly setLead: (what: { readonly people: readonly PersonKey[]; readonly on: boolean }) => void;
  /**
   * Applies a list that somebody looked at: rooms, seats, leads and locks as one step of undo. Whoever is not here is expected,
   * and seated when they join. A list that gives places ends an even split (`plan.split` becomes `hand`), so that nothing draws
   * them anew unasked. Only in the draft: while rooms are open it does nothing.
   */
  readonly applyList: (list: ListChange) => ListOutcome;
  /** Waits no longer for these people of a list, which are entries of `plan.expected`; without a list of them, for nobody. */
  readonly forgetExpected: (who?: readonly Expected[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly replacePlan: (plan: Plan) => void;
  /** Rooms, names, seats and settings of a set-up, as one step of undo. An even split is drawn anew; else people keep the room of the same number. */
  readonly applySetup: (setup: Setup) => void;

  /* the moderator, live */
  readonly openRooms: () => Promise<Outcome>;
  readonly inviteAgain: (who: { readonly people: readonly PersonKey[] }) => Promise<Outcome>;
  readonly endRooms: () => Promise<Outcome>;
  readonly keepRoomsOpen: () => Promise<Outcome>;
  readonly closeNow: () => Promise<Outcome>;
  readonly visitRoom: (room: { readonly roomKey: RoomKey }) => Promise<Outcome>;
  /** More time (or less, below 0) for the round; a round without a timer gets one. Takes a closing by the timer back. */
  readonly addTime: (more: { readonly ms: number }) => void;
  /** So much time is left from now, in milliseconds; `null` takes the timer away. */
  readonly setTimeLeft: (left: { readonly ms: number | null }) => void;
  /** What becomes of people who come while rooms are open. Part of the draft; while rooms are open it counts at once. */
  readonly setLate: (policy: LatePolicy) => void;
  /** Length of the next round in minutes, part of the draft; `null` for none. */
  readonly setMinutes: (minutes: number | null) => void;
  /**
   * Seats for people who came late (all of them, unless named): in the smallest rooms, or in the room they were in before; they are
   * invited, or moved where the plan moves people. `main`: they stay in main on purpose.
   */
  readonly placeLate: (late: {
    readonly how: 'fill' | 'former' | 'main';
    readonly people?: readonly PersonKey[];
  }) => MoveOutcome;
  /** Everybody of one room comes back after the notice; invitations to it end. EnableX: kits leave by `disconnect()`. */
  readonly closeRoom: (room: { readonly roomKey: RoomKey }) => Promise<Outcome>;
  /** This moderator runs the rooms from now on; the other is told. */
  readonly takeOver: () => void;
  /** Another moderator, who is here and has a kit, runs the rooms from now on. */
  readonly handOver: (to: { readonly person: PersonKey }) => void;
  /** "I go there": the person and the other moderators are told. Visiting the room ends the call. */
  readonly claimHelp: (call: { readonly person: PersonKey }) => void;
  readonly releaseHelp: (call: { readonly person: PersonKey }) => void;
  /** The call is answered without a visit. */
  readonly resolveHelp: (call: { readonly person: PersonKey }) => void;
  /** Words to the people in all rooms, or in one. At most 300 UTF-16 units, 5 messages in 10 s: what is more is refused as `too-many`. EnableX: `sendUserData`. */
  readonly announce: (message: { readonly text: string; readonly roomKey?: RoomKey | null }) => Outcome;
  /** After closing: back to a draft with the same rooms and seats. */
  readonly planAgain: () => void;
  /** Forgets what was recorded so far. What happens from now on is recorded as before. */
  readonly clearRecord: () => void;

  /* the person */
  readonly acceptInvite: () => Promise<Outcome>;
  readonly declineInvite: () => Promise<Outcome>;
  readonly putInviteAside: () => void;
  readonly takeUpInvite: () => void;
  /** Asks for 20 s more before a move. */
  readonly waitWithMove: () => void;
  /** Asks for a seat in an offered room. The answer comes into `offerView`; without one within 2 s it says so. */
  readonly pickRoom: (room: { readonly slot: Slot }) => void;
  /** Gives the seat of an offer back. */
  readonly givePickBack: () => void;
  readonly putOfferAside: () => void;
  readonly takeUpOffer: () => void;
  readonly cancelJoin: () => Promise<Outcome>;
  readonly retryJoin: () => Promise<Outcome>;
  readonly dismissAttempt: () => void;
  readonly returnToMain: () => Promise<Outcome>;
  /** Goes to the room this person came back from or declined, while `wayBackView` names it. EnableX: `joinBreakOutRoom`. */
  readonly goBack: () => Promise<Outcome>;
  /** Asks for a moderator. Nothing where this person is not in a room. */
  readonly askForHelp: () => void;
  readonly cancelHelp: () => void;
  /** Asks the moderators for more time. */
  readonly askForTime: () => void;
  /** A moderator's message was shown to this person: its sender is told, once. */
  readonly seeAnnouncement: (message: { readonly id: string }) => void;
  readonly dismissAnnouncement: (message: { readonly id: string }) => void;
  readonly setMainSound: (sound: MainSound) => Promise<Outcome>;
  /** Tries again to bring the main room's sound to what it should be. */
  readonly restoreSound: () => Promise<Outcome>;
  readonly setMic: (on: boolean) => Promise<Outcome>;
  readonly dismissNotice: (notice: { readonly id: number }) => void;
}

/** The application's own mic button and players, where it has them. */
export interface MediaBridge {
  readonly isMicMuted?: (() => boolean) | undefined;
  readonly setMicMuted?: ((muted: boolean) => void) | undefined;
  /** Silences or restores the application's own players of the main room. Without it nothing is promised about incoming sound. */
  readonly silenceMain?: ((silent: boolean) => void) | undefined;
}

/** A moderator's set-ups, kept for other meetings in the same store as drafts. */
export interface Setups {
  /** The newest first. None where nothing can be read. */
  readonly list: () => Promise<readonly Setup[]>;
  /** Keeps the rooms of the draft under a name; one of that name is replaced. */
  readonly save: (name: string) => Promise<Outcome>;
  readonly remove: (name: string) => Promise<Outcome>;
}

/** Lets a moderator's draft survive a reload of the page. Nothing is kept unless an application says so. */
export interface DraftStorage {
  /** Names this meeting. A draft is kept for it alone, and nobody is known again in another. */
  readonly meeting: string;
  /** @defaultValue the page's `localStorage` */
  readonly store?: KeyValueStore | undefined;
  /** How long a draft is kept after its last change, in milliseconds. @defaultValue 86400000, a day */
  readonly keptFor?: number | undefined;
}

/** What an application knows of a person beyond the meeting. All of it may be missing. */
export interface PersonInfo {
  /** Matches people of a list, and stands in an exported one. Shown to moderators only, never sent. */
  readonly email?: string | null | undefined;
}

/** What an application may say when it makes a session. The first word holds. */
export interface SessionOptions {
  readonly clock?: Clock | undefined;
  /** Replays exactly. Default: real chance. */
  readonly seed?: number | undefined;
  readonly times?: Partial<Times> | undefined;
  readonly sdkVersion?: string | undefined;
  readonly maxActiveTalkers?: number | undefined;
  /** Carries messages between kits instead of `sendUserData`. */
  readonly channel?: Channel | undefined;
  /** What the main room does while away from it. @defaultValue 'paused' */
  readonly mainSound?: MainSound | undefined;
  readonly media?: MediaBridge | undefined;
  readonly isModerator?:
    | ((person: {
        readonly clientId: string | null;
        readonly userRef: string | null;
        readonly name: string;
      }) => boolean)
    | undefined;
  /**
   * What the application knows of somebody, by their `user_ref` for instance. Asked when a list is read, applied or handed out,
   * and when somebody joins while a list waits for people; never stored. Names on screen are the meeting's own, and avatars are
   * initials: the kit asks for the e-mail address alone. A throw is reported, and nothing is known.
   */
  readonly personInfo?:
    | ((person: {
        readonly clientId: string | null;
        readonly userRef: string | null;
        readonly name: string;
      }) => PersonInfo | null | undefined)
    | undefined;
  /** The one tap: everything that happens, in order, failures included. A throw in it is reported and the kit goes on. */
  readonly onEvent?: ((event: KitEvent) => void) | undefined;
  readonly onPlanChange?: ((plan: Plan, change: { readonly reason: PlanReason }) => void) | undefined;
  /**
   * Where drafts are kept: rooms and their names, and who sits where by fingerprint. No name of a person, no `user_ref` and no
   * client id is written. Read once, on the first `hold()`; needs a page with Web Crypto (https).
   * @defaultValue nothing is kept
   */
  readonly storage?: DraftStorage | undefined;
  /** A breakout room was entered: the application may play and publish there itself. Returns what to do on leaving. */
  readonly onEnterRoom?: ((visit: Visit) => void | (() => void)) | undefined;
}

/** One person's breakout rooms over one video room. Lives outside React. */
export interface BreakoutSession {
  readonly store: StoreApi<State>;
  readonly actions: Actions;
  /**
   * Calls back after each commit of the store that may have changed what `personView` says of this person, and after no other:
   * for one reader among thousands. Returns the end of it.
   */
  readonly watchPerson: (key: PersonKey, hear: () => void) => () => void;
  readonly clock: Clock;
  /** What the application said of a person through `personInfo`; empty where it said nothing. */
  readonly personInfo: (key: PersonKey) => PersonInfo;
  /** The stay in a breakout room, with its EnxRoom and local stream; `null` in main. */
  readonly breakoutRoom: () => Visit | null;
  /**
   * Begins to listen; counted, so two holders subscribe once. Returns the release.
   * When the last holder is gone for 1 s while the person is in a room, the kit leaves it and restores the sound.
   */
  readonly hold: () => () => void;
  /** Ends it for good: leaves a room, restores the sound, removes every listener and timer. */
  readonly dispose: () => Promise<void>;
  readonly port: RoomPort;
  /** Kept set-ups; `null` without the option `storage`. */
  readonly setups: Setups | null;
}
