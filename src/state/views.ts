/**
 * The shapes that screens are drawn from. Each is worked out from the state by the function of the same noun in `view.ts`;
 * all are flat or made of keys, so that one changed person redraws one row.
 */
import type {
  Evidence,
  Failure,
  FailureKind,
  MainSound,
  PersonKey,
  PickRefusal,
  RecordLine,
  Role,
  RoomKey,
  Slot,
} from './types.js';

/** The words of a person's state: the same in code, in `data-state` and on screen. */
export type Status =
  | 'planned'
  | 'inviting'
  | 'invited'
  | 'joining'
  | 'in-room'
  | 'no-answer'
  | 'declined'
  | 'failed'
  | 'main'
  | 'away';

/** One person, as a row needs them. */
export interface PersonView {
  readonly key: PersonKey;
  /** Safe to show: bidi controls gone, clamped. Empty when nothing visible is left: then say "Guest" and `order`. */
  readonly name: string;
  /** Order of arrival, from 1. */
  readonly order: number;
  /** 1, 2, … for people of the same name in order of arrival; 0 for everybody else. */
  readonly twin: number;
  readonly role: Role;
  readonly isSelf: boolean;
  /** Came after the rooms opened, or since the draft was begun. */
  readonly late: boolean;
  readonly lead: boolean;
  readonly locked: boolean;
  readonly status: Status;
  /** The room of that status: planned for, invited to, in. */
  readonly roomKey: RoomKey | null;
  readonly since: number;
  /** When the status ends by itself: an invitation's answer, a kept place. */
  readonly until: number | null;
  readonly evidence: Evidence;
  readonly failure: Failure | null;
}

/** What a stripe draws for one seat. */
export type SeatState =
  | 'free'
  | 'taken'
  | 'over'
  | 'incoming'
  | 'in-room'
  | 'joining'
  | 'invited'
  | 'no-answer'
  | 'failed'
  | 'declined';

/** Where this person is, invitations included. */
export type SelfAt = 'main' | 'invited' | 'joining' | 'in-room' | 'returning' | 'away';

/** One room, as a card needs it. In the draft `count` is people and `of` seats; live it is present and planned. */
export interface RoomView {
  readonly key: RoomKey;
  readonly number: number | null;
  /** `null`: the default name in the reader's language. */
  readonly name: string | null;
  readonly count: number;
  readonly of: number;
  /** People over the limit; 0 when it fits. */
  readonly over: number;
  /** Seats still free in the draft, or under the service's limit while open. */
  readonly free: number;
}

/** Something in the draft that somebody should look at, with its remedy. */
export interface PlanWarning {
  readonly kind:
    | 'over'
    /** Over its limit, and everybody in it is locked: nobody may be moved out. */
    | 'over-locked'
    | 'unassigned'
    | 'empty'
    | 'twins'
    | 'no-seats'
    | 'too-few'
    /** People to be kept together sit in several rooms. */
    | 'together'
    /** People to be kept apart sit in one room. */
    | 'apart'
    /** `count` rooms have people and no lead; `roomKey` is the first of them. */
    | 'no-lead'
    /** The rules want the same people together and apart. */
    | 'contradiction'
    /** `count` people of a list have not joined yet. */
    | 'expected';
  /** `stop` blocks opening. */
  readonly level: 'stop' | 'look';
  readonly roomKey: RoomKey | null;
  readonly count: number;
  readonly name: string | null;
  readonly remedy: 'fix' | 'place' | 'remove' | 'unlock' | 'resplit' | 'rules' | 'more-rooms' | 'see' | null;
  /** Whom it is about, where it is about somebody. */
  readonly people?: readonly PersonKey[];
}

/** Why something cannot be done now. Words come from `messages.reasons`. */
export interface Reason {
  readonly why:
    | 'not-moderator'
    | 'lecture-mode'
    | 'not-connected'
    | 'busy'
    | 'nobody'
    | 'blocked'
    | 'already-open'
    | 'not-open'
    | 'closing'
    | 'room-limit'
    | 'not-supported'
    | 'no-stream'
    | 'not-here'
    | 'nothing'
    | 'unknown-mode'
    /** Another moderator runs the rooms: take over first. */
    | 'other-drives';
  /** Which warning blocks, for `blocked`. */
  readonly warning?: PlanWarning;
  readonly count?: number;
}

/** How many people stand on each step. Its sum is the people of the round. */
export type Ladder = Readonly<Record<Exclude<Status, 'inviting'>, number>>;

/** An invitation or a move order, as the dialog needs it. */
export interface InviteView {
  readonly kind: 'invite' | 'unconfirmed' | 'move';
  readonly aside: boolean;
  readonly roomKey: RoomKey;
  readonly number: number | null;
  readonly name: string | null;
  readonly from: string | null;
  /** People known to be there, at most 3, and how many in all. Empty when nothing is known. */
  readonly there: readonly PersonKey[];
  readonly thereCount: number;
  readonly capacity: number | null;
  readonly micOn: boolean;
  readonly movesAt: number | null;
  readonly at: number;
  readonly canWait: boolean;
}

/** A try to join, as the panel needs it. */
export interface AttemptView {
  readonly kind: 'joining' | 'slow' | 'no-answer' | 'failed';
  readonly step: 'sound' | 'joining' | 'connected';
  readonly roomKey: RoomKey;
  readonly number: number | null;
  readonly name: string | null;
  readonly tries: number;
  readonly forced: boolean;
  /** Who moves this person, where the service said so. */
  readonly movedBy: string | null;
  readonly failureKind: FailureKind | null;
  readonly code: number | null;
  readonly text: string | null;
  readonly failedWall: number | null;
  /** The main room's sound is as it was before the try. */
  readonly soundBack: boolean;
  readonly since: number;
}

/** A room this person may go to by themselves, as its button needs it. */
export interface WayBackView {
  /** They came back from it, or declined the invitation to it. */
  readonly kind: 'returned' | 'declined';
  readonly roomKey: RoomKey;
  readonly number: number | null;
  readonly name: string | null;
}

/** A room to choose, as its row needs it. */
export interface ChoiceView {
  readonly slot: Slot;
  readonly number: number;
  readonly name: string | null;
  readonly capacity: number;
  readonly taken: number;
  /** `chosen` is this person's own, `full` has no seat for them. */
  readonly state: 'free' | 'full' | 'chosen';
  /** Picked, and not answered yet. */
  readonly asking: boolean;
  /** People known to have a seat there, oneself aside: the first few. */
  readonly people: readonly PersonKey[];
}

/** The rooms to choose from, as the chooser needs them. */
export interface OfferView {
  readonly rooms: readonly ChoiceView[];
  /** This person's seat, by slot. */
  readonly chosen: Slot | null;
  /** A moderator gave it, or took one away. */
  readonly moved: boolean;
  /** A pick, or the giving back of a seat, is not answered yet. */
  readonly asking: boolean;
  /** What became of the last pick, where it was not granted; number and name are of the room it was about. */
  readonly refused: {
    readonly why: PickRefusal;
    readonly slot: Slot | null;
    readonly number: number | null;
    readonly name: string | null;
  } | null;
  readonly aside: boolean;
  /** Who lets people choose. */
  readonly from: string | null;
  readonly at: number;
}

/** This person's stay in a room, as the banner needs it. */
export interface StayView {
  readonly state: 'in-room' | 'closing' | 'returning' | 'away';
  readonly roomKey: RoomKey;
  readonly number: number | null;
  readonly name: string | null;
  readonly people: number | null;
  readonly micOn: boolean;
  readonly micHeld: boolean;
  readonly mainSound: MainSound | 'live';
  readonly wantedSound: MainSound;
  readonly soundChanging: boolean;
  readonly soundFailed: boolean;
  readonly canListen: boolean;
  readonly closesAt: number | null;
  readonly graceMs: number;
  readonly keptUntil: number | null;
  /** The service moved this person here without asking. */
  readonly forced: boolean;
  /** Who did, where the service said so. */
  readonly movedBy: string | null;
  /** `closing` is about this person alone, or this room: a moderator calls back, and the other rooms stay open. */
  readonly calledBack: boolean;
  /** A moderator who is here without a seat of the plan. */
  readonly visiting: boolean;
}

/** One rule of the draft, as a line of a list needs it. */
export interface RuleView {
  /** Everybody of it in one room, or no two of them. */
  readonly kind: 'together' | 'apart';
  /** Which of its kind, from 0. */
  readonly at: number;
  /** Those of it who are here. */
  readonly people: readonly PersonKey[];
  /** How many of it are not here: the rule holds again when they are. */
  readonly left: number;
  /** The draft's seats do not keep it. */
  readonly isBroken: boolean;
  /** Why no split can keep it: it contradicts another, is about more people than a room has seats, or than there are rooms. */
  readonly impossible: 'contradiction' | 'too-many' | 'too-few-rooms' | null;
  /** The most people it could be about: seats of the largest room, or the number of rooms. */
  readonly size: number;
}

/** The times that count while rooms are open: moments of the session's clock. */
export interface TimeView {
  /** When the round's time is up; `null` without a timer. */
  readonly endsAt: number | null;
  readonly startedAt: number | null;
  /** While rooms close: when this person is brought back, or everybody is. */
  readonly closesAt: number | null;
  readonly graceMs: number;
  /** When this person last asked for more time. */
  readonly askedAt: number | null;
  /** This person can ask for more time: kits can talk. */
  readonly canAsk: boolean;
  /** When the meeting itself ends, where the service has said so. */
  readonly meetingEndsAt: number | null;
}

/** Who runs the open rooms. */
export interface DriverView {
  /** `null`: nobody does. */
  readonly key: PersonKey | null;
  readonly isMe: boolean;
  /** They are in the meeting and moderate. If not, any moderator may act at once. */
  readonly isHere: boolean;
  readonly name: string | null;
}

/** Somebody who asks for a moderator, as a row needs them. */
export interface HelpView {
  readonly person: PersonKey;
  readonly roomKey: RoomKey | null;
  readonly number: number | null;
  readonly name: string | null;
  readonly since: number;
  readonly claimedBy: PersonKey | null;
  /** This moderator is on the way. */
  readonly isMine: boolean;
}

/** This person's own call for a moderator. */
export interface OwnHelpView {
  /** They are in a room, kits can talk, and a moderator is known. Moderators need not call one. */
  readonly canAsk: boolean;
  /** When they asked; `null` while they have not. */
  readonly since: number | null;
  /** The moderator who is on the way. */
  readonly claimedBy: PersonKey | null;
  /** That moderator's name, safe to show. */
  readonly name: string | null;
}

/** A moderator's message. */
export interface MessageView {
  readonly id: string;
  /** Who wrote it; `null` when they have left. */
  readonly from: string | null;
  readonly isMine: boolean;
  /** `null`: to all rooms. */
  readonly roomKey: RoomKey | null;
  readonly number: number | null;
  readonly name: string | null;
  /** Safe to show: bidi controls gone, clamped. */
  readonly text: string;
  readonly at: number;
  /** How many of those it could reach have seen it. 0 of 0 for people who are no moderators. */
  readonly seen: number;
  readonly of: number;
  readonly dismissed: boolean;
}

/** Whom a message to a room, or to all rooms, reaches now. */
export interface ReachView {
  /** People in those rooms or on the way there, moderators aside. */
  readonly people: number;
  /** How many of them have a kit that shows it. */
  readonly reached: number;
  /** Rooms that are open. */
  readonly rooms: number;
}

/** A line of the record, as it may be shown: names are safe, and `null` where they would show nothing. */
export type RecordEntry = RecordLine;

/** One person's stay in one room. */
export interface RecordStay {
  readonly round: number;
  readonly roomNumber: number | null;
  readonly roomName: string | null;
  /** How sure it is that they were there. */
  readonly evidence: Evidence;
  /** Wall clock, in milliseconds since 1970. */
  readonly from: number;
  /** `null` while they are there, as far as is known. */
  readonly to: number | null;
  /** How long, in milliseconds; for a stay that has no end yet, until the newest line of the record. */
  readonly ms: number;
}

/** What the record says of one person. */
export interface RecordPerson {
  readonly person: PersonKey;
  /** As they were first called; `null` for a name that would show nothing. */
  readonly name: string | null;
  readonly userRef: string | null;
  /** In the order of their beginning. */
  readonly stays: readonly RecordStay[];
  /** The rounds in which they were in a room. */
  readonly rounds: readonly number[];
  /** How long they were in rooms, in milliseconds. */
  readonly ms: number;
  /** How often they were asked to a room, and what came of it. */
  readonly invited: number;
  readonly declined: number;
  readonly noAnswer: number;
  readonly failed: number;
  readonly askedHelp: number;
}
