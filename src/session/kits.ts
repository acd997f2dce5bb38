/** Talking with the kits of other people, over the room's data call. Without it, everything else still works. */
import type { ClientId, OfferedRoom, PersonKey, RoomId, RoomKey, Slot, State } from '../state/types.js';
import { decode, encode } from '../wire/codec.js';
import { inParts } from '../wire/inParts.js';
import type { WireMessage } from '../wire/messages.js';
import { createRateGate } from '../wire/rate.js';
import { inForce, newer, nextTerm, type Rank } from '../wire/terms.js';
import { trustIn } from '../wire/trust.js';
import type { Core } from './core.js';

/** What a kit says and hears. */
export interface Kits {
  /** Says that this person has a kit; a moderator asks everybody to say so. */
  readonly greet: () => void;
  /** Where this person is, to the moderators. */
  readonly tellHere: (roomId: string | null, step: 'joining' | 'in-room' | 'main' | 'failed') => void;
  readonly tellDecline: (roomId: string) => void;
  /** The open rooms with their numbers and names, to everybody or to one who came late. */
  readonly tellRooms: (to?: readonly ClientId[]) => void;
  readonly orderMove: (people: readonly PersonKey[], roomKey: RoomKey, inMs: number) => void;
  readonly recall: (inMs: number) => void;
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
  /** From here on this moderator leads: their word outranks what was said before. */
  readonly lead: () => void;
  readonly isLeading: () => boolean;
  /** Takes in what another kit sent. */
  readonly hear: (from: ClientId, body: unknown) => void;
}

type PickAnswer = Extract<WireMessage, { kind: 'confirm' }>['answer'];

/** An answer to a question put to everybody comes a little later, each at its own moment. */
const JITTER_MS = 500;

/** Makes the talk of one session. */
export function createKits({ state, dispatch, port, clock, random }: Core): Kits {
  const gate = createRateGate();
  let highest: Rank | null = null;
  /** The newest of the kinds that carry a version: what is older comes too late. */
  const newest = new Map<WireMessage['kind'], Rank>();
  let leading = false;
  let version = 0;
  let mismatchTold = false;

  const send = (to: readonly ClientId[] | 'everyone', message: WireMessage) => {
    if (!state().capabilities.wire || (to !== 'everyone' && to.length === 0)) return;
    for (const part of inParts(message)) void port.send({ to, body: encode(part, { id: random.id('m') }) });
  };
  const clientsOf = (people: readonly PersonKey[]) =>
    people.flatMap((key) => state().people.get(key)?.clientId ?? []);
  const term = () => highest?.term ?? 0;
  const closesInMs = () => {
    const { closesAt } = state().round;
    return closesAt === null ? null : Math.max(0, closesAt - clock.now());
  };

  const take = (message: WireMessage, from: ClientId) => {
    switch (message.kind) {
      case 'hello':
        dispatch({ type: 'told.hello', clientId: from });
        if (message.ask)
          clock.after(random.below(JITTER_MS), () => {
            send([from], { kind: 'hello', ask: false });
            const { at, roomId } = state().self;
            if (at === 'in-room') send([from], { kind: 'here', roomId, step: 'in-room' });
          });
        return;
      case 'here':
        dispatch({ type: 'told.here', clientId: from, roomId: message.roomId, step: message.step });
        return;
      case 'decline':
        dispatch({ type: 'told.decline', clientId: from, roomId: message.roomId });
        return;
      case 'rooms':
        dispatch({ type: 'told.rooms', fromClientId: from, rooms: message.rooms });
        if (message.closesInMs !== null) dispatch({ type: 'told.recall', inMs: message.closesInMs });
        return;
      case 'move':
        if (message.clientIds.includes(state().self.clientId ?? ''))
          dispatch({ type: 'told.move', fromClientId: from, roomId: message.roomId, inMs: message.inMs });
        return;
      case 'recall':
        dispatch({ type: 'told.recall', inMs: message.inMs });
        return;
      case 'call-back':
        if (message.clientIds.includes(state().self.clientId ?? ''))
          dispatch({ type: 'told.call-back', inMs: message.inMs });
        return;
      case 'keep-open':
        dispatch({ type: 'told.keep-open' });
        return;
      case 'withdraw':
        if (message.clientIds === null || message.clientIds.includes(state().self.clientId ?? ''))
          dispatch({ type: 'told.withdraw', roomId: message.roomId });
        return;
      case 'offer':
        dispatch({ type: 'told.offer', fromClientId: from, rooms: message.rooms });
        return;
      case 'pick':
        dispatch({ type: 'told.pick', clientId: from, slot: message.slot });
        return;
      case 'confirm':
        dispatch({ type: 'told.confirm', slot: message.slot, answer: message.answer });
        return;
      default:
        message satisfies never;
    }
  };

  /** The service hides who moderates: what would be an order becomes an offer, and nothing is done without this person. */
  const ask = (message: WireMessage, from: ClientId) => {
    if (message.kind === 'move' && message.clientIds.includes(state().self.clientId ?? ''))
      dispatch({
        type: 'invite.received',
        roomId: message.roomId,
        from: { clientId: from, userRef: null, name: null },
      });
    if (message.kind === 'recall' && state().self.at === 'in-room')
      dispatch({ type: 'notice.given', subject: 'close', text: 'asked-to-return' });
  };

  return {
    greet() {
      if (state().self.role === 'moderator') send('everyone', { kind: 'hello', ask: true });
      else send(moderators(state()), { kind: 'hello', ask: false });
    },
    tellHere: (roomId, step) => send(moderators(state()), { kind: 'here', roomId, step }),
    tellDecline: (roomId) => send(moderators(state()), { kind: 'decline', roomId }),
    tellRooms(to) {
      const rooms = [...state().rooms.values()].flatMap(({ roomId, number, name, capacity }) =>
        roomId === null || number === null ? [] : [{ roomId, number, name, capacity }],
      );
      version += 1;
      send(to ?? 'everyone', { kind: 'rooms', term: term(), version, rooms, closesInMs: closesInMs() });
    },
    orderMove(people, roomKey, inMs) {
      const roomId = state().rooms.get(roomKey)?.roomId ?? null;
      const clientIds = clientsOf(people);
      if (roomId !== null) send(clientIds, { kind: 'move', term: term(), roomId, clientIds, inMs });
    },
    recall: (inMs) => send('everyone', { kind: 'recall', term: term(), inMs }),
    callBack(people, inMs) {
      const clientIds = clientsOf(people);
      send(clientIds, { kind: 'call-back', term: term(), clientIds, inMs });
    },
    keepOpen: () => send('everyone', { kind: 'keep-open', term: term() }),
    withdraw: (roomId) => send('everyone', { kind: 'withdraw', term: term(), roomId, clientIds: null }),
    offer(rooms, to) {
      version += 1;
      send(to ?? 'everyone', { kind: 'offer', term: term(), version, rooms });
    },
    pick: (slot) => send(moderators(state()), { kind: 'pick', slot }),
    confirm(to, slot, answer) {
      version += 1;
      send(to, { kind: 'confirm', term: term(), version, slot, answer });
    },
    lead() {
      highest = { term: nextTerm(highest), from: state().self.clientId ?? '' };
      leading = true;
    },
    isLeading: () => leading,
    hear(from, body) {
      const read = decode(body);
      if (!read.ok) {
        if (read.why === 'other-major' && !mismatchTold && state().clients.has(from)) {
          mismatchTold = true;
          dispatch({ type: 'notice.given', subject: 'wire', text: 'kit-mismatch' });
        }
        return;
      }
      const { message, id } = read;
      if (!gate.admit({ from, id, kind: message.kind, at: clock.now() })) return;
      const trust = trustIn(state(), { message, from });
      if (trust === 'not-known') ask(message, from);
      if (trust !== 'trusted') return;
      if ('term' in message) {
        const rank: Rank = { term: message.term, from };
        if (!inForce(rank, highest)) return;
        if ('version' in message) {
          const list: Rank = { ...rank, version: message.version };
          if (!newer(list, newest.get(message.kind) ?? null)) return;
          newest.set(message.kind, list);
        }
        if (newer(rank, highest)) {
          highest = rank;
          leading = false;
        }
      }
      take(message, from);
    },
  };
}

/** Everybody who moderates and is here, oneself aside. */
const moderators = (state: State): readonly ClientId[] =>
  [...state.people.values()].flatMap((person) =>
    person.role === 'moderator' && person.clientId !== null && person.key !== state.self.key
      ? [person.clientId]
      : [],
  );
