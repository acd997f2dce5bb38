// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/wire/codec.js';
import { inParts } from '../../src/wire/inParts.js';
import type { WireMessage } from '../../src/wire/messages.js';

const crowd = (count: number, id: (at: number) => string) => Array.from({ length: count }, (_, at) => id(at));
const idsOf = (parts: readonly WireMessage[]) =>
  parts.flatMap((part) => (part.kind === 'move' || part.kind === 'withdraw' ? (part.clientIds ?? []) : []));

describe('an order for very many people', () => {
  it.each<[string, readonly string[], number]>([
    ['nobody', [], 1],
    ['fifteen people', crowd(15, (at) => `c${at}`), 1],
    [
      '5,000 people with long ids',
      crowd(5_000, (at) => `5d9e6c1a-0000-4000-8000-${String(at).padStart(12, '0')}`),
      4,
    ],
    ['12,000 people with short ids', crowd(12_000, (at) => at.toString(36)), 3],
    [
      'people whose ids JSON writes six times as long',
      crowd(100, (at) => '\u0001'.repeat(255) + String.fromCharCode(at)),
      3,
    ],
    [
      'people whose ids weigh three bytes a letter',
      crowd(200, (at) => '字'.repeat(255) + String.fromCharCode(0x4e00 + at)),
      3,
    ],
  ])('to %s goes out in parts that all arrive', (_, clientIds, count) => {
    const roomId = '\u0002'.repeat(256);
    for (const message of [
      { kind: 'move', term: Number.MAX_SAFE_INTEGER, roomId, clientIds, inMs: 86_400_000 },
      { kind: 'withdraw', term: 1, roomId, clientIds },
    ] as const) {
      const parts = inParts(message);
      expect(parts).toHaveLength(count);
      expect(idsOf(parts)).toEqual(clientIds);
      for (const part of parts) {
        const arrived = decode(encode(part, { id: '\u0003'.repeat(64) }));
        expect(arrived).toMatchObject({ ok: true, message: part });
      }
    }
  });

  it.each<WireMessage>([
    { kind: 'keep-open', term: 1 },
    { kind: 'withdraw', term: 1, roomId: 'r', clientIds: null },
  ])('leaves $kind alone, which names nobody', (message) => {
    expect(inParts(message)).toEqual([message]);
  });
});
