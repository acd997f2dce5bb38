/**
 * Everything that can happen, as noun.past. Room events come from `room/hear`, told events from other kits over the wire,
 * the rest from this person's own session. All are plain data: a list of them is a bug report, and replaying it is a test.
 */
import type {
  Arrival,
  Attempt,
  Call,
  CallId,
  Capabilities,
  ClientId,
  Connection,
  Expected,
  Failure,
  Groups,
  JoinStep,
  LatePolicy,
  Limits,
  MainSound,
  Member,
  Mode,
  Notice,
  NoticeText,
  OfferedRoom,
  Opening,
  PersonKey,
  Place,
  Plan,
  PlanReason,
  RecordLine,
  ReturnReason,
  Role,
  RoomId,
  RoomKey,
  Rules,
  Seats,
  Slot,
  Talker,
  Times,
} from './types.js';

/** A person as the room's roster has them. */
export interface RosterPerson {
  readonly clientId: ClientId;
  readonly userRef: string | null;
  readonly name: string;
  readonly role: Role;
}

/** What the main room says. Facts may repeat; the second copy changes nothing. */
export type RoomEvent =
  | { readonly type: 'connection.changed'; readonly connection: Connection }
  /** Own identity and the whole roster, at attach and after each reconnect. The roster includes oneself. */
  | {
      readonly type: 'roster.read';
      readonly self: {
        readonly clientId: ClientId;
        readonly userRef: string | null;
        readonly role: Role;
      } | null;
      readonly people: readonly RosterPerson[];
    }
  | { readonly type: 'person.joined'; readonly person: RosterPerson }
  | { readonly type: 'person.left'; readonly clientId: ClientId }
  | { readonly type: 'role.changed'; readonly clientId: ClientId; readonly role: Role }
  | { readonly type: 'mode.changed'; readonly mode: Mode }
  | { readonly type: 'limits.known'; readonly limits: Limits }
  /** `conference-remaining-duration`: the meeting itself ends. */
  | { readonly type: 'meeting.ending'; readonly inMs: number }
  | { readonly type: 'capabilities.known'; readonly capabilities: Capabilities }
  /** `join-breakout-room`, to this person. */
  | {
      readonly type: 'invite.received';
      readonly roomId: RoomId;
      readonly from: {
        readonly clientId: ClientId | null;
        readonly userRef: string | null;
        readonly name: string | null;
      } | null;
    }
  /** `breakout-room-joining`: the service is moving this person. */
  | { readonly type: 'pull.started'; readonly roomId: RoomId; readonly fromClientId: ClientId | null }
  /** `breakout-room-connected` with a room, for a move the kit did not start. The visit is in the port. */
  | { readonly type: 'pull.connected'; readonly roomId: RoomId }
  | { readonly type: 'pull.failed'; readonly failure: Failure }
  /** `user-joined-breakout-room`. No real build says which room. */
  | { readonly type: 'occupant.joined'; readonly clientId: ClientId; readonly roomId: RoomId | null }
  /** `user-disconnected-breakout-room`, or `breakout-user-disconnected` in the guide. */
  | { readonly type: 'occupant.left'; readonly clientId: ClientId; readonly roomId: RoomId | null }
  /** `breakout-invite-rejected`, with whatever of it was readable. */
  | { readonly type: 'invite.rejected'; readonly clientId: ClientId | null; readonly roomId: RoomId | null }
  /** `breakout-room-created` and `breakout-room-invited`: hints, never required. */
  | { readonly type: 'rooms.hinted'; readonly roomIds: readonly RoomId[] }
  | { readonly type: 'invite.hinted'; readonly roomId: RoomId; readonly clientIds: readonly ClientId[] }
  /** `breakout-room-destroyed`: one room, whose id is dead. */
  | { readonly type: 'room.destroyed'; readonly roomId: RoomId }
  /** The first `room-disconnected` of this person's own breakout room, or `breakout-room-disconnected` in the guide. */
  | {
      readonly type: 'visit.ended';
      readonly roomId: RoomId;
      readonly reason: 'left' | 'dropped' | 'by-moderator' | 'unknown';
    }
  /** The breakout room's own `network-disconnected` and `network-reconnected`. */
  | {
      readonly type: 'visit.connection';
      readonly roomId: RoomId;
      readonly connection: 'connected' | 'reconnecting';
    }
  | { readonly type: 'members.changed'; readonly roomId: RoomId; readonly members: readonly Member[] }
  | { readonly type: 'talkers.changed'; readonly roomId: RoomId; readonly talkers: readonly Talker[] }
  /** The microphone in the room this person is in now. */
  | { readonly type: 'mic.changed'; readonly on: boolean; readonly held: boolean }
  /** `user-data-received`. Read by the session: the reducer never sees a body. */
  | { readonly type: 'message.received'; readonly from: ClientId; readonly body: unknown };

/** What other people's kits say, after the wire checked shape, rate and right. */
export type ToldEvent =
  | { readonly type: 'told.hello'; readonly clientId: ClientId }
  | {
      readonly type: 'told.here';
      readonly clientId: ClientId;
      readonly roomId: RoomId | null;
      readonly step: 'joining' | 'in-room' | 'main' | 'failed';
    }
  | { readonly type: 'told.decline'; readonly clientId: ClientId; readonly roomId: RoomId }
  | {
      readonly type: 'told.rooms';
      /** Who says so: told to a moderator whose own draft has to wait. */
      readonly fromClientId?: ClientId;
      /** The list before was theirs too: rooms that are all new were made again. */
      readonly same?: boolean;
      readonly rooms: readonly {
        readonly roomId: RoomId;
        readonly number: number;
        readonly name: string | null;
        readonly capacity: number | null;
      }[];
    }
  | {
      readonly type: 'told.move';
      readonly fromClientId: ClientId;
      readonly roomId: RoomId;
      readonly inMs: number;
    }
  | { readonly type: 'told.withdraw'; readonly roomId: RoomId }
  /** Rooms of a moderator whose word does not stand: two opened at once. Whatever of them is not listed is given up. */
  | { readonly type: 'told.outranked'; readonly roomIds: readonly RoomId[] }
  | { readonly type: 'told.recall'; readonly inMs: number }
  /** A moderator calls this one person back; the rooms stay open. */
  | { readonly type: 'told.call-back'; readonly inMs: number }
  | { readonly type: 'told.keep-open' }
  /** A moderator lets people choose their rooms, or (`null`, or no rooms) not any more. */
  | {
      readonly type: 'told.offer';
      readonly fromClientId: ClientId;
      readonly rooms: readonly OfferedRoom[] | null;
    }
  /** Somebody wants a seat of this moderator's offer, or (`null`) gives theirs back. */
  | { readonly type: 'told.pick'; readonly clientId: ClientId; readonly slot: Slot | null }
  /** The moderator's kit answers this person's pick, or has given them another seat. */
  | {
      readonly type: 'told.confirm';
      readonly slot: Slot | null;
      readonly answer: 'seated' | 'moved' | 'full' | 'gone' | 'locked' | 'over';
    };

/** A moderator's whole picture while rooms are open, as their kit tells it to the other moderators. */
export interface ToldDesk {
  readonly type: 'told.desk';
  readonly fromClientId: ClientId;
  /** The picture of this moderator's own doing, as another one remembers it: this one runs the rooms, and was away or has forgotten. */
  readonly mine?: boolean;
  /** The rooms were last listed by the same moderator: others than before are still theirs. */
  readonly same?: boolean;
  readonly round: number;
  readonly phase: 'open' | 'closing';
  /** Rooms are named by their numbers; an emptied one has no id. */
  readonly rooms: readonly {
    readonly roomId: RoomId | null;
    readonly number: number;
    readonly name: string | null;
    readonly capacity: number | null;
  }[];
  readonly openedAgoMs: number;
  readonly endsInMs: number | null;
  readonly closesInMs: number | null;
  readonly graceMs: number;
  readonly late: LatePolicy;
  /** Some people, or everybody; who is not named stays as known. */
  readonly people: readonly {
    readonly clientId: ClientId;
    /** Number of the room of their seat. */
    readonly seat: number | null;
    readonly at: Place['at'];
    /** Number of the room that `at` is about. */
    readonly room: number | null;
    readonly agoMs: number;
    readonly lead: boolean;
    /** Numbers of the rooms they have been in so far this round. */
    readonly been: readonly number[];
  }[];
}

/** An open round that this page kept. People are ghosts until somebody with their fingerprint is here; seats are rooms' numbers. */
export interface KeptRound {
  readonly number: number;
  readonly rooms: ToldDesk['rooms'];
  readonly openedAgoMs: number;
  readonly endsInMs: number | null;
  readonly closesInMs: number | null;
  readonly graceMs: number;
  readonly late: LatePolicy;
  readonly seats: ReadonlyMap<PersonKey, number>;
  readonly leads: ReadonlySet<PersonKey>;
}

/** What a kit last heard of the moderators, as it answers one that has forgotten. */
export interface ToldKnown {
  readonly type: 'told.known';
  readonly fromClientId: ClientId;
  /** The highest term they heard. */
  readonly term: number;
  readonly round: number;
  readonly rooms: readonly {
    readonly roomId: RoomId;
    readonly number: number;
    readonly name: string | null;
    readonly capacity: number | null;
  }[];
  readonly openedAgoMs: number;
  readonly endsInMs: number | null;
  readonly closesInMs: number | null;
  readonly graceMs: number | null;
}

/** What moderators and people say to each other while rooms are open. */
export type ToldLiveEvent =
  | ToldDesk
  | ToldKnown
  /** The time that is left, or (`null`) no timer. Takes a closing by the timer back. */
  | { readonly type: 'told.time'; readonly endsInMs: number | null; readonly graceMs: number }
  | { readonly type: 'told.ask-time'; readonly clientId: ClientId }
  | {
      readonly type: 'told.help';
      readonly clientId: ClientId;
      readonly on: boolean;
      readonly roomId: RoomId | null;
    }
  /** A moderator is on the way to somebody, or not any more, or has been there. */
  | {
      readonly type: 'told.claim';
      readonly fromClientId: ClientId;
      readonly clientId: ClientId;
      readonly claim: 'claimed' | 'released' | 'done';
    }
  | {
      readonly type: 'told.announce';
      readonly fromClientId: ClientId;
      readonly id: string;
      readonly roomId: RoomId | null;
      readonly text: string;
    }
  | { readonly type: 'told.seen'; readonly clientId: ClientId; readonly id: string }
  /** A moderator's kit has just come, or come back, and asks what is going on. Answered by the session. */
  | { readonly type: 'told.ask-state'; readonly clientId: ClientId };

/** One change to the draft. */
export type PlanEdit =
  | { readonly kind: 'rooms'; readonly count: number }
  | { readonly kind: 'add-room' }
  | { readonly kind: 'remove-room'; readonly roomKey: RoomKey }
  | { readonly kind: 'move'; readonly people: readonly PersonKey[]; readonly to: RoomKey | 'none' | 'main' }
  | { readonly kind: 'rename'; readonly roomKey: RoomKey; readonly name: string | null }
  | { readonly kind: 'seats'; readonly seats: ReadonlyMap<PersonKey, RoomKey> }
  | { readonly kind: 'split'; readonly split: Plan['split'] }
  | { readonly kind: 'opening'; readonly opening: Opening }
  | { readonly kind: 'minutes'; readonly minutes: number | null }
  | { readonly kind: 'late'; readonly late: LatePolicy }
  | { readonly kind: 'capacity'; readonly capacity: number | null }
  | { readonly kind: 'room-capacity'; readonly roomKey: RoomKey; readonly capacity: number | null }
  | { readonly kind: 'rules'; readonly rules: Rules }
  | { readonly kind: 'expect'; readonly expected: readonly Expected[] }
  | { readonly kind: 'ahead'; readonly ahead: readonly Seats[] }
  | { readonly kind: 'lock'; readonly people: readonly PersonKey[]; readonly on: boolean }
  | { readonly kind: 'lead'; readonly people: readonly PersonKey[]; readonly on: boolean }
  | { readonly kind: 'replace'; readonly plan: Plan };

/** What this person and this kit do. */
export type OwnEvent =
  | { readonly type: 'clock.passed' }
  | { readonly type: 'times.set'; readonly times: Times }
  | { readonly type: 'plan.edited'; readonly edits: readonly PlanEdit[]; readonly reason: PlanReason }
  /** A kept draft was found, or none was (`null`). */
  | {
      readonly type: 'draft.restored';
      readonly draft: { readonly plan: Plan; readonly history: readonly Groups[] } | null;
    }
  /** Somebody here is the person whose fingerprint a kept draft has. */
  | {
      readonly type: 'ghost.claimed';
      readonly ghost: PersonKey;
      readonly key: PersonKey;
      /** Number of the room they were in when the page was left; not confirmed. */
      readonly inside?: number | null;
    }
  /** A round that this page kept: nobody else could tell what goes on, or who sits where. */
  | { readonly type: 'round.restored'; readonly round: KeptRound }
  | { readonly type: 'plan.undone' }
  | { readonly type: 'plan.redone' }
  /** Somebody came, or became known, while a list waits for people. */
  | { readonly type: 'plan.joined'; readonly arrivals: readonly Arrival[] }
  | { readonly type: 'call.opened'; readonly call: Call }
  /** Settled well. What came of it is an event of its own. */
  | { readonly type: 'call.answered'; readonly callId: CallId }
  | { readonly type: 'call.refused'; readonly callId: CallId; readonly failure: Failure }
  /** Past its limit; a late answer may still follow. */
  | { readonly type: 'call.overdue'; readonly callId: CallId; readonly failure: Failure }
  | { readonly type: 'round.opening' }
  | {
      readonly type: 'rooms.created';
      readonly rooms: readonly {
        readonly roomKey: RoomKey;
        readonly roomId: RoomId;
        readonly capacity: number | null;
      }[];
    }
  | { readonly type: 'round.opened' }
  | { readonly type: 'round.failed'; readonly failure: Failure }
  | { readonly type: 'round.closing'; readonly closesAt: number }
  | { readonly type: 'round.kept' }
  | { readonly type: 'round.closed' }
  | { readonly type: 'round.reset' }
  /** The round's time: its end, or none (`null`). A closing by the timer is taken back. */
  | { readonly type: 'time.set'; readonly endsAt: number | null }
  /** Who runs the rooms from now on; `null`: nobody. */
  | { readonly type: 'driver.known'; readonly driver: PersonKey | null }
  | { readonly type: 'help.asked' }
  | { readonly type: 'help.cancelled' }
  /** This moderator goes to somebody who asked for help, or not, or has been there. */
  | {
      readonly type: 'help.claimed';
      readonly person: PersonKey;
      readonly claim: 'claimed' | 'released' | 'done';
    }
  | { readonly type: 'time.asked' }
  | {
      readonly type: 'announcement.sent';
      readonly id: string;
      readonly roomKey: RoomKey | null;
      readonly text: string;
      readonly to: ReadonlySet<PersonKey>;
    }
  | { readonly type: 'announcement.dismissed'; readonly id: string }
  | { readonly type: 'record.kept'; readonly lines: readonly RecordLine[] }
  /** The record begins anew. */
  | { readonly type: 'record.cleared' }
  /** The service took the invitation. It says nothing about delivery. */
  | { readonly type: 'invite.sent'; readonly people: readonly PersonKey[]; readonly roomKey: RoomKey }
  | {
      readonly type: 'invite.failed';
      readonly people: readonly PersonKey[];
      readonly roomKey: RoomKey;
      readonly failure: Failure;
    }
  /** This moderator asks these people into a room no more: their kits are told. */
  | { readonly type: 'invite.taken-back'; readonly people: readonly PersonKey[] }
  | { readonly type: 'invite.put-aside' }
  | { readonly type: 'invite.taken-up' }
  | { readonly type: 'invite.declined' }
  | { readonly type: 'invite.waited' }
  /** This moderator's kit lets people choose: a slot for each room that has none yet. */
  | { readonly type: 'offer.made'; readonly slots: ReadonlyMap<Slot, RoomKey> }
  | { readonly type: 'offer.ended' }
  | { readonly type: 'offer.put-aside' }
  | { readonly type: 'offer.taken-up' }
  /** This person asks for a seat; it is theirs when the moderator's kit says so. */
  | { readonly type: 'pick.sent'; readonly slot: Slot | null }
  | { readonly type: 'attempt.started'; readonly attempt: Attempt }
  | { readonly type: 'attempt.stepped'; readonly id: number; readonly step: JoinStep }
  | { readonly type: 'attempt.failed'; readonly id: number; readonly failure: Failure; readonly wall: number }
  | { readonly type: 'attempt.succeeded'; readonly id: number }
  | { readonly type: 'attempt.dismissed' }
  /** This person is in this room after all: back after a drop, or never out of it. */
  | { readonly type: 'stay.resumed'; readonly roomId: RoomId }
  | { readonly type: 'return.started'; readonly reason: ReturnReason }
  | { readonly type: 'return.ended' }
  | { readonly type: 'sound.wanted'; readonly wanted: MainSound }
  | { readonly type: 'sound.changing' }
  | { readonly type: 'sound.changed'; readonly main: MainSound | 'live' }
  | { readonly type: 'sound.failed'; readonly failure: Failure }
  | {
      readonly type: 'notice.given';
      readonly subject: Notice['subject'];
      readonly text: NoticeText;
      readonly failure?: Failure;
      readonly people?: readonly PersonKey[];
      readonly roomKey?: RoomKey;
      readonly count?: number;
      readonly of?: number;
    }
  | { readonly type: 'notice.dismissed'; readonly id: number };

/** Anything that can happen. */
export type KitEvent = RoomEvent | ToldEvent | ToldLiveEvent | OwnEvent;

/** An event with the moment it was taken in. */
export type Happening = KitEvent & { readonly at: number };
