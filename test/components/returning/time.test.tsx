import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ReturnBanner } from '../../../src/components/returning/ReturnBanner.js';
import {
  closing,
  inRoom,
  lastMinute,
  meetingEnds,
  roomCloses,
  timeAsked,
  timed,
  timeIsUp,
  visiting,
} from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const banner = () => screen.getByRole('region');
const line = () => document.querySelector('.brk-banner-time');
const left = () => line()?.querySelector('span')?.style.getPropertyValue('--left');
const askForTime = () => screen.queryByRole('button', { name: 'Ask for more time' });

describe('the time of the round', () => {
  test('stands in the banner in words, and as a line that measures it', async () => {
    const { pass } = await show(timed, <ReturnBanner />);
    expect(banner()).toHaveTextContent('8:42 left');
    expect(left()).toBe('58%');
    await pass(60_000);
    expect(banner()).toHaveTextContent('7:42 left');
    expect(left()).toBe('51.3%');
    expect(askForTime()).not.toBeInTheDocument();
  });

  test('is not there where a moderator set none', async () => {
    await show(inRoom, <ReturnBanner />);
    expect(banner()).not.toHaveTextContent('left');
    expect(line()).toBeNull();
  });

  test('is said on the way in', async () => {
    const { heard } = await show((options) => inRoom({ minutes: 15, ...options }), <ReturnBanner />);
    expect(heard()).toBe('You are in Onboarding. 15 minutes left.');
  });

  test('is said once more when one minute is left, and never again for the same end', async () => {
    const { pass, heard } = await show((options) => timed({ left: 70_000, ...options }), <ReturnBanner />);
    const entered = heard();
    await pass(9000);
    expect(heard()).toBe(entered);
    await pass(1000);
    expect(heard()).toBe('1 minute left.');
    expect(line()).toHaveAttribute('data-kind', 'closing');
    await pass(30_000);
    expect(heard()).toBe('1 minute left.');
  });

  test('that a moderator changes is said', async () => {
    const { scene, pass, heard } = await show(timed, <ReturnBanner />);
    const ana = scene.session('ana').actions;
    act(() => ana.addTime({ ms: 300_000 }));
    await pass(500);
    expect(heard()).toBe('There is more time. 14 minutes left.');
    act(() => ana.addTime({ ms: -600_000 }));
    await pass(500);
    expect(heard()).toBe('There is less time. 4 minutes left.');
    act(() => ana.setTimeLeft({ ms: null }));
    await pass(500);
    expect(heard()).toBe('There is no time limit any more.');
    expect(banner()).not.toHaveTextContent('left');
    act(() => ana.setTimeLeft({ ms: 120_000 }));
    await pass(500);
    expect(heard()).toBe('2 minutes left.');
  });

  test('when it is up, the rooms close by themselves with their grace', async () => {
    const { heard } = await show(timeIsUp, <ReturnBanner />);
    expect(banner()).toHaveAttribute('data-state', 'closing');
    expect(banner()).toHaveTextContent('Rooms close in 0:30');
    expect(heard()).toBe('Rooms close in 0:30');
  });

  test('that is given while the rooms close takes the closing back, and both are one sentence', async () => {
    const { scene, pass, heard } = await show(timeIsUp, <ReturnBanner />);
    act(() => scene.session('ana').actions.addTime({ ms: 300_000 }));
    await pass(500);
    expect(banner()).toHaveAttribute('data-state', 'in-room');
    expect(heard()).toBe('The rooms stay open. 5 minutes left.');
  });
});

describe('more time', () => {
  test('can be asked for in the last minute: the moderator sees it, the button says it and keeps the focus', async () => {
    const { scene, press, pass, heard, happened } = await show(lastMinute, <ReturnBanner />);
    const button = screen.getByRole('button', { name: 'Ask for more time' });
    act(() => button.focus());
    await press('Ask for more time');
    await pass(500);
    expect(button).toHaveAccessibleName('You asked for more time');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveFocus();
    expect(heard()).toBe('You asked for more time');
    expect([...scene.session('ana').store.getState().timeAsks.keys()]).toEqual(['chidi']);
    await press('You asked for more time');
    // In this kit and, told, in the moderator's.
    expect(happened('time.asked')).toBe(1);
  });

  test('that was given answers the wish, and one can ask again', async () => {
    const { scene, pass } = await show(timeAsked, <ReturnBanner />);
    act(() => scene.session('ana').actions.addTime({ ms: 60_000 }));
    await pass(500);
    expect(screen.queryByRole('button', { name: 'You asked for more time' })).not.toBeInTheDocument();
    await pass(60_000);
    expect(askForTime()).toBeInTheDocument();
  });

  test('can be asked for while the rooms close, in place of the sound', async () => {
    const { press, pass, scene } = await show(closing, <ReturnBanner />);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    await press('Ask for more time');
    await pass(500);
    expect(screen.getByRole('button', { name: 'You asked for more time' })).toBeInTheDocument();
    act(() => void scene.session('ana').actions.keepRoomsOpen());
    await pass(500);
    expect(scene.session('ana').store.getState().timeAsks.size).toBe(0);
    expect(screen.queryByRole('button', { name: /more time$/u })).not.toBeInTheDocument();
  });

  test.each(['guide'] as const)('is not offered where kits cannot talk (%s)', async (profile) => {
    await show(inRoom, <ReturnBanner />, { profile });
    expect(askForTime()).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Ask for help' })).not.toBeInTheDocument();
    expect(banner()).toHaveAccessibleName(/room/iu);
    expect(screen.getByRole('button', { name: 'Return to main room' })).toBeInTheDocument();
  });
});

describe('other ends', () => {
  test('a room that closes alone does not say that the rooms close', async () => {
    const { heard, me, pass } = await show(roomCloses, <ReturnBanner />);
    expect(banner()).toHaveTextContent('Back to the main room in 0:20');
    expect(banner()).not.toHaveTextContent('Rooms close');
    expect(heard()).toBe('A moderator brings you back to the main room in 20 seconds.');
    expect(askForTime()).not.toBeInTheDocument();
    await pass(25_000);
    expect(me.store.getState().self.at).toBe('main');
  });

  test('the end of the meeting is told apart from the end of the round', async () => {
    const { heard, pass } = await show(meetingEnds, <ReturnBanner />);
    expect(banner()).toHaveTextContent('8:42 left');
    expect(banner()).toHaveTextContent('Meeting ends in 10:00');
    expect(heard()).toMatch(
      /^(?:The meeting itself ends in 10 minutes\.|You are in Onboarding\. 9 minutes left\.)$/u,
    );
    await pass(30_000);
    expect(banner()).toHaveTextContent('Meeting ends in 9:30');
  });

  test('a moderator who looks in is visiting, and needs neither help nor more time', async () => {
    const { heard } = await show(visiting, <ReturnBanner />);
    expect(banner()).toHaveTextContent('Visiting');
    expect(heard()).toBe('You are visiting Onboarding.');
    expect(screen.queryByRole('button', { name: /^Ask/u })).not.toBeInTheDocument();
  });
});
