import { describe, expect, test } from 'vitest';
import { BreakoutKit } from '../../src/components/kit/BreakoutKit.js';
import { PersonKit } from '../../src/components/kit/PersonKit.js';
import { roomsOf } from '../session/sound.js';
import { stage } from './stage.js';

const NAMES = ['Ana', 'Bo', 'Cy', 'Di'];

/** Ana moderates three, each with a page; Di's is a phone's. */
const four = () =>
  stage({
    profile: '2.3.24',
    people: NAMES.map((name) => ({ name, ...(name === 'Ana' ? { role: 'moderator' as const } : {}) })),
    pages: NAMES,
    size: (name) => (name === 'Di' ? { width: 320, height: 640 } : {}),
    content: (name) => (name === 'Ana' ? <BreakoutKit /> : <PersonKit />),
  });

describe('people who choose their rooms', () => {
  test('pick, change, are asked into the room they chose when it opens, and join', async () => {
    const { page, pass, meeting, state } = await four();
    const [ana, bo, cy, di] = NAMES.map(page);
    if (!ana || !bo || !cy || !di) throw new Error('Somebody has no page');
    await ana.sees.findByRole('spinbutton', { name: 'Number of rooms' });
    // Three people are one room at first.
    await ana.press('button', 'One room more');
    await ana.press('radio', 'People choose');
    await pass(1000);
    await ana.sees.findByText('3 people have not chosen yet.');

    await bo.press('button', 'Choose Room 1');
    await cy.press('button', 'Choose Room 1');
    await di.press('button', 'Choose Room 2');
    await pass(1000);
    await bo.sees.findByText('Your choice, 2 of 7');
    await ana.sees.findByText('Everyone who can be asked has chosen.');
    // The keys do it too: from room to room with an arrow, and Enter.
    bo.body.querySelector<HTMLElement>('[data-choice="chosen"]')?.focus();
    await bo.key('{ArrowDown}{Enter}');
    await pass(1000);
    await bo.sees.findByRole('button', { name: 'Chosen: Room 2' });
    await di.sees.findByText('Your choice, 2 of 7');
    expect(di.body.ownerDocument.documentElement.scrollWidth).toBeLessThanOrEqual(320);

    // Cy puts it aside and is not in its way; the seat stays.
    await cy.press('button', 'Put aside');
    await cy.sees.findByRole('button', { name: 'Your room: Room 1' });

    await ana.press('button', 'Open 2 rooms');
    await pass(2000);
    for (const person of [bo, cy, di]) {
      expect(person.sees.queryByRole('region', { name: 'Choose a room' })).toBeNull();
      await person.press('button', 'Join');
    }
    await pass(5000);
    await ana.sees.findByRole('button', { name: '3 In room' });
    const idOf = (number: number) =>
      [...state('Ana').rooms.values()].find((room) => room.number === number)?.roomId;
    expect(roomsOf(meeting, 'Bo')).toEqual([idOf(2)]);
    expect(roomsOf(meeting, 'Cy')).toEqual([idOf(1)]);
    expect(roomsOf(meeting, 'Di')).toEqual([idOf(2)]);
  });
});
