import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RoomPlanner } from '../../../src/components/planner/RoomPlanner.js';
import { pool } from '../../../src/state/view/plan.js';
import { moderator, names, type Moderator } from '../moderator.js';

/** Two rooms of six: Lucas (locked) and Jonas in the first, Maria in the second; Priya, Omar, Grace have none. */
async function planning(options: Partial<Parameters<typeof moderator>[1]> = {}): Promise<Moderator> {
  const plan = await moderator(<RoomPlanner />, { others: names(6), ...options });
  const { actions } = plan.session;
  await plan.does(() => {
    actions.setSplit('hand');
    actions.setRoomCount(2);
    actions.movePeople({ people: [...plan.state().plan.seats.keys()], to: 'none' });
    const [one = '', two = ''] = plan.rooms();
    actions.renameRoom({ roomKey: one, name: 'Pricing' });
    actions.movePeople({ people: ['lucas', 'jonas'], to: one });
    actions.movePeople({ people: ['maria'], to: two });
    actions.setLocked({ people: ['lucas'], on: true });
  });
  return plan;
}

const group = (name: RegExp) => screen.getByRole('group', { name });
const card = (name: string) => screen.getByRole('region', { name });
const namesIn = (place: HTMLElement) =>
  within(place)
    .queryAllByRole('row')
    .map((row) =>
      [...row.querySelectorAll('.brk-chip-main > :is(.brk-name, .brk-chip-tag)')]
        .map(({ textContent }) => textContent)
        .join(' '),
    );
const person = (place: HTMLElement, name: string) =>
  within(place)
    .getAllByRole('row')
    .find((row) => row.textContent.includes(name)) as HTMLElement;
const news = ({ spoken }: Moderator) => spoken.filter((sentence) => /joined|left/.test(sentence));

describe('people who come while rooms are planned', () => {
  it('wait in "Not assigned" with a badge, and the draft stays as it is', async () => {
    const plan = await planning();
    const before = plan.state();
    await plan.join('Yusuf Demir');
    expect(namesIn(group(/^Not assigned/)).at(-1)).toContain('Yusuf Demir');
    expect(within(person(group(/^Not assigned/), 'Yusuf')).getByText('Just joined')).toBeVisible();
    expect(within(group(/^Not assigned/)).getAllByText('Just joined')).toHaveLength(1);
    expect(plan.state().plan).toBe(before.plan);
    expect(plan.state().past).toBe(before.past);
  });

  it('are said in one sentence, however many come at once, and one by name', async () => {
    const plan = await planning();
    await plan.does(() => {
      for (const name of ['Yusuf Demir', 'Ingrid Solberg', 'Tomas Novak'])
        plan.meeting.join({ id: name, userRef: name, name });
    });
    await plan.pass(400);
    expect(news(plan)).toEqual(['3 people joined.']);
    await plan.join('Zoe Zimmer');
    expect(news(plan)).toHaveLength(1);
    await plan.pass(2500);
    expect(news(plan)).toEqual(['3 people joined.', 'Zoe Zimmer joined.']);
  });

  it('lose the badge with their first seat, and undo does not give it back', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    await plan.join('Yusuf Demir');
    await plan.does(() => plan.session.actions.movePeople({ people: ['yusuf'], to: plan.rooms()[1] ?? '' }));
    expect(within(card('Room 2')).queryByText('Just joined')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(namesIn(group(/^Not assigned/))).toContain('Yusuf Demir');
    expect(screen.queryByText('Just joined')).toBeNull();
  });

  it('stay in the main room when they moderate', async () => {
    const plan = await planning();
    await plan.does(() =>
      plan.meeting.join({ id: 'tom', userRef: 'tom', name: 'Tom Becker', role: 'moderator' }),
    );
    expect(namesIn(group(/^Staying in main room/))).toEqual(['Ana Ruiz', 'Tom Becker']);
    expect(namesIn(group(/^Not assigned/))).toHaveLength(3);
    await plan.does(() => plan.session.actions.placeRemaining());
    expect(plan.state().plan.seats.has('tom')).toBe(false);
  });

  it('are told apart from somebody of the same name, everywhere they are named', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    await plan.does(() => plan.meeting.join({ id: 'maria-2', userRef: 'maria-2', name: 'Maria Example' }));
    // In the card, where it was "Maria Example" alone until now, and in the rail.
    expect(namesIn(card('Room 2'))).toEqual(['Maria Example (1)']);
    expect(namesIn(group(/^Not assigned/)).at(-1)).toBe('Maria Example (2)');
    expect(screen.getByText('2 people are called Maria Example')).toBeVisible();
    await user.type(screen.getByRole('searchbox'), 'maria');
    expect(namesIn(group(/^People$/))).toEqual(['Maria Example (2)', 'Maria Example (1)']);
    await user.click(screen.getAllByRole('button', { name: 'Move Maria Example (2) to…' })[0] as HTMLElement);
    expect(screen.getByRole('menu', { name: 'Move Maria Example (2) to…' })).toBeVisible();
    await user.click(screen.getByRole('menuitem', { name: /Pricing/ }));
    expect(screen.getByText('Maria Example (2) moved to Pricing.')).toBeVisible();
    expect(plan.spoken.at(-1)).toBe('Maria Example (2) moved from Not assigned to Pricing, 3 of 7.');
    await user.click(screen.getByRole('button', { name: 'Add people to Pricing' }));
    expect(screen.getByRole('menu')).toHaveTextContent('Priya Example');
    await plan.leave('maria');
    expect(namesIn(card('Room 1: Pricing')).at(-1)).toBe('Maria Example');
  });
});

describe('people who leave while rooms are planned', () => {
  it('go from their room, are said, and everybody else keeps seat, name and lock', async () => {
    const plan = await planning();
    const { past } = plan.state();
    await plan.leave('jonas');
    await plan.pass(400);
    expect(namesIn(card('Room 1: Pricing'))).toHaveLength(1);
    expect(card('Room 1: Pricing')).toHaveTextContent('1/7');
    expect(plan.state().plan.locked.has('lucas')).toBe(true);
    expect(plan.state().past).toBe(past);
    expect(news(plan)).toEqual(['Jonas Example left.']);
  });

  it('and come back within the same breath are no news', async () => {
    const plan = await planning();
    await plan.does(() => {
      plan.meeting.leave('jonas');
      plan.meeting.join({ id: 'jonas-2', userRef: 'jonas', name: 'Jonas Example' });
    });
    await plan.pass(3000);
    expect(namesIn(card('Room 1: Pricing'))).toHaveLength(2);
    expect(news(plan)).toEqual([]);
  });

  it('find seat and lock again when they come back, without the badge of a newcomer, under today’s name', async () => {
    const plan = await planning();
    await plan.leave('lucas');
    await plan.pass(120_000);
    expect(namesIn(card('Room 1: Pricing'))).toEqual(['Jonas Example']);
    await plan.does(() => plan.meeting.join({ id: 'again', userRef: 'lucas', name: 'Lucas Moreau' }));
    const back = person(card('Room 1: Pricing'), 'Lucas Moreau');
    expect(within(back).getByText(/Stays in this room/)).toBeInTheDocument();
    expect(screen.queryByText('Just joined')).toBeNull();
    expect(screen.queryByText('Lucas Example')).toBeNull();
  });

  it('are not seated as ghosts by an undo: nobody is counted, warned of or invited who is not there', async () => {
    const user = userEvent.setup();
    const plan = await planning({ maxActiveTalkers: 3 });
    await plan.does(() =>
      plan.session.actions.movePeople({ people: ['lucas', 'jonas', 'maria'], to: plan.rooms()[0] ?? '' }),
    );
    expect(screen.getByText('Room 1 is over by 1')).toBeVisible();
    await plan.does(() => plan.session.actions.movePeople({ people: ['jonas'], to: 'none' }));
    await plan.leave('jonas');
    await user.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(namesIn(card('Room 1: Pricing'))).toHaveLength(2);
    expect(screen.queryByText('Room 1 is over by 1')).toBeNull();
    expect(pool(plan.state()).seated).not.toContain('jonas');
    await plan.does(() => plan.session.actions.placeRemaining());
    expect(namesIn(card('Room 1: Pricing'))).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Open 2 rooms' }));
    await plan.pass(2000);
    const asked = [...plan.state().people.values()].filter(({ place }) => place.at !== 'main');
    expect(asked).toHaveLength(4);
    expect(asked.map(({ key }) => key)).toEqual(expect.arrayContaining(['lucas', 'maria']));
    expect(plan.state().notices).toEqual([]);
  });

  it('are taken out of the selection, which is about those who are there', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    for (const name of ['Priya', 'Omar'])
      await user.click(within(person(group(/^Not assigned/), name)).getAllByRole('button')[0] as HTMLElement);
    await plan.leave('priya');
    expect(screen.getByRole('button', { name: 'Move 1 person to…' })).toBeVisible();
    await plan.does(() => plan.meeting.join({ id: 'p2', userRef: 'priya', name: 'Priya Example' }));
    expect(person(group(/^Not assigned/), 'Priya')).toHaveAttribute('aria-selected', 'false');
    await plan.leave('omar');
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('close their open menu in words, said once, and the focus goes to the next person', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    await user.click(screen.getAllByRole('button', { name: 'Move Priya Example to…' })[0] as HTMLElement);
    expect(screen.getByRole('menu')).toBeVisible();
    await plan.leave('priya');
    await plan.pass(400);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(news(plan)).toEqual(['Move cancelled. Priya Example has left.']);
    expect(person(group(/^Not assigned/), 'Omar')).toContainElement(document.activeElement as HTMLElement);
  });

  it('with the focus on them hand it to the next person, and from the last to the heading', async () => {
    const plan = await planning();
    const focusOf = (name: string) =>
      act(() =>
        within(person(group(/^Not assigned/), name))
          .getAllByRole('button')[0]
          ?.focus(),
      );
    focusOf('Priya');
    await plan.leave('priya');
    expect(person(group(/^Not assigned/), 'Omar')).toContainElement(document.activeElement as HTMLElement);
    await plan.leave('omar');
    await plan.leave('grace');
    expect(screen.getByRole('heading', { name: /^Not assigned/ })).toHaveFocus();
  });

  it('while a room is being named, the name that is being typed stays', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    await user.click(screen.getByRole('button', { name: 'Rename Pricing' }));
    const field = screen.getByRole('textbox', { name: 'Rename Pricing' });
    await user.clear(field);
    await user.type(field, 'Prices of');
    await plan.leave('jonas');
    await plan.join('Yusuf Demir');
    expect(field).toHaveFocus();
    await user.type(field, ' 2027{Enter}');
    expect(plan.state().plan.rooms[0]?.name).toBe('Prices of 2027');
  });
});
