/** Mouse, pen and fingers as a browser has them, and what may go wrong under way. */
import * as Dialog from '@radix-ui/react-dialog';
import { configure, waitFor } from '@testing-library/react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { onPage, reach, seenOf, takeFingers, takeMouse, touchScreen } from '../input/hands.js';
import { ground } from './ground.js';

configure({ asyncUtilTimeout: 8000 });

const focusedName = (root: Document | ShadowRoot) =>
  root.activeElement?.querySelector('.brk-name')?.textContent ?? root.activeElement?.textContent;

describe('a pointer', () => {
  it.each(['mouse', 'pen'] as const)(
    'that is a %s lifts after some pixels and drops where it is let go',
    async (kind) => {
      const board = await ground();
      const hand = takeMouse(kind);
      await hand.down(await reach(board.name('Priya')));
      await hand.moveTo(board.at(board.room(3)));
      await board.inTheAir();
      await hand.up();
      await board.heard('Priya moved from Not assigned to Room 3, 1 of 4.');
      expect(board.seatedIn(3)).toEqual(['priya']);
      await waitFor(() => expect(focusedName(document)).toBe('Omar'));
    },
  );

  it('over a full room drops nobody, says so, and leaves everybody where they were', async () => {
    const board = await ground();
    const hand = takeMouse();
    await hand.down(await reach(board.name('Priya')));
    await hand.moveTo(board.at(board.room(2)));
    await waitFor(() => expect(board.room(2)).toHaveAttribute('data-drop', 'full'));
    await hand.up();
    await board.heard('Room 2 is full.');
    expect(board.store.getState().plan.seats.has('priya')).toBe(false);
  });

  it('with its right button lifts nobody, and during a drag opens no menu of the browser', async () => {
    const board = await ground();
    const hand = takeMouse();
    let menus = 0;
    const count = (event: Event) => (menus += event.defaultPrevented ? 0 : 1);
    window.addEventListener('contextmenu', count);
    onTestFinished(() => window.removeEventListener('contextmenu', count));
    await hand.down(await reach(board.name('Priya')), 'right');
    await hand.moveTo(board.at(board.room(3)));
    await hand.up('right');
    expect(board.root.querySelector('.brk-drag')).toBeNull();
    menus = 0;
    await hand.down(await reach(board.name('Priya')));
    await hand.moveTo(board.at(board.room(3)));
    await board.inTheAir();
    await hand.down(board.at(board.room(3)), 'right');
    await hand.up('right');
    await hand.up();
    await board.heard('Priya moved from Not assigned to Room 3, 1 of 4.');
    expect(menus).toBe(0);
  });

  it('that takes the selection along leaves those without a seat selected', async () => {
    const board = await ground();
    const hand = takeMouse();
    await hand.click(board.name('Priya'));
    await hand.click(board.name('Grace'), { shift: true });
    await hand.down(await reach(board.name('Omar')));
    await hand.moveTo(board.at(board.room(1)));
    await hand.up();
    await board.heard('2 of 3 people moved to Room 1, now full. 1 person still selected.');
    expect(board.row('Grace')).toHaveAttribute('data-selected', 'true');
    await hand.down(await reach(board.name('Grace')));
    await hand.moveTo(board.at(board.room(3)));
    await hand.up();
    await board.heard('Grace moved from Not assigned to Room 3, 1 of 4.');
  });

  it.each([
    ['the window', () => window.dispatchEvent(new Event('blur'))],
    ['the keyboard', () => userEvent.keyboard('{Escape}')],
  ])('gives people back when %s takes the attention away', async (_what, interrupt) => {
    const board = await ground();
    const hand = takeMouse();
    await hand.down(await reach(board.name('Priya')));
    await hand.moveTo(board.at(board.room(3)));
    await board.inTheAir();
    await interrupt();
    await board.heard('Move cancelled. Priya is back in Not assigned.');
    expect(board.root.querySelector('.brk-drag')).toBeNull();
    await hand.up();
    expect(board.seatedIn(3)).toEqual([]);
  });

  it('puts down what the keys held', async () => {
    const board = await ground();
    board.name('Priya').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(board.room(1)).toHaveAttribute('data-drop', 'current'));
    await takeMouse().click(board.name('Omar'));
    await waitFor(() => expect(board.said).toContain('Move cancelled. Priya is back in Not assigned.'));
    expect(board.row('Omar')).toHaveAttribute('data-selected', 'true');
  });
});

describe('fingers', () => {
  it('that rest lift, and carry on while a second one comes down', async () => {
    onTestFinished(await touchScreen());
    const board = await ground();
    const fingers = takeFingers();
    await fingers.down(await reach(board.name('Priya')));
    await board.inTheAir();
    await fingers.moveTo(board.at(board.room(1)));
    await fingers.down(board.at(board.room(2)), 1);
    await fingers.moveTo(board.at(board.room(3)));
    await waitFor(() => expect(board.room(3)).toHaveAttribute('data-drop', 'current'));
    await fingers.up(0);
    await fingers.up(1);
    await board.heard('Priya moved from Not assigned to Room 3, 1 of 4.');
  });

  it('of which two come down before one has rested lift nobody: they pinch', async () => {
    onTestFinished(await touchScreen());
    const board = await ground();
    const fingers = takeFingers();
    const at = await reach(board.name('Priya'));
    const lifted = new Promise<string>((done) => {
      board.row('Omar').addEventListener('click', () => done('nobody'), { once: true });
      new MutationObserver(() => board.root.querySelector('.brk-drag') && done('Priya')).observe(
        document.body,
        {
          childList: true,
          subtree: true,
        },
      );
    });
    await fingers.down(at);
    await fingers.down({ x: at.x + 60, y: at.y }, 1);
    await fingers.up(1);
    await fingers.up(0);
    await fingers.tap(board.name('Omar'));
    expect(await lifted).toBe('nobody');
  });

  it('whose touch the system takes away give people back', async () => {
    onTestFinished(await touchScreen());
    const board = await ground();
    const fingers = takeFingers();
    await fingers.down(await reach(board.name('Priya')));
    await board.inTheAir();
    await fingers.moveTo(board.at(board.room(3)));
    await fingers.cancel();
    await board.heard('Move cancelled. Priya is back in Not assigned.');
    expect(board.seatedIn(3)).toEqual([]);
  });
});

describe('a drag at the edge', () => {
  const dragTo = async (
    touch: boolean,
    options: Parameters<typeof ground>[0],
    far: (board: Awaited<ReturnType<typeof ground>>) => Element,
  ) => {
    const board = await ground(options);
    if (touch) onTestFinished(await touchScreen());
    const hand = touch ? takeFingers() : takeMouse();
    await hand.down(await reach(board.name('Priya')));
    if (touch) await board.inTheAir();
    const scroller = board.root.querySelector('.brk-body') as Element;
    const box = seenOf(scroller);
    const x = seenOf(board.room(1)).left + 40;
    await hand.moveTo(onPage(window, { x, y: box.bottom - 8 }));
    await waitFor(() => expect(seenOf(far(board)).height).toBeGreaterThan(40));
    return { board, hand };
  };

  it.each([
    ['a mouse', false],
    ['a finger', true],
  ])('of the board brings rooms into reach, with %s', async (_what, touch) => {
    const { board, hand } = await dragTo(touch, { rooms: 10, height: 740 }, (seen) => seen.room(10));
    await waitFor(async () => {
      await hand.moveTo(board.at(board.room(10)));
      expect(board.room(10)).toHaveAttribute('data-drop', 'current');
    });
    await hand.up();
    await board.heard('Priya moved from Not assigned to Room 10, 1 of 4.');
  });

  it('of the page does the same where the board is as high as its rooms', async () => {
    await page.viewport(1040, 500);
    onTestFinished(() => page.viewport(1100, 800));
    const { board, hand } = await dragTo(false, { rooms: 10 }, (seen) => seen.room(10));
    expect(document.scrollingElement?.scrollTop).toBeGreaterThan(0);
    await hand.up();
    window.scrollTo(0, 0);
    expect(board.said.length).toBeGreaterThan(0);
  });

  it('of the rail scrolls the rail', async () => {
    const board = await ground({ more: 40, height: 480 });
    const hand = takeMouse();
    await hand.down(await reach(board.name('Priya')));
    const rail = board.row('Omar').closest('.brk-rail, .brk-pool') as Element;
    const { left, bottom } = seenOf(rail);
    await hand.moveTo(onPage(window, { x: left + 60, y: bottom - 8 }));
    await waitFor(() => expect(seenOf(board.row('Guest 40')).height).toBeGreaterThan(10));
    await hand.up();
  });

  it('drops nobody in a room that lies under the foot of the planner', async () => {
    const board = await ground({ rooms: 10, height: 740 });
    const hand = takeMouse();
    const foot = board.root.querySelector('.brk-foot') as Element;
    await hand.down(await reach(board.name('Priya')));
    await hand.moveTo(board.at(board.room(1)));
    await board.inTheAir();
    await hand.moveTo(board.at(foot));
    await hand.up();
    await board.heard('Move cancelled. Priya is back in Not assigned.');
    expect(board.store.getState().plan.seats.has('priya')).toBe(false);
  });
});

describe('inside a dialog of the application', () => {
  const inDialog = () =>
    ground({
      around: (board) => (
        <Dialog.Root defaultOpen>
          <Dialog.Portal>
            <Dialog.Content aria-describedby={undefined} style={{ position: 'fixed', inset: 0 }}>
              <Dialog.Title>Rooms</Dialog.Title>
              {board}
            </Dialog.Content>
          </Dialog.Portal>
        </Dialog.Root>
      ),
    });
  const dialog = () => document.querySelector('[role="dialog"]');

  it('Escape ends a drag first, then the dialog', async () => {
    const board = await inDialog();
    const hand = takeMouse();
    await hand.down(await reach(board.name('Priya')));
    await hand.moveTo(board.at(board.room(3)));
    await board.inTheAir();
    await userEvent.keyboard('{Escape}');
    await board.heard('Move cancelled. Priya is back in Not assigned.');
    expect(dialog()).not.toBeNull();
    await hand.up();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog()).toBeNull());
  });

  it('Escape puts people down first who were picked up with keys', async () => {
    const board = await inDialog();
    board.name('Priya').focus();
    await userEvent.keyboard('{Enter}{Escape}');
    await board.heard('Move cancelled. Priya is back in Not assigned.');
    expect(dialog()).not.toBeNull();
    expect(focusedName(document)).toBe('Priya');
  });
});

describe('inside a shadow root', () => {
  const inShadow = () => {
    const host = document.body.appendChild(document.createElement('div'));
    const shadow = host.attachShadow({ mode: 'open' });
    for (const style of document.querySelectorAll('style')) shadow.append(style.cloneNode(true));
    const into = shadow.appendChild(document.createElement('div'));
    onTestFinished(() => host.remove());
    return ground({ into });
  };

  it('people are dragged, and what travels is dressed as the board is', async () => {
    const board = await inShadow();
    const hand = takeMouse();
    await hand.down(await reach(board.name('Priya')));
    await hand.moveTo(board.at(board.room(3)));
    const picture = await board.inTheAir();
    expect(getComputedStyle(picture).position).toBe('absolute');
    expect(picture.getRootNode()).toBe(board.root);
    await hand.up();
    await board.heard('Priya moved from Not assigned to Room 3, 1 of 4.');
    await waitFor(() => expect(focusedName(board.root)).toBe('Omar'));
  });

  it('keys pick up and drop; a menu goes from line to line', async () => {
    const board = await inShadow();
    board.name('Priya').focus();
    await userEvent.keyboard('{Enter}3');
    await board.heard('Priya moved from Not assigned to Room 3, 1 of 4.');
    await waitFor(() => expect(focusedName(board.root)).toBe('Omar'));
    await userEvent.keyboard('m');
    const line = () => board.root.activeElement?.getAttribute('role');
    await waitFor(() =>
      expect(board.root.querySelector('[role="menu"]')?.contains(board.root.activeElement)).toBe(true),
    );
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(line()).toBe('menuitem'));
    expect(board.root.activeElement).toHaveTextContent(/^1Room 1/u);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(board.root.activeElement).toHaveTextContent(/^3Room 3/u);
    await userEvent.keyboard('{Enter}');
    await board.heard('Omar moved from Not assigned to Room 3, 2 of 4.');
    await waitFor(() => expect(focusedName(board.root)).toBe('Grace'));
  });
});
