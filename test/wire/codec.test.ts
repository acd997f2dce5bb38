// @vitest-environment node
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createCodec, decode, encode } from '../../src/wire/codec.js';
import { KINDS, type WireMessage } from '../../src/wire/messages.js';

const head = { kit: 'breakout-kit', v: '1.0', id: 'x' };
const decline = { ...head, kind: 'decline', roomId: 'r-1' };
const rooms = (name: string): WireMessage => ({
  kind: 'rooms',
  term: 1,
  version: 1,
  rooms: [{ roomId: 'r-1', number: 1, name, capacity: null }],
  closesInMs: null,
});
const nameIn = (body: unknown) => {
  const decoded = decode(body);
  return decoded.ok && decoded.message.kind === 'rooms' ? decoded.message.rooms[0]?.name : undefined;
};

describe('a body from outside', () => {
  const cyclic: Record<string, unknown> = { ...decline };
  cyclic['self'] = cyclic;
  const wide: unknown[] = Array.from({ length: 10 }, () => 'x');
  const shared = [1, 2, 3, 4, 5, 6].reduce<unknown>((list) => Array.from({ length: 10 }, () => list), wide);
  const hostile = new Proxy(decline, {
    get: () => {
      throw new Error('no');
    },
  });
  const changing = new Proxy(decline, { ownKeys: () => ['kit', 'kit'] });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'not-ours'],
    ['null', null, 'not-ours'],
    ['a number', 7, 'not-ours'],
    ['a function', () => decline, 'not-ours'],
    ['a mark that is only inherited', Object.create(decline), 'not-ours'],
    [
      'a getter that throws instead of the mark',
      {
        ...decline,
        get kit() {
          throw new Error('no');
        },
      },
      'not-ours',
    ],
    ['a proxy that throws on every read', hostile, 'not-ours'],
    ['a proxy that was revoked', revoked.proxy, 'not-ours'],
    ['a proxy that lies about its keys', changing, 'malformed'],
    [
      'a getter that throws in a field',
      Object.defineProperty({ ...decline }, 'roomId', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
      'malformed',
    ],
    [
      'a getter that throws in a field nobody needs',
      Object.defineProperty({ ...decline }, 'more', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
      'malformed',
    ],
    [
      'a version that is only inherited',
      Object.assign(Object.create({ v: '1.0' }) as object, {
        kit: 'breakout-kit',
        kind: 'decline',
        id: 'x',
        roomId: 'r',
      }),
      'malformed',
    ],
    ['a version of a thousand digits', { ...decline, v: `1.${'0'.repeat(1000)}` }, 'malformed'],
    ['a body that holds itself', cyclic, 'malformed'],
    ['a body of ten million shared parts', { ...decline, shared }, 'too-large'],
    ['a big integer in a field', { ...head, kind: 'keep-open', term: 1n }, 'malformed'],
    ['not a number', { ...head, kind: 'keep-open', term: NaN }, 'malformed'],
    ['endless time', { ...head, kind: 'recall', term: 1, inMs: Infinity }, 'malformed'],
    ['a kind that is a list', { ...decline, kind: ['decline'] }, 'malformed'],
    [
      'a field that is only inherited',
      Object.assign(Object.create({ roomId: 'r' }) as object, { ...head, kind: 'decline' }),
      'malformed',
    ],
    [
      'a megabyte where a name belongs',
      {
        ...encode(rooms(''), { id: 'x' }),
        rooms: [{ roomId: 'r', number: 1, name: 'x'.repeat(1_000_000), capacity: null }],
      },
      'too-large',
    ],
    ['a megabyte in a field nobody knows', { ...decline, more: 'x'.repeat(1_000_000) }, 'too-large'],
    ['a megabyte as the name of a field', { ...decline, ['x'.repeat(1_000_000)]: 1 }, 'too-large'],
    [
      'a list with a length and nothing in it',
      { ...decline, more: Object.assign([], { length: 1e9 }) },
      'too-large',
    ],
    ['letters that weigh three bytes each', { ...decline, more: '字'.repeat(30_000) }, 'too-large'],
    [
      'a list of eleven rooms',
      {
        ...encode(rooms(''), { id: 'x' }),
        rooms: Array.from({ length: 11 }, (_, at) => ({
          roomId: `r${at}`,
          number: (at % 10) + 1,
          name: null,
          capacity: null,
        })),
      },
      'malformed',
    ],
    [
      'an order for 5,001 people',
      {
        ...head,
        kind: 'move',
        term: 1,
        roomId: 'r',
        inMs: 0,
        clientIds: Array.from({ length: 5001 }, (_, at) => `c${at}`),
      },
      'malformed',
    ],
    ['an id of 257 letters', { ...decline, roomId: 'r'.repeat(257) }, 'malformed'],
    ['a message id of 65 letters', { ...decline, id: 'r'.repeat(65) }, 'malformed'],
  ])('%s is ignored without a crash', (_, body, why) => {
    expect(decode(body)).toEqual({ ok: false, why });
  });

  it('is read once, so that a getter cannot show one thing to the check and another to the kit', () => {
    let reads = 0;
    const body = Object.defineProperty({ ...decline }, 'roomId', {
      enumerable: true,
      get: () => ((reads += 1) === 1 ? 'r-1' : { hostile: true }),
    });
    expect(decode(body)).toEqual({ ok: true, message: { kind: 'decline', roomId: 'r-1' }, id: 'x' });
    expect(reads).toBe(1);
  });

  it('leaves Object as it was, and its odd keys out', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const body = JSON.parse(
      '{"kit":"breakout-kit","v":"1.0","kind":"decline","id":"x","roomId":"r-1","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ) as unknown;
    const decoded = decode(body);
    expect(decoded).toEqual({ ok: true, message: { kind: 'decline', roomId: 'r-1' }, id: 'x' });
    expect(decoded.ok && Object.keys(decoded.message)).toEqual(['kind', 'roomId']);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect('polluted' in {}).toBe(false);
  });

  it('cannot bring a field in by way of a prototype', () => {
    const body = JSON.parse(
      '{"kit":"breakout-kit","v":"1.0","kind":"decline","id":"x","__proto__":{"roomId":"r-1"}}',
    ) as unknown;
    expect(decode(body)).toEqual({ ok: false, why: 'malformed' });
  });

  it('may be frozen, and is not changed', () => {
    const body = Object.freeze({ ...decline, more: Object.freeze(['x']) });
    expect(decode(body).ok).toBe(true);
    expect(body).toEqual({ ...decline, more: ['x'] });
  });

  it('is read at exactly the largest size, counted in bytes', () => {
    const filled = (letters: number) => ({ ...decline, more: `é${'x'.repeat(letters)}` });
    const room = 65_536 - Buffer.byteLength(JSON.stringify(filled(0)));
    expect(decode(filled(room)).ok).toBe(true);
    expect(decode(filled(room + 1))).toEqual({ ok: false, why: 'too-large' });
  });
});

describe('a name somebody typed', () => {
  it('is cut at 256 units, on the way out and on the way in', () => {
    expect(nameIn(encode(rooms('x'.repeat(300)), { id: 'x' }))).toBe('x'.repeat(256));
    const foreign = {
      ...encode(rooms(''), { id: 'x' }),
      rooms: [{ roomId: 'r', number: 1, name: 'y'.repeat(300), capacity: 3 }],
    };
    expect(nameIn(foreign)).toBe('y'.repeat(256));
  });

  it('is never cut through an emoji', () => {
    expect(nameIn(encode(rooms(`${'x'.repeat(255)}😀`), { id: 'x' }))).toBe('x'.repeat(255));
    expect(nameIn(encode(rooms(`${'x'.repeat(254)}😀!`), { id: 'x' }))).toBe(`${'x'.repeat(254)}😀`);
  });

  it.each(['', '<b>bold</b>', '\u202Eright to left', '\u200B', '\uD800', 'e\u0301'.repeat(100)])(
    '%j arrives as it was',
    (name) => {
      expect(nameIn(JSON.parse(JSON.stringify(encode(rooms(name), { id: 'x' }))))).toBe(name);
    },
  );
});

describe('a message that cannot be sent', () => {
  it.each<[string, unknown, string, RegExp]>([
    ['of a kind nobody knows', { kind: 'toString' }, 'x', /toString message.*its kind/],
    ['without an id', { kind: 'keep-open', term: 1 }, '', /its id/],
    ['with a wrong field', { kind: 'keep-open', term: -1 }, 'x', /its term/],
    [
      'with a wrong part of a field',
      { kind: 'withdraw', term: 1, roomId: 'r', clientIds: ['a', ''] },
      'x',
      /its clientIds\.1/,
    ],
  ])('%s throws and says which part', (_, message, id, words) => {
    expect(() => encode(message as WireMessage, { id })).toThrow(words);
    expect(() => encode(message as WireMessage, { id })).toThrow(TypeError);
  });

  it('because it is too large throws and says what to do', () => {
    const clientIds = Array.from(
      { length: 5_000 },
      (_, at) => `5d9e6c1a-0000-4000-8000-${String(at).padStart(12, '0')}`,
    );
    expect(() => encode({ kind: 'move', term: 1, roomId: 'r', clientIds, inMs: 0 }, { id: 'x' })).toThrow(
      /inParts/,
    );
  });
});

describe('a kind that comes later', () => {
  const later = createCodec({
    ...KINDS,
    poem: { from: 'moderators', family: 'text', body: v.object({ text: v.string() }) },
  });
  const text = (length: number) => ({ kind: 'poem', text: 'x'.repeat(length) }) as const;
  const overhead = JSON.stringify(later.encode(text(0), { id: 'x' })).length;

  it('needs one row, and older kits ignore it', () => {
    const body = later.encode({ kind: 'poem', text: 'Five minutes' }, { id: 'x' });
    expect(later.decode(body)).toEqual({
      ok: true,
      message: { kind: 'poem', text: 'Five minutes' },
      id: 'x',
    });
    expect(decode(body)).toEqual({ ok: false, why: 'unknown-kind' });
  });

  it('holds 2 KB and not a byte more when it carries text', () => {
    const largest = later.encode(text(2048 - overhead), { id: 'x' });
    expect(later.decode(largest).ok).toBe(true);
    expect(() => later.encode(text(2049 - overhead), { id: 'x' })).toThrow(RangeError);
    expect(later.decode({ ...largest, text: 'x'.repeat(2049 - overhead) })).toEqual({
      ok: false,
      why: 'too-large',
    });
  });
});
