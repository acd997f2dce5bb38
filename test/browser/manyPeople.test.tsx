import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Profiler } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { RoomPlanner } from '../../src/components/planner/RoomPlanner.js';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import { english, withMessages } from '../../src/messages.js';
import { crowd } from '../../stories/scenes/crowd.js';

// StrictMode draws everything twice, and here it is counted what is drawn.
configure({ reactStrictMode: false });

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

interface Options {
  readonly count: number;
  readonly rooms?: number;
  readonly seated?: number;
  readonly dir?: 'rtl';
  readonly width?: number;
}

/**
 * A planner of many people. What is drawn is counted by what a row asks for each time it is drawn: the words of its
 * menu button.
 */
async function planner({ count, rooms = 10, seated = 0, dir, width = 1100 }: Options) {
  const scene = await crowd({ count, rooms, seats: 600, seated });
  const drawn: string[] = [];
  const messages = withMessages({
    planner: {
      moveTo(who) {
        drawn.push(who);
        return english.planner.moveTo(who);
      },
    },
  });
  const counts = { commits: 0 };
  const session = scene.session('ana');
  const { container, unmount } = render(
    <div style={{ inlineSize: width, blockSize: 760 }} dir={dir}>
      <BreakoutProvider session={session} messages={messages}>
        <Profiler id="planner" onRender={() => (counts.commits += 1)}>
          <RoomPlanner {...(dir ? { dir } : {})} />
        </Profiler>
      </BreakoutProvider>
    </div>,
  );
  ends.push(unmount, scene.dispose);
  await frame();
  const rail = container.querySelector<HTMLElement>('.brk-rail') as HTMLElement;
  return { ...scene, session, container, drawn, counts, rail, quiet: () => void drawn.splice(0) };
}

const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
const notAssigned = () => screen.getByRole('grid', { name: 'Not assigned' });
const rows = (list = notAssigned()) => within(list).getAllByRole('row');
const rowOf = (id: string, list = notAssigned()) => list.querySelector<HTMLElement>(`[data-person="${id}"]`);
const button = (id: string) => rowOf(id)?.querySelector('button') as HTMLButtonElement;
const focusedPerson = () => document.activeElement?.closest('[data-person]')?.getAttribute('data-person');
const scrollTo = async (element: HTMLElement, top: number) => {
  element.scrollTop = top;
  await frame();
};

/** The rows in the flow follow each other without a gap and cover all that is in sight. */
function expectWhole(rail: HTMLElement, list = notAssigned()) {
  const sight = rail.getBoundingClientRect();
  const boxes = rows(list)
    .filter((row) => !row.hasAttribute('data-apart'))
    .map((row) => ({ at: Number(row.getAttribute('aria-rowindex')), box: row.getBoundingClientRect() }));
  expect(boxes.map(({ at }) => at)).toEqual(boxes.map((_, index) => (boxes[0]?.at ?? 0) + index));
  const gaps = boxes.slice(1).map(({ box }, index) => box.top - (boxes[index]?.box.bottom ?? 0));
  // Beside each other, or a little below.
  expect(Math.max(...gaps)).toBeLessThan(12);
  const inList = list.getBoundingClientRect();
  expect(boxes[0]?.box.top).toBeLessThanOrEqual(Math.max(sight.top, inList.top) + 12);
  expect(boxes.at(-1)?.box.bottom).toBeGreaterThanOrEqual(Math.min(sight.bottom, inList.bottom) - 12);
}

function pointer() {
  const common = {
    bubbles: true,
    cancelable: true,
    composed: true,
    pointerId: 7,
    isPrimary: true,
    pointerType: 'mouse',
  };
  const fire = (target: EventTarget, name: string, at: object, buttons: number) =>
    target.dispatchEvent(new PointerEvent(name, { ...common, ...at, button: 0, buttons }));
  const middle = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { clientX: left + width / 2, clientY: top + height / 2 };
  };
  return {
    down: (element: Element) => fire(element, 'pointerdown', middle(element), 1),
    over: (element: Element) => fire(document, 'pointermove', middle(element), 1),
    up: (element: Element) => fire(document, 'pointerup', middle(element), 0),
  };
}
const card = (number: number) =>
  screen.getByRole('region', { name: new RegExp(`^Room ${String(number)}(?:\\D|$)`, 'u') });

/** Drawn no more: a list draws itself once more some time after it was scrolled. */
async function still(counts: { readonly commits: number }): Promise<void> {
  for (let frames = 0, { commits } = counts; frames < 20; frames += 1) {
    await frame();
    if (counts.commits === commits) continue;
    frames = 0;
    commits = counts.commits;
  }
}

describe('how much is drawn', () => {
  it('the page holds as much of 5,000 people as of 1,000', async () => {
    const sizes: number[] = [];
    for (const count of [1000, 5000]) {
      const { container } = await planner({ count });
      sizes.push(container.querySelectorAll('*').length);
      for (const end of ends.splice(0)) await end();
    }
    expect(sizes[1]).toBe(sizes[0]);
    expect(sizes[1]).toBeLessThan(1500);
  });

  it('fifty full rooms hold as much of 5,000 people as of 1,000', async () => {
    const sizes: number[] = [];
    for (const count of [1000, 5000]) {
      const { container } = await planner({ count, rooms: 50, seated: count });
      sizes.push(container.querySelectorAll('[data-person]').length);
      for (const end of ends.splice(0)) await end();
    }
    expect(sizes[1]).toBe(sizes[0]);
    expect(sizes[1]).toBeLessThan(500);
  });

  it('one changed person draws one row in a list, and none when they are out of sight', async () => {
    const { tell, clock, drawn, quiet, session } = await planner({ count: 1000 });
    const change = async (id: string) => {
      quiet();
      tell({
        type: 'person.joined',
        person: { clientId: `client-${id}`, userRef: id, name: `Now ${id}`, role: 'participant' },
      });
      await clock.pass(20);
      await frame();
      expect(session.store.getState().people.get(id)?.name).toBe(`Now ${id}`);
      return drawn.length;
    };
    expect(await change('guest-3')).toBe(1);
    expect(rowOf('guest-3')).toHaveTextContent('Now guest-3');
    expect(await change('guest-900')).toBe(0);
  });

  it('one changed person with a seat draws two rows: in the rail and in the card', async () => {
    const { tell, clock, drawn, quiet } = await planner({ count: 1000, seated: 1000 });
    quiet();
    tell({
      type: 'person.joined',
      person: { clientId: 'client-guest-3', userRef: 'guest-3', name: 'Somebody else', role: 'participant' },
    });
    await clock.pass(20);
    await frame();
    expect(drawn).toEqual(['Somebody else', 'Somebody else']);
  });

  it('a burst of 2,000 events is one commit of the store and one of the screen', async () => {
    const { tell, clock, counts, session } = await planner({ count: 5000 });
    let told = 0;
    ends.push(session.store.subscribe(() => (told += 1)));
    const { commits } = counts;
    for (let at = 1; at <= 2000; at += 1)
      tell({
        type: 'person.joined',
        person: {
          clientId: `client-guest-${String(at)}`,
          userRef: `guest-${String(at)}`,
          name: `Name ${String(at)}`,
          role: 'participant',
        },
      });
    expect(told).toBe(0);
    await clock.pass(20);
    await frame();
    expect(told).toBe(1);
    expect(counts.commits).toBe(commits + 1);
    expect(rowOf('guest-1')).toHaveTextContent('Name 1');
  });

  it('a lift draws the row in hand, moves draw nothing, and a drop draws the rows that come into sight', async () => {
    const { drawn, quiet, counts, rail } = await planner({ count: 5000 });
    const hand = pointer();
    await scrollTo(rail, 900);
    await still(counts);
    const lifted = rows().find(
      (row) => row.getBoundingClientRect().top > rail.getBoundingClientRect().top + 100,
    ) as HTMLElement;
    quiet();
    hand.down(lifted.querySelector('button') as Element);
    hand.over(card(3));
    await waitFor(() => expect(card(3)).toHaveAttribute('data-drop', 'current'));
    await frame();
    expect(drawn).toHaveLength(1);
    quiet();
    const { commits } = counts;
    for (const number of [1, 2, 4, 3]) {
      hand.over(card(number));
      await frame();
    }
    expect(drawn).toEqual([]);
    expect(counts.commits).toBe(commits);
    const name = lifted.querySelector('bdi')?.textContent ?? '';
    const before = new Set(rows().map((row) => row.querySelector('bdi')?.textContent));
    hand.up(card(3));
    await waitFor(() => expect(within(card(3)).getAllByRole('row')).toHaveLength(1));
    await frame();
    // In their card, and in the rail among those in rooms; of the others only who came into sight, once.
    expect(drawn.filter((who) => who === name)).toHaveLength(2);
    const others = drawn.filter((who) => who !== name);
    expect(others.filter((who) => before.has(who))).toEqual([]);
    expect(others.length).toBeLessThanOrEqual(1);
  });
});

describe('a list of thousands with the keyboard', () => {
  it('says how many rows there are, and which each is', async () => {
    const { rail } = await planner({ count: 5000 });
    expect(notAssigned()).toHaveAttribute('aria-rowcount', '5000');
    expect(rows()[0]).toHaveAttribute('aria-rowindex', '1');
    expectWhole(rail);
    await scrollTo(rail, 70_000);
    expectWhole(rail);
    const middle = rows().find((row) => row.getBoundingClientRect().top >= rail.getBoundingClientRect().top);
    expect(Number(middle?.getAttribute('aria-rowindex'))).toBeGreaterThan(2000);
  });

  it('Home, End and the arrows reach people who are not in the page; who has the focus stays in it', async () => {
    const { rail } = await planner({ count: 5000 });
    const user = userEvent.setup();
    button('guest-1').focus();
    await user.keyboard('{End}');
    expect(focusedPerson()).toBe('guest-5000');
    await frame();
    expect(rowOf('guest-5000')).toHaveAttribute('aria-rowindex', '5000');
    expect(rowOf('guest-5000')?.getBoundingClientRect().bottom).toBeLessThanOrEqual(
      rail.getBoundingClientRect().bottom,
    );
    expectWhole(rail);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(focusedPerson()).toBe('guest-4998');
    await scrollTo(rail, 0);
    expect(focusedPerson()).toBe('guest-4998');
    expectWhole(rail);
    await user.keyboard('{ArrowDown}');
    expect(focusedPerson()).toBe('guest-4999');
    await frame();
    expectWhole(rail);
    await user.keyboard('{Home}');
    expect(focusedPerson()).toBe('guest-1');
    expect(notAssigned().querySelectorAll('.brk-chip-main[tabindex="0"]')).toHaveLength(1);
  });

  it('ranges and "all" select people who are not in the page', async () => {
    await planner({ count: 5000 });
    const user = userEvent.setup();
    button('guest-1').focus();
    await user.keyboard('{Shift>}{End}{/Shift}');
    expect(await screen.findByRole('button', { name: 'Move 5000 people to…' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('toolbar')).toBeNull();
    await user.keyboard('{Control>}a{/Control}');
    expect(await screen.findByRole('button', { name: 'Move 5000 people to…' })).toBeVisible();
  });

  it('after a move the focus is on the next person, wherever in the list', async () => {
    await planner({ count: 5000 });
    const user = userEvent.setup();
    button('guest-1').focus();
    await user.keyboard('{End}{ArrowUp}');
    expect(focusedPerson()).toBe('guest-4999');
    await user.keyboard('m');
    await user.click(await screen.findByRole('menuitem', { name: /^Onboarding/ }));
    await waitFor(() => expect(focusedPerson()).toBe('guest-5000'));
    expect(notAssigned()).toHaveAttribute('aria-rowcount', '4999');
    expect(rowOf('guest-5000')).toHaveAttribute('aria-rowindex', '4999');
    await user.keyboard('m');
    await user.click(await screen.findByRole('menuitem', { name: /^Onboarding/ }));
    await waitFor(() => expect(focusedPerson()).toBe('guest-4998'));
  });

  it('a list that has become short is drawn whole, and the focus stays', async () => {
    const { session, rail } = await planner({ count: 201 });
    button('guest-1').focus();
    await userEvent.keyboard('{End}');
    const [room = ''] = session.store.getState().plan.rooms.map(({ key }) => key);
    const most = Array.from({ length: 172 }, (_, at) => `guest-${String(at + 1)}`);
    session.actions.movePeople({ people: most, to: room });
    await waitFor(() => expect(rows()).toHaveLength(29));
    expect(focusedPerson()).toBe('guest-201');
    expect(notAssigned()).not.toHaveAttribute('aria-rowcount');
    expect(rows().every((row) => !row.hasAttribute('aria-rowindex') && !row.style.insetBlockStart)).toBe(
      true,
    );
    session.actions.undo();
    await waitFor(() => expect(notAssigned()).toHaveAttribute('aria-rowcount', '201'));
    expect(focusedPerson()).toBe('guest-201');
    expectWhole(rail);
  });
});

describe('a list of thousands otherwise', () => {
  it('somebody in hand stays in the page when the list scrolls away under them', async () => {
    const { rail } = await planner({ count: 5000 });
    const hand = pointer();
    hand.down(button('guest-4'));
    hand.over(card(1));
    await waitFor(() => expect(rowOf('guest-4')).toHaveAttribute('data-state', 'origin'));
    await scrollTo(rail, 50_000);
    expect(rowOf('guest-4')).toHaveAttribute('data-state', 'origin');
    hand.up(card(1));
    await waitFor(() => expect(card(1).querySelector('[data-person="guest-4"]')).not.toBeNull());
    await frame();
    expectWhole(rail);
  });

  it('larger type misplaces nobody', async () => {
    const { rail, container } = await planner({ count: 1000 });
    await scrollTo(rail, 8000);
    const style = document.createElement('style');
    style.textContent = '.brk-chip-main { min-block-size: 61px !important; font-size: 24px !important; }';
    container.append(style);
    await waitFor(() => expect(rows()[3]?.offsetHeight).toBe(61));
    await frame();
    expectWhole(rail);
    await scrollTo(rail, rail.scrollHeight);
    expectWhole(rail);
    expect(rowOf('guest-1000')).toHaveAttribute('aria-rowindex', '1000');
  });

  it.each([
    ['from right to left', { dir: 'rtl' as const }],
    ['on a tablet, several in a line', { width: 720 }],
    ['on a phone', { width: 320 }],
  ])('%s every row is where it belongs', async (_, options) => {
    const { rail } = await planner({ count: 1000, ...options });
    const user = userEvent.setup();
    expectWhole(rail);
    await scrollTo(rail, 3000);
    expectWhole(rail);
    button('guest-1').focus({ preventScroll: true });
    await user.keyboard('{End}');
    await frame();
    expect(focusedPerson()).toBe('guest-1000');
    expectWhole(rail);
  });

  it('the rest of a room is one press away, or an arrow key', async () => {
    await planner({ count: 214, seated: 210 });
    const list = () => within(card(1)).getByRole('grid');
    const shown = rows(list()).length;
    const more = within(card(1)).getByRole('button', { name: /more in Pricing$/ });
    expect(more).toHaveTextContent(`${String(21 - shown)} more`);
    expect(list()).toHaveAttribute('aria-rowcount', '21');
    fireEvent.click(more);
    expect(rows(list())).toHaveLength(21);
    fireEvent.click(within(card(1)).getByRole('button', { name: 'Show fewer in Pricing' }));
    expect(rows(list())).toHaveLength(shown);
    const last = rows(list())[shown - 1]?.querySelector('button');
    last?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(rows(list())).toHaveLength(21);
    expect(document.activeElement).toBe(rows(list())[shown]?.querySelector('button'));
  });

  it('the menu of people to add shows the first of thousands', async () => {
    await planner({ count: 5000 });
    await userEvent.click(within(card(1)).getByRole('button', { name: /^Add people/ }));
    const menu = await screen.findByRole('menu');
    expect(within(menu).getAllByRole('menuitem')).toHaveLength(50);
    expect(menu).toHaveTextContent('4951 more: find them by name in the list of people');
  });
});
