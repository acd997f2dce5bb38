import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RoomPlanner } from '../../../src/components/planner/RoomPlanner.js';
import { english, withMessages } from '../../../src/messages.js';
import { moderator, names, type Moderator } from '../moderator.js';

/** Three rooms of two; Priya, Omar, Grace are not assigned. */
async function threeRooms(options: Partial<Parameters<typeof moderator>[1]> = {}): Promise<Moderator> {
  const plan = await moderator(<RoomPlanner />, { others: names(9), maxActiveTalkers: 5, ...options });
  const { actions } = plan.session;
  await plan.does(() => {
    actions.setSplit('hand');
    actions.movePeople({ people: [...plan.state().plan.seats.keys()], to: 'none' });
    const [one = '', two = ''] = plan.rooms();
    actions.renameRoom({ roomKey: one, name: 'Pricing' });
    actions.renameRoom({ roomKey: two, name: 'Onboarding' });
    actions.movePeople({ people: ['lucas', 'jonas'], to: one });
    actions.movePeople({ people: ['maria', 'chidi', 'sofia', 'elif'], to: two });
  });
  return plan;
}

const chip = (name: string, at = 0) => {
  const found = screen.getAllByRole('row').filter((row) => row.textContent.includes(name));
  const row = found[at];
  if (!row) throw new Error(`${name} is not on the screen.`);
  return within(row).getAllByRole('button')[0] as HTMLElement;
};
const menuOf = (name: string) =>
  screen.getAllByRole('button', { name: `Move ${name} to…` })[0] as HTMLElement;

describe('moving people by menu', () => {
  it('one person is moved in two presses, said once, and can be taken back', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    await user.click(menuOf('Priya Example'));
    await user.click(screen.getByRole('menuitem', { name: /Pricing/ }));
    expect(plan.seatedIn(1)).toEqual(['lucas', 'jonas', 'priya']);
    expect(plan.spoken.filter((sentence) => sentence.includes('Priya'))).toEqual([
      'Priya Example moved from Not assigned to Pricing, 3 of 4.',
    ]);
    expect(screen.getByText('Priya Example moved to Pricing.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(plan.seatedIn(1)).toEqual(['lucas', 'jonas']);
    expect(plan.spoken.at(-1)).toBe('Undone: move Priya Example to Pricing.');
  });

  it('after a move the focus is on the next person of the same list, and on its heading after the last', async () => {
    const user = userEvent.setup();
    await threeRooms();
    const toPricing = async (name: string) => {
      await user.click(menuOf(name));
      await user.click(screen.getByRole('menuitem', { name: /Pricing/ }));
    };
    await toPricing('Priya Example');
    expect(chip('Omar Example')).toHaveFocus();
    await toPricing('Omar Example');
    expect(chip('Grace Example')).toHaveFocus();
    await user.click(menuOf('Grace Example'));
    await user.click(screen.getByRole('menuitem', { name: /Room 3/ }));
    expect(screen.getByRole('heading', { name: /^Not assigned/ })).toHaveFocus();
  });

  it('a full room stays in the menu, says so, and takes nobody', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    await user.click(menuOf('Priya Example'));
    const full = screen.getByRole('menuitem', { name: /Onboarding/ });
    expect(full).toHaveAttribute('aria-disabled', 'true');
    expect(full).toHaveAccessibleDescription('Onboarding is full.');
    await user.click(full);
    expect(plan.seatedIn(2)).toHaveLength(4);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(menuOf('Priya Example')).toHaveFocus();
  });

  it('the selected move together; those who find no seat stay where they are, and it says so', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    await user.click(chip('Priya Example'));
    await user.keyboard('{Shift>}');
    await user.click(chip('Grace Example'));
    await user.keyboard('{/Shift}');
    await user.click(screen.getByRole('button', { name: 'Move 3 people to…' }));
    const pricing = screen.getByRole('menuitem', { name: /Pricing/ });
    expect(pricing).toHaveTextContent('2 of 3 fit');
    await user.click(pricing);
    expect(plan.seatedIn(1)).toEqual(['lucas', 'jonas', 'priya', 'omar']);
    expect(plan.spoken.at(-1)).toBe('2 of 3 people moved to Pricing, now full. 1 person still selected.');
    expect(screen.getByRole('toolbar', { name: '1 person selected' })).toBeVisible();
    expect(chip('Grace Example')).toHaveAttribute('aria-pressed', 'true');
  });

  it('"Smallest rooms" spreads the selected evenly in one step of undo', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    for (const name of ['Priya Example', 'Omar Example', 'Grace Example']) await user.click(chip(name));
    await user.click(screen.getByRole('button', { name: 'Move 3 people to…' }));
    await user.click(screen.getByRole('menuitem', { name: 'Smallest rooms' }));
    expect([1, 2, 3].map((room) => plan.seatedIn(room).length)).toEqual([3, 4, 2]);
    await plan.does(() => plan.session.actions.undo());
    expect(plan.seatedIn(3)).toHaveLength(0);
  });

  it('"Keep in main room", room lead, lock and unassign are in the same menu', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    const choose = async (who: string, what: string | RegExp) => {
      await user.click(menuOf(who));
      await user.click(screen.getByRole('menuitem', { name: what }));
    };
    await choose('Lucas Example', 'Make room lead');
    await choose('Lucas Example', 'Keep in Pricing when you reshuffle');
    expect(plan.state().plan.leads.has('lucas')).toBe(true);
    expect(plan.state().plan.locked.has('lucas')).toBe(true);
    await choose('Lucas Example', /^Unassign/);
    expect(plan.seatedIn(1)).toEqual(['jonas']);
    await choose('Jonas Example', 'Keep in main room');
    expect(plan.state().plan.staying.has('jonas')).toBe(true);
    expect(plan.spoken.at(-1)).toBe('Jonas Example moved from Pricing to Staying in main room.');
  });

  it('people are added to a room from the room', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    await user.click(screen.getByRole('button', { name: 'Add people to Room 3' }));
    await user.click(screen.getByRole('menuitem', { name: 'Grace Example' }));
    expect(plan.seatedIn(3)).toEqual(['grace']);
  });
});

describe('moving people with keys', () => {
  it('a list is one tab stop; arrow keys, Home and End go between its people', async () => {
    const user = userEvent.setup();
    await threeRooms();
    act(() => chip('Priya Example').focus());
    await user.keyboard('{ArrowDown}');
    expect(chip('Omar Example')).toHaveFocus();
    await user.keyboard('{End}');
    expect(chip('Grace Example')).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowUp}{Home}');
    expect(chip('Priya Example')).toHaveFocus();
    const list = screen.getByRole('grid', { name: 'Not assigned' });
    expect(
      within(list)
        .getAllByRole('button')
        .filter((button) => button.tabIndex === 0),
    ).toEqual([chip('Priya Example')]);
  });

  it('Enter picks up, a digit drops; a full room says so and keeps the person in hand', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    act(() => chip('Priya Example').focus());
    await user.keyboard('{Enter}');
    expect(plan.spoken.at(-1)).toBe(
      'Priya Example picked up. 3 rooms. Press 1 to 3, or arrow keys and Enter.',
    );
    expect(screen.getByRole('region', { name: 'Room 1: Pricing' })).toHaveAttribute('data-drop', 'current');
    expect(screen.getByRole('region', { name: 'Room 2: Onboarding' })).toHaveAttribute('data-drop', 'full');
    expect(screen.getByRole('note', { name: 'Keys' })).toHaveTextContent('Moving Priya Example');
    await user.keyboard('2');
    expect(plan.spoken.at(-1)).toBe('Onboarding is full.');
    await user.keyboard('{ArrowDown}');
    expect(plan.spoken.at(-1)).toBe('Room 3, 4 seats free.');
    expect(screen.getByRole('region', { name: 'Room 3' })).toHaveAttribute('data-drop', 'current');
    await user.keyboard('3');
    expect(plan.seatedIn(3)).toEqual(['priya']);
    expect(chip('Omar Example')).toHaveFocus();
    expect(screen.queryByRole('note', { name: 'Keys' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Room 2: Onboarding' })).not.toHaveAttribute('data-drop');
  });

  it('Escape puts them back, says so, and reaches nobody else', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    let heard = 0;
    const listen = () => (heard += 1);
    document.addEventListener('keydown', listen, true);
    act(() => chip('Priya Example').focus());
    await user.keyboard('{Enter}');
    heard = 0;
    await user.keyboard('{Escape}');
    document.removeEventListener('keydown', listen, true);
    expect(heard).toBe(0);
    expect(plan.spoken.at(-1)).toBe('Move cancelled. Priya Example is back in Not assigned.');
    expect(chip('Priya Example')).toHaveFocus();
    expect(plan.state().plan.seats.has('priya')).toBe(false);
  });

  it('somebody in hand who leaves the meeting is put down, and it says so', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    act(() => chip('Priya Example').focus());
    await user.keyboard('{Enter}');
    await plan.leave('priya');
    await plan.pass(61_000);
    expect(plan.spoken).toContain('Move cancelled. Priya Example has left.');
    expect(screen.queryByRole('note', { name: 'Keys' })).toBeNull();
  });

  it('Delete unassigns; Ctrl+Z and Ctrl+Shift+Z take it back and give it again', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    const card = screen.getByRole('region', { name: 'Room 1: Pricing' });
    const lucas = () => within(card).getByRole('button', { name: 'Lucas Example' });
    act(() => lucas().focus());
    await user.keyboard('{Delete}');
    expect(plan.seatedIn(1)).toEqual(['jonas']);
    expect(within(card).getByRole('button', { name: 'Jonas Example' })).toHaveFocus();
    await user.keyboard('{Control>}z{/Control}');
    expect(plan.seatedIn(1)).toHaveLength(2);
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(plan.seatedIn(1)).toEqual(['jonas']);
  });

  it('M opens the menu; with letter keys off it does not, and Shift+F10 still does', async () => {
    const user = userEvent.setup();
    await moderator(<RoomPlanner letterKeys={false} />, { others: names(4) });
    act(() => chip('Priya Example').focus());
    await user.keyboard('m');
    expect(screen.queryByRole('menu')).toBeNull();
    await user.keyboard('{Shift>}{F10}{/Shift}');
    expect(screen.getByRole('menu', { name: 'Move Priya Example to…' })).toBeVisible();
  });

  it('Space selects, Shift and arrows extend, Ctrl+A takes the whole list, Escape clears', async () => {
    const user = userEvent.setup();
    await threeRooms();
    act(() => chip('Priya Example').focus());
    await user.keyboard(' ');
    expect(chip('Priya Example')).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(screen.getByRole('toolbar', { name: '2 people selected' })).toBeVisible();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByRole('toolbar', { name: '3 people selected' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('/ goes to "Find people", which shows only those', async () => {
    const user = userEvent.setup();
    await threeRooms();
    act(() => chip('Priya Example').focus());
    await user.keyboard('/');
    const field = screen.getByRole('searchbox', { name: 'Find people' });
    expect(field).toHaveFocus();
    await user.keyboard('gra');
    expect(within(screen.getByRole('grid', { name: 'Not assigned' })).getAllByRole('row')).toHaveLength(1);
    await user.keyboard('xyz');
    expect(screen.getByText('Nobody by that name.')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(field).toHaveValue('');
  });
});

describe('the toast', () => {
  it('stays ten seconds, and longer while the focus is on it', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    await user.click(menuOf('Priya Example'));
    await user.click(screen.getByRole('menuitem', { name: /Pricing/ }));
    await plan.pass(9_000);
    expect(screen.getByText('Priya Example moved to Pricing.')).toBeVisible();
    act(() => screen.getByRole('button', { name: 'Undo' }).focus());
    await plan.pass(60_000);
    expect(screen.getByText('Priya Example moved to Pricing.')).toBeVisible();
    act(() => screen.getByRole('button', { name: 'Undo' }).blur());
    await plan.pass(10_000);
    expect(screen.queryByText('Priya Example moved to Pricing.')).toBeNull();
  });
});

describe('taking back', () => {
  type User = ReturnType<typeof userEvent.setup>;
  const fromMenu = (who: string, line: string | RegExp) => async (user: User) => {
    await user.click(menuOf(who));
    await user.click(screen.getByRole('menuitem', { name: line }));
  };
  it.each<readonly [string, (user: User) => Promise<void>, string]>([
    ['a move', fromMenu('Priya Example', /Room 3/), 'Undone: move Priya Example to Room 3.'],
    ['a room lead', fromMenu('Lucas Example', 'Make room lead'), 'Undone: a room lead.'],
    ['a lock', fromMenu('Lucas Example', /^Keep in Pricing/), 'Undone: who stays at a reshuffle.'],
    [
      'a selection that was spread',
      async (user) => {
        await user.click(chip('Priya Example'));
        await user.click(chip('Omar Example'));
        await user.click(screen.getByRole('button', { name: 'Move 2 people to…' }));
        await user.click(screen.getByRole('menuitem', { name: 'Smallest rooms' }));
      },
      'Undone: move 2 people.',
    ],
    [
      'a name',
      async (user) => {
        await user.click(screen.getByRole('button', { name: 'Rename Room 3' }));
        await user.keyboard('Design critique{Enter}');
      },
      'Undone: a room’s name.',
    ],
    [
      'a room that was added',
      (user) => user.click(screen.getByRole('button', { name: 'Add a room' })),
      'Undone: the number of rooms.',
    ],
    [
      'a room that was removed',
      async (user) => {
        await user.click(screen.getByRole('button', { name: 'Options for Pricing' }));
        await user.click(screen.getByRole('menuitem', { name: 'Remove this room' }));
      },
      'Undone: the number of rooms.',
    ],
    [
      'another number of rooms',
      (user) => user.click(screen.getByRole('button', { name: 'One room fewer' })),
      'Undone: the number of rooms.',
    ],
  ])(
    '%s: the toast offers it, says what it was, and the draft is as before',
    async (_what, change, sentence) => {
      const user = userEvent.setup();
      const plan = await threeRooms();
      const before = plan.state().plan;
      await change(user);
      expect(plan.state().plan).not.toEqual(before);
      await user.click(screen.getByRole('button', { name: 'Undo' }));
      expect(plan.spoken.at(-1)).toBe(sentence);
      expect(plan.state().plan).toEqual(before);
      expect(document.activeElement).not.toBe(document.body);
    },
  );
});

describe('renaming a room', () => {
  it('Enter keeps, Escape restores, and the focus is back on the name', async () => {
    const user = userEvent.setup();
    const plan = await threeRooms();
    await user.click(screen.getByRole('button', { name: 'Rename Room 3' }));
    await user.keyboard('Design critique{Enter}');
    expect(plan.state().plan.rooms[2]?.name).toBe('Design critique');
    expect(screen.getByRole('button', { name: 'Rename Design critique' })).toHaveFocus();
    await user.keyboard('{F2}Nonsense{Escape}');
    expect(plan.state().plan.rooms[2]?.name).toBe('Design critique');
    expect(screen.getByRole('button', { name: 'Rename Design critique' })).toHaveFocus();
    await user.keyboard('{F2}{Backspace}{Enter}');
    expect(plan.state().plan.rooms[2]?.name).toBeNull();
  });
});

describe('drawing', () => {
  it('one person who changes draws one row again, and no other', async () => {
    const drawn: string[] = [];
    const counting = withMessages({
      planner: {
        moveTo(who) {
          drawn.push(who);
          return english.planner.moveTo(who);
        },
      },
    });
    const plan = await threeRooms({ messages: counting });
    drawn.length = 0;
    await plan.does(() => plan.session.actions.setLead({ people: ['lucas'], on: true }));
    expect(new Set(drawn)).toEqual(new Set(['Lucas Example']));
  });

  it('selecting somebody draws their row, and no other', async () => {
    const drawn: string[] = [];
    const counting = withMessages({
      planner: {
        moveTo(who) {
          drawn.push(who);
          return english.planner.moveTo(who);
        },
      },
    });
    await threeRooms({ messages: counting });
    drawn.length = 0;
    fireEvent.click(chip('Omar Example'));
    expect(new Set(drawn)).toEqual(new Set(['Omar Example']));
  });
});
