// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { profileNames, type SimulatedRoom } from '../../src/simulator.js';
import { ask, builds, code, later, listen, namesOf, run, stage } from './stage.js';

const ALL = [
  'join-breakout-room',
  'breakout-room-joining',
  'breakout-room-connected',
  'breakout-room-error',
  'user-joined-breakout-room',
  'user-disconnected-breakout-room',
  'breakout-user-disconnected',
  'breakout-room-destroyed',
  'breakout-room-disconnected',
];
const invite = (at: ReturnType<typeof stage>, who: string, roomId: string, force?: boolean) =>
  ask(at.room('Ada'), 'inviteToBreakoutRoom', {
    clients: [at.room(who).clientId],
    room_id: roomId,
    ...(force === undefined ? {} : { force_join: force }),
  });

describe.each(profileNames)('4 Events, build %s', (profile) => {
  const guide = profile === 'guide';

  test.each([undefined, false])(
    '4.1 join-breakout-room at the invitee, with force_join %s',
    async (force) => {
      const at = stage(profile);
      const [roomId = ''] = await at.open();
      const heard = listen(at.room('Bo'), ...ALL);
      invite(at, 'Bo', roomId, force);
      await at.settle();
      expect(heard).toEqual([
        {
          type: 'join-breakout-room',
          message: { room_id: roomId, requestor: { id: at.room('Ada').clientId, name: 'Ada' } },
        },
      ]);
    },
  );

  test('4.2 breakout-room-joining at the invitee who is forced; the oldest build takes it for an ordinary invitation', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const heard = listen(at.room('Bo'), ...ALL);
    invite(at, 'Bo', roomId, true);
    await at.settle();
    expect(heard[0]).toEqual({
      type: profile === '1.9.4' ? 'join-breakout-room' : 'breakout-room-joining',
      message: { room_id: roomId, requestor: { id: at.room('Ada').clientId, name: 'Ada' } },
    });
    expect(at.meeting.rooms()[0]?.members).toEqual(profile === '1.9.4' ? [] : ['Bo']);
  });

  test('4.4 and 4.10 the inner record hears every join, and every leaving without saying which', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const inner: string[] = [];
    at.room('Bo').breakOutRoom.addEventListener(
      'breakout-room-connected',
      () => void inner.push('connected'),
    );
    at.room('Bo').breakOutRoom.addEventListener(
      'breakout-room-disconnect',
      (event) => void inner.push(JSON.stringify(event.message)),
    );
    run(await at.enter('Bo', roomId), 'disconnect');
    await at.settle();
    expect(inner).toEqual(profile === '2.3.9' ? ['{}'] : ['connected', '{}']);
  });

  test('4.6 user-joined-breakout-room at the others: an id, and in the guide the room', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const others = ['Ada', 'Cy'].map((who) => listen(at.room(who), 'user-joined-breakout-room'));
    const own = listen(at.room('Bo'), 'user-joined-breakout-room');
    await at.enter('Bo', roomId);
    const { clientId } = at.room('Bo');
    for (const heard of others) {
      expect(heard).toEqual([
        guide
          ? { type: 'user-joined-breakout-room', clientId, room: roomId }
          : { type: 'user-joined-breakout-room', message: { clientId } },
      ]);
    }
    expect(own).toEqual([]);
  });

  test('4.7 user-disconnected-breakout-room at the others: name, main room id and room', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = await at.enter('Bo', roomId);
    const cy = listen(at.room('Cy'), ...ALL);
    const own = listen(at.room('Bo'), ...ALL);
    run(bo, 'disconnect');
    await at.settle();
    const told = { name: 'Bo', clientId: at.room('Bo').clientId, room: roomId };
    expect(cy).toEqual([
      guide
        ? { type: 'user-disconnected-breakout-room', ...told }
        : { type: 'user-disconnected-breakout-room', message: told },
    ]);
    expect(namesOf(own)).toEqual(guide ? ['breakout-room-disconnected'] : []);
  });

  test('4.9 breakout-room-destroyed at the owner, for the one room that emptied; its id is dead', async () => {
    const at = stage(profile);
    const [roomId = '', other = ''] = await at.open(2);
    const ada = listen(at.room('Ada'), 'breakout-room-destroyed');
    const cy = listen(at.room('Cy'), 'breakout-room-destroyed');
    const bo = await at.enter('Bo', roomId);
    const second = await at.enter('Cy', roomId);
    run(bo, 'disconnect');
    await at.settle();
    expect(ada).toEqual([]);
    run(second, 'disconnect');
    await at.settle();
    expect(ada).toEqual([{ type: 'breakout-room-destroyed', message: { room_id: roomId } }]);
    expect(cy).toEqual([]);
    expect(at.meeting.rooms().map(({ id, alive }) => [id, alive])).toEqual([
      [roomId, false],
      [other, true],
    ]);
    await expect(at.enter('Bo', roomId)).rejects.toThrow('did not get into');
  });

  test('13 joined and left may be told only to those in the room, and on the room object too', async () => {
    const at = stage(profile, { movesHeardBy: 'room', movesHeardInRoom: true });
    const [roomId = ''] = await at.open();
    const inside = listen(await at.enter('Cy', roomId), ...ALL);
    const ada = listen(at.room('Ada'), ...ALL);
    const cy = listen(at.room('Cy'), ...ALL);
    run(await at.enter('Bo', roomId), 'disconnect');
    await at.settle();
    expect(ada).toEqual([]);
    expect(namesOf(cy)).toEqual(['user-joined-breakout-room', 'user-disconnected-breakout-room']);
    expect(namesOf(inside)).toEqual(['user-joined-breakout-room', 'user-disconnected-breakout-room']);
  });

  test.each([true, false])(
    '4 the raw hatch gives what the server sent, with the room of a joiner: %s',
    async (joinedWireHasRoom) => {
      const at = stage(profile, { joinedWireHasRoom });
      const [roomId = ''] = await at.open();
      const raw: unknown[] = [];
      for (const wire of [
        'invite-breakout-room',
        'user-joined-breakout-room',
        'breakout-user-disconnected',
        'breakout-room-destroyed',
      ]) {
        at.room('Ada').socket.addEventListener(
          wire,
          (event) => void raw.push((event as unknown as { args: unknown[] }).args[0]),
        );
      }
      run(await at.enter('Bo', roomId), 'disconnect');
      await at.settle();
      const { clientId } = at.room('Bo');
      expect(raw).toEqual([
        guide || joinedWireHasRoom ? { clientId, room: roomId } : { clientId },
        { name: 'Bo', clientId, room: roomId },
        { room_id: roomId },
      ]);
    },
  );

  test('4 generic server messages are fired under the id they carry, and lose what is flat', async () => {
    const at = stage(profile);
    const heard = listen(at.room('Ada'), 'breakout-room-created', 'anything');
    at.meeting.send(
      'roomManagementEvents',
      { id: 'breakout-room-created', rooms: ['x'], msg: { rooms: ['y'] } },
      'Ada',
    );
    at.meeting.send('roomManagementEvents', { id: 'breakout-room-created', rooms: ['x'] }, 'Ada');
    at.meeting.send('genericEvents', { id: 'anything', data: 5 }, 'Ada');
    at.meeting.send('genericEvents', null, 'Ada');
    await at.settle();
    expect(heard).toEqual([
      { type: 'breakout-room-created', message: { rooms: ['y'] } },
      { type: 'breakout-room-created', message: undefined },
      { type: 'anything', message: 5 },
    ]);
    expect(at.meeting.uncaught()).toEqual([]);
  });
});

describe.each(builds)('4 Events no build has, build %s', (profile) => {
  test('4.8 and 4.11 breakout-room-disconnected and breakout-user-disconnected are never fired', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const heard = at.meeting
      .people()
      .map((person) => listen(person.room, 'breakout-room-disconnected', 'breakout-user-disconnected'));
    run(await at.enter('Bo', roomId), 'disconnect');
    await at.settle();
    expect(heard.flat()).toEqual([]);
  });
});

describe.each(later)('4 Forced join, build %s', (profile) => {
  const force = async (at: ReturnType<typeof stage>) => {
    const [roomId = ''] = await at.open();
    const heard = listen(at.room('Bo'), ...ALL);
    invite(at, 'Bo', roomId, true);
    await at.settle();
    return { roomId, heard };
  };

  test('4.3 joining, then the main room muted, then connected with streams and room, and the main room stays muted', async () => {
    const at = stage(profile);
    const { roomId, heard } = await force(at);
    expect(heard.map(({ type, message }) => [type, message])).toEqual([
      ['breakout-room-joining', { room_id: roomId, requestor: expect.anything() as unknown }],
      ['breakout-room-connected', undefined],
    ]);
    const room = heard[1]?.['room'] as SimulatedRoom;
    expect(Object.keys(heard[1] ?? {}).toSorted()).toEqual(['room', 'streams', 'type']);
    expect(room).toBe(at.meeting.person('Bo').breakoutRooms[0]);
    expect(room.localStreams.size()).toBe(1);
    expect(at.meeting.truth().get('Bo')).toMatchObject({ mainSilenced: true });
    run(room, 'disconnect');
    await at.settle();
    expect(at.meeting.truth().get('Bo')).toMatchObject({ mainSilenced: true });
  });

  test('4.3 refused: breakout-room-connected all the same, with nothing in it', async () => {
    const at = stage(profile);
    at.meeting.faults.set({ kind: 'refused', call: 'forcedJoin', code: 1729 });
    const { heard } = await force(at);
    expect(heard.slice(1)).toEqual([{ type: 'breakout-room-connected' }]);
    expect(at.meeting.rooms()[0]?.members).toEqual([]);
  });

  test('4.5 the main room cannot be muted: breakout-room-error without a message, and no more', async () => {
    const at = stage(profile);
    at.meeting.faults.set({ kind: 'refused', call: 'mute', code: 1138 });
    const { heard } = await force(at);
    expect(heard.slice(1)).toEqual([{ type: 'breakout-room-error' }]);
  });

  test('4 the mute is not answered: nothing ever', async () => {
    const at = stage(profile);
    at.meeting.faults.set({ kind: 'silent', call: 'mute' });
    const { heard } = await force(at);
    expect(namesOf(heard)).toEqual(['breakout-room-joining']);
  });

  test.each([
    ['media-denied', 'media-access-denied'],
    ['room-connection-fails', 'room-error'],
  ] as const)('4.5 %s: breakout-room-error with the event of the join', async (kind, type) => {
    const at = stage(profile);
    at.meeting.faults.set({ kind });
    const { heard } = await force(at);
    expect(heard.slice(1)).toEqual([
      { type: 'breakout-room-error', message: expect.objectContaining({ type }) as unknown },
    ]);
  });

  test('4.5 a later room-error fires breakout-room-error again', async () => {
    const at = stage(profile);
    at.meeting.faults.set({ kind: 'late-room-error', ms: 60_000 });
    const { heard } = await force(at);
    await at.clock.pass(60_000);
    expect(heard.at(-1)).toEqual({
      type: 'breakout-room-error',
      message: { type: 'room-error', message: code(1138) },
    });
  });

  test('4 without a published stream nothing follows breakout-room-joining', async () => {
    const at = stage(profile, {
      people: [
        { name: 'Ada', role: 'moderator' },
        { name: 'Bo', publishes: false },
      ],
    });
    const { heard } = await force(at);
    await at.clock.pass(60_000);
    expect(namesOf(heard)).toEqual(['breakout-room-joining']);
    expect(at.meeting.truth().get('Bo')).toMatchObject({ mainSilenced: false });
  });
});

describe('4 Forced join by the guide', () => {
  test('joining, then connected with the room; the main room is left as it is', async () => {
    const at = stage('guide');
    const [roomId = ''] = await at.open();
    const heard = listen(at.room('Bo'), ...ALL);
    invite(at, 'Bo', roomId, true);
    await at.settle();
    expect(namesOf(heard)).toEqual(['breakout-room-joining', 'breakout-room-connected']);
    expect(heard[1]?.['room']).toBe(at.meeting.person('Bo').breakoutRooms[0]);
    expect(at.meeting.truth().get('Bo')).toMatchObject({ mainSilenced: false });
  });

  test('refused: breakout-room-error with result and msg', async () => {
    const at = stage('guide');
    const [roomId = ''] = await at.open();
    at.meeting.faults.set({
      kind: 'refused',
      call: 'forcedJoin',
      code: 1729,
      msg: 'Failed to generate Token',
    });
    const heard = listen(at.room('Bo'), ...ALL);
    invite(at, 'Bo', roomId, true);
    await at.settle();
    expect(heard.slice(1)).toEqual([
      { type: 'breakout-room-error', result: 1729, msg: 'Failed to generate Token' },
    ]);
  });
});
