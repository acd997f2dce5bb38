import { afterEach, beforeEach, expect, test } from 'vitest';
import { profileNames } from '../../src/simulator.js';
import { listen, read, run, stage } from './stage.js';

beforeEach(() => {
  document.body.innerHTML = '<div id="sink"></div>';
});
afterEach(() => {
  document.body.innerHTML = '';
});

const players = () =>
  [...document.querySelectorAll<HTMLAudioElement>('#sink audio')].map(({ dataset }) =>
    Number(dataset['streamId']),
  );

test.each(profileNames)(
  'a stream of build %s is played into the element with that id, and taken away again',
  async (profile) => {
    const at = stage(profile);
    const heard = listen(at.room('Bo'), 'active-talkers-updated');
    at.room('Ada');
    await at.settle();
    const streamId = read(heard.at(-1), 'message', 'activeList', 0, 'streamId');
    const stream = at.room('Bo').remoteStreams.get(streamId);
    expect(stream?.getID()).toBe(streamId);
    run(stream as object, 'play', 'sink', { player: { height: '1px' } });
    run(stream as object, 'play', 'nowhere');
    expect(players()).toEqual([streamId]);
    run(stream as object, 'stop');
    expect(players()).toEqual([]);
  },
);

test('players go when the room object goes, or the one who is played', async () => {
  const at = stage();
  const [roomId = ''] = await at.open();
  const bo = await at.enter('Bo', roomId);
  const cy = await at.enter('Cy', roomId);
  const play = () => bo.remoteStreams.forEach((stream) => stream.play('sink'));
  play();
  expect(players()).toHaveLength(1);
  run(cy, 'disconnect');
  await at.settle();
  expect(players()).toEqual([]);
  await at.enter('Cy', roomId);
  play();
  expect(players()).toHaveLength(1);
  run(bo, 'disconnect');
  await at.settle();
  expect(players()).toEqual([]);
});

test('without audio in the browser streams are plain objects', () => {
  const at = stage();
  expect(at.meeting.person('Bo').localStream?.stream).toBeUndefined();
});
