/** Talking with the kits of other people, over the room's data call. Without it, everything else still works. */
import type { Claim } from '../state/helping.js';
import { graceOf } from '../state/timing.js';
import { isLive } from '../state/view/rooms.js';
import type { ClientId, OfferedRoom, PersonKey, RoomId, RoomKey, Slot, State } from '../state/types.js';
import { encode } from '../wire/codec.js';
import { inParts } from '../wire/inParts.js';
import type { WireMessage } from '../wire/messages.js';
import type { Core } from './core.js';
import { createHearing, type Listener } from './hearing.js';
import { createRanks, type Ranks } from './ranks.js';

/** What a kit says and hears. */
export interface Kits extends Pick<Ranks, 'isLeading' | 'recall' | 'holder' | 'term'> {
  /** Says that this person has a kit; a moderator asks everybody to say so. */
  readonly greet: () => void;
  /** Where this person is, to the moderators. */
  readonly tellHere: (roomId: string | null, step: 'joining' | 'in-room' | 'main' | 'failed') => void;
  readonly tellDecline: (roomId: string) => void;
  /** The open rooms with their numbers, names and time, to everybody or to one who came late. */
  readonly tellRooms: (to?: readonly ClientId[]) => void;
  /** The time that is left of the round, to everybody or to some. */
  readonly tellTime: (to?: readonly ClientId[]) => void;
  readonly orderMove: (people: readonly PersonKey[], roomKey: RoomKey, inMs: number) => void;
  /** The rooms end: for everybody, or for somebody who has not heard of it. */
  readonly recallAll: (inMs: number, to?: readonly ClientId[]) => void;
  /** Calls single people back to main; the rooms stay open. */
  readonly callBack: (people: readonly PersonKey[], inMs: number) => void;
  readonly keepOpen: () => void;
  /** A room died: nobody can follow an invitation to it, or go back there. The service tells its owner only. */
  readonly withdraw: (roomId: RoomId) => void;
  /** The rooms people may choose from, to everybody or to some; `null` when choosing is over. */
  readonly offer: (rooms: readonly OfferedRoom[] | null, to?: readonly ClientId[]) => void;
  /** This person's choice, to the moderators. */
  readonly pick: (slot: Slot | null) => void;
  /** What came of a pick, or a seat that a moderator gave. */
  readonly confirm: (to: readonly ClientId[], slot: Slot | null, answer: PickAnswer) => void;
  /** This person needs more time, to the moderators. */
  readonly askTime: () => void;
  /** This person asks for help, or not any more, to the moderators. */
  readonly askHelp: (on: boolean) => void;
  /** This moderator goes to somebody, to them and to the other moderators. */
  readonly claim: (person: PersonKey, claim: Claim) => void;
  /** Words to people, and to the other moderators. */
  readonly announce: (message: Announce, to: ReadonlySet<PersonKey>) => void;
  readonly tellSeen: (messageId: string) => void;
  /** What is going on? To some, or to everybody. */
  readonly askState: (to: readonly ClientId[] | 'everyone') => void;
  /** This moderator's picture, to other moderators. */
  readonly tellDesk: (desk: Desk, to: readonly ClientId[]) => void;
  /** What this kit was told, to a moderator who has forgotten. */
  readonly tellKnown: (to: ClientId) => void;
  /** From here on this moderator leads: their word outranks what was said before. */
  readonly lead: () => void;
  /** This moderator takes over, and says so. */
  readonly takeOver: () => void;
  /** The same anew, under today's connection, where this moderator ran the rooms before. */
  readonly driveOn: () => void;
  /** Another moderator runs the rooms from here on. */
  readonly handOver: (to: PersonKey) => void;
  /** Takes in what another kit sent. */
  readonly hear: (from: ClientId, body: unknown) => void;
  /** Who weighs what does not simply count. */
  readonly listen: (listener: Listener) => void;
}

type PickAnswer = Extract<WireMessage, { kind: 'confirm' }>['answer'];
type Announce = Omit<Extract<WireMessage, { kind: 'announce' }>, 'kind'>;
/** A picture without what the ranks add. */
export type Desk = Omit<Extract<WireMessage, { kind: 'desk' }>, 'kind' | 'term' | 'version'>;

/** Makes the talk of one session. */
export function createKits(core: Core): Kits {
  const { state, port, clock, random } = core;
  const ranks = createRanks(core);
  let listener: Listener | null = null;

  const send = (to: readonly ClientId[] | 'everyone', message: WireMessage) => {
    if (!state().capabilities.wire || (to !== 'everyone' && to.length === 0)) return;
    for (const part of inParts(message)) void port.send({ to, body: encode(part, { id: random.id('m') }) });
  };
  const { term, nextVersion } = ranks;
  const moderators = () => moderatorsOf(state());
  const clientsOf = (people: Iterable<PersonKey>) =>
    [...people].flatMap((key) => state().people.get(key)?.clientId ?? []);
  const drive = () =>
    send('everyone', { kind: 'drive', term: term(), clientId: state().self.clientId ?? '' });
  const left = (at: number | null) => (at === null ? null : Math.max(0, at - clock.now()));
  const rooms = () =>
    [...state().rooms.values()].flatMap(({ roomId, number, name, capacity }) =>
      roomId === null || number === null ? [] : [{ roomId, number, name, capacity }],
    );
  const tellTime = (to?: readonly ClientId[]) =>
    send(to ?? 'everyone', {
      kind: 'time',
      term: term(),
      version: nextVersion(),
      endsInMs: left(state().round.endsAt),
      graceMs: graceOf(state()),
    });

  /** What a moderator who asks everybody wants to know of this person. */
  const answerHello = (from: ClientId) => {
    send([from], { kind: 'hello', ask: false });
    const { at, roomId, help } = state().self;
    if (at === 'in-room') send([from], { kind: 'here', roomId, step: 'in-room' });
    // Who was away for a while may believe them in a room still.
    else if (at === 'main' && isLive(state())) send([from], { kind: 'here', roomId: null, step: 'main' });
    if (help) send([from], { kind: 'help', on: true, roomId });
  };
  return {
    greet() {
      if (state().self.role === 'moderator') send('everyone', { kind: 'hello', ask: true });
      else send(moderators(), { kind: 'hello', ask: false });
    },
    tellHere: (roomId, step) => send(moderators(), { kind: 'here', roomId, step }),
    tellDecline: (roomId) => send(moderators(), { kind: 'decline', roomId }),
    tellRooms(to) {
      ranks.listedBy(state().self.clientId ?? '');
      const closesInMs = left(state().round.closesAt);
      send(to ?? 'everyone', {
        kind: 'rooms',
        term: term(),
        version: nextVersion(),
        rooms: rooms(),
        closesInMs,
      });
      if (state().round.endsAt !== null) tellTime(to);
    },
    tellTime,
    orderMove(people, roomKey, inMs) {
      const roomId = state().rooms.get(roomKey)?.roomId ?? null;
      const clientIds = clientsOf(people);
      if (roomId !== null) send(clientIds, { kind: 'move', term: term(), roomId, clientIds, inMs });
    },
    recallAll: (inMs, to) => send(to ?? 'everyone', { kind: 'recall', term: term(), inMs }),
    callBack(people, inMs) {
      const clientIds = clientsOf(people);
      send(clientIds, { kind: 'call-back', term: term(), clientIds, inMs });
    },
    keepOpen: () => send('everyone', { kind: 'keep-open', term: term() }),
    withdraw: (roomId) => send('everyone', { kind: 'withdraw', term: term(), roomId, clientIds: null }),
    offer: (offered, to) =>
      send(to ?? 'everyone', { kind: 'offer', term: term(), version: nextVersion(), rooms: offered }),
    pick: (slot) => send(moderators(), { kind: 'pick', slot }),
    confirm: (to, slot, answer) =>
      send(to, { kind: 'confirm', term: term(), version: nextVersion(), slot, answer }),
    askTime: () => send(moderators(), { kind: 'ask-time' }),
    askHelp: (on) => send(moderators(), { kind: 'help', on, roomId: on ? state().self.roomId : null }),
    claim(person, claim) {
      const [clientId] = clientsOf([person]);
      if (clientId === undefined) return;
      send([...new Set([clientId, ...moderators()])], { kind: 'claim', clientId, claim });
    },
    announce: (message, to) =>
      send([...new Set([...clientsOf(to), ...moderators()])], { kind: 'announce', ...message }),
    tellSeen: (messageId) => send(moderators(), { kind: 'seen', messageId }),
    askState: (to) => send(to, { kind: 'ask-state' }),
    tellDesk(desk, to) {
      const parts = inParts({ kind: 'desk', term: term(), version: 0, ...desk });
      const first = nextVersion(parts.length);
      for (const [at, part] of parts.entries())
        send(to, { ...(part as Extract<WireMessage, { kind: 'desk' }>), version: first + at });
    },
    tellKnown(to) {
      const { number, openedAt, endsAt, closesAt, grace } = state().round;
      // Where no rooms are open the term alone is worth knowing: a lower one is heard by nobody.
      send([to], {
        kind: 'known',
        term: term(),
        round: number,
        rooms: isLive(state()) ? rooms() : [],
        openedAgoMs: openedAt === null ? 0 : clock.now() - openedAt,
        endsInMs: left(endsAt),
        closesInMs: left(closesAt),
        graceMs: grace,
      });
    },
    lead: ranks.lead,
    takeOver() {
      ranks.lead();
      drive();
    },
    driveOn() {
      ranks.renew();
      drive();
    },
    handOver(to) {
      const [clientId] = clientsOf([to]);
      if (clientId === undefined) return;
      ranks.give(clientId);
      send('everyone', { kind: 'drive', term: term(), clientId });
    },
    isLeading: ranks.isLeading,
    recall: ranks.recall,
    holder: ranks.holder,
    term: ranks.term,
    hear: createHearing(core, ranks, answerHello, () => listener),
    listen: (next) => void (listener = next),
  };
}

/** Everybody who moderates and is here, oneself aside. */
export const moderatorsOf = (state: State): readonly ClientId[] =>
  [...state.people.values()].flatMap((person) =>
    person.role === 'moderator' && person.clientId !== null && person.key !== state.self.key
      ? [person.clientId]
      : [],
  );
