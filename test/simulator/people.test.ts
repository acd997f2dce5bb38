// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { createManualClock } from '../../src/clock.js';
import {
  createSimulatedMeeting,
  moderatorAnd,
  profileNames,
  toneFrequency,
  type SimulatedPerson,
} from '../../src/simulator.js';
import { ask, listen, roomsIn, run, stage } from './stage.js';

describe.each(profileNames)('People by script, build %s', (profile) => {
  const invited = async (script: NonNullable<Extract<Parameters<typeof stage>[1], object>['people']>) => {
    const at = stage(profile, { people: script });
    const [roomId = ''] = await at.open();
    ask(at.room('Ada'), 'inviteToBreakoutRoom', {
      clients: [at.meeting.person('Bo').clientId],
      room_id: roomId,
    });
    return { at, members: () => at.meeting.rooms()[0]?.members };
  };
  const ada = { name: 'Ada', role: 'moderator' } as const;

  test('accepts, after thinking, and pauses the main room', async () => {
    const { at, members } = await invited([ada, { name: 'Bo', script: { does: 'accepts', after: 2000 } }]);
    await at.clock.pass(1999);
    expect(members()).toEqual([]);
    await at.clock.pass(10);
    expect(members()).toEqual(['Bo']);
    expect(at.meeting.truth().get('Bo')).toMatchObject({ mainSilenced: true });
  });

  test('accepts, stays a while, comes back, and is heard in the main room again', async () => {
    const { at, members } = await invited([ada, { name: 'Bo', script: { does: 'accepts', stays: 60_000 } }]);
    await at.clock.pass(59_000);
    expect(members()).toEqual(['Bo']);
    await at.clock.pass(5000);
    expect(members()).toEqual([]);
    expect(at.meeting.truth().get('Bo')).toMatchObject({ mainSilenced: false, connectedTo: [] });
  });

  test('declines, where one can', async () => {
    const at = stage(profile, { people: [ada, { name: 'Bo', script: 'declines' }] });
    const [roomId = ''] = await at.open();
    const heard = listen(at.room('Ada'), 'breakout-invite-rejected');
    ask(at.room('Ada'), 'inviteToBreakoutRoom', {
      clients: [at.meeting.person('Bo').clientId],
      room_id: roomId,
    });
    await at.settle();
    expect(heard).toHaveLength(at.meeting.profile.names.reject === null ? 0 : 1);
    expect(at.meeting.rooms()[0]?.members).toEqual([]);
  });

  test('ignores', async () => {
    const { at, members } = await invited([ada, { name: 'Bo', script: 'ignores' }]);
    await at.clock.pass(600_000);
    expect(members()).toEqual([]);
    expect(at.meeting.person('Bo').present).toBe(true);
  });

  test('drops off', async () => {
    const { at } = await invited([ada, { name: 'Bo', script: 'drops-off' }]);
    const heard = listen(at.room('Ada'), 'user-disconnected');
    await at.clock.pass(1999);
    expect(heard).toEqual([]);
    await at.clock.pass(2);
    expect(heard).toHaveLength(1);
    expect(at.meeting.person('Bo').present).toBe(false);
  });

  test('acts by a function of its own, on the same room object as an application', async () => {
    const seen: unknown[] = [];
    const at = stage(profile, {
      people: [
        ada,
        {
          name: 'Bo',
          script: (self: SimulatedPerson) =>
            self.room.addEventListener('user-connected', (event) => void seen.push(event.clientId)),
        },
      ],
    });
    const eve = at.meeting.join('Eve');
    await at.settle();
    expect(seen).toEqual([eve.clientId]);
  });

  test('a script goes on after a reload', async () => {
    const at = stage(profile, { people: [ada, { name: 'Bo', script: 'accepts' }] });
    const [roomId = ''] = await at.open();
    at.meeting.person('Bo').reload();
    await at.settle();
    ask(at.room('Ada'), 'inviteToBreakoutRoom', {
      clients: [at.meeting.person('Bo').clientId],
      room_id: roomId,
    });
    await at.settle();
    expect(at.meeting.rooms()[0]?.members).toEqual(['Bo']);
  });

  test('the same seed and the same calls replay exactly, whatever the latency and the drawn delays', async () => {
    const history = async (seed: number) => {
      const at = stage(profile, {
        seed,
        latency: [5, 90],
        people: moderatorAnd(6, { script: { does: 'accepts', after: [0, 3000], stays: [1000, 9000] } }),
      });
      const moderator = at.meeting.person('moderator').room;
      const heard: unknown[] = [];
      for (const type of [
        'user-joined-breakout-room',
        'user-disconnected-breakout-room',
        'breakout-room-destroyed',
      ]) {
        moderator.addEventListener(
          type,
          (event) => void heard.push([at.clock.now(), type, event.message ?? event.clientId]),
        );
      }
      const answers = ask(moderator, at.meeting.profile.names.create, { participants: 5, max_rooms: 2 });
      await at.settle();
      const [first, second] = roomsIn(answers);
      const ids = at.meeting
        .people()
        .slice(1)
        .map(({ clientId }) => clientId);
      ask(moderator, 'inviteToBreakoutRoom', { clients: ids.slice(0, 3), room_id: first });
      ask(moderator, 'inviteToBreakoutRoom', { clients: ids.slice(3), room_id: second });
      await at.clock.pass(20_000);
      return heard;
    };
    const first = await history(11);
    expect(first.length).toBeGreaterThanOrEqual(14);
    expect(await history(11)).toEqual(first);
    expect(await history(12)).not.toEqual(first);
  });
});

describe('Crowds', () => {
  test('a thousand people are names in a list: nobody of them has a room object until they act', async () => {
    const clock = createManualClock();
    const meeting = createSimulatedMeeting({
      clock,
      people: moderatorAnd(1000, { script: 'accepts' }),
      maxActiveTalkers: 16,
    });
    const { room } = meeting.person('moderator');
    expect(room.userList.size).toBe(1001);
    expect([...meeting.truth().values()].filter(({ streams }) => streams.length > 0)).toHaveLength(1);
    const answers = ask(room, 'createBreakOutRoom', { participants: 15, max_rooms: 1 });
    await clock.pass(10);
    const [roomId] = roomsIn(answers);
    const people = meeting.people().slice(1, 4);
    ask(room, 'inviteToBreakoutRoom', { clients: people.map(({ clientId }) => clientId), room_id: roomId });
    await clock.pass(10);
    expect(meeting.rooms()[0]?.members).toEqual(people.map(({ id }) => id));
    expect([...meeting.truth().values()].filter(({ streams }) => streams.length > 0)).toHaveLength(4);
  });

  test('somebody of the crowd who is forced is moved, for their SDK moves by itself', async () => {
    const at = stage('2.3.24', { people: moderatorAnd(3) });
    const answers = ask(at.room('moderator'), 'createBreakOutRoom', { participants: 3, max_rooms: 1 });
    await at.settle();
    const [roomId] = roomsIn(answers);
    const [, bo] = at.meeting.people();
    ask(at.room('moderator'), 'inviteToBreakoutRoom', {
      clients: [bo?.clientId],
      room_id: roomId,
      force_join: true,
    });
    await at.settle();
    expect(at.meeting.rooms()[0]?.members).toEqual([bo?.id]);
  });

  test('a number of people is a moderator and participants; twins by name get ids of their own', () => {
    const meeting = createSimulatedMeeting({ clock: createManualClock(), people: 3 });
    expect(meeting.people().map(({ role }) => role)).toEqual(['moderator', 'participant', 'participant']);
    const twins = createSimulatedMeeting({
      clock: createManualClock(),
      people: ['Bo', 'Bo', '__proto__', 'constructor'],
    });
    expect(twins.people().map(({ id }) => id)).toEqual(['Bo', 'Bo (2)', '__proto__', 'constructor']);
    expect(twins.person('__proto__').room.userList.size).toBe(4);
  });

  test('a person is found by id, user_ref, name and today’s client id', () => {
    const { meeting } = stage('2.3.24', {
      people: [{ name: 'Bo', id: 'b', userRef: 'bo@example.org', clientId: 'c-1' }],
    });
    for (const reference of ['b', 'bo@example.org', 'Bo', 'c-1'])
      expect(meeting.person(reference).id).toBe('b');
    expect(meeting.person('b').clientId).toBe('c-1');
  });

  test('whoever was away comes in later', async () => {
    const at = stage('2.3.24', { people: ['Ada', { name: 'Bo', present: false }] });
    const heard = listen(at.room('Ada'), 'user-connected');
    expect(at.room('Ada').userList.size).toBe(1);
    expect(at.meeting.person('Bo').present).toBe(false);
    at.meeting.join('Bo');
    await at.settle();
    expect(heard).toEqual([expect.objectContaining({ name: 'Bo' })]);
  });

  test('a role given by the service is told to all', async () => {
    const at = stage();
    const heard = listen(at.room('Cy'), 'user-role-changed');
    at.meeting.person('Bo').setRole('moderator');
    at.meeting.person('Bo').setRole('moderator');
    await at.settle();
    expect(heard).toHaveLength(1);
    expect(at.room('Bo').isModerator()).toBe(true);
    expect(at.meeting.person('Ada').role).toBe('moderator');
  });
});

describe('The meeting', () => {
  test('disposed of, it leaves no timers, and nothing happens any more', async () => {
    const at = stage('2.3.24', { latency: 100 });
    const answers = ask(at.room('Bo'), 'pauseRoom');
    at.meeting.dispose();
    expect(at.clock.pending()).toBe(0);
    await at.settle();
    expect(answers).toEqual([]);
    expect(ask(at.room('Bo'), 'resumeRoom')).toHaveLength(1);
    expect(at.clock.pending()).toBe(0);
  });

  test('exceptions of callbacks are kept and told, and the meeting goes on', async () => {
    const onUncaught = vi.fn<(uncaught: { readonly person: string; readonly error: unknown }) => void>();
    const at = stage('2.3.24', { onUncaught });
    const error = new Error('callback');
    run(at.room('Bo'), 'pauseRoom', () => {
      throw error;
    });
    const after = ask(at.room('Bo'), 'resumeRoom');
    await at.settle();
    expect(onUncaught.mock.calls).toEqual([[{ person: 'Bo', error }]]);
    expect(after).toHaveLength(1);
  });

  test('tones differ from person to person', () => {
    const { meeting } = stage();
    expect(new Set(meeting.people().map(({ tone }) => tone)).size).toBe(4);
    expect(toneFrequency(1) - toneFrequency(0)).toBe(110);
  });

  test('at most as many are heard as there are active talkers; the silent do not count', () => {
    const at = stage('2.3.24', { people: moderatorAnd(9), maxActiveTalkers: 4 });
    for (const person of at.meeting.people()) void person.room;
    const last = at.meeting.people()[9];
    const [first] = at.meeting.people();
    expect(last?.hears().size).toBe(4);
    first?.speak(false);
    expect(last?.hears().has('moderator')).toBe(false);
    expect(last?.hears().size).toBe(4);
  });
});
