/** Why a breakout room was left, as its farewell says. */
import type { RoomEvent } from '../state/events.js';
import { asText, field } from './payload.js';

/** Why a visit ended. */
export type EndReason = Extract<RoomEvent, { type: 'visit.ended' }>['reason'];

/** Builds say why in `message.cause.msg` or `message.msg`, with numbers for the SDK's own reasons. */
export function reasonOf(event: unknown): EndReason {
  const message = field(event, 'message');
  const cause = field(message, 'cause');
  const text = asText(field(cause, 'msg')) ?? asText(field(message, 'msg')) ?? asText(cause) ?? '';
  const code = field(cause, 'cause') ?? cause;
  if (text.includes('moderator')) return 'by-moderator';
  if (code === 2006 || text.includes('normal')) return 'left';
  if (code === 2002 || text.includes('unexpected')) return 'dropped';
  return 'unknown';
}
