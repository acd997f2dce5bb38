// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { KeyValueStore, SessionOptions } from '../../src/core.js';
import { driverView } from '../../src/state/view/live.js';
import { inviteView } from '../../src/state/view/self.js';
import { deskOf, roughly } from './desks.js';
import { inRooms, placeOf } from './given.js';
import { PROFILES, type KitMeeting } from './meeting.js';
import { memoryStore } from './memoryStore.js';

const kept = (store: KeyValueStore): SessionOptions => ({ storage: { meeting: 'm-1', store } });
const NAMES = ['P1', 'P2', 'P3', 'P4'];

/** Fingerprints are made in the page's own time, not in the clock's. */
const written = async (set: KitMeeting, store: ReturnType<typeof memoryStore>) => {
  await set.settle();
  await expect.poll(() => store.texts.has('breakout-kit:round:m-1')).toBe(true);
};
const reloaded = async (set: KitMeeting, options: SessionOptions) => {
  set.meeting.person('Ana').reload();
  const kit = set.giveKit('Ana', options);
  await set.settle(100);
  // The store answers in the page's own time.
  await expect.poll(() => kit.store.getState().restoring).toBe(false);
  await set.settle();
};
const seats = (set: KitMeeting) => deskOf(set.state('Ana')).people.map((line) => line.slice(0, 4));

describe('a round that may be kept', () => {
  test('comes back with rooms, time and seats where people’s kits are here, and nobody is asked anew', async () => {
    const store = memoryStore();
    const set = await inRooms(2, { count: 4, session: kept(store) });
    const { kit, state, meeting, settle } = set;
    kit('Ana').actions.renameRoom({ roomKey: state('Ana').plan.rooms[0]?.key ?? '', name: 'Pricing' });
    kit('Ana').actions.addTime({ ms: 600_000 });
    void kit('P4').actions.returnToMain();
    await written(set, store);
    const before = deskOf(state('Ana'));
    const { endsAt } = state('Ana').round;
    await reloaded(set, kept(store));
    await expect.poll(() => deskOf(state('Ana'))).toEqual(before);
    expect(roughly(state('Ana').round.endsAt)).toBe(roughly(endsAt));
    expect(driverView(state('Ana'))).toMatchObject({ isMe: true });
    for (const name of NAMES) expect(inviteView(state(name)), name).toBeNull();
    expect(meeting.rooms().map(({ members }) => members.length)).toEqual([2, 1]);
    void kit('Ana').actions.endRooms();
    await settle();
    for (const name of NAMES) expect(state(name).round.phase, name).toBe('closing');
  });

  test('comes back where nobody has a kit, and says of nobody that it is confirmed', async () => {
    const store = memoryStore();
    const set = await inRooms(2, { count: 4, session: kept(store), withoutKit: NAMES });
    const { state, meeting, settle } = set;
    const roomIds = state('Ana').plan.rooms.map(({ key }) => state('Ana').rooms.get(key)?.roomId);
    meeting.person('P1').accept(roomIds[0]);
    meeting.person('P2').accept(roomIds[1]);
    await settle();
    await written(set, store);
    const before = seats(set);
    await reloaded(set, kept(store));
    await expect.poll(() => seats(set)).toEqual(before);
    expect(deskOf(state('Ana')).rooms.map(([, , id]) => id)).toEqual(roomIds);
    for (const name of ['P1', 'P2'])
      expect(placeOf(state('Ana'), name), name).toMatchObject({ at: 'in-room', evidence: 'inferred' });
    expect(placeOf(state('Ana'), 'P3')).toMatchObject({ at: 'main' });
  });

  test('has no name, no user_ref and no client id of anybody in it', async () => {
    const store = memoryStore();
    const set = await inRooms(2, { count: 4, session: kept(store) });
    await written(set, store);
    const text = [...store.texts.values()].join();
    for (const { name, clientId, key, userRef } of set.state('Ana').people.values())
      for (const secret of [name, clientId, key, userRef]) expect(text).not.toContain(`"${String(secret)}"`);
  });

  test('is over when it ended, when its time came while the page was away, and when it is none', async () => {
    const store = memoryStore();
    const set = await inRooms(2, { count: 2, session: kept(store), withoutKit: ['P1', 'P2'] });
    const { kit, state, settle, clock } = set;
    kit('Ana').actions.setTimeLeft({ ms: 60_000 });
    await written(set, store);
    const text = store.texts.get('breakout-kit:round:m-1') ?? '';
    expect(JSON.parse(text)).toMatchObject({ v: 1, round: 1 });
    void kit('Ana').actions.closeNow();
    await settle();
    await expect.poll(() => store.texts.has('breakout-kit:round:m-1')).toBe(false);
    await clock.pass(120_000);
    for (const old of [text, '', 'nothing', '{"v":2}', '{"v":1,"rooms":7}', 'null']) {
      store.texts.set('breakout-kit:round:m-1', old);
      await reloaded(set, kept(store));
      expect(state('Ana').round.phase, old).toBe('draft');
    }
  });

  test('gives way to what people’s kits say: rooms that they know to be closed stay closed', async () => {
    const store = memoryStore();
    const set = await inRooms(2, { count: 2, session: kept(store) });
    const { kit, state, settle } = set;
    await written(set, store);
    const text = store.texts.get('breakout-kit:round:m-1') ?? '';
    void kit('Ana').actions.closeNow();
    await settle();
    store.texts.set('breakout-kit:round:m-1', text);
    await reloaded(set, kept(store));
    expect(state('Ana').round.phase).toBe('draft');
  });
});

describe.each(PROFILES)('on build %s', (profile) => {
  test('the kept round can be ended after the reload', async () => {
    const store = memoryStore();
    const set = await inRooms(2, { count: 2, profile, session: kept(store) });
    const { kit, state } = set;
    await written(set, store);
    await reloaded(set, kept(store));
    expect(state('Ana').round.phase).toBe('open');
    expect(await kit('Ana').actions.endRooms()).toEqual({ ok: true });
    await set.settle(40_000);
    expect(state('Ana').round.phase).toBe('closed');
  });
});
