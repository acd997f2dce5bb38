import { render, screen, waitFor, within } from '@testing-library/react';
import { Profiler, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/clock.js';
import { RoomPlanner } from '../../src/components/planner/RoomPlanner.js';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import { english, withMessages, type Messages } from '../../src/messages.js';
import { createBreakoutSession } from '../../src/session/session.js';
import { createSimulatedMeeting } from '../../src/simulator.js';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const FIRST = 'Priya Omar Grace Lucas Jonas Maria Chidi Sofia Elif'.split(' ');

/** Three rooms of four: two people in the first, four in the second, none in the third; three are not assigned. */
async function threeRooms({
  messages = english,
  width = 1000,
}: { messages?: Messages; width?: number } = {}) {
  const clock = createManualClock();
  const meeting = createSimulatedMeeting({
    clock,
    maxActiveTalkers: 5,
    people: [
      { id: 'ana', userRef: 'ana', name: 'Ana Ruiz', role: 'moderator' },
      ...FIRST.map((name) => ({ id: name.toLowerCase(), userRef: name.toLowerCase(), name })),
    ],
  });
  const session = createBreakoutSession(meeting.person('ana').room, { clock, seed: 3 });
  const release = session.hold();
  await clock.pass(50);
  const { actions, store } = session;
  actions.setSplit('hand');
  actions.setRoomCount(3);
  const rooms = store.getState().plan.rooms.map((room) => room.key);
  actions.movePeople({ people: ['lucas', 'jonas'], to: rooms[0] ?? '' });
  actions.movePeople({ people: ['maria', 'chidi', 'sofia', 'elif'], to: rooms[1] ?? '' });
  ends.push(() => {
    release();
    meeting.dispose();
  });
  const counts = { commits: 0 };
  const screenOf = (children: ReactNode) =>
    render(
      <div style={{ inlineSize: width }}>
        <BreakoutProvider session={session} messages={messages}>
          <Profiler id="planner" onRender={() => (counts.commits += 1)}>
            {children}
          </Profiler>
        </BreakoutProvider>
      </div>,
    );
  screenOf(<RoomPlanner />);
  const seatedIn = (at: number) =>
    [...store.getState().plan.seats].filter(([, room]) => room === rooms[at]).map(([person]) => person);
  return { session, store, actions, rooms, seatedIn, counts, meeting, clock };
}

const row = (name: string) => {
  const found = screen.getAllByRole('row').find((element) => element.textContent.includes(name));
  if (!found) throw new Error(`${name} is not on the screen.`);
  return found;
};
const card = (number: number) => screen.getByRole('region', { name: `Room ${String(number)}` });
const middle = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { clientX: left + width / 2, clientY: top + height / 2 };
};

/** A pointer that moves as a hand does: down, some steps, up. */
function pointer(type: 'mouse' | 'touch' = 'mouse') {
  const common = {
    bubbles: true,
    cancelable: true,
    composed: true,
    pointerId: 7,
    isPrimary: true,
    pointerType: type,
  };
  const fire = (
    target: EventTarget,
    name: string,
    at: { clientX: number; clientY: number },
    buttons: number,
  ) => target.dispatchEvent(new PointerEvent(name, { ...common, ...at, button: 0, buttons }));
  return {
    down: (element: Element) => fire(element, 'pointerdown', middle(element), 1),
    move: (at: { clientX: number; clientY: number }) => fire(document, 'pointermove', at, 1),
    up: (at: { clientX: number; clientY: number }) => fire(document, 'pointerup', at, 0),
    cancel: () => fire(document, 'pointercancel', { clientX: 0, clientY: 0 }, 0),
  };
}
const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
const preview = () => document.querySelector('.brk-drag');
const spoken = () => document.querySelector('[data-brk-live]')?.textContent ?? '';

describe('dragging people', () => {
  it('one drag moves one person; the places say what they take while it lasts', async () => {
    const plan = await threeRooms();
    const hand = pointer();
    hand.down(row('Priya').querySelector('.brk-chip-main') as Element);
    hand.move({ clientX: 5, clientY: 400 });
    await waitFor(() => expect(card(2)).toHaveAttribute('data-drop', 'full'));
    expect(card(1)).toHaveAttribute('data-drop', 'allowed');
    expect(row('Priya')).toHaveAttribute('data-state', 'origin');
    expect(preview()).toBeVisible();
    hand.move(middle(card(3)));
    await waitFor(() => expect(card(3)).toHaveAttribute('data-drop', 'current'));
    expect(within(card(3)).getByText('Drop here')).toBeVisible();
    hand.up(middle(card(3)));
    await waitFor(() => expect(plan.seatedIn(2)).toEqual(['priya']));
    expect(preview()).toBeNull();
    expect(card(2)).not.toHaveAttribute('data-drop');
    await waitFor(() => expect(spoken()).toBe('Priya moved from Not assigned to Room 3, 1 of 4.'));
  });

  it('a drag of one of the selected takes them all; a room with too few seats takes those who fit', async () => {
    const plan = await threeRooms();
    for (const name of ['Priya', 'Omar', 'Grace'])
      row(name).querySelector<HTMLElement>('.brk-chip-main')?.click();
    const hand = pointer();
    await waitFor(() => expect(row('Grace')).toHaveAttribute('data-selected', 'true'));
    hand.down(row('Grace').querySelector('.brk-chip-main') as Element);
    hand.move(middle(card(1)));
    await waitFor(() => expect(preview()).toHaveTextContent('3'));
    hand.move(middle(card(3)));
    await waitFor(() => expect(card(1)).toHaveAttribute('data-drop', 'short'));
    expect(within(card(1)).getByText('Seats for 2 of 3')).toBeVisible();
    hand.up(middle(card(1)));
    await waitFor(() => expect(plan.seatedIn(0)).toEqual(['lucas', 'jonas', 'priya', 'omar']));
    await waitFor(() =>
      expect(spoken()).toBe('2 of 3 people moved to Room 1, now full. 1 person still selected.'),
    );
  });

  it('nothing is drawn by React while the pointer crosses every room', async () => {
    const drawn: string[] = [];
    const messages = withMessages({
      planner: {
        moveTo(who) {
          drawn.push(who);
          return english.planner.moveTo(who);
        },
      },
    });
    const plan = await threeRooms({ messages });
    const hand = pointer();
    hand.down(row('Priya').querySelector('.brk-chip-main') as Element);
    hand.move({ clientX: 5, clientY: 400 });
    await waitFor(() => expect(preview()).toBeVisible());
    await frame();
    const { commits } = plan.counts;
    drawn.length = 0;
    for (const at of [1, 2, 3, 1, 3]) {
      hand.move(middle(card(at)));
      await frame();
    }
    expect(card(3)).toHaveAttribute('data-drop', 'current');
    expect(plan.counts.commits).toBe(commits);
    expect(drawn).toEqual([]);
    hand.cancel();
  });

  it('a press that does not travel selects and lifts nobody', async () => {
    await threeRooms();
    const main = row('Priya').querySelector<HTMLElement>('.brk-chip-main');
    const hand = pointer();
    const at = middle(main as Element);
    hand.down(main as Element);
    hand.move({ clientX: at.clientX + 3, clientY: at.clientY });
    hand.up(at);
    main?.click();
    await waitFor(() => expect(row('Priya')).toHaveAttribute('data-selected', 'true'));
    expect(preview()).toBeNull();
  });

  it.each([
    ['Escape', () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }))],
    ['a pointer taken away by the system', () => pointer().cancel()],
    ['a window that loses the focus', () => window.dispatchEvent(new Event('blur'))],
  ])('%s puts people back and says so', async (_, end) => {
    const plan = await threeRooms();
    const hand = pointer();
    hand.down(row('Priya').querySelector('.brk-chip-main') as Element);
    hand.move(middle(card(3)));
    await waitFor(() => expect(card(3)).toHaveAttribute('data-drop', 'current'));
    end();
    await waitFor(() => expect(spoken()).toBe('Move cancelled. Priya is back in Not assigned.'));
    expect(preview()).toBeNull();
    hand.up(middle(card(3)));
    await frame();
    expect(plan.seatedIn(2)).toEqual([]);
  });

  it('Escape during a drag reaches no dialog around the planner', async () => {
    await threeRooms();
    let heard = 0;
    const listen = () => (heard += 1);
    document.addEventListener('keydown', listen, true);
    const hand = pointer();
    hand.down(row('Priya').querySelector('.brk-chip-main') as Element);
    hand.move(middle(card(3)));
    await waitFor(() => expect(preview()).toBeVisible());
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    );
    document.removeEventListener('keydown', listen, true);
    expect(heard).toBe(0);
    expect(preview()).toBeNull();
  });

  it('somebody in hand who leaves the meeting ends the drag, and it says so', async () => {
    const plan = await threeRooms();
    const hand = pointer();
    hand.down(row('Priya').querySelector('.brk-chip-main') as Element);
    hand.move(middle(card(3)));
    await waitFor(() => expect(preview()).toBeVisible());
    plan.meeting.leave('priya');
    await plan.clock.pass(61_000);
    await waitFor(() => expect(spoken()).toBe('Move cancelled. Priya has left.'));
    expect(preview()).toBeNull();
  });

  it('a finger lifts by resting; one that moves first scrolls', async () => {
    const plan = await threeRooms();
    const finger = pointer('touch');
    const main = row('Priya').querySelector('.brk-chip-main') as Element;
    const at = middle(main);
    finger.down(main);
    finger.move({ clientX: at.clientX, clientY: at.clientY + 20 });
    finger.up({ clientX: at.clientX, clientY: at.clientY + 20 });
    await frame();
    expect(preview()).toBeNull();
    finger.down(main);
    finger.move({ clientX: at.clientX + 4, clientY: at.clientY });
    await waitFor(() => expect(preview()).toBeVisible());
    const touch = new TouchEvent('touchmove', { bubbles: true, cancelable: true });
    main.dispatchEvent(touch);
    expect(touch.defaultPrevented).toBe(true);
    finger.move(middle(card(3)));
    finger.up(middle(card(3)));
    await waitFor(() => expect(plan.seatedIn(2)).toEqual(['priya']));
  });

  it('"Not assigned" takes people too', async () => {
    const plan = await threeRooms();
    const hand = pointer();
    const lucas = within(card(1)).getByRole('button', { name: 'Lucas' });
    const group = screen.getByRole('group', { name: /^Not assigned/ });
    hand.down(lucas);
    hand.move(middle(group));
    await waitFor(() => expect(group).toHaveAttribute('data-drop', 'current'));
    hand.up(middle(group));
    await waitFor(() => expect(plan.seatedIn(0)).toEqual(['jonas']));
  });

  it('the click that follows a drop presses nothing', async () => {
    const plan = await threeRooms();
    const hand = pointer();
    hand.down(row('Priya').querySelector('.brk-chip-main') as Element);
    hand.move(middle(card(3)));
    await waitFor(() => expect(preview()).toBeVisible());
    hand.up(middle(card(3)));
    const following = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 });
    screen.getByRole('button', { name: 'Rename Room 3' }).dispatchEvent(following);
    await waitFor(() => expect(plan.seatedIn(2)).toEqual(['priya']));
    expect(screen.queryByRole('textbox', { name: 'Rename Room 3' })).toBeNull();
    screen.getByRole('button', { name: 'Rename Room 3' }).click();
    expect(await screen.findByRole('textbox', { name: 'Rename Room 3' })).toBeVisible();
  });
});
