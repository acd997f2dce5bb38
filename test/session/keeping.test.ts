// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { KeyValueStore, SessionOptions } from '../../src/core.js';
import { plannedFor, roomView } from '../../src/state/view/rooms.js';
import type { State } from '../../src/state/types.js';
import { keyOf } from './given.js';
import { meet, type KitMeeting } from './meeting.js';
import { memoryStore } from './memoryStore.js';

const PEOPLE = [
  { name: 'Ana', role: 'moderator' as const },
  { name: 'Ben' },
  { name: 'Cem' },
  { name: 'Dia' },
  { name: 'Eli' },
];

const kept = (store: KeyValueStore, more: Partial<SessionOptions['storage']> = {}): SessionOptions => ({
  storage: { meeting: 'm-1', store, ...more },
});

const seatOf = (state: State, name: string) => {
  const room = state.plan.seats.get(keyOf(state, name));
  return room === undefined ? null : (roomView(state, room)?.number ?? null);
};

/** Fingerprints are made in the page's own time, not in the clock's. */
const written = async (people: KitMeeting) => {
  await people.settle();
  await people.kit('Ana').dispose();
};

async function planned(store: KeyValueStore, options: Parameters<typeof meet>[0] = {}) {
  const people = await meet({ people: PEOPLE, session: kept(store), ...options });
  const { actions } = people.kit('Ana');
  const state = () => people.state('Ana');
  actions.setRoomCount(3);
  actions.setSplit('hand');
  const [one, two, three] = state().plan.rooms;
  if (!one || !two || !three) throw new Error('three rooms');
  actions.renameRoom({ roomKey: two.key, name: 'Pricing' });
  actions.setRoomCapacity({ roomKey: two.key, seats: 4 });
  actions.movePeople({ people: [keyOf(state(), 'Ben')], to: two.key });
  actions.movePeople({ people: [keyOf(state(), 'Cem')], to: three.key });
  actions.movePeople({ people: [keyOf(state(), 'Dia')], to: 'main' });
  actions.movePeople({ people: [keyOf(state(), 'Eli')], to: one.key });
  actions.setLocked({ people: [keyOf(state(), 'Ben')], on: true });
  actions.setLead({ people: [keyOf(state(), 'Cem')], on: true });
  actions.setRules({ apart: [[keyOf(state(), 'Ben'), keyOf(state(), 'Cem')]] });
  return people;
}

/** The moderator's page is loaded anew. */
async function reloaded(people: KitMeeting, options: SessionOptions): Promise<void> {
  people.giveKit('Ana', options);
  await people.settle();
}

describe('a draft that may be kept', () => {
  test('is there again after the moderator reloads', async () => {
    const store = memoryStore();
    const people = await planned(store);
    await written(people);
    await reloaded(people, kept(store));
    const state = people.state('Ana');
    await expect.poll(() => seatOf(people.state('Ana'), 'Ben')).toBe(2);
    expect(['Ben', 'Cem', 'Dia', 'Eli'].map((name) => seatOf(people.state('Ana'), name))).toEqual([
      2,
      3,
      null,
      1,
    ]);
    const { plan } = people.state('Ana');
    expect(plan.rooms.map(({ name, capacity }) => [name, capacity])).toEqual([
      [null, null],
      ['Pricing', 4],
      [null, null],
    ]);
    const key = (name: string) => keyOf(state, name);
    expect([...plan.staying]).toEqual([key('Dia')]);
    expect([...plan.locked]).toEqual([key('Ben')]);
    expect([...plan.leads]).toEqual([key('Cem')]);
    expect(plan.rules.apart).toEqual([[key('Ben'), key('Cem')]]);
    expect(plan.split).toBe('hand');
  });

  test('has no name, no user_ref and no client id in it', async () => {
    const store = memoryStore();
    const people = await planned(store);
    const ids = PEOPLE.flatMap(({ name }) => {
      const state = people.state('Ana');
      const person = state.people.get(keyOf(state, name));
      return [name, `ref-${name}`, person?.clientId ?? '', person?.key ?? ''];
    });
    await written(people);
    const text = [...store.texts.values()].join();
    expect(text).toContain('Pricing');
    for (const id of ids) expect(text).not.toContain(id);
  });

  test('gives a seat to somebody who comes back later', async () => {
    const store = memoryStore();
    const people = await planned(store);
    await written(people);
    people.meeting.person('Ben').leave();
    await people.settle();
    await reloaded(people, kept(store));
    await expect.poll(() => seatOf(people.state('Ana'), 'Cem')).toBe(3);
    const room = people.state('Ana').plan.rooms[1];
    expect(plannedFor(people.state('Ana'), room?.key ?? '')).toEqual([]);
    people.meeting.join({ name: 'Ben', userRef: 'ref-Ben' });
    await people.settle();
    await expect.poll(() => seatOf(people.state('Ana'), 'Ben')).toBe(2);
    people.kit('Ana').actions.setOpening('move');
    people.kit('Ana').actions.undo();
    expect(seatOf(people.state('Ana'), 'Ben')).toBe(2);
  });

  test('seats people of a list by their name, once they have come', async () => {
    const store = memoryStore();
    const people = await planned(store);
    const [one] = people.state('Ana').plan.rooms;
    const { plan } = people.state('Ana');
    people.kit('Ana').actions.replacePlan({
      ...plan,
      expected: [{ name: 'Fay Ng', email: null, userRef: null, to: one?.key ?? '' }],
    });
    await written(people);
    expect([...store.texts.values()].join()).not.toContain('Fay');
    await reloaded(people, kept(store));
    people.meeting.join({ name: 'fay ng', userRef: 'r9' });
    await people.settle();
    await expect.poll(() => seatOf(people.state('Ana'), 'fay ng')).toBe(1);
  });

  test('is not found in another meeting, after its time, or when it is no draft', async () => {
    const store = memoryStore();
    const people = await planned(store);
    await written(people);
    const rooms = async (options: SessionOptions) => {
      await reloaded(people, options);
      await expect.poll(() => people.state('Ana').restoring).toBe(false);
      const { length } = people.state('Ana').plan.rooms;
      await people.kit('Ana').dispose();
      return length;
    };
    expect(await rooms(kept(store, { meeting: 'm-2' }))).toBe(0);
    expect(await rooms(kept(store))).toBe(3);
    expect(await rooms(kept(store, { keptFor: 1 }))).toBe(0);
    expect(store.texts.size).toBe(0);
    for (const text of ['', 'nothing', '{"v":2}', '{"v":1,"at":0,"rooms":7}', 'null']) {
      store.texts.set('breakout-kit:draft:m-1', text);
      expect(await rooms(kept(store))).toBe(0);
    }
  });

  test('does not replace what was planned meanwhile', async () => {
    const store = memoryStore();
    const people = await planned(store);
    await written(people);
    let answer: (text: string | null) => void = () => undefined;
    const slow: KeyValueStore = {
      ...store,
      get: () => new Promise((resolve) => (answer = resolve)),
    };
    await reloaded(people, kept(slow));
    people.kit('Ana').actions.setRoomCount(2);
    answer(store.texts.get('breakout-kit:draft:m-1') ?? null);
    await expect.poll(() => people.state('Ana').restoring).toBe(false);
    expect(people.state('Ana').plan.rooms).toHaveLength(2);
  });

  test('is given up in words where the store never answers, and nobody waits for it', async () => {
    const silent: KeyValueStore = { ...memoryStore(), get: () => new Promise(() => undefined) };
    const people = await meet({ people: PEOPLE, session: kept(silent) });
    expect(people.state('Ana').restoring).toBe(true);
    await people.settle(15_000);
    expect(people.state('Ana').restoring).toBe(false);
    expect(people.state('Ana').notices.map(({ text }) => text)).toContain('draft-not-kept');
  });

  test('is not kept for a participant', async () => {
    const store = memoryStore();
    const people = await meet({ people: PEOPLE, session: kept(store) });
    await people.settle();
    await expect.poll(() => people.state('Ben').restoring).toBe(false);
    expect(store.texts.size).toBe(0);
  });

  test('is lost in words where the page may keep nothing', async () => {
    const refusing: KeyValueStore = {
      get: () => null,
      set: () => {
        throw new Error('quota');
      },
      remove: () => undefined,
    };
    const people = await planned(refusing);
    await people.settle();
    await expect.poll(() => people.state('Ana').notices.map(({ text }) => text)).toContain('draft-not-kept');
    expect(people.state('Ana').plan.rooms).toHaveLength(3);
  });

  test('is not kept unless an application says so', async () => {
    const people = await meet({ people: PEOPLE });
    expect(people.state('Ana').restoring).toBe(false);
    people.kit('Ana').actions.setRoomCount(2);
    await people.settle();
    // There is no `localStorage` here: whoever reached for it would have said so.
    expect(people.state('Ana').notices).toEqual([]);
  });
});
