/** Where a page may keep something. */

/** A place for texts under names. The browser's own by default; replace it to keep drafts with your server, or encrypted. */
export interface KeyValueStore {
  /** The text under this name, or `null`. */
  readonly get: (key: string) => string | null | Promise<string | null>;
  readonly set: (key: string, text: string) => void | Promise<void>;
  readonly remove: (key: string) => void | Promise<void>;
}

/** The page's `localStorage`. Where that is missing or forbidden each call throws, and whoever calls says so to the person. */
export const browserStore: KeyValueStore = {
  get: (key) => localStorage.getItem(key),
  set: (key, text) => localStorage.setItem(key, text),
  remove: (key) => localStorage.removeItem(key),
};
