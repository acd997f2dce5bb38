// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { lastChange } from '../../../src/components/planner/lastChange.js';
import { english } from '../../../src/locales/en.js';
import { keyOf } from '../../session/given.js';
import { meet } from '../../session/meeting.js';

const nobody = { person: null, name: null, email: null, userRef: null, lead: null, locked: null };

/** Ana and four others, drawn over two rooms. */
async function drawn() {
  const { kit, state } = await meet();
  const { actions } = kit('Ana');
  actions.setRoomCount(2);
  const rooms = () => state('Ana').plan.rooms.map(({ key }) => key);
  const seat = (name: string, to: string) => ({ ...nobody, person: keyOf(state('Ana'), name), name, to });
  return { actions, rooms, seat, said: () => lastChange(state('Ana'), english) };
}

describe('the undo button', () => {
  test('says that it was the list: by rooms it named, by the split it ended, by people it waits for', async () => {
    const { actions, rooms, seat, said } = await drawn();
    const [one = '', two = ''] = rooms();
    const to = (name: string) => ({ roomKey: one, number: 1, from: null, name });
    actions.applyList({
      added: [],
      renamed: [],
      people: [seat('P1', one), seat('P2', one), seat('P3', one)],
    });
    expect(said()).toBe('the list');
    actions.applyList({ added: [], renamed: [to('Owl')], people: [seat('P1', two)] });
    expect(said()).toBe('the list');
    const added = [{ key: 'list-3', number: 3, name: 'Fox' }];
    actions.applyList({ added, renamed: [], people: [seat('P1', 'list-3')] });
    expect(said()).toBe('the list');
    actions.applyList({ added: [], renamed: [], people: [{ ...nobody, name: 'Ada', to: one }] });
    expect(said()).toBe('the list');
    actions.renameRoom({ roomKey: one, name: 'Bee' });
    expect(said()).toBe('a room’s name');
  });

  test('does not take a split, a room or a set-up for a list', async () => {
    const { actions, rooms, said } = await drawn();
    expect(said()).toBe('the number of rooms');
    actions.setSplit('hand');
    expect(said()).toBe('how to split');
    actions.renameRoom({ roomKey: rooms()[0] ?? '', name: 'Owl' });
    actions.setSplit('even');
    expect(said()).not.toBe('the list');
    actions.addRoom();
    expect(said()).toBe('the number of rooms');
  });
});
