import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { RoomChooser } from '../../../src/components/choosing/RoomChooser.js';
import { PersonKit } from '../../../src/components/kit/PersonKit.js';
import { BreakoutProvider } from '../../../src/hooks/BreakoutProvider.js';
import { useRoomChoice } from '../../../src/hooks/useRoomChoice.js';
import { choose, chosen, offered, refused } from '../../../stories/scenes/choosing.js';
import { beforeRooms } from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const strict = (
  <StrictMode>
    <input aria-label="Chat" />
    <RoomChooser className="mine" />
  </StrictMode>
);
const card = () => screen.getByRole('region', { name: 'Choose a room' });
const row = (name: string) => within(card()).getByText(name).closest('li') as HTMLElement;

describe('rooms to choose', () => {
  test('are not there while nobody lets people choose', async () => {
    await show(beforeRooms, strict);
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });

  test('say their seats and who is there, and which is full', async () => {
    await show(offered, strict);
    expect(card()).toHaveTextContent('You can change until the rooms open.');
    expect(row('Pricing')).toHaveTextContent('4 of 6 seats taken');
    expect(within(card()).getByRole('button', { name: 'Choose Pricing' })).toHaveAccessibleDescription(
      'Pricing 4 of 6 seats taken. Priya Nair, Omar Haddad, Grace Kim and Lucas Moreau chose it.',
    );
    expect(within(row('Design critique')).getByRole('button')).toHaveAccessibleDescription(
      /Maria Silva \(2\)/u,
    );
    const full = within(card()).getByRole('button', { name: 'Full: Onboarding' });
    expect(full).toHaveAttribute('aria-disabled', 'true');
    expect(row('Onboarding')).toHaveAttribute('data-state', 'full');
    expect(row('Room 4').querySelectorAll('.brk-avatar')).toHaveLength(3);
    expect(card().parentElement).toHaveClass('brk-chooser', 'mine');
  });

  test('take the focus from nobody who is typing, and are said once', async () => {
    const { scene, me } = await beforeRooms();
    const { unmount } = render(<BreakoutProvider session={me}>{strict}</BreakoutProvider>);
    screen.getByLabelText('Chat').focus();
    const { actions } = scene.session('ana');
    await act(async () => {
      actions.setRoomCount(2);
      actions.setSplit('choose');
      await scene.pass(1500);
    });
    expect(card()).toBeInTheDocument();
    expect(screen.getByLabelText('Chat')).toHaveFocus();
    expect(document.querySelector('[data-brk-live]')).toHaveTextContent(
      'Choose a room. You can change until the rooms open.',
    );
    await act(() => scene.pass(5000));
    unmount();
  });

  test('are chosen with one press; the answer is shown and said, and the focus stays on the button', async () => {
    const { me, pass, heard, happened } = await show(offered, strict);
    const button = within(card()).getByRole('button', { name: 'Choose Pricing' });
    act(() => {
      button.focus();
      fireEvent.click(button);
      fireEvent.click(button);
    });
    expect(button).toHaveAttribute('aria-busy', 'true');
    await pass(1500);
    expect(happened('pick.sent')).toBe(1);
    expect(me.store.getState().self.offer?.mine).not.toBeNull();
    expect(button).toHaveAccessibleName('Chosen: Pricing');
    expect(button).toHaveFocus();
    expect(row('Pricing')).toHaveTextContent('Your choice, 5 of 6');
    expect(row('Pricing')).toHaveAttribute('data-state', 'here');
    expect(heard()).toBe('You chose Pricing.');
    fireEvent.click(button);
    expect(happened('pick.sent')).toBe(1);
  });

  test('are changed, and given back; the focus goes on to the rooms', async () => {
    const { press, pass, heard } = await show(chosen, strict);
    expect(row('Design critique')).toHaveTextContent('Your choice, 4 of 6');
    await press('Choose Room 4');
    await pass(1500);
    expect(row('Design critique')).toHaveTextContent('3 of 6 seats taken');
    act(() => screen.getByRole('button', { name: 'Give my seat back' }).focus());
    await press('Give my seat back');
    await pass(1500);
    expect(heard()).toBe('You have no room now.');
    expect(screen.queryByRole('button', { name: 'Give my seat back' })).not.toBeInTheDocument();
    expect(card()).toContainElement(document.activeElement as HTMLElement);
  });

  test('that got full meanwhile say so in words, and the seat somebody had stays', async () => {
    const { heard, scene, pass } = await show(refused, strict);
    expect(card()).toHaveTextContent('Pricing is full. Choose another room.');
    await act(async () => {
      choose(scene, 'chidi', 4);
      await scene.pass(1500);
    });
    expect(card()).not.toHaveTextContent('Choose another room.');
    act(() => {
      fireEvent.click(within(card()).getByRole('button', { name: 'Full: Onboarding' }));
    });
    await pass(20);
    expect(heard()).toBe('Onboarding is full. Choose another room.');
    expect(row('Room 4')).toHaveTextContent('Your choice');
  });

  test('without an answer say so after two seconds', async () => {
    const { scene, press, pass } = await show(offered, strict);
    scene.meeting.faults.add({ kind: 'event-dropped', event: 'user-data-received', person: 'ana', times: 1 });
    await press('Choose Pricing');
    await pass(2500);
    expect(card()).toHaveTextContent('No answer. Try again.');
    await press('Choose Pricing');
    await pass(1500);
    expect(row('Pricing')).toHaveTextContent('Your choice');
  });

  test('tell somebody whom a moderator moved where they are now', async () => {
    const { scene, heard, pass } = await show(chosen, strict);
    const { actions, store } = scene.session('ana');
    act(() => void actions.movePeople({ people: ['chidi'], to: store.getState().plan.rooms[0]?.key ?? '' }));
    await pass(1500);
    expect(card()).toHaveTextContent('A moderator put you in Pricing.');
    expect(heard()).toBe('A moderator put you in Pricing.');
    act(() => void actions.movePeople({ people: ['chidi'], to: 'none' }));
    await pass(1500);
    expect(heard()).toBe('A moderator took you out of your room. Choose another one.');
  });
});

describe('by keys', () => {
  test('arrows, Home and End go from room to room; Enter on a button is the press', async () => {
    const { key } = await show(offered, strict);
    const buttons = within(within(card()).getByRole('list')).getAllByRole('button');
    act(() => buttons[0]?.focus());
    await key('ArrowDown');
    expect(buttons[1]).toHaveFocus();
    await key('End');
    expect(buttons[3]).toHaveFocus();
    await key('ArrowDown');
    expect(buttons[0]).toHaveFocus();
    await key('ArrowUp');
    expect(buttons[3]).toHaveFocus();
    await key('Home');
    expect(buttons[0]).toHaveFocus();
  });

  test('Escape puts them aside as a chip that has the focus and brings them back; the seat stays', async () => {
    const { key, press, me } = await show(chosen, strict);
    act(() => within(card()).getByRole('button', { name: 'Choose Pricing' }).focus());
    await key('Escape');
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    const chip = screen.getByRole('button', { name: 'Your room: Design critique' });
    expect(chip).toHaveFocus();
    expect(me.store.getState().self.offer?.mine).not.toBeNull();
    await press('Your room: Design critique');
    expect(within(card()).getByRole('heading', { name: 'Choose a room' })).toHaveFocus();
  });

  test('Escape elsewhere on the page puts nothing aside', async () => {
    const { key } = await show(offered, strict);
    act(() => screen.getByLabelText('Chat').focus());
    await key('Escape');
    expect(card()).toBeInTheDocument();
  });
});

describe('in the kit', () => {
  test('they go when the rooms open, and the room somebody chose asks them in', async () => {
    const { scene, pass } = await show(chosen, <PersonKit />);
    act(() => within(card()).getByRole('button', { name: 'Choose Pricing' }).focus());
    act(() => void scene.session('ana').actions.openRooms());
    await pass(2000);
    expect(screen.queryByRole('region', { name: 'Choose a room' })).not.toBeInTheDocument();
    expect(screen.getByRole('dialog', { name: 'Join Design critique?' })).toBeInTheDocument();
  });

  test('the focus they had comes to the kit when choosing is over, which is said', async () => {
    const { scene, pass, heard } = await show(offered, <PersonKit />);
    act(() => within(card()).getByRole('button', { name: 'Choose Pricing' }).focus());
    act(() => scene.session('ana').actions.setSplit('hand'));
    await pass(1500);
    expect(screen.getByRole('group', { name: 'Breakout rooms' })).toHaveFocus();
    expect(heard()).toBe('Rooms cannot be chosen any more.');
  });

  test('another moderator finds them put aside: a plan of their own is in front of them', async () => {
    await show(offered, <PersonKit />, { who: 'tom' });
    expect(screen.getByRole('button', { name: 'Choose a room' })).toBeInTheDocument();
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});

test('a hostile room name stays plain, isolated text', async () => {
  const name = '\u202E<b>Pricing</b>\u2066';
  await show((options) => offered({ ...options, names: [name] }), strict);
  expect(card().querySelector('b')).toBeNull();
  expect(within(card()).getByText('<b>Pricing</b>')).toBeInTheDocument();
});

function Own() {
  const { offer, pick, giveBack, putAside, takeUp } = useRoomChoice();
  const first = offer?.rooms[0];
  return (
    <>
      <output>{`${first?.state ?? 'none'} ${String(offer?.aside)}`}</output>
      <button onClick={() => first && pick({ slot: first.slot })}>pick</button>
      <button onClick={giveBack}>back</button>
      <button onClick={putAside}>aside</button>
      <button onClick={takeUp}>up</button>
    </>
  );
}

test('a screen of one’s own chooses by the hook', async () => {
  const { press, pass } = await show(offered, <Own />);
  const shown = () => document.querySelector('output')?.textContent;
  expect(shown()).toBe('free false');
  await press('pick');
  await pass(1500);
  expect(shown()).toBe('chosen false');
  await press('back');
  await pass(1500);
  await press('aside');
  expect(shown()).toBe('free true');
  await press('up');
  expect(shown()).toBe('free false');
});
