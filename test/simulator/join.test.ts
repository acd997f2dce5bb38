// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { profileNames } from '../../src/simulator.js';
import { ask, builds, code, later, listen, microphone, namesOf, run, stage } from './stage.js';

const join = (at: ReturnType<typeof stage>, who: string, roomId: unknown, media: unknown = microphone()) =>
  ask(at.room(who), 'joinBreakOutRoom', { role: 'participant', room_id: roomId }, media);
/** The first thing a join handed over, by whatever way the build has. */
const success = (answers: unknown[][]) =>
  answers[0]?.[0] as { readonly room: object; readonly localStream: object | undefined };

describe.each(builds)('3.4 Joining, build %s', (profile) => {
  test('3.4 joined: (success, null), later, with a room, a stream, the streams there and the meta without an id', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const answers = join(at, 'Bo', roomId);
    expect(answers).toEqual([]);
    await at.settle();
    expect(answers).toEqual([
      [
        {
          room: expect.anything() as unknown,
          localStream: expect.anything() as unknown,
          streams: [],
          roomData: expect.objectContaining({ mode: 'group' }) as unknown,
        },
        null,
      ],
    ]);
    expect(success(answers).room).toBe(at.meeting.person('Bo').breakoutRooms[0]);
    expect(success(answers).room).toMatchObject({ roomID: roomId, state: 2 });
    expect(at.meeting.rooms()[0]?.members).toEqual(['Bo']);
  });

  test('3.4 the callback comes before the SDK publishes: muting in it, nobody hears a sound', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const cy = await at.enter('Cy', roomId);
    const talkers = listen(cy, 'active-talkers-updated');
    run(
      at.room('Bo'),
      'joinBreakOutRoom',
      { role: 'participant', room_id: roomId },
      microphone(),
      (joined: unknown) => {
        const { localStream } = Object(joined) as { readonly localStream?: object };
        if (localStream) run(localStream, 'muteAudio');
      },
    );
    await at.settle();
    expect(talkers).toEqual([]);
    expect(at.meeting.person('Cy').hears(roomId)).toEqual(new Set());
  });

  test('3.4 refused by the server: one argument, the code is lost; the oldest build breaks instead', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open(1, 2);
    await at.enter('Bo', roomId);
    await at.enter('Cy', roomId);
    const full = join(at, 'Di', roomId);
    await at.settle();
    expect(full).toEqual(profile === '1.9.4' ? [] : [[code(1155)]]);
    expect(at.meeting.uncaught().filter(({ person }) => person === 'Di')).toHaveLength(
      profile === '1.9.4' ? 1 : 0,
    );

    at.meeting.faults.set({ kind: 'refused', call: 'join', code: 1729 });
    const refused = join(at, 'Ada', roomId);
    await at.settle();
    expect(refused).toEqual(profile === '1.9.4' ? [] : [[code(1155)]]);
  });

  test('3.4 offline: 1155 at once; the oldest build throws', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    at.meeting.person('Bo').cutNetwork();
    const outcome = () => {
      try {
        return join(at, 'Bo', roomId);
      } catch (error) {
        return error instanceof TypeError ? 'thrown' : error;
      }
    };
    expect(outcome()).toEqual(profile === '1.9.4' ? 'thrown' : [[code(1155)]]);
  });

  test.each([1143, 1144, 1145] as const)(
    '3.4 no microphone (%i): (null, media-access-denied)',
    async (result) => {
      const at = stage(profile);
      const [roomId = ''] = await at.open();
      at.meeting.faults.set({ kind: 'media-denied', code: result });
      const answers = join(at, 'Bo', roomId);
      await at.settle();
      expect(answers).toEqual([[null, { type: 'media-access-denied', msg: code(result) }]]);
      expect(at.meeting.rooms()[0]?.members).toEqual([]);
    },
  );

  test('3.4 the room connection fails: (null, room-error)', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    at.meeting.faults.set({ kind: 'room-connection-fails' });
    const answers = join(at, 'Bo', roomId);
    await at.settle();
    expect(answers).toEqual([[null, expect.objectContaining({ type: 'room-error' })]]);
  });

  test('3.4 a later room-error: (null, event) again, minutes after success', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    at.meeting.faults.set({ kind: 'late-room-error', ms: 120_000 });
    const answers = join(at, 'Bo', roomId);
    await at.settle();
    expect(answers).toHaveLength(1);
    const heard = listen(at.meeting.person('Bo').breakoutRooms[0] as never, 'room-error');
    await at.clock.pass(120_000);
    expect(answers[1]).toEqual([null, { type: 'room-error', message: code(1138) }]);
    expect(heard).toHaveLength(1);
    expect(at.meeting.rooms()[0]?.members).toEqual(['Bo']);
  });

  test('3.4 two builds follow a success by a failure with result 0 for each stream already there', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    await at.enter('Bo', roomId);
    await at.enter('Cy', roomId);
    const answers = join(at, 'Di', roomId);
    await at.settle();
    const bogus = [null, { type: 'room-error', message: { result: 0, msg: 'success' } }];
    expect(answers.slice(1)).toEqual(profile === '2.3.24' ? [bogus, bogus] : []);
  });

  test('3.4 the breakout room finds its own connection again: older builds call back once more', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    await at.enter('Cy', roomId);
    const answers = join(at, 'Bo', roomId);
    await at.settle();
    const successes = () => answers.filter(([joined]) => joined !== null);
    expect(successes()).toHaveLength(1);
    at.meeting.person('Bo').cutBreakout();
    await at.settle();
    expect(at.meeting.rooms()[0]?.members).toEqual(['Cy']);
    at.meeting.person('Bo').restoreBreakout();
    await at.settle();
    expect(successes()).toHaveLength(['1.9.4', '2.0.1', '2.3.9'].includes(profile) ? 2 : 1);
    expect(at.meeting.rooms()[0]?.members).toEqual(['Cy', 'Bo']);
  });

  test('3.4 neither audio nor video: success without a stream, and then the SDK breaks', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const answers = join(at, 'Bo', roomId, { audio: false, video: false });
    await at.settle();
    expect(success(answers).localStream).toBeUndefined();
    expect(answers[0]?.[1]).toBeNull();
    expect(at.meeting.uncaught().map(({ person }) => person)).toEqual(['Bo']);
    expect(at.room('Bo').breakOutRoom.rooms.size).toBe(0);
  });

  test('3.4 the server is silent, or answers as type "error": never called', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    at.meeting.faults.set([
      { kind: 'silent', call: 'join', person: 'Bo' },
      { kind: 'error-ack', call: 'join', person: 'Cy' },
    ]);
    const answers = [join(at, 'Bo', roomId), join(at, 'Cy', roomId)];
    await at.settle();
    expect(answers).toEqual([[], []]);
  });

  test('3.4 the options that are passed are written into', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const media = { audio: true, video: true };
    join(at, 'Bo', roomId, media);
    expect(media).toEqual({
      audio: true,
      video: profile !== '1.9.4',
      videoSize: expect.any(Array) as unknown[],
    });
  });

  test('3.4 joining without an invitation works, and may be forbidden', async () => {
    const open = stage(profile);
    const [free = ''] = await open.open();
    await open.enter('Bo', free);
    expect(open.meeting.rooms()[0]?.members).toEqual(['Bo']);

    const at = stage(profile, { uninvitedMayJoin: false });
    const [roomId = ''] = await at.open();
    join(at, 'Bo', roomId);
    join(at, 'Ada', roomId);
    ask(at.room('Ada'), 'inviteToBreakoutRoom', { clients: [at.room('Cy').clientId], room_id: roomId });
    await at.settle();
    join(at, 'Cy', roomId);
    await at.settle();
    expect(at.meeting.rooms()[0]?.members).toEqual(['Ada', 'Cy']);
  });

  test('3.4 nothing stops a second room: both stay connected, unless the service forbids it', async () => {
    const at = stage(profile);
    const [first = '', second = ''] = await at.open(2);
    await at.enter('Bo', first);
    await at.enter('Bo', second);
    expect(at.meeting.truth().get('Bo')?.connectedTo).toEqual([first, second]);

    const strict = stage(profile, { twoRoomsAtOnce: false });
    const [one = '', two = ''] = await strict.open(2);
    await strict.enter('Bo', one);
    join(strict, 'Bo', two);
    await strict.settle();
    expect(strict.meeting.truth().get('Bo')?.connectedTo).toEqual([one]);
  });

  test('3.4 options left out: throws', () => {
    const at = stage(profile);
    expect(() => run(at.room('Bo'), 'joinBreakOutRoom', { role: 'participant', room_id: 'x' })).not.toThrow(
      RangeError,
    );
    expect(() => join(at, 'Bo', 'x', null)).toThrow(TypeError);
  });

  test('3.4 two join the last seat at once: one gets it', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open(1, 2);
    await at.enter('Bo', roomId);
    const answers = [join(at, 'Cy', roomId), join(at, 'Di', roomId)];
    await at.settle();
    expect(at.meeting.rooms()[0]?.members).toEqual(['Bo', 'Cy']);
    expect(answers[0]?.[0]?.[1]).toBeNull();
    expect(answers[1]).toEqual([[null, expect.objectContaining({ type: 'room-error' })]]);
  });
});

describe.each(later)('3.4 Joining, build %s', (profile) => {
  test.each([{ role: 'participant', room_id: null }, { role: null, room_id: 'x' }, null])(
    '3.4 %o: 1155, at once',
    (wanted) => {
      expect(ask(stage(profile).room('Bo'), 'joinBreakOutRoom', wanted, microphone())).toEqual([
        [code(1155)],
      ]);
    },
  );
});

test('3.4 build 1.9.4 throws over a missing first argument', () => {
  expect(() => ask(stage('1.9.4').room('Bo'), 'joinBreakOutRoom', null, microphone())).toThrow(TypeError);
});

test('3.4 build 1.9.4 is refused with 1155 when the token is null', async () => {
  const at = stage('1.9.4');
  const [roomId = ''] = await at.open();
  at.meeting.faults.set({ kind: 'null-ack', call: 'join' });
  const answers = join(at, 'Bo', roomId);
  await at.settle();
  expect(answers).toEqual([[code(1155)]]);
});

test('1 build 2.3.9 breaks after the callback: no sound, no room-connected, no record of the room', async () => {
  const at = stage('2.3.9');
  const [roomId = ''] = await at.open();
  await at.enter('Cy', roomId);
  const connected: unknown[] = [];
  run(
    at.room('Bo'),
    'joinBreakOutRoom',
    { role: 'participant', room_id: roomId },
    microphone(),
    (joined: { room: ReturnType<typeof at.room> }) => {
      joined.room.addEventListener('room-connected', (event) => void connected.push(event));
    },
  );
  await at.settle();
  expect(connected).toEqual([]);
  expect(at.room('Bo').breakOutRoom.rooms.size).toBe(0);
  expect(at.meeting.person('Cy').hears(roomId)).toEqual(new Set());
  expect(at.meeting.uncaught().some(({ error }) => error instanceof SyntaxError)).toBe(true);
});

describe.each(['1.9.4', '2.0.1', '2.3.24', '3.1.8'] as const)('1 Build %s finishes a join', (profile) => {
  test('3.4 room-connected comes after the callback, at listeners added in it', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const order: unknown[] = [];
    run(
      at.room('Bo'),
      'joinBreakOutRoom',
      { role: 'participant', room_id: roomId },
      microphone(),
      (joined: { room: ReturnType<typeof at.room> }) => {
        order.push('callback');
        joined.room.addEventListener('room-connected', (event) => void order.push(event.type));
      },
    );
    await at.settle();
    expect(order).toEqual(['callback', 'room-connected']);
  });

  test('5 the person is heard in the room, and the main room notes it under its id', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = await at.enter('Bo', roomId);
    await at.enter('Cy', roomId);
    expect(at.meeting.person('Cy').hears(roomId)).toEqual(new Set(['Bo']));
    expect(at.room('Bo').breakOutRoom.rooms.get(roomId)).toBe(bo);
  });
});

describe('3.4 Joining by the guide', () => {
  test('the callback only says that the request is sent; breakout-room-connected hands over the room', async () => {
    const at = stage('guide');
    const [roomId = ''] = await at.open();
    const heard = listen(at.room('Bo'), 'breakout-room-connected', 'breakout-room-error');
    const order: string[] = [];
    at.room('Bo').addEventListener('breakout-room-connected', () => void order.push('event'));
    run(
      at.room('Bo'),
      'joinBreakOutRoom',
      { role: 'participant', room_id: roomId },
      microphone(),
      () => void order.push('callback'),
    );
    await at.settle();
    expect(order).toEqual(['callback', 'event']);
    expect(heard).toEqual([
      expect.objectContaining({
        type: 'breakout-room-connected',
        room: at.meeting.person('Bo').breakoutRooms[0],
        message: expect.objectContaining({ room_id: roomId, mode: 'group' }) as unknown,
      }),
    ]);
  });

  test.each([
    [{ kind: 'refused', call: 'join', code: 1729, msg: 'Failed to generate Token' }, 1729],
    [{ kind: 'media-denied' }, 1144],
    [{ kind: 'room-connection-fails' }, 1729],
  ] as const)('%o: the callback says sent, and breakout-room-error says why', async (fault, result) => {
    const at = stage('guide');
    const [roomId = ''] = await at.open();
    at.meeting.faults.set(fault);
    const heard = listen(at.room('Bo'), 'breakout-room-connected', 'breakout-room-error');
    const answers = join(at, 'Bo', roomId);
    await at.settle();
    expect(answers).toEqual([[code(0)]]);
    expect(heard).toEqual([{ type: 'breakout-room-error', result, msg: expect.any(String) as string }]);
  });

  test('offline it answers 1163 like every other call', () => {
    const at = stage('guide');
    at.meeting.person('Bo').cutNetwork();
    expect(join(at, 'Bo', 'x')).toEqual([[code(1163)]]);
  });
});

test.each(profileNames)('13 the microphone may take its time, build %s', async (profile) => {
  const at = stage(profile, { mediaDelay: 30_000 });
  const [roomId = ''] = await at.open();
  join(at, 'Bo', roomId);
  await at.clock.pass(29_000);
  expect(at.meeting.rooms()[0]?.members).toEqual([]);
  await at.clock.pass(2000);
  expect(at.meeting.rooms()[0]?.members).toEqual(['Bo']);
});

test.each(builds)(
  '1 no events of joining reach the main room of whoever joins by themselves, build %s',
  async (profile) => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const heard = listen(
      at.room('Bo'),
      'breakout-room-connected',
      'breakout-room-joining',
      'breakout-room-error',
      'user-joined-breakout-room',
    );
    const inner: unknown[] = [];
    at.room('Bo').breakOutRoom.addEventListener('breakout-room-connected', (event) => void inner.push(event));
    await at.enter('Bo', roomId);
    expect(namesOf(heard)).toEqual([]);
    expect(inner).toEqual(profile === '2.3.9' ? [] : [{ type: 'breakout-room-connected' }]);
  },
);
