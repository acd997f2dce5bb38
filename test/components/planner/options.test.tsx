import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { RoomPlanner } from '../../../src/components/planner/RoomPlanner.js';
import { moderator, names, type ModeratorOptions } from '../moderator.js';

const planner = (
  <StrictMode>
    <RoomPlanner />
  </StrictMode>
);
const plan = (others: readonly string[], rest: Partial<ModeratorOptions> = {}) =>
  moderator(planner, { others, ...rest });

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const openOptions = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(button('Options'));
  const panel = screen.getByRole('region', { name: 'Options' });
  await waitFor(() => within(panel).getByRole('group', { name: 'Rules' }));
  return within(panel);
};

describe('the options', () => {
  it('open beside the plan, take the focus, and give it back to their button', async () => {
    const user = userEvent.setup();
    await plan(names(8));
    expect(button('Options')).toHaveAttribute('aria-expanded', 'false');
    const panel = await openOptions(user);
    expect(button('Options')).toHaveAttribute('aria-expanded', 'true');
    expect(panel.getByRole('heading', { name: 'Options' })).toHaveFocus();
    expect(screen.getByRole('region', { name: 'Room 1' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Options' })).toBeNull();
    expect(button('Options')).toHaveFocus();
    await openOptions(user);
    await user.click(button('Close options'));
    expect(button('Options')).toHaveFocus();
    await openOptions(user);
    await user.click(button('Options'));
    expect(screen.queryByRole('region', { name: 'Options' })).toBeNull();
  });

  it('come after their button in the order of Tab', async () => {
    const user = userEvent.setup();
    await plan(names(8));
    button('Options').focus();
    await user.keyboard('{Enter}');
    await user.tab();
    expect(button('Close options')).toHaveFocus();
  });

  it('leave the plan in use: people are moved while they are open', async () => {
    const user = userEvent.setup();
    const { state } = await plan(names(8));
    await openOptions(user);
    await user.click(screen.getAllByRole('button', { name: 'Move Priya Example to…' })[0] as HTMLElement);
    await user.click(screen.getByRole('menuitem', { name: 'Keep in main room' }));
    expect(state().plan.staying.has('priya')).toBe(true);
    expect(screen.getByRole('region', { name: 'Options' })).toBeVisible();
  });
});

describe('people in each room', () => {
  it('make as many rooms as they take, which is said once and taken back in one step', async () => {
    const user = userEvent.setup();
    const { rooms, spoken, state } = await plan(names(20));
    expect(rooms()).toHaveLength(4);
    const panel = await openOptions(user);
    const each = panel.getByRole('spinbutton', { name: 'People in each room' });
    expect(each).toHaveAttribute('aria-valuenow', '5');
    const said = spoken.length;
    await user.click(panel.getByRole('button', { name: 'One person fewer in each room' }));
    expect(rooms()).toHaveLength(5);
    expect(spoken.slice(said)).toEqual(['5 rooms, 4 people each.']);
    expect(state().plan.seats.size).toBe(20);
    await user.click(
      within(screen.getByRole('region', { name: 'Breakout rooms' })).getAllByRole('button', {
        name: 'Undo',
      })[0] as HTMLElement,
    );
    expect(rooms()).toHaveLength(4);
  });

  it('that do not come out even are said as they come out', async () => {
    const user = userEvent.setup();
    const { rooms } = await plan(names(19), { maxActiveTalkers: 16 });
    const panel = await openOptions(user);
    const each = panel.getByRole('spinbutton', { name: 'People in each room' });
    await user.clear(each);
    await user.type(each, '8{Enter}');
    expect(rooms()).toHaveLength(3);
    expect(each).toHaveAttribute('aria-valuenow', '8');
    expect(panel.getByText('3 rooms, 6–7 people each.')).toBeVisible();
  });

  it('so few that there would be too many rooms are not taken, and the limit is the reason', async () => {
    const user = userEvent.setup();
    const { rooms } = await plan(names(20));
    const panel = await openOptions(user);
    const each = panel.getByRole('spinbutton', { name: 'People in each room' });
    await user.clear(each);
    await user.type(each, '1{Enter}');
    expect(rooms()).toHaveLength(10);
    expect(each).toHaveAttribute('aria-valuenow', '2');
    expect(panel.getByRole('button', { name: 'One person fewer in each room' })).toHaveAccessibleDescription(
      '10 rooms is the limit.',
    );
  });

  it('are left as they are by an empty field and by letters', async () => {
    const user = userEvent.setup();
    const { rooms } = await plan(names(20));
    const panel = await openOptions(user);
    for (const name of ['People in each room', 'Number of rooms', 'Seats in each room']) {
      const field = panel.getByRole('spinbutton', { name });
      await user.clear(field);
      await user.tab();
      await user.type(field, 'many{Enter}');
    }
    expect(rooms()).toHaveLength(4);
  });
});

describe('seats', () => {
  it('are as many as the service allows until somebody says fewer', async () => {
    const user = userEvent.setup();
    const { state, spoken } = await plan(names(8), { maxActiveTalkers: 7 });
    const panel = await openOptions(user);
    expect(panel.getByText('As many as the service allows: 6.')).toBeVisible();
    const more = panel.getAllByRole('button', { name: 'One seat more' })[0];
    expect(more).toHaveAccessibleDescription('The service allows 6 seats in a room.');
    await user.click(panel.getAllByRole('button', { name: 'One seat fewer' })[0] as HTMLElement);
    expect(state().plan.capacity).toBe(5);
    expect(spoken.at(-1)).toBe('5 seats in each room.');
    expect(button('Undo: the seats in each room')).toBeVisible();
    await user.click(panel.getByRole('button', { name: 'As many as the service allows' }));
    expect(state().plan.capacity).toBeNull();
  });

  it('of one room are set from the menu of the room, and the focus is on them', async () => {
    const user = userEvent.setup();
    const { state, spoken, rooms } = await plan(names(8));
    await user.click(button('Options for Room 2'));
    await user.click(screen.getByRole('menuitem', { name: 'Seats in this room' }));
    const field = await screen.findByRole('spinbutton', { name: 'Seats in Room 2' });
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard('{ArrowDown}');
    expect(state().plan.rooms[1]?.capacity).toBe(6);
    expect(spoken.at(-1)).toBe('6 seats in Room 2.');
    expect(button('Undo: the seats in Room 2')).toBeVisible();
    await user.click(button('Same as the others: Room 2'));
    expect(state().plan.rooms[1]?.capacity).toBeNull();
    expect(field).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(button('Options for Room 2')).toHaveFocus();
    expect(rooms()).toHaveLength(2);
  });

  it('fewer than the locked people block the opening, with the way out beside it', async () => {
    const user = userEvent.setup();
    const { state, does, session, seatedIn } = await plan(names(8));
    await does(() => session.actions.setLocked({ people: seatedIn(1), on: true }));
    const panel = await openOptions(user);
    const seats = panel.getByRole('spinbutton', { name: 'Seats in each room' });
    await user.clear(seats);
    await user.type(seats, '0{Enter}');
    expect(state().plan.capacity).toBe(1);
    expect(panel.getByText('2 rooms have more people than seats')).toBeVisible();
    expect(screen.getByText('Room 1 is over by 3, and people in it are locked')).toBeVisible();
    expect(button('Unlock them')).toBeVisible();
    expect(state().plan.seats.size).toBe(8);
  });
});

describe('rules', () => {
  it('are made by keyboard alone, from the names that are typed', async () => {
    const user = userEvent.setup();
    const { state, spoken } = await plan(names(8));
    const panel = await openOptions(user);
    panel.getByRole('button', { name: 'Add a rule' }).focus();
    await user.keyboard('{Enter}');
    expect(panel.getByRole('searchbox', { name: 'Find people' })).toHaveFocus();
    await user.keyboard('pri{Enter}oma{Enter}');
    expect(
      within(panel.getByRole('list', { name: 'People of the rule' })).getAllByRole('listitem'),
    ).toHaveLength(2);
    panel.getByRole('button', { name: 'Add rule' }).focus();
    await user.keyboard('{Enter}');
    expect(state().plan.rules.together).toEqual([['priya', 'omar']]);
    expect(panel.getByText('Keep together: Priya Example and Omar Example')).toBeVisible();
    expect(panel.getByRole('button', { name: 'Add a rule' })).toHaveFocus();
    expect(spoken.at(-1)).toMatch(/^Priya Example and Omar Example stay together/u);
    expect(button('Undo: keep Priya Example and Omar Example together')).toBeVisible();
  });

  it('need two people: until then the button says so, and Escape gives the rule up', async () => {
    const user = userEvent.setup();
    const { state } = await plan(names(8));
    const panel = await openOptions(user);
    await user.click(panel.getByRole('button', { name: 'Add a rule' }));
    await user.keyboard('pri{Enter}');
    expect(panel.getByRole('button', { name: 'Add rule' })).toHaveAccessibleDescription(
      'Choose two people or more.',
    );
    await user.keyboard('xyz');
    expect(panel.getByText('Nobody by that name.')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(panel.getByRole('searchbox')).toHaveValue('');
    await user.keyboard('{Escape}');
    expect(panel.getByRole('button', { name: 'Add a rule' })).toHaveFocus();
    expect(state().plan.rules.together).toEqual([]);
    expect(state().past).toEqual([]);
  });

  it('for the selected people come from their menu, with the same words', async () => {
    const user = userEvent.setup();
    const { state, spoken, seatedIn } = await plan(names(8));
    const [first = '', second = ''] = seatedIn(1);
    for (const key of [first, second]) {
      const name = state().people.get(key)?.name ?? '';
      await user.click(within(screen.getByRole('region', { name: 'Room 1' })).getByRole('button', { name }));
    }
    await user.click(button('Move 2 people to…'));
    await user.click(screen.getByRole('menuitem', { name: 'Keep apart' }));
    expect(state().plan.rules.apart.map((group) => new Set(group))).toEqual([new Set([first, second])]);
    expect(spoken.at(-1)).toMatch(/ stay apart from the next split on\.$/u);
  });

  it('that are broken are marked at the people, named as a warning, and mended by another split', async () => {
    const user = userEvent.setup();
    const { state, does, session, seatedIn } = await plan(names(8));
    const [first = '', second = ''] = seatedIn(1);
    const nameOf = (key: string) => state().people.get(key)?.name ?? '';
    await does(() => session.actions.setRules({ apart: [[first, second]] }));
    const room = within(screen.getByRole('region', { name: 'Room 1' }));
    expect(
      room.getByRole('button', {
        name: new RegExp(`^${nameOf(first)}.*should not share a room with ${nameOf(second)}`, 'u'),
      }),
    ).toBeVisible();
    expect(screen.getByText(`${nameOf(first)} and ${nameOf(second)} should not share Room 1`)).toBeVisible();
    const panel = await openOptions(user);
    expect(panel.getByText('Some share a room.')).toBeVisible();
    await user.click(panel.getByRole('button', { name: 'Split again' }));
    expect(state().plan.seats.get(first)).not.toBe(state().plan.seats.get(second));
    expect(panel.queryByText('Some share a room.')).toBeNull();
    expect(screen.queryByText(/should not share/u)).toBeNull();
  });

  it('that contradict each other are named, and the warning leads to them', async () => {
    const user = userEvent.setup();
    const { does, session, state, spoken } = await plan(names(8));
    await does(() => session.actions.setRules({ together: [['priya', 'omar']], apart: [['omar', 'priya']] }));
    await user.click(button('Show rules'));
    const panel = within(screen.getByRole('region', { name: 'Options' }));
    await waitFor(() => expect(panel.getByRole('heading', { name: 'Rules' })).toHaveFocus());
    expect(
      panel.getByText(
        'Omar Example and Priya Example cannot be both together and apart. Remove one of the rules.',
      ),
    ).toBeVisible();
    await user.click(
      panel.getByRole('button', { name: 'Remove Keep apart: Omar Example and Priya Example' }),
    );
    expect(state().plan.rules.apart).toEqual([]);
    expect(spoken.at(-1)).toBe('Rule removed.');
    expect(
      panel.getByRole('button', { name: 'Remove Keep together: Priya Example and Omar Example' }),
    ).toHaveFocus();
    expect(panel.queryByText(/cannot be both/u)).toBeNull();
    await user.keyboard('{Enter}');
    expect(panel.getByRole('button', { name: 'Add a rule' })).toHaveFocus();
    expect(button('Undo: a rule that was removed')).toBeVisible();
  });

  it('about more people than a room has seats, or than there are rooms, say so', async () => {
    const user = userEvent.setup();
    const { does, session } = await plan(names(12), { maxActiveTalkers: 5 });
    await does(() => session.actions.setRoomCount(3));
    const keys = ['priya', 'omar', 'grace', 'lucas', 'jonas'];
    await does(() => session.actions.setRules({ together: [keys] }));
    const panel = await openOptions(user);
    expect(panel.getByText('5 people do not fit in a room of 4.')).toBeVisible();
    await does(() => session.actions.setRules({ together: [], apart: [keys] }));
    expect(panel.getByText('5 people cannot each have their own of 3 rooms.')).toBeVisible();
  });

  it('wait for people who have left', async () => {
    const user = userEvent.setup();
    const { does, session, leave } = await plan(names(8));
    await does(() => session.actions.setRules({ together: [['priya', 'omar', 'grace']] }));
    await leave('grace');
    const panel = await openOptions(user);
    expect(
      panel.getByText('Keep together: Priya Example, Omar Example and 1 person who is not here'),
    ).toBeVisible();
  });

  it('said twice are said once', async () => {
    const user = userEvent.setup();
    const { does, session, state, spoken } = await plan(names(8));
    await does(() => session.actions.setRules({ together: [['priya', 'omar']] }));
    const steps = state().past.length;
    const panel = await openOptions(user);
    await user.click(panel.getByRole('button', { name: 'Add a rule' }));
    await user.keyboard('oma{Enter}pri{Enter}');
    await user.click(panel.getByRole('button', { name: 'Add rule' }));
    expect(spoken.at(-1)).toBe('There is this rule already.');
    expect(state().past).toHaveLength(steps);
  });

  it('want a lead in each room: rooms without one are named until they have one', async () => {
    const user = userEvent.setup();
    const { does, session, seatedIn, spoken } = await plan(names(8));
    const panel = await openOptions(user);
    const lead = panel.getByRole('switch', { name: 'One lead in each room' });
    expect(lead).toHaveAttribute('aria-checked', 'false');
    lead.focus();
    await user.keyboard(' ');
    expect(lead).toHaveAttribute('aria-checked', 'true');
    expect(spoken.at(-1)).toBe('Each room is to have a lead.');
    expect(panel.getByText(/^2 rooms have no lead/u)).toBeVisible();
    await does(() => session.actions.setLead({ people: [seatedIn(1)[0] ?? ''], on: true }));
    expect(panel.getByText(/^1 room has no lead/u)).toBeVisible();
    await does(() => session.actions.setLead({ people: [seatedIn(2)[0] ?? ''], on: true }));
    expect(panel.queryByText(/no lead/u)).toBeNull();
  });
});
