import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { RoomPlanner } from '../../../src/components/planner/RoomPlanner.js';
import { lastChange } from '../../../src/components/planner/lastChange.js';
import { english } from '../../../src/locales/en.js';
import { moderator, type Moderator, type ModeratorOptions } from '../moderator.js';

const others = ['Lena Vogel', 'Tom Becker', 'Mei Lin', 'Maria Silva', 'Maria Silva 2'].map((name) =>
  name.replace(' 2', ''),
);

async function planner(options: Partial<ModeratorOptions> = {}): Promise<Moderator> {
  const plan = await moderator(
    <StrictMode>
      <RoomPlanner />
    </StrictMode>,
    { others: others.slice(0, 4), ...options },
  );
  await plan.does(() => {
    plan.session.actions.setSplit('hand');
    plan.session.actions.setRoomCount(2);
    plan.session.actions.movePeople({ people: [...plan.state().people.keys()], to: 'none' });
  });
  return plan;
}

/** What a menu entry opens. The screens of lists load when they are asked for. */
async function openDialog(plan: Moderator, item: string): Promise<HTMLElement> {
  await userEvent.click(screen.getByRole('button', { name: 'More options' }));
  await userEvent.click(screen.getByRole('menuitem', { name: item }));
  const dialog = await screen.findByRole('dialog');
  await plan.pass(10);
  return dialog;
}

async function look(plan: Moderator, text: string): Promise<HTMLElement> {
  const dialog = await openDialog(plan, 'Import a list…');
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'The list' }), { target: { value: text } });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Look at it' }));
  await within(dialog).findByRole('heading', { name: 'Before it is applied' });
  return dialog;
}

const nameIn = (plan: Moderator, room: number) =>
  plan.seatedIn(room).map((key) => plan.state().people.get(key)?.name);

describe('a moderator with a list', () => {
  test('looks at it before anything changes, places everybody as one step, and hears the result once', async () => {
    const plan = await planner();
    const before = plan.state().plan;
    const dialog = await look(plan, 'Lena Vogel,1\nTom Becker,Room 2\nMei Lin,Pricing');
    expect(plan.state().plan).toBe(before);
    expect(within(dialog).getByText('3 people found')).toBeInTheDocument();
    expect(within(dialog).getByText(/1 room will be added: Pricing/u)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Place 3 people' }));
    await plan.pass(10);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect([1, 2, 3].map((room) => nameIn(plan, room))).toEqual([
      ['Lena Vogel'],
      ['Tom Becker'],
      ['Mei Lin'],
    ]);
    expect(plan.spoken.filter((sentence) => sentence === '3 people placed from the list.')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'More options' })).toHaveFocus();
    await plan.does(() => plan.session.actions.undo());
    expect(plan.state().plan).toEqual(before);
  });

  test('unticks who is not meant, and chooses somebody else', async () => {
    const plan = await planner();
    const dialog = await look(plan, 'Name,Room\nLena Vogl,1\nTomm Becker,1');
    const fuzzy = within(dialog).getByRole('region', { name: /Probably meant/u });
    await userEvent.click(within(fuzzy).getByRole('checkbox', { name: 'Row 2: Lena Vogl to Room 1' }));
    expect(within(dialog).getByRole('button', { name: 'Place 1 person' })).toBeInTheDocument();
    const who = within(fuzzy).getByRole('combobox', { name: 'Who is Tomm Becker?' });
    expect(who).toHaveDisplayValue('Tom Becker');
    await userEvent.selectOptions(who, 'Mei Lin');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Place 1 person' }));
    await plan.pass(10);
    expect(nameIn(plan, 1)).toEqual(['Mei Lin']);
  });

  test('finds one row ticked of two that contradict each other, and keeps the one that is ticked', async () => {
    const plan = await planner();
    const dialog = await look(plan, 'Lena Vogel,1\nLena Vogel,2\nTom Becker,1\nTOM BECKER,Room 1');
    const conflicts = within(dialog).getByRole('region', { name: /More than one place/u });
    const [one, two] = within(conflicts).getAllByRole('checkbox');
    expect(within(conflicts).getAllByRole('checkbox')).toHaveLength(2);
    const ticked = () => [one, two].map((box) => (box as HTMLInputElement).checked);
    expect(ticked()).toEqual([true, false]);
    expect(within(dialog).getByRole('button', { name: 'Place 2 people' })).toBeInTheDocument();
    await userEvent.click(one as HTMLElement);
    expect(ticked()).toEqual([false, false]);
    expect(within(dialog).getByRole('button', { name: 'Place 1 person' })).toBeInTheDocument();
    await userEvent.click(one as HTMLElement);
    await userEvent.click(two as HTMLElement);
    expect(ticked()).toEqual([false, true]);
    // What is said twice is a repeat, and nobody without a place.
    expect(within(dialog).getByText('1 row repeats another')).toBeInTheDocument();
    expect(within(dialog).queryByText(/without a place/u)).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Place 2 people' }));
    await plan.pass(10);
    expect([nameIn(plan, 1), nameIn(plan, 2)]).toEqual([['Tom Becker'], ['Lena Vogel']]);
  });

  test('starts from empty rooms over a proposal, as one step whose undo says what it was', async () => {
    const plan = await moderator(<RoomPlanner />, {
      others: ['Lena Vogel', 'Tom Becker', 'Mei Lin', 'Maria Silva', 'Omar Haddad', 'Grace Hopper'],
      maxActiveTalkers: 4,
    });
    const { plan: proposal } = plan.state();
    expect(proposal.split).toBe('even');
    expect(proposal.rooms.length).toBeGreaterThan(1);
    const teams = proposal.rooms.map((_, at) => `Team ${String.fromCodePoint(65 + at)}`);
    const names = ['Lena Vogel', 'Tom Becker', 'Mei Lin', 'Maria Silva', 'Omar Haddad'];
    const dialog = await look(
      plan,
      names.map((name, at) => `${name},${teams[at % teams.length] ?? ''}`).join('\n'),
    );
    const empty = within(dialog).getByRole('checkbox', { name: 'Start from empty rooms' });
    expect(empty).toBeChecked();
    expect(empty).toHaveAccessibleDescription(
      /^1 person without a room on the list goes to Not assigned\.$/u,
    );
    expect(within(dialog).queryByText(/will be added|is the limit|would have/u)).toBeNull();
    await userEvent.click(empty);
    expect(empty).not.toBeChecked();
    await userEvent.click(empty);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Place 5 people' }));
    await plan.pass(10);
    expect(plan.state().plan.rooms.map(({ name }) => name)).toEqual(teams);
    expect(plan.state().plan.seats.size).toBe(5);
    expect(plan.state().plan.split).toBe('hand');
    expect(lastChange(plan.state(), english)).toBe('the list');
    await plan.does(() => plan.session.actions.undo());
    expect(plan.state().plan).toEqual(proposal);
  });

  test('keeps what was made by hand, unless the rooms are emptied first', async () => {
    const plan = await planner();
    await plan.does(() => plan.session.actions.movePeople({ people: ['tom'], to: plan.rooms()[0] ?? '' }));
    const dialog = await look(plan, 'Lena Vogel,1');
    expect(within(dialog).getByRole('checkbox', { name: 'Start from empty rooms' })).not.toBeChecked();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Place 1 person' }));
    await plan.pass(10);
    expect(nameIn(plan, 1)).toEqual(['Tom Becker', 'Lena Vogel']);
  });

  test('is told that there is nobody in a list of headings', async () => {
    const plan = await planner();
    const dialog = await openDialog(plan, 'Import a list…');
    fireEvent.drop(dialog, { dataTransfer: { files: [new File(['Name,Room\r\n'], 'class.csv')] } });
    await within(dialog).findAllByText('There are no people in this list, only headings.');
    expect(within(dialog).getByRole('textbox', { name: 'The list' })).toBeInvalid();
  });

  test('chooses between twins before either is placed', async () => {
    const plan = await planner();
    await plan.does(() => plan.meeting.join({ id: 'maria-2', userRef: 'maria-2', name: 'Maria Silva' }));
    const dialog = await look(plan, 'Maria Silva,2');
    const primary = () => within(dialog).getByRole('button', { name: /^Place|^Apply/u });
    expect(primary()).toHaveAttribute('aria-disabled', 'true');
    expect(primary()).toHaveAccessibleDescription('Nobody on this list has a place to go to.');
    await userEvent.selectOptions(
      within(dialog).getByRole('combobox', { name: 'Who is Maria Silva?' }),
      'Maria Silva (2)',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Place 1 person' }));
    await plan.pass(10);
    expect(plan.seatedIn(2)).toEqual(['maria-2']);
  });

  test('is told about rooms that would be too many or too full, and about a list without rooms', async () => {
    const plan = await planner({ maxActiveTalkers: 3 });
    await plan.does(() => plan.session.actions.setRoomCount(10));
    await plan.does(() =>
      plan
        .state()
        .plan.rooms.forEach(({ key }, at) =>
          plan.session.actions.renameRoom({ roomKey: key, name: `R ${String.fromCodePoint(65 + at)}` }),
        ),
    );
    const dialog = await look(plan, 'Lena Vogel,R A\nTom Becker,R A\nMei Lin,R A\nMaria Silva,Attic');
    const problems = within(dialog).getByRole('list', { name: 'What to know' });
    expect(problems).toHaveTextContent(
      'Attic cannot be added: 10 rooms is the limit. 1 person of the list stays where they are.',
    );
    expect(problems).toHaveTextContent('R A would have 3 people for 2 seats.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Back' }));
    const field = within(dialog).getByRole('textbox', { name: 'The list' });
    expect(field).toHaveValue('Lena Vogel,R A\nTom Becker,R A\nMei Lin,R A\nMaria Silva,Attic');
    fireEvent.change(field, { target: { value: 'Lena Vogel\nTom Becker' } });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Look at it' }));
    expect(await within(dialog).findByText(/No column says which room/u)).toBeInTheDocument();
  });

  test('corrects a column that was guessed wrongly', async () => {
    const plan = await planner();
    const dialog = await look(plan, 'Lena Vogel,Tom Becker,1\nMei Lin,Maria Silva,2');
    await userEvent.click(within(dialog).getByText('Which column is what'));
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Name' }), '2: Tom Becker');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Place 2 people' }));
    await plan.pass(10);
    expect([nameIn(plan, 1), nameIn(plan, 2)]).toEqual([['Tom Becker'], ['Maria Silva']]);
  });

  test('gets a refused file’s reason at the field, and a choice where letters were guessed', async () => {
    const plan = await planner();
    const dialog = await openDialog(plan, 'Import a list…');
    const drop = (file: File) => fireEvent.drop(dialog, { dataTransfer: { files: [file] } });
    drop(new File(['x'.repeat(1_000_001)], 'all.csv'));
    await within(dialog).findAllByText(/larger than 1 MB/u);
    const field = within(dialog).getByRole('textbox', { name: 'The list' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/larger than 1 MB/u);
    drop(new File([new Uint8Array([0xce, 0xeb, 0xfc, 0xe3, 0xe0]), ',1\nLena Vogel,1\n'], 'group.csv'));
    const letters = await within(dialog).findByRole('combobox', { name: 'Letters' });
    expect(letters).toHaveDisplayValue('Western European (Windows)');
    await userEvent.selectOptions(letters, 'Cyrillic (Windows)');
    expect(await within(dialog).findByText('Ольга')).toBeInTheDocument();
    expect(within(dialog).getByText('group.csv, 2 rows')).toBeInTheDocument();
  });

  test('shows a list of 2,000 a page at a time', async () => {
    const plan = await planner();
    const lines = Array.from(
      { length: 2000 },
      (_, at) => `Person ${String(at)} Unknown,${String((at % 2) + 1)}`,
    );
    const dialog = await look(plan, lines.join('\n'));
    const absent = within(dialog).getByRole('region', { name: /Not here yet/u });
    expect(within(absent).getAllByRole('listitem')).toHaveLength(50);
    await userEvent.click(within(absent).getByRole('button', { name: 'Show 50 more' }));
    expect(within(absent).getAllByRole('listitem')).toHaveLength(100);
  });
});

describe('people of a list who are not here', () => {
  test('are shown by the warning, forgotten one by one or all, and seated when they join', async () => {
    const plan = await planner();
    const dialog = await look(plan, 'Ada Lovelace,1\nAlan Turing,1\nGrace Hopper,2');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Place 3 people when they join' }));
    await plan.pass(10);
    await userEvent.click(screen.getByRole('button', { name: 'Show them' }));
    const waiting = await screen.findByRole('dialog', { name: '3 people of your list have not joined yet' });
    await userEvent.click(within(waiting).getByRole('button', { name: 'Forget Alan Turing' }));
    expect(within(waiting).getAllByRole('listitem')).toHaveLength(2);
    await plan.join('Ada Lovelace');
    await plan.pass(3000);
    expect(nameIn(plan, 1)).toEqual(['Ada Lovelace']);
    expect(plan.spoken).toContain('Ada Lovelace joined and has a place in Room 1.');
    await userEvent.click(within(waiting).getByRole('button', { name: 'Forget all' }));
    await plan.pass(10);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(plan.state().plan.expected).toEqual([]);
    expect(document.body).not.toHaveFocus();
  });
});

describe('the plan', () => {
  test('is handed out as text, to be copied, or selected where a page may not copy', async () => {
    const plan = await planner();
    await plan.does(() => plan.session.actions.movePeople({ people: ['lena'], to: plan.rooms()[0] ?? '' }));
    const dialog = await openDialog(plan, 'Export the plan…');
    const field = within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'The plan as text' });
    await expect.poll(() => field.value).toContain('Lena Vogel\t\tlena\t1');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Copy' }));
    expect(field).toHaveFocus();
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(field.value);
    expect(within(dialog).getAllByText(/may not copy/u).length).toBeGreaterThan(0);
  });
});
