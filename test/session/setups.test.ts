// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { setupOf, type KeyValueStore } from '../../src/core.js';
import { plannedFor } from '../../src/state/view/rooms.js';
import { meet } from './meeting.js';
import { memoryStore } from './memoryStore.js';

async function withSetups(store: KeyValueStore) {
  const people = await meet({ count: 8, session: { storage: { meeting: 'm', store } } });
  const { setups, actions } = people.kit('Ana');
  if (!setups) throw new Error('set-ups');
  return { people, setups, actions, plan: () => people.state('Ana').plan };
}

describe('a set-up', () => {
  test('is saved once and used in another meeting, as one step of undo', async () => {
    const store = memoryStore();
    const monday = await withSetups(store);
    monday.actions.setRoomCount(3);
    monday.actions.renameRoom({ roomKey: monday.plan().rooms[1]?.key ?? '', name: 'Pricing' });
    monday.actions.setRoomCapacity({ roomKey: monday.plan().rooms[1]?.key ?? '', seats: 3 });
    monday.actions.setOpening('move');
    monday.actions.setRules({ leadEach: true });
    expect(await monday.setups.save('Workshop')).toEqual({ ok: true });
    expect(store.texts.get('breakout-kit:setups')).not.toContain('P1');

    const tuesday = await withSetups(store);
    const [workshop] = await tuesday.setups.list();
    if (!workshop) throw new Error('a set-up');
    expect(workshop).toEqual(setupOf(monday.plan(), 'Workshop'));
    const before = tuesday.plan();
    tuesday.actions.applySetup(workshop);
    expect(setupOf(tuesday.plan(), 'Workshop')).toEqual(workshop);
    const sizes = tuesday.plan().rooms.map(({ key }) => plannedFor(tuesday.people.state('Ana'), key).length);
    expect(sizes).toEqual([3, 3, 2]);
    tuesday.actions.undo();
    expect(tuesday.plan()).toBe(before);
  });

  test('of the same name replaces the one before, and can be removed', async () => {
    const { setups, actions } = await withSetups(memoryStore());
    actions.setRoomCount(2);
    const saved = await Promise.all([setups.save('Twos'), setups.save('Other')]);
    expect(saved).toEqual([{ ok: true }, { ok: true }]);
    actions.setRoomCount(3);
    await setups.save('Twos');
    expect((await setups.list()).map(({ name, rooms }) => [name, rooms.length])).toEqual([
      ['Twos', 3],
      ['Other', 2],
    ]);
    await setups.remove('Twos');
    expect((await setups.list()).map(({ name }) => name)).toEqual(['Other']);
  });

  test('without rooms or without a name is not saved', async () => {
    const { setups, actions } = await withSetups(memoryStore());
    expect(await setups.save('Nothing')).toMatchObject({ ok: false });
    actions.setRoomCount(2);
    expect(await setups.save('  ')).toMatchObject({ ok: false });
    expect(await setups.list()).toEqual([]);
  });

  test('with more rooms than the service allows makes as many as there may be', async () => {
    const { actions, plan } = await withSetups(memoryStore());
    actions.setRoomCount(2);
    const rooms = Array.from({ length: 14 }, () => ({ name: null, seats: null }));
    actions.applySetup({ ...setupOf(plan(), 'Many'), rooms });
    expect(plan().rooms).toHaveLength(10);
  });

  test('keeps people by hand in the room of the same number', async () => {
    const { actions, plan } = await withSetups(memoryStore());
    actions.setRoomCount(3);
    const before = plan().seats;
    actions.applySetup({ ...setupOf(plan(), 'By hand'), split: 'hand' });
    expect(plan().seats).toEqual(before);
  });

  test('that was tampered with, or cannot be kept, is said to be none', async () => {
    const store = memoryStore();
    const { setups, actions } = await withSetups(store);
    for (const text of ['', '7', '[1,{"name":"x"}]', '{"a":1}']) {
      store.texts.set('breakout-kit:setups', text);
      expect(await setups.list()).toEqual([]);
    }
    actions.setRoomCount(2);
    const full = await withSetups({
      ...store,
      set: () => Promise.reject(new Error('quota')),
    });
    full.actions.setRoomCount(2);
    expect(await full.setups.save('Twos')).toMatchObject({ ok: false });
  });
});
