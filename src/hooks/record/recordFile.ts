/** The record as a file of data, for other programs. */
import type { Evidence, PersonKey, RecordKind } from '../../state/types.js';
import type { RecordEntry, RecordPerson } from '../../state/views.js';

/** A room as a record names it: both `null` for one of which nothing was known. */
export interface RecordFileRoom {
  readonly number: number | null;
  readonly name: string | null;
}

/**
 * What `useSessionRecord().toJson()` writes, as JSON. A reader of version 1 leaves out fields it does not know; whatever would
 * make it read wrongly gets another version. Times are ISO 8601 in UTC, by the clock of the moderator's machine.
 */
export interface RecordFile {
  readonly format: 'breakout-kit/record';
  readonly version: 1;
  /** Everybody of whom there is a line, in the order of their first. */
  readonly people: readonly {
    /** From 1; what `lines` mean by `person`. */
    readonly id: number;
    /** Safe to show; `null` for a name that would show nothing. */
    readonly name: string | null;
    /** The application's own name for them. */
    readonly userRef: string | null;
    /** The rounds in which they were in a room. */
    readonly rounds: readonly number[];
    /** How long they were in rooms, in seconds. */
    readonly seconds: number;
    readonly stays: readonly {
      readonly round: number;
      readonly room: RecordFileRoom;
      readonly from: string;
      /** `null` while they are there, as far as is known; `seconds` then counts to the newest line. */
      readonly to: string | null;
      readonly seconds: number;
      readonly evidence: Evidence;
    }[];
    readonly invited: number;
    readonly declined: number;
    readonly noAnswer: number;
    readonly failed: number;
    readonly askedHelp: number;
  }[];
  /** Everything that happened, in the order in which the kit learned of it. */
  readonly lines: readonly {
    readonly at: string;
    readonly round: number;
    readonly what: RecordKind;
    /** Whom it is about; `null`: everybody. */
    readonly person: number | null;
    /** `null` where no room is meant; of a move: to main. */
    readonly room: RecordFileRoom | null;
    readonly evidence: Evidence | null;
  }[];
}

/** Makes it. */
export function recordFile(lines: readonly RecordEntry[], people: readonly RecordPerson[]): RecordFile {
  const ids = new Map<PersonKey, number>(people.map(({ person }, at) => [person, at + 1]));
  return {
    format: 'breakout-kit/record',
    version: 1,
    people: people.map(({ person, stays, ms, ...rest }) => ({
      id: ids.get(person) ?? 0,
      ...rest,
      seconds: seconds(ms),
      stays: stays.map(({ round, roomNumber, roomName, from, to, ms: length, evidence }) => ({
        round,
        room: { number: roomNumber, name: roomName },
        from: iso(from),
        to: to === null ? null : iso(to),
        seconds: seconds(length),
        evidence,
      })),
    })),
    lines: lines.map(({ at, round, what, person, roomNumber, roomName, evidence }) => ({
      at: iso(at),
      round,
      what,
      person: person === null ? null : (ids.get(person) ?? null),
      room: roomNumber === null && roomName === null ? null : { number: roomNumber, name: roomName },
      evidence,
    })),
  };
}

const iso = (wall: number): string => new Date(wall).toISOString();
const seconds = (ms: number): number => Math.round(ms / 1000);
