/** People move while the rooms are open, by the same four ways as in the draft, and each move can be taken back. */
import { configure, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { reach, takeFingers, takeMouse, touchScreen } from '../input/hands.js';
import { ground } from './ground.js';

configure({ asyncUtilTimeout: 8000 });

type Board = Awaited<ReturnType<typeof ground>>;

/** Lucas and Jonas are in Room 1, four in Room 2; Room 3 is empty. */
const desk = () => ground({ open: true, height: 760 });

const clickMenu = async (board: Board, opener: Element, line: RegExp) => {
  const mouse = takeMouse();
  await mouse.click(opener);
  await mouse.click(await screen.findByRole('menuitem', { name: line }));
};
const menuButton = (board: Board, name: string) =>
  board.row(name).querySelector('[data-person-menu]') as Element;

const ONE: Readonly<Record<string, (board: Board) => Promise<void>>> = {
  'a mouse': async (board) => {
    const hand = takeMouse();
    await hand.down(await reach(board.name('Lucas')));
    await hand.moveTo(board.at(board.room(3)));
    await waitFor(() => expect(board.room(3)).toHaveAttribute('data-drop', 'current'));
    await hand.up();
  },
  'a finger': async (board) => {
    const fingers = takeFingers();
    await fingers.down(await reach(board.name('Lucas')));
    await board.inTheAir();
    await fingers.moveTo(board.at(board.room(3)));
    await waitFor(() => expect(board.room(3)).toHaveAttribute('data-drop', 'current'));
    await fingers.up();
  },
  'the keyboard': async (board) => {
    board.name('Lucas').focus();
    await userEvent.keyboard('{Enter}3');
  },
  'the menu': (board) => clickMenu(board, menuButton(board, 'Lucas'), /Room 3/u),
};

const SEVERAL: Readonly<Record<string, (board: Board) => Promise<void>>> = {
  'a mouse': async (board) => {
    const hand = takeMouse();
    await hand.click(board.name('Lucas'));
    await hand.click(board.name('Jonas'), { shift: true });
    await ONE['a mouse']?.(board);
  },
  'a finger': async (board) => {
    const fingers = takeFingers();
    await fingers.tap(board.name('Lucas'));
    await fingers.tap(board.name('Jonas'));
    await ONE['a finger']?.(board);
  },
  'the keyboard': async (board) => {
    board.name('Lucas').focus();
    await userEvent.keyboard(' {Shift>}{ArrowDown}{/Shift}{Enter}3');
  },
  'the menu': async (board) => {
    const hand = takeMouse();
    await hand.click(board.name('Lucas'));
    await hand.click(board.name('Jonas'));
    await clickMenu(board, await board.button('Move 2 people to…'), /Room 3/u);
  },
};

const UNDO: readonly (readonly [string, (board: Board) => Promise<void>])[] = [
  ['the toast', async () => takeMouse().click(screen.getByText('Undo'))],
  [
    'the header',
    async () => takeMouse().click(screen.getAllByRole('button', { name: 'Undo' })[0] as Element),
  ],
  [
    'Ctrl+Z',
    async (board) => {
      board.name('Maria').focus();
      await userEvent.keyboard('{Control>}z{/Control}');
    },
  ],
];

describe.each(Object.keys(ONE))('while the rooms are open, %s', (way) => {
  it('moves one person, in the words of every way', async () => {
    if (way === 'a finger') onTestFinished(await touchScreen());
    const board = await desk();
    await ONE[way]?.(board);
    await board.heard('Lucas moved to Room 3.');
    expect(board.seatedIn(3)).toEqual(['lucas']);
  });

  it('moves a selection as one', async () => {
    if (way === 'a finger') onTestFinished(await touchScreen());
    const board = await desk();
    await SEVERAL[way]?.(board);
    await board.heard('2 people moved to Room 3.');
    expect(board.seatedIn(3)).toEqual(['lucas', 'jonas']);
    expect(board.store.getState().plan.seats.size).toBe(6);
  });
});

describe.each(UNDO)('a move in open rooms is taken back by %s', (_way, undo) => {
  it('and people go back where they were', async () => {
    const board = await desk();
    await SEVERAL['the keyboard']?.(board);
    await board.heard('2 people moved to Room 3.');
    await undo(board);
    await board.heard('Undone: move 2 people.');
    expect(board.seatedIn(1)).toEqual(['lucas', 'jonas']);
    expect(document.activeElement).not.toBe(document.body);
  });
});

describe('in open rooms', () => {
  it('Ctrl+Shift+Z moves them once more, and Delete brings them to the main room', async () => {
    const board = await desk();
    await ONE['the keyboard']?.(board);
    await board.heard('Lucas moved to Room 3.');
    await userEvent.keyboard('{Control>}z{/Control}');
    await board.heard('Undone: move Lucas to Room 3.');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await board.heard('Done again: move Lucas to Room 3.');
    expect(board.seatedIn(3)).toEqual(['lucas']);
    board.name('Maria').focus();
    await userEvent.keyboard('{Delete}');
    await board.heard('Maria stays in the main room.');
    expect(board.seatedIn(2)).not.toContain('maria');
  });

  it('a seat that somebody else takes meanwhile is gone from the hand, and it says what is left', async () => {
    const board = await desk();
    board.name('Maria').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(board.room(1)).toHaveAttribute('data-drop', 'current'));
    board.actions.movePeople({ people: ['priya', 'omar'], to: board.rooms[0] ?? '' });
    await board.heard('Room 3, 4 seats free.');
    expect(board.room(1)).toHaveAttribute('data-drop', 'full');
    await userEvent.keyboard('1');
    await board.heard('Room 1 is full.');
    await userEvent.keyboard('{Enter}');
    await board.heard('Maria moved to Room 3.');
  });

  it('nobody is sent into a room that is about to end', async () => {
    const board = await desk();
    void board.actions.endRooms();
    board.name('Maria').focus();
    await userEvent.keyboard('{Enter}');
    await board.heard('The rooms are closing.');
    const hand = takeMouse();
    await hand.down(await reach(board.name('Maria')));
    await hand.moveTo(board.at(board.room(3)));
    await hand.up();
    expect(board.root.querySelector('.brk-drag')).toBeNull();
    await takeMouse().click(menuButton(board, 'Maria'));
    expect(await screen.findByRole('menuitem', { name: /Room 3/u })).toHaveAccessibleDescription(
      'The rooms are closing.',
    );
  });
});
