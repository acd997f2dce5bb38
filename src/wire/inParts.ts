import { byteLength } from './byteLength.js';
import type { WireMessage } from './messages.js';
import { MAX_ID_LENGTH, MAX_MESSAGE_BYTES, MAX_MESSAGE_ID_LENGTH, MAX_PEOPLE } from './protocol.js';

/** What the rest takes at most: two ids, whose units JSON may write with six bytes each, and names and numbers of fields. */
const RESERVED_BYTES = 6 * (MAX_ID_LENGTH + MAX_MESSAGE_ID_LENGTH) + 256;
const IDS_BYTES = MAX_MESSAGE_BYTES - RESERVED_BYTES;

/**
 * Cuts an order for very many people, or a picture of them, into messages that each fit. Others come back as they are, alone.
 *
 * Each part is a message of its own, with an id of its own, under the same term. Ten rooms of 15 people never need it; a
 * meeting of 5,000 does.
 */
export function inParts(message: WireMessage): readonly WireMessage[] {
  if (message.kind === 'desk') {
    // Rooms and times stand in each part, so that each is a picture by itself, and the next one has the next version.
    const rest = byteLength(JSON.stringify({ ...message, people: [] }));
    return pack(message.people, MAX_MESSAGE_BYTES - ENVELOPE_BYTES - rest).map((people, at) => ({
      ...message,
      version: message.version + at,
      people,
    }));
  }
  if (!('clientIds' in message) || message.clientIds === null) return [message];
  return pack(message.clientIds, IDS_BYTES).map((clientIds) => ({ ...message, clientIds }));
}

/** What is beside a message's own fields, with an id of the longest kind. */
const ENVELOPE_BYTES = 6 * MAX_MESSAGE_ID_LENGTH + 128;

/** A list in parts of so many bytes of JSON each; one empty part where it is empty. */
function pack<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  let part: T[] = [];
  let left = most;
  for (const item of list) {
    const cost = byteLength(JSON.stringify(item)) + 1;
    if (cost > left || part.length === MAX_PEOPLE) {
      parts.push(part);
      part = [];
      left = most;
    }
    left -= cost;
    part.push(item);
  }
  return [...parts, part];
}
