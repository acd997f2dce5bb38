/** Changes to Maps and Sets that give the same object back when nothing changes. */
import { VersionedMap } from './versionedMap.js';

/** The map with this entry. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  if (map instanceof VersionedMap) return map.with(key, value) as VersionedMap<K, V>;
  if (map.get(key) === value && map.has(key)) return map;
  return new Map(map).set(key, value);
}

/** The map without this entry. */
export function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (map instanceof VersionedMap) return map.without(key) as VersionedMap<K, V>;
  if (!map.has(key)) return map;
  const next = new Map(map);
  next.delete(key);
  return next;
}

/** The set with these members, or without them. */
export function withMembers<T>(set: ReadonlySet<T>, members: Iterable<T>, on: boolean): ReadonlySet<T> {
  const next = new Set(set);
  for (const member of members) {
    if (on) next.add(member);
    else next.delete(member);
  }
  return next.size === set.size && [...next].every((member) => set.has(member)) ? set : next;
}

/** The same object when every given field is already so. */
export const patch = <T extends object>(object: T, fields: Partial<T>): T =>
  alike(object, fields) ? object : { ...object, ...fields };

/** The earlier list when the new one says the same: as long, and each flat entry with the same fields. */
export function sameList<T extends object>(earlier: readonly T[], list: readonly T[]): readonly T[] {
  return earlier.length === list.length && earlier.every((entry, index) => alike(entry, list[index] as T))
    ? earlier
    : list;
}

/** Whether two lists have the same plain values in the same order. */
export const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** Whether two flat objects say the same, as far as the second goes. */
export function alike<T extends object>(a: T, b: Partial<T>): boolean {
  for (const field in b) if (!Object.is(a[field], b[field])) return false;
  return true;
}
