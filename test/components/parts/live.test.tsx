import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Button } from '../../../src/components/parts/Button.js';
import { Countdown } from '../../../src/components/parts/Countdown.js';
import { EmptyState } from '../../../src/components/parts/EmptyState.js';
import { Ladder, type LadderStep } from '../../../src/components/parts/Ladder.js';
import type { Place } from '../../../src/components/parts/placeIcons.js';
import { Steps } from '../../../src/components/parts/Steps.js';
import { Surface } from '../../../src/components/parts/Surface.js';
import { TimeBar } from '../../../src/components/parts/TimeBar.js';
import { Toast } from '../../../src/components/parts/Toast.js';
import { Warning } from '../../../src/components/parts/Warning.js';

const steps: readonly LadderStep[] = [
  { state: 'in-room', label: 'In room', count: 13 },
  { state: 'joining', label: 'Joining', count: 0 },
  { state: 'no-answer', label: 'No answer', count: 2 },
];

it('the ladder has a toggle for every step and a part of the bar for those with people', async () => {
  const toggled: Place[] = [];
  const { container } = render(
    <Ladder
      label="Where everyone is"
      steps={steps}
      pressed={new Set(['no-answer'])}
      onToggle={(state) => toggled.push(state)}
    />,
  );
  const group = screen.getByRole('group', { name: 'Where everyone is' });
  expect(
    within(group)
      .getAllByRole('button')
      .map((button) => button.textContent),
  ).toEqual(['13 In room', '0 Joining', '2 No answer']);
  const bar = [...container.querySelectorAll<HTMLElement>('.brk-ladder-bar > span')];
  expect(bar.map((part) => [part.dataset['state'], part.style.getPropertyValue('--n')])).toEqual([
    ['in-room', '13'],
    ['no-answer', '2'],
  ]);
  expect(screen.getByRole('button', { pressed: true })).toHaveTextContent('No answer');
  await userEvent.click(screen.getByRole('button', { name: '0 Joining' }));
  expect(toggled).toEqual(['joining']);
});

it('the step under way is the current one, and its state is heard', () => {
  render(
    <Steps
      steps={[
        { state: 'done', label: 'Main room sound paused', stateLabel: 'done' },
        { state: 'now', label: 'Joining Room 2' },
        { state: 'todo', label: 'Connected' },
      ]}
    />,
  );
  const items = screen.getAllByRole('listitem');
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  expect(items[0]).toHaveTextContent('Main room sound paused (done)');
});

it.each([
  [15_000, '75 100'],
  [40_000, '100 100'],
  [-5, undefined],
])('with %i of 20000 ms left the ring is %s full', (value, expected) => {
  render(<Countdown value={value} total={20_000} text="15" label="15 seconds" />);
  const ring = screen.getByRole('timer', { name: '15 seconds' }).querySelectorAll('circle')[1];
  expect(ring?.getAttribute('stroke-dasharray') ?? undefined).toBe(expected);
});

it('the line of time says how much is left, and nothing when there was none', () => {
  const { container, rerender } = render(<TimeBar value={582} total={1000} />);
  const left = () =>
    container.querySelector<HTMLElement>('.brk-banner-time > span')!.style.getPropertyValue('--left');
  expect(left()).toBe('58.2%');
  rerender(<TimeBar value={1} total={0} />);
  expect(left()).toBe('0%');
});

it('a problem and its remedy stand in one line', async () => {
  let fixed = 0;
  render(
    <ul>
      <Warning
        level="stop"
        remedy={
          <Button kind="link" onClick={() => (fixed += 1)}>
            Fix
          </Button>
        }
      >
        Room 2 is over by 1
      </Warning>
    </ul>,
  );
  const warning = screen.getByRole('listitem');
  expect(warning).toHaveTextContent('Room 2 is over by 1');
  await userEvent.click(within(warning).getByRole('button', { name: 'Fix' }));
  expect(fixed).toBe(1);
});

it('a message can be put away', async () => {
  let dismissed = 0;
  render(
    <Toast from="Ana Ruiz to all rooms" onDismiss={() => (dismissed += 1)} dismissLabel="Dismiss">
      Five minutes left.
    </Toast>,
  );
  expect(screen.getByRole('status')).toHaveTextContent('Ana Ruiz to all roomsFive minutes left.');
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(dismissed).toBe(1);
});

it('an empty state has a heading of the rank it is given', () => {
  render(
    <EmptyState art="rooms" level={2} title="Nobody to split yet" reason="You are the only one here." />,
  );
  expect(screen.getByRole('heading', { level: 2, name: 'Nobody to split yet' })).toBeVisible();
});

it('a surface hands on what it does not say itself', () => {
  const { container } = render(
    <Surface theme="dark" dir="rtl">
      <Surface density="compact" />
    </Surface>,
  );
  const inner = container.querySelector('.brk .brk');
  expect(inner).toHaveAttribute('data-theme', 'dark');
  expect(inner).toHaveAttribute('dir', 'rtl');
  expect(inner).toHaveAttribute('data-density', 'compact');
});

it('the HTML of a server carries no style attribute', () => {
  const html = renderToString(
    <Surface>
      <Ladder label="Where everyone is" steps={steps} onToggle={() => undefined} />
      <TimeBar value={1} total={2} />
      <Countdown value={1} total={2} text="1" label="1 second" />
    </Surface>,
  );
  expect(html).toContain('brk-ladder-bar');
  expect(html).not.toContain('style=');
});
