// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { matchList } from '../../../src/planner/list/matchList.js';
import { listOf, meetingOf, peopleOf, table } from './meeting.js';

const exact = (person: string, by = 'name') => ({ kind: 'exact', person, by });

describe('the columns of a list', () => {
  const people = peopleOf('Lena Vogel <lena@example.org>#u1', 'Tom Becker <tom@example.org>#u2', 'Mei Lin');
  const columns = (...lines: readonly string[]) => matchList(table(...lines), meetingOf(people)).columns;

  test('are found by their headings, in any order', () => {
    expect(columns('Room,E-Mail,User_Ref,Full name', '1,lena@example.org,u1,Lena Vogel')).toMatchObject({
      name: [3],
      email: 1,
      userRef: 2,
      room: 0,
      header: 0,
    });
    expect(columns('Last name,First name,Group', 'Vogel,Lena,1')).toMatchObject({
      name: [1, 0],
      room: 2,
      header: 0,
    });
    expect(columns('Pre-assign Room Name,Email Address', 'Pricing,lena@example.org')).toMatchObject({
      room: 0,
      email: 1,
      name: [],
    });
    expect(columns('Name,Room,Room name,Lead', 'Lena Vogel,1,Pricing,yes')).toMatchObject({
      room: 1,
      roomName: 2,
      lead: 3,
    });
  });

  test('are found without headings, by what stands in them', () => {
    expect(columns('Lena Vogel,Pricing', 'Tom Becker,Pricing', 'Mei Lin,Demo')).toMatchObject({
      name: [0],
      room: 1,
      header: null,
    });
    expect(columns('Pricing,Lena Vogel', 'Pricing,Tom Becker', 'Demo,Mei Lin')).toMatchObject({
      name: [1],
      room: 0,
    });
    expect(columns('2,u1', '1,u2')).toMatchObject({ userRef: 1, room: 0, name: [] });
    expect(columns('Lena Vogel,lena@example.org,1', 'Tom Becker,tom@example.org,2')).toMatchObject({
      name: [0],
      email: 1,
      room: 2,
    });
  });

  test('may have headings in another language', () => {
    expect(columns('Nombre,Sala', 'Lena Vogel,1', 'Tom Becker,2')).toMatchObject({
      name: [0],
      room: 1,
      header: 0,
    });
    expect(columns('Name,Gruppe', 'Lena Vogel,Rot', 'Tom Becker,Rot')).toMatchObject({
      name: [0],
      room: 1,
      header: 0,
    });
  });

  test('hold names alone when there is one column', () => {
    expect(columns('Lena Vogel', 'Tom Becker')).toMatchObject({ name: [0], room: null });
  });

  test('are taken as somebody corrected them', () => {
    const lines = table('Lena Vogel,Tom Becker,1');
    const wrong = {
      name: [1],
      email: null,
      userRef: null,
      room: 2,
      roomName: null,
      lead: null,
      locked: null,
      header: null,
    };
    expect(matchList(lines, meetingOf(people), wrong).rows[0]?.who).toEqual(exact('Tom Becker'));
  });
});

describe('a line of a list', () => {
  test('means somebody surely by user_ref, by e-mail address, or by name whatever its capitals and spaces', () => {
    const meeting = meetingOf(
      peopleOf('Lena Vogel <Lena@Example.org>#u1', 'Tom Becker <tom@example.org>#u2', 'Mei Lin'),
    );
    const { whos } = listOf(
      table('Name,Email,User ref,Room', 'Whoever,,u1,1', ',TOM@example.org,,1', '  mei   LIN ,,,1'),
      meeting,
    );
    expect(whos).toEqual([exact('Lena Vogel', 'user-ref'), exact('Tom Becker', 'email'), exact('Mei Lin')]);
  });

  test.each([
    ['Vogel; Lena', 'Lena Vogel'],
    ['Jose Garcia', 'José García'],
    ['Soren Osterlund', 'Søren Østerlund'],
    ['Strauss', 'Strauß'],
    ["O'Brien Sean", 'Sean O’Brien'],
    ['Lena Vogl', 'Lena Vogel'],
    ['Lnea Vogel', 'Lena Vogel'],
    ['L. Vogel', 'Lena Vogel'],
    ['Lena V.', 'Lena Vogel'],
    ['Lena Marie Vogel', 'Lena Vogel'],
    ['Lena', 'Lena Vogel'],
    ['Lena Vogel (she/her)', 'Lena Vogel'],
    ['Nguyen Thi Minh Khai', 'Nguyễn Thị Minh Khai'],
  ])('written "%s" probably means %s, and says how likely', (written, name) => {
    const meeting = meetingOf(peopleOf(name, 'Tom Becker', 'Grace Hopper'));
    const [who] = listOf([[written, '1']], meeting).whos;
    expect(who).toMatchObject({ kind: 'fuzzy', person: name });
    expect(who?.kind === 'fuzzy' && who.score >= 0.7 && who.score <= 1).toBe(true);
  });

  test.each(['Tim Baker', 'Becker', 'L. V.', 'Lea', '王伟', 'Vogelsang Anna', ''])(
    'written "%s" does not mean Lena Vogel',
    (written) => {
      const [who] = listOf([[written, '1']], meetingOf(peopleOf('Lena Vogel'))).whos;
      expect(who?.kind).toBe(written === '' ? 'room-only' : 'unmatched');
    },
  );

  test('with an address alone finds who is called so', () => {
    const meeting = meetingOf(peopleOf('Lena Vogel', 'Tom Becker'));
    expect(listOf(table('lena.vogel@example.org,1', 'mei@example.org,1'), meeting).whos).toEqual([
      expect.objectContaining({ kind: 'fuzzy', person: 'Lena Vogel' }),
      { kind: 'unmatched' },
    ]);
  });

  test('is left open between twins, unless it gives the number the screen gives', () => {
    const meeting = meetingOf(peopleOf('Maria Silva', 'Maria Silva', 'Tom Becker'));
    expect(listOf(table('Maria Silva,1', 'maria silva (2),1'), meeting).whos).toEqual([
      expect.objectContaining({ kind: 'fuzzy', person: 'Maria Silva 1' }),
      exact('Maria Silva 2'),
    ]);
    expect(listOf(table('Maria Silva,1'), meeting).whos).toEqual([
      { kind: 'ambiguous', people: ['Maria Silva 1', 'Maria Silva 2'] },
    ]);
  });

  test('is left open where its reference and its address are of different people', () => {
    const meeting = meetingOf(
      peopleOf('Lena Vogel <lena@example.org>#u1', 'Tom Becker <tom@example.org>#u2'),
    );
    expect(listOf(table('User ref,Email,Room', 'u1,tom@example.org,1'), meeting).whos).toEqual([
      { kind: 'ambiguous', people: ['Lena Vogel', 'Tom Becker'] },
    ]);
  });

  test('is only likely where the name is right and the reference is of nobody here', () => {
    const meeting = meetingOf(peopleOf('Lena Vogel #u1', 'Tom Becker #u2'));
    const lines = table('Name,User ref,Room', 'Lena Vogel,u9,1', 'Tom Becker,u2,1');
    expect(listOf(lines, meeting).whos[0]).toMatchObject({ kind: 'fuzzy', person: 'Lena Vogel' });
    // References of another system, none of them known here, say nothing.
    expect(listOf(table('Name,ID,Room', 'Lena Vogel,s-1,1', 'Tom Becker,s-2,1'), meeting).whos).toEqual([
      exact('Lena Vogel'),
      exact('Tom Becker'),
    ]);
  });

  test('spelt like somebody whom another line names surely means somebody else', () => {
    const meeting = meetingOf(peopleOf('Lena Vogel', 'Tom Becker'));
    expect(listOf(table('Lena Vogl,1', 'Lena Vogel,2'), meeting).whos).toEqual([
      { kind: 'unmatched' },
      exact('Lena Vogel'),
    ]);
  });

  test('shares nobody with another that is as close', () => {
    const meeting = meetingOf(peopleOf('Lena Vogel'));
    const { whos, seats } = listOf(table('Lena Vogl,1', 'Lena Vogal,2'), meeting);
    expect(whos).toEqual([
      { kind: 'ambiguous', people: ['Lena Vogel'] },
      { kind: 'ambiguous', people: ['Lena Vogel'] },
    ]);
    expect(seats.size).toBe(0);
  });

  test('keeps its number as a spreadsheet counts, empty rows and headings included', () => {
    const rows = listOf(
      [['Name', 'Room'], [''], ['Lena Vogel', '1'], ['', ''], ['Tom Becker', '1']],
      meetingOf(peopleOf()),
    ).match.rows;
    expect(rows.map(({ row }) => row)).toEqual([3, 5]);
  });

  test('is text and nothing else, however it begins', () => {
    const rows = listOf(
      [
        ['=HYPERLINK("x")', '=1+1'],
        ["'=cmd", "'-2"],
      ],
      meetingOf(peopleOf()),
    ).match.rows;
    expect(rows.map(({ name, room }) => [name, room])).toEqual([
      ['=HYPERLINK("x")', '=1+1'],
      ['=cmd', '-2'],
    ]);
  });

  test('shows no marks that turn the text around it', () => {
    const [row] = listOf([['Lena\u202E Vogel\u0007', '\u20661']], meetingOf(peopleOf('Lena Vogel'))).match
      .rows;
    expect(row).toMatchObject({ name: 'Lena Vogel', room: '1', who: exact('Lena Vogel') });
  });
});

// Comparing everybody with everybody takes longer than a test may.
test('2,000 lines find their people among 2,000', () => {
  const first = 'Ana Ben Cem Dua Eli Fay Gus Hal Ida Jan'.split(' ');
  const name = (at: number) =>
    `${first[at % 10] ?? ''} ${String.fromCodePoint(97 + (at % 26)).toUpperCase()}${at.toString(36).replace(/\d/gu, (digit) => 'qwertzuiop'[Number(digit)] ?? '')}son`;
  const all = Array.from({ length: 2000 }, (_, at) => name(at));
  const lines = all.map((text, at) => [
    at % 2 === 0 ? text : text.replace('son', 'sonn'),
    String((at % 10) + 1),
  ]);
  const { match, plan } = listOf(
    lines,
    meetingOf([], undefined, {
      people: all.map((text, at) => ({ key: String(at), name: text, twin: 0, email: null, userRef: null })),
    }),
  );
  const kinds = match.rows.map(({ who }) => who.kind);
  expect(kinds.filter((kind) => kind === 'exact')).toHaveLength(1000);
  expect(
    plan.placed +
      plan.later +
      plan.rows.filter(({ outcome }) => outcome === 'skipped' || outcome === 'no-room').length,
  ).toBe(2000);
});
