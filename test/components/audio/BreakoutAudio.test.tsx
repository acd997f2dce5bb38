import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BreakoutAudio } from '../../../src/components/audio/BreakoutAudio.js';
import { ReturnBanner } from '../../../src/components/returning/ReturnBanner.js';
import { beforeRooms, inRoom } from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const players = () => [...document.querySelectorAll<HTMLElement>('[data-brk-sound] > *')];
const streams = () => players().map((player) => player.dataset['stream']);

test('everybody who can be heard in the room has a player of their own, at the end of the page', async () => {
  const { me } = await show(inRoom, <BreakoutAudio />);
  const { talkers } = me.store.getState().self;
  expect(talkers.length).toBeGreaterThan(2);
  expect(streams()).toEqual(talkers.map(({ streamId }) => streamId));
  expect(players()[0]?.closest('[data-brk-sound]')?.parentElement).toBe(document.body);
});

test('ids are unique and plain, also with two sinks on a page', async () => {
  await show(
    inRoom,
    <>
      <BreakoutAudio />
      <BreakoutAudio />
    </>,
  );
  const ids = players().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^brk-talker-[A-Za-z0-9-]+$/);
});

test('in the main room nothing is played', async () => {
  await show(beforeRooms, <BreakoutAudio />);
  expect(players()).toEqual([]);
});

test('the players go when the person leaves the room', async () => {
  const { me, pass } = await show(inRoom, <BreakoutAudio />);
  act(() => void me.actions.returnToMain());
  await pass(4000);
  expect(players()).toEqual([]);
  expect(document.querySelector('[data-brk-sound]')).toBeNull();
});

test('the players go with the component', async () => {
  const { unmount } = await show(inRoom, <BreakoutAudio />);
  unmount();
  expect(players()).toEqual([]);
});

test('nobody’s sound begins again because somebody else turned their microphone', async () => {
  const { press } = await show(
    inRoom,
    <>
      <ReturnBanner />
      <BreakoutAudio />
    </>,
    { mic: true },
  );
  const before = players().map((player) => player.firstChild ?? player);
  await press('Your mic is here');
  expect(players().map((player) => player.firstChild ?? player)).toEqual(before);
  expect(screen.getByRole('button', { name: 'Your mic is off' })).toBeInTheDocument();
});

test('a shared screen is heard at the end of the page, or seen where it is asked for', async () => {
  const { scene, pass, unmount } = await show(inRoom, <BreakoutAudio showShare className="mine" />);
  act(() => scene.meeting.person('jonas').shareScreen(true));
  await pass(500);
  const share = screen.getByRole('group', { name: 'Screen shared by Jonas Weber' });
  expect(share).toHaveClass('brk-share', 'mine');
  expect(share.firstElementChild).toHaveAttribute('data-stream');
  unmount();
});
