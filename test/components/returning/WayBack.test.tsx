import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { PersonKit } from '../../../src/components/kit/PersonKit.js';
import { WayBack } from '../../../src/components/returning/WayBack.js';
import { backInMain, closing, inRoom, invited } from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent);

describe('somebody who returned by themselves', () => {
  test('finds the way to the room again, and it goes away when they take it', async () => {
    const { me, press, pass } = await show(backInMain, <WayBack className="mine" theme="dark" />);
    const button = screen.getByRole('button', { name: /Back to Onboarding$/u });
    expect(button).toHaveAttribute('data-room', '2');
    expect(button.parentElement).toHaveClass('brk', 'brk-pending', 'mine');
    expect(button.parentElement).toHaveAttribute('data-kind', 'returned');
    expect(button.parentElement).toHaveAttribute('data-theme', 'dark');
    await press(/Back to Onboarding$/u);
    expect(buttons()).toEqual([]);
    await pass(2000);
    expect(me.store.getState().self.at).toBe('in-room');
    expect(buttons()).toEqual([]);
  });

  test('joins once, however fast they press', async () => {
    const { me, pass, happened } = await show(backInMain, <WayBack />);
    const button = screen.getByRole('button', { name: /Back to Onboarding$/u });
    act(() => {
      fireEvent.click(button);
      fireEvent.click(button);
    });
    await pass(2000);
    expect(happened('attempt.started')).toBe(1);
    expect(me.store.getState().self.at).toBe('in-room');
  });

  test('does not find it any more when the rooms are ending, and finds it when they are kept open', async () => {
    const { scene, pass } = await show(backInMain, <WayBack />);
    act(() => void scene.session('ana').actions.endRooms());
    await pass(500);
    expect(buttons()).toEqual([]);
    act(() => void scene.session('ana').actions.keepRoomsOpen());
    await pass(500);
    expect(screen.getByRole('button', { name: /Back to Onboarding$/u })).toBeEnabled();
    act(() => void scene.session('ana').actions.closeNow());
    await pass(2000);
    expect(buttons()).toEqual([]);
  });
});

describe('somebody who said Not now', () => {
  test('may go after all', async () => {
    const { me, press, pass } = await show(invited, <PersonKit />);
    expect(screen.queryByRole('button', { name: /after all$/u })).not.toBeInTheDocument();
    await press('Not now');
    await press(/Join Onboarding after all$/u);
    await pass(2000);
    expect(me.store.getState().self.at).toBe('in-room');
    expect(screen.queryByRole('button', { name: /after all$/u })).not.toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Onboarding' })).toBeInTheDocument();
  });
});

describe('nothing is offered', () => {
  test('to somebody who is in the room', async () => {
    await show(inRoom, <WayBack />);
    expect(buttons()).toEqual([]);
  });

  test('to somebody whom the end of the rooms brought back', async () => {
    const { me, pass } = await show(closing, <WayBack />);
    await pass(35_000);
    expect(me.store.getState().self.at).toBe('main');
    expect(buttons()).toEqual([]);
  });
});
