// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { profileNames, profiles } from '../../src/simulator.js';
import { ask, code, microphone, run, stage } from './stage.js';

/** The calls that wait for one socket message, with inputs the server accepts. */
const calls = [
  ['create', () => [{ participants: 3, max_rooms: 1 }]],
  ['createAndInvite', () => [{ participants: 3, max_rooms: 1 }]],
  ['invite', (roomId: string) => [{ clients: [], room_id: roomId }]],
  ['reject', (roomId: string) => [roomId]],
  ['pause', () => []],
  ['resume', () => []],
] as const;

describe.each(profileNames)('2 Asking the server, build %s', (profile) => {
  describe.each(calls.filter(([call]) => profiles[profile].names[call] !== null))('%s', (call, inputs) => {
    test('2.1 without a connection: answered once, at once, with 1163', async () => {
      const { meeting, room, open, settle } = stage(profile);
      const [roomId = ''] = await open();
      const ada = room('Ada');
      meeting.person('Ada').cutNetwork();
      const answers = ask(ada, meeting.profile.names[call], ...inputs(roomId));
      expect(answers).toEqual([
        [{ result: 1163, error: 'Network disconnected', desc: expect.any(String) as string }],
      ]);
      await settle();
      expect(answers).toHaveLength(1);
    });

    test('2.2 the server agrees: answered once, later', async () => {
      const { meeting, room, open, settle } = stage(profile);
      const [roomId = ''] = await open();
      const answers = ask(room('Ada'), meeting.profile.names[call], ...inputs(roomId));
      expect(answers).toEqual([]);
      await settle();
      expect(answers).toEqual([[code(0)]]);
    });

    test('2.3 the server refuses with a payload: answered once with it', async () => {
      const { meeting, room, open, settle } = stage(profile);
      const [roomId = ''] = await open();
      meeting.faults.set({ kind: 'refused', call, code: 1138, msg: 'no' });
      const answers = ask(room('Ada'), meeting.profile.names[call], ...inputs(roomId));
      await settle();
      expect(answers).toEqual([[{ result: 1138, msg: 'no' }]]);
    });

    test('2.4 the server answers as type "error": never answered', async () => {
      const { meeting, room, open, settle } = stage(profile);
      const [roomId = ''] = await open();
      meeting.faults.set({ kind: 'error-ack', call });
      const answers = ask(room('Ada'), meeting.profile.names[call], ...inputs(roomId));
      await settle();
      expect(answers).toEqual([]);
    });

    test('2.5 the server is silent: never answered, though it did what was asked', async () => {
      const { meeting, room, open, settle } = stage(profile);
      const [roomId = ''] = await open();
      meeting.faults.set({ kind: 'silent', call });
      const answers = ask(room('Ada'), meeting.profile.names[call], ...inputs(roomId));
      await settle();
      expect(answers).toEqual([]);
      expect(meeting.faults.counts().get('silent')).toBe(1);
    });

    test('2.6 the server answers with nothing: never answered, but for the sound calls, which get nothing', async () => {
      const { meeting, room, open, settle } = stage(profile);
      const [roomId = ''] = await open();
      meeting.faults.set({ kind: 'null-ack', call });
      const answers = ask(room('Ada'), meeting.profile.names[call], ...inputs(roomId));
      await settle();
      expect(answers).toEqual(call === 'pause' || call === 'resume' ? [[undefined, undefined]] : []);
    });
  });

  test('2.6 a join that is answered with nothing is refused with 1155', async () => {
    const { meeting, room, open, settle } = stage(profile);
    const [roomId = ''] = await open();
    meeting.faults.set({ kind: 'null-ack', call: 'join' });
    const errors: unknown[] = [];
    room('Bo').addEventListener('breakout-room-error', (event) => void errors.push(event.result));
    const answers = ask(
      room('Bo'),
      'joinBreakOutRoom',
      { role: 'participant', room_id: roomId },
      microphone(),
    );
    await settle();
    expect([answers, errors]).toEqual(profile === 'guide' ? [[[code(0)]], [1729]] : [[[code(1155)]], []]);
    expect(meeting.rooms()[0]?.members).toEqual([]);
  });

  test('2.5 what was under way when the network went never arrives, though the network comes back', async () => {
    const { meeting, clock, room, settle } = stage(profile, { latency: 100 });
    const answers = ask(room('Ada'), meeting.profile.names.create, { participants: 3, max_rooms: 1 });
    await clock.pass(150);
    expect(meeting.rooms()).toHaveLength(1);
    meeting.person('Ada').cutNetwork();
    meeting.person('Ada').restoreNetwork();
    await settle();
    expect(answers).toEqual([]);
    expect(room('Ada').state).toBe(2);
  });

  test('2.7 the other calls are silent when offline and otherwise answer with an empty second argument', async () => {
    const { meeting, room, settle } = stage(profile);
    const { names } = meeting.profile;
    const other = [
      ask(room('Ada'), names.getMaxTalkers),
      ask(room('Ada'), names.getTalkerCount),
      ...(names.sendUserData === null ? [] : [ask(room('Ada'), names.sendUserData, { hi: 1 }, true, null)]),
      ...(names.sendMessage === null ? [] : [ask(room('Ada'), names.sendMessage, 'hi', true, null)]),
    ];
    await settle();
    for (const answers of other) expect(answers).toEqual([[code(0), null]]);

    meeting.person('Ada').cutNetwork();
    const offline = [
      ask(room('Ada'), names.getMaxTalkers),
      ask(room('Ada'), names.dropUser, [meeting.person('Bo').clientId]),
      ask(room('Ada'), names.lock),
      ...(names.sendUserData === null ? [] : [ask(room('Ada'), names.sendUserData, { hi: 1 }, true, null)]),
    ];
    await settle();
    for (const answers of offline) expect(answers).toEqual([]);
  });

  test('3 no method returns anything', async () => {
    const { meeting, room, open } = stage(profile);
    const [roomId = ''] = await open();
    const { names } = meeting.profile;
    expect(run(room('Ada'), names.create, { participants: 3 }, () => undefined)).toBeUndefined();
    expect(run(room('Ada'), names.invite, { clients: [], room_id: roomId }, () => undefined)).toBeUndefined();
    expect(
      run(room('Bo'), names.join, { role: 'participant', room_id: roomId }, microphone(), () => undefined),
    ).toBeUndefined();
    expect(run(room('Bo'), names.pause, () => undefined)).toBeUndefined();
  });
});
