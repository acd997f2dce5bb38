/** What went between this window's kit and its room, for the event log. */

/** One line. */
export interface Traffic {
  readonly way: 'call' | 'answer' | 'event';
  /** The method's or the event's name, as EnableX spells it. */
  readonly name: string;
  readonly detail: readonly unknown[];
}
