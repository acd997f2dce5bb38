// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMULA, withoutEscape } from '../../../src/planner/list/formulas.js';
import type { ListMeeting } from '../../../src/planner/list/list.js';
import { editDistance } from '../../../src/planner/list/editDistance.js';
import type { ListChoice } from '../../../src/planner/list/planList.js';
import { listOf, peopleOf, roomsNamed } from './meeting.js';

const name = fc.oneof(
  fc.constantFrom(
    'Lena Vogel',
    'lena vogel',
    'Vogel Lena',
    'Lena Vogl',
    'Maria Silva',
    'Tom',
    '王伟',
    'José',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const cell = fc.oneof(
  name,
  fc.constantFrom(
    '',
    '1',
    '2',
    'Room 3',
    'main',
    'Pricing',
    '11',
    'Name',
    'Room',
    'u1',
    'lena@example.org',
    'yes',
    '=1+1',
    '\uFEFF',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const cells = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 25 });
const meeting: fc.Arbitrary<ListMeeting> = fc
  .record({
    names: fc.array(
      name.map((text) => text.replace(/[<#]/gu, '')),
      { maxLength: 8 },
    ),
    rooms: fc.array(fc.constantFrom('Pricing', 'Demo', '2', 'Main', null), { maxLength: 4 }),
    more: fc.integer({ min: 0, max: 3 }),
    seats: fc.array(fc.nat(3), { maxLength: 8 }),
    locks: fc.array(fc.boolean(), { maxLength: 8 }),
  })
  .map(({ names, rooms: roomNames, more, seats, locks }) => {
    const rooms = roomsNamed(...roomNames);
    const people = peopleOf(...names).map((person, at) => ({
      ...person,
      key: `p${String(at)}`,
      userRef: at % 3 === 0 ? `u${String(at)}` : null,
      email: at % 4 === 1 ? 'lena@example.org' : null,
    }));
    const taken = seats.flatMap((room, at): [string, string][] => {
      const person = people[at];
      const key = rooms[room]?.key;
      return person && key ? [[person.key, key]] : [];
    });
    const locked = new Set(people.flatMap(({ key }, at) => (locks[at] ? [key] : [])));
    return { people, rooms, seats: new Map(taken), locked, maxRooms: rooms.length + more, newSeats: 2 };
  });
const choices: fc.Arbitrary<ReadonlyMap<number, ListChoice>> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 25 }),
      fc.oneof(
        fc.constant<ListChoice>({ kind: 'skip' }),
        fc.constant<ListChoice>({ kind: 'later' }),
        fc.nat(9).map((at): ListChoice => ({ kind: 'person', person: `p${String(at)}` })),
      ),
    ),
    { maxLength: 6 },
  )
  .map((pairs) => new Map(pairs));

test('whatever the cells hold, nobody is placed who was not named or chosen, nobody twice, and no line is lost', () => {
  fc.assert(
    fc.property(cells, meeting, choices, fc.boolean(), (lines, here, chosen, fromEmpty) => {
      const { match, plan } = listOf(lines, here, chosen, { fromEmpty });
      const rooms = new Set([...here.rooms, ...plan.added].map(({ key }) => key));
      const placed = plan.people.flatMap(({ person }) => (person === null ? [] : [person]));
      expect(plan.rows.map(({ row }) => row)).toEqual(match.rows.map(({ row }) => row));
      const moved = plan.people.filter(({ to }) => to !== null).map(({ person }) => person);
      const here2 = moved.filter((person) => person !== null);
      expect(new Set(here2).size).toBe(here2.length);
      for (const person of placed) {
        const isMeant = match.rows.some(({ row, who }) => {
          const choice = chosen.get(row);
          return choice
            ? choice.kind === 'person' && choice.person === person
            : (who.kind === 'exact' || who.kind === 'fuzzy') && who.person === person;
        });
        expect(isMeant).toBe(true);
      }
      for (const { to } of plan.people) expect(to === null || to === 'main' || rooms.has(to)).toBe(true);
      expect(here.rooms.length + plan.added.length).toBeLessThanOrEqual(
        Math.max(here.rooms.length, here.maxRooms),
      );
      expect(new Set(plan.added.map(({ key }) => key)).size).toBe(plan.added.length);
      const counted = (outcome: string) => plan.rows.filter((row) => row.outcome === outcome).length;
      expect(plan.placed).toBe(counted('placed'));
      expect(plan.later).toBe(counted('later'));
      // Nobody sits in a room by chance: whoever keeps a seat is locked, or the rooms were not to be emptied.
      const isPlacing = plan.placed + plan.later > 0;
      const unplaced = [...here.seats.keys()].filter((key) => !here2.includes(key) && !here.locked.has(key));
      expect(plan.unseated).toEqual(fromEmpty && isPlacing ? unplaced : []);
      // No room is added while one is nobody's.
      const named = new Set(plan.renamed.map(({ roomKey }) => roomKey));
      const asked = new Set(plan.rows.flatMap(({ to }) => (to === null ? [] : [to])));
      const nobodys = here.rooms.filter(
        ({ key, name: said }) => said === null && !named.has(key) && !asked.has(key),
      );
      expect(plan.added.some((room) => room.name !== null) ? nobodys : []).toEqual([]);
      // Of rows about one person one counts, and no row but these waits for it.
      for (const { row, outcome, same } of plan.rows) {
        expect(same).toContain(row);
        const outcomes = same.map((at) => plan.rows.find((other) => other.row === at)?.outcome ?? '');
        const counting = outcomes.filter((one) => one !== 'conflict' && one !== 'repeated');
        expect([row, outcome, counting.length]).toEqual([row, outcome, 1]);
      }
      // Each line of the table that says something is there.
      const header = match.columns.header ?? -1;
      const { columns } = match;
      const said = [...columns.name, columns.email, columns.userRef, columns.room].filter(
        (at) => at !== null,
      );
      const saying = lines.flatMap((line, at) =>
        at > header && said.some((column) => /[a-z0-9]/iu.test(line[column] ?? '')) ? [at + 1] : [],
      );
      const known = new Set(match.rows.map(({ row }) => row));
      expect(saying.filter((row) => !known.has(row))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a text that was made harmless for a spreadsheet is read as it was, and any other stays as it is', () => {
  const signs = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    "'",
    ' ',
    '\u200B',
    '\uFF1D',
    'a',
    '1',
    '\u00A0',
  );
  const text = fc.oneof(
    fc.string({ unit: signs, maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 10 }),
  );
  fc.assert(
    fc.property(text, (before) => {
      const written = FORMULA.test(before) ? `'${before}` : before;
      expect(withoutEscape(written)).toBe(before);
      expect(/^[\s\p{Cf}\p{Cc}]*[=+\-@]/u.test(written)).toBe(false);
    }),
    { numRuns: 10_000 },
  );
});

test('a bounded edit distance is the plain one, or more than the bound', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, fc.nat(3), (a, b, most) => {
      const all = plain(a, b);
      expect(editDistance(a, b, most)).toBe(all <= most ? all : null);
    }),
    { numRuns: 1000 },
  );
});

/** The same by its definition: without a bound, and without remembering anything. */
function plain(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const steps = [
    plain(a.slice(1), b) + 1,
    plain(a, b.slice(1)) + 1,
    plain(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
    steps.push(plain(a.slice(2), b.slice(2)) + 1);
  return Math.min(...steps);
}
