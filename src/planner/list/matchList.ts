/** Looks up whom each line of a list means. Nothing is decided here that was not certain. */
import { displayName, sameNameKey } from '../../state/displayName.js';
import { sameEmailKey, shownNameKey } from '../../state/expected.js';
import type { PersonKey } from '../../state/types.js';
import { findColumns, MOST_COLUMNS } from './columns.js';
import { withoutEscape } from './formulas.js';
import type { ListColumns, ListMatch, ListMeeting, ListPerson, ListRow, Table, Who } from './list.js';
import { roomReader } from './rooms.js';
import { similarNames, type Similar } from './similarNames.js';
import { nameInEmail } from './spelling.js';

/** Two scores this close say nothing about which of two people is meant. */
const CLOSE = 0.05;
/** The right name, and something that speaks against it. */
const CONTRARY = 0.75;
/** No more people to choose from than somebody would read. */
const MOST_CHOICES = 20;
/** Longer than any address or reference. */
const LONGEST_ID = 320;

/**
 * Matches a table against a meeting: each line is `exact` by `user_ref`, e-mail address or name, `fuzzy` by a name spelt nearly so,
 * `ambiguous` between several people, or `unmatched`. Pure and quick: 2,000 lines against 2,000 people in well under a second.
 *
 * @param table - Cells as text, as a CSV reader gives them.
 * @param meeting - People and rooms as they are.
 * @param columns - What the columns say, where somebody corrected it. Without it headings decide, else what stands in them.
 */
export function matchList(table: Table, meeting: ListMeeting, columns?: ListColumns): ListMatch {
  const readRoom = roomReader(meeting);
  const { byRef, byEmail, byName } = index(meeting.people);
  const found =
    columns ??
    findColumns(table, {
      isRoom: (cell) => isKnownRoom(readRoom(cell)?.kind),
      isUserRef: (cell) => byRef.has(cell.trim()),
    });
  const lines = readLines(table, found);
  // A column of references of another system says nothing against a name.
  const refsAreOurs = lines.some(({ userRef }) => userRef !== null && byRef.has(userRef));

  /** Who is certainly meant, or how many could be. */
  const certain = ({ name, email, userRef }: Line): Who | null => {
    const refs = (userRef !== null && byRef.get(userRef)) || NOBODY;
    const emails = (email !== null && byEmail.get(sameEmailKey(email))) || NOBODY;
    const ids = refs.length > 0 ? refs : emails;
    if (refs.length > 0 && emails.length > 0 && !refs.some((person) => emails.includes(person)))
      return several([...refs, ...emails]);
    const named = name === null ? NOBODY : whoIsNamed(byName, name);
    if (ids.length > 0) {
      // Two connections of one user, told apart by the number in the name.
      const one = ids.length === 1 ? ids : named.filter((person) => ids.includes(person));
      const [person] = one;
      const by = refs.length > 0 ? 'user-ref' : 'email';
      return person && one.length === 1 ? { kind: 'exact', by, person: person.key } : several(ids);
    }
    const [person] = named;
    if (!person) return null;
    if (named.length > 1) return several(named);
    const isContrary =
      (refsAreOurs && userRef !== null && person.userRef !== null) ||
      (email !== null && person.email !== null);
    return isContrary
      ? { kind: 'fuzzy', person: person.key, score: CONTRARY }
      : { kind: 'exact', by: 'name', person: person.key };
  };

  const sure = lines.map((line) => (isNamed(line) ? certain(line) : ROOM_ONLY));
  const taken = new Set(sure.flatMap((who) => (who?.kind === 'exact' ? [who.person] : [])));
  let search: ReturnType<typeof similarNames> | null = null;
  const whos = lines.map((line, at): Who => {
    const who = sure[at] ?? null;
    if (who?.kind === 'ambiguous') return withoutTaken(who.people, taken);
    if (who) return who;
    const name = line.name ?? (line.email === null ? '' : nameInEmail(line.email));
    if (name === '') return UNMATCHED;
    search ??= similarNames(meeting.people);
    return choose(search(name, taken));
  });
  const settled = oneRowEach(whos);
  return {
    columns: found,
    heads: headsOf(table, found),
    rows: lines.map((line, at) => ({ ...line, who: settled[at] ?? UNMATCHED })),
  };
}

type Line = Omit<ListRow, 'who'>;

const NOBODY: readonly ListPerson[] = [];
const UNMATCHED: Who = { kind: 'unmatched' };
const ROOM_ONLY: Who = { kind: 'room-only' };
const isKnownRoom = (kind: string | undefined) => kind === 'room' || kind === 'main' || kind === 'number';
const isNamed = ({ name, email, userRef }: Line) => (name ?? email ?? userRef) !== null;
const several = (people: readonly ListPerson[]): Who => ({
  kind: 'ambiguous',
  people: [...new Set(people.map(({ key }) => key))],
});

function index(people: readonly ListPerson[]) {
  const byRef = new Map<string, ListPerson[]>();
  const byEmail = new Map<string, ListPerson[]>();
  const byName = new Map<string, ListPerson[]>();
  const put = (map: Map<string, ListPerson[]>, key: string, person: ListPerson) => {
    if (key === '') return;
    const there = map.get(key);
    if (there) there.push(person);
    else map.set(key, [person]);
  };
  for (const person of people) {
    if (person.userRef !== null) put(byRef, person.userRef.trim(), person);
    if (person.email !== null) put(byEmail, sameEmailKey(person.email), person);
    put(byName, shownNameKey(person.name), person);
  }
  return { byRef, byEmail, byName };
}

/** "Maria Silva (2)": the second of the name, as the screen calls her. */
const NUMBERED = /^(.*\S) ?\((\d{1,4})\)$/u;

function whoIsNamed(byName: ReadonlyMap<string, readonly ListPerson[]>, name: string): readonly ListPerson[] {
  const key = sameNameKey(name);
  const people = byName.get(key);
  if (people) return people;
  const [, base = '', number = ''] = NUMBERED.exec(key) ?? [];
  return (byName.get(base.trim()) ?? NOBODY).filter(({ twin }) => twin === Number(number));
}

/** Who was surely named in another line is not meant here. One who is left is likely, and no more. */
function withoutTaken(people: readonly PersonKey[], taken: ReadonlySet<PersonKey>): Who {
  const free = people.filter((person) => !taken.has(person));
  const [person] = free;
  if (person !== undefined && free.length === 1 && people.length > 1)
    return { kind: 'fuzzy', person, score: CONTRARY };
  return { kind: 'ambiguous', people: free.length > 0 ? free : people };
}

function choose(similar: readonly Similar[]): Who {
  const [best] = similar;
  if (!best) return UNMATCHED;
  const close = similar.filter(({ score }) => score > best.score - CLOSE);
  return close.length === 1
    ? { kind: 'fuzzy', ...best }
    : { kind: 'ambiguous', people: close.slice(0, MOST_CHOICES).map(({ person }) => person) };
}

/** Of lines that are nearly the same person's, the best keeps them; the others are for somebody to decide. */
function oneRowEach(whos: readonly Who[]): readonly Who[] {
  const best = new Map<PersonKey, { readonly score: number; readonly at: number }>();
  const tied = new Set<PersonKey>();
  whos.forEach((who, at) => {
    if (who.kind !== 'fuzzy') return;
    const { person, score } = who;
    const before = best.get(person);
    if (before && Math.abs(before.score - score) < CLOSE) tied.add(person);
    if (!before || score > before.score) {
      if (before && score - before.score >= CLOSE) tied.delete(person);
      best.set(person, { score, at });
    }
  });
  return whos.map((who, at) => {
    if (who.kind !== 'fuzzy') return who;
    const keeps = best.get(who.person)?.at === at && !tied.has(who.person);
    return keeps ? who : { kind: 'ambiguous', people: [who.person] };
  });
}

const YES = new Set(['yes', 'y', 'true', '1', 'x', '✓', '✔', 'lead', 'leader', 'locked']);
const NO = new Set(['no', 'n', 'false', '0']);

function readMark(cell: string): boolean | null {
  const word = cell.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/** The lines that say something, each with its number. */
function readLines(table: Table, columns: ListColumns): readonly Line[] {
  const lines: Line[] = [];
  table.forEach((cells, at) => {
    if (columns.header !== null && at <= columns.header) return;
    const raw = (column: number | null) => (column === null ? '' : withoutEscape(cells[column] ?? ''));
    const text = (column: number | null) => displayName(raw(column), '');
    const id = (column: number | null) => raw(column).trim().slice(0, LONGEST_ID) || null;
    const name = displayName(columns.name.map((column) => raw(column)).join(' '), '');
    const line: Line = {
      row: at + 1,
      name: name || null,
      email: id(columns.email),
      userRef: id(columns.userRef),
      room: text(columns.room),
      roomName: columns.roomName === null ? null : text(columns.roomName),
      lead: readMark(raw(columns.lead)),
      locked: readMark(raw(columns.locked)),
    };
    if (isNamed(line) || line.room !== '' || (line.roomName ?? '') !== '') lines.push(line);
  });
  return lines;
}

function headsOf(table: Table, { header }: ListColumns): readonly string[] {
  const first = table[header ?? table.findIndex((row) => row.some((cell) => cell.trim() !== ''))] ?? [];
  return first.slice(0, MOST_COLUMNS).map((cell) => displayName(withoutEscape(cell), ''));
}
