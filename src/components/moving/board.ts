/** What is only on one moderator's screen: who is selected, who is in hand, which menu is open, what was said last. */
import type { PersonKey, RoomKey } from '../../state/types.js';
import type { PeopleList } from './peopleLists.js';

/** People in hand by keyboard. The focus stays on the person; the target moves. */
export interface Carried {
  readonly people: readonly PersonKey[];
  /** On whom the focus is. */
  readonly person: PersonKey;
  /** The list they were picked up in. */
  readonly list: string;
  readonly target: RoomKey | null;
}

/** A menu of people that is open. */
export interface OpenMenu {
  readonly people: readonly PersonKey[];
  /** On whose row it was opened; `null` for the bar of the selected people. */
  readonly person: PersonKey | null;
  /** The list its button is in, or `null` for the bar of the selected people. */
  readonly list: string | null;
  /** What it opens at, and what gets the focus back. */
  readonly anchor: HTMLElement;
  /** Rises from the lower edge instead, as on a phone. */
  readonly sheet: boolean;
}

/** What was done just now, with its undo. */
export interface Said {
  readonly id: number;
  readonly sentence: string;
  /** Takes it back; `null` where there is nothing to take back. */
  readonly undo: (() => void) | null;
}

/** A move of people in open rooms. The draft keeps its own steps; here a step back is another move. */
export interface LiveStep {
  /** What was done, in a few words. */
  readonly what: string;
  /** Moves them back, or once more. Returns how many found no seat any more. */
  readonly back: () => number;
  readonly again: () => number;
}

/** Where the focus has to go when the row it was in is gone. */
export interface FocusWish {
  readonly list: string;
  /** The first of these that is still in the list. */
  readonly people: readonly PersonKey[];
}

/** A row with the focus, and the list around it as it was then: who comes next should the row go. */
export interface FocusedRow {
  readonly list: string;
  readonly person: PersonKey;
  readonly people: readonly PersonKey[];
}

/** The state of one board. */
export interface BoardState {
  readonly selected: ReadonlySet<PersonKey>;
  /** Where a range of people begins. */
  readonly anchor: PersonKey | null;
  /** Where it ends now; `null` while it is one person. */
  readonly reach: PersonKey | null;
  /** Everybody in hand, by pointer or keys. */
  readonly lifted: readonly PersonKey[];
  /** On whose row the hand is that took them. */
  readonly handOn: PersonKey | null;
  /** The same array as `lifted`'s people while keys are used, else `null`. */
  readonly carried: Carried | null;
  readonly menu: OpenMenu | null;
  readonly said: Said | null;
  readonly focus: FocusWish | null;
  /** Moves of people in open rooms that can be taken back, and those that were. */
  readonly undos: readonly LiveStep[];
  readonly redos: readonly LiveStep[];
}

/** Holds it. Small on purpose: none of this is true of the meeting, so none of it is in the session. */
export interface Board {
  readonly get: () => BoardState;
  readonly set: (change: Partial<BoardState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** The lists of people that are on the screen now, by name. Each enters itself. */
  readonly lists: Map<string, PeopleList>;
  /** The last row that had the focus. Nothing is drawn from it. */
  readonly lastRow: () => FocusedRow | null;
  readonly rememberRow: (row: FocusedRow) => void;
}

const NOBODY: readonly PersonKey[] = [];

/** What every board begins with; also what a server draws. */
export const EMPTY_BOARD: BoardState = {
  selected: new Set(),
  anchor: null,
  reach: null,
  lifted: NOBODY,
  handOn: null,
  carried: null,
  menu: null,
  said: null,
  focus: null,
  undos: [],
  redos: [],
};

/** Makes one. */
export function createBoard(): Board {
  let state = EMPTY_BOARD;
  let lastRow: FocusedRow | null = null;
  const listeners = new Set<() => void>();
  return {
    lists: new Map(),
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lastRow: () => lastRow,
    rememberRow: (row) => void (lastRow = row),
  };
}

/** Nobody in hand any more. */
export const HANDS_EMPTY = { lifted: NOBODY, handOn: null, carried: null } satisfies Partial<BoardState>;
