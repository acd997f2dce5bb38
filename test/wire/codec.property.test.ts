// @vitest-environment node
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/wire/codec.js';
import type { WireKind, WireMessage } from '../../src/wire/messages.js';
import { VERSION } from '../../src/wire/protocol.js';

const RUNS = { numRuns: 10_000, seed: 20, endOnFailure: true } as const;
const REASONS = new Set(['not-ours', 'malformed', 'unknown-kind', 'other-major', 'too-large']);

const id = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', ' '),
);
const term = fc.maxSafeNat();
const inMs = fc.nat({ max: 86_400_000 });
const clientIds = fc.array(id, { maxLength: 8 });
/** As our own code makes them: with Object's prototype. */
const record = <T>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record<T>(model, { noNullPrototype: true });
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const listedRooms = fc
  .uniqueArray(
    record({
      roomId: id,
      number: fc.integer({ min: 1, max: 10 }),
      name: nullable(fc.string({ maxLength: 40, unit: 'binary' })),
      capacity: nullable(fc.integer({ min: 1, max: 5000 })),
    }),
    { maxLength: 10, selector: (room) => room.number },
  )
  .map((rooms) => rooms.filter((room, at) => rooms.findIndex((one) => one.roomId === room.roomId) === at));
const messageId = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' });
const place = fc.constantFrom('main', 'invited', 'joining', 'in-room', 'no-answer', 'declined', 'failed');

/** A new kind does not compile before it has a row here. */
const messages: { readonly [Kind in WireKind]: fc.Arbitrary<Extract<WireMessage, { kind: Kind }>> } = {
  hello: record({ kind: fc.constant('hello'), ask: fc.boolean() }),
  here: record({
    kind: fc.constant('here'),
    roomId: nullable(id),
    step: fc.constantFrom('joining', 'in-room', 'main', 'failed'),
  }),
  decline: record({ kind: fc.constant('decline'), roomId: id }),
  rooms: record({
    kind: fc.constant('rooms'),
    term,
    version: term,
    rooms: fc
      .uniqueArray(
        record({
          roomId: id,
          number: fc.integer({ min: 1, max: 10 }),
          name: nullable(fc.string({ maxLength: 40, unit: 'binary' })),
          capacity: nullable(fc.integer({ min: 1, max: 5000 })),
        }),
        { maxLength: 10, selector: (room) => room.number },
      )
      .map((rooms) =>
        rooms.filter((room, at) => rooms.findIndex((one) => one.roomId === room.roomId) === at),
      ),
    closesInMs: nullable(inMs),
  }),
  move: record({ kind: fc.constant('move'), term, roomId: id, clientIds, inMs }),
  recall: record({ kind: fc.constant('recall'), term, inMs }),
  'call-back': record({ kind: fc.constant('call-back'), term, clientIds, inMs }),
  'keep-open': record({ kind: fc.constant('keep-open'), term }),
  withdraw: record({ kind: fc.constant('withdraw'), term, roomId: id, clientIds: nullable(clientIds) }),
  offer: record({
    kind: fc.constant('offer'),
    term,
    version: term,
    rooms: nullable(
      fc
        .uniqueArray(
          record({
            slot: id,
            number: fc.integer({ min: 1, max: 10 }),
            name: nullable(fc.string({ maxLength: 40, unit: 'binary' })),
            capacity: fc.integer({ min: 1, max: 5000 }),
            taken: fc.integer({ min: 0, max: 5000 }),
            clientIds: fc.array(id, { maxLength: 6 }),
          }),
          { maxLength: 10, selector: (room) => room.number },
        )
        .map((rooms) => rooms.filter((room, at) => rooms.findIndex((one) => one.slot === room.slot) === at)),
    ),
  }),
  pick: record({ kind: fc.constant('pick'), slot: nullable(id) }),
  confirm: record({
    kind: fc.constant('confirm'),
    term,
    version: term,
    slot: nullable(id),
    answer: fc.constantFrom('seated', 'moved', 'full', 'gone', 'locked', 'over'),
  }),
  time: record({ kind: fc.constant('time'), term, version: term, endsInMs: nullable(inMs), graceMs: inMs }),
  'ask-time': record({ kind: fc.constant('ask-time') }),
  help: record({ kind: fc.constant('help'), on: fc.boolean(), roomId: nullable(id) }),
  claim: record({
    kind: fc.constant('claim'),
    clientId: id,
    claim: fc.constantFrom('claimed', 'released', 'done'),
  }),
  announce: record({
    kind: fc.constant('announce'),
    messageId,
    roomId: nullable(id),
    text: fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
  }),
  seen: record({ kind: fc.constant('seen'), messageId }),
  'ask-state': record({ kind: fc.constant('ask-state') }),
  desk: record({
    kind: fc.constant('desk'),
    term,
    version: term,
    driver: nullable(id),
    round: term,
    phase: fc.constantFrom('open', 'closing'),
    rooms: listedRooms.chain((rooms) =>
      fc
        .array(fc.boolean(), { minLength: rooms.length, maxLength: rooms.length })
        .map((dead) => rooms.map((room, at) => (dead[at] ? { ...room, roomId: null } : room))),
    ),
    openedAgoMs: inMs,
    endsInMs: nullable(inMs),
    closesInMs: nullable(inMs),
    graceMs: inMs,
    late: fc.constantFrom('ask', 'fill', 'former', 'main'),
    people: fc.array(
      record({
        clientId: id,
        seat: nullable(fc.integer({ min: 1, max: 10 })),
        at: place,
        room: nullable(fc.integer({ min: 1, max: 10 })),
        agoMs: inMs,
        lead: fc.boolean(),
        been: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 10 }),
      }),
      { maxLength: 6 },
    ),
  }),
  known: record({
    kind: fc.constant('known'),
    term,
    round: term,
    rooms: listedRooms,
    openedAgoMs: inMs,
    endsInMs: nullable(inMs),
    closesInMs: nullable(inMs),
    graceMs: nullable(inMs),
  }),
  drive: record({ kind: fc.constant('drive'), term, clientId: id }),
};
const message: fc.Arbitrary<WireMessage> = fc.oneof(...Object.values(messages));

describe('the codec', () => {
  it('gives every message back as it was, also through JSON', () => {
    fc.assert(
      fc.property(message, id, (sent, sentId) => {
        const body = encode(sent, { id: sentId });
        const expected = { ok: true, message: sent, id: sentId };
        // `toEqual` would cost more than the codec does.
        expect(isDeepStrictEqual(decode(body), expected)).toBe(true);
        expect(isDeepStrictEqual(decode(JSON.parse(JSON.stringify(body))), expected)).toBe(true);
      }),
      RUNS,
    );
  });

  it('never throws, whatever arrives', () => {
    const head = fc.record(
      {
        kit: fc.constant('breakout-kit'),
        v: fc.oneof({ weight: 6, arbitrary: fc.constant(VERSION) }, fc.constantFrom('1.9', '2.0', '', 1)),
        kind: fc.constantFrom(...Object.keys(messages), '__proto__', 'announce'),
        id: fc.oneof(fc.constant('x'), fc.anything()),
      },
      { requiredKeys: ['kit'] },
    );
    const field = fc.constantFrom(
      'term',
      'roomId',
      'clientIds',
      'rooms',
      'ask',
      'step',
      'inMs',
      'version',
      'slot',
      'answer',
      '__proto__',
    );
    const odd = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      maxDepth: 2,
    });
    const body = fc.oneof(
      odd,
      fc
        .tuple(head, fc.array(fc.tuple(field, odd), { maxLength: 4 }))
        .map(([envelope, fields]) => ({ ...envelope, ...Object.fromEntries(fields) })),
    );
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(body, (arrived) => {
        const decoded = decode(arrived);
        const outcome = decoded.ok ? 'read' : decoded.why;
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        expect(decoded.ok || REASONS.has(decoded.why)).toBe(true);
      }),
      RUNS,
    );
    // A run that never gets past the mark would prove nothing.
    for (const why of ['not-ours', 'malformed', 'unknown-kind', 'other-major']) {
      expect(seen.get(why) ?? 0, why).toBeGreaterThan(50);
    }
  });

  it('reads a damaged message whole or not at all', () => {
    fc.assert(
      fc.property(message, fc.nat(), fc.anything({ maxDepth: 1 }), (sent, pick, damage) => {
        const body: Record<string, unknown> = { ...encode(sent, { id: 'x' }) };
        const keys = Object.keys(body);
        const key = keys[pick % keys.length] ?? 'kit';
        body[key] = damage;
        const decoded = decode(body);
        // What is read is a message that could be sent, and differs from the first one only where the damage was.
        const right = decoded.ok
          ? Boolean(encode(decoded.message, { id: decoded.id })) &&
            isDeepStrictEqual({ ...decoded.message, [key]: null }, { ...sent, [key]: null })
          : REASONS.has(decoded.why);
        expect(right).toBe(true);
      }),
      RUNS,
    );
  });
});
