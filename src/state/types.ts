/**
 * What is true: the shape of everything the kit knows, as plain data.
 * SDK objects, streams and functions never come in here; ids live in Maps and Sets.
 */

/** Our own name for a person: their `user_ref` if no other live person holds it, else the client id they were first seen with. */
export type PersonKey = string;
/** Our own name for a room. It outlives the service's ids: a room made again keeps its key, number, name and hue. */
export type RoomKey = string;
/** The service's name for a connection. A person gets a new one after a network drop or a reload. */
export type ClientId = string;
/** The service's name for a breakout room. Dies when the room is emptied or destroyed. */
export type RoomId = string;
/** Our own name for one open call to the service. */
export type CallId = string;

/** A person's part in the meeting. Only moderators plan; audience and viewers are never in a plan. */
export type Role = 'moderator' | 'participant' | 'audience' | 'viewer' | 'unknown';
/** The meeting's mode. Breakout rooms exist in group mode only. */
export type Mode = 'group' | 'lecture' | 'unknown';
/** The state of this person's connection to the main room. */
export type Connection = 'unknown' | 'connected' | 'reconnecting' | 'lost';

/** What the service allows. EnableX: 10 rooms, 2 people at least, `max_active_talkers` − 1 at most, group mode. */
export interface Limits {
  readonly maxRooms: number;
  readonly minPeople: number;
  /** `null` when the room does not tell: then the largest planned room is asked for. */
  readonly maxPeople: number | null;
}

/** What the room in hand can do. A missing capability hides its control; it is never a dead button. */
export interface Capabilities {
  /** Rooms can be made and people invited. */
  readonly rooms: boolean;
  /** A decline is told by the service itself, not only by the wire. */
  readonly decline: boolean;
  /** Invitees can be moved without being asked (`force_join`). */
  readonly forceJoin: boolean;
  /** Kits can talk to each other (`sendUserData`, or the application's own channel). */
  readonly wire: boolean;
  /** The service itself can bring everybody back. True for no published build. */
  readonly recall: boolean;
  /** The person's own stream in the main room is known, so that listening to main is possible. */
  readonly ownStream: boolean;
}

/** Why something did not happen. Worded by `messages.failures`; never thrown. */
export type FailureKind =
  | 'no-answer'
  | 'offline'
  | 'refused'
  | 'no-pass'
  | 'create-failed'
  | 'count-missing'
  | 'over-meeting-capacity'
  | 'room-limit'
  | 'invalid'
  | 'moderators-only'
  /** Another moderator runs the rooms, or opened theirs first. */
  | 'other-drives'
  | 'lecture-mode'
  | 'media-denied'
  | 'not-connected'
  | 'not-supported'
  | 'capacity'
  | 'already-in-room'
  | 'from-main-only'
  | 'room-gone'
  | 'fewer-rooms'
  /** More messages than others are shown in so short a time. */
  | 'too-many'
  | 'cancelled'
  | 'threw'
  | 'unknown';

/** One thing that did not happen, and why. */
export interface Failure {
  readonly kind: FailureKind;
  /** The service's number, such as 1726. `null` where it gave none or the kit found out by itself. */
  readonly code: number | null;
  /** The service's own words, for Details. Untrusted text. */
  readonly text: string | null;
}

/** How sure the kit is of somebody's whereabouts: the SDK said so, their kit said so, or it follows from something else. */
export type Evidence = 'confirmed' | 'told' | 'inferred';

/** Where a person is, as this kit knows it. */
export type Place =
  | { readonly at: 'main' }
  | { readonly at: 'invited'; readonly roomKey: RoomKey; readonly since: number }
  | { readonly at: 'joining'; readonly roomKey: RoomKey; readonly since: number }
  | { readonly at: 'in-room'; readonly roomKey: RoomKey; readonly since: number; readonly evidence: Evidence }
  | { readonly at: 'no-answer'; readonly roomKey: RoomKey; readonly since: number }
  | { readonly at: 'declined'; readonly roomKey: RoomKey; readonly since: number }
  | { readonly at: 'failed'; readonly roomKey: RoomKey; readonly since: number; readonly failure: Failure };

/** A room that somebody has not left yet. */
export interface Still {
  readonly roomKey: RoomKey;
  readonly since: number;
  readonly evidence: Evidence;
}

/** A room that somebody was in until now. */
export interface JustLeft {
  readonly roomKey: RoomKey;
  readonly since: number;
  readonly at: number;
}

/** Somebody who left the meeting while rooms were open. */
export interface Departed {
  /** When their connection was lost. */
  readonly at: number;
  /** The room they were in, asked to, or had a seat in; `null` for none. */
  readonly roomKey: RoomKey | null;
}

/** Somebody in the meeting. */
export interface Person {
  readonly key: PersonKey;
  /** Today's connection. `null` while dropped and the place is kept. */
  readonly clientId: ClientId | null;
  readonly userRef: string | null;
  /** As the service gave it: untrusted, unclamped. Show it through `displayName`. */
  readonly name: string;
  readonly role: Role;
  /** Order of arrival, from 1: tells twins by name apart, and sorts. */
  readonly order: number;
  readonly joinedAt: number;
  /** Came after the first roster was read. */
  readonly late: boolean;
  /** Their application runs this kit, so it obeys moves and recalls. */
  readonly hasKit: boolean;
  readonly place: Place;
  /** The room they still are in while they are asked to the next one, or on the way. */
  readonly still: Still | null;
  /** Until when the place is kept after a drop; `null` while connected. */
  readonly awayUntil: number | null;
  /**
   * The room that the service says they have left, until their own kit says so too or they go elsewhere: of a connection that
   * breaks, some servers tell the end of the breakout room first.
   */
  readonly justLeft: JustLeft | null;
  /** Since when they are here again, on a new connection, and nobody has said whether they are where their place was kept. */
  readonly backAt: number | null;
}

/** One room of the draft. */
export interface PlanRoom {
  readonly key: RoomKey;
  /** 1 to 10: the number people remember; it also picks the hue. */
  readonly number: number;
  /** `null`: the default, "Room 3" in the reader's language. */
  readonly name: string | null;
  /** Seats of this room alone; `null` is as many as the plan says. Never more than the service allows. */
  readonly capacity: number | null;
}

/** How seats are given: drawn evenly, by hand, or people pick their own. */
export type Split = 'even' | 'hand' | 'choose';

/** Who sits where, in the order of seating: who was seated last stands last. */
export type Seats = ReadonlyMap<PersonKey, RoomKey>;

/** What a split holds to besides seats and locks. What cannot be met is named, never silently broken. */
export interface Rules {
  /** Each of these groups sits in one room. */
  readonly together: readonly (readonly PersonKey[])[];
  /** No two people of one of these groups sit in the same room. */
  readonly apart: readonly (readonly PersonKey[])[];
  /** Each room with people needs a lead: one that has none is named. Leads are spread over the rooms in any case. */
  readonly leadEach: boolean;
}

/** The groups that sat together in one round. */
export type Groups = readonly (readonly PersonKey[])[];

/** Somebody of a list who has not joined yet. They are seated when they do. */
export interface Expected {
  readonly name: string | null;
  readonly email: string | null;
  readonly userRef: string | null;
  readonly to: RoomKey | 'main';
}
/** Somebody who has just become known. The e-mail address comes from the application: the service has none. */
export interface Arrival {
  readonly person: PersonKey;
  readonly email: string | null;
}
/** Ask people, or move them at once. */
export type Opening = 'invite' | 'move';

/**
 * What becomes of somebody who comes while rooms are open. `ask`: the moderator is asked; `fill`: the smallest room that has a seat;
 * `former`: the room they were in before, else the moderator is asked; `main`: they stay in the main room.
 */
export type LatePolicy = 'ask' | 'fill' | 'former' | 'main';

/** A draft: who should sit where. Small and immutable, so that undo keeps the last ones. */
export interface Plan {
  readonly rooms: readonly PlanRoom[];
  readonly seats: ReadonlyMap<PersonKey, RoomKey>;
  /** People who stay in the main room on purpose. */
  readonly staying: ReadonlySet<PersonKey>;
  /** People whom a reshuffle leaves where they are. */
  readonly locked: ReadonlySet<PersonKey>;
  readonly leads: ReadonlySet<PersonKey>;
  readonly split: Split;
  /** Seats in each room; `null` is as many as the service allows. Never more than that. */
  readonly capacity: number | null;
  readonly opening: Opening;
  /** Length of the round in minutes; `null` for none. */
  readonly minutes: number | null;
  /** What becomes of people who come while rooms are open. */
  readonly late: LatePolicy;
  readonly rules: Rules;
  /** People of a list who have not joined yet. */
  readonly expected: readonly Expected[];
  /** The rounds planned to follow this one, nearest first. Empty when only this one is planned. */
  readonly ahead: readonly Seats[];
}

/** Why the plan changed, as told to `onPlanChange`. */
export type PlanReason =
  | 'drag'
  | 'menu'
  | 'keys'
  | 'fill'
  | 'reshuffle'
  | 'proposal'
  | 'rooms'
  | 'rename'
  | 'settings'
  | 'rules'
  | 'rounds'
  | 'import'
  | 'chosen'
  | 'joined'
  | 'restored'
  | 'undo'
  | 'redo'
  | 'left'
  | 'host';

/** One room as the service has it. */
export interface Room {
  readonly key: RoomKey;
  readonly number: number | null;
  readonly name: string | null;
  /** Today's id; `null` before it exists and after it died. */
  readonly roomId: RoomId | null;
  readonly pastIds: readonly RoomId[];
  /** Seats; `null` when not told. */
  readonly capacity: number | null;
  /** This kit made it, or a moderator listed it or ordered somebody there: an invitation to it is trusted. */
  readonly listed: boolean;
}

/** Where the whole thing stands. */
export type Phase = 'draft' | 'opening' | 'open' | 'closing' | 'closed';

/** The round that is being held, or the last one. */
export interface Round {
  readonly phase: Phase;
  /** 0 before the first opening. */
  readonly number: number;
  readonly openedAt: number | null;
  /** When the time of the round is up; `null` without a timer. The grace follows. */
  readonly endsAt: number | null;
  /** The grace that the moderator's kit told with the time, in milliseconds; `null`: this kit's own (`times.grace`). */
  readonly grace: number | null;
  /** End of the grace while closing. */
  readonly closesAt: number | null;
  readonly closedAt: number | null;
  /** The plan the rooms opened with: while they are open, undo goes back to it and no further. `null` in the draft. */
  readonly plan: Plan | null;
  /** Who has been in which room so far, visiting moderators aside. */
  readonly visitors: ReadonlyMap<RoomKey, ReadonlySet<PersonKey>>;
}

/** An invitation to this person. */
export interface Invite {
  readonly roomId: RoomId;
  readonly roomKey: RoomKey;
  /** Who sent it, where that is known. */
  readonly from: PersonKey | null;
  /** The sender is a moderator, or a moderator listed the room. Otherwise "Not now" leads. */
  readonly trusted: boolean;
  readonly at: number;
  /** Put aside with Escape: a chip instead of a dialog. */
  readonly aside: boolean;
  /** A moderator's order to move: joins by itself at this time. `null` for an ordinary invitation. */
  readonly movesAt: number | null;
  /** How often this person asked to wait. */
  readonly waits: number;
}

/** The named steps of the joining panel. */
export type JoinStep = 'sound' | 'joining' | 'connected';

/** One try to get into a room. Stays after a failure until dismissed, so that the panel can say what happened. */
export interface Attempt {
  readonly id: number;
  /** How many tries for the same room, from 1. */
  readonly tries: number;
  readonly roomId: RoomId;
  readonly roomKey: RoomKey;
  readonly step: JoinStep;
  readonly since: number;
  readonly slowAt: number;
  readonly giveUpAt: number;
  /** Takes longer than usual. */
  readonly slow: boolean;
  /** The service moved this person; the kit did not start it. */
  readonly forced: boolean;
  readonly failure: Failure | null;
  /** Wall clock of the failure, for Details. */
  readonly failedWall: number | null;
}

/** The main room's sound while in a breakout room. */
export type MainSound = 'muted' | 'paused' | 'listening';

/** An offer's own name for a room, good as long as the offer is. */
export type Slot = string;

/** A room that people may choose, with its seats as the moderator's kit counts them. */
export interface OfferedRoom {
  readonly slot: Slot;
  readonly number: number;
  readonly name: string | null;
  readonly capacity: number;
  /** People with a seat there; a draft may have more of them than seats. */
  readonly taken: number;
  /** Today's connections of the first few of them. */
  readonly clientIds: readonly ClientId[];
}

/** Why somebody did not get the room they picked. `no-answer`: no moderator's kit answered in time. */
export type PickRefusal = 'full' | 'gone' | 'locked' | 'no-answer';

/** The rooms that a moderator lets this person choose from, before they open. */
export interface Offer {
  readonly from: PersonKey;
  readonly rooms: readonly OfferedRoom[];
  /** The seat that the moderator's kit has confirmed. */
  readonly mine: Slot | null;
  /** A moderator gave that seat, or took one away. */
  readonly moved: boolean;
  /** A pick that is not answered yet; its slot is `null` where a seat is given back. */
  readonly asked: { readonly slot: Slot | null; readonly until: number } | null;
  /** What became of the last pick, where it was not granted. */
  readonly refused: { readonly slot: Slot | null; readonly why: PickRefusal } | null;
  /** Put aside with Escape: a chip instead of a card. */
  readonly aside: boolean;
  readonly at: number;
}

/** This person's sound. */
export interface Sound {
  /** What the person wants of the main room while away from it. */
  readonly wanted: MainSound;
  /** What it is now: `live` is the main room as usual. */
  readonly main: MainSound | 'live';
  /** A change is under way. */
  readonly changing: boolean;
  /** The last change failed: sound is not as it should be. Shown with a remedy until mended. */
  readonly failure: Failure | null;
  /** Whether the person's own microphone is on, here and now. */
  readonly micOn: boolean;
  /** A moderator holds it muted. */
  readonly micHeld: boolean;
}

/** Somebody in a room asks for a moderator. */
export interface HelpCall {
  readonly person: PersonKey;
  /** Where they are; `null` when that is not known. */
  readonly roomKey: RoomKey | null;
  readonly since: number;
  /** The moderator who is on the way. */
  readonly claimedBy: PersonKey | null;
}

/** A message of a moderator to all rooms, or to one. */
export interface Announcement {
  /** Given by the sender's kit; unique among that sender's messages. */
  readonly id: string;
  /** `null` when the sender has left since. */
  readonly from: PersonKey | null;
  /** `null`: to all rooms. */
  readonly roomKey: RoomKey | null;
  /** Untrusted text, at most 480 UTF-16 units. */
  readonly text: string;
  readonly at: number;
  /** Moderators: whom it could reach. Empty for others. */
  readonly to: ReadonlySet<PersonKey>;
  /** Moderators: whose kit has shown it to them. */
  readonly seen: ReadonlySet<PersonKey>;
  /** This person has put it away. */
  readonly dismissed: boolean;
}

/** What a line of the record is about. `opened` and `closed` are about everybody, the others about one person. */
export type RecordKind =
  | 'opened'
  | 'closed'
  | 'came'
  | 'went'
  | 'invited'
  | 'joined'
  | 'left'
  | 'moved'
  | 'declined'
  | 'no-answer'
  | 'failed'
  | 'asked-help';

/** One thing that happened while rooms were open, for the record afterwards. */
export interface RecordLine {
  /** Wall clock, in milliseconds since 1970. */
  readonly at: number;
  /** Which round, from 1. */
  readonly round: number;
  readonly what: RecordKind;
  /** `null` where it is about everybody. */
  readonly person: PersonKey | null;
  /** Their name and `user_ref` at that time: people leave, and the record stays. Untrusted text. */
  readonly name: string | null;
  readonly userRef: string | null;
  /** The room's number and name at that time; `null` where no room is meant. */
  readonly roomNumber: number | null;
  readonly roomName: string | null;
  /** How sure it is where somebody was; `null` where that is no question. */
  readonly evidence: Evidence | null;
}

/** Where this person is. `invited` is worked out by `selfAt`. */
export type SelfPlace = 'main' | 'joining' | 'in-room' | 'returning' | 'away';

/** Why the kit is bringing this person back, or did. */
export type ReturnReason = 'self' | 'recall' | 'deadline' | 'room-ended' | 'dropped' | 'moved' | 'unmount';

/** A room that this person may still go to by themselves: they came back from it, or said "Not now" to it. */
export interface LeftRoom {
  readonly roomId: RoomId;
  readonly roomKey: RoomKey;
  readonly kind: 'returned' | 'declined';
}

/** What this kit knows of its own person. */
export interface Self {
  readonly key: PersonKey | null;
  readonly clientId: ClientId | null;
  readonly role: Role;
  readonly at: SelfPlace;
  /** The room this person is in, going to, or coming back from. */
  readonly roomKey: RoomKey | null;
  readonly roomId: RoomId | null;
  readonly since: number;
  /** The connection to the room this person is in: it may break alone. */
  readonly roomConnection: 'connected' | 'reconnecting';
  /** The service moved this person into this room without asking. */
  readonly forced: boolean;
  /** Who had it do so, last; `null` where it did not say. */
  readonly movedBy: PersonKey | null;
  readonly invite: Invite | null;
  readonly attempt: Attempt | null;
  /** The room there is a way back to. `null` once it died, the rooms closed, or something newer came. */
  readonly left: LeftRoom | null;
  /** The rooms to choose from. `null` while no moderator lets people choose. */
  readonly offer: Offer | null;
  readonly sound: Sound;
  readonly returning: ReturnReason | null;
  /** When this person's own kit brings them back, whatever the moderators' kits do. */
  readonly recallAt: number | null;
  /** This person has asked for a moderator. `null` while they have not. */
  readonly help: { readonly since: number; readonly claimedBy: PersonKey | null } | null;
  /** When this person last asked for more time; `null` before, and once more was given. */
  readonly askedTimeAt: number | null;
  /** Who is in the same room, by breakout client id: only what the room itself says. */
  readonly members: readonly Member[];
  readonly talkers: readonly Talker[];
}

/** Somebody in this person's breakout room. */
export interface Member {
  /** Their id in the breakout room, not in the main room. */
  readonly clientId: ClientId;
  readonly userRef: string | null;
  readonly name: string;
  readonly isSelf: boolean;
}

/** A stream that can be heard or seen in this person's breakout room. */
export interface Talker {
  readonly streamId: string;
  readonly name: string;
  readonly clientId: ClientId | null;
  readonly kind: 'talker' | 'share';
}

/** Kinds of calls to the service, one per port method. */
export type CallKind =
  | 'create'
  | 'invite'
  | 'join'
  | 'leave'
  | 'decline'
  | 'pause'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'clear'
  | 'destroy'
  | 'send';

/** A call that was made and not settled. The screen shows facts with open calls laid over; a refusal just takes the call away. */
export interface Call {
  readonly id: CallId;
  readonly kind: CallKind;
  readonly roomKey: RoomKey | null;
  readonly people: readonly PersonKey[];
  readonly sentAt: number;
  readonly giveUpAt: number;
  /** Past its limit: no hope is shown, a late answer is still honoured. */
  readonly overdue: boolean;
}

/** Something a person should be told once, beside its remedy. The newest of each subject is kept. */
export interface Notice {
  readonly id: number;
  readonly at: number;
  readonly subject:
    | 'open'
    | 'invite'
    | 'close'
    | 'join'
    | 'sound'
    | 'mic'
    | 'moved'
    | 'ended'
    | 'wire'
    | 'plan'
    | 'list'
    | 'driver';
  readonly failure: Failure | null;
  readonly text: NoticeText;
  readonly people: readonly PersonKey[];
  readonly roomKey: RoomKey | null;
  /** How many, where the sentence counts. */
  readonly count: number | null;
  readonly of: number | null;
}

/** Which sentence a notice is. Worded by `messages.notices`. */
export type NoticeText =
  | 'failed'
  | 'fewer-rooms'
  | 'rooms-ended'
  | 'invite-withdrawn'
  | 'room-gone'
  | 'connection-lost'
  | 'mic-failed'
  | 'decline-untold'
  | 'moved'
  | 'asked-to-return'
  | 'kit-mismatch'
  | 'person-left'
  | 'choice-over'
  | 'choice-elsewhere'
  /** Somebody of a list came, and the room of the list has no seat left. */
  | 'expected-full'
  /** Somebody came who may be the one of a list, or somebody else of that name. */
  | 'expected-unsure'
  | 'draft-not-kept'
  /** Another moderator opened rooms, while this one had a draft of their own. */
  | 'opened-elsewhere'
  /** Another moderator runs the rooms from now on. */
  | 'driver-changed'
  /** This moderator's kit learned from others what was going on. What nobody could tell stays unknown. */
  | 'state-partial';

/** Everything one kit knows. */
export interface State {
  readonly at: number;
  readonly connection: Connection;
  readonly mode: Mode;
  readonly limits: Limits;
  readonly capabilities: Capabilities;
  readonly people: ReadonlyMap<PersonKey, Person>;
  /** Today's connections, so that events find their person. */
  readonly clients: ReadonlyMap<ClientId, PersonKey>;
  readonly arrivals: number;
  readonly self: Self;
  readonly plan: Plan;
  readonly past: readonly Plan[];
  readonly future: readonly Plan[];
  readonly rooms: ReadonlyMap<RoomKey, Room>;
  readonly round: Round;
  /** Who left the meeting while rooms were open, and which room was theirs. */
  readonly departed: ReadonlyMap<PersonKey, Departed>;
  /** Who sat together in the rounds that are over, the oldest first. */
  readonly history: readonly Groups[];
  /** The moderator who runs the rooms; the others watch, visit, help and write. `null` while nobody has opened any. */
  readonly driver: PersonKey | null;
  /** Who asks for a moderator, the longest first. Known to moderators. */
  readonly help: ReadonlyMap<PersonKey, HelpCall>;
  /** Who asks for more time, and since when. Known to moderators. */
  readonly timeAsks: ReadonlyMap<PersonKey, number>;
  /** Messages of moderators to rooms, the oldest first; the last 50. */
  readonly announcements: readonly Announcement[];
  /** Who was where and when, the oldest first. Kept by moderators' kits, from the first opening they see. */
  readonly record: readonly RecordLine[];
  /** When the meeting itself ends, where the service has said so. */
  readonly meetingEndsAt: number | null;
  /** The rooms that this moderator's kit lets people choose from, by slot. `null` while it does not. */
  readonly offering: ReadonlyMap<Slot, RoomKey> | null;
  /** A kept draft is being looked for: nothing is proposed meanwhile. */
  readonly restoring: boolean;
  readonly calls: ReadonlyMap<CallId, Call>;
  readonly notices: readonly Notice[];
  /** How many notices there ever were: the id of the newest. */
  readonly noticed: number;
  /** Limits in time that the host may set, in milliseconds. */
  readonly times: Times;
}

/** Time limits a host may set. Milliseconds. */
export interface Times {
  /** An invitation without an answer. @defaultValue 60000 */
  readonly invite: number;
  /** Between End rooms and their end. @defaultValue 30000 */
  readonly grace: number;
  /** Between a move order and the move. @defaultValue 20000 */
  readonly notice: number;
  /** How long a place is kept after a drop. @defaultValue 60000 */
  readonly kept: number;
}
