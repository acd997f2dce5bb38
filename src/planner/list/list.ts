/** What a list is read from, what is known when it is, and what a line of it says. */
import type { PersonKey, RoomKey } from '../../state/types.js';

/** Rows of cells, as text. Rows may have different lengths; empty ones keep the count. */
export type Table = readonly (readonly string[])[];

/** Which column says what, counted from 0. `null`: no column does. */
export interface ListColumns {
  /** The name: one column, or two where first and last names are apart. */
  readonly name: readonly number[];
  readonly email: number | null;
  readonly userRef: number | null;
  readonly room: number | null;
  /** The room's name, where the other column is its number. */
  readonly roomName: number | null;
  readonly lead: number | null;
  readonly locked: number | null;
  /** The row with the headings, from 0; `null` when the list begins at once. */
  readonly header: number | null;
}

/** Somebody in the meeting, as a list may name them. */
export interface ListPerson {
  readonly key: PersonKey;
  /** As it is shown, without the number that tells twins apart. */
  readonly name: string;
  /** 1, 2, … for people of the same name; 0 for everybody else. */
  readonly twin: number;
  readonly email: string | null;
  readonly userRef: string | null;
}

/** A room of the draft, as a list may name it. */
export interface ListRoom {
  readonly key: RoomKey;
  readonly number: number;
  readonly name: string | null;
  /** Seats. */
  readonly seats: number;
}

/** The meeting that a list is for. */
export interface ListMeeting {
  readonly people: readonly ListPerson[];
  readonly rooms: readonly ListRoom[];
  /** Who sits where now. */
  readonly seats: ReadonlyMap<PersonKey, RoomKey>;
  /** People who are left where they are when the rooms are emptied first. */
  readonly locked: ReadonlySet<PersonKey>;
  readonly maxRooms: number;
  /** Seats of a room that the list adds. */
  readonly newSeats: number;
  /** "Room 3" in the reader's language. English is understood in any case. */
  readonly roomLabel?: ((number: number) => string) | undefined;
  /** "Main room" in the reader's language. English is understood in any case. */
  readonly mainLabel?: string | undefined;
}

/** Whom a line of a list means. */
export type Who =
  | {
      readonly kind: 'exact';
      readonly person: PersonKey;
      /** What made it certain. */
      readonly by: 'user-ref' | 'email' | 'name';
    }
  /** Nearly the same name, or the same with something that speaks against it. A `score` from 0 to 1. */
  | { readonly kind: 'fuzzy'; readonly person: PersonKey; readonly score: number }
  /** Several people could be meant: nobody is taken unless somebody chooses. */
  | { readonly kind: 'ambiguous'; readonly people: readonly PersonKey[] }
  /** Nobody here: they may join later. */
  | { readonly kind: 'unmatched' }
  /** The line names a room and nobody in it. */
  | { readonly kind: 'room-only' };

/** One line of a list. */
export interface ListRow {
  /** As a spreadsheet counts rows, from 1. */
  readonly row: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly userRef: string | null;
  /** Where they should go, as it was written. Empty: they stay where they are. */
  readonly room: string;
  /** The name in a column of its own, where there is one: then `room` is its number. */
  readonly roomName: string | null;
  readonly lead: boolean | null;
  readonly locked: boolean | null;
  readonly who: Who;
}

/** A list with everybody looked up. Nothing is changed by it. */
export interface ListMatch {
  readonly columns: ListColumns;
  /** What stands at the head of each column, or the first cell of it. */
  readonly heads: readonly string[];
  readonly rows: readonly ListRow[];
}
