import { byteLength } from './byteLength.js';
import type { WireMessage } from './messages.js';
import { MAX_ID_LENGTH, MAX_MESSAGE_BYTES, MAX_MESSAGE_ID_LENGTH, MAX_PEOPLE } from './protocol.js';

/** What the rest takes at most: two ids, whose units JSON may write with six bytes each, and names and numbers of fields. */
const RESERVED_BYTES = 6 * (MAX_ID_LENGTH + MAX_MESSAGE_ID_LENGTH) + 256;
const IDS_BYTES = MAX_MESSAGE_BYTES - RESERVED_BYTES;

/**
 * Cuts an order for very many people into messages that each fit. Others come back as they are, alone.
 *
 * Each part is an order of its own, with an id of its own, under the same term. Ten rooms of 15 people never need it; a
 * meeting of 5,000 does.
 */
export function inParts(message: WireMessage): readonly WireMessage[] {
  if (!('clientIds' in message) || message.clientIds === null) return [message];

  const parts: string[][] = [];
  let part: string[] = [];
  let left = IDS_BYTES;
  for (const clientId of message.clientIds) {
    const cost = byteLength(JSON.stringify(clientId)) + 1;
    if (cost > left || part.length === MAX_PEOPLE) {
      parts.push(part);
      part = [];
      left = IDS_BYTES;
    }
    left -= cost;
    part.push(clientId);
  }
  return [...parts, part].map((clientIds) => ({ ...message, clientIds }));
}
