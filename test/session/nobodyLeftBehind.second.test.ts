// @vitest-environment node
import { expect, test } from 'vitest';
import { holdMeetings, SEEDS, shards } from './nobodyLeftBehind.js';

// The second half of the thousand, in a file of its own: files run side by side.
test.each(shards(SEEDS / 2 + 1))(
  'whoever is not back in main with their sound when the rooms have ended is named, in meetings from seed %i on',
  { timeout: 300_000 },
  async (first) => expect(await holdMeetings(first)).toEqual([]),
);
