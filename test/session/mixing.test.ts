// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { plannedFor } from '../../src/state/view/rooms.js';
import type { State } from '../../src/state/types.js';
import { keyOf } from './given.js';
import { meet, type KitMeeting } from './meeting.js';

/** The pairs that sit together in the draft. */
const pairsOf = (state: State): readonly string[] =>
  state.plan.rooms.flatMap(({ key }) => {
    const people = plannedFor(state, key).toSorted();
    return people.flatMap((one, at) => people.slice(at + 1).map((other) => `${one}+${other}`));
  });

/** One round is held: everybody comes, and everybody is back. */
async function hold(people: KitMeeting) {
  void people.kit('Ana').actions.openRooms();
  await people.settle();
  for (const name of people.names) if (name !== 'Ana') void people.kit(name).actions.acceptInvite();
  await people.settle(5000);
  void people.kit('Ana').actions.closeNow();
  await people.settle(5000);
  people.kit('Ana').actions.planAgain();
}

describe('rounds', () => {
  test('of eight people in pairs bring everybody together once in seven', async () => {
    const people = await meet({ count: 8 });
    const { actions } = people.kit('Ana');
    const state = () => people.state('Ana');
    actions.setRoomCount(4);
    expect(await actions.planRounds({ rounds: 7 })).toEqual({ repeats: 0, bound: 0, rounds: 7 });
    const met = [...pairsOf(state())];
    for (let left = 6; left > 0; left -= 1) {
      expect(state().plan.ahead).toHaveLength(left);
      expect(await actions.meetNewPeople()).toMatchObject({ rounds: left });
      met.push(...pairsOf(state()));
    }
    expect(new Set(met).size).toBe(28);
    expect(met).toHaveLength(28);
  });

  test('are one step of undo', async () => {
    const people = await meet({ count: 8 });
    const { actions } = people.kit('Ana');
    actions.setRoomCount(4);
    const { plan } = people.state('Ana');
    await actions.planRounds({ rounds: 3 });
    expect(people.state('Ana').plan.ahead).toHaveLength(2);
    actions.undo();
    expect(people.state('Ana').plan).toBe(plan);
  });

  test('that were held are remembered: nobody meets again who need not', async () => {
    const people = await meet({ count: 9 });
    const { actions } = people.kit('Ana');
    actions.setRoomCount(3);
    const met: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      met.push(...pairsOf(people.state('Ana')));
      await hold(people);
      expect(people.state('Ana').history).toHaveLength(round);
      expect(await actions.meetNewPeople()).toMatchObject({ rounds: 1, repeats: 0 });
    }
    expect(new Set([...met, ...pairsOf(people.state('Ana'))]).size).toBe(36);
  });

  test('that are left seat who comes in between, and do without who has gone', async () => {
    const people = await meet({ count: 8 });
    const { actions } = people.kit('Ana');
    const state = () => people.state('Ana');
    actions.setRoomCount(4);
    await actions.planRounds({ rounds: 3 });
    const next = state().plan.ahead[0];
    await hold(people);
    people.meeting.person('P1').leave();
    people.meeting.join({ name: 'Fay', userRef: 'fay' });
    await people.settle();
    await actions.meetNewPeople();
    for (const name of ['P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'])
      expect(state().plan.seats.get(keyOf(state(), name))).toBe(next?.get(keyOf(state(), name)));
    // The one free seat of an even round.
    expect(state().plan.rooms.map(({ key }) => plannedFor(state(), key).length)).toEqual([2, 2, 2, 2]);
    expect(state().plan.seats.has(keyOf(state(), 'Fay'))).toBe(true);
    expect(state().plan.ahead).toHaveLength(1);
  });

  test('are planned anew when moves by hand have spoilt what was planned', async () => {
    const people = await meet({ count: 9 });
    const { actions } = people.kit('Ana');
    const state = () => people.state('Ana');
    actions.setRoomCount(3);
    await actions.planRounds({ rounds: 3 });
    // Another split than the one the rounds ahead were planned to follow: all of them, so that some would meet again.
    const next: ReadonlyMap<string, string> = state().plan.ahead[0] ?? new Map<string, string>();
    for (const [person, room] of next) actions.movePeople({ people: [person], to: room });
    await hold(people);
    const mixed = await actions.meetNewPeople();
    expect(mixed).toMatchObject({ repeats: 0, rounds: 2 });
    expect(pairsOf(state()).length).toBe(9);
  });

  test('leave locked people where they are, and keep the rules', async () => {
    const people = await meet({ count: 12 });
    const { actions } = people.kit('Ana');
    const state = () => people.state('Ana');
    actions.setRoomCount(3);
    const locked = keyOf(state(), 'P1');
    const home = state().plan.seats.get(locked);
    actions.setLocked({ people: [locked], on: true });
    actions.setRules({ apart: [[keyOf(state(), 'P2'), keyOf(state(), 'P3')]] });
    await actions.planRounds({ rounds: 3 });
    for (const seats of [state().plan.seats, ...state().plan.ahead]) {
      expect(seats.get(locked)).toBe(home);
      expect(seats.get(keyOf(state(), 'P2'))).not.toBe(seats.get(keyOf(state(), 'P3')));
    }
  });

  test.each([0, -3, Number.NaN])('of a number that is none (%s) change nothing', async (rounds) => {
    const people = await meet({ count: 4 });
    const { actions } = people.kit('Ana');
    actions.setRoomCount(2);
    const { plan } = people.state('Ana');
    expect(await actions.planRounds({ rounds })).toEqual({ repeats: 0, bound: 0, rounds: 0 });
    expect(people.state('Ana').plan).toBe(plan);
  });

  test('are at most twenty, and none without rooms or for a participant', async () => {
    const people = await meet({ count: 4 });
    const { actions } = people.kit('Ana');
    expect(await actions.planRounds({ rounds: 2 })).toMatchObject({ rounds: 0 });
    expect(await people.kit('P1').actions.meetNewPeople()).toMatchObject({ rounds: 0 });
    actions.setRoomCount(2);
    expect(await actions.planRounds({ rounds: 1000 })).toMatchObject({ rounds: 20 });
  });
});
