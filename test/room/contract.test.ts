// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/clock.js';
import { connectRoom } from '../../src/room/connectRoom.js';
import { portContract } from '../../src/room/portContract.js';
import type { RoomPort } from '../../src/room/roomPort.js';
import { createSimulatedMeeting, profileNames, type ProfileName } from '../../src/simulator.js';
import { PEOPLE, versionOf } from './stage.js';

const makerOf =
  (profile: ProfileName, change: (port: RoomPort) => RoomPort = (port) => port) =>
  () => {
    const clock = createManualClock();
    const meeting = createSimulatedMeeting({ clock, profile, people: PEOPLE, latency: [10, 60] });
    const portOf = (id: string) =>
      change(connectRoom(meeting.person(id).room, { clock, sdkVersion: versionOf(meeting) }));
    return {
      moderator: portOf('Ada'),
      participant: portOf('Bo'),
      participantId: () => meeting.person('Bo').clientId,
      pass: clock.pass,
      end: meeting.dispose,
    };
  };

describe.each(profileNames)('a port to an EnableX room of build %s', (profile) => {
  for (const { name, run } of portContract(makerOf(profile))) it(name, run);
});

describe('a port that does not keep its word is found out', () => {
  const failures = async (change: (port: RoomPort) => RoomPort) => {
    const failed: string[] = [];
    for (const { name, run } of portContract(makerOf('3.1.8', change)))
      await run().catch((error: unknown) => void failed.push(`${name}: ${String(error)}`));
    return failed;
  };

  it.each<[string, (port: RoomPort) => RoomPort, RegExp]>([
    ['hangs', (port) => ({ ...port, pauseMain: () => new Promise(() => undefined) }), /still open/],
    ['tells nothing', (port) => ({ ...port, attach: () => () => undefined }), /did not tell/],
    [
      'makes too few rooms',
      (port) => ({ ...port, createRooms: () => port.createRooms({ count: 1, capacity: 2 }) }),
      /3 rooms were asked for/,
    ],
    [
      'takes any order',
      (port) => ({ ...port, createRooms: () => Promise.resolve({ ok: true, roomIds: ['a', 'b', 'c'] }) }),
      /was accepted/,
    ],
    [
      'sends no invitation',
      (port) => ({ ...port, invite: () => Promise.resolve({ ok: true }) }),
      /not told of the invitation/,
    ],
    ['forgets where one is', (port) => ({ ...port, visit: () => null }), /Visit\(\) is not/],
    [
      'arrives unmuted',
      (port) => ({ ...port, join: (wish) => port.join({ ...wish, muted: false }) }),
      /not muted/,
    ],
    [
      'cannot be cancelled',
      (port) => ({ ...port, join: ({ roomId, role, muted }) => port.join({ roomId, role, muted }) }),
      /still open|did not say so/,
    ],
    [
      'leaves the main room silent',
      (port) => ({ ...port, resumeMain: () => Promise.resolve({ ok: true }) }),
      /although it was resumed/,
    ],
    [
      'says it told what it did not',
      (port) => ({ ...port, decline: () => Promise.resolve({ ok: true, told: false }) }),
      /do not agree/,
    ],
    ['keeps messages', (port) => ({ ...port, send: () => Promise.resolve({ ok: true }) }), /did not come/],
    [
      'goes on after detaching',
      (port) => ({
        ...port,
        attach(listener) {
          port.attach(listener);
          return () => undefined;
        },
      }),
      /after detaching/,
    ],
  ])('when it %s', async (_, change, complaint) => {
    expect((await failures(change)).join('\n')).toMatch(complaint);
  });
});
