// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createManualClock } from '../../src/clock.js';
import { createSimulatedMeeting, profileNames, profiles } from '../../src/simulator.js';
import { ask, code, listen, microphone, namesOf, read, run, stage } from './stage.js';

const SPELLINGS = [
  ['createBreakOutRoom', 'createBreakoutRoom'],
  ['createAndInviteBreakOutRoom', 'createAndInviteBreakoutRoom'],
  ['inviteToBreakoutRoom', 'inviteToBreakOutRoom'],
  ['joinBreakOutRoom', 'joinBreakoutRoom'],
  ['rejectBreakoutRoomInvite', 'rejectBreakOutRoomInvite', 'rejectBreakOutRoomInvitation'],
  ['pauseRoom', 'pause'],
  ['resumeRoom', 'resume'],
  ['muteRoom'],
  ['unMuteRoom', 'unmuteRoom'],
  ['clearAllBreakOutSession'],
  ['destroyAllBreakOutSession'],
];

/** The matrix of section 1 for the names: which of each spelling is there. */
const MATRIX: Record<string, (string | undefined)[]> = {
  guide: [
    'createBreakoutRoom',
    'createAndInviteBreakoutRoom',
    'inviteToBreakoutRoom',
    'joinBreakOutRoom',
    'rejectBreakOutRoomInvite',
    'pauseRoom',
    'resumeRoom',
    'muteRoom',
    'unMuteRoom',
    'clearAllBreakOutSession',
    'destroyAllBreakOutSession',
  ],
};
const REAL = [
  'createBreakOutRoom',
  'createAndInviteBreakOutRoom',
  'inviteToBreakoutRoom',
  'joinBreakOutRoom',
];
const SOUND = ['pauseRoom', 'resumeRoom', 'muteRoom', 'unMuteRoom'];
const CLOSING = ['clearAllBreakOutSession', 'destroyAllBreakOutSession'];
MATRIX['1.9.4'] = [...REAL, undefined, ...SOUND, undefined, undefined];
MATRIX['2.0.1'] = [...REAL, undefined, ...SOUND, ...CLOSING];
for (const build of ['2.3.9', '2.3.24', '3.1.8'])
  MATRIX[build] = [...REAL, 'rejectBreakoutRoomInvite', ...SOUND, ...CLOSING];

describe.each(profileNames)('12 The simulated room, build %s', (profile) => {
  const guide = profile === 'guide';

  test('12.2 only the names of the build are there', () => {
    const room = stage(profile).room('Ada');
    expect(SPELLINGS.map((all) => all.filter((name) => name in room))).toEqual(
      MATRIX[profile]?.map((name) => (name === undefined ? [] : [name])),
    );
  });

  test('1 the version is the build, and the guide has none', () => {
    expect(profiles[profile].version).toBe(guide ? undefined : profile);
  });

  test('12.3 answers take the way there and back, within the latency, and in order', async () => {
    const clock = createManualClock();
    const meeting = createSimulatedMeeting({
      clock,
      profile,
      people: [{ name: 'Ada', role: 'moderator' }],
      latency: [100, 300],
    });
    const answeredAt: [order: number, at: number][] = [];
    for (let order = 0; order < 20; order += 1) {
      run(meeting.person('Ada').room, 'getMaxTalkers', () => void answeredAt.push([order, clock.now()]));
    }
    await clock.pass(99);
    expect(answeredAt).toEqual([]);
    await clock.pass(501);
    expect(answeredAt.map(([order]) => order)).toEqual([...Array.from({ length: 20 }).keys()]);
    expect(answeredAt.every(([, at]) => at >= 200 && at <= 600)).toBe(true);
    expect(new Set(answeredAt.map(([, at]) => at)).size).toBeGreaterThan(10);
    meeting.setLatency(5);
    const fast = ask(meeting.person('Ada').room, 'getMaxTalkers');
    await clock.pass(10);
    expect(fast).toHaveLength(1);
  });

  test('12.4 a creation lists ids, up to ten rooms of a capacity that fits', async () => {
    const at = stage(profile);
    const ids = await at.open(10, 5);
    expect(new Set(ids).size).toBe(10);
    const answers = ask(at.room('Ada'), at.meeting.profile.names.create, { participants: 3, max_rooms: 1 });
    await at.settle();
    expect(answers).toEqual([[code(1726)]]);
  });

  test('12.5 an invitation reaches the ids given, named by its sender', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const heard = ['Bo', 'Cy', 'Di'].map((who) => listen(at.room(who), 'join-breakout-room'));
    const clients = [at.room('Bo').clientId, at.room('Di').clientId];
    ask(at.room('Ada'), 'inviteToBreakoutRoom', { clients, room_id: roomId });
    await at.settle();
    expect(heard.map((events) => events.length)).toEqual([1, 0, 1]);
  });

  test('12.6 a join makes another room object, and the others hear an id', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const heard = listen(at.room('Cy'), 'user-joined-breakout-room');
    const inside = await at.enter('Bo', roomId);
    expect(inside).not.toBe(at.room('Bo'));
    expect(inside.clientId).not.toBe(at.room('Bo').clientId);
    expect(inside.userList).not.toBe(at.room('Bo').userList);
    expect(read(heard[0], ...(guide ? ['clientId'] : ['message', 'clientId']))).toBe(at.room('Bo').clientId);
  });

  test('12.7 leaving: the object alone says so; the others hear name, id and room; the last one out ends the room', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const inside = await at.enter('Bo', roomId);
    const own = listen(inside, 'room-disconnected');
    const others = listen(at.room('Cy'), 'user-disconnected-breakout-room');
    const owner = listen(at.room('Ada'), 'breakout-room-destroyed');
    run(inside, 'disconnect');
    await at.settle();
    expect(own).toHaveLength(1);
    expect(others).toHaveLength(1);
    expect(owner).toEqual([{ type: 'breakout-room-destroyed', message: { room_id: roomId } }]);
    const again = ask(
      at.room('Bo'),
      'joinBreakOutRoom',
      { role: 'participant', room_id: roomId },
      microphone(),
    );
    await at.settle();
    expect(again).toEqual(guide ? [[code(0)]] : profile === '1.9.4' ? [] : [[code(1155)]]);
    expect(at.meeting.rooms()[0]).toMatchObject({ alive: false, members: [] });
  });

  test('12.10 whoever leaves the main room stays in the breakout room, and its messages reach those inside', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const inside = await at.enter('Bo', roomId);
    const { names } = at.meeting.profile;
    const heard = listen(at.room('Bo'), 'user-data-received');
    if (names.sendUserData !== null) ask(at.room('Ada'), names.sendUserData, { hi: 1 }, true, null);
    await at.settle();
    expect(heard).toHaveLength(names.sendUserData === null ? 0 : 1);
    run(at.room('Bo'), 'disconnect');
    await at.settle();
    expect(inside.state).toBe(2);
  });

  test('12.11 moderators hear of refusals where the build can refuse, and of nothing else', async () => {
    const at = stage(profile, {
      people: [{ name: 'Ada', role: 'moderator' }, { name: 'Mo', role: 'moderator' }, 'Bo'],
    });
    const heard = ['Ada', 'Mo', 'Bo'].map((who) =>
      listen(at.room(who), 'breakout-room-created', 'breakout-room-invited', 'breakout-invite-rejected'),
    );
    const [roomId = ''] = await at.open();
    ask(at.room('Ada'), 'inviteToBreakoutRoom', { clients: [at.room('Bo').clientId], room_id: roomId });
    await at.settle();
    at.meeting.person('Bo').decline(roomId);
    await at.settle();
    const expected = profiles[profile].names.reject === null ? [] : ['breakout-invite-rejected'];
    expect(heard.map(namesOf)).toEqual([expected, expected, []]);
  });
});

test('12.2 a misspelled profile is a mistake of the one who wrote it', () => {
  expect(() => createSimulatedMeeting({ profile: 'constructor' as never })).toThrow(
    'There is no profile "constructor"',
  );
  expect(() => stage().meeting.person('Nobody')).toThrow('Nobody in this meeting is called "Nobody"');
});
