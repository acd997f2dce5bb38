// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { pool } from '../../src/state/view/plan.js';
import { plannedFor } from '../../src/state/view/rooms.js';
import { keyOf } from './given.js';
import { meet, PROFILES, type KitMeeting } from './meeting.js';

/** Ana has two rooms: P1 (locked) and P2 in the first, P3 in the second; P4 has none. */
async function drafted(options: Parameters<typeof meet>[0] = {}): Promise<KitMeeting> {
  const people = await meet({ count: 4, ...options });
  const { actions } = people.kit('Ana');
  actions.setSplit('hand');
  actions.setRoomCount(2);
  const [one = '', two = ''] = people.state('Ana').plan.rooms.map(({ key }) => key);
  const key = (name: string) => keyOf(people.state('Ana'), name);
  actions.movePeople({ people: [key('P1'), key('P2')], to: one });
  actions.movePeople({ people: [key('P3')], to: two });
  actions.setLocked({ people: [key('P1')], on: true });
  return people;
}

const seated = ({ state }: KitMeeting) =>
  state('Ana').plan.rooms.map((room) =>
    plannedFor(state('Ana'), room.key).map((key) => state('Ana').people.get(key)?.name),
  );
const waiting = ({ state }: KitMeeting) =>
  pool(state('Ana')).unassigned.map((key) => state('Ana').people.get(key)?.name);

describe.each(PROFILES)('while Ana plans, on build %s', (profile) => {
  test('people come, leave and come back, and her draft with its steps of undo is the same object', async () => {
    const people = await drafted({ profile });
    const { plan, past } = people.state('Ana');
    people.meeting.join({ name: 'Late', userRef: 'ref-Late' });
    await people.settle();
    people.meeting.leave('P2');
    await people.settle(120_000);
    expect(seated(people)).toEqual([['P1'], ['P3']]);
    expect(waiting(people)).toEqual(['P4', 'Late']);
    people.meeting.join({ id: 'P2 again', name: 'P2', userRef: 'ref-P2' });
    await people.settle();
    expect(seated(people)).toEqual([['P1', 'P2'], ['P3']]);
    expect(people.state('Ana').plan).toBe(plan);
    expect(people.state('Ana').past).toBe(past);
  });

  test('somebody whose network drops has seat and lock when it is back, and is no newcomer', async () => {
    const people = await drafted({ profile });
    people.meeting.person('P1').cutNetwork();
    await people.settle(90_000);
    people.meeting.person('P1').restoreNetwork();
    await people.settle(30_000);
    expect(seated(people)[0]).toContain('P1');
    const key = keyOf(people.state('Ana'), 'P1');
    expect(people.state('Ana').plan.locked.has(key)).toBe(true);
    expect(people.state('Ana').people.get(key)?.late).toBe(false);
  });

  test('a newcomer is late until they are seated, and a moderator who comes stays in main', async () => {
    const people = await drafted({ profile });
    people.meeting.join({ name: 'Late', userRef: 'ref-Late' });
    people.meeting.join({ name: 'Tom', userRef: 'ref-Tom', role: 'moderator' });
    await people.settle();
    const late = () => people.state('Ana').people.get(keyOf(people.state('Ana'), 'Late'))?.late;
    expect(late()).toBe(true);
    expect(pool(people.state('Ana')).staying).toContain(keyOf(people.state('Ana'), 'Tom'));
    people.kit('Ana').actions.placeRemaining();
    expect(late()).toBe(false);
    expect(
      seated(people)
        .flat()
        .map(String)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['Late', 'P1', 'P2', 'P3', 'P4']);
  });
});

test('nobody who has left is asked when the rooms open, though undo brought their seat back', async () => {
  const people = await drafted();
  const { actions } = people.kit('Ana');
  const gone = keyOf(people.state('Ana'), 'P2');
  actions.movePeople({ people: [gone], to: 'none' });
  people.meeting.leave('P2');
  await people.settle();
  actions.undo();
  expect(people.state('Ana').plan.seats.has(gone)).toBe(true);
  expect(seated(people)).toEqual([['P1'], ['P3']]);
  const opening = actions.openRooms();
  await people.settle();
  expect(await opening).toEqual({ ok: true });
  const asked = [...people.state('Ana').people.values()].filter(({ place }) => place.at === 'invited');
  expect(asked.map(({ name }) => name)).toEqual(['P1', 'P3']);
  expect(people.meeting.uncaught()).toEqual([]);
});

test('two people who arrive under one name are two, and keep apart when one of them leaves and comes back', async () => {
  const people = await drafted();
  people.meeting.join({ id: 'a', name: 'P1', userRef: 'ref-other' });
  await people.settle();
  const twin = pool(people.state('Ana')).unassigned.at(-1);
  expect(twin).toBe('ref-other');
  people.meeting.leave('P1');
  await people.settle(120_000);
  people.meeting.join({ id: 'b', name: 'P1', userRef: 'ref-P1' });
  await people.settle();
  expect(seated(people)[0]).toEqual(expect.arrayContaining(['P1', 'P2']));
  expect(pool(people.state('Ana')).unassigned).toContain('ref-other');
});

describe('while Ana plans, Tom opens rooms of his own', () => {
  const withTom = () =>
    drafted({
      people: [
        { name: 'Ana', role: 'moderator' },
        { name: 'Tom', role: 'moderator' },
        ...['P1', 'P2', 'P3', 'P4'].map((name) => ({ name })),
      ],
    });

  test('she is told that it was him, and her draft waits for an undo after his round', async () => {
    const people = await withTom();
    const { plan } = people.state('Ana');
    people.kit('Tom').actions.setRoomCount(3);
    void people.kit('Tom').actions.openRooms();
    await people.settle();
    expect(people.state('Ana').round.phase).toBe('open');
    expect(people.state('Ana').plan.rooms).toHaveLength(3);
    expect(people.state('Ana').notices).toMatchObject([
      { subject: 'plan', text: 'opened-elsewhere', people: [keyOf(people.state('Ana'), 'Tom')] },
    ]);
    void people.kit('Tom').actions.closeNow();
    await people.settle(10_000);
    people.kit('Ana').actions.planAgain();
    people.kit('Ana').actions.undo();
    expect(people.state('Ana').plan).toEqual(plan);
  });

  test('somebody who has no draft is told nothing, and nor is Tom', async () => {
    const people = await withTom();
    people.kit('Tom').actions.setRoomCount(2);
    void people.kit('Tom').actions.openRooms();
    await people.settle();
    expect(people.state('P1').notices).toEqual([]);
    expect(people.state('Tom').notices).toEqual([]);
  });
});
