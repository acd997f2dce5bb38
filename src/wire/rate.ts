/**
 * How much of one sender's talk is listened to.
 */
import type { ClientId } from '../state/types.js';
import { KINDS, type Family, type KindRow, type WireKind } from './messages.js';
import { REQUESTS_PER_WINDOW, TEXT_WINDOW_MS, TEXTS_PER_WINDOW } from './protocol.js';

/** Ids remembered of one sender. More than a kit sends in the time a copy may be late. */
const IDS_PER_SENDER = 32;
/** Senders remembered: the largest meeting, and people who came back under new ids. */
const MAX_SENDERS = 6_000;

/** One message at the gate. */
export interface Arrival<Kind extends string = WireKind> {
  /** The envelope's sender. */
  readonly from: ClientId;
  /** The message's id. */
  readonly id: string;
  readonly kind: Kind;
  /** Time of the kit's clock in milliseconds. */
  readonly at: number;
}

/** Lets messages in, or not. Keeps a bounded memory of who sent what. */
export interface RateGate<Kind extends string = WireKind> {
  /**
   * `false` for the second copy of a message, and for one of a limited family above its number in any ten seconds of one
   * sender: five texts, ten requests.
   * Control kinds and reports are never dropped otherwise: they are facts, and the next frame shows the last one.
   */
  readonly admit: (arrival: Arrival<Kind>) => boolean;
}

interface Sender {
  /** Oldest first. */
  readonly ids: Set<string>;
  /** When those of each limited family that still count were let in. */
  readonly times: Map<Family, readonly number[]>;
}

/** How many of a family one sender may send in one window. Other families have no such limit. */
const PER_WINDOW: ReadonlyMap<Family, number> = new Map([
  ['text', TEXTS_PER_WINDOW],
  ['request', REQUESTS_PER_WINDOW],
]);

/** Makes a gate that remembers nothing yet. One per session. */
export function createRateGate(): RateGate;
export function createRateGate<Kind extends string>(
  kinds: Readonly<Record<Kind, Pick<KindRow, 'family'>>>,
): RateGate<Kind>;
export function createRateGate(
  kinds: Readonly<Record<string, Pick<KindRow, 'family'>>> = KINDS,
): RateGate<string> {
  const families = new Map(Object.entries(kinds).map(([kind, row]) => [kind, row.family]));
  /** Who spoke last stands last, so that the first is the one to forget. */
  const senders = new Map<ClientId, Sender>();

  const senderOf = (from: ClientId): Sender => {
    const sender = senders.get(from) ?? { ids: new Set(), times: new Map() };
    senders.delete(from);
    senders.set(from, sender);
    dropOldest(senders, MAX_SENDERS);
    return sender;
  };

  const admit = ({ from, id, kind, at }: Arrival<string>): boolean => {
    const sender = senderOf(from);
    if (sender.ids.has(id)) return false;
    const family = families.get(kind);
    const most = family && PER_WINDOW.get(family);
    if (family !== undefined && most !== undefined) {
      const recent = (sender.times.get(family) ?? []).filter((time) => at - time < TEXT_WINDOW_MS);
      // Not remembered: the same one may be sent again when there is room for it.
      if (recent.length >= most) return false;
      sender.times.set(family, [...recent, at]);
    }
    sender.ids.add(id);
    dropOldest(sender.ids, IDS_PER_SENDER);
    return true;
  };

  return { admit };
}

/** Maps and Sets keep the order of arrival. */
function dropOldest(memory: Map<string, unknown> | Set<string>, most: number): void {
  if (memory.size <= most) return;
  for (const oldest of memory.keys()) {
    memory.delete(oldest);
    return;
  }
}
