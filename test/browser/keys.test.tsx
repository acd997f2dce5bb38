/** Keys on people, and where the focus is when people come, go and are moved. */
import { configure, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { takeMouse } from '../input/hands.js';
import { ground } from './ground.js';

configure({ asyncUtilTimeout: 8000 });

type Board = Awaited<ReturnType<typeof ground>>;
const focusedName = () =>
  document.activeElement?.querySelector('.brk-name')?.textContent ?? document.activeElement?.textContent;
const selected = (board: Board) =>
  [...board.root.querySelectorAll('[data-list="rail-none"] [data-selected="true"] .brk-name')].map(
    (name) => name.textContent,
  );
const gone = (board: Board, name: string) => board.meeting.leave(name.toLowerCase());

describe('keys that select', () => {
  it('Shift+Space takes everybody up to here; Shift with arrows gives them up again', async () => {
    const board = await ground({ more: 3 });
    board.name('Priya').focus();
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}{Shift>} {/Shift}');
    await waitFor(() => expect(selected(board)).toEqual(['Priya', 'Omar', 'Grace']));
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await waitFor(() => expect(selected(board)).toHaveLength(5));
    await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowUp}{ArrowUp}{/Shift}');
    await waitFor(() => expect(selected(board)).toEqual(['Priya', 'Omar']));
    expect(focusedName()).toBe('Omar');
  });
});

describe('keys that carry', () => {
  it('go through ten rooms, to the first and the last with a seat, and bring each into sight', async () => {
    const board = await ground({ rooms: 10, height: 740 });
    board.name('Priya').focus();
    await userEvent.keyboard('{Enter}');
    await board.heard('Priya picked up. 10 rooms. Press 1 to 9, 0 for room 10, or arrow keys and Enter.');
    await userEvent.keyboard('{End}');
    await board.heard('Room 10, 4 seats free.');
    await waitFor(() => {
      const { bottom } = board.room(10).getBoundingClientRect();
      const foot = board.root.querySelector('.brk-foot')?.getBoundingClientRect().top ?? 0;
      expect(bottom).toBeLessThanOrEqual(foot + 1);
    });
    await userEvent.keyboard('{Home}');
    await board.heard('Room 1, 2 seats free.');
    await userEvent.keyboard('{ArrowDown}');
    await board.heard('Room 3, 4 seats free.');
    await userEvent.keyboard('0');
    await board.heard('Priya moved from Not assigned to Room 10, 1 of 4.');
  });

  it('say that there is no such room, and keep the person', async () => {
    const board = await ground();
    board.name('Priya').focus();
    await userEvent.keyboard('{Enter}9');
    await board.heard('There is no room 9.');
    await userEvent.keyboard('{Control>}1{/Control}');
    expect(board.seatedIn(1)).toEqual(['lucas', 'jonas']);
    await userEvent.keyboard('1');
    await board.heard('Priya moved from Not assigned to Room 1, 3 of 4.');
  });
});

describe('the focus', () => {
  it('goes to the next person when the focused one leaves, and to the heading after the last', async () => {
    const board = await ground();
    board.name('Omar').focus();
    gone(board, 'Omar');
    await board.clock.pass(100);
    await waitFor(() => expect(focusedName()).toBe('Grace'));
    gone(board, 'Grace');
    await board.clock.pass(100);
    await waitFor(() => expect(focusedName()).toBe('Priya'));
    gone(board, 'Priya');
    await board.clock.pass(100);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: /^Not assigned/u })),
    );
  });

  it('is on a person again after the toast’s Undo, the cross of a selection, and the menu of a selection', async () => {
    const board = await ground();
    const hand = takeMouse();
    board.name('Priya').focus();
    await userEvent.keyboard('{Enter}3');
    await board.heard('Priya moved from Not assigned to Room 3, 1 of 4.');
    await hand.click(screen.getByText('Undo'));
    await board.heard('Undone: move Priya to Room 3.');
    await waitFor(() => expect(focusedName()).toBe('Omar'));
    await hand.click(board.name('Omar'));
    await hand.click(await board.button('Clear the selection'));
    await waitFor(() => expect(focusedName()).toBe('Omar'));
    await hand.click(board.name('Omar'));
    await hand.click(board.name('Grace'));
    await hand.click(await board.button('Move 2 people to…'));
    await hand.click(await screen.findByRole('menuitem', { name: /Room 3/u }));
    await board.heard('2 people moved to Room 3.');
    await waitFor(() => expect(focusedName()).toBe('Priya'));
  });

  it('is kept when the person of an open menu leaves: the menu closes and says so', async () => {
    const board = await ground();
    board.name('Omar').focus();
    await userEvent.keyboard('m');
    await screen.findByRole('menu', { name: 'Move Omar to…' });
    gone(board, 'Omar');
    await board.clock.pass(100);
    await board.heard('Move cancelled. Omar has left.');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await waitFor(() => expect(focusedName()).toBe('Grace'));
  });
});

describe('somebody of several who leaves', () => {
  it('is out of the hand; the others are carried on', async () => {
    const board = await ground();
    board.name('Priya').focus();
    await userEvent.keyboard('{Control>}a{/Control}{Enter}');
    await board.heard('3 people picked up. 3 rooms. Press 1 to 3, or arrow keys and Enter.');
    gone(board, 'Priya');
    await board.clock.pass(100);
    await board.heard('Priya has left. 2 people still picked up.');
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
    await userEvent.keyboard('1');
    await board.heard('2 people moved to Room 1, now full.');
  });
});
