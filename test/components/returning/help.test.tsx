import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ReturnBanner } from '../../../src/components/returning/ReturnBanner.js';
import { helpAsked, helpComes, inRoom } from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const banner = () => screen.getByRole('region');

describe('somebody who asks for help', () => {
  test('is heard by the moderators, waits in words, and keeps the focus on the same button', async () => {
    const { scene, press, pass, heard } = await show(inRoom, <ReturnBanner />);
    const button = screen.getByRole('button', { name: 'Ask for help' });
    act(() => button.focus());
    await press('Ask for help');
    await pass(500);
    expect(banner()).toHaveTextContent('You asked for help');
    expect(heard()).toBe('You asked for help. You are told when a moderator is on the way.');
    expect(button).toHaveAccessibleName('Cancel asking for help');
    expect(button).toHaveFocus();
    expect([...scene.session('ana').store.getState().help.values()]).toMatchObject([
      { person: 'chidi', claimedBy: null },
    ]);
  });

  test('takes it back with Cancel, and the moderators’ list is empty again', async () => {
    const { scene, press, pass, heard } = await show(helpAsked, <ReturnBanner />);
    await press('Cancel asking for help');
    await pass(500);
    expect(banner()).toHaveTextContent('5 people');
    expect(heard()).toBe('You are not asking for help any more.');
    expect(scene.session('ana').store.getState().help.size).toBe(0);
    expect(screen.getByRole('button', { name: 'Ask for help' })).toBeInTheDocument();
  });

  test('does not take it back with the second press of a double click', async () => {
    const { me, pass } = await show(inRoom, <ReturnBanner />);
    const button = screen.getByRole('button', { name: 'Ask for help' });
    act(() => {
      fireEvent.click(button, { detail: 1 });
      fireEvent.click(button, { detail: 2 });
    });
    await pass(100);
    expect(me.store.getState().self.help).not.toBeNull();
  });

  test('reads who is on the way, still may cancel, and hears it once', async () => {
    const { heard, press, me, pass } = await show(helpComes, <ReturnBanner />);
    expect(banner()).toHaveTextContent('Tom Becker is on the way');
    await pass(30_000);
    expect(banner()).toHaveTextContent('Tom Becker is on the way');
    await press('Cancel asking for help');
    expect(me.store.getState().self.help).toBeNull();
    expect(heard()).toBe('You are not asking for help any more.');
  });

  test('hears when a moderator comes, and when they turn back', async () => {
    const { scene, pass, heard } = await show(helpAsked, <ReturnBanner />);
    const ana = scene.session('ana').actions;
    act(() => ana.claimHelp({ person: 'chidi' }));
    await pass(500);
    expect(heard()).toBe('Ana Ruiz is on the way.');
    act(() => ana.releaseHelp({ person: 'chidi' }));
    await pass(500);
    expect(banner()).toHaveTextContent('You asked for help');
    expect(heard()).toBe('Nobody is on the way any more. You are still asking for help.');
    act(() => ana.resolveHelp({ person: 'chidi' }));
    await pass(500);
    expect(heard()).toBe('You are not asking for help any more.');
  });

  test('has the microphone and the way back on screen all the while', async () => {
    await show(helpComes, <ReturnBanner />, { mic: true });
    expect(screen.getByRole('button', { name: 'Your mic is here' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Return to main room' })).toBeInTheDocument();
  });
});
