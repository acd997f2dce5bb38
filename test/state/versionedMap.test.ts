// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VersionedMap } from '../../src/state/versionedMap.js';

const change = fc.oneof(
  fc.record({ what: fc.constant('with' as const), key: fc.nat(6), value: fc.nat(3), from: fc.nat() }),
  fc.record({ what: fc.constant('without' as const), key: fc.nat(6), value: fc.nat(3), from: fc.nat() }),
);

const sorted = (entries: Iterable<readonly [number, number]>) => [...entries].toSorted(([a], [b]) => a - b);

describe('a map of versions', () => {
  it('every version stays as it was, whichever is changed and in whatever order they are read', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (changes, order) => {
        const versions = [new VersionedMap<number, number>()];
        const copies: ReadonlyMap<number, number>[] = [new Map()];
        for (const { what, key, value, from } of changes) {
          const at = from % 3 === 0 ? from % versions.length : versions.length - 1;
          const version = versions[at] as VersionedMap<number, number>;
          const copy = new Map(copies[at]);
          if (what === 'with') copy.set(key, value);
          else copy.delete(key);
          versions.push(what === 'with' ? version.with(key, value) : version.without(key));
          copies.push(copy);
        }
        for (let reads = 0; reads < versions.length; reads += 1) {
          const at = (order.next().value ?? 0) % versions.length;
          const version = versions[at] as VersionedMap<number, number>;
          const copy = copies[at] as ReadonlyMap<number, number>;
          expect(version.size).toBe(copy.size);
          expect(sorted(version)).toEqual(sorted(copy));
          for (const key of [0, 3, 6])
            expect([version.has(key), version.get(key)]).toEqual([copy.has(key), copy.get(key)]);
        }
      }),
    );
  });

  it('that is open takes many changes as one version, and every other stays as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (rounds, order) => {
          let map = new VersionedMap(new Map([[0, 0]]));
          let copy = new Map([[0, 0]]);
          const versions: (readonly [VersionedMap<number, number>, ReadonlyMap<number, number>])[] = [];
          for (const [at, changes] of rounds.entries()) {
            versions.push([map, new Map(copy)]);
            copy = new Map(copy);
            const isOpen = at % 3 !== 2;
            let next = isOpen ? map.open() : map;
            for (const { what, key, value } of changes) {
              // Somebody may look at the one before in the middle of it.
              const seen = isOpen && value === 3 ? sorted(map) : sorted(versions.at(-1)?.[1] ?? []);
              expect(seen).toEqual(sorted(versions.at(-1)?.[1] ?? []));
              next = what === 'with' ? next.with(key, value) : next.without(key);
              if (what === 'with') copy.set(key, value);
              else copy.delete(key);
            }
            map = isOpen ? next.close() : next;
          }
          versions.push([map, copy]);
          for (let reads = 0; reads < versions.length; reads += 1) {
            const [version, as] = versions[(order.next().value ?? 0) % versions.length] ?? [map, copy];
            expect(sorted(version)).toEqual(sorted(as));
          }
          for (const [version, as] of versions) expect(sorted(version)).toEqual(sorted(as));
        },
      ),
    );
  });

  it('that was opened for nothing is the one before', () => {
    const map = new VersionedMap(new Map([['ana', 1]]));
    const open = map.open();
    expect(open.with('ana', 1).without('tom').close()).toBe(map);
    expect(map.get('ana')).toBe(1);
  });

  it('what changes nothing is the same map', () => {
    const map = new VersionedMap(new Map([['ana', 1]]));
    expect(map.with('ana', 1)).toBe(map);
    expect(map.without('tom')).toBe(map);
  });

  it('says whose entries have changed since an earlier version, as long as that remembers it', () => {
    const first = new VersionedMap(new Map([['ana', 1]]));
    const second = first.with('tom', 2);
    const open = second.open();
    const third = open.with('ana', 3).with('ana', 4).without('tom').close();
    expect(third.since(third)).toEqual([]);
    expect(third.since(second)).toEqual(['ana', 'ana', 'tom']);
    expect(third.since(first)).toEqual(['tom', 'ana', 'ana', 'tom']);
    expect(first.since(third)).toBeNull();
    expect(third.since(new VersionedMap())).toBeNull();
    // Read meanwhile, it has entries of its own.
    expect(second.get('tom')).toBe(2);
    expect(third.since(second)).toBeNull();
  });

  it('has one outline as long as nobody comes or goes and every change is minor', () => {
    const isMinor = (before: number, after: number) => Math.abs(before - after) < 10;
    const map = new VersionedMap(new Map<string, number>(), { isMinor }).with('ana', 1);
    const minor = map.with('ana', 2);
    expect(minor.outline).toBe(map.outline);
    const open = minor.open();
    expect(open.with('ana', 4).close().outline).toBe(map.outline);
    const major = open.with('ana', 90);
    const others = [map.with('tom', 1), major, major.without('ana'), map.with('ana', 80).with('ana', 81)];
    expect(new Set([map, ...others].map(({ outline }) => outline)).size).toBe(5);
    expect(minor.outline).toBe(map.outline);
  });

  it('people stand in the order they were entered in, changed or not', () => {
    const map = new VersionedMap(new Map([['ana', 1]])).with('tom', 2).with('ana', 3);
    expect([...map.keys()]).toEqual(['ana', 'tom']);
    expect([...map.entries()]).toEqual([
      ['ana', 3],
      ['tom', 2],
    ]);
    const seen: string[] = [];
    map.forEach((value, key) => seen.push(`${key} ${String(value)}`));
    expect(seen).toEqual(['ana 3', 'tom 2']);
  });

  it('a walk through one version is not led astray by a change on the way', () => {
    let map = new VersionedMap(new Map([['ana', 1]])).with('tom', 2);
    const seen: string[] = [];
    for (const key of map.keys()) {
      seen.push(key);
      map = map.without(key).with(`${key} again`, 0);
    }
    expect(seen).toEqual(['ana', 'tom']);
    expect([...map.keys()]).toEqual(['ana again', 'tom again']);
  });
});
