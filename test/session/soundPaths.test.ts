// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { PROFILES } from './meeting.js';
import { roomsOf, soundOf } from './sound.js';
import { endInMain, PATHS, rows, setScene, STATES, type Scene } from './soundPaths.js';

/** What failed for good is said, and one press mends it when the service works again. */
async function expectRemedy(at: Scene): Promise<void> {
  expect(at.state('P1').self.sound.failure, 'the failure is said').not.toBeNull();
  expect(at.state('P1').notices.map(({ subject }) => subject)).toContain('sound');
  at.meeting.faults.clear();
  void at.kit('P1').actions.restoreSound();
  await endInMain(at);
}

const TABLE = rows(PROFILES, '2.3.24');

describe('whatever way somebody comes back to main, their sound there is as it was', () => {
  test.each(TABLE.map((row) => [row.title, row] as const))(
    '%s',
    async (_, { profile, before, wanted, from, path }) => {
      const way = PATHS[path];
      if (!way) throw new Error(`there is no path "${path}"`);
      const at = await setScene(profile, before, wanted);
      const earlier = soundOf(at.meeting, 'P1');
      await STATES[from](at);
      await way.walk(at);
      await endInMain(at);
      if (way.failsForGood) await expectRemedy(at);
      expect(roomsOf(at.meeting, 'P1')).toEqual([]);
      expect(soundOf(at.meeting, 'P1')).toEqual(earlier);
      const [main] = earlier.streams;
      expect(at.state('P1').self).toMatchObject({
        at: 'main',
        roomId: null,
        sound: {
          main: 'live',
          failure: null,
          changing: false,
          micOn: !(main?.byPerson || main?.byModerator),
          micHeld: main?.byModerator,
        },
      });
      expect(at.doubles, 'heard in two rooms at once').toEqual([]);
    },
  );
});

test('the table has every path on every build', () => {
  for (const path of Object.keys(PATHS))
    expect(new Set(TABLE.filter((row) => row.path === path).map((row) => row.profile)).size).toBe(
      PROFILES.length,
    );
  expect(new Set(TABLE.map((row) => row.title)).size).toBe(TABLE.length);
  expect(TABLE.length).toBeGreaterThanOrEqual(600);
});
