import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ReturnBanner } from '../../../src/components/returning/ReturnBanner.js';
import { SoundNotice } from '../../../src/components/returning/SoundNotice.js';
import { closing, inRoom, returning, soundNotBack, wasMoved } from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const banner = () => screen.getByRole('region');
const radios = () => screen.getAllByRole('radio').map((radio) => radio.textContent);

describe('in a room', () => {
  test('a person reads which room it is and how many are there, and can return', async () => {
    const { me, press, pass } = await show(inRoom, <ReturnBanner className="mine" theme="dark" />);
    expect(banner()).toHaveAccessibleName('Onboarding');
    expect(banner()).toHaveTextContent('5 people');
    expect(banner().parentElement).toHaveClass('brk', 'mine');
    expect(banner().parentElement).toHaveAttribute('data-theme', 'dark');
    await press('Return to main room');
    await pass(4000);
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(me.store.getState().self).toMatchObject({ at: 'main', sound: { main: 'live' } });
  });

  test('what is new is said: being there, and being back', async () => {
    const { scene, me, heard, pass, press } = await show(inRoom, <ReturnBanner />);
    expect(heard()).toBe('You are in Onboarding.');
    await press('Return to main room');
    await pass(4000);
    expect(me.store.getState().self.at).toBe('main');
    expect(heard()).toBe('You are in the main room.');
    expect(scene.meeting.uncaught()).toEqual([]);
  });

  test('the microphone is a button that is pressed while it is on, and really turns it off and on', async () => {
    const { scene, press } = await show(inRoom, <ReturnBanner />, { mic: true });
    const silent = () => scene.meeting.truth().get('jonas');
    const mic = screen.getByRole('button', { name: 'Your mic is here' });
    expect(mic).toHaveAttribute('aria-pressed', 'true');
    const heardBefore = JSON.stringify(silent());
    await press('Your mic is here');
    expect(screen.getByRole('button', { name: 'Your mic is off' })).toHaveAttribute('aria-pressed', 'false');
    await press('Your mic is off');
    expect(screen.getByRole('button', { name: 'Your mic is here' })).toHaveAttribute('aria-pressed', 'true');
    expect(JSON.stringify(silent())).toBe(heardBefore);
  });

  test('while a moderator holds it muted, the microphone says so and does nothing', async () => {
    const { scene, press, happened } = await show(inRoom, <ReturnBanner />, { mic: true });
    act(() => scene.meeting.person('chidi').hardMute(true));
    await press('Your mic is here');
    const mic = screen.getByRole('button', { name: 'A moderator muted your mic' });
    expect(mic).toHaveAttribute('aria-disabled', 'true');
    expect(mic).toHaveAttribute('aria-pressed', 'false');
    const calls = happened('call.opened');
    await press('A moderator muted your mic');
    expect(happened('call.opened')).toBe(calls);
  });

  test('the main room is muted, paused or listened to, by press and by arrow key', async () => {
    const { me, key, pass } = await show(inRoom, <ReturnBanner />, { mic: true });
    const group = screen.getByRole('radiogroup', { name: 'Main room sound' });
    expect(radios()).toEqual(['Muted', 'Paused', 'Listening']);
    expect(within(group).getByRole('radio', { name: 'Paused' })).toBeChecked();
    act(() => within(group).getByRole('radio', { name: 'Paused' }).focus());
    await key('ArrowLeft');
    await pass(100);
    expect(within(group).getByRole('radio', { name: 'Muted' })).toBeChecked();
    expect(me.store.getState().self.sound.main).toBe('muted');
    await key('End');
    await pass(100);
    expect(me.store.getState().self.sound.main).toBe('listening');
  });

  test('the choices of a narrow banner belong to one button that says the present one', async () => {
    const { press } = await show(inRoom, <ReturnBanner />);
    const fold = screen.getByRole('button', { name: 'Main room sound: Paused' });
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    await press('Main room sound: Paused');
    expect(fold).toHaveAttribute('aria-expanded', 'true');
    const sound = document.getElementById(fold.getAttribute('aria-controls') ?? '');
    expect(sound).toContainElement(screen.getByRole('radiogroup'));
  });

  test('somebody whom the service moved is told by whom, and can return at once', async () => {
    const { heard, me, press, pass } = await show(wasMoved, <ReturnBanner />);
    expect(banner()).toHaveAccessibleName('Breakout room');
    expect(banner()).toHaveTextContent('Tom Becker moved you here');
    expect(heard()).toBe('Tom Becker moved you to a breakout room.');
    await press('Return to main room');
    await pass(4000);
    expect(me.store.getState().self.at).toBe('main');
  });

  test('somebody whom the service moved without a word of whom is told all the same', async () => {
    const { scene, me, pass } = await show(wasMoved, <ReturnBanner />);
    act(() => scene.meeting.leave('tom'));
    await pass(100);
    expect(me.store.getState().people.has('tom')).toBe(false);
    expect(banner()).toHaveTextContent('A moderator moved you here');
  });

  test('nothing is there for somebody in the main room', async () => {
    const { me } = await show(soundNotBack, <ReturnBanner />);
    expect(me.store.getState().self.at).toBe('main');
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});

describe('when the rooms close', () => {
  test('the time left is counted down, said once, and the way back stays', async () => {
    const { me, pass, heard } = await show(closing, <ReturnBanner />);
    expect(banner()).toHaveAttribute('data-state', 'closing');
    expect(banner()).toHaveTextContent('Rooms close in 0:30');
    expect(banner()).toHaveTextContent('Onboarding');
    expect(heard()).toBe('Rooms close in 0:30');
    await pass(5000);
    expect(banner()).toHaveTextContent('Rooms close in 0:25');
    expect(heard()).toBe('Rooms close in 0:30');
    expect(screen.getByRole('button', { name: 'Return to main room' })).toBeEnabled();
    await pass(30_000);
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(me.store.getState().self).toMatchObject({ at: 'main', sound: { main: 'live' } });
  });

  test('and are kept open after all, the banner is as before', async () => {
    const { scene, pass } = await show(closing, <ReturnBanner />);
    act(() => void scene.session('ana').actions.keepRoomsOpen());
    await pass(500);
    expect(banner()).toHaveAttribute('data-state', 'in-room');
    expect(banner()).not.toHaveTextContent('Rooms close');
  });
});

describe('on the way back', () => {
  test('the banner says so, and Return is not heard twice', async () => {
    const { happened, press } = await show(returning, <ReturnBanner />);
    expect(banner()).toHaveAttribute('data-state', 'returning');
    expect(banner()).toHaveTextContent('Returning to the main room');
    await press('Return to main room');
    expect(happened('return.started')).toBe(0);
  });

  test('the focus goes to the way back when the control that had it disappears', async () => {
    const { scene, me, pass } = await show(inRoom, <ReturnBanner />);
    act(() => screen.getByRole('radio', { name: 'Paused' }).focus());
    scene.meeting.setLatency(1000);
    act(() => void me.actions.returnToMain());
    await pass(20);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Return to main room' })).toHaveFocus();
  });
});

describe('when sound fails', () => {
  test('in a room it is said beside the remedy, until the remedy worked', async () => {
    const { scene, me, press, pass } = await show(inRoom, <ReturnBanner />, { mic: true });
    const mend = scene.meeting.faults.add({ kind: 'refused', call: 'mute', person: 'chidi', code: 5023 });
    fireEvent.click(screen.getByRole('radio', { name: 'Muted' }));
    const fix = scene.meeting.faults.add({ kind: 'refused', call: 'unmute', person: 'chidi', code: 5023 });
    await pass(2000);
    expect(banner()).toHaveTextContent('Main room sound is not as it should be.');
    mend();
    fix();
    await press('Restore sound');
    await pass(2000);
    expect(banner()).not.toHaveTextContent('Main room sound is not as it should be.');
    expect(me.store.getState().self.sound).toMatchObject({ main: 'muted', failure: null });
  });

  test('after the return it is said in the main room, until the remedy worked', async () => {
    const { me, press, pass, heard } = await show(soundNotBack, <SoundNotice />);
    expect(
      screen.getByText('Main room sound could not be turned back on.', { selector: '.brk-warning-text' }),
    ).toBeInTheDocument();
    expect(heard()).toBe('Main room sound could not be turned back on.');
    await press('Restore sound');
    await pass(2000);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(me.store.getState().self.sound).toMatchObject({ main: 'live', failure: null });
  });
});
