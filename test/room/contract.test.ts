// @vitest-environment node
import { describe, it } from 'vitest';
import { createManualClock } from '../../src/clock.js';
import { connectRoom } from '../../src/room/connectRoom.js';
import { portContract } from '../../src/room/portContract.js';
import { createSimulatedMeeting, profileNames } from '../../src/simulator.js';
import { PEOPLE, versionOf } from './stage.js';

describe.each(profileNames)('a port to an EnableX room of build %s', (profile) => {
  const make = () => {
    const clock = createManualClock();
    const meeting = createSimulatedMeeting({ clock, profile, people: PEOPLE, latency: [10, 60] });
    const portOf = (id: string) =>
      connectRoom(meeting.person(id).room, { clock, sdkVersion: versionOf(meeting) });
    return {
      moderator: portOf('Ada'),
      participant: portOf('Bo'),
      participantId: () => meeting.person('Bo').clientId,
      pass: clock.pass,
      end: meeting.dispose,
    };
  };
  for (const { name, run } of portContract(make)) it(name, run);
});
