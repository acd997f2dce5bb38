/**
 * Streams of an EnableX room: finding them, muting them, and telling the three causes of silence apart.
 */
import type { Clock } from '../clock.js';
import { LIMITS } from '../state/deadlines.js';
import { ask, readDone } from './ask.js';
import { ALREADY_SO, failure } from './errorCodes.js';
import { asId, field, isObject, tryCall } from './payload.js';
import type { Answer, Done, OwnSound } from './roomPort.js';

/** All streams of `localStreams` or `remoteStreams`, which have `forEach` in the builds and may be a Map or an array elsewhere. */
export function streamsOf(set: unknown): readonly object[] {
  const streams: object[] = [];
  tryCall(set, 'forEach', (stream: unknown) => {
    if (isObject(stream)) streams.push(stream);
  });
  return streams;
}

/** A stream by its id. */
export function streamById(set: unknown, streamId: string): object | null {
  // The builds key them by number, and payloads carry the id as either.
  for (const key of [streamId, Number(streamId)]) {
    const stream = tryCall(set, 'get', key);
    if (isObject(stream)) return stream;
  }
  return streamsOf(set).find((stream) => streamId === streamIdOf(stream)) ?? null;
}

/** A stream's id. */
export function streamIdOf(stream: unknown): string | null {
  return asId(tryCall(stream, 'getID') ?? field(stream, 'streamId', 'id'));
}

/** Whether a stream is a shared screen. */
export function isShare(stream: unknown): boolean {
  return truth(tryCall(stream, 'ifScreen')) ?? Boolean(field(stream, 'screen'));
}

/** The stream that carries this person's voice: the first of a room's own that is no screen and no canvas and has sound. */
export function voiceOf(room: unknown): object | null {
  return (
    streamsOf(field(room, 'localStreams')).find(
      (stream) =>
        !isShare(stream) &&
        !field(stream, 'canvas') &&
        (truth(tryCall(stream, 'ifAudio')) ?? field(stream, 'audio') !== false) &&
        typeof field(stream, 'muteAudio') === 'function',
    ) ?? null
  );
}

/** Why a stream of this person's is silent, cause by cause. */
export function soundOf(stream: object): OwnSound {
  const byPerson = truth(field(stream, 'selfMuteAudio'));
  const byModerator = truth(field(stream, 'hardAudioMuted'));
  const byPause = truth(field(stream, 'selfPausedAudio'));
  const sum = truth(tryCall(stream, 'isAudioMuted'));
  return { byPerson, byModerator, byPause, silent: sum ?? (byPerson || byModerator || byPause) === true };
}

/** What a mic button shows: whether this person is heard, and whether a moderator holds them silent. */
export function micOf(stream: unknown): { readonly on: boolean; readonly held: boolean } {
  if (!isObject(stream)) return { on: false, held: false };
  const { byPerson, byModerator, silent } = soundOf(stream);
  const held = byModerator === true;
  return { on: !held && !(byPerson ?? silent), held };
}

/** Mutes or unmutes a stream as the person's own button would. "Already so" is success, and so is a silent SDK that did it. */
export async function setMic(stream: unknown, on: boolean, clock: Clock): Promise<Answer<Done>> {
  const method = field(stream, on ? 'unmuteAudio' : 'muteAudio');
  if (!isObject(stream) || typeof method !== 'function')
    return { ok: false, failure: failure('not-supported') };
  const answer = await ask<Done>({
    clock,
    limit: LIMITS.sound,
    asked: 'mic',
    call: (callback) => Reflect.apply(method, stream, [callback]) as unknown,
    read: readDone('mic', ALREADY_SO),
  });
  const wentUnsaid = !answer.ok && answer.failure.kind === 'no-answer' && isAsAsked(stream, on);
  return wentUnsaid ? { ok: true } : answer;
}

function isAsAsked(stream: object, on: boolean): boolean {
  const { byPerson, silent } = soundOf(stream);
  return (byPerson ?? silent) === !on;
}

function truth(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
