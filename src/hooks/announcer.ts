/** Sentences to be spoken once. One polite region per provider speaks them. */

/** Collects what is to be said, and tells the region. */
export interface Announcer {
  readonly say: (sentence: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** The sentence in the region now, and its number: the same sentence twice is spoken twice. */
  readonly current: () => Announcement;
}

/** One thing said. */
export interface Announcement {
  readonly id: number;
  readonly sentence: string;
}

const SILENCE: Announcement = { id: 0, sentence: '' };

/** What a server says. */
export const SILENT = (): Announcement => SILENCE;

/** Makes one. The region starts empty, and is in the page from the start: a region added together with its text is not read. */
export function createAnnouncer(): Announcer {
  let current = SILENCE;
  const listeners = new Set<() => void>();
  return {
    say(sentence) {
      current = { id: current.id + 1, sentence };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    current: () => current,
  };
}
