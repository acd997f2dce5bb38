/** What the story asks of a hand, whatever it holds. */
import type { Seen } from './seen.js';

/** One way of doing everything. */
export interface Hand {
  /** Presses a button, a radio or a line of a menu. */
  readonly press: (control: () => Element) => Promise<void>;
  /** Presses the plus of a number until it is as large. */
  readonly stepUp: (label: string, to: number) => Promise<void>;
  /** Moves one person, or several as a selection. */
  readonly move: (names: readonly string[], to: string) => Promise<void>;
  /** Takes the last thing back. */
  readonly undo: () => Promise<void>;
  /** Chooses a line of somebody's menu. */
  readonly choose: (name: string, line: string) => Promise<void>;
  /** Writes a new name for a room. */
  readonly rename: (room: string, name: string) => Promise<void>;
  /** Says what this hand says of people it takes up, where the others say nothing. */
  readonly saysAtPickUp: (who: string, rooms: number) => readonly string[];
  /** Presses of a pointer or of keys so far. */
  readonly presses: () => number;
}

/** Makes one in front of a screen. */
export type TakeHand = (seen: Seen) => Hand | Promise<Hand>;
