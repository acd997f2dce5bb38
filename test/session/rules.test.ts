// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { broken, planWarnings } from '../../src/state/view/plan.js';
import { plannedFor } from '../../src/state/view/rooms.js';
import { keyOf } from './given.js';
import { meet } from './meeting.js';

async function twelve() {
  const people = await meet({ count: 12 });
  const { actions } = people.kit('Ana');
  const state = () => people.state('Ana');
  const keys = (...names: readonly string[]) => names.map((name) => keyOf(state(), name));
  const roomOf = (name: string) => state().plan.seats.get(keyOf(state(), name));
  const sizes = () => state().plan.rooms.map(({ key }) => plannedFor(state(), key).length);
  return { actions, state, keys, roomOf, sizes };
}

describe('what a split holds to', () => {
  test('is kept by every way of drawing one', async () => {
    const { actions, state, keys, roomOf, sizes } = await twelve();
    actions.setRules({ together: [keys('P1', 'P2')], apart: [keys('P3', 'P4', 'P5')] });
    actions.setLead({ people: keys('P6', 'P7', 'P8'), on: true });
    const held = () => {
      expect(broken(state())).toEqual([]);
      expect(roomOf('P1')).toBe(roomOf('P2'));
      expect(new Set(['P3', 'P4', 'P5'].map(roomOf)).size).toBe(3);
      expect(new Set(['P6', 'P7', 'P8'].map(roomOf)).size).toBe(3);
      expect(sizes()).toEqual([4, 4, 4]);
    };
    actions.setRules({ leadEach: true });
    actions.setRoomCount(3);
    held();
    for (let times = 0; times < 10; times += 1) {
      actions.reshuffle();
      held();
    }
    actions.movePeople({ people: [...state().plan.seats.keys()], to: 'none' });
    actions.placeRemaining();
    held();
  });

  test('is named where people were seated by hand against it, and mended on request', async () => {
    const { actions, state, keys } = await twelve();
    actions.setRoomCount(3);
    const [first] = state().plan.rooms;
    actions.setRules({ apart: [keys('P1', 'P2')] });
    actions.movePeople({ people: keys('P1', 'P2'), to: first?.key ?? '' });
    expect(planWarnings(state()).find(({ kind }) => kind === 'apart')).toMatchObject({
      people: keys('P1', 'P2'),
      roomKey: first?.key,
      remedy: 'resplit',
    });
    actions.reshuffle();
    expect(broken(state())).toEqual([]);
    actions.undo();
    expect(broken(state())).toHaveLength(1);
  });

  test('gives rooms their own number of seats', async () => {
    const { actions, state, sizes } = await twelve();
    actions.setRoomCount(3);
    actions.setRoomCapacity({ roomKey: state().plan.rooms[0]?.key ?? '', seats: 2 });
    actions.reshuffle();
    expect(sizes()).toEqual([2, 5, 5]);
  });

  test.each([
    [4, 3],
    [5, 3],
    [1, 6], // a room has two people at least
    [100, 2], // and seven at most
  ])('by %i people each makes %i rooms', async (size, rooms) => {
    const { actions, state, sizes } = await twelve();
    actions.setRoomSize(size);
    expect(state().plan.rooms).toHaveLength(rooms);
    expect(Math.max(...sizes()) - Math.min(...sizes())).toBeLessThanOrEqual(1);
  });
});
