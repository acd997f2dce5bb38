import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createRef, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { Button } from '../../../src/components/parts/Button.js';
import { IconButton } from '../../../src/components/parts/IconButton.js';

function pressCounter() {
  let presses = 0;
  return { press: () => void (presses += 1), count: () => presses };
}

describe.each([
  ['a button', 'Open 4 rooms', (props: object): ReactElement => <Button {...props}>Open 4 rooms</Button>],
  [
    'an icon button',
    'Redo',
    (props: object): ReactElement => <IconButton icon="redo" label="Redo" {...props} />,
  ],
])('%s', (_what, name, make) => {
  it('fires once for a press', async () => {
    const pressed = pressCounter();
    render(make({ onClick: pressed.press }));
    await userEvent.click(screen.getByRole('button', { name }));
    expect(pressed.count()).toBe(1);
  });

  it('that is unavailable says why, and its name does not change', () => {
    render(make({ unavailable: 'Room 2 is over by 1' }));
    const button = screen.getByRole('button', { name });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('Room 2 is over by 1');
    expect(button).toHaveAttribute('title', 'Room 2 is over by 1');
  });

  it('that is unavailable keeps the focus and fires for neither pointer nor keys', async () => {
    const pressed = pressCounter();
    const around = pressCounter();
    render(<div onClick={around.press}>{make({ unavailable: 'Not yet', onClick: pressed.press })}</div>);
    const button = screen.getByRole('button', { name });
    await userEvent.tab();
    expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter} ');
    await userEvent.click(button);
    expect([pressed.count(), around.count()]).toEqual([0, 0]);
    expect(button).toHaveFocus();
  });

  it('that is unavailable can lead to the remedy instead', async () => {
    const led = pressCounter();
    render(make({ unavailable: 'Not yet', onUnavailablePress: led.press }));
    await userEvent.click(screen.getByRole('button', { name }));
    expect(led.count()).toBe(1);
  });

  it('that is unavailable does not send the form it is in', async () => {
    const sent = pressCounter();
    render(<form onSubmit={sent.press}>{make({ type: 'submit', unavailable: 'Nobody to send to' })}</form>);
    await userEvent.click(screen.getByRole('button', { name }));
    expect(sent.count()).toBe(0);
  });

  it('keeps what describes it beside the reason', () => {
    render(
      <>
        <p id="note">Nobody moves yet.</p>
        {make({ 'aria-describedby': 'note', unavailable: 'Not yet' })}
      </>,
    );
    expect(screen.getByRole('button', { name })).toHaveAccessibleDescription('Nobody moves yet. Not yet');
  });

  it('adds the host’s class and style, and hands over its element', () => {
    const ref = createRef<HTMLButtonElement>();
    render(make({ className: 'host', style: { order: 2 }, ref, 'data-testid': 'it' }));
    const button = screen.getByTestId('it');
    expect(ref.current).toBe(button);
    expect(button.className).toMatch(/^brk-\w+ host$/);
    expect(button.style.order).toBe('2');
  });
});
