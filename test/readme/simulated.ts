import { createBreakoutSession, createManualClock } from '../../src/core.js';
import { createSimulatedMeeting, moderatorAnd } from '../../src/simulator.js';

export async function openTwoRooms() {
  const clock = createManualClock();
  const people = moderatorAnd(4, { script: { does: 'accepts', after: 2000 } });
  const meeting = createSimulatedMeeting({ clock, people, profile: '2.3.24', latency: 40 });
  const session = createBreakoutSession(meeting.person('moderator').room, { clock });
  session.hold();
  session.actions.setRoomCount(2);
  void session.actions.openRooms();
  await clock.pass(5000);
  return { meeting, session, rooms: meeting.rooms() };
}
