// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode, encode, type Unread } from '../../src/wire/codec.js';
import { KINDS, type WireMessage } from '../../src/wire/messages.js';
import * as protocol from '../../src/wire/protocol.js';

interface Vector {
  readonly title: string;
  readonly body: unknown;
  readonly reads?: WireMessage;
  readonly why?: Unread;
}

const vectors = JSON.parse(
  readFileSync(new URL('vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];
const specification = readFileSync(new URL('../../docs/wire-protocol.md', import.meta.url), 'utf8');

describe('the published vectors', () => {
  it.each(vectors)('$title', ({ body, reads, why }) => {
    const decoded = decode(body);
    const read = reads && { ok: true, message: reads, id: (body as { id: string }).id };
    expect(decoded).toEqual(read ?? { ok: false, why });
  });

  it('read every kind, and give every reason but the sizes, which are too long for a list', () => {
    expect(new Set(vectors.flatMap((vector) => vector.reads?.kind ?? []))).toEqual(
      new Set(Object.keys(KINDS)),
    );
    expect(new Set(vectors.flatMap((vector) => vector.why ?? []))).toEqual(
      new Set(['not-ours', 'malformed', 'unknown-kind', 'other-major']),
    );
  });

  it('are what this kit writes itself, where nothing was mended on reading', () => {
    const written = vectors.filter(({ body, reads }) => {
      const { kit, v, kind, id, ...fields } = body as Record<string, unknown>;
      return (
        kit && v === protocol.VERSION && id && JSON.stringify({ kind, ...fields }) === JSON.stringify(reads)
      );
    });
    expect(written.length).toBeGreaterThanOrEqual(10);
    for (const { body, reads } of written) {
      expect(encode(reads as WireMessage, { id: (body as { id: string }).id })).toEqual(body);
    }
  });
});

describe('the specification', () => {
  it.each(Object.entries(KINDS))('has the row of %s as the code has it', (kind, row) => {
    const line = specification.split('\n').find((text) => text.startsWith(`| \`${kind}\` `));
    const cells =
      line
        ?.split('|')
        .map((cell) => cell.trim())
        .slice(1, -1) ?? [];
    for (const field of Object.keys(row.body.entries)) expect(cells[1]).toContain(`\`${field}\``);
    expect(cells[2]?.startsWith(row.from)).toBe(true);
    expect(cells.at(-1)).toBe(row.family);
  });

  it('names the limits the code keeps', () => {
    expect(specification).toContain(`Version ${protocol.VERSION}.`);
    expect(specification).toContain(`${protocol.MAX_MESSAGE_BYTES} bytes`);
    expect(specification).toContain(`${protocol.MAX_TEXT_BYTES} bytes`);
    expect(specification).toContain(
      `${protocol.TEXTS_PER_WINDOW} in any ${protocol.TEXT_WINDOW_MS / 1000} seconds`,
    );
    expect(specification).toContain(`${protocol.REQUESTS_PER_WINDOW} in any ten seconds`);
    expect(specification).toContain(`up to ${protocol.MAX_FACES} ids`);
    expect(specification).toContain(`1–${protocol.MAX_ID_LENGTH} UTF-16`);
    expect(specification).toContain(`1–${protocol.MAX_MESSAGE_ID_LENGTH} characters`);
    expect(specification).toContain(`Above ${protocol.MAX_NAME_LENGTH} UTF-16`);
    expect(specification).toContain(`up to ${protocol.MAX_ROOMS} of`);
    expect(specification).toContain(`up to ${protocol.MAX_PEOPLE} ids`);
    expect(specification).toContain(`0 to ${protocol.MAX_REMAINING_MS} `);
  });
});
