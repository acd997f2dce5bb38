import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { BreakoutProvider, english, useSessionRecord, type RecordFile } from '../../src/index.js';
import { readTable } from '../../src/hooks/list/readTable.js';
import { inRooms } from '../session/given.js';

/** Ana's record as her application reads it. */
async function recordOf(people: Awaited<ReturnType<typeof inRooms>>) {
  const { result, unmount } = renderHook(useSessionRecord, {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <BreakoutProvider session={people.kit('Ana')}>{children}</BreakoutProvider>
    ),
  });
  await act(() => people.settle(1000));
  return { record: () => result.current, unmount };
}

const HOSTILE = '=HYPERLINK("http://x")\u202E';

const named = () =>
  inRooms(1, {
    people: [
      { name: 'Ana', role: 'moderator' as const },
      { name: HOSTILE, userRef: 'ref-1' },
      { name: '\u200B', userRef: 'ref-2' },
      { name: 'Bo', userRef: 'ref-3' },
    ],
  });

test('the record is a file that spreadsheets open and do not run, in the words of the reader', async () => {
  const { record, unmount } = await recordOf(await named());
  const csv = await record().toCsv();
  expect(csv).not.toContain('\u202E');
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  const read = await readTable(csv);
  if (!read.ok) throw new Error(read.why);
  expect(read.table[0]).toEqual([
    'Time',
    'Round',
    'Name',
    'User ref',
    'What happened',
    'Room',
    'Room name',
    'How sure',
  ]);
  expect(read.table).toHaveLength(record().lines.length + 1);
  expect(read.table.map((row) => [row[2], row[4], row[5]])).toEqual(
    expect.arrayContaining([
      ['', english.record.kinds.opened, ''],
      ['Bo', 'Joined the room', 'Room 1'],
      [english.record.noName, 'Invited', 'Room 1'],
    ]),
  );
  unmount();
});

test('each person has their stays, in minutes', async () => {
  const people = await named();
  const { record, unmount } = await recordOf(people);
  await act(() => people.settle(90_000));
  void people.kit('Bo').actions.returnToMain();
  await act(() => people.settle(5000));
  const read = await readTable(await record().toCsv('people'));
  if (!read.ok) throw new Error(read.why);
  const bo = read.table.find(([name]) => name === 'Bo');
  expect(bo?.slice(1, 4)).toEqual(['ref-3', '1', 'Room 1']);
  expect(Number(bo?.[7])).toBeCloseTo(1.6, 0);
  unmount();
});

test('as data it has a version, and nothing in it that only this kit understands', async () => {
  const { record, unmount } = await recordOf(await named());
  const file = JSON.parse(record().toJson()) as RecordFile;
  expect([file.format, file.version]).toEqual(['breakout-kit/record', 1]);
  expect(file.people.map(({ id, name, userRef }) => [id, name, userRef])).toEqual(
    expect.arrayContaining([
      [expect.any(Number), 'Bo', 'ref-3'],
      [expect.any(Number), null, 'ref-2'],
    ]),
  );
  for (const { person } of file.lines)
    expect(person === null || file.people.some(({ id }) => id === person)).toBe(true);
  const bo = file.people.find(({ name }) => name === 'Bo');
  expect(bo?.stays[0]).toMatchObject({ round: 1, room: { number: 1, name: null }, to: null });
  expect(new Date(bo?.stays[0]?.from ?? '').toISOString()).toBe(bo?.stays[0]?.from);
  unmount();
});

test('cleared, it begins anew', async () => {
  const people = await named();
  const { record, unmount } = await recordOf(people);
  act(() => record().clear());
  expect(record().lines).toEqual([]);
  void people.kit('Bo').actions.returnToMain();
  await act(() => people.settle(5000));
  expect(record().lines.map(({ what }) => what)).toEqual(['left']);
  expect(record().people.map(({ stays }) => stays)).toEqual([[]]);
  unmount();
});
