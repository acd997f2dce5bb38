/** Which column of a table says what: by its headings, else by what stands in it. */
import type { ListColumns, Table } from './list.js';

type Kind = 'name' | 'first' | 'last' | 'email' | 'userRef' | 'room' | 'roomName' | 'lead' | 'locked';

/** Headings, without capitals, spaces and marks. */
const HEADINGS: Readonly<Record<Kind, readonly string[]>> = {
  name: [
    'name',
    'fullname',
    'displayname',
    'participant',
    'participants',
    'participantname',
    'student',
    'students',
    'studentname',
    'person',
    'people',
    'attendee',
    'attendeename',
    'member',
    'membername',
    'who',
    'user',
    'username',
  ],
  first: ['firstname', 'givenname', 'forename', 'first', 'givennames'],
  last: ['lastname', 'surname', 'familyname', 'last'],
  email: ['email', 'emailaddress', 'mail', 'emails', 'mailaddress', 'useremail', 'participantemail'],
  userRef: ['userref', 'ref', 'userid', 'externalid', 'id', 'userreference', 'reference'],
  room: [
    'room',
    'rooms',
    'roomnumber',
    'roomno',
    'roomnr',
    'breakoutroom',
    'breakout',
    'group',
    'groupnumber',
    'groupno',
    'team',
    'teamnumber',
    'table',
    'to',
    'assignment',
    'assignedroom',
  ],
  roomName: ['roomname', 'groupname', 'teamname', 'breakoutroomname', 'preassignroomname', 'topic'],
  lead: ['lead', 'leader', 'leads', 'facilitator', 'islead', 'roomlead', 'groupleader'],
  locked: ['locked', 'lock', 'fixed', 'pinned'],
};

const KINDS = new Map<string, Kind>(
  (Object.entries(HEADINGS) as [Kind, readonly string[]][]).flatMap(([kind, words]) =>
    words.map((word): [string, Kind] => [word, kind]),
  ),
);

/** Columns beyond this are not looked at. */
export const MOST_COLUMNS = 40;
/** Enough rows to see what a column is about. */
const SAMPLE = 200;

const EMAIL = /^\S{1,64}@\S{1,255}$/u;
const kindOf = (cell: string): Kind | undefined =>
  KINDS.get(cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
const filled = (row: readonly string[]) => row.some((cell) => cell.trim() !== '');

/** What the meeting knows of a cell. */
export interface CellTests {
  /** It names a room of the draft, or the main room. */
  readonly isRoom: (cell: string) => boolean;
  /** It is the `user_ref` of somebody here. */
  readonly isUserRef: (cell: string) => boolean;
}

/** Finds the columns of a table. */
export function findColumns(table: Table, tests: CellTests): ListColumns {
  const first = table.findIndex(filled);
  const top = table[first] ?? [];
  const width = Math.min(
    MOST_COLUMNS,
    table.slice(0, SAMPLE).reduce((most, row) => Math.max(most, row.length), 0),
  );
  const kinds = new Map<Kind, number>();
  for (let at = 0; at < width; at += 1) {
    const kind = kindOf(top[at] ?? '');
    if (kind !== undefined && !kinds.has(kind)) kinds.set(kind, at);
  }
  const hasHeadings = kinds.size > 0 && !top.some((cell) => EMAIL.test(cell.trim()));
  if (!hasHeadings) kinds.clear();
  // A room's name is as good as a number where there is nothing else.
  const roomName = kinds.get('roomName');
  if (!kinds.has('room') && roomName !== undefined) {
    kinds.set('room', roomName);
    kinds.delete('roomName');
  }
  const rest = table.slice(first + 1, first + 1 + SAMPLE).filter(filled);
  const isHeader = hasHeadings || isForeignHeading(top, rest, width);
  const sample = isHeader ? rest : [top, ...rest];
  const free = new Set(
    Array.from({ length: width }, (_, at) => at).filter((at) => ![...kinds.values()].includes(at)),
  );
  guess(kinds, free, sample, tests);
  const at = (kind: Kind) => kinds.get(kind) ?? null;
  const names = (kinds.has('name') ? [at('name')] : [at('first'), at('last')]).filter(
    (column) => column !== null,
  );
  return {
    name: names,
    email: at('email'),
    userRef: at('userRef'),
    room: at('room'),
    roomName: at('roomName'),
    lead: at('lead'),
    locked: at('locked'),
    header: isHeader && first >= 0 ? first : null,
  };
}

/** Headings in a language that is not known: over a column of numbers or addresses stands something else. */
function isForeignHeading(top: readonly string[], rest: Table, width: number): boolean {
  if (rest.length < 2 || top.some((cell) => isPlain(cell))) return false;
  return Array.from({ length: width }, (_, at) => at).some(
    (at) => (top[at] ?? '').trim() !== '' && rest.every((row) => isPlain(row[at] ?? '')),
  );
}

const isPlain = (cell: string) => /^\d{1,4}$/u.test(cell.trim()) || EMAIL.test(cell.trim());

/** Gives the columns without a known heading a meaning, by what stands in them. */
function guess(
  kinds: Map<Kind, number>,
  free: Set<number>,
  sample: Table,
  { isRoom, isUserRef }: CellTests,
): void {
  const share = (at: number, test: (cell: string) => boolean) => {
    const cells = sample.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  };
  const variety = (at: number) => {
    const cells = sample.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length === 0 ? 0 : new Set(cells).size / cells.length;
  };
  const take = (kind: Kind, at: number | undefined) => {
    if (at === undefined || kinds.has(kind)) return;
    kinds.set(kind, at);
    free.delete(at);
  };
  const best = (score: (at: number) => number, least: number) =>
    [...free].filter((at) => score(at) >= least).toSorted((a, b) => score(b) - score(a) || a - b)[0];
  take(
    'email',
    best((at) => share(at, (cell) => EMAIL.test(cell)), 0.6),
  );
  take(
    'userRef',
    best((at) => share(at, isUserRef), 0.5),
  );
  const isNamed = kinds.has('name') || kinds.has('first') || kinds.has('last');
  const isKnown = isNamed || kinds.has('email') || kinds.has('userRef');
  const hasWords = (at: number) => share(at, (cell) => /\p{L}/u.test(cell));
  if (free.size > 1 || isKnown) {
    take(
      'room',
      best((at) => share(at, isRoom), 0.5),
    );
    if (!kinds.has('room') && free.size > (isKnown ? 0 : 1)) {
      // Rooms repeat, people do not. Where both do, names come first.
      const columns = [...free].toSorted((a, b) => variety(a) - variety(b) || b - a);
      take(
        'room',
        columns.find((at) => variety(at) > 0),
      );
    }
  }
  if (!isNamed)
    take(
      'name',
      best((at) => (hasWords(at) >= 0.5 ? variety(at) : 0), 0.01),
    );
}
