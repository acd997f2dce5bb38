// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { ListChange, ListSeat } from '../../src/planner/list/listChange.js';
import type { PersonInfo } from '../../src/session/types.js';
import type { State } from '../../src/state/types.js';
import { planWarnings } from '../../src/state/view/plan.js';
import { keyOf } from './given.js';
import { meet, type KitMeeting } from './meeting.js';

const seat = (of: Partial<ListSeat>): ListSeat => ({
  person: null,
  name: null,
  email: null,
  userRef: null,
  to: null,
  lead: null,
  locked: null,
  ...of,
});

const list = (people: readonly Partial<ListSeat>[], more: Partial<ListChange> = {}): ListChange => ({
  added: [],
  renamed: [],
  ...more,
  people: people.map(seat),
});

/** Where somebody sits: the number of the room. */
function roomOf(state: State, name: string): number | 'main' | null {
  const key = keyOf(state, name);
  if (state.plan.staying.has(key)) return 'main';
  const room = state.plan.seats.get(key);
  return state.plan.rooms.find(({ key: roomKey }) => roomKey === room)?.number ?? null;
}

const roomKey = (state: State, number: number) => state.plan.rooms[number - 1]?.key ?? '';

/** Ana plans two rooms by hand; P1 to P4 have no seat. */
async function twoRooms(options: Parameters<typeof meet>[0] = {}): Promise<KitMeeting> {
  const people = await meet(options);
  people.kit('Ana').actions.setSplit('hand');
  people.kit('Ana').actions.setRoomCount(2);
  return people;
}

async function join({ meeting, settle }: KitMeeting, name: string, more: object = {}) {
  meeting.join({ id: `id-${name}-${String(meeting.people().length)}`, name, ...more });
  await settle(200);
}

describe('a list', () => {
  test('adds and names rooms, seats people and marks leads, as one step of undo', async () => {
    const { kit, state } = await twoRooms();
    const before = state('Ana').plan;
    const steps = state('Ana').past.length;
    const outcome = kit('Ana').actions.applyList(
      list(
        [
          { person: keyOf(state('Ana'), 'P1'), name: 'P1', to: 'list-1', lead: true },
          { person: keyOf(state('Ana'), 'P2'), name: 'P2', to: roomKey(state('Ana'), 1), locked: true },
          { person: keyOf(state('Ana'), 'P3'), name: 'P3', to: 'main' },
          { name: 'Lena Vogel', to: 'list-1' },
        ],
        {
          added: [{ key: 'list-1', number: 3, name: 'Pricing' }],
          renamed: [{ roomKey: roomKey(state('Ana'), 2), number: 2, from: null, name: 'Demo' }],
        },
      ),
    );
    expect(outcome).toEqual({
      placed: ['P1', 'P2', 'P3'].map((name) => keyOf(state('Ana'), name)),
      expected: 1,
    });
    const { plan, past } = state('Ana');
    expect(plan.rooms.map(({ name }) => name)).toEqual([null, 'Demo', 'Pricing']);
    expect(['P1', 'P2', 'P3', 'P4'].map((name) => roomOf(state('Ana'), name))).toEqual([3, 1, 'main', null]);
    expect([...plan.leads]).toEqual([keyOf(state('Ana'), 'P1')]);
    expect([...plan.locked]).toEqual([keyOf(state('Ana'), 'P2')]);
    expect(plan.expected).toEqual([
      { name: 'Lena Vogel', email: null, userRef: null, to: roomKey(state('Ana'), 3) },
    ]);
    expect(past).toHaveLength(steps + 1);
    kit('Ana').actions.undo();
    expect(state('Ana').plan).toEqual(before);
    kit('Ana').actions.redo();
    expect(state('Ana').plan).toEqual(plan);
  });

  test('takes seats, keeps those of locked people, and ends an even split, all in one step of undo', async () => {
    const { kit, state } = await meet();
    const { actions } = kit('Ana');
    actions.setRoomCount(2);
    actions.setLocked({ people: [keyOf(state('Ana'), 'P3')], on: true });
    const before = state('Ana').plan;
    expect(before.split).toBe('even');
    const lockedTo = roomOf(state('Ana'), 'P3');
    const [p1, p2, p3] = ['P1', 'P2', 'P3'].map((name) => keyOf(state('Ana'), name));
    actions.applyList(
      list([{ person: p1 ?? '', name: 'P1', to: roomKey(state('Ana'), 2) }], {
        unseated: [p2 ?? '', p3 ?? '', 'gone'],
      }),
    );
    expect(['P1', 'P2', 'P3'].map((name) => roomOf(state('Ana'), name))).toEqual([2, null, lockedTo]);
    expect(state('Ana').plan.split).toBe('hand');
    expect(state('Ana').past.at(-1)).toBe(before);
    actions.undo();
    expect(state('Ana').plan).toEqual(before);
  });

  test('that only marks leads leaves the split as it is, and people who choose go on choosing', async () => {
    const { kit, state } = await meet();
    const { actions } = kit('Ana');
    actions.setRoomCount(2);
    const person = keyOf(state('Ana'), 'P1');
    actions.applyList(list([{ person, lead: true }]));
    expect(state('Ana').plan.split).toBe('even');
    actions.setSplit('choose');
    expect(state('Ana').plan.split).toBe('choose');
    actions.applyList(list([{ person, to: roomKey(state('Ana'), 1) }]));
    expect(state('Ana').plan.split).toBe('choose');
    expect(roomOf(state('Ana'), 'P1')).toBe(1);
  });

  test('says import as the reason of the change, and joined when somebody comes', async () => {
    const reasons: string[] = [];
    const people = await twoRooms({
      session: { onPlanChange: (_, { reason }) => reasons.push(reason) },
    });
    const { kit, state } = people;
    reasons.length = 0;
    kit('Ana').actions.applyList(list([{ name: 'Lena Vogel', to: roomKey(state('Ana'), 1) }]));
    await join(people, 'Lena Vogel');
    expect(reasons).toEqual(['import', 'joined']);
  });

  test('places nobody in a room that is not there, and expects who has left since it was read', async () => {
    const people = await twoRooms();
    const { kit, state, meeting, settle } = people;
    const gone = keyOf(state('Ana'), 'P1');
    const { userRef } = state('Ana').people.get(gone) ?? { userRef: null };
    meeting.leave('P1');
    await settle(200);
    expect(state('Ana').people.has(gone)).toBe(false);
    const outcome = kit('Ana').actions.applyList(
      list([
        { person: gone, name: 'P1', userRef, to: roomKey(state('Ana'), 2) },
        { person: keyOf(state('Ana'), 'P2'), to: 'a room nobody knows' },
      ]),
    );
    expect(outcome).toEqual({ placed: [], expected: 1 });
    expect(roomOf(state('Ana'), 'P2')).toBeNull();
    await join(people, 'P1', { userRef });
    expect(roomOf(state('Ana'), 'P1')).toBe(2);
  });

  test('adds no room beyond the limit, whatever it asks for', async () => {
    const { kit, state } = await twoRooms();
    kit('Ana').actions.setRoomCount(10);
    const person = keyOf(state('Ana'), 'P1');
    const outcome = kit('Ana').actions.applyList(
      list([{ person, to: 'list-1' }], { added: [{ key: 'list-1', number: 11, name: 'Attic' }] }),
    );
    expect(outcome.placed).toEqual([]);
    expect(state('Ana').plan.rooms).toHaveLength(10);
    expect(roomOf(state('Ana'), 'P1')).toBeNull();
  });

  test('does nothing while the rooms are open, nor for somebody who does not moderate', async () => {
    const people = await twoRooms();
    const { kit, state, settle } = people;
    const change = list([{ name: 'Lena Vogel', to: roomKey(state('Ana'), 1) }]);
    expect(kit('P1').actions.applyList(change)).toEqual({ placed: [], expected: 0 });
    kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'P1')], to: roomKey(state('Ana'), 1) });
    const opening = kit('Ana').actions.openRooms();
    await settle();
    await opening;
    expect(kit('Ana').actions.applyList(change)).toEqual({ placed: [], expected: 0 });
    expect(state('Ana').plan.expected).toEqual([]);
  });

  test('read a second time replaces whom it expected, and keeps the others', async () => {
    const { kit, state } = await twoRooms();
    const { applyList, forgetExpected } = kit('Ana').actions;
    const [one, two] = [roomKey(state('Ana'), 1), roomKey(state('Ana'), 2)];
    applyList(
      list([
        { name: 'Lena Vogel', to: one },
        { name: 'Tom Becker', to: one },
        { email: 'mei@example.org', to: one },
      ]),
    );
    applyList(
      list([
        { name: 'LENA  vogel', to: two },
        { email: 'Mei@Example.org ', to: two },
      ]),
    );
    expect(state('Ana').plan.expected.map(({ name, to }) => [name, to])).toEqual([
      ['Tom Becker', one],
      ['LENA  vogel', two],
      [null, two],
    ]);
    expect(planWarnings(state('Ana'))).toContainEqual(
      expect.objectContaining({ kind: 'expected', count: 3 }),
    );
    forgetExpected(state('Ana').plan.expected.slice(0, 1));
    expect(state('Ana').plan.expected).toHaveLength(2);
    forgetExpected();
    expect(state('Ana').plan.expected).toEqual([]);
    kit('Ana').actions.undo();
    expect(state('Ana').plan.expected).toHaveLength(2);
  });
});

describe('somebody of a list who joins', () => {
  test('is seated by name, by user_ref, and by the address the application knows', async () => {
    const emails = new Map([['Grace', 'GRACE@example.org']]);
    const personInfo = ({ name }: { readonly name: string }): PersonInfo => ({ email: emails.get(name) });
    const people = await twoRooms({ session: { personInfo } });
    const { kit, state } = people;
    const [one, two] = [roomKey(state('Ana'), 1), roomKey(state('Ana'), 2)];
    kit('Ana').actions.applyList(
      list([
        { name: 'Lena Vogel', to: one },
        { name: 'Somebody else by name', userRef: 'u-7', to: two },
        { email: 'grace@example.org', to: 'main' },
      ]),
    );
    await join(people, 'lena  VOGEL');
    await join(people, 'Tom', { userRef: 'u-7' });
    await join(people, 'Grace');
    expect(['lena  VOGEL', 'Tom', 'Grace'].map((name) => roomOf(state('Ana'), name))).toEqual([1, 2, 'main']);
    expect(state('Ana').plan.expected).toEqual([]);
    expect(state('Ana').people.get(keyOf(state('Ana'), 'Tom'))?.late).toBe(false);
  });

  test('waits with a notice when the room of the list is full', async () => {
    const people = await twoRooms({ maxActiveTalkers: 3 });
    const { kit, state } = people;
    const one = roomKey(state('Ana'), 1);
    kit('Ana').actions.applyList(
      list([
        { person: keyOf(state('Ana'), 'P1'), to: one },
        { person: keyOf(state('Ana'), 'P2'), to: one },
        { name: 'Lena Vogel', to: one },
      ]),
    );
    await join(people, 'Lena Vogel');
    expect(roomOf(state('Ana'), 'Lena Vogel')).toBeNull();
    expect(state('Ana').plan.expected).toEqual([]);
    expect(state('Ana').notices).toContainEqual(
      expect.objectContaining({
        text: 'expected-full',
        people: [keyOf(state('Ana'), 'Lena Vogel')],
        roomKey: one,
      }),
    );
  });

  test('is left to the moderator when two of the name come, or somebody with another reference', async () => {
    const people = await twoRooms();
    const { kit, state, meeting, settle } = people;
    const one = roomKey(state('Ana'), 1);
    kit('Ana').actions.applyList(
      list([
        { name: 'Maria Silva', to: one },
        { name: 'Tom Becker', userRef: 'u-tom', to: one },
      ]),
    );
    meeting.join({ id: 'maria-1', name: 'Maria Silva' });
    meeting.join({ id: 'maria-2', name: 'Maria Silva' });
    await settle(200);
    expect(state('Ana').plan.seats.size).toBe(0);
    expect(state('Ana').notices.at(-1)).toMatchObject({ text: 'expected-unsure', count: 2 });
    await join(people, 'Tom Becker', { userRef: 'another-tom' });
    expect(state('Ana').plan.seats.size).toBe(0);
    expect(state('Ana').notices.at(-1)).toMatchObject({
      text: 'expected-unsure',
      people: [keyOf(state('Ana'), 'Tom Becker')],
    });
    expect(state('Ana').plan.expected).toHaveLength(2);
  });

  test('is not waited for again by any undo or redo', async () => {
    const people = await twoRooms();
    const { kit, state } = people;
    const { actions } = kit('Ana');
    const [one, two] = [roomKey(state('Ana'), 1), roomKey(state('Ana'), 2)];
    actions.applyList(
      list([
        { name: 'Lena Vogel', to: one },
        { name: 'Tom Becker', to: two },
      ]),
    );
    actions.movePeople({ people: [keyOf(state('Ana'), 'P1')], to: two });
    const steps = state('Ana').past.length;
    await join(people, 'Lena Vogel');
    // Coming is nothing that Ana did: there is nothing of it to take back.
    expect(state('Ana').past).toHaveLength(steps);
    actions.undo();
    expect(roomOf(state('Ana'), 'P1')).toBeNull();
    expect(roomOf(state('Ana'), 'Lena Vogel')).toBe(1);
    expect(state('Ana').plan.expected.map(({ name }) => name)).toEqual(['Tom Becker']);
    actions.undo();
    // Before the list nobody was waited for, and nobody is seated by it.
    expect(state('Ana').plan.expected).toEqual([]);
    expect(roomOf(state('Ana'), 'Lena Vogel')).toBeNull();
    await join(people, 'Tom Becker');
    expect(roomOf(state('Ana'), 'Tom Becker')).toBeNull();
    actions.redo();
    expect(state('Ana').plan.expected).toEqual([]);
    expect(roomOf(state('Ana'), 'Lena Vogel')).toBe(1);
    expect(roomOf(state('Ana'), 'Tom Becker')).toBe(2);
  });

  test('is seated when their name becomes known later', async () => {
    const people = await twoRooms();
    const { kit, state } = people;
    kit('Ana').actions.applyList(list([{ name: 'Lena Vogel', to: roomKey(state('Ana'), 2) }]));
    await join(people, 'Guest', { clientId: 'client-lena' });
    expect(roomOf(state('Ana'), 'Guest')).toBeNull();
    people.meeting.send('user-connected', {
      clientId: 'client-lena',
      name: 'Lena Vogel',
      role: 'participant',
    });
    await people.settle(200);
    expect(roomOf(state('Ana'), 'Lena Vogel')).toBe(2);
  });

  test('who came while the rooms were open is seated when the next draft begins', async () => {
    const people = await twoRooms();
    const { kit, state, settle } = people;
    const one = roomKey(state('Ana'), 1);
    kit('Ana').actions.applyList(
      list([
        { person: keyOf(state('Ana'), 'P1'), to: one },
        { name: 'Lena Vogel', to: one },
      ]),
    );
    void kit('Ana').actions.openRooms();
    await settle();
    expect(state('Ana').round.phase).toBe('open');
    await join(people, 'Lena Vogel');
    expect(roomOf(state('Ana'), 'Lena Vogel')).toBeNull();
    void kit('Ana').actions.endRooms();
    await settle();
    void kit('Ana').actions.closeNow();
    await settle(60_000);
    kit('Ana').actions.planAgain();
    await settle(200);
    expect(state('Ana').round.phase).toBe('draft');
    expect(roomOf(state('Ana'), 'Lena Vogel')).toBe(1);
    expect(state('Ana').plan.expected).toEqual([]);
  });

  test('comes in a crowd: everybody finds their seat in one commit', async () => {
    const people = await twoRooms({ maxActiveTalkers: 16, count: 0 });
    const { kit, state, meeting, settle } = people;
    const { actions } = kit('Ana');
    actions.setRoomCount(10);
    const crowd = Array.from({ length: 120 }, (_, at) => `Person ${String(at)}`);
    actions.applyList(list(crowd.map((name, at) => ({ name, to: roomKey(state('Ana'), (at % 10) + 1) }))));
    let plans = 0;
    const stop = kit('Ana').store.subscribe((now, before) => {
      if (now.plan !== before.plan) plans += 1;
    });
    for (const name of crowd) meeting.join({ id: name, name });
    await settle(500);
    stop();
    expect(crowd.every((name, at) => roomOf(state('Ana'), name) === (at % 10) + 1)).toBe(true);
    expect(plans).toBe(1);
  });

  test('is no trouble when the application cannot say who they are', async () => {
    const personInfo = (): PersonInfo => {
      throw new Error('the directory is down');
    };
    const reported: unknown[] = [];
    const before = globalThis.reportError;
    globalThis.reportError = (error) => reported.push(error);
    try {
      const people = await twoRooms({ session: { personInfo } });
      const { kit, state } = people;
      kit('Ana').actions.applyList(list([{ name: 'Lena Vogel', to: roomKey(state('Ana'), 1) }]));
      await join(people, 'Lena Vogel');
      expect(roomOf(state('Ana'), 'Lena Vogel')).toBe(1);
      expect(reported).not.toEqual([]);
    } finally {
      globalThis.reportError = before;
    }
  });
});
