/**
 * What the service's numbers mean. Numbers are matched, never texts: those differ between builds.
 */
import type { Failure, FailureKind } from '../state/types.js';
import { asText, field, isObject } from './payload.js';

/** What was asked for. The same number means different things for different questions. */
export type Asked = 'create' | 'invite' | 'join' | 'decline' | 'sound' | 'mic' | 'clear' | 'destroy' | 'send';

/** "Already so": the stream is in the state that was asked for. */
export const ALREADY_SO = 1177;

const KINDS: ReadonlyMap<number, FailureKind> = new Map([
  [1143, 'media-denied'],
  [1144, 'media-denied'],
  [1145, 'media-denied'],
  [1155, 'invalid'],
  [1163, 'offline'],
  [1165, 'offline'],
  [1166, 'offline'],
  [1168, 'moderators-only'],
  [1170, 'not-supported'],
  [1171, 'not-connected'],
  [1195, 'invalid'],
  [1196, 'invalid'],
  [1724, 'count-missing'],
  [1725, 'over-meeting-capacity'],
  [1726, 'room-limit'],
  [1729, 'no-pass'],
  [1731, 'create-failed'],
  [1734, 'count-missing'],
  [5003, 'lecture-mode'],
  [5067, 'lecture-mode'],
]);

/** Where one number says something else than in `KINDS`. */
function kindHere(code: number, asked: Asked | undefined): FailureKind | undefined {
  // A refused join keeps none of the service's numbers: full, destroyed and no pass are all 1155.
  if (asked === 'join' && code === 1155) return 'refused';
  // Somebody who is no moderator asks for the end of all rooms.
  if (asked === 'destroy' && code === 5003) return 'moderators-only';
  return undefined;
}

/** Untrusted text goes on to the screen and into a bug report: a page of it is enough. */
const LONGEST_TEXT = 500;

/** A failure that the kit finds out by itself. */
export function failure(kind: FailureKind, text: string | null = null): Failure {
  return { kind, code: null, text };
}

/** Whether a reply says success: `result` is the number 0. The text "0", NaN and nothing at all are failures. */
export function succeeded(reply: unknown): boolean {
  return field(reply, 'result') === 0;
}

/** What a reply that is no success means. The number and the service's own words are kept. */
export function failureFrom(reply: unknown, asked?: Asked): Failure {
  const body = failureBody(reply);
  const code = readCode(body);
  return { kind: kindOf(code, asked), code, text: readText(body) ?? readText(reply) };
}

/** What somebody's exception means: a reply that was thrown, or a plain error. */
export function failureThrown(thrown: unknown, asked?: Asked): Failure {
  if (readCode(failureBody(thrown)) !== null) return failureFrom(thrown, asked);
  return failure('threw', clamp(asText(field(thrown, 'message')) ?? asText(thrown)));
}

function kindOf(code: number | null, asked: Asked | undefined): FailureKind {
  if (code === null) return 'unknown';
  return kindHere(code, asked) ?? KINDS.get(code) ?? 'unknown';
}

/** A join's error carries the real one inside: `{type: "media-access-denied", msg: {result: 1144, …}}`. */
function failureBody(reply: unknown): unknown {
  if (field(reply, 'result') !== undefined) return reply;
  for (const name of ['msg', 'message', 'error']) {
    const inner = field(reply, name);
    if (isObject(inner) && field(inner, 'result', 'error') !== undefined) return inner;
  }
  return reply;
}

function readCode(body: unknown): number | null {
  // `network-disconnected` and `room-error` put the number under `error`.
  for (const value of [field(body, 'result'), field(body, 'error')]) {
    const code = typeof value === 'string' && /^\d{3,5}$/.test(value) ? Number(value) : value;
    if (typeof code === 'number' && Number.isFinite(code)) return code;
  }
  return null;
}

function readText(body: unknown): string | null {
  for (const name of ['msg', 'error', 'desc', 'message']) {
    const text = asText(field(body, name));
    if (text) return clamp(text);
  }
  return null;
}

function clamp(text: string | null): string | null {
  return text === null ? null : text.slice(0, LONGEST_TEXT);
}
