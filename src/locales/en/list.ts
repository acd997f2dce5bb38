/** Lists of people and rooms: reading one, looking at what it would do, and handing one out. */
import { people, rooms } from './common.js';

const rows = (count: number) => (count === 1 ? '1 row' : `${String(count)} rows`);
const has = (count: number) => (count === 1 ? 'has' : 'have');

/** Why a list was not read. */
const refused = {
  'too-large': 'This list is larger than 1 MB. Take out what is not about people and rooms, and try again.',
  'too-many-rows':
    'This list has more than 5,000 rows. Split it, or take out what is not about people and rooms.',
  spreadsheet: 'This is a spreadsheet file. Save it as CSV there, or copy its cells and paste them here.',
  'not-text': 'This file is not text. Choose a CSV or text file.',
  empty: 'There is nothing in this list.',
  unreadable: 'The file could not be read. Choose it again, or paste its text.',
};

/** What a file's letters may be. */
const encodings = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16, big end first)',
  'windows-1252': 'Western European (Windows)',
  'windows-1250': 'Central European (Windows)',
  'windows-1251': 'Cyrillic (Windows)',
  'windows-1253': 'Greek (Windows)',
  'windows-1254': 'Turkish (Windows)',
  'windows-1255': 'Hebrew (Windows)',
  'windows-1256': 'Arabic (Windows)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-kr': 'Korean (EUC-KR)',
  gb18030: 'Chinese (GB 18030)',
  big5: 'Chinese (Big5)',
};

/** What a column may say. */
const columns = {
  name: 'Name',
  last: 'Last name',
  email: 'Email',
  userRef: 'User reference',
  room: 'Room',
  roomName: 'Room name',
  lead: 'Leads the room',
  locked: 'Locked',
};

export const list = {
  import: 'Import a list…',
  export: 'Export the plan…',

  /* a list is given */
  title: 'Import a list',
  lead: 'People and their rooms, one person in each row. Nothing changes before you have looked at it.',
  field: 'The list',
  example: 'Lena Vogel, Pricing\nTom Becker, 2\nmei@example.org, Main room',
  hint: 'Names, emails or user references; rooms by name or number. Headings are welcome.',
  choose: 'Choose a file',
  dropHere: 'or drop one here',
  look: 'Look at it',
  nothingYet: 'Paste a list first, or choose a file.',
  reading: 'Reading the list…',
  refused,
  cancel: 'Cancel',

  /* a list is looked at */
  lookTitle: 'Before it is applied',
  from: (file: string | null, count: number) => (file === null ? rows(count) : `${file}, ${rows(count)}`),
  /** There are headings, and nothing under them. */
  onlyHeadings: 'There are no people in this list, only headings.',
  noPeople: 'There are no people in this list.',
  back: 'Back',
  place: (count: number, later: number) =>
    count === 0 && later > 0
      ? `Place ${people(later)} when they join`
      : later > 0
        ? `Place ${people(count)}, ${String(later)} when they join`
        : `Place ${people(count)}`,
  applyRooms: (count: number) => `Set up ${rooms(count)}`,
  apply: 'Apply the list',
  nothingToPlace: 'Nobody on this list has a place to go to.',
  fromEmpty: 'Start from empty rooms',
  /** How many lose their seat by it. */
  unseated: (count: number) =>
    count === 0
      ? 'Everybody who is in a room has one on the list.'
      : `${people(count)} without a room on the list ${count === 1 ? 'goes' : 'go'} to Not assigned.`,
  /** Spoken when the list is shown. */
  summary: (found: number, likely: number, open: number, absent: number) =>
    [
      `${people(found)} found.`,
      likely > 0 ? `${String(likely)} to check.` : '',
      open > 0 ? `${String(open)} to decide.` : '',
      absent > 0 ? `${String(absent)} not here yet.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  problems: 'What to know',
  guessed: (encoding: string) =>
    `The file does not say how its letters are written. They are read as ${encoding}: check the names.`,
  garbled: 'Some letters look wrong. The file may have been saved in another encoding.',
  readAs: 'Letters',
  encodings,
  openQuote: (row: number) =>
    `Row ${String(row)} has a quotation mark that is not closed. All of them are read as ordinary letters.`,
  noRooms: 'No column says which room. Choose one below, or add one to the list.',
  noNames: 'No column says who. Choose one below, or add one to the list.',
  /** `fromEmpty`: they do not stay where they are, the rooms are emptied first. */
  tooManyRooms: (names: string, count: number, max: number, fromEmpty: boolean) => {
    const limit = `${names} cannot be added: ${String(max)} rooms is the limit.`;
    if (count === 0) return limit;
    return fromEmpty
      ? `${limit} ${people(count)} of the list ${count === 1 ? 'gets' : 'get'} no room.`
      : `${limit} ${people(count)} of the list ${count === 1 ? 'stays' : 'stay'} where they are.`;
  },
  overfull: (room: string, count: number, seats: number) =>
    `${room} would have ${people(count)} for ${seats === 1 ? '1 seat' : `${String(seats)} seats`}.`,
  roomsToAdd: (count: number) => `${rooms(count)} will be added`,
  renames: (room: string, name: string) => `${room} becomes ${name}`,
  columnsTitle: 'Which column is what',
  columns,
  noColumn: 'None',
  column: (number: number) => `Column ${String(number)}`,
  columnHead: (number: number, head: string) => `${String(number)}: ${head}`,
  hasHeadings: 'The first row is headings',

  conflicts: 'More than one place',
  conflictsText:
    'The same person is on the list more than once, for different rooms. One row counts: tick another to keep that one instead.',
  ambiguous: 'Who is meant?',
  ambiguousText: 'Several people could be meant. Nobody is placed until you choose.',
  fuzzy: 'Probably meant',
  fuzzyText: 'Not written quite the same. Untick who is not meant, or choose somebody else.',
  absent: 'Not here yet',
  absentText: 'They are placed when they join.',
  noRoom: 'No room left',
  noRoomText: 'Their room would be one too many.',
  found: (count: number) => `${people(count)} found`,
  others: (count: number) => `${rows(count)} without a place`,
  repeats: (count: number) => (count === 1 ? '1 row repeats another' : `${String(count)} rows repeat others`),
  row: (row: number) => `Row ${String(row)}`,
  rowAt: (row: number, who: string) => `Row ${String(row)}: ${who}`,
  take: (who: string, room: string) => `${who} to ${room}`,
  who: (who: string) => `Who is ${who}?`,
  chooseWho: 'Choose…',
  likely: 'Likely',
  everybody: 'Everybody',
  notHere: 'Not here yet',
  leaveOut: 'Leave out',
  means: (who: string) => `means ${who}`,
  leads: 'leads',
  locked: 'locked',
  more: (count: number) => `Show ${String(count)} more`,
  takeAll: 'Tick all',
  takeNone: 'Untick all',

  /* done */
  applied: (placed: number, later: number) =>
    later === 0
      ? `${people(placed)} placed from the list.`
      : placed === 0
        ? `${people(later)} of the list will be placed when they join.`
        : `${people(placed)} placed from the list, ${String(later)} more when they join.`,
  notApplied: 'The list was not applied: the rooms are open.',
  /** The last step of the draft, as the undo button names it. */
  change: 'the list',

  /* whoever has not joined */
  expectedTitle: (count: number) => `${people(count)} of your list ${has(count)} not joined yet`,
  expectedText: 'Each is placed when they join, as long as their room has a seat.',
  forget: 'Forget',
  forgetWho: (who: string) => `Forget ${who}`,
  forgetAll: 'Forget all',
  forgotten: (count: number) => `${people(count)} of the list forgotten.`,

  /* handing out */
  exportTitle: 'Export the plan',
  exportText:
    'Everybody with their room, for a spreadsheet. Imported again, it gives the same rooms and people.',
  exportField: 'The plan as text',
  download: 'Download CSV',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'This page may not copy. The text is selected: copy it with your keyboard or menu.',
  fileName: 'breakout-rooms',

  /* what a list did later */
  joinedSeated: (who: string, room: string) => `${who} joined and has a place in ${room}.`,
  seated: (count: number) =>
    count === 1 ? '1 of them has a place.' : `${String(count)} of them have places.`,
  /** `who` is empty where several people came. */
  expectedFull: (who: string, count: number, room: string | null) =>
    `${count === 1 && who !== '' ? who : people(count)} of your list joined, but ${room ?? 'their room'} is full.`,
  expectedUnsure: (who: string, count: number) =>
    count === 1 && who !== ''
      ? `${who} joined. Your list may mean somebody else of that name, so place them by hand.`
      : `${people(count)} joined whose names are on your list more than once. Place them by hand.`,
};
