/** What a version was before the change that made the next. */
interface Change<K, V> {
  readonly key: K;
  readonly had: boolean;
  readonly value: V | undefined;
}

const NONE: never[] = [];

/** What all versions of one map share. Something to keep by it what is known of them. */
export interface Family<V> {
  /** Whether a changed entry leaves the outline as it was. */
  readonly isMinor: (before: V, after: V) => boolean;
}

/**
 * A map of which every change gives a new one, and the one before stays as it was: what a `Map` copied for each change
 * would be, without the copy. The newest version holds the entries; one that was changed remembers what it was before
 * the change, and is made whole again when somebody still reads it. A burst of thousands of events about thousands of
 * people costs one entry each.
 */
export class VersionedMap<K, V> implements ReadonlyMap<K, V> {
  #entries: Map<K, V> | null;
  /** What was otherwise here than in the next, the last change of it last. */
  #changes: Change<K, V>[] = NONE;
  #next: VersionedMap<K, V> | null = null;
  /** The version that changes are written into this one for, while it is open. */
  #openFor: VersionedMap<K, V> | null = null;
  #outline: object = {};
  readonly family: Family<V>;

  /** @param own A map that is handed over: nobody else changes it any more. */
  constructor(own: Map<K, V> = new Map(), family: Family<V> = { isMinor: () => false }) {
    this.#entries = own;
    this.family = family;
  }

  /** The same object in all versions between which nobody came or went, and nothing changed but what is minor. */
  get outline(): object {
    return this.#outline;
  }

  /**
   * Whose entries have changed since an earlier version, once for each change; `null` where that is not known: it is
   * no earlier one, or was read after it had been changed.
   */
  since(earlier: VersionedMap<K, V>): readonly K[] | null {
    const keys: K[] = [];
    let version: VersionedMap<K, V> | null = earlier;
    for (; version && version !== this; version = version.#next)
      for (const { key } of version.#changes) keys.push(key);
    return version && keys;
  }

  /** The map with this entry; itself when it has it. */
  with(key: K, value: V): VersionedMap<K, V> {
    const entries = this.#whole();
    const before = entries.get(key);
    const had = before !== undefined || entries.has(key);
    if (had && Object.is(before, value)) return this;
    // The empty one is where everybody begins: it must not hold on to what became of it.
    if (entries.size === 0 && !this.#openFor)
      return new VersionedMap(new Map([[key, value]]), { ...this.family });
    const next = this.#handOn(entries, key, had, before);
    if (!had || !this.family.isMinor(before as V, value)) next.#outline = {};
    entries.set(key, value);
    return next;
  }

  /** The map without this entry; itself when there is none. */
  without(key: K): VersionedMap<K, V> {
    const entries = this.#whole();
    if (!entries.has(key)) return this;
    const next = this.#handOn(entries, key, true, entries.get(key));
    next.#outline = {};
    entries.delete(key);
    return next;
  }

  /**
   * The next version, for many changes that nobody looks at one by one: until it is closed they are written into it, and
   * `with` and `without` give it back.
   */
  open(): VersionedMap<K, V> {
    const entries = this.#whole();
    if (entries.size === 0) return this;
    const next = this.#later(entries);
    next.#openFor = this;
    return next;
  }

  /** From now on it stays as it is. Returns the map before when nothing was changed. */
  close(): VersionedMap<K, V> {
    const before = this.#openFor;
    this.#openFor = null;
    return before && before.#entries === this.#entries ? before : this;
  }

  #later(entries: Map<K, V>): VersionedMap<K, V> {
    const next = new VersionedMap(entries, this.family);
    next.#outline = this.#outline;
    return next;
  }

  /** Before a change is written: who has these entries remembers what it was. */
  #handOn(entries: Map<K, V>, key: K, had: boolean, value: V | undefined): VersionedMap<K, V> {
    const before = this.#openFor ?? this;
    const next = this.#openFor ? this : this.#later(entries);
    if (before.#entries === entries) {
      before.#entries = null;
      before.#changes = [];
      before.#next = next;
    }
    // Asked in between, the one before was made whole, and needs to remember nothing.
    if (before.#next === next) before.#changes.push({ key, had, value });
    return next;
  }

  /** The entries of this version. Who was taken out since comes last again. */
  #whole(): Map<K, V> {
    if (this.#entries) return this.#entries;
    const steps = [this.#changes];
    let later = this.#next;
    for (; later && !later.#entries; later = later.#next) steps.push(later.#changes);
    const entries = new Map(later ? later.#entries : null);
    for (const changes of steps.toReversed())
      for (const { key, had, value } of changes.toReversed())
        if (had) entries.set(key, value as V);
        else entries.delete(key);
    this.#entries = entries;
    this.#changes = NONE;
    this.#next = null;
    return entries;
  }

  get size(): number {
    return this.#whole().size;
  }
  get(key: K): V | undefined {
    return (this.#entries ?? this.#whole()).get(key);
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
