import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { LONGEST_MESSAGE } from '../../../src/components/desk/MessagePanel.js';
import { MAX_ANNOUNCEMENT_LENGTH } from '../../../src/wire/protocol.js';
import { openDesk } from './stage.js';

const press = async (name: string | RegExp) => {
  const [button] = screen.getAllByRole('button', { name });
  await userEvent.click(button as HTMLElement);
};
const choose = async (menu: string, item: string | RegExp) => {
  await press(menu);
  await userEvent.click(screen.getByRole('menuitem', { name: item }));
};

describe('time', () => {
  it('is one clock for everybody, and more of it is one press', async () => {
    const desk = await openDesk({ minutes: 10 });
    expect(screen.getByRole('timer')).toHaveTextContent(/^9:5\d left$/u);
    await press('+5 min');
    await desk.pass(500);
    expect(screen.getByRole('timer')).toHaveTextContent(/^14:5\d left$/u);
    expect(desk.spoken.at(-1)).toMatch(/^5 minutes more\. 14:5\d left\.$/u);
    const own = desk.state().round.endsAt ?? 0;
    expect(Math.abs((desk.kit('priya').store.getState().round.endsAt ?? 0) - own)).toBeLessThan(2000);
  });

  it('is not there without a timer, can be set from the menu, and taken away again', async () => {
    const desk = await openDesk();
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.queryByRole('button', { name: '+1 min' })).toBeNull();
    await choose('More options', '15 min');
    expect(screen.getByRole('timer')).toHaveTextContent('15:00 left');
    expect(desk.spoken.at(-1)).toBe('15 minutes left from now.');
    await choose('More options', 'No time limit');
    expect(screen.queryByRole('timer')).toBeNull();
    expect(desk.state().round.endsAt).toBeNull();
  });

  it('is said twice: a minute before its end, and when it is up; then more of it keeps the rooms open', async () => {
    const desk = await openDesk({ minutes: 2 });
    await desk.pass(60_000);
    expect(desk.spoken).toContain('1 minute left.');
    await desk.pass(60_000);
    expect(desk.spoken).toContain('The time is up. Rooms close in 0:30.');
    expect(screen.getByRole('button', { name: 'Close now' })).toBeVisible();
    await press('+1 min');
    await desk.pass(500);
    expect(desk.state().round.phase).toBe('open');
    expect(screen.queryByRole('button', { name: 'Close now' })).toBeNull();
  });

  it('shows who would like more, until there is more', async () => {
    const desk = await openDesk({ minutes: 10 });
    await desk.does(() => {
      desk.kit('priya').actions.askForTime();
      desk.kit('lucas').actions.askForTime();
    });
    await desk.pass(3000);
    expect(screen.getByText('2 people ask for more time')).toBeVisible();
    expect(desk.spoken.some((sentence) => sentence.includes('2 people ask for more time.'))).toBe(true);
    await press('+1 min');
    expect(screen.queryByText('2 people ask for more time')).toBeNull();
  });
});

describe('calls for help', () => {
  it('stand in the rail with their age and on the card of their room; claimed, the person knows who comes', async () => {
    const desk = await openDesk();
    await desk.does(() => desk.kit('omar').actions.askForHelp());
    await desk.pass(4000);
    const help = within(screen.getByRole('group', { name: /^Help/u }));
    expect(help.getByText(/^Waiting 0:0[34]$/u)).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'Room 1: Pricing' })).getByText('Help')).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'Room 2' })).queryByText('Help')).toBeNull();
    expect(desk.spoken.join(' ')).toContain('Omar Example asks for help in Pricing.');
    await press('Claim Omar Example');
    await desk.pass(500);
    expect(help.getByText('You are on the way')).toBeVisible();
    expect(help.getByRole('button', { name: 'Visit Pricing' })).toHaveFocus();
    expect(desk.kit('omar').store.getState().self.help?.claimedBy).toBe('ana');
    await press('Not me for Omar Example');
    await desk.pass(500);
    expect(help.getByRole('button', { name: 'Claim Omar Example' })).toHaveFocus();
    await press('Claim Omar Example');
    await press('Done for Omar Example');
    await desk.pass(500);
    expect(screen.queryByRole('group', { name: /^Help/u })).toBeNull();
    expect(desk.kit('omar').store.getState().self.help).toBeNull();
  });

  it('take the focus from nobody, and end with a visit', async () => {
    const desk = await openDesk();
    const [search] = screen.getAllByRole('searchbox', { name: 'Find people' });
    await userEvent.click(search as HTMLElement);
    await desk.does(() => desk.kit('omar').actions.askForHelp());
    await desk.pass(2000);
    expect(search).toHaveFocus();
    await press('Claim Omar Example');
    const help = within(screen.getByRole('group', { name: /^Help/u }));
    await userEvent.click(help.getByRole('button', { name: 'Visit Pricing' }));
    await desk.pass(3000);
    expect(desk.state().self.at).toBe('in-room');
    expect(screen.queryByRole('group', { name: /^Help/u })).toBeNull();
  });
});

describe('messages', () => {
  it('hold as much as kits take', () => {
    expect(LONGEST_MESSAGE).toBe(MAX_ANNOUNCEMENT_LENGTH);
  });

  it('go to all rooms, and tell who has seen them', async () => {
    const desk = await openDesk();
    await press('Message all');
    const field = screen.getByRole('textbox', { name: 'Message all rooms' });
    expect(field).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Send to 2 rooms' })).toHaveAccessibleDescription(
      'Write something first.',
    );
    await userEvent.type(field, 'Five minutes left.{Enter}');
    expect(desk.spoken.at(-1)).toBe('Sent to 2 rooms.');
    expect(screen.getByRole('button', { name: 'Message all' })).toHaveFocus();
    await desk.pass(500);
    const [message] = desk.kit('priya').store.getState().announcements;
    expect(message?.text).toBe('Five minutes left.');
    await desk.does(() => desk.kit('priya').actions.seeAnnouncement({ id: message?.id ?? '' }));
    await desk.pass(121_000);
    const messages = within(screen.getByRole('group', { name: /^Messages/u }));
    expect(messages.getByText('Seen by 1 of 6, 2 min ago')).toBeVisible();
  });

  it('go to one room from its menu; Escape puts the field away and gives the focus back', async () => {
    const desk = await openDesk();
    await choose('Options for Pricing', 'Message this room');
    const field = screen.getByRole('textbox', { name: 'Message Pricing' });
    expect(field).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Message Pricing' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Options for Pricing' })).toHaveFocus();
    await choose('Options for Pricing', 'Message this room');
    await userEvent.type(screen.getByRole('textbox', { name: 'Message Pricing' }), 'Only you.{Enter}');
    await desk.pass(500);
    expect(desk.kit('priya').store.getState().announcements).toHaveLength(1);
    expect(desk.kit('lucas').store.getState().announcements).toHaveLength(0);
    expect(screen.getByRole('img', { name: 'To Pricing' })).toBeVisible();
  });

  it('say whom they cannot reach, and how much still fits', async () => {
    await openDesk({ withoutKit: ['grace', 'maria'] });
    await press('Message all');
    expect(screen.getByText(/^Reaches 4 of 6 people\./u)).toBeVisible();
    const field = screen.getByRole('textbox', { name: 'Message all rooms' });
    await userEvent.click(field);
    await userEvent.paste('x'.repeat(280));
    expect(screen.getByText('20 left')).toBeVisible();
    await userEvent.paste('x'.repeat(80));
    expect(field).toHaveValue('x'.repeat(300));
  });

  it('that cannot be sent say why, and are kept', async () => {
    const desk = await openDesk();
    await choose('Options for Pricing', 'Message this room');
    await userEvent.type(screen.getByRole('textbox', { name: 'Message Pricing' }), 'Hello');
    await desk.does(() => desk.meeting.person('ana').cutNetwork());
    await desk.pass(1000);
    await press('Send');
    expect(screen.getByRole('textbox', { name: 'Message Pricing' })).toHaveValue('Hello');
    expect(screen.getByRole('button', { name: 'Send' })).toHaveAccessibleDescription(
      'You are not connected to the meeting.',
    );
  });
});

describe('people who join late', () => {
  it('go to the smallest rooms in one press, and back by undo', async () => {
    const desk = await openDesk();
    await desk.join('Yusuf Example');
    await desk.join('Ingrid Example');
    await desk.pass(1000);
    expect(screen.getByText('2 people joined late')).toBeVisible();
    await press('Fill smallest rooms');
    await desk.pass(500);
    expect(screen.queryByText('2 people joined late')).toBeNull();
    expect(desk.spoken).toContain('2 people placed.');
    expect([desk.seatedIn(1).length, desk.seatedIn(2).length]).toEqual([4, 4]);
    await press('Undo');
    await desk.pass(1000);
    expect([desk.seatedIn(1).length, desk.seatedIn(2).length]).toEqual([3, 3]);
    expect(desk.spoken).toContain('Undone: place 2 people.');
  });

  it('are chosen rooms for by hand: selected in the rail, with the focus on the first', async () => {
    const desk = await openDesk();
    await desk.join('Yusuf Example');
    await desk.pass(1000);
    await press('Choose rooms');
    expect(document.activeElement).toHaveTextContent('Yusuf Example');
    expect(screen.getByRole('toolbar', { name: '1 person selected' })).toBeVisible();
  });

  it('go where was chosen beforehand', async () => {
    const desk = await openDesk();
    await press('More options');
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Stay in the main room' }));
    await desk.join('Yusuf Example');
    await desk.pass(1000);
    expect(screen.queryByText('1 person joined late')).toBeNull();
    expect(desk.state().plan.staying.has('yusuf')).toBe(true);
  });
});

describe('one room', () => {
  it('closes with a notice and can be kept while it runs', async () => {
    const desk = await openDesk();
    await choose('Options for Pricing', /Close this room/u);
    await desk.pass(500);
    expect(desk.spoken).toContain('Pricing closes in 0:20.');
    expect(desk.kit('priya').store.getState().self.recallAt).not.toBeNull();
    await press('Keep open: Pricing');
    await desk.pass(30_000);
    expect(desk.seatedIn(1)).toHaveLength(3);
    expect(desk.kit('priya').store.getState().self.at).toBe('in-room');
    expect(desk.spoken).toContain('Pricing stays open.');
  });

  it('closes for its people alone', async () => {
    const desk = await openDesk();
    await choose('Options for Pricing', /3 people come back/u);
    await desk.pass(25_000);
    expect(desk.kit('priya').store.getState().self.at).toBe('main');
    expect(desk.kit('lucas').store.getState().self.at).toBe('in-room');
    expect(screen.queryByRole('button', { name: 'Keep open: Pricing' })).toBeNull();
  });

  it('is renamed while it is open, for everybody, and undo gives the name back', async () => {
    const desk = await openDesk();
    await choose('Options for Pricing', 'Rename');
    await userEvent.keyboard('Prices{Enter}');
    await desk.pass(1000);
    expect(screen.getByRole('region', { name: 'Room 1: Prices' })).toBeVisible();
    const told = [...desk.kit('priya').store.getState().rooms.values()].map(({ name }) => name);
    expect(told).toContain('Prices');
    await press('Undo');
    expect(screen.getByRole('region', { name: 'Room 1: Pricing' })).toBeVisible();
  });
});

describe('several moderators', () => {
  it('one runs the rooms; the other sees who, may help and write, and takes over knowingly', async () => {
    const desk = await openDesk();
    const tom = await desk.joinModerator('Tom');
    expect(screen.getByText(/You run the rooms/u)).toBeInTheDocument();
    await desk.does(() => tom.actions.takeOver());
    await desk.pass(1000);
    expect(screen.getByText('Tom runs the rooms')).toBeVisible();
    const end = screen.getByRole('button', { name: 'End rooms' });
    expect(end).toHaveAccessibleDescription('Another moderator runs the rooms. Take over first.');
    await userEvent.click(end);
    expect(desk.state().round.phase).toBe('open');
    expect(screen.getByRole('button', { name: 'Message all' })).not.toHaveAttribute('aria-disabled');
    await press('Move Omar Example to…');
    expect(screen.getByRole('menuitem', { name: /Room 2/u })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Escape}');
    await press('Take over');
    await desk.pass(1000);
    expect(desk.spoken).toContain('You run the rooms now.');
    expect(screen.getByRole('button', { name: 'End rooms' })).not.toHaveAttribute('aria-disabled');
    expect(tom.store.getState().driver).toBe('ana');
  });

  it('the one who runs the rooms hands them over', async () => {
    const desk = await openDesk();
    const tom = await desk.joinModerator('Tom');
    await choose('More options', 'Tom');
    await desk.pass(1000);
    expect(screen.getByText('Tom runs the rooms')).toBeVisible();
    expect(tom.store.getState().driver).toBe('tom');
  });
});

describe('a meeting in which kits cannot talk', () => {
  it('has no control for messages, help or one room, and still a time where the service calls back', async () => {
    await openDesk({
      profile: 'guide',
      withoutKit: ['priya', 'omar', 'grace', 'lucas', 'jonas', 'maria'],
      minutes: 10,
    });
    expect(screen.queryByRole('button', { name: 'Message all' })).toBeNull();
    expect(screen.getByRole('timer')).toBeVisible();
    await press('Options for Pricing');
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Visit', 'Rename']);
  });
});
