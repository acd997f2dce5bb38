// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createSimulatedMeeting } from '../../src/simulator.js';
import { run } from './stage.js';

test('the door opens on a server, where there is no page and no sound', () => {
  expect(typeof document).toBe('undefined');
  expect(typeof AudioContext).toBe('undefined');
  const meeting = createSimulatedMeeting({ people: 3 });
  const [first] = meeting.people();
  const streams = first?.room.remoteStreams.getAll();
  expect(streams).toEqual(new Map());
  run(first?.localStream as object, 'play', 'sink');
  expect(first?.localStream?.stream).toBeUndefined();
  meeting.dispose();
});

test('two meetings share nothing', () => {
  const one = createSimulatedMeeting({ people: ['Bo'] });
  const two = createSimulatedMeeting({ people: ['Bo'] });
  one.join('Cy');
  expect(two.person('Bo').room.userList.size).toBe(1);
  expect(() => two.person('Cy')).toThrow('Nobody');
  one.dispose();
  two.dispose();
});

test('no file of the simulator reads the clock or draws by itself', () => {
  const folder = new URL('../../src/simulator/', import.meta.url);
  const own = /setTimeout|setInterval|Date\.now|performance\.now|Math\.random|requestAnimationFrame/;
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => own.test(readFileSync(new URL(file, folder), 'utf8')))).toEqual([]);
});
