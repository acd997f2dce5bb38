// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { ListChoice } from '../../../src/planner/list/planList.js';
import { listOf, meetingOf, peopleOf, roomsNamed, table } from './meeting.js';

const people = peopleOf('Lena Vogel', 'Tom Becker', 'Mei Lin', 'Omar Haddad', 'Grace Hopper');

describe('the rooms of a list', () => {
  test('are meant by number, by name, by both, and in words', () => {
    const meeting = meetingOf(people, roomsNamed('Pricing', null, 'Demo'));
    const { seats, plan } = listOf(
      table(
        'Name,Room',
        'Lena Vogel,pricing',
        'Tom Becker,3',
        'Mei Lin,Room 2',
        'Omar Haddad,group #1',
        'Grace Hopper,Main room',
      ),
      meeting,
    );
    expect([...seats]).toEqual([
      ['Lena Vogel', 1],
      ['Tom Becker', 3],
      ['Mei Lin', 2],
      ['Omar Haddad', 1],
      ['Grace Hopper', 'main'],
    ]);
    expect(plan).toMatchObject({ added: [], renamed: [], placed: 5, later: 0 });
  });

  test('are meant in the words of the reader’s language too', () => {
    const meeting = meetingOf(people, roomsNamed(null, null), {
      roomLabel: (number) => `Salle ${String(number)}`,
      mainLabel: 'Salle principale',
    });
    const { seats } = listOf(table('Lena Vogel,SALLE 2', 'Tom Becker,salle principale'), meeting);
    expect([...seats]).toEqual([
      ['Lena Vogel', 2],
      ['Tom Becker', 'main'],
    ]);
  });

  test('are added as far as the numbers go', () => {
    const { plan, seats } = listOf(table('Lena Vogel,4', 'Tom Becker,1'), meetingOf(people));
    expect(plan.added.map(({ number, name }) => [number, name])).toEqual([
      [3, null],
      [4, null],
    ]);
    expect(seats.get('Lena Vogel')).toBe(4);
  });

  test('take the nameless rooms in order, whoever sits there, then new ones', () => {
    const meeting = meetingOf(people, roomsNamed(null, null), {
      seats: new Map([
        ['Lena Vogel', 'room-1'],
        ['Grace Hopper', 'room-2'],
      ]),
    });
    const { plan, seats } = listOf(
      table('Lena Vogel,Pricing', 'Tom Becker,Demo', 'Mei Lin,pricing', 'Omar Haddad,Quiet room'),
      meeting,
    );
    expect(plan.renamed).toEqual([
      { roomKey: 'room-1', number: 1, from: null, name: 'Pricing' },
      { roomKey: 'room-2', number: 2, from: null, name: 'Demo' },
    ]);
    expect(plan.added).toMatchObject([{ number: 3, name: 'Quiet room' }]);
    expect([...seats]).toEqual([
      ['Lena Vogel', 1],
      ['Tom Becker', 2],
      ['Mei Lin', 1],
      ['Omar Haddad', 3],
    ]);
    // Nobody loses a seat that the list says nothing about.
    expect(plan.unseated).toEqual([]);
  });

  test('leave a nameless room to those who ask for it by its number', () => {
    const { plan, seats } = listOf(table('Lena Vogel,Pricing', 'Tom Becker,1'), meetingOf(people));
    expect(plan.renamed).toMatchObject([{ number: 2, name: 'Pricing' }]);
    expect([...seats]).toEqual([
      ['Lena Vogel', 2],
      ['Tom Becker', 1],
    ]);
  });

  test('beyond the limit are named with their people, who stay where they are', () => {
    const meeting = meetingOf(people, roomsNamed('A', 'B'), { maxRooms: 3 });
    const { plan, seats } = listOf(
      table('Lena Vogel,C', 'Tom Becker,D', 'Mei Lin,D', 'Omar Haddad,A', 'Grace Hopper,Room 77'),
      meeting,
    );
    expect(plan.added).toMatchObject([{ number: 3, name: 'C' }]);
    expect(plan.refused).toEqual([
      { name: 'D', people: 2 },
      { name: 'Room 77', people: 1 },
    ]);
    expect([...seats.keys()]).toEqual(['Lena Vogel', 'Omar Haddad']);
  });

  test('get the names of a column of their own, where the first of two names holds', () => {
    const meeting = meetingOf(people, roomsNamed('2', '1'));
    const { plan, seats } = listOf(
      table(
        'Name,Room,Room name',
        'Lena Vogel,2,Pricing',
        'Tom Becker,2,Prices',
        'Mei Lin,1,2',
        ',3,Quiet room',
      ),
      meeting,
    );
    expect(plan.renamed).toEqual([{ roomKey: 'room-2', number: 2, from: '1', name: 'Pricing' }]);
    expect(plan.added).toMatchObject([{ number: 3, name: 'Quiet room' }]);
    expect([...seats]).toEqual([
      ['Lena Vogel', 2],
      ['Tom Becker', 2],
      ['Mei Lin', 1],
    ]);
  });

  test('that get too many people are named, with those who are still to come', () => {
    const meeting = meetingOf(people, roomsNamed('Pricing', 'Demo'), {
      seats: new Map([['Grace Hopper', 'room-1']]),
    });
    const lines = table('Lena Vogel,1', 'Tom Becker,1', 'Mei Lin,1', 'Somebody Else,1', 'Omar Haddad,2');
    expect(listOf(lines, meeting).plan.overfull).toEqual([
      { key: 'room-1', number: 1, name: 'Pricing', people: 5, seats: 4 },
    ]);
    expect(listOf(lines.slice(1), meeting).plan.overfull).toEqual([]);
    // Grace is not on the list: her seat is free when the rooms are emptied first.
    expect(listOf(lines, meeting, undefined, { fromEmpty: true }).plan).toMatchObject({
      overfull: [],
      unseated: ['Grace Hopper'],
    });
  });
});

describe('a list that starts from empty rooms', () => {
  const seats = new Map(people.map(({ key }, at) => [key, `room-${String((at % 2) + 1)}`]));
  const planOf = (lines: readonly string[], locked: readonly string[] = []) =>
    listOf(
      table(...lines),
      meetingOf(people, roomsNamed(null, null), { seats, locked: new Set(locked) }),
      undefined,
      {
        fromEmpty: true,
      },
    ).plan;

  test('takes the seat of everybody whom it gives none, locked people excepted', () => {
    const lines = ['Name,Room', 'Lena Vogel,Owl', 'Tom Becker,', 'Mei Lin,Main room'];
    expect(planOf(lines).unseated).toEqual(['Tom Becker', 'Omar Haddad', 'Grace Hopper']);
    expect(planOf(lines, ['Omar Haddad']).unseated).toEqual(['Tom Becker', 'Grace Hopper']);
  });

  test('takes nobody’s when it gives nobody a place', () => {
    expect(planOf(['Name,Lead', 'Lena Vogel,yes']).unseated).toEqual([]);
  });

  test('of a class fits the proposal: eight teams take eight nameless rooms, and nobody is one too many', () => {
    const teams = ['Ant', 'Bee', 'Cat', 'Dog', 'Emu', 'Fox', 'Gnu', 'Owl'];
    const word = (at: number) => String.fromCodePoint(65 + Math.floor(at / 8), 97 + (at % 8));
    const students = peopleOf(
      ...Array.from({ length: 40 }, (_, at) => `${word(at)}bert ${word(39 - at)}son`),
    );
    const rooms = roomsNamed(...teams.map(() => null)).map((room) => ({ ...room, seats: 5 }));
    const proposal = new Map(students.map(({ key }, at) => [key, `room-${String((at % 8) + 1)}`]));
    const lines = students
      .slice(0, 36)
      .map(({ name }, at) => [name, `Team ${teams[Math.floor(at / 4.5)] ?? ''}`]);
    const { plan } = listOf(lines, meetingOf(students, rooms, { seats: proposal }), undefined, {
      fromEmpty: true,
    });
    expect(plan).toMatchObject({ added: [], refused: [], overfull: [], placed: 36 });
    expect(plan.renamed.map(({ number, name }) => [number, name])).toEqual(
      teams.map((team, at) => [at + 1, `Team ${team}`]),
    );
    expect(plan.unseated).toEqual(students.slice(36).map(({ key }) => key));
  });
});

describe('the people of a list', () => {
  const meeting = meetingOf(people, roomsNamed('Pricing', 'Demo'));
  const choose = (...choices: readonly (readonly [number, ListChoice])[]) => new Map(choices);

  test('without a room stay where they are, and may still lead', () => {
    const { plan } = listOf(table('Name,Room,Lead,Locked', 'Lena Vogel,,yes,no', 'Tom Becker,,,'), meeting);
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['stays', 'stays']);
    expect(plan.people).toEqual([
      {
        person: 'Lena Vogel',
        name: 'Lena Vogel',
        email: null,
        userRef: null,
        to: null,
        lead: true,
        locked: false,
      },
    ]);
    expect(plan.placed).toBe(0);
  });

  test('who are not here are expected, unless they are left out', () => {
    const lines = table('Ada Lovelace,Demo', 'ada@example.org,Demo', 'Ada Lovelace,Demo');
    expect(listOf(lines, meeting)).toMatchObject({
      outcomes: ['later', 'later', 'repeated'],
      plan: { later: 2 },
    });
    expect(listOf(lines, meeting, choose([2, { kind: 'skip' }])).plan.later).toBe(1);
  });

  test('named twice for different rooms go to the first, until that line is left out', () => {
    const lines = table(
      'Lena Vogel,1',
      'Lena Vogl,1',
      'Lena Vogel,2',
      'Tom Becker,1',
      'tom becker,Pricing',
      'lena vogel,Pricing',
    );
    const before = listOf(lines, meeting);
    expect(before.outcomes).toEqual(['placed', 'later', 'conflict', 'placed', 'repeated', 'repeated']);
    expect(before.plan.rows.map(({ same }) => same)).toEqual([
      [1, 3, 6],
      [2],
      [1, 3, 6],
      [4, 5],
      [4, 5],
      [1, 3, 6],
    ]);
    expect([...before.seats]).toEqual([
      ['Lena Vogel', 1],
      ['Tom Becker', 1],
    ]);
    const after = listOf(lines, meeting, choose([1, { kind: 'skip' }], [6, { kind: 'skip' }]));
    expect(after.seats.get('Lena Vogel')).toBe(2);
  });

  test('named surely in one line and probably in another go where the sure one says', () => {
    const here = meetingOf(peopleOf('Lena Vogel #u1', 'Tom Becker #u2'), roomsNamed('Pricing', 'Demo'));
    const lines = table('Name,User ref,Room', 'Lena Vogel,u9,1', 'Lena Vogel,u1,2');
    expect(listOf(lines, here).outcomes).toEqual(['conflict', 'placed']);
  });

  test('who are probably meant can be left out, or be somebody else', () => {
    const lines = table('Lena Vogl,1');
    expect([...listOf(lines, meeting).seats]).toEqual([['Lena Vogel', 1]]);
    expect(listOf(lines, meeting, choose([1, { kind: 'skip' }])).seats.size).toBe(0);
    expect([...listOf(lines, meeting, choose([1, { kind: 'person', person: 'Mei Lin' }])).seats]).toEqual([
      ['Mei Lin', 1],
    ]);
    const later = listOf(lines, meeting, choose([1, { kind: 'later' }])).plan;
    expect(later.people).toMatchObject([{ person: null, name: 'Lena Vogl', to: 'room-1' }]);
    // Somebody who left while the list was looked at.
    expect(listOf(lines, meeting, choose([1, { kind: 'person', person: 'gone' }])).plan.people).toEqual([]);
  });

  test('of whom one is chosen for two lines go to the first as well', () => {
    const twins = meetingOf(peopleOf('Maria Silva', 'Maria Silva'), roomsNamed('Pricing', 'Demo'));
    const lines = table('Maria Silva,1', 'Maria Silva,2');
    const maria = { kind: 'person', person: 'Maria Silva 1' } as const;
    expect(listOf(lines, twins).outcomes).toEqual(['skipped', 'skipped']);
    expect(listOf(lines, twins, choose([1, maria], [2, maria])).outcomes).toEqual(['placed', 'conflict']);
    const both = choose([1, maria], [2, { kind: 'person', person: 'Maria Silva 2' }]);
    expect([...listOf(lines, twins, both).seats]).toEqual([
      ['Maria Silva 1', 1],
      ['Maria Silva 2', 2],
    ]);
  });
});
