import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RoomPlanner } from '../../../src/components/planner/RoomPlanner.js';
import { moderator, names } from '../moderator.js';

describe('opening the planner', () => {
  it('a planner that opens on an empty draft proposes an even split of everybody', async () => {
    const { state, rooms } = await moderator(<RoomPlanner />, { others: names(20) });
    expect(rooms()).toHaveLength(4);
    expect(state().plan.seats.size).toBe(20);
    expect(state().plan.seats.has('ana')).toBe(false);
    const sizes = rooms().map(
      (room) => [...state().plan.seats.values()].filter((seat) => seat === room).length,
    );
    expect(sizes).toEqual([5, 5, 5, 5]);
    expect(screen.getByText('5 people each')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Room 1' })).toBeVisible();
  });

  it('a draft that is there already is shown as it is', async () => {
    const plan = await moderator(<RoomPlanner />, { others: names(6) });
    const before = plan.state().plan;
    await plan.pass(1000);
    expect(plan.state().plan).toBe(before);
  });

  it('people who come while a planner waits for somebody to split are split at once', async () => {
    const plan = await moderator(<RoomPlanner />, { others: [] });
    expect(screen.getByRole('heading', { name: 'Nobody to split yet' })).toBeVisible();
    await plan.join('Priya Example');
    expect(screen.getByRole('heading', { name: 'Nobody to split yet' })).toBeVisible();
    await plan.join('Omar Example');
    expect(screen.queryByRole('heading', { name: 'Nobody to split yet' })).toBeNull();
    expect(plan.state().plan.seats.size).toBe(2);
  });

  it('a moderator who is alone can set up rooms; who joins then is not assigned', async () => {
    const user = userEvent.setup();
    const plan = await moderator(<RoomPlanner />, { others: [] });
    await user.click(screen.getByRole('button', { name: 'Set up rooms' }));
    expect(plan.rooms()).toHaveLength(4);
    await plan.join('Priya Example');
    const group = screen.getByRole('group', { name: /^Not assigned/ });
    expect(within(group).getByRole('button', { name: 'Priya Example' })).toBeVisible();
  });

  it('a lecture has no planner, and says why', async () => {
    const plan = await moderator(<RoomPlanner />, { others: names(4), mode: 'lecture' });
    expect(screen.getByRole('heading', { name: 'Not available in lecture mode' })).toBeVisible();
    expect(plan.rooms()).toHaveLength(0);
    await plan.does(() => plan.meeting.setMode('group'));
    expect(screen.getByRole('heading', { name: 'Breakout rooms' })).toBeVisible();
  });

  it('20 people are in 4 random even rooms after at most 3 clicks', async () => {
    const user = userEvent.setup();
    let clicks = 0;
    const click = async (name: string) => {
      clicks += 1;
      await user.click(screen.getByRole('button', { name }));
    };
    const plan = await moderator(<RoomPlanner />, {
      others: names(20),
      scripts: Object.fromEntries(
        names(20).map((name) => [name.split(' ')[0]?.toLowerCase() ?? '', 'accepts' as const]),
      ),
    });
    await click('Open 4 rooms');
    await plan.pass(1000);
    expect(clicks).toBeLessThanOrEqual(3);
    expect(plan.state().round.phase).toBe('open');
    expect(plan.meeting.rooms().map((room) => room.members.length)).toEqual([5, 5, 5, 5]);
  });

  it('the same from another number of rooms: plus, minus and typing redraw the split', async () => {
    const user = userEvent.setup();
    const plan = await moderator(<RoomPlanner />, { others: names(12) });
    expect(plan.rooms()).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'One room more' }));
    expect(plan.rooms()).toHaveLength(4);
    expect([1, 2, 3, 4].map((room) => plan.seatedIn(room).length)).toEqual([3, 3, 3, 3]);
    const field = screen.getByRole('spinbutton', { name: 'Number of rooms' });
    await user.clear(field);
    await user.type(field, '2{Enter}');
    expect([1, 2].map((room) => plan.seatedIn(room).length)).toEqual([6, 6]);
    await user.click(screen.getByRole('button', { name: 'Open 2 rooms' }));
    await plan.pass(500);
    expect(plan.state().round.phase).toBe('open');
  });

  it('what blocks opening gets the focus with its reason, and is mended beside it', async () => {
    const user = userEvent.setup();
    const plan = await moderator(<RoomPlanner />, { others: names(12), maxActiveTalkers: 5 });
    await plan.does(() => plan.session.actions.setRoomCount(3));
    const [first = ''] = plan.rooms();
    await plan.does(() => plan.session.actions.movePeople({ people: plan.seatedIn(2), to: first }));
    expect(screen.getByText(/over by 4/, { selector: '.brk-count span' })).toBeVisible();
    const open = screen.getByRole('button', { name: 'Open 3 rooms' });
    expect(open).toHaveAccessibleDescription('Room 1 is over by 4. Mend this first.');
    await user.click(open);
    expect(plan.state().round.phase).toBe('draft');
    expect(screen.getByRole('button', { name: 'Fix' })).toHaveFocus();
    expect(plan.spoken.at(-1)).toBe('Room 1 is over by 4. Mend this first.');
    await user.keyboard('{Enter}');
    expect(plan.seatedIn(1)).toHaveLength(4);
    expect(document.activeElement).not.toBe(document.body);
    await user.click(screen.getByRole('button', { name: 'Open 3 rooms' }));
    await plan.pass(500);
    expect(plan.state().round.phase).toBe('open');
  });

  it('people without a seat, an empty room and twins are named beside their remedy', async () => {
    const user = userEvent.setup();
    const plan = await moderator(<RoomPlanner />, { others: [...names(7), 'Priya Example'] });
    const list = () => screen.getByRole('list', { name: 'Before you open' });
    expect(within(list()).getByText('2 people are called Priya Example')).toBeVisible();
    await plan.does(() => plan.session.actions.movePeople({ people: plan.seatedIn(2), to: 'none' }));
    expect(within(list()).getByText('4 people not assigned')).toBeVisible();
    expect(within(list()).getByText('Room 2 is empty')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove it' }));
    expect(plan.rooms()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Place them' }));
    expect(plan.state().plan.seats.size).toBe(7);
    expect(within(list()).getByText('1 person stay in the main room: no seats are left')).toBeVisible();
  });

  it('where the service refuses to make the rooms, the planner says so beside "Try again"', async () => {
    const user = userEvent.setup();
    const plan = await moderator(<RoomPlanner />, {
      others: names(6),
      faults: { kind: 'refused', call: 'create', code: 1725, times: 1 },
    });
    await user.click(screen.getByRole('button', { name: /^Open/ }));
    await plan.pass(16_000);
    expect(plan.state().round.phase).toBe('draft');
    const list = screen.getByRole('list', { name: 'What went wrong' });
    await user.click(within(list).getByRole('button', { name: 'Try again' }));
    await plan.pass(500);
    expect(plan.state().round.phase).toBe('open');
  });

  it('ten rooms is the limit: it says how many people fit, and offers the smallest rooms that hold them', async () => {
    const user = userEvent.setup();
    const plan = await moderator(<RoomPlanner />, { others: names(20) });
    await plan.does(() => plan.session.actions.setRoomCount(10));
    expect(screen.getByRole('heading', { name: '10 rooms is the limit' })).toBeVisible();
    expect(
      screen.getByText('One meeting can hold 10 breakout rooms. 20 people fit with 2 seats in each.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Add a room' })).toBeNull();
    expect(screen.getByRole('button', { name: 'One room more' })).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('button', { name: 'Use 10 rooms of 2' }));
    expect(plan.state().plan.capacity).toBe(2);
    expect(screen.queryByRole('button', { name: 'Use 10 rooms of 2' })).toBeNull();
  });

  it('its root takes a class, a style, a ref and attributes beside its own', async () => {
    const roots: (HTMLElement | null)[] = [];
    await moderator(
      <RoomPlanner
        className="host"
        style={{ marginTop: 4 }}
        data-host="yes"
        ref={(element) => void roots.push(element)}
      />,
      { others: names(2) },
    );
    const [root] = roots;
    expect(root).toHaveClass('brk', 'brk-planner', 'host');
    expect(root).toHaveStyle({ marginTop: '4px' });
    expect(root).toHaveAttribute('data-host', 'yes');
  });
});
