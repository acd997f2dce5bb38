// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { profileNames } from '../../src/simulator.js';
import { ask, code, listen, run, stage } from './stage.js';

/** Bo and Cy in one room. */
async function inside(profile: Parameters<typeof stage>[0]) {
  const at = stage(profile);
  const [roomId = ''] = await at.open();
  const bo = await at.enter('Bo', roomId);
  const cy = await at.enter('Cy', roomId);
  const own = (room: typeof bo) => [...room.localStreams.getAll().values()][0];
  const hears = (who: string) => [...at.meeting.person(who).hears(roomId)];
  return { ...at, bo, cy, own, hears };
}

describe('1 Build 2.3.9 leaves publishing and subscribing to the application', () => {
  test('1 nobody is heard who was not published, and nobody hears whom they did not subscribe to', async () => {
    const { bo, cy, own, hears, settle } = await inside('2.3.9');
    expect(hears('Cy')).toEqual([]);
    const added = listen(cy, 'stream-added');
    const published = ask(bo, 'publish', own(bo), {});
    await settle();
    expect(published).toEqual([[code(0)]]);
    expect(hears('Cy')).toEqual([]);
    const [stream] = (added[0]?.['streams'] ?? []) as readonly object[];
    const subscribed = ask(cy, 'subscribe', stream, {});
    await settle();
    expect(subscribed).toEqual([[code(0)]]);
    expect(hears('Cy')).toEqual(['Bo']);
    expect(hears('Bo')).toEqual([]);
  });
});

describe.each(profileNames)('1 Publishing and subscribing by hand, build %s', (profile) => {
  test('1 a stream is published once, and only by whose it is', async () => {
    const { bo, cy, own } = await inside(profile);
    if (profile === '2.3.9') run(bo, 'publish', own(bo), {});
    for (const stream of [own(bo), own(cy), undefined, {}])
      expect(ask(bo, 'publish', stream, {})).toEqual([[code(1155)]]);
  });

  test('1 what is no stream of the room cannot be subscribed to', async () => {
    const { bo, own } = await inside(profile);
    for (const stream of [own(bo), null, { getID: () => 7 }])
      expect(ask(bo, 'subscribe', stream, {})).toEqual([[code(1155)]]);
  });
});

test('6 somebody whom a moderator mutes is told in every room they are in', async () => {
  const { bo, meeting, room } = await inside('2.3.24');
  const events = [room('Bo'), bo].map((each) => listen(each, 'hardmute-user-audio', 'hardunmute-user-audio'));
  meeting.person('Bo').hardMute(true);
  meeting.person('Bo').hardMute(false);
  for (const told of events)
    expect(told.map(({ type }) => type)).toEqual(['hardmute-user-audio', 'hardunmute-user-audio']);
});
