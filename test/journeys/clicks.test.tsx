import { expect, test } from 'vitest';
import { BreakoutKit } from '../../src/components/kit/BreakoutKit.js';
import type { Page } from './page.js';
import { stage } from './stage.js';

/** Ana moderates twenty others. She has a page, and a proposal of rooms on it. */
async function opened(count = 20) {
  const set = await stage({ count, pages: ['Ana'], content: () => <BreakoutKit /> });
  const ana = set.page('Ana');
  await ana.sees.findByRole('button', { name: /^Open \d rooms$/u });
  const roomOf = (name: string) => {
    const { people, plan } = set.state('Ana');
    const key = [...people.values()].find((person) => person.name === name)?.key ?? '';
    const seat = plan.seats.get(key);
    return plan.rooms.find((room) => room.key === seat)?.number;
  };
  const room = (number: number) => ana.at('region', new RegExp(`^Room ${String(number)}\\b`, 'u'));
  return { ...set, ana, roomOf, room };
}

const pressesFor = async (page: Page, act: () => Promise<void>) => {
  const before = page.presses();
  await act();
  return page.presses() - before;
};

test('four random even rooms for twenty people are open after three clicks', async () => {
  const { ana, pass, state, meeting } = await opened();
  const proposed = state('Ana').plan.rooms.length;
  const presses = await pressesFor(ana, async () => {
    if (proposed !== 4) await ana.press('button', proposed > 4 ? 'One room fewer' : 'One room more');
    await ana.press('button', 'Reshuffle');
    await ana.press('button', 'Open 4 rooms');
  });
  expect(presses).toBeLessThanOrEqual(3);
  await pass(2000);
  expect(meeting.rooms()).toHaveLength(4);
  const { seats, rooms } = state('Ana').plan;
  for (const { key } of rooms) expect([...seats.values()].filter((room) => room === key)).toHaveLength(5);
  await ana.sees.findByRole('button', { name: '20 Invited' });
});

test('one person moves with one drag', async () => {
  const { ana, roomOf, room } = await opened();
  const from = roomOf('P3') ?? 0;
  const to = from === 1 ? 2 : 1;
  const presses = await pressesFor(ana, () =>
    room(from).getByRole('row', { name: /^P3\b/u }).dropTo(room(to)),
  );
  expect(roomOf('P3')).toBe(to);
  expect(presses).toBe(1);
  await ana.sees.findByText(/^P3 moved to Room/u, { selector: '.brk-toast *' });
});

test('one person moves with two clicks by menu', async () => {
  const { ana, roomOf, room } = await opened();
  const from = roomOf('P3') ?? 0;
  const to = from === 1 ? 2 : 1;
  const presses = await pressesFor(ana, async () => {
    await room(from).getByRole('button', { name: 'Move P3 to…' }).click();
    await ana.press('menuitem', new RegExp(`Room ${String(to)}\\b`, 'u'));
  });
  expect(roomOf('P3')).toBe(to);
  expect(presses).toBe(2);
});

test('all rooms close with one click and the grace, which needs no further one', async () => {
  const { ana, pass, kit, names, state, meeting } = await opened(4);
  await ana.press('button', /^Open \d rooms$/u);
  await pass(2000);
  for (const name of names.slice(1)) void kit(name).actions.acceptInvite();
  await pass(5000);
  const presses = await pressesFor(ana, () => ana.press('button', 'End rooms'));
  await pass(29_000);
  for (const name of names.slice(1)) expect(state(name).self.at, name).toBe('in-room');
  await pass(5000);
  for (const name of names) expect(state(name).self.at, name).toBe('main');
  expect(meeting.rooms().every(({ alive }) => !alive)).toBe(true);
  expect(presses).toBe(1);
});
