/** What this kit does by itself when something happens. Everything else waits for a person. */
import type { Happening } from '../state/events.js';
import { personOf } from '../state/people.js';
import { everRoomOf, meetRoom, roomOf } from '../state/rooms.js';
import { isLive } from '../state/view/rooms.js';
import type { NoticeText, PersonKey, RoomId, RoomKey, State } from '../state/types.js';
import type { Core } from './core.js';
import type { Journey } from './journey.js';
import type { Kits } from './kits.js';
import type { Listing } from './listing.js';
import type { MainSoundControl } from './mainSound.js';
import type { Moderating } from './moderating.js';

/** Answers each event after it was taken in. */
export function createReactions(
  { state, dispatch, clock }: Core,
  {
    journey,
    kits,
    moderating,
    welcome,
    sound,
  }: {
    readonly journey: Journey;
    readonly kits: Kits;
    readonly moderating: Moderating;
    readonly welcome: Listing['welcome'];
    readonly sound: MainSoundControl;
  },
): (event: Happening, before: State) => void {
  /** A moderator's order to move falls due. */
  const move = () => {
    const { invite } = state().self;
    if (!invite || invite.movesAt === null || invite.movesAt > clock.now()) return;
    void journey.join({ roomId: invite.roomId, roomKey: invite.roomKey, role: 'participant' });
  };
  /** The rooms are over: each kit brings its own person back, whatever the moderators' kits do. */
  const recall = () => {
    const { recallAt, at } = state().self;
    if (recallAt === null || recallAt > clock.now()) return;
    if (at === 'in-room' || at === 'joining' || at === 'away') void journey.goHome('recall');
  };

  /** The place was kept long enough: who has not reached the room again is in main. */
  const giveUpPlace = () => {
    const { key, at } = state().self;
    const until = key === null ? null : (state().people.get(key)?.awayUntil ?? null);
    if ((at === 'in-room' || at === 'away') && until !== null && until <= clock.now())
      void journey.giveUpPlace();
  };
  const greetIfNew = (before: State) => {
    const { self, capabilities } = state();
    if (self.clientId === null) return;
    if (before.self.clientId === self.clientId && before.capabilities.wire === capabilities.wire) return;
    kits.greet();
    // Under a new connection nobody else knows where this person is.
    if (self.at === 'in-room') kits.tellHere(self.roomId, 'in-room');
  };
  /** This person's own stay ended, not by their doing. */
  const ended = (roomId: RoomId, reason: EndReason) => {
    const { self } = state();
    // Cut off: the place is kept. Main may be there again already, when only the room's own connection was lost.
    if (self.at === 'away') void journey.rejoin();
    if (self.at !== 'in-room' || self.roomId !== roomId) return;
    const text = ENDED[reason];
    if (text) dispatch({ type: 'notice.given', subject: 'ended', text, ...roomOfNotice(self.roomKey) });
    void journey.goHome(reason === 'dropped' ? 'dropped' : 'room-ended');
  };

  /** What was said to the service before a break is forgotten there; what could not be said is said after it. */
  const mend = (before: State) => {
    const { connection, self } = state();
    if (connection === before.connection) return;
    if (connection !== 'connected') {
      sound.wasCut();
      // No way back over this connection, so nobody stays behind in a room by it.
      if (connection === 'lost' && (self.at === 'in-room' || self.at === 'away')) void journey.giveUpPlace();
      return;
    }
    if (self.at === 'main' && self.sound.failure) void sound.bring('live');
    if (self.at === 'in-room') void sound.bring(self.sound.wanted);
    if (self.at === 'away') void journey.rejoin();
  };

  /** Calls end where this moderator is. Whoever called is told: their own kit does not know who stands in the room. */
  const endCalls = (calls: Iterable<PersonKey>) => {
    if (state().self.role !== 'moderator' || state().self.at !== 'in-room') return;
    for (const person of calls) if (!state().help.has(person)) kits.claim(person, 'done');
  };

  const answers: Answers = {
    'connection.changed': (_, before) => mend(before),
    'roster.read': (event, before) => {
      welcome(event, before);
      greetIfNew(before);
      journey.readMic();
    },
    'capabilities.known': (_, before) => {
      greetIfNew(before);
      journey.readMic();
    },
    'role.changed': (_, before) => {
      if (before.self.role !== state().self.role) kits.greet();
    },
    'person.joined': (event, before) => {
      welcome(event, before);
      const { person } = event;
      // Whoever comes late learns what is going on from the moderator who leads.
      if (kits.isLeading() && isLive(state())) kits.tellRooms([person.clientId]);
      if (person.role === 'moderator' && state().self.role !== 'moderator') kits.greet();
    },
    'round.reset': welcome,
    'room.destroyed': ({ roomId }, before) => {
      if (kits.isLeading() && isLive(state()) && roomOf(before, roomId)) kits.withdraw(roomId);
    },
    'message.received': ({ from, body }) => kits.hear(from, body),
    'pull.started': ({ roomId }) => journey.pulled(roomId, meetRoom(state(), roomId)[1]),
    'pull.connected': ({ roomId }) => journey.pullConnected(roomId),
    'pull.failed': (event) => journey.pullFailed(event.failure),
    'visit.ended': ({ roomId, reason }) => ended(roomId, reason),
    'clock.passed': (_, before) => {
      if (before.round.phase === 'closing' && state().round.phase === 'closed' && kits.isLeading())
        void moderating.close();
      move();
      recall();
      giveUpPlace();
    },
    'told.here': ({ clientId, roomId, step }) => {
      // The rooms are over, and somebody who was cut off then has not heard of it.
      const isInside = step === 'in-room' || step === 'joining';
      if (!isInside || state().round.phase !== 'closed' || !kits.isLeading()) return;
      if (roomId !== null && everRoomOf(state(), roomId)) kits.recallAll(0, [clientId]);
    },
    'sound.changed': journey.readMic,
    'sound.failed': journey.readMic,
    'told.recall': recall,
    'told.call-back': recall,
    'told.move'({ roomId }) {
      const { self } = state();
      // The moderators believed them on the way elsewhere.
      if (self.at === 'in-room' && self.roomId === roomId) kits.tellHere(roomId, 'in-room');
      move();
    },
    'told.help'({ clientId, on }) {
      const person = personOf(state(), clientId);
      if (on && person) endCalls([person.key]);
    },
    'attempt.succeeded': (_, before) => endCalls(before.help.keys()),
  };
  return (event, before) => {
    const answer = answers[event.type] as ((event: Happening, before: State) => void) | undefined;
    answer?.(event, before);
  };
}

/** What is done by itself after which event. Events that are not here are only taken in. */
type Answers = {
  readonly [Type in Happening['type']]?: (event: Extract<Happening, { type: Type }>, before: State) => void;
};

type EndReason = Extract<Happening, { type: 'visit.ended' }>['reason'];

/** What a person is told when their stay ends without them. Who left by themselves knows. */
const ENDED: Readonly<Record<EndReason, NoticeText | null>> = {
  left: null,
  'by-moderator': 'rooms-ended',
  dropped: 'connection-lost',
  unknown: 'room-gone',
};

const roomOfNotice = (roomKey: RoomKey | null) => (roomKey === null ? {} : { roomKey });
