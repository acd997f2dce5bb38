/** What other kits say becomes events: checked for shape, rate, right and rank, and for whom it is. */
import type { ToldKnown } from '../state/events.js';
import type { ClientId, RoomId } from '../state/types.js';
import { decode } from '../wire/codec.js';
import type { WireMessage } from '../wire/messages.js';
import { createRateGate } from '../wire/rate.js';
import { trustIn } from '../wire/trust.js';
import type { Core } from './core.js';
import { speakerOf, type Ranks } from './ranks.js';

/** An answer to a question put to everybody comes a little later, each at its own moment. */
const JITTER_MS = 500;

/** Words that are weighed further before they count. */
export interface Listener {
  /** This kit has asked what is going on, and waits. */
  readonly isAsking: () => boolean;
  /** What a person's kit remembers: an answer that may not have been asked for. */
  readonly known: (told: ToldKnown) => void;
  /** Rooms of a moderator whose word does not stand. */
  readonly outranked: (roomIds: readonly RoomId[]) => void;
}

/** Makes the ear of one session. `answerHello` says what a moderator who asks everybody wants to know. */
export function createHearing(
  { state, dispatch, clock, random }: Core,
  ranks: Ranks,
  answerHello: (from: ClientId) => void,
  listener: () => Listener | null,
): (from: ClientId, body: unknown) => void {
  const gate = createRateGate();
  let mismatchTold = false;
  const isForMe = (clientIds: readonly ClientId[]) => clientIds.includes(state().self.clientId ?? '');

  const take = (message: WireMessage, from: ClientId) => {
    switch (message.kind) {
      case 'hello':
        dispatch({ type: 'told.hello', clientId: from });
        if (message.ask) clock.after(random.below(JITTER_MS), () => answerHello(from));
        return;
      case 'here':
        dispatch({ type: 'told.here', clientId: from, roomId: message.roomId, step: message.step });
        return;
      case 'decline':
        dispatch({ type: 'told.decline', clientId: from, roomId: message.roomId });
        return;
      case 'rooms':
        dispatch({
          type: 'told.rooms',
          fromClientId: from,
          same: ranks.listedBy(from),
          rooms: message.rooms,
        });
        if (message.closesInMs !== null) dispatch({ type: 'told.recall', inMs: message.closesInMs });
        return;
      case 'move':
        if (isForMe(message.clientIds))
          dispatch({ type: 'told.move', fromClientId: from, roomId: message.roomId, inMs: message.inMs });
        return;
      case 'recall':
        dispatch({ type: 'told.recall', inMs: message.inMs });
        return;
      case 'call-back':
        if (isForMe(message.clientIds)) dispatch({ type: 'told.call-back', inMs: message.inMs });
        return;
      case 'keep-open':
        dispatch({ type: 'told.keep-open' });
        return;
      case 'withdraw':
        if (message.clientIds === null || isForMe(message.clientIds))
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
      case 'time':
        dispatch({ type: 'told.time', endsInMs: message.endsInMs, graceMs: message.graceMs });
        return;
      case 'ask-time':
        dispatch({ type: 'told.ask-time', clientId: from });
        return;
      case 'help':
        dispatch({ type: 'told.help', clientId: from, on: message.on, roomId: message.roomId });
        return;
      case 'claim':
        dispatch({
          type: 'told.claim',
          fromClientId: from,
          clientId: message.clientId,
          claim: message.claim,
        });
        return;
      case 'announce': {
        const { messageId, roomId, text } = message;
        dispatch({ type: 'told.announce', fromClientId: from, id: messageId, roomId, text });
        return;
      }
      case 'seen':
        dispatch({ type: 'told.seen', clientId: from, id: message.messageId });
        return;
      case 'ask-state':
        dispatch({ type: 'told.ask-state', clientId: from });
        return;
      case 'desk': {
        const { kind: _kind, term: _term, version: _version, driver, ...desk } = message;
        const same = ranks.listedBy(speakerOf(message, from));
        const mine = driver !== null && driver === state().self.clientId;
        // One's own picture given back is for whoever has forgotten it: this kit knows better what it has done since.
        if (mine && listener()?.isAsking() !== true) return;
        dispatch({ type: 'told.desk', fromClientId: from, mine, same, ...desk });
        return;
      }
      case 'known': {
        const { kind: _kind, ...known } = message;
        listener()?.known({ type: 'told.known', fromClientId: from, ...known });
        return;
      }
      case 'drive':
        // The rank says it all.
        return;
      default:
        message satisfies never;
    }
  };

  /** The service hides who moderates: what would be an order becomes an offer, and nothing is done without this person. */
  const ask = (message: WireMessage, from: ClientId) => {
    if (message.kind === 'move' && isForMe(message.clientIds))
      dispatch({
        type: 'invite.received',
        roomId: message.roomId,
        from: { clientId: from, userRef: null, name: null },
      });
    if (message.kind === 'recall' && state().self.at === 'in-room')
      dispatch({ type: 'notice.given', subject: 'close', text: 'asked-to-return' });
  };

  return (from, body) => {
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
    if (ranks.admit(message, from)) take(message, from);
    else if (message.kind === 'rooms' && from !== ranks.holder()) {
      const roomIds = message.rooms.map(({ roomId }) => roomId);
      dispatch({ type: 'told.outranked', roomIds });
      listener()?.outranked(roomIds);
    }
  };
}
