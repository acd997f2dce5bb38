// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/clock.js';
import { ask, readDone } from '../../src/room/ask.js';
import type { Answer, Done } from '../../src/room/roomPort.js';

type Callback = (...reply: readonly unknown[]) => void;

function askWith(call: (callback: Callback) => unknown, limit = 1_000) {
  const clock = createManualClock();
  const answers: Answer<Done>[] = [];
  const promise = ask<Done>({ clock, limit, asked: 'sound', call, read: readDone('sound') });
  void promise.then((answer) => answers.push(answer));
  return { clock, answers, promise };
}

describe('one question to the SDK', () => {
  it.each([
    ['by callback, later', (callback: Callback) => queueMicrotask(() => callback({ result: 0 }))],
    ['by callback, before the method returns', (callback: Callback) => callback({ result: 0 })],
    ['by callback, with an empty second argument', (callback: Callback) => callback({ result: 0 }, null)],
    ['by promise', () => Promise.resolve({ result: 0 })],
    [
      'by callback, while the method returns a promise of nothing',
      async (callback: Callback) => {
        await Promise.resolve();
        callback({ result: 0 });
      },
    ],
  ])('is answered %s', async (_, call) => {
    const { clock, answers } = askWith(call);
    await clock.pass(10);
    expect(answers).toEqual([{ ok: true }]);
    expect(clock.pending()).toBe(0);
  });

  it.each([
    ['a second success', { result: 0 }],
    ['a contradiction', { result: 1155 }],
    ['nothing', undefined],
  ])('keeps its first answer when %s follows', async (_, second) => {
    const { clock, answers } = askWith((callback) => {
      callback({ result: 0 });
      callback(second);
    });
    await clock.pass(5_000);
    expect(answers).toEqual([{ ok: true }]);
  });

  it.each([
    ['"0" as text', { result: '0' }, null],
    ['NaN', { result: Number.NaN }, null],
    ['no result', { msg: 'Success' }, null],
    ['an empty object', {}, null],
    ['nothing', undefined, null],
    ['null', null, null],
    ['a text', 'Success', null],
    ['true', true, null],
    ['an unknown number', { result: 9999, msg: 'Odd' }, 9999],
  ])('takes %s for a failure', async (_, reply, code) => {
    const { clock, answers } = askWith((callback) => callback(reply));
    await clock.pass(0);
    expect(answers).toMatchObject([{ ok: false, failure: { kind: 'unknown', code } }]);
  });

  it('reads an error that comes second, as Node gives it', async () => {
    const { promise } = askWith((callback) => callback(null, { result: 1168, error: 'Not allowed' }));
    expect(await promise).toEqual({
      ok: false,
      failure: { kind: 'moderators-only', code: 1168, text: 'Not allowed' },
    });
  });

  it('ends at its limit when no answer comes, and not before', async () => {
    const { clock, answers } = askWith(() => undefined);
    await clock.pass(999);
    expect(answers).toEqual([]);
    await clock.pass(1);
    expect(answers).toMatchObject([{ ok: false, failure: { kind: 'no-answer', code: null } }]);
  });

  it.each([
    ['a success', { result: 0 }, { ok: true }],
    [
      'a refusal',
      { result: 1138, msg: 'Server' },
      { ok: false, failure: { kind: 'unknown', code: 1138, text: 'Server' } },
    ],
  ])('hands %s on that comes after the limit, once', async (_, reply, expected) => {
    let callback: Callback = () => undefined;
    const { clock, promise } = askWith((given) => {
      callback = given;
    });
    await clock.pass(1_000);
    const answer = await promise;
    const late = answer.ok ? undefined : answer.late;
    callback(reply);
    callback({ result: 1155 });
    expect(await late).toEqual(expected);
  });

  it.each([
    ['an error', new Error('Broken inside'), { kind: 'threw', code: null, text: 'Broken inside' }],
    ['a text', 'Broken', { kind: 'threw', code: null, text: 'Broken' }],
    ['nothing', undefined, { kind: 'threw', code: null, text: null }],
    ['a reply', { result: 1163, error: 'Offline' }, { kind: 'offline', code: 1163, text: 'Offline' }],
  ])('takes %s that is thrown, or rejected with, for a failure', async (_, thrown, failure) => {
    const thrower = askWith(() => {
      // SDKs throw what they like.
      throw thrown as Error;
    });
    expect(await thrower.promise).toEqual({ ok: false, failure });
    const rejecter = askWith(() => Promise.reject(thrown));
    expect(await rejecter.promise).toEqual({ ok: false, failure });
    expect(thrower.clock.pending() + rejecter.clock.pending()).toBe(0);
  });

  it('keeps the answer of a method that answers and then throws', async () => {
    const { promise } = askWith((callback) => {
      callback({ result: 0 });
      throw new Error('Afterwards');
    });
    expect(await promise).toEqual({ ok: true });
  });
});
