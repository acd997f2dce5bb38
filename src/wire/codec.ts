/**
 * From message to body and back. Encoding throws on a programmer's mistake; decoding never throws, whatever arrives.
 */
import * as v from 'valibot';
import { byteLength } from './byteLength.js';
import { messageIdField } from './fields.js';
import { KINDS, type KindRow, type KindTable, type MessageOf } from './messages.js';
import { plainCopy, TooLarge } from './plainCopy.js';
import { KIT, MAJOR, MAX_MESSAGE_BYTES, MAX_TEXT_BYTES, MINOR, VERSION } from './protocol.js';

/** A message as it travels: plain data, beside the fields of its kind. */
export interface WireBody {
  readonly kit: typeof KIT;
  /** `major.minor` */
  readonly v: string;
  readonly kind: string;
  /** Made by the sender, once per message: a copy that arrives twice is known by it. */
  readonly id: string;
}

/**
 * Why a body is not read.
 * `not-ours`: the application's own, or nothing of the sort. Silence.
 * `malformed`: ours by its mark, but not as the protocol says. One line in the log.
 * `unknown-kind`: from a newer kit. Silence.
 * `other-major`: from a kit that speaks another version. To be said on screen.
 * `too-large`: above the limit of its kind. One line in the log.
 */
export type Unread = 'not-ours' | 'malformed' | 'unknown-kind' | 'other-major' | 'too-large';

/** What came of decoding. */
export type Decoded<Message> =
  | { readonly ok: true; readonly message: Message; readonly id: string }
  | { readonly ok: false; readonly why: Unread };

/** Writes and reads the messages of one table of kinds. */
export interface Codec<Message> {
  /**
   * @throws TypeError when a field is wrong, RangeError when the whole is too large: both are mistakes of the calling code.
   * Long names are cut and remaining times are rounded instead, for those are people's and clocks'.
   */
  readonly encode: (message: Message, envelope: { readonly id: string }) => WireBody;
  /** Never throws. Only fields the kind knows are taken over. */
  readonly decode: (body: unknown) => Decoded<Message>;
}

/** Makes a codec. The kit uses `encode` and `decode` below; a test or a later version brings its own kinds. */
export function createCodec<Table extends KindTable>(kinds: Table): Codec<MessageOf<Table>> {
  // A Map, because a kind called "constructor" must not find Object's.
  const rows = new Map<string, KindRow>(Object.entries(kinds));

  const encode = (message: MessageOf<Table>, envelope: { readonly id: string }): WireBody => {
    const row = rows.get(message.kind);
    if (!row) throw notSendable(message.kind, 'kind');
    const id = v.safeParse(messageIdField, envelope.id);
    if (!id.success) throw notSendable(message.kind, 'id');
    const fields = v.safeParse(row.body, message, { abortEarly: true });
    if (!fields.success) throw notSendable(message.kind, v.getDotPath(fields.issues[0]) ?? 'body');

    const body = {
      kit: KIT,
      v: VERSION,
      kind: message.kind,
      id: id.output,
      ...(fields.output as object),
    } as const;
    const limit = limitOf(row);
    if (byteLength(JSON.stringify(body)) > limit) {
      throw new RangeError(
        `The ${message.kind} message is larger than ${String(limit)} bytes. Other kits would ignore it, and the service may ` +
          'refuse it. Send it in parts: inParts(message) makes them.',
      );
    }
    return body;
  };

  const read = (body: object): Decoded<MessageOf<Table>> => {
    const major = majorOf(body);
    if (major === null) return unread('malformed');
    if (major.number !== MAJOR) return unread('other-major');

    const fields = plainCopy(body, MAX_MESSAGE_BYTES) as Record<string, unknown>;
    const kind = fields['kind'];
    if (typeof kind !== 'string') return unread('malformed');
    const row = rows.get(kind);
    if (!row) return unread('unknown-kind');
    if (byteLength(JSON.stringify(fields)) > limitOf(row)) return unread('too-large');

    const id = v.safeParse(messageIdField, fields['id']);
    const parsed = v.safeParse(row.body, fields, { abortEarly: true });
    if (id.success && parsed.success) {
      return { ok: true, message: { kind, ...(parsed.output as object) } as MessageOf<Table>, id: id.output };
    }
    // A newer minor may say something with a known kind that this kit has no word for: news, not damage.
    return unread(major.newer ? 'unknown-kind' : 'malformed');
  };

  const decode = (body: unknown): Decoded<MessageOf<Table>> => {
    if (!isOurs(body)) return unread('not-ours');
    try {
      return read(body);
    } catch (error) {
      return unread(error instanceof TooLarge ? 'too-large' : 'malformed');
    }
  };

  return { encode, decode };
}

function notSendable(kind: string, field: string): TypeError {
  return new TypeError(
    `The ${kind} message cannot be sent: its ${field} is not what docs/wire-protocol.md says. ` +
      'Other kits would ignore it without a word. Pass a value of the documented shape.',
  );
}

const unread = (why: Unread) => ({ ok: false, why }) as const;

const limitOf = ({ family }: KindRow) =>
  family === 'text' || family === 'request' ? MAX_TEXT_BYTES : MAX_MESSAGE_BYTES;

/** Looks at the mark only: the application's own messages cost next to nothing. */
function isOurs(body: unknown): body is object {
  try {
    return (
      typeof body === 'object' &&
      body !== null &&
      Object.hasOwn(body, 'kit') &&
      (body as { kit: unknown }).kit === KIT
    );
  } catch {
    return false;
  }
}

/** Reads the version before anything else, for another major may have other limits and another shape. */
function majorOf(body: object): { readonly number: number; readonly newer: boolean } | null {
  const version = Object.hasOwn(body, 'v') ? (body as { v: unknown }).v : undefined;
  if (typeof version !== 'string' || version.length > 9) return null;
  const parts = /^(\d+)\.(\d+)$/.exec(version);
  if (!parts) return null;
  return { number: Number(parts[1]), newer: Number(parts[2]) > MINOR };
}

const codec = createCodec(KINDS);

/** Makes the body of a message, for `port.send`. See {@link Codec.encode}. */
export const encode = codec.encode;

/** Reads what `message.received` brought. See {@link Codec.decode}. */
export const decode = codec.decode;
