// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/clock.js';
import { connectRoom } from '../../src/room/connectRoom.js';
import { createOccupancy, type Heard } from '../../src/room/occupancy.js';
import type { RoomEvent } from '../../src/state/events.js';
import { createDispatcher } from '../../src/simulator/dispatcher.js';

/** Every event of the main room that the adapter hears. */
const EVENTS = [
  'room-connected',
  'network-reconnected',
  'network-disconnected',
  'network-reconnecting',
  'network-reconnect-timeout',
  'room-disconnected',
  'stream-added',
  'stream-removed',
  'user-connected',
  'user-disconnected',
  'user-role-changed',
  'room-mode-switched',
  'conference-remaining-duration',
  'join-breakout-room',
  'breakout-room-joining',
  'breakout-room-connected',
  'breakout-room-error',
  'breakout-room-disconnected',
  'user-joined-breakout-room',
  'user-disconnected-breakout-room',
  'breakout-user-disconnected',
  'breakout-room-destroyed',
  'breakout-invite-rejected',
  'breakout-room-created',
  'breakout-room-invited',
  'user-data-received',
];

/** A main room of few words, in a build or as the guide has it. */
function main(fields: object = {}, guide = false) {
  const room = {
    ...createDispatcher(),
    state: 2,
    clientId: 'own',
    me: { clientId: 'own', role: 'moderator' },
    mode: 'group',
    userList: new Map<string, unknown>([['own', { name: 'Own', role: 'moderator' }]]),
    [guide ? 'createBreakoutRoom' : 'createBreakOutRoom']() {},
    ...fields,
  };
  const clock = createManualClock();
  const port = connectRoom(room, { clock, sdkVersion: guide ? null : '3.1.8' });
  const events: RoomEvent[] = [];
  const detach = port.attach((event) => void events.push(event));
  events.splice(0);
  const say = (type: string, payload: object = {}) => {
    room.dispatchEvent({ type, ...payload });
    return events.splice(0);
  };
  return { room, clock, port, say, detach, events };
}

const hostile = () =>
  new Proxy(
    {},
    {
      get(_, key) {
        throw new Error(`No ${String(key)}`);
      },
    },
  );
const cyclic = () => {
  const loop: Record<string, unknown> = {};
  loop['message'] = loop;
  loop['room'] = loop;
  loop['clients'] = [loop];
  return loop;
};

describe.each(EVENTS)('%s with a payload that cannot be read', (type) => {
  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['a text', () => 'text'],
    ['a number', () => 7],
    ['true', () => true],
    ['a list', () => [1, 'x', null]],
    ['an empty object', () => ({})],
    ['empty ids', () => ({ room_id: '', clientId: '', client: {}, clients: [], senderId: '', msg: 'x' })],
    ['ids of odd kinds', () => ({ room_id: [], clientId: true, rooms: 'x', clients: true, moderator: 1 })],
    ['getters that throw', hostile],
    ['a cycle', cyclic],
    ['something frozen', () => Object.freeze({ room: Object.freeze([]) })],
  ])('as %s breaks nothing and names nobody', (_, payload) => {
    for (const guide of [false, true]) {
      const { say } = main({}, guide);
      const told = say(type, { message: payload() });
      const named = told.filter(
        (event) =>
          ('roomId' in event && event.roomId !== null) ||
          ('clientId' in event && event.clientId !== null) ||
          event.type === 'message.received',
      );
      expect(named).toEqual([]);
    }
  });

  it('as no event at all breaks nothing', () => {
    const { room } = main();
    const listeners = room.eventsList[type] ?? [];
    expect(listeners).toHaveLength(1);
    for (const event of [undefined, null, 7, 'x', hostile()])
      expect(() => listeners[0]?.(event as object)).not.toThrow();
  });
});

describe('ids', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', '<b>x</b>', '\u202Ex', ' '])(
    '%j is an id like any other',
    (id) => {
      const { say } = main();
      expect(say('join-breakout-room', { message: { room_id: id, requestor: id } })).toEqual([
        { type: 'invite.received', roomId: id, from: { clientId: id, userRef: null, name: null } },
      ]);
      expect(say('user-joined-breakout-room', { message: { clientId: id } })).toEqual([
        { type: 'occupant.joined', clientId: id, roomId: null },
      ]);
    },
  );

  it.each([
    [{ room_id: 'r' }],
    [{ room: 'r' }],
    [{ roomId: 'r' }],
    [{ id: 'r' }],
    [{ room: { id: 'r' } }],
    [{ room: { room_id: 'r' } }],
  ])('a room is read from %o', (body) => {
    const { say } = main();
    expect(say('breakout-room-destroyed', { message: body })).toEqual([
      { type: 'room.destroyed', roomId: 'r' },
    ]);
  });

  it.each([
    [{ client_id: 'c' }],
    [{ clientId: 'c' }],
    [{ client: 'c' }],
    [{ client: { id: 'c' } }],
    [{ client: { clientId: 'c' } }],
    [{ clients: ['c', 'd'] }],
    [{ clients: [{ clientId: 'c' }] }],
    [{ clients: 'c' }],
    [{ clientId: 7 }, '7'],
  ])('a person is read from %o', (body, id = 'c') => {
    const { say } = main();
    expect(say('breakout-invite-rejected', { message: { ...body, room_id: 'r' } })).toEqual([
      { type: 'invite.rejected', clientId: id, roomId: 'r' },
    ]);
  });

  it.each([
    ['c', { clientId: 'c', userRef: null, name: null }],
    [
      { id: 'c', name: 'Ada' },
      { clientId: 'c', userRef: null, name: 'Ada' },
    ],
    [
      { clientId: 'c', user_ref: 'u' },
      { clientId: 'c', userRef: 'u', name: null },
    ],
    [{ name: 'Ada' }, { clientId: null, userRef: null, name: 'Ada' }],
    [{}, null],
    [undefined, null],
  ])('the sender of an invitation is read from %o', (requestor, from) => {
    const { say } = main();
    expect(say('join-breakout-room', { message: { room_id: 'r', requestor } })).toEqual([
      { type: 'invite.received', roomId: 'r', from },
    ]);
  });

  it.each([
    [{ message: { rooms: ['a', { _id: 'b' }, 'a', null] } }, ['a', 'b']],
    [{ message: ['a', { room_id: 'b' }] }, ['a', 'b']],
    [{ message: { room_id: 'a' } }, ['a']],
    [{ rooms: ['a'] }, ['a']],
  ])('created rooms are read from %o', (payload, roomIds) => {
    const { say } = main();
    expect(say('breakout-room-created', payload)).toEqual([{ type: 'rooms.hinted', roomIds }]);
  });

  it('the guide’s flat payloads are read too', () => {
    const { say } = main({}, true);
    expect(say('user-joined-breakout-room', { clientId: 'c', room: 'r' })).toEqual([
      { type: 'occupant.joined', clientId: 'c', roomId: 'r' },
    ]);
    expect(say('breakout-user-disconnected', { message: { room_id: 'r', client_id: 'c' } })).toEqual([
      { type: 'occupant.left', clientId: 'c', roomId: 'r' },
    ]);
    expect(say('breakout-room-invited', { room_id: 'r', clients: ['c', { id: 'd' }, null] })).toEqual([
      { type: 'invite.hinted', roomId: 'r', clientIds: ['c', 'd'] },
    ]);
  });
});

describe('messages', () => {
  it.each([
    [{ senderId: 'c', msg: { a: 1 } }, { a: 1 }],
    [{ senderId: 'c', message: { a: 1 } }, { a: 1 }],
    [{ senderId: 'c', msg: 'text', message: 'other' }, 'text'],
    [{ sender: { clientId: 'c' }, msg: 1 }, 1],
  ])('are read from %o', (message, body) => {
    const { say } = main();
    expect(say('user-data-received', { message })).toEqual([{ type: 'message.received', from: 'c', body }]);
  });

  it('of my own are dropped, under my earlier id as well', () => {
    const { room, say } = main();
    expect(say('user-data-received', { message: { senderId: 'own', msg: 1 } })).toEqual([]);
    room.clientId = 'new';
    say('network-reconnected');
    expect(say('user-data-received', { message: { senderId: 'own', msg: 1 } })).toEqual([]);
    expect(say('user-data-received', { message: { senderId: 'new', msg: 1 } })).toEqual([]);
  });
});

describe('roles', () => {
  it.each([
    [
      { moderator: { new: 'c', old: 'own' } },
      [
        ['own', 'participant'],
        ['c', 'moderator'],
      ],
    ],
    [{ moderator: { new: 'own', old: 'own' } }, [['own', 'moderator']]],
    [{ moderator: { new: { clientId: 'c' } } }, [['c', 'moderator']]],
    [
      {
        clientsInfo: [
          { clientId: 'c', role: { new: 'moderator', old: 'participant' } },
          { clientId: 'd', role: 'viewer' },
          { clientId: 'e', role: { new: 'king' } },
          { role: { new: 'moderator' } },
          null,
        ],
      },
      [
        ['c', 'moderator'],
        ['d', 'viewer'],
      ],
    ],
  ])('are read from %o', (message, expected) => {
    const { say } = main();
    const told = say('user-role-changed', { message }).filter((event) => event.type === 'role.changed');
    expect(told.map(({ clientId, role }) => [clientId, role])).toEqual(expected);
  });

  it('change the own role at once', () => {
    const { room, say } = main();
    room.me = { clientId: 'own', role: 'participant' };
    const [roster] = say('user-role-changed', { message: {} });
    expect(roster).toMatchObject({ type: 'roster.read', self: { role: 'participant' } });
  });
});

describe('a roster', () => {
  it.each([
    ['a Map', new Map([['c', { name: 'Cy' }]])],
    ['a plain object', { c: { name: 'Cy' } }],
  ])('is read from %s', (_, userList) => {
    const { say } = main({ userList });
    expect(say('room-connected')[0]).toMatchObject({
      type: 'roster.read',
      people: [{ clientId: 'c', userRef: null, name: 'Cy', role: 'unknown' }],
    });
  });

  it.each([
    ['missing', undefined],
    ['a text', 'x'],
    [
      'odd inside',
      new Map<unknown, unknown>([
        ['', {}],
        [null, {}],
        ['c', null],
        ['d', 'x'],
      ]),
    ],
  ])('that is %s is empty', (_, userList) => {
    const { say } = main({ userList });
    expect(say('room-connected')[0]).toMatchObject({ type: 'roster.read', people: [] });
  });

  it('knows me under the documentation’s spelling, or by me alone', () => {
    expect(main({ clientId: undefined, clientID: 'doc' }).say('room-connected')[0]).toMatchObject({
      self: { clientId: 'doc' },
    });
    expect(main({ clientId: undefined }).say('room-connected')[0]).toMatchObject({
      self: { clientId: 'own' },
    });
  });
});

describe('arrivals', () => {
  const insideRoom = (roomID: unknown) => ({
    ...createDispatcher(),
    state: 2,
    roomID,
    left: 0,
    disconnect() {
      this.left += 1;
    },
  });

  it('an unannounced room that names itself is a move by the service', () => {
    const { say, port } = main();
    const room = insideRoom('r');
    expect(say('breakout-room-connected', { room })).toContainEqual({ type: 'pull.connected', roomId: 'r' });
    expect(port.visit()?.room === room).toBe(true);
  });

  it('a second one while inside is left again', async () => {
    const { say, port, clock } = main();
    const [first, second, nameless] = [insideRoom('r'), insideRoom('r'), insideRoom(undefined)];
    say('breakout-room-connected', { room: first });
    say('breakout-room-connected', { room: first });
    say('breakout-room-connected', { room: second });
    say('breakout-room-connected', { room: nameless });
    await clock.pass(0);
    expect([first.left, second.left, nameless.left]).toEqual([0, 1, 1]);
    expect(port.visit()?.room === first).toBe(true);
  });

  it.each([
    [
      'a failure in message',
      { message: { result: 1729, msg: 'No' } },
      { kind: 'no-pass', code: 1729, text: 'No' },
    ],
    ['a flat failure', { result: 1155, msg: 'No' }, { kind: 'refused', code: 1155, text: 'No' }],
    ['nothing', {}, { kind: 'refused', code: null, text: null }],
  ])('a move that ends with %s fails with the reason', (_, payload, failure) => {
    const { say } = main();
    expect(say('breakout-room-joining', { message: { room_id: 'r', requestor: { id: 'c' } } })).toEqual([
      { type: 'pull.started', roomId: 'r', fromClientId: 'c' },
    ]);
    expect(say('breakout-room-error', payload)).toEqual([{ type: 'pull.failed', failure }]);
    expect(say('breakout-room-error', payload)).toEqual([]);
  });

  it('a newer move replaces the older', async () => {
    const { say, clock, events } = main();
    say('breakout-room-joining', { message: { room_id: 'a' } });
    await clock.pass(15_000);
    say('breakout-room-joining', { message: { room_id: 'b' } });
    await clock.pass(10_000);
    expect(events).toEqual([]);
    await clock.pass(10_000);
    expect(events).toEqual([{ type: 'pull.failed', failure: { kind: 'no-answer', code: null, text: null } }]);
  });
});

describe('a room of few means', () => {
  it('without any way to listen says what it is', async () => {
    const port = connectRoom({ clientId: 'own' }, { sdkVersion: null });
    const events: RoomEvent[] = [];
    const detach = port.attach((event) => void events.push(event));
    expect(events[0]).toEqual({ type: 'connection.changed', connection: 'connected' });
    expect(port.capabilities()).toEqual({
      rooms: false,
      decline: false,
      forceJoin: false,
      wire: false,
      recall: false,
      ownStream: false,
    });
    const none = { ok: false, failure: { kind: 'not-supported', code: null, text: null } };
    expect(await port.createRooms({ count: 1, capacity: 2 })).toEqual(none);
    expect(await port.join({ roomId: 'r', role: 'participant', muted: false })).toEqual(none);
    expect(await port.pauseMain()).toEqual(none);
    expect(await port.clearAll()).toEqual(none);
    expect(await port.decline({ roomId: 'r' })).toEqual({ ok: true, told: false });
    detach();
  });

  it.each([
    [{ state: 1 }, 'unknown'],
    [{ state: 2 }, 'connected'],
    [{ state: 4 }, 'reconnecting'],
    [{ state: 0 }, 'unknown'],
    [{ state: 0, clientId: 'own' }, 'lost'],
    [{}, 'unknown'],
    [{ clientId: 'own' }, 'connected'],
    [{ status: 2 }, 'connected'],
  ])('in state %o is %s', (fields, connection) => {
    const events: RoomEvent[] = [];
    connectRoom(fields, { sdkVersion: null }).attach((event) => void events.push(event));
    expect(events[0]).toEqual({ type: 'connection.changed', connection });
  });

  it.each([[null], [undefined], [7], ['room']])('%s is refused at once, and it says what to do', (room) => {
    expect(() => connectRoom(room as unknown as object)).toThrow(
      /needs an EnxRoom.*Without.*Pass the `room`/s,
    );
  });

  it('finds the version on the page by itself', () => {
    Object.assign(globalThis, { EnxRtc: { version: '1.9.4' } });
    const room = { inviteToBreakoutRoom() {}, createBreakOutRoom() {}, clearAllBreakOutSession() {} };
    expect(connectRoom(room).capabilities().forceJoin).toBe(false);
    Reflect.deleteProperty(globalThis, 'EnxRtc');
    expect(connectRoom(room).capabilities().forceJoin).toBe(true);
  });

  it('a subscriber’s error reaches whoever watches for errors, and neither the SDK nor other subscribers', async () => {
    const { room, port, say } = main();
    const error = new Error('In the subscriber');
    port.attach(() => {
      throw error;
    });
    const caught: unknown[] = [];
    const watch = (reason: unknown) => void caught.push(reason);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', watch);
    expect(say('user-disconnected', { clientId: 'c' })).toEqual([{ type: 'person.left', clientId: 'c' }]);
    expect(room.state).toBe(2);
    await new Promise<void>((resolve) => void setImmediate(resolve));
    process.off('unhandledRejection', watch);
    for (const other of others) process.on('unhandledRejection', other);
    expect(new Set(caught)).toEqual(new Set([error]));
  });
});

describe('comings and goings told in two places', () => {
  const ear = () => {
    const clock = createManualClock();
    const told: string[] = [];
    const heard = createOccupancy(clock, (event) => {
      if (event.type === 'occupant.joined' || event.type === 'occupant.left')
        told.push(`${event.type.slice(9)} ${String(event.roomId)}`);
    });
    const say = (kind: Heard['kind'], source: Heard['source'], roomId: string | null) =>
      heard({ kind, source, clientId: 'c', roomId });
    return { clock, told, say };
  };

  it('are one', () => {
    const { told, say } = ear();
    say('joined', 'main', 'r');
    say('joined', 'breakout', 'r');
    say('left', 'breakout', 'r');
    say('left', 'main', 'r');
    expect(told).toEqual(['joined r', 'left r']);
  });

  it('are two when the second says which room', () => {
    const { told, say } = ear();
    say('joined', 'main', null);
    say('joined', 'breakout', 'r');
    expect(told).toEqual(['joined null', 'joined r']);
  });

  it('are one when the second says less', () => {
    const { told, say } = ear();
    say('joined', 'breakout', 'r');
    say('joined', 'main', null);
    expect(told).toEqual(['joined r']);
  });

  it('are two in two rooms, from one place, or at two times', () => {
    const { told, say, clock } = ear();
    say('joined', 'main', 'a');
    say('joined', 'breakout', 'b');
    say('joined', 'breakout', 'b');
    clock.advance(2_001);
    say('joined', 'main', 'b');
    expect(told).toEqual(['joined a', 'joined b', 'joined b', 'joined b']);
  });
});
