import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { LiveDesk } from '../../../src/components/desk/LiveDesk.js';
import { moderator, names, type Moderator, type ModeratorOptions } from '../moderator.js';

/** Six people in two rooms: Priya, Omar, Grace in Pricing; Lucas, Jonas, Maria in Room 2. Everybody is asked. */
async function openDesk(
  scripts: ModeratorOptions['scripts'] = {},
  options: Partial<ModeratorOptions> = {},
): Promise<Moderator> {
  const desk = await moderator(<LiveDesk />, { others: names(6), scripts, ...options });
  const { actions } = desk.session;
  await desk.does(() => {
    actions.setRoomCount(2);
    const [one = '', two = ''] = desk.rooms();
    actions.renameRoom({ roomKey: one, name: 'Pricing' });
    actions.movePeople({ people: ['priya', 'omar', 'grace'], to: one });
    actions.movePeople({ people: ['lucas', 'jonas', 'maria'], to: two });
  });
  await desk.does(() => void actions.openRooms());
  await desk.pass(200);
  return desk;
}

const steps = () =>
  within(screen.getByRole('group', { name: 'Where everyone is' }))
    .getAllByRole('button')
    .map((button) => button.textContent);
const sum = () => steps().reduce((all, step) => all + Number(/\d+/.exec(step)?.[0] ?? 0), 0);
const card = (name: string) => screen.getByRole('region', { name });

describe('the live desk', () => {
  it('before any rooms are open it says so', async () => {
    await moderator(<LiveDesk />, { others: names(3) });
    expect(screen.getByRole('heading', { name: 'No rooms are open.' })).toBeVisible();
  });

  it('shows where everyone is, and the steps add up to the people', async () => {
    const desk = await openDesk({
      priya: 'accepts',
      omar: 'accepts',
      lucas: { does: 'declines', after: 1000 },
    });
    await desk.pass(2000);
    expect(steps()).toEqual([
      '2 In room',
      '0 Joining',
      '3 Invited',
      '0 No answer',
      '1 Declined',
      '1 In main',
    ]);
    expect(sum()).toBe(desk.state().people.size);
    expect(within(card('Room 1: Pricing')).getByText('2 of 3 in room')).toBeInTheDocument();
    expect(within(card('Room 2')).getByText('Declined')).toBeVisible();
    await desk.pass(60_000);
    expect(steps()).toEqual([
      '2 In room',
      '0 Joining',
      '0 Invited',
      '3 No answer',
      '1 Declined',
      '1 In main',
    ]);
    expect(sum()).toBe(desk.state().people.size);
  });

  it('people who dropped have a step of their own while there are any', async () => {
    const desk = await openDesk({ priya: 'ignores' });
    await desk.pass(1000);
    await desk.does(() => desk.meeting.person('priya').cutNetwork());
    await desk.pass(1000);
    expect(steps()).toContain('1 Reconnecting');
    expect(sum()).toBe(desk.state().people.size);
    expect(within(card('Room 1: Pricing')).getByText(/Reconnecting 0:5\d/)).toBeVisible();
  });

  it('a refused invitation is told beside the way to send it again; those people have a step until then', async () => {
    const user = userEvent.setup();
    const desk = await openDesk({}, { faults: { kind: 'refused', call: 'invite', code: 1734, times: 1 } });
    expect(steps()).toContain('3 Could not join');
    expect(sum()).toBe(desk.state().people.size);
    const room = screen
      .getAllByRole('region')
      .find((region) => region.textContent.includes('Could not join')) as HTMLElement;
    expect(
      within(room).getByText(
        'The service did not accept the number of people in a room. Choose another number.',
      ),
    ).toBeVisible();
    expect(desk.spoken).toContain('3 people could not join.');
    await user.click(within(room).getByRole('button', { name: /^Invite again \(3\)/ }));
    await desk.pass(500);
    expect(steps()).toContain('6 Invited');
    expect(
      screen.queryByText('The service did not accept the number of people in a room. Choose another number.'),
    ).toBeNull();
  });

  it('who is missing comes first, with a status in words and its age', async () => {
    const desk = await openDesk({ priya: 'accepts' });
    await desk.pass(12_000);
    const [missing, there] = within(card('Room 1: Pricing')).getAllByRole('grid');
    expect(missing).toHaveAccessibleName('Not yet in Pricing');
    expect(within(missing as HTMLElement).getAllByText(/^Invited 0:1[12]$/)).toHaveLength(2);
    expect(there).toHaveAccessibleName('People in Pricing');
    expect(within(there as HTMLElement).getByText('Priya Example')).toBeVisible();
    await desk.pass(3000);
    expect(within(missing as HTMLElement).getAllByText(/^Invited 0:1[45]$/)).toHaveLength(2);
  });

  it('what follows only from the invitation is marked as not confirmed', async () => {
    const desk = await openDesk({ priya: 'accepts' });
    await desk.pass(1000);
    expect(desk.state().people.get('priya')?.place).toMatchObject({ at: 'in-room', evidence: 'inferred' });
    const row = within(card('Room 1: Pricing'))
      .getAllByRole('row')
      .find((element) => element.textContent.includes('Priya'));
    expect(row).toHaveTextContent('(not confirmed)');
  });

  it('a step filters the cards, and a second press shows everybody again', async () => {
    const user = userEvent.setup();
    const desk = await openDesk({ priya: 'accepts', omar: 'accepts', grace: 'accepts' });
    await desk.pass(1000);
    const step = screen.getByRole('button', { name: /In room/ });
    await user.click(step);
    expect(step).toHaveAttribute('aria-pressed', 'true');
    expect(screen.queryByRole('region', { name: 'Room 2' })).toBeNull();
    expect(within(card('Room 1: Pricing')).getAllByRole('row')).toHaveLength(3);
    await user.click(step);
    expect(card('Room 2')).toBeVisible();
  });

  it('"Invite again" asks everybody of a room who did not answer or declined', async () => {
    const user = userEvent.setup();
    const desk = await openDesk({ lucas: 'declines' });
    await desk.pass(61_000);
    await user.click(screen.getByRole('button', { name: 'Invite again (3) to Room 2' }));
    await desk.pass(500);
    const status = (key: string) => desk.state().people.get(key)?.place.at;
    expect([status('jonas'), status('maria')]).toEqual(['invited', 'invited']);
    expect(desk.spoken).toContain('3 people invited again.');
    expect(status('priya')).toBe('no-answer');
  });

  it('one person is asked again from their menu', async () => {
    const user = userEvent.setup();
    const desk = await openDesk();
    await desk.pass(61_000);
    await user.click(screen.getByRole('button', { name: 'Move Omar Example to…' }));
    await user.click(screen.getByRole('menuitem', { name: 'Invite again' }));
    await desk.pass(500);
    expect(desk.state().people.get('omar')?.place.at).toBe('invited');
    expect(desk.state().people.get('grace')?.place.at).toBe('no-answer');
  });

  it('somebody is moved to another open room, and the move can be taken back', async () => {
    const user = userEvent.setup();
    const desk = await openDesk({ priya: 'accepts' });
    await desk.pass(1000);
    await user.click(screen.getByRole('button', { name: 'Move Omar Example to…' }));
    await user.click(screen.getByRole('menuitem', { name: /Room 2/ }));
    await desk.pass(500);
    expect(desk.seatedIn(2)).toContain('omar');
    expect(desk.spoken).toContain('Omar Example moved to Room 2.');
    const [undo] = screen.getAllByRole('button', { name: 'Undo' });
    await user.click(undo as HTMLElement);
    await desk.pass(500);
    expect(desk.seatedIn(1)).toContain('omar');
  });

  it('arrow keys go between people, M opens the menu, / finds somebody wherever they are', async () => {
    const user = userEvent.setup();
    const desk = await openDesk({ priya: 'accepts' });
    await desk.pass(1000);
    const missing = within(card('Room 2')).getByRole('grid');
    const [lucas, jonas] = within(missing)
      .getAllByRole('button')
      .filter((button) => button.matches('.brk-chip-main'));
    act(() => lucas?.focus());
    await user.keyboard('{ArrowDown}');
    expect(jonas).toHaveFocus();
    await user.keyboard('m');
    expect(screen.getByRole('menu', { name: 'Move Jonas Example to…' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(jonas).toHaveFocus();
    await user.keyboard('/pri');
    const found = screen.getByRole('grid', { name: 'Found' });
    expect(within(found).getAllByRole('row')).toHaveLength(1);
    expect(within(found).getByRole('img', { name: 'Room 1' })).toBeVisible();
  });

  it('a moderator visits a room', async () => {
    const user = userEvent.setup();
    const desk = await openDesk({ priya: 'accepts' });
    await desk.pass(1000);
    const [visit] = screen.getAllByRole('button', { name: 'Visit Pricing' });
    await user.click(visit as HTMLElement);
    await desk.pass(2000);
    expect(desk.state().self.at).toBe('in-room');
    expect(within(card('Room 1: Pricing')).getByText('You are here')).toBeVisible();
  });
});

describe('its root', () => {
  it('takes a class, a style, a ref and attributes beside its own', async () => {
    const roots: (HTMLElement | null)[] = [];
    await moderator(
      <LiveDesk
        className="host"
        style={{ marginTop: 4 }}
        data-host="yes"
        theme="dark"
        ref={(element) => void roots.push(element)}
      />,
      { others: names(2) },
    );
    const [root] = roots;
    expect(root).toHaveClass('brk', 'brk-desk', 'host');
    expect(root).toHaveStyle({ marginTop: '4px' });
    expect(root).toHaveAttribute('data-host', 'yes');
    expect(root).toHaveAttribute('data-theme', 'dark');
  });
});

describe('ending the rooms', () => {
  it('takes one press and the grace; it can be taken back', async () => {
    const user = userEvent.setup();
    const desk = await openDesk({ priya: 'accepts' });
    await desk.pass(1000);
    await user.click(screen.getByRole('button', { name: 'End rooms' }));
    expect(desk.state().round.phase).toBe('closing');
    expect(desk.spoken.at(-1)).toBe('Rooms close in 0:30.');
    expect(screen.getByRole('button', { name: 'Keep rooms open' })).toHaveFocus();
    await desk.pass(6000);
    expect(screen.getByText('0:24')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep rooms open' }));
    expect(desk.state().round.phase).toBe('open');
    expect(screen.queryByRole('button', { name: 'Close now' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'End rooms' }));
    await desk.pass(31_000);
    expect(desk.state().round.phase).toBe('closed');
  });

  it('"Close now" does not wait; those who are not back are named', async () => {
    const user = userEvent.setup();
    const desk = await openDesk({ priya: 'accepts', omar: 'accepts' });
    await desk.pass(1000);
    await user.click(screen.getByRole('button', { name: 'End rooms' }));
    expect(
      screen.getByText(/Ask Priya Example and Omar Example to return: they cannot be called back\./u),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close now' }));
    await desk.pass(500);
    expect(screen.getByText('4 of 6 people are back.')).toBeVisible();
    expect(
      screen.getByText('Ask Priya Example and Omar Example to return: they cannot be called back.'),
    ).toBeVisible();
    expect(screen.queryByText(/still on the way/u)).toBeNull();
    // Their application has no kit: only asking them helps, and no button pretends otherwise.
    expect(screen.queryByRole('button', { name: 'Bring back now' })).toBeNull();
    await desk.does(() => desk.meeting.person('priya').breakoutRooms[0]?.disconnect?.());
    await desk.does(() => desk.meeting.person('omar').breakoutRooms[0]?.disconnect?.());
    await desk.pass(4000);
    expect(screen.getByRole('heading', { name: 'Everyone is back' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Same rooms again' }));
    expect(desk.state().round.phase).toBe('draft');
    expect(new Set(desk.seatedIn(1))).toEqual(new Set(['priya', 'omar', 'grace']));
  });
});

describe('what others do', () => {
  it('is said merged: at most one sentence in two seconds', async () => {
    const desk = await openDesk({
      priya: { does: 'accepts', after: 1000 },
      omar: { does: 'accepts', after: 1000 },
      grace: { does: 'accepts', after: 1500 },
      lucas: { does: 'declines', after: 1600 },
    });
    const before = desk.spoken.length;
    await desk.pass(1300);
    await desk.pass(5000);
    const said = desk.spoken.slice(before);
    expect(said.length).toBeLessThanOrEqual(3);
    const all = said.join(' ');
    const joined = [...all.matchAll(/(\d) (?:person|people) joined Pricing\./g)].reduce(
      (count, [, number]) => count + Number(number),
      0,
    );
    expect(joined).toBe(3);
    expect(all).toContain('Lucas Example declined.');
  });
});
