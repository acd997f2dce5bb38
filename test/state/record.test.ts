// @vitest-environment node
import { expect, test } from 'vitest';
import { INITIAL_STATE } from '../../src/state/initialState.js';
import { clearRecord, keepLines } from '../../src/state/record.js';
import type { RecordLine } from '../../src/state/types.js';

const line = (fields: Partial<RecordLine> = {}): RecordLine => ({
  at: 1000,
  round: 1,
  what: 'joined',
  person: 'a',
  name: 'Ana',
  userRef: null,
  roomNumber: 1,
  roomName: null,
  evidence: 'inferred',
  ...fields,
});

test('a fact is written down once, as sure as it is known', () => {
  const once = keepLines(INITIAL_STATE, [line(), line()]);
  expect(once.record).toEqual([line()]);
  expect(keepLines(once, [line()])).toBe(once);
  const sure = keepLines(once, [line({ evidence: 'confirmed' })]);
  expect(sure.record).toEqual([line({ evidence: 'confirmed' })]);
  expect(keepLines(sure, [line({ evidence: 'told' })])).toBe(sure);
});

test('other people, rooms, rounds and moments are other facts', () => {
  const others = [line({ person: 'b' }), line({ roomNumber: 2 }), line({ round: 2 }), line({ at: 1001 })];
  expect(keepLines(INITIAL_STATE, [line(), ...others]).record).toHaveLength(5);
});

test('the record keeps the newest twenty thousand lines, and nothing when it is cleared', () => {
  const many = Array.from({ length: 20_010 }, (_, at) => line({ at }));
  const { record } = keepLines(INITIAL_STATE, many);
  expect([record.length, record[0]?.at, record.at(-1)?.at]).toEqual([20_000, 10, 20_009]);
  expect(clearRecord({ ...INITIAL_STATE, record }).record).toEqual([]);
  expect(clearRecord(INITIAL_STATE)).toBe(INITIAL_STATE);
  expect(keepLines(INITIAL_STATE, [])).toBe(INITIAL_STATE);
});
