/** What a version was before the change that made the next. */
interface Change<K, V> {
  readonly key: K;
  readonly had: boolean;
  readonly value: V | undefined;
}

/**
 * A map of which every change gives a new one, and the one before stays as it was: what a `Map` copied for each change
 * would be, without the copy. The newest version holds the entries; one that was changed remembers what it was before
 * the change, and is made whole again when somebody still reads it. A burst of thousands of events about thousands of
 * people costs one entry each.
 */
export class VersionedMap<K, V> implements ReadonlyMap<K, V> {
  #entries: Map<K, V> | null;
  #changed: Change<K, V> | null = null;
  #next: VersionedMap<K, V> | null = null;

  /** @param own A map that is handed over: nobody else changes it any more. */
  constructor(own: Map<K, V> = new Map()) {
    this.#entries = own;
  }

  /** The map with this entry; itself when it has it. */
  with(key: K, value: V): VersionedMap<K, V> {
    const entries = this.#whole();
    const before = entries.get(key);
    const had = before !== undefined || entries.has(key);
    if (had && Object.is(before, value)) return this;
    // The empty one is where everybody begins: it must not hold on to what became of it.
    if (entries.size === 0) return new VersionedMap(new Map([[key, value]]));
    entries.set(key, value);
    return this.#handOn(entries, { key, had, value: before });
  }

  /** The map without this entry; itself when there is none. */
  without(key: K): VersionedMap<K, V> {
    const entries = this.#whole();
    if (!entries.has(key)) return this;
    const value = entries.get(key);
    entries.delete(key);
    return this.#handOn(entries, { key, had: true, value });
  }

  #handOn(entries: Map<K, V>, changed: Change<K, V>): VersionedMap<K, V> {
    const next = new VersionedMap(entries);
    this.#entries = null;
    this.#changed = changed;
    this.#next = next;
    return next;
  }

  /** The entries of this version. Who was taken out since comes last again. */
  #whole(): Map<K, V> {
    if (this.#entries) return this.#entries;
    const changes = this.#changed ? [this.#changed] : [];
    let later = this.#next;
    for (; later && !later.#entries; later = later.#next) if (later.#changed) changes.push(later.#changed);
    const entries = new Map(later ? later.#entries : null);
    for (const { key, had, value } of changes.toReversed())
      if (had) entries.set(key, value as V);
      else entries.delete(key);
    this.#entries = entries;
    this.#changed = null;
    this.#next = null;
    return entries;
  }

  get size(): number {
    return this.#whole().size;
  }
  get(key: K): V | undefined {
    return this.#whole().get(key);
  }
  has(key: K): boolean {
    return this.#whole().has(key);
  }
  forEach(run: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) run(value, key, this);
  }
  // Copies: a change made on the way gives a new version, and may not reach into a walk through this one.
  keys(): MapIterator<K> {
    return [...this.#whole().keys()].values();
  }
  values(): MapIterator<V> {
    return [...this.#whole().values()].values();
  }
  entries(): MapIterator<[K, V]> {
    return [...this.#whole().entries()].values();
  }
  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
}
