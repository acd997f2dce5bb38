import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RoomPlanner } from '../../../src/components/planner/RoomPlanner.js';
import type { SessionOptions } from '../../../src/session/types.js';
import { moderator, type Moderator } from '../moderator.js';

const OTHERS = ['José Nadal', 'Jonas Weber', 'Maria Silva', 'Łucja Nowak', 'Omar Haddad', 'Grace Kim'];

/** Two rooms of three: Omar and Grace in the first; the others are not assigned. */
async function planning(session?: SessionOptions): Promise<Moderator> {
  const plan = await moderator(<RoomPlanner />, {
    others: OTHERS,
    maxActiveTalkers: 4,
    ...(session === undefined ? {} : { session }),
  });
  const { actions } = plan.session;
  await plan.does(() => {
    actions.setSplit('hand');
    actions.setRoomCount(2);
    actions.movePeople({ people: [...plan.state().plan.seats.keys()], to: 'none' });
    actions.movePeople({ people: ['omar', 'grace'], to: plan.rooms()[0] ?? '' });
    actions.setLocked({ people: ['grace'], on: true });
  });
  return plan;
}

const rail = () => screen.getByRole('group', { name: 'People' });
const shown = () =>
  within(rail())
    .queryAllByRole('row')
    .map((row) => row.querySelector('.brk-chip-main .brk-name')?.textContent ?? '');
const field = () => screen.getByRole('searchbox', { name: 'Find people' });
const heading = (name: RegExp) => within(rail()).getByRole('heading', { name });
const filterButton = () => screen.getByRole('button', { name: /^Filter people/ });
const filter = (name: string) => screen.getByRole('menuitemcheckbox', { name: new RegExp(`^${name}`) });
const heard = ({ spoken }: Moderator) => spoken.filter((sentence) => /found|shown/.test(sentence));

describe('finding people by name', () => {
  it('finds them wherever they sit, without accents, and says how many once the typing stops', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    await user.type(field(), 'jose');
    expect(shown()).toEqual(['José Nadal']);
    expect(heading(/^Not assigned/)).toHaveTextContent('Not assigned 1 of 4');
    expect(heading(/^In rooms/)).toHaveTextContent('In rooms 0 of 2');
    expect(heard(plan)).toEqual([]);
    await plan.pass(600);
    expect(heard(plan)).toEqual(['1 person found.']);
    await user.clear(field());
    await user.type(field(), 'haddad');
    expect(shown()).toEqual(['Omar Haddad']);
    await plan.pass(600);
    expect(heard(plan)).toEqual(['1 person found.', '1 person found.']);
  });

  it('finds them by the address that the application knows, which it is asked for once', async () => {
    const user = userEvent.setup();
    const asked: string[] = [];
    await planning({
      personInfo({ name }) {
        asked.push(name);
        return name === 'Grace Kim' ? { email: 'g.hopper@example.org' } : null;
      },
    });
    await user.type(field(), 'hopper@ex');
    expect(shown()).toEqual(['Grace Kim']);
    expect(asked.filter((name) => name === 'Grace Kim')).toHaveLength(1);
  });

  it('finds the moderator who stays in the main room', async () => {
    const user = userEvent.setup();
    await planning();
    await user.type(field(), 'ana ru');
    expect(shown()).toEqual(['Ana Ruiz']);
  });

  it('says that nobody has that name, and one press shows everybody again', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    await user.type(field(), 'zoe');
    expect(shown()).toEqual([]);
    expect(screen.getByText('Nobody by that name.')).toBeVisible();
    await plan.pass(600);
    expect(heard(plan)).toEqual(['Nobody found.']);
    await user.click(within(rail()).getAllByRole('button', { name: 'Show everybody' })[0] as HTMLElement);
    expect(shown()).toHaveLength(7);
    expect(field()).toHaveFocus();
    expect(field()).toHaveValue('');
    await plan.pass(600);
    expect(heard(plan)).toEqual(['Nobody found.', 'Everybody is shown: 7 people.']);
  });

  it('Escape empties the field and reaches nobody else', async () => {
    const user = userEvent.setup();
    await planning();
    let heardOutside = 0;
    const listen = () => (heardOutside += 1);
    document.body.addEventListener('keydown', listen);
    await user.type(field(), 'zoe');
    heardOutside = 0;
    await user.keyboard('{Escape}');
    document.body.removeEventListener('keydown', listen);
    expect(heardOutside).toBe(0);
    expect(shown()).toHaveLength(7);
  });

  it('/ goes to the field from a list of people, and is a letter in the field', async () => {
    const user = userEvent.setup();
    await planning();
    act(() => within(rail()).getAllByRole('row')[0]?.querySelector('button')?.focus());
    await user.keyboard('/');
    expect(field()).toHaveFocus();
    expect(field()).toHaveValue('');
    await user.keyboard('/');
    expect(field()).toHaveValue('/');
  });

  it('who comes in meanwhile is shown when the search fits them', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    await user.type(field(), 'jo');
    await plan.join('Joëlle Petit');
    await plan.join('Zoe Zimmer');
    expect(shown()).toEqual(['José Nadal', 'Jonas Weber', 'Joëlle Petit']);
  });
});

describe('showing kinds of people alone', () => {
  it('a menu counts each kind, stays open, and the button says how many are on', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    await plan.join('Yusuf Demir');
    await user.click(filterButton());
    expect(screen.getAllByRole('menuitemcheckbox').map((item) => item.textContent)).toEqual([
      'Not assigned5',
      'Just joined1',
      'Locked1',
      'Has a conflict0',
    ]);
    await user.click(filter('Just joined'));
    expect(filter('Just joined')).toHaveAttribute('aria-checked', 'true');
    expect(shown()).toEqual(['Yusuf Demir']);
    await user.click(filter('Locked'));
    expect(shown()).toEqual(['Yusuf Demir', 'Grace Kim']);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Filter people, 2 filters' })).toHaveFocus();
    await plan.pass(600);
    expect(heard(plan)).toEqual(['2 people found.']);
  });

  it('the kinds that are on stand under the field, and each is taken away by itself', async () => {
    const user = userEvent.setup();
    await planning();
    await user.click(filterButton());
    await user.click(filter('Not assigned'));
    await user.click(filter('Locked'));
    await user.keyboard('{Escape}');
    const on = screen.getByRole('group', { name: 'Shown only' });
    expect(within(on).getAllByRole('button')).toHaveLength(2);
    await user.click(within(on).getByRole('button', { name: 'Not assigned: stop filtering' }));
    expect(shown()).toEqual(['Grace Kim']);
    expect(within(on).getByRole('button', { name: 'Locked: stop filtering' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('group', { name: 'Shown only' })).toBeNull();
    expect(field()).toHaveFocus();
    expect(shown()).toHaveLength(7);
  });

  it('a name and a kind hold together; when nobody is like that there is a way out', async () => {
    const user = userEvent.setup();
    await planning();
    await user.click(filterButton());
    await user.click(filter('Not assigned'));
    await user.keyboard('{Escape}');
    await user.type(field(), 'jo');
    expect(shown()).toEqual(['José Nadal', 'Jonas Weber']);
    await user.clear(field());
    await user.type(field(), 'grace');
    expect(screen.getByText('Nobody like that.')).toBeVisible();
    await user.click(within(rail()).getAllByRole('button', { name: 'Show everybody' })[0] as HTMLElement);
    expect(shown()).toHaveLength(7);
    expect(filterButton()).toHaveAccessibleName('Filter people');
  });

  it('everybody of a room over its limit has a conflict until it is fixed', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    await plan.does(() =>
      plan.session.actions.movePeople({ people: ['jonas', 'maria'], to: plan.rooms()[0] ?? '' }),
    );
    await user.click(filterButton());
    await user.click(filter('Has a conflict'));
    await user.keyboard('{Escape}');
    expect(shown()).toEqual(['Jonas Weber', 'Maria Silva', 'Omar Haddad', 'Grace Kim']);
    await user.click(screen.getByRole('button', { name: 'Fix' }));
    expect(shown()).toEqual([]);
    expect(screen.getByText('Nobody like that.')).toBeVisible();
  });

  it('people who are found are selected and moved as ever', async () => {
    const user = userEvent.setup();
    const plan = await planning();
    await user.type(field(), 'jo');
    act(() => within(rail()).getAllByRole('row')[0]?.querySelector('button')?.focus());
    await user.keyboard('{Control>}a{/Control}');
    await user.click(screen.getByRole('button', { name: 'Move 2 people to…' }));
    await user.click(screen.getByRole('menuitem', { name: /Room 2/ }));
    expect(plan.seatedIn(2)).toEqual(['josé', 'jonas']);
    expect(heading(/^In rooms/)).toHaveTextContent('In rooms 2 of 4');
  });
});
