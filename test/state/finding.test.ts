// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { RosterPerson } from '../../src/state/events.js';
import { searchKey } from '../../src/state/searchKey.js';
import type { State } from '../../src/state/types.js';
import {
  byText,
  findableOf,
  FINDING_NOBODY,
  found,
  isFinding,
  peopleByFilter,
  type PeopleFilter,
} from '../../src/state/view/finding.js';
import { after, given, keyOf, somebody } from './given.js';

const names = (state: State, text: string, ...filters: readonly PeopleFilter[]) => {
  const keys = found(state, { text, filters: new Set(filters) });
  return keys && [...keys].map((key) => state.people.get(key)?.name);
};
const withNames = (...all: readonly (string | RosterPerson)[]) => given({ people: ['Ana', ...all] });

describe('somebody is found by their name', () => {
  test.each([
    ['a part of it', 'Lena Vogel', 'vog'],
    ['another case', 'Lena Vogel', 'LENA'],
    ['last name first', 'Lena Vogel', 'vogel lena'],
    ['beginnings of each word', 'Lena Vogel', 'le vo'],
    ['spaces around it', 'Lena Vogel', '  lena  vogel '],
    ['no accents', 'José Núñez', 'jose nunez'],
    ['accents that the name does not have', 'Jose Nunez', 'josé'],
    ['the accent as a sign of its own', 'Jose\u0301', 'josé'],
    ['letters that do not come apart', 'Łukasz Bjørn Groß', 'lukasz bjorn gross'],
    ['the dotless i', 'Işıl', 'isil'],
    ['the apostrophe of a keyboard', 'Liam O’Connor', "o'connor"],
    ['the hyphen of a keyboard', 'Anne‑Marie', 'anne-marie'],
    ['wide letters', 'Ｗｅｉ Chen', 'wei'],
    ['Greek without accents', 'Νίκος', 'νικος'],
    ['Arabic without vowel marks', 'مُحَمَّد', 'محمد'],
    ['Arabic without the hamza', 'أحمد', 'احمد'],
    ['Hebrew without points', 'שָׂרָה', 'שרה'],
    ['one syllable of Korean', '김하늘', '하늘'],
  ])('with %s', (_, name, text) => {
    expect(names(withNames('Ben', name), text)).toEqual([name]);
  });

  test.each([
    ['letters in another order', 'Lena', 'nela'],
    ['one word that is not theirs', 'Lena Vogel', 'lena meyer'],
    ['a vowel of Hindi left away, which is another name', 'किरण', 'करण'],
    ['a voiced sound of Japanese', 'がもう', 'かもう'],
  ])('but not by %s', (_, name, text) => {
    expect(names(withNames(name), text)).toEqual([]);
  });

  test('wherever they are: without a room, in one, or in the main room; an audience is not looked for', () => {
    const state = given({
      people: ['Ana', 'Nina', 'Nino', 'Nils', somebody('Nick', { role: 'audience' })],
      rooms: 2,
      seats: [['Nino', 2]],
    });
    const kept = after(state, {
      type: 'plan.edited',
      edits: [{ kind: 'move', people: [keyOf('Nils')], to: 'main' }],
      reason: 'menu',
    });
    expect(names(kept, 'ni')).toEqual(['Nina', 'Nino', 'Nils']);
  });

  test('both of two people of the same name', () => {
    const twins = withNames('Maria Silva', somebody('x', { name: 'Maria Silva' }));
    expect(names(twins, 'maria')).toHaveLength(2);
  });
});

describe('somebody is found by what the service knows them by', () => {
  const state = () =>
    withNames(
      somebody('Ben', { userRef: 'ben.meyer@example.org' }),
      somebody('Cem', { userRef: 'ab12-ab' }),
      somebody('Abel', { userRef: null }),
    );
  test('by any part of an address', () => {
    expect(names(state(), 'meyer@')).toEqual(['Ben']);
    expect(names(state(), 'ben example.org')).toEqual(['Ben']);
  });
  test('by a whole id, as it is copied, and not by two letters of it', () => {
    expect(names(state(), 'AB12-ab')).toEqual(['Cem']);
    expect(names(state(), 'ab')).toEqual(['Abel']);
  });
});

describe('people of a kind', () => {
  const draft = () => {
    const state = given({
      people: ['Ana', 'Ben', 'Cem', 'Dia', 'Eva'],
      limits: { maxRooms: 10, minPeople: 2, maxPeople: 2 },
      rooms: 2,
      seats: [
        ['Ben', 1],
        ['Cem', 2],
        ['Dia', 2],
      ],
    });
    return after(
      state,
      { type: 'person.joined', person: somebody('Finn') },
      {
        type: 'plan.edited',
        edits: [{ kind: 'lock', people: [keyOf('Ben')], on: true }],
        reason: 'settings',
      },
    );
  };
  const counts = (state: State) =>
    Object.fromEntries(Object.entries(peopleByFilter(state)).map(([filter, keys]) => [filter, keys.size]));

  test('are counted, each kind over everybody', () => {
    expect(counts(draft())).toEqual({ unassigned: 2, late: 1, locked: 1, conflict: 0 });
  });

  test('are shown alone; with two kinds, people of either', () => {
    expect(names(draft(), '', 'unassigned')).toEqual(['Eva', 'Finn']);
    expect(names(draft(), '', 'late')).toEqual(['Finn']);
    expect(names(draft(), '', 'late', 'locked')).toEqual(['Ben', 'Finn']);
  });

  test('are searched by name as well', () => {
    expect(names(draft(), 'e', 'unassigned')).toEqual(['Eva']);
    expect(names(draft(), 'zoe', 'unassigned')).toEqual([]);
  });

  test('everybody of a room over its limit has a conflict, and no longer once it fits', () => {
    const move = (to: string) =>
      ({
        type: 'plan.edited',
        edits: [{ kind: 'move', people: [keyOf('Eva')], to }],
        reason: 'menu',
      }) as const;
    const over = after(draft(), move('room-2'));
    expect(names(over, '', 'conflict')).toEqual(['Cem', 'Dia', 'Eva']);
    expect(names(after(over, move('room-1')), '', 'conflict')).toEqual([]);
  });

  test('people who should not share a room have a conflict while they do', () => {
    const apart = after(draft(), {
      type: 'plan.edited',
      edits: [
        { kind: 'rules', rules: { together: [], apart: [[keyOf('Cem'), keyOf('Dia')]], leadEach: false } },
      ],
      reason: 'rules',
    });
    expect(names(apart, '', 'conflict')).toEqual(['Cem', 'Dia']);
  });
});

test('nothing that was typed, or only a space, finds nobody in particular', () => {
  expect(isFinding(FINDING_NOBODY)).toBe(false);
  expect(isFinding({ text: ' \u200b ', filters: new Set() })).toBe(false);
  expect(found(given(), { text: '  ', filters: new Set() })).toBeNull();
});

test('somebody who is called otherwise now is found by the new name', () => {
  const renamed = after(given(), { type: 'person.joined', person: somebody('Ben', { name: 'Benedikt' }) });
  expect(names(renamed, 'nedi')).toEqual(['Benedikt']);
});

test('of five thousand people each name is folded once, however many letters are typed', () => {
  const many = withNames(...Array.from({ length: 5000 }, (_, at) => `Person ${String(at)}`));
  const person = [...many.people.values()].at(-1);
  if (!person) throw new Error('Nobody is here.');
  const first = findableOf(person);
  for (const text of ['p', 'pe', 'person 49', 'person 4999']) found(many, { text, filters: new Set() });
  expect(findableOf(person)).toBe(first);
  expect(names(many, 'person 4999')).toEqual(['Person 4999']);
});

test('a search for what a name is finds it, whatever script it is in', () => {
  for (const name of ['Ǆ', 'ﬀ', 'İ', 'ẞ', 'Ω', '김', 'ß'])
    expect(
      byText(name)({ ...given().people.values().next().value, name, userRef: null } as never),
      name,
    ).toBe(true);
  expect(searchKey('STRASSE')).toBe(searchKey('Straße'));
});
