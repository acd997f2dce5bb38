// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { profileNames, type SimulatedRoom } from '../../src/simulator.js';
import { ask, builds, code, listen, namesOf, run, stage, says } from './stage.js';

const NORMAL = { cause: { cause: 2006, msg: 'normal-disconnect' } };
/** Builds that remember the breakout rooms they joined. */
const remembering = profileNames.filter((name) => says('finishesJoin', name));

describe.each(profileNames)('5 The breakout room object, build %s', (profile) => {
  test('5 it is a complete room with ids of its own; people are matched by user_ref', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const cy = await at.enter('Cy', roomId);
    const bo = await at.enter('Bo', roomId, 'moderator');
    expect(bo.roomID).toBe(roomId);
    expect(bo.clientId).not.toBe(at.room('Bo').clientId);
    expect(bo.me).toMatchObject({
      clientId: bo.clientId,
      name: 'Bo',
      role: 'moderator',
      user_ref: at.meeting.person('Bo').userRef,
    });
    expect(run(bo, 'isModerator')).toBe(true);
    expect([...bo.userList.values()].map(({ name }) => name)).toEqual(['Cy', 'Bo']);
    expect([...cy.userList.keys()]).toEqual([cy.clientId, bo.clientId]);
    expect(at.room('Bo').userList.size).toBe(4);
  });

  test('13 the role moderator may not be honoured, and roomID may differ', async () => {
    const at = stage(profile, { moderatorRoleHonoured: false, roomIdMatches: false });
    const [roomId = ''] = await at.open();
    const bo = await at.enter('Bo', roomId, 'moderator');
    expect(bo.me?.role).toBe('participant');
    expect(bo.roomID).not.toBe(roomId);
  });

  test('5 those inside hear who comes and goes, those outside do not', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const cy = listen(await at.enter('Cy', roomId), 'user-connected', 'user-disconnected');
    const main = listen(at.room('Ada'), 'user-connected', 'user-disconnected');
    const bo = await at.enter('Bo', roomId);
    const { clientId } = bo;
    run(bo, 'disconnect');
    await at.settle();
    expect(cy.map((event) => [event['type'], event['clientId'], event['name']])).toEqual([
      ['user-connected', clientId, 'Bo'],
      ['user-disconnected', clientId, 'Bo'],
    ]);
    expect(main).toEqual([]);
  });

  test('5 leaving: room-disconnected once on the object, cause nested, and the main room is not resumed', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = await at.enter('Bo', roomId);
    ask(at.room('Bo'), 'pauseRoom');
    await at.settle();
    const heard = listen(bo, 'room-disconnected');
    run(bo, 'disconnect');
    expect(bo.state).toBe(3);
    run(bo, 'disconnect');
    await at.settle();
    expect(heard).toEqual([{ type: 'room-disconnected', message: NORMAL }]);
    expect(bo.state).toBe(0);
    expect(at.meeting.truth().get('Bo')).toMatchObject({ mainSilenced: true, connectedTo: [] });
    expect(at.room('Bo').state).toBe(2);
  });

  test('5 left already, it says so again, at once', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = await at.enter('Bo', roomId);
    run(bo, 'disconnect');
    await at.settle();
    const heard = listen(bo, 'room-disconnected');
    run(bo, 'disconnect');
    expect(heard).toHaveLength(1);
  });

  test('5 the server does not answer: gone after one second', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = await at.enter('Bo', roomId);
    at.meeting.faults.set({ kind: 'silent', call: 'disconnect' });
    const heard = listen(bo, 'room-disconnected');
    run(bo, 'disconnect');
    await at.clock.pass(999);
    expect(heard).toEqual([]);
    await at.clock.pass(1);
    expect(heard).toHaveLength(1);
    expect(at.meeting.rooms()[0]?.members).toEqual([]);
  });

  test('5 a moderator inside can close it for everyone, and is never called back', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = await at.enter('Bo', roomId);
    const ada = await at.enter('Ada', roomId, 'moderator');
    expect(ask(bo, 'destroy')).toEqual([[code(1168)]]);
    const heard = listen(bo, 'room-disconnected');
    const answers = ask(ada, 'destroy');
    await at.settle();
    expect(answers).toEqual([]);
    expect(heard).toEqual([
      { type: 'room-disconnected', message: { cause: { cause: 2006, msg: 'disconnected-by-moderator' } } },
    ]);
    expect(at.meeting.rooms()[0]).toMatchObject({ members: [], alive: false });
  });

  test('5 a moderator inside can drop one, by the id in that room', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = await at.enter('Bo', roomId);
    await at.enter('Cy', roomId);
    const ada = await at.enter('Ada', roomId, 'moderator');
    const answers = ask(ada, 'dropUser', [bo.clientId]);
    await at.settle();
    expect(answers).toEqual([[code(0), null]]);
    expect(at.meeting.rooms()[0]?.members).toEqual(['Cy', 'Ada']);
    expect(bo.state).toBe(0);
  });

  test('5 the server drops somebody without a reason: flat cause', async () => {
    const at = stage(profile);
    const heard = listen(at.room('Bo'), 'room-disconnected');
    at.meeting.send('drop', {}, 'Bo');
    await at.settle();
    expect(heard).toEqual([
      { type: 'room-disconnected', message: { cause: 2002, msg: 'unexpected-disconnection' } },
    ]);
  });

  test('5 while inside, nobody in the main room sees the person go', async () => {
    const at = stage(profile);
    const heard = listen(at.room('Ada'), 'user-disconnected');
    const [roomId = ''] = await at.open();
    await at.enter('Bo', roomId);
    expect(heard).toEqual([]);
    expect(at.room('Ada').userList.has(at.room('Bo').clientId ?? '')).toBe(true);
  });

  test('5 the main room left, the breakout room stays connected', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    await at.enter('Bo', roomId);
    const heard = listen(at.room('Bo'), 'room-disconnected');
    run(at.room('Bo'), 'disconnect');
    await at.settle();
    expect(heard).toEqual([{ type: 'room-disconnected', message: NORMAL }]);
    expect(at.meeting.truth().get('Bo')).toMatchObject({ present: false, connectedTo: [roomId] });
    expect(at.meeting.rooms()[0]?.members).toEqual(['Bo']);
  });
});

describe.each(remembering)('5 Sound in a breakout room, build %s', (profile) => {
  test('5 active-talkers-updated lists who talks, null when nobody does, and the streams can be found by their ids', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const cy = await at.enter('Cy', roomId);
    const heard = listen(cy, 'active-talkers-updated');
    const bo = await at.enter('Bo', roomId);
    const list = (Object(heard[0]?.['message']) as { readonly activeList: { readonly streamId: number }[] })
      .activeList;
    expect(list).toEqual([
      expect.objectContaining({ name: 'Bo', clientId: bo.clientId, streamId: expect.any(Number) as number }),
    ]);
    expect(cy.remoteStreams.get(list[0]?.streamId)).toMatchObject({ clientId: bo.clientId });
    const [own] = bo.localStreams.getAll().values();
    run(own as object, 'muteAudio');
    await at.settle();
    expect(heard.at(-1)).toEqual({ type: 'active-talkers-updated', message: { activeList: null } });
  });

  test('7 a shared screen is stream 101, and everybody hears when it begins and ends', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const cy = await at.enter('Cy', roomId);
    const bo = await at.enter('Bo', roomId);
    const heard = listen(cy, 'share-started', 'share-stopped');
    const own = listen(bo, 'share-started');
    at.meeting.person('Bo').shareScreen(true);
    at.meeting.person('Cy').shareScreen(true);
    await at.settle();
    expect(cy.remoteStreams.get(101)).toMatchObject({ clientId: bo.clientId, screen: true });
    at.meeting.person('Bo').shareScreen(false);
    await at.settle();
    const message = { clientId: bo.clientId, name: 'Bo', streamId: 101 };
    expect(heard).toEqual([
      { type: 'share-started', message },
      { type: 'share-stopped', message },
    ]);
    expect(own).toHaveLength(1);
    expect(cy.remoteStreams.get(101)).toBeUndefined();
  });
});

describe.each(profileNames)('0.10 The network is lost, build %s', (profile) => {
  test('12.9 breakout rooms drop first, then network-disconnected; later a new id and a new list', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = await at.enter('Bo', roomId);
    await at.enter('Cy', roomId);
    const order: unknown[] = [];
    bo.addEventListener('room-disconnected', () => void order.push('left'));
    const heard = listen(
      at.room('Bo'),
      'network-disconnected',
      'network-reconnecting',
      'network-reconnected',
      'room-connected',
    );
    at.room('Bo').addEventListener('network-disconnected', () => void order.push('lost'));
    const others = listen(at.room('Ada'), 'user-disconnected', 'user-connected');
    const list = at.room('Bo').userList;
    const before = at.room('Bo').clientId;
    at.meeting.person('Bo').cutNetwork();
    await at.settle();
    expect(order).toEqual(says('finishesJoin', profile) ? ['left', 'lost'] : ['lost']);
    expect(at.room('Bo').state).toBe(4);
    expect(at.meeting.person('Bo').present).toBe(false);
    expect(at.meeting.rooms()[0]?.members).toEqual(['Cy']);

    at.meeting.person('Bo').restoreNetwork();
    await at.settle();
    const after = at.room('Bo').clientId;
    expect(after).not.toBe(before);
    expect(at.room('Bo').me?.clientId).toBe(after);
    expect(at.room('Bo').userList).toBe(list);
    expect([...list.keys()]).not.toContain(before);
    expect([...list.keys()]).toContain(after);
    expect(namesOf(heard)).toEqual([
      'network-disconnected',
      ...(says('saysReconnecting', profile) ? ['network-reconnecting'] : []),
      'network-reconnected',
      ...(says('reconnectedTwice', profile) ? ['network-reconnected'] : []),
      ...(says('connectedAgain', profile) ? ['room-connected'] : []),
    ]);
    expect(heard[0]).toMatchObject({ error: 1163 });
    expect(heard.find(({ type }) => type === 'network-reconnected')).toMatchObject({ error: 1164 });
    expect(others.map(({ type, clientId }) => [type, clientId])).toEqual([
      ['user-disconnected', before],
      ['user-connected', after],
    ]);
  });

  test('13 the client id may stay the same', async () => {
    const at = stage(profile, { clientIdOnReconnect: 'same' });
    const before = at.room('Bo').clientId;
    at.meeting.person('Bo').cutNetwork();
    await at.settle();
    at.meeting.person('Bo').restoreNetwork();
    await at.settle();
    expect(at.room('Bo').clientId).toBe(before);
  });

  test('7 after a while it is given up: network-reconnect-timeout, and the room is dead', async () => {
    const at = stage(profile, { reconnectLimit: 30_000 });
    const heard = listen(at.room('Bo'), 'network-reconnect-timeout');
    at.meeting.person('Bo').cutNetwork();
    await at.clock.pass(30_000);
    expect(heard).toEqual([expect.objectContaining({ error: 1165 })]);
    expect(at.room('Bo').state).toBe(0);
  });

  test('10 a reload: another room object, another id, the breakout room left, nothing said to the old page', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const inside = await at.enter('Bo', roomId);
    const before = at.room('Bo');
    const old = [
      listen(before, 'network-disconnected', 'room-disconnected', 'user-connected'),
      listen(inside, 'room-disconnected'),
    ];
    const others = listen(at.room('Ada'), 'user-disconnected', 'user-connected');
    at.meeting.person('Bo').reload();
    const fresh = listen(at.room('Bo'), 'room-connected');
    expect(at.room('Bo').state).toBe(1);
    expect(at.room('Bo').clientId).toBeUndefined();
    await at.settle();
    expect(at.room('Bo')).not.toBe(before);
    expect(at.room('Bo').state).toBe(2);
    expect(fresh).toHaveLength(1);
    expect(old.flat()).toEqual([]);
    expect(at.room('Bo').clientId).not.toBe(before.clientId);
    expect(others.map(({ type }) => type)).toEqual(['user-disconnected', 'user-connected']);
    expect(at.meeting.rooms()[0]).toMatchObject({ members: [], alive: false });
  });
});

describe.each(['2.0.1', '2.3.24', '3.1.8'] as const)('3.7 clearAllBreakOutSession, build %s', (profile) => {
  test('3.7 without a callback nothing happens', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    await at.enter('Bo', roomId);
    run(at.room('Bo'), 'clearAllBreakOutSession');
    await at.settle();
    expect(at.meeting.rooms()[0]?.members).toEqual(['Bo']);
  });

  test('3.7 with one, only the rooms of this browser are left, the main room is resumed, and its answer comes', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    await at.enter('Bo', roomId);
    await at.enter('Cy', roomId);
    ask(at.room('Bo'), 'pauseRoom');
    await at.settle();
    const answers = ask(at.room('Bo'), 'clearAllBreakOutSession');
    await at.settle();
    expect(answers).toEqual([[{ result: 0, msg: 'Room unmuted' }]]);
    expect(at.meeting.rooms()[0]?.members).toEqual(['Cy']);
    expect(at.meeting.truth().get('Bo')).toMatchObject({ mainSilenced: false });
  });

  test('3.7 rooms left earlier fire room-disconnected again, at once', async () => {
    const at = stage(profile);
    const [first = '', second = ''] = await at.open(2);
    const bo = await at.enter('Bo', first);
    run(bo, 'disconnect');
    await at.settle();
    await at.enter('Bo', second);
    const heard = listen(bo, 'room-disconnected');
    ask(at.room('Bo'), 'clearAllBreakOutSession');
    expect(heard).toHaveLength(1);
  });

  test('5 an outage fires it again too', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = await at.enter('Bo', roomId);
    run(bo, 'disconnect');
    await at.settle();
    const heard = listen(bo, 'room-disconnected');
    at.meeting.person('Bo').cutNetwork();
    await at.settle();
    expect(heard).toHaveLength(1);
  });
});

describe.each(['2.0.1', '2.3.9', '2.3.24', '3.1.8'] as const)(
  '3.8 destroyAllBreakOutSession, build %s',
  (profile) => {
    test('0.3 throws for a moderator, does nothing for anybody else', async () => {
      const at = stage(profile);
      const [roomId = ''] = await at.open();
      await at.enter('Bo', roomId);
      expect(() => ask(at.room('Ada'), 'destroyAllBreakOutSession')).toThrow(TypeError);
      expect(ask(at.room('Bo'), 'destroyAllBreakOutSession')).toEqual([]);
      await at.settle();
      expect(at.meeting.rooms()[0]?.members).toEqual(['Bo']);
    });
  },
);

test('1 build 1.9.4 has neither', () => {
  expect(stage('1.9.4').room('Ada')).not.toHaveProperty('clearAllBreakOutSession');
  expect(stage('1.9.4').room('Ada')).not.toHaveProperty('destroyAllBreakOutSession');
});

describe('3.7 and 3.8 Closing by the guide', () => {
  const closing = async (method: string) => {
    const at = stage('guide');
    const [first = '', second = ''] = await at.open(2);
    const insides: SimulatedRoom[] = [await at.enter('Bo', first), await at.enter('Cy', second)];
    for (const who of ['Bo', 'Cy']) {
      ask(at.room(who), 'pauseRoom');
      ask(at.room(who), 'muteRoom', { audio: true, video: true });
    }
    await at.settle();
    const left = insides.map((room) => listen(room, 'room-disconnected'));
    const bo = listen(at.room('Bo'), 'breakout-room-disconnected', 'breakout-room-destroyed');
    const ada = listen(at.room('Ada'), 'breakout-user-disconnected', 'breakout-room-destroyed');
    run(at.room('Ada'), method);
    await at.settle();
    return { at, first, second, left, bo, ada };
  };

  test('clearAllBreakOutSession brings everybody back and resumes; what was muted stays muted', async () => {
    const { at, first, second, left, bo, ada } = await closing('clearAllBreakOutSession');
    expect(left.map((events) => events.length)).toEqual([1, 1]);
    expect(bo).toEqual([{ type: 'breakout-room-disconnected', message: { room_id: first }, room_id: first }]);
    expect(
      ada.filter(({ type }) => type === 'breakout-user-disconnected').map(({ message }) => message),
    ).toEqual([
      { room_id: first, client_id: at.room('Bo').clientId },
      { room_id: second, client_id: at.room('Cy').clientId },
    ]);
    expect(at.meeting.rooms().map(({ members }) => members)).toEqual([[], []]);
    expect(at.meeting.truth().get('Bo')).toMatchObject({ connectedTo: [], mainSilenced: true });
    ask(at.room('Bo'), 'unMuteRoom', { audio: true, video: true });
    await at.settle();
    expect(at.meeting.truth().get('Bo')).toMatchObject({
      mainSilenced: false,
      streams: [expect.objectContaining({ byPause: false })],
    });
  });

  test('destroyAllBreakOutSession resumes and unmutes, and tells everybody', async () => {
    const { at, bo, ada } = await closing('destroyAllBreakOutSession');
    expect(namesOf(bo).filter((type) => type === 'breakout-room-destroyed')).toHaveLength(2);
    expect(namesOf(bo).filter((type) => type === 'breakout-room-disconnected')).toHaveLength(1);
    expect(namesOf(ada)).toContain('breakout-room-destroyed');
    expect(at.meeting.rooms().every(({ alive }) => !alive)).toBe(true);
    expect(at.meeting.truth().get('Bo')).toMatchObject({
      mainSilenced: false,
      streams: [expect.objectContaining({ silent: false })],
    });
  });

  test.each(['clearAllBreakOutSession', 'destroyAllBreakOutSession'])(
    '%s by somebody who is no moderator is refused',
    async (method) => {
      const at = stage('guide');
      const [roomId = ''] = await at.open();
      await at.enter('Bo', roomId);
      const answers = ask(at.room('Cy'), method);
      await at.settle();
      expect(answers).toEqual([[code(1168)]]);
      expect(at.meeting.rooms()[0]?.members).toEqual(['Bo']);
    },
  );

  test('leaving fires breakout-room-disconnected on the main room of the leaver', async () => {
    const at = stage('guide');
    const [roomId = ''] = await at.open();
    const bo = listen(at.room('Bo'), 'breakout-room-disconnected');
    run(await at.enter('Bo', roomId), 'disconnect');
    await at.settle();
    expect(bo).toHaveLength(1);
  });

  test('there is nothing to send messages with', () => {
    expect(stage('guide').room('Ada')).not.toHaveProperty('sendUserData');
    expect(stage('guide').room('Ada')).not.toHaveProperty('sendMessage');
  });
});

test.each(builds)('5 build %s has everything a room has on a breakout room, too', async (profile) => {
  const at = stage(profile);
  const [roomId = ''] = await at.open();
  const inside = await at.enter('Bo', roomId);
  const cy = await at.enter('Cy', roomId);
  const heard = listen(cy, 'user-data-received');
  const main = listen(at.room('Cy'), 'user-data-received');
  run(inside, 'sendUserData', { hi: 1 }, true, null);
  await at.settle();
  expect(heard).toHaveLength(1);
  expect(main).toEqual([]);
});
