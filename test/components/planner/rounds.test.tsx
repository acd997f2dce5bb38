import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { BreakoutKit } from '../../../src/components/kit/BreakoutKit.js';
import { RoomPlanner } from '../../../src/components/planner/RoomPlanner.js';
import { idOf, moderator, names, type Moderator, type ModeratorOptions } from '../moderator.js';

const planner = (
  <StrictMode>
    <RoomPlanner />
  </StrictMode>
);
const everyoneComes = (others: readonly string[]): ModeratorOptions => ({
  others,
  maxActiveTalkers: 5,
  scripts: Object.fromEntries(others.map((name) => [idOf(name), 'accepts' as const])),
});
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const rounds = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(button('Options'));
  return within(await screen.findByRole('group', { name: 'Rounds' }));
};
/** Opens the rooms, lets everybody come, and closes them. */
async function hold({ session, meeting, state, does, pass }: Moderator) {
  await does(() => void session.actions.openRooms());
  await pass(3000);
  await does(() => void session.actions.closeNow());
  // Their applications have no kit: each comes back by themselves.
  await does(() => {
    for (const key of state().plan.seats.keys()) meeting.person(key).breakoutRooms[0]?.disconnect?.();
  });
  await pass(5000);
}
const together = ({ state }: Moderator) => {
  const pairs = new Set<string>();
  const { seats } = state().plan;
  for (const [a, room] of seats)
    for (const [b, other] of seats) if (a < b && room === other) pairs.add(`${a} ${b}`);
  return pairs;
};

describe('rounds planned ahead', () => {
  it('are said as what comes of them, and the draft is the first of them', async () => {
    const user = userEvent.setup();
    const plan = await moderator(planner, { others: names(9), maxActiveTalkers: 4 });
    const group = await rounds(user);
    expect(screen.queryByText(/^Round 1/u)).toBeNull();
    const said = plan.spoken.length;
    await user.click(group.getByRole('button', { name: 'Plan 3 rounds' }));
    await waitFor(() => expect(plan.state().plan.ahead).toHaveLength(2));
    await waitFor(() => expect(plan.spoken.slice(said)).toEqual(['Nobody meets twice in 3 rounds.']));
    expect(screen.getAllByText('Round 1 of 3')).toHaveLength(2);
    expect(button('Undo: the rounds planned ahead')).toBeVisible();
    expect(group.getByRole('button', { name: 'Plan 3 rounds' })).toHaveFocus();
    await user.click(button('Undo: the rounds planned ahead'));
    expect(plan.state().plan.ahead).toHaveLength(0);
    expect(screen.queryByText('Round 1 of 3')).toBeNull();
  });

  it('that cannot be without repeats say how many pairs meet twice, and what is impossible', async () => {
    const user = userEvent.setup();
    const plan = await moderator(planner, { others: names(4), maxActiveTalkers: 3 });
    const group = await rounds(user);
    const count = group.getByRole('spinbutton', { name: 'Rounds planned ahead' });
    await user.clear(count);
    await user.type(count, '4{Enter}');
    await user.click(group.getByRole('button', { name: 'Plan 4 rounds' }));
    await waitFor(() =>
      expect(plan.spoken.at(-1)).toBe('2 pairs meet twice in 4 rounds. Fewer is not possible.'),
    );
  });

  it('are counted anew when somebody is moved by hand', async () => {
    const user = userEvent.setup();
    const plan = await moderator(planner, { others: names(4), maxActiveTalkers: 3 });
    const group = await rounds(user);
    await user.click(group.getByRole('button', { name: 'Plan 3 rounds' }));
    await waitFor(() => expect(group.getByText(/^Nobody meets twice/u)).toBeVisible());
    const [next] = plan.state().plan.ahead;
    await plan.does(() => plan.session.actions.replacePlan({ ...plan.state().plan, seats: new Map(next) }));
    expect(group.getByText('2 pairs meet twice in 3 rounds.')).toBeVisible();
  });

  it('are as few as two and as many as twenty; letters change nothing', async () => {
    const user = userEvent.setup();
    await moderator(planner, { others: names(6) });
    const group = await rounds(user);
    const count = group.getByRole('spinbutton', { name: 'Rounds planned ahead' });
    for (const [typed, shown] of [
      ['1', '2'],
      ['400', '20'],
      ['many', '20'],
    ] as const) {
      await user.clear(count);
      await user.type(count, `${typed}{Enter}`);
      expect(count).toHaveAttribute('aria-valuenow', shown);
    }
  });
});

describe('after a round', () => {
  it('people meet others: one press on the desk gives a draft in which nobody meets again', async () => {
    const user = userEvent.setup();
    const plan = await moderator(
      <StrictMode>
        <BreakoutKit />
      </StrictMode>,
      { ...everyoneComes(names(4)), maxActiveTalkers: 3 },
    );
    const before = together(plan);
    await hold(plan);
    expect(screen.getByRole('heading', { name: 'Everyone is back' })).toBeVisible();
    expect(screen.getByText('4 people, 2 rooms. Round 1.')).toBeVisible();
    await user.click(button('Meet new people'));
    await screen.findByRole('button', { name: 'Open 2 rooms' });
    expect([...together(plan)].filter((pair) => before.has(pair))).toEqual([]);
    await waitFor(() => expect(plan.spoken.at(-1)).toBe('Round 2. Nobody meets again.'));
    expect(screen.getByText('Round 2')).toBeVisible();
    expect(screen.getByText('Nobody meets again.')).toBeVisible();
  });

  it('the same groups sit again, and the draft says how many pairs have met', async () => {
    const user = userEvent.setup();
    const plan = await moderator(
      <StrictMode>
        <BreakoutKit />
      </StrictMode>,
      { ...everyoneComes(names(4)), maxActiveTalkers: 3 },
    );
    const before = together(plan);
    await hold(plan);
    await user.click(button('Same rooms again'));
    expect(together(plan)).toEqual(before);
    expect(screen.getByText('2 pairs meet again.')).toBeVisible();
    const group = await rounds(user);
    await user.click(group.getByRole('button', { name: 'Meet new people' }));
    await waitFor(() => expect(group.getByText('Nobody meets again.')).toBeVisible());
  });

  it('the next of the rounds planned ahead comes, and is counted as such', async () => {
    const user = userEvent.setup();
    const plan = await moderator(
      <StrictMode>
        <BreakoutKit />
      </StrictMode>,
      { ...everyoneComes(names(4)), maxActiveTalkers: 3 },
    );
    await plan.does(() => void plan.session.actions.planRounds({ rounds: 3 }));
    await waitFor(() => expect(plan.state().plan.ahead).toHaveLength(2));
    const [next] = plan.state().plan.ahead;
    await hold(plan);
    expect(screen.getByText('4 people, 2 rooms. Round 1 of 3.')).toBeVisible();
    await user.click(button('Meet new people'));
    expect(await screen.findByText('Round 2 of 3')).toBeVisible();
    expect(new Map(plan.state().plan.seats)).toEqual(new Map(next));
    await plan.does(() => void plan.session.actions.openRooms());
    await plan.pass(3000);
    expect(screen.getByText('Open, round 2 of 3')).toBeVisible();
  });
});
