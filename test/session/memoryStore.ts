/** A page's memory that outlives the page. */
import type { KeyValueStore } from '../../src/session/keyValueStore.js';

export function memoryStore(): KeyValueStore & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    get: (key) => texts.get(key) ?? null,
    set: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  };
}
