import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { BreakoutKit } from '../../../src/components/kit/BreakoutKit.js';
import { PersonKit } from '../../../src/components/kit/PersonKit.js';
import {
  beforeRooms,
  closing,
  inRoom,
  invited,
  openRooms,
  soundNotBack,
} from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const kit = () => screen.getByRole('group', { name: 'Breakout rooms' });

describe('the kit', () => {
  test('shows a participant nothing while there is nothing to say', async () => {
    await show(beforeRooms, <BreakoutKit />);
    expect(kit()).toBeEmptyDOMElement();
  });

  test('shows a moderator the planner, from the opening on the desk, and the planner again for the next plan', async () => {
    const { scene, me, pass } = await show(beforeRooms, <BreakoutKit />, { who: 'ana' });
    expect(kit().querySelector('[data-view="desk"]')).toBeNull();
    expect(screen.getByRole('button', { name: /^Open \d+ rooms?$/ })).toBeInTheDocument();
    await act(() => openRooms({ scene, me }));
    expect(screen.getByRole('button', { name: 'End rooms' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Open \d/ })).not.toBeInTheDocument();
    act(() => void me.actions.closeNow());
    await pass(40_000);
    expect(me.store.getState().round.phase).toBe('closed');
    expect(screen.getByText('Everyone is back')).toBeInTheDocument();
    act(() => me.actions.planAgain());
    expect(screen.getByRole('button', { name: /^Open \d/ })).toBeInTheDocument();
  });

  test('without its desk leaves a moderator the person’s screens', async () => {
    await show(beforeRooms, <BreakoutKit desk={false} />, { who: 'ana' });
    expect(kit()).toBeEmptyDOMElement();
  });

  test('shows a moderator who visits a room banner and desk', async () => {
    const { me, pass } = await show(invited, <BreakoutKit />, { who: 'ana' });
    act(() => void me.actions.visitRoom({ roomKey: me.store.getState().plan.rooms[1]?.key ?? '' }));
    await pass(2000);
    expect(screen.getByRole('region', { name: 'Onboarding' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'End rooms' })).toBeInTheDocument();
  });

  test('leads somebody from the invitation over the panel to the banner and back', async () => {
    const { press, pass } = await show(invited, <BreakoutKit />);
    await press('Join');
    await pass(2000);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Onboarding' })).toBeInTheDocument();
    expect(document.querySelector('[data-brk-sound]')).not.toBeNull();
    await press('Return to main room');
    await pass(4000);
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      '2Back to Onboarding',
    ]);
    expect(document.querySelector('[data-brk-sound]')).toBeNull();
  });

  test('leaves the sound to an application that plays it itself', async () => {
    await show(inRoom, <PersonKit ownAudio />);
    expect(document.querySelector('[data-brk-sound]')).toBeNull();
  });

  test('says in the main room that its sound did not come back', async () => {
    await show(soundNotBack, <PersonKit />);
    expect(screen.getByRole('button', { name: 'Restore sound' })).toBeInTheDocument();
    expect(document.querySelector('.brk-toast')).toBeNull();
  });
});

describe('when the rooms end', () => {
  test('the focus that was in the banner comes to the kit, not to the page', async () => {
    const { pass } = await show(closing, <PersonKit />);
    act(() => screen.getByRole('button', { name: 'Return to main room' }).focus());
    await pass(40_000);
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(kit()).toHaveFocus();
  });

  test('an open question goes away by itself, says why, and leaves the focus in the kit', async () => {
    const { scene, pass, heard } = await show(invited, <PersonKit />);
    expect(screen.getByRole('heading', { name: 'Join Onboarding?' })).toHaveFocus();
    act(() => void scene.session('ana').actions.endRooms());
    await pass(40_000);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(kit()).toHaveFocus();
    expect(heard()).toMatch(/ended/);
  });
});

describe('a notice', () => {
  test('goes after ten seconds, but not while somebody reads it', async () => {
    const { scene, me, pass } = await show(invited, <PersonKit />);
    act(() => void scene.session('ana').actions.endRooms());
    await pass(31_000);
    const toast = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('.brk-toast');
      if (!found) throw new Error('no toast');
      return found;
    });
    act(() => toast.querySelector('button')?.focus());
    await pass(15_000);
    expect(toast).toBeInTheDocument();
    act(() => toast.querySelector('button')?.blur());
    await pass(100);
    expect(toast).not.toBeInTheDocument();
    expect(me.store.getState().notices).toEqual([]);
  });

  test('can be put away', async () => {
    const { scene, pass, press } = await show(invited, <PersonKit />);
    act(() => void scene.session('ana').actions.endRooms());
    await pass(31_000);
    await press('Dismiss');
    expect(document.querySelector('.brk-toast')).toBeNull();
  });
});
