/** Views of the record: its lines as they may be shown, and what they come to for each person. */
import { displayName } from '../displayName.js';
import { memo } from '../memo.js';
import type { Evidence, PersonKey, RecordLine, State } from '../types.js';
import type { RecordEntry, RecordPerson, RecordStay } from '../views.js';
import { shownRoomName } from './rooms.js';

/** The lines, in the order in which this kit learned of them. */
export const recordEntries: (state: State) => readonly RecordEntry[] = memo(
  (state: State) => [state.record],
  ({ record }: State) => record.map(entryOf),
);

const entryOf = (line: RecordLine): RecordEntry => ({
  ...line,
  name: line.name === null ? null : displayName(line.name, '') || null,
  roomName: shownRoomName(line.roomName),
});

/** Everybody who took part, in the order of their first line: where they were, and for how long. */
export const recordPeople: (state: State) => readonly RecordPerson[] = memo(
  (state: State) => [state.record],
  (state: State) => summary(recordEntries(state)),
);

/** One person while lines are read. */
interface Reading {
  readonly of: RecordPerson;
  readonly stays: RecordStay[];
  readonly rounds: Set<number>;
  readonly counts: { invited: number; declined: number; noAnswer: number; failed: number; askedHelp: number };
  /** The place in `stays` of the one that has no end yet. */
  open: number | null;
}

const COUNTED = {
  invited: 'invited',
  declined: 'declined',
  'no-answer': 'noAnswer',
  failed: 'failed',
  'asked-help': 'askedHelp',
} as const;

function summary(lines: readonly RecordEntry[]): readonly RecordPerson[] {
  const people = new Map<PersonKey, Reading>();
  let last = 0;
  for (const line of lines) {
    last = Math.max(last, line.at);
    if (line.person === null) continue;
    const reading = people.get(line.person) ?? begin(line.person, line);
    people.set(line.person, reading);
    read(reading, line);
  }
  return [...people.values()].map(({ of, stays, rounds, counts }) => {
    // Of a stay that has no end yet, it is known how long it was when the newest line was written.
    const ended = stays.map((stay) =>
      stay.to === null ? { ...stay, ms: Math.max(0, last - stay.from) } : stay,
    );
    const ms = ended.reduce((sum, stay) => sum + stay.ms, 0);
    return { ...of, stays: ended, rounds: [...rounds], ms, ...counts };
  });
}

const begin = (person: PersonKey, { name, userRef }: RecordEntry): Reading => ({
  of: {
    person,
    name,
    userRef,
    stays: [],
    rounds: [],
    ms: 0,
    invited: 0,
    declined: 0,
    noAnswer: 0,
    failed: 0,
    askedHelp: 0,
  },
  stays: [],
  rounds: new Set(),
  counts: { invited: 0, declined: 0, noAnswer: 0, failed: 0, askedHelp: 0 },
  open: null,
});

function read(reading: Reading, line: RecordEntry): void {
  const { what, at, round, roomNumber, roomName, evidence } = line;
  if (what === 'joined') {
    end(reading, at);
    reading.rounds.add(round);
    reading.open = reading.stays.length;
    const sure: Evidence = evidence ?? 'inferred';
    reading.stays.push({ round, roomNumber, roomName, evidence: sure, from: at, to: null, ms: 0 });
  } else if (what === 'left') end(reading, at);
  else if (what in COUNTED) reading.counts[COUNTED[what as keyof typeof COUNTED]] += 1;
}

/** A clock may have been put back meanwhile: nobody was anywhere for less than no time. */
function end(reading: Reading, at: number): void {
  const stay = reading.open === null ? undefined : reading.stays[reading.open];
  if (stay && reading.open !== null)
    reading.stays[reading.open] = { ...stay, to: at, ms: Math.max(0, at - stay.from) };
  reading.open = null;
}
