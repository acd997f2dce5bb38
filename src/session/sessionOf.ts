/** One session per room, so that two callers with the same room share it. The only thing the kit keeps beside its sessions. */
import { ABSENT_PORT } from './absentPort.js';
import { buildSession, portOf } from './session.js';
import type { BreakoutSession, SessionOptions } from './types.js';

const sessions = new WeakMap<
  object,
  { readonly session: BreakoutSession; readonly options: SessionOptions | undefined }
>();

/**
 * The kit's session for a room. The first options win; others are pointed out in development, because they do nothing.
 *
 * @param room - An EnxRoom or a port; `null` while there is none: a session that knows nothing.
 */
export function sessionOf(room: object | null, options?: SessionOptions): BreakoutSession {
  const key = room ?? ABSENT_PORT;
  const known = sessions.get(key);
  if (known) {
    if (room && options && differ(options, known.options ?? {})) warnOnce(known.session);
    return known.session;
  }
  const session = buildSession(
    room ? portOf(room, options ?? {}) : ABSENT_PORT,
    room ? (options ?? {}) : {},
    'kit',
  );
  sessions.set(key, { session, options });
  return session;
}

/** Whether this is a session, not a room. */
export const isSession = (source: unknown): source is BreakoutSession =>
  typeof source === 'object' &&
  source !== null &&
  'store' in source &&
  'actions' in source &&
  'hold' in source;

/** Callbacks are made anew by every render; only plain values say that somebody expects something else. */
const differ = (a: SessionOptions, b: SessionOptions): boolean =>
  a.seed !== b.seed ||
  a.mainSound !== b.mainSound ||
  a.sdkVersion !== b.sdkVersion ||
  a.maxActiveTalkers !== b.maxActiveTalkers ||
  a.clock !== b.clock ||
  a.storage?.meeting !== b.storage?.meeting ||
  // A callback that was not there at all does nothing, whatever it does.
  (['personInfo', 'onPlanChange', 'onEvent', 'onEnterRoom', 'media', 'channel'] as const).some(
    (name) => a[name] !== undefined && b[name] === undefined,
  );

const warned = new WeakSet<BreakoutSession>();

function warnOnce(session: BreakoutSession): void {
  if (warned.has(session)) return;
  warned.add(session);
  console.warn(
    'breakout-kit: this room already has a session with other options. The first options hold, so the new ones do nothing. ' +
      'Pass the same options everywhere, or make the session once with createBreakoutSession and pass that.',
  );
}
