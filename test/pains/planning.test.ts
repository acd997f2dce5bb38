// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { State } from '../../src/state/types.js';
import { found } from '../../src/state/view/finding.js';
import { twins } from '../../src/state/view/people.js';
import { planWarnings } from '../../src/state/view/plan.js';
import { plannedFor } from '../../src/state/view/rooms.js';
import { meet } from '../session/meeting.js';
import { namesOf } from './services.js';

/** The pairs that sit together in the draft. */
const pairsOf = (state: State): readonly string[] =>
  state.plan.rooms.flatMap(({ key }) => {
    const people = plannedFor(state, key).toSorted();
    return people.flatMap((one, at) => people.slice(at + 1).map((other) => `${one}+${other}`));
  });

const sizesOf = (state: State) => state.plan.rooms.map(({ key }) => plannedFor(state, key).length);

/** One round is held: everybody comes, and everybody is back. */
async function hold({ kit, settle, names }: Awaited<ReturnType<typeof meet>>) {
  void kit('Ana').actions.openRooms();
  await settle();
  for (const name of names.slice(1)) void kit(name).actions.acceptInvite();
  await settle(5000);
  void kit('Ana').actions.closeNow();
  await settle(5000);
  kit('Ana').actions.planAgain();
}

test('pain 16: the next round begins with the groups of the last one, and one action brings people together who have not met', async () => {
  const people = await meet({ count: 9 });
  const { kit, state } = people;
  kit('Ana').actions.setRoomCount(3);
  kit('Ana').actions.renameRoom({ roomKey: state('Ana').plan.rooms[0]?.key ?? '', name: 'Pricing' });
  const { seats, rooms } = state('Ana').plan;
  const first = pairsOf(state('Ana'));
  await hold(people);
  expect(state('Ana').round.phase).toBe('draft');
  expect(state('Ana').plan.seats).toEqual(seats);
  expect(state('Ana').plan.rooms).toEqual(rooms);
  expect(await kit('Ana').actions.meetNewPeople()).toMatchObject({ repeats: 0 });
  expect(pairsOf(state('Ana')).filter((pair) => first.includes(pair))).toEqual([]);
  expect(state('Ana').plan.rooms.map(({ name }) => name)).toEqual(['Pricing', null, null]);
});

describe('pain 17', () => {
  // What others do with these: 3/3/3/0, seven threes and three empty rooms, 2/2/0.
  test.each([
    [9, 4],
    [21, 10],
    [4, 3],
    [20, 4],
    [23, 7],
  ])(
    'pain 17: %i people in %i rooms are as even as can be, by every draw, and two draws are not the same',
    async (count, rooms) => {
      const { kit, state } = await meet({ count, session: { seed: 11 } });
      kit('Ana').actions.setRoomCount(rooms);
      const draws = Array.from({ length: 25 }, () => {
        kit('Ana').actions.reshuffle();
        const sizes = sizesOf(state('Ana'));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
        return pairsOf(state('Ana')).toSorted().join();
      });
      expect(new Set(draws).size).toBeGreaterThan(1);
    },
  );

  test('pain 17: whoever finds no seat is named, with the reason', async () => {
    const { kit, state } = await meet({ count: 9, maxActiveTalkers: 3 });
    kit('Ana').actions.setRoomCount(3);
    kit('Ana').actions.reshuffle();
    expect(sizesOf(state('Ana'))).toEqual([2, 2, 2]);
    expect(planWarnings(state('Ana'))).toContainEqual(
      expect.objectContaining({ kind: 'no-seats', count: 3 }),
    );
  });
});

test('pain 20: among 150 people one is found by a few letters, and people of one name are told apart', async () => {
  const people = [
    { name: 'Ana', role: 'moderator' as const },
    ...Array.from({ length: 150 }, (_, at) => ({
      name: at % 50 === 7 ? 'Zoë Müller' : `Guest ${String(at)}`,
      userRef: `g-${String(at)}`,
    })),
  ];
  const { state } = await meet({ people, withoutKit: people.slice(1).map(({ name }) => name) });
  const hits = found(state('Ana'), { text: 'zoe mul', filters: new Set() });
  expect(namesOf(state('Ana'), hits ?? [])).toEqual(['Zoë Müller', 'Zoë Müller', 'Zoë Müller']);
  const numbers = [...(hits ?? [])].map((key) => twins(state('Ana')).get(key));
  expect(numbers.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([1, 2, 3]);
});
