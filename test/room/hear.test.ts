// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { profileNames } from '../../src/simulator.js';
import { listenersOn, stage } from './stage.js';

describe.each(profileNames)('what the main room says in build %s', (profile) => {
  it('attaching tells who I am, who is there, mode, limits and capabilities before it returns', () => {
    const { guest } = stage({ profile });
    const { events } = guest('Ada');
    expect(events.slice(0, 3)).toEqual([
      { type: 'connection.changed', connection: 'connected' },
      {
        type: 'roster.read',
        self: { clientId: 'c-ada', userRef: 'user-1', role: 'moderator' },
        people: ['Ada', 'Bo', 'Cy', 'Di'].map((name, at) => ({
          clientId: `c-${name.toLowerCase()}`,
          userRef: `user-${String(at + 1)}`,
          name,
          role: at === 0 ? 'moderator' : 'participant',
        })),
      },
      { type: 'mode.changed', mode: 'group' },
    ]);
    expect(events.slice(3)).toEqual([
      { type: 'limits.known', limits: { maxRooms: 10, minPeople: 2, maxPeople: 5 } },
      {
        type: 'capabilities.known',
        capabilities: {
          rooms: true,
          decline: !['1.9.4', '2.0.1'].includes(profile),
          forceJoin: profile !== '1.9.4',
          wire: profile !== 'guide',
          recall: profile === 'guide',
          ownStream: true,
        },
      },
    ]);
  });

  it('a newcomer is told with the name, role and reference that the roster has', async () => {
    const { clock, meeting, guest } = stage({ profile });
    const ada = guest('Ada');
    meeting.join({ name: 'Eve', clientId: 'c-eve', role: 'viewer', userRef: 'eve@example.org' });
    await clock.pass(100);
    expect(ada.of('person.joined').map((event) => event.person)).toEqual([
      { clientId: 'c-eve', userRef: 'eve@example.org', name: 'Eve', role: 'viewer' },
    ]);
    meeting.leave('Eve');
    await clock.pass(100);
    expect(ada.of('person.left')).toEqual([{ type: 'person.left', clientId: 'c-eve' }]);
  });

  it('a change of roles is told person by person, after the roster', async () => {
    const { clock, meeting, guest } = stage({ profile });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    bo.forget();
    ada.person.room.switchUserRole?.('c-bo', () => undefined);
    await clock.pass(100);
    const expected = [{ type: 'role.changed', clientId: 'c-bo', role: 'moderator' }];
    if (meeting.profile.roleChange === 'swap')
      expected.unshift({ type: 'role.changed', clientId: 'c-ada', role: 'participant' });
    expect(bo.of('role.changed')).toEqual(expected);
    expect(bo.types()[0]).toBe('roster.read');
    expect(bo.of('roster.read')[0]?.self?.role).toBe('moderator');
  });

  it('lecture mode is told, and nothing is asked of the service then', async () => {
    const { clock, meeting, guest, after } = stage({ profile });
    const ada = guest('Ada');
    meeting.setMode('lecture', 'Ada');
    await clock.pass(100);
    expect(ada.of('mode.changed').at(-1)?.mode).toBe('lecture');
    const lecture = { ok: false, failure: { kind: 'lecture-mode', code: null, text: null } };
    expect(await after(ada.port.createRooms({ count: 1, capacity: 2 }))).toEqual(lecture);
    expect(await after(ada.port.createAndInvite({ count: 1, capacity: 2 }))).toEqual(lecture);
    expect(await after(ada.port.invite({ clientIds: ['c-bo'], roomId: 'x', force: false }))).toEqual(lecture);
    expect(await after(ada.port.join({ roomId: 'x', role: 'participant', muted: false }))).toEqual(lecture);
  });

  it('the end of the meeting is told in milliseconds, however its minutes are written', async () => {
    const { clock, meeting, guest } = stage({ profile });
    const bo = guest('Bo');
    meeting.announceEnd(10);
    await clock.pass(100);
    for (const message of [
      { timeLeft: '5' },
      { timeLeft: -1 },
      { timeLeft: 'soon' },
      { timeLeft: Number.NaN },
      { timeLeft: 9e9 },
      { timeLeft: '' },
      {},
      null,
      [5],
      undefined,
    ])
      bo.person.room.dispatchEvent({ type: 'conference-remaining-duration', message });
    bo.person.room.dispatchEvent({ type: 'conference-remaining-duration', timeLeft: 0 });
    expect(bo.of('meeting.ending').map(({ inMs }) => inMs)).toEqual([600_000, 300_000, 0]);
  });

  it.each(['object', 'string'] as const)('an invitation names its sender given as %s', async (requestor) => {
    const { clock, guest, rooms } = stage({ profile, requestor });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    void ada.port.invite({ clientIds: ['c-bo'], roomId, force: false });
    await clock.pass(100);
    expect(bo.of('invite.received')).toEqual([
      {
        type: 'invite.received',
        roomId,
        from: { clientId: 'c-ada', userRef: null, name: requestor === 'object' ? 'Ada' : null },
      },
    ]);
  });

  it('who enters and leaves a room is heard once, though told in two places', async () => {
    const { clock, meeting, guest, rooms, after } = stage({ profile, movesHeardInRoom: true });
    const [ada, bo, cy] = [guest('Ada'), guest('Bo'), guest('Cy')];
    const [roomId = ''] = await rooms(ada);
    await after(bo.port.join({ roomId, role: 'participant', muted: false }), 2_000);
    bo.forget();
    ada.forget();
    const joined = await after(cy.port.join({ roomId, role: 'participant', muted: false }), 2_000);
    const named = meeting.profile.joinedNamesRoom ? roomId : null;
    expect(ada.of('occupant.joined')).toEqual([{ type: 'occupant.joined', clientId: 'c-cy', roomId: named }]);
    // Bo is in the room and hears there which room it is, if the main room did not say.
    expect(bo.of('occupant.joined').at(-1)).toEqual({ type: 'occupant.joined', clientId: 'c-cy', roomId });
    expect(bo.of('occupant.joined')).toHaveLength(named === null ? 2 : 1);
    if (joined.ok) await after(joined.visit.leave(), 3_000);
    await clock.pass(100);
    for (const guestThere of [ada, bo])
      expect(guestThere.of('occupant.left')).toEqual([{ type: 'occupant.left', clientId: 'c-cy', roomId }]);
  });

  it('an emptied room is told as destroyed to its owner', async () => {
    const { guest, rooms, after } = stage({ profile });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    const joined = await after(bo.port.join({ roomId, role: 'participant', muted: false }), 2_000);
    if (joined.ok) await after(joined.visit.leave(), 3_000);
    expect(ada.of('room.destroyed')).toEqual([{ type: 'room.destroyed', roomId }]);
  });

  it('a refusal reaches the moderator as far as it can be read', async () => {
    const { meeting, guest, rooms, after } = stage({ profile, moderatorsHear: { rejected: 'message' } });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    const { reject } = meeting.profile.names;
    expect(await after(bo.port.decline({ roomId }))).toEqual({ ok: true, told: reject !== null });
    expect(ada.of('invite.rejected')).toEqual(
      reject === null ? [] : [{ type: 'invite.rejected', clientId: 'c-bo', roomId }],
    );
  });

  it('hints of rooms and invitations of another moderator are told', async () => {
    const { clock, guest, rooms } = stage({
      profile,
      people: [
        { name: 'Ada', role: 'moderator', clientId: 'c-ada' },
        { name: 'Bo', role: 'moderator', clientId: 'c-bo' },
        { name: 'Cy', clientId: 'c-cy' },
      ],
      moderatorsHear: { created: 'message', invited: 'message' },
    });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const roomIds = await rooms(ada, 2);
    void ada.port.invite({ clientIds: ['c-cy'], roomId: roomIds[0] ?? '', force: false });
    await clock.pass(100);
    expect(bo.of('rooms.hinted')).toEqual([{ type: 'rooms.hinted', roomIds }]);
    expect(bo.of('invite.hinted')).toEqual([
      { type: 'invite.hinted', roomId: roomIds[0], clientIds: ['c-cy'] },
    ]);
  });

  it('hints without content say nothing', async () => {
    const { clock, meeting, guest } = stage({ profile });
    const ada = guest('Ada');
    ada.forget();
    for (const id of ['breakout-room-created', 'breakout-room-invited'])
      meeting.send('roomManagementEvents', { id });
    await clock.pass(100);
    expect(ada.events).toEqual([]);
    meeting.send('roomManagementEvents', { id: 'breakout-invite-rejected' });
    await clock.pass(100);
    expect(ada.events).toEqual([{ type: 'invite.rejected', clientId: null, roomId: null }]);
  });

  it('an outage is told, and afterwards everybody’s new ids', async () => {
    const { clock, meeting, guest } = stage({ profile });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    bo.forget();
    meeting.person('Bo').cutNetwork();
    await clock.pass(100);
    expect(bo.of('connection.changed')).toEqual([{ type: 'connection.changed', connection: 'reconnecting' }]);
    meeting.person('Bo').restoreNetwork();
    await clock.pass(500);
    expect(bo.of('connection.changed').at(-1)?.connection).toBe('connected');
    expect(bo.of('connection.changed')).toHaveLength(2);
    const now = meeting.person('Bo').clientId;
    expect(now).not.toBe('c-bo');
    expect(bo.of('roster.read').at(-1)?.self?.clientId).toBe(now);
    expect(ada.of('person.left').map((event) => event.clientId)).toEqual(['c-bo']);
    expect(ada.of('person.joined').map((event) => event.person.clientId)).toEqual([now]);
  });

  it('an outage without end is told as lost', async () => {
    const { clock, meeting, guest } = stage({ profile, reconnectLimit: 5_000 });
    const bo = guest('Bo');
    meeting.person('Bo').cutNetwork();
    await clock.pass(6_000);
    expect(bo.of('connection.changed').at(-1)?.connection).toBe('lost');
  });

  it('leaving the meeting is told as lost', async () => {
    const { clock, meeting, guest } = stage({ profile });
    const bo = guest('Bo');
    meeting.leave('Bo');
    await clock.pass(2_000);
    expect(bo.of('connection.changed').at(-1)?.connection).toBe('lost');
  });

  it('a page that has just loaded tells who is there when the room is connected', async () => {
    const { clock, meeting, guest } = stage({ profile });
    meeting.person('Bo').reload();
    const bo = guest('Bo');
    expect(bo.events[0]).toEqual({ type: 'connection.changed', connection: 'unknown' });
    expect(bo.of('roster.read')).toEqual([]);
    await clock.pass(500);
    expect(bo.of('connection.changed').at(-1)?.connection).toBe('connected');
    expect(bo.of('roster.read').at(-1)?.people).toHaveLength(4);
    expect(bo.of('mode.changed').at(-1)?.mode).toBe('group');
    expect(bo.of('capabilities.known').at(-1)?.capabilities.ownStream).toBe(true);
  });

  it('every listener is on the room once, and gone a moment after detaching', async () => {
    const { meeting, guest, clock } = stage({ profile });
    const { room } = meeting.person('Bo');
    const before = listenersOn(room);
    const bo = guest('Bo');
    for (const [type, listeners] of Object.entries(room.eventsList))
      expect([type, listeners.length - (type === 'breakout-room-connected' ? before : 0)]).toEqual([type, 1]);
    bo.detach();
    bo.detach();
    bo.forget();
    meeting.leave('Cy');
    await clock.pass(500);
    expect(bo.events).toEqual([]);
    expect(listenersOn(room)).toBe(before);
  });

  it('detaching and attaching again in the same moment leaves one set of listeners', async () => {
    const { meeting, guest, clock } = stage({ profile });
    const { room } = meeting.person('Bo');
    const before = listenersOn(room);
    const first = guest('Bo');
    const one = listenersOn(room) - before;
    first.detach();
    const again: string[] = [];
    const end = first.port.attach((event) => void again.push(event.type));
    await clock.pass(0);
    expect(listenersOn(room) - before).toBe(one);
    expect(again).toContain('roster.read');
    const second = first.port.attach(() => undefined);
    end();
    await clock.pass(0);
    expect(listenersOn(room) - before).toBe(one);
    second();
    await clock.pass(0);
    expect(listenersOn(room)).toBe(before);
  });

  it('an application’s listeners after ours are not skipped when we leave in the middle of an event', async () => {
    const { meeting, guest, clock } = stage({ profile });
    const bo = guest('Bo');
    const { room } = meeting.person('Bo');
    const theirs = vi.fn<() => void>();
    const stop = bo.port.attach((event) => {
      if (event.type === 'person.left') {
        stop();
        bo.detach();
      }
    });
    room.addEventListener('user-disconnected', theirs);
    meeting.leave('Cy');
    await clock.pass(500);
    expect(theirs).toHaveBeenCalledTimes(1);
  });
});

it('the guide has no way to send messages', async () => {
  const { guest, after } = stage({ profile: 'guide' });
  expect(await after(guest('Bo').port.send({ to: ['c-ada'], body: { hi: 1 } }))).toEqual({
    ok: false,
    failure: { kind: 'not-supported', code: null, text: null },
  });
});

describe.each(profileNames.filter((name) => name !== 'guide'))('messages in build %s', (profile) => {
  it('carry their sender and body; mine do not come back', async () => {
    const { guest, after } = stage({ profile, echo: true });
    const [ada, bo, cy] = [guest('Ada'), guest('Bo'), guest('Cy')];
    const answer = await after(bo.port.send({ to: ['c-ada'], body: { hi: 1 } }));
    expect(answer).toEqual({ ok: true });
    expect(ada.of('message.received')).toEqual([{ type: 'message.received', from: 'c-bo', body: { hi: 1 } }]);
    expect(bo.of('message.received')).toEqual([]);
    expect(cy.of('message.received')).toEqual([]);
    expect(await after(ada.port.send({ to: 'everyone', body: { all: true } }))).toEqual({ ok: true });
    for (const { of } of [bo, cy])
      expect(of('message.received')).toEqual([
        { type: 'message.received', from: 'c-ada', body: { all: true } },
      ]);
    expect(await after(ada.port.send({ to: [], body: { none: true } }))).toEqual({ ok: true });
  });
});

describe('limits', () => {
  it('come from the application before anything else', async () => {
    const { clock, guest } = stage({ maxActiveTalkers: 12 });
    const ada = guest('Ada', { maxActiveTalkers: 8 });
    await clock.pass(100);
    expect(ada.of('limits.known').map((event) => event.limits.maxPeople)).toEqual([7]);
  });

  it.each([0, -1, 2.5, Number.NaN])('do not come from an application that says %s', (maxActiveTalkers) => {
    const { guest } = stage({ maxActiveTalkers: 12 });
    const ada = guest('Ada', { maxActiveTalkers });
    expect(ada.of('limits.known').map((event) => event.limits.maxPeople)).toEqual([11]);
  });

  it.each([
    ['getMaxTalkers', [null, 5]],
    ['roomSettings', [5]],
    ['nowhere', [null]],
  ] as const)(
    'readable in %s are told when they are known, and not before',
    async (maxTalkersReadable, told) => {
      const { clock, guest } = stage({ maxTalkersReadable });
      const ada = guest('Ada');
      await clock.pass(20_000);
      expect(ada.of('limits.known').map((event) => event.limits.maxPeople)).toEqual(told);
    },
  );

  it.each(['missing', 'throws', 'silent', 'null-ack'] as const)(
    'fall back to the room’s settings when getMaxTalkers is %s',
    async (kind) => {
      const { clock, guest } = stage({ faults: { kind, call: 'getMaxTalkers' } });
      const ada = guest('Ada');
      await clock.pass(20_000);
      expect(ada.of('limits.known').map((event) => event.limits.maxPeople)).toEqual([5]);
    },
  );

  it.each([
    [{ count: 0, capacity: 3 }, 'invalid'],
    [{ count: 1.5, capacity: 3 }, 'invalid'],
    [{ count: 11, capacity: 3 }, 'room-limit'],
    [{ count: 1, capacity: 1 }, 'capacity'],
    [{ count: 1, capacity: 2.5 }, 'capacity'],
    [{ count: 1, capacity: Number.NaN }, 'capacity'],
    [{ count: 1, capacity: 6 }, 'capacity'],
  ])('refuse %o before the service is asked', async (order, kind) => {
    const { meeting, guest, after } = stage();
    const ada = guest('Ada');
    const { createRooms, createAndInvite } = ada.port;
    for (const make of [createRooms, createAndInvite])
      expect(await after(make(order))).toEqual({ ok: false, failure: { kind, code: null, text: null } });
    expect(meeting.rooms()).toEqual([]);
  });

  it('ask the service when the number of talkers is not known', async () => {
    const { guest, after } = stage({ maxTalkersReadable: 'nowhere' });
    const ada = guest('Ada');
    expect(await after(ada.port.createRooms({ count: 1, capacity: 6 }))).toMatchObject({
      ok: false,
      failure: { kind: 'over-meeting-capacity', code: 1725 },
    });
  });

  it('are asked for again after an outage that swallowed the answer', async () => {
    const { clock, meeting, guest } = stage({ maxTalkersReadable: 'getMaxTalkers', latency: 100 });
    const bo = guest('Bo');
    await clock.pass(50);
    meeting.person('Bo').cutNetwork();
    await clock.pass(1_000);
    expect(bo.of('limits.known').map((event) => event.limits.maxPeople)).toEqual([null]);
    meeting.person('Bo').restoreNetwork();
    await clock.pass(2_000);
    expect(bo.of('limits.known').map((event) => event.limits.maxPeople)).toEqual([null, 5]);
  });

  it('leave no valid size with two talkers or fewer', async () => {
    const { guest, after } = stage({ maxActiveTalkers: 2 });
    const ada = guest('Ada');
    await after(Promise.resolve());
    expect(ada.of('limits.known').at(-1)?.limits.maxPeople).toBe(1);
    expect(await after(ada.port.createRooms({ count: 1, capacity: 2 }))).toMatchObject({
      failure: { kind: 'capacity' },
    });
  });

  it('count rooms alive and orders under way, and free the place of a destroyed room', async () => {
    const { guest, after, rooms, clock } = stage();
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [first = ''] = await rooms(ada, 4);
    const [one, two] = [
      ada.port.createRooms({ count: 4, capacity: 3 }),
      ada.port.createRooms({ count: 4, capacity: 3 }),
    ];
    expect((await after(one)).ok).toBe(true);
    expect(await two).toMatchObject({ ok: false, failure: { kind: 'room-limit', code: null } });
    await rooms(ada, 2);
    expect(await after(ada.port.createRooms({ count: 1, capacity: 3 }))).toMatchObject({ ok: false });
    const joined = await after(bo.port.join({ roomId: first, role: 'participant', muted: false }), 2_000);
    if (joined.ok) await after(joined.visit.leave(), 3_000);
    await clock.pass(500);
    await rooms(ada, 1);
  });

  it('allow no new rooms from inside a breakout room', async () => {
    const { guest, after, rooms } = stage();
    const ada = guest('Ada');
    const [roomId = ''] = await rooms(ada);
    await after(ada.port.join({ roomId, role: 'moderator', muted: false }), 2_000);
    expect(await after(ada.port.createRooms({ count: 1, capacity: 3 }))).toMatchObject({
      failure: { kind: 'from-main-only' },
    });
  });
});

describe('who moderates', () => {
  it('is the application’s word first, also after a change of roles', async () => {
    const { clock, meeting, guest } = stage();
    const bo = guest('Bo', {
      isModerator: ({ name, role }) => (name === 'Bo' ? true : name === 'Ada' ? false : role === 'moderator'),
    });
    expect(bo.of('roster.read')[0]?.self?.role).toBe('moderator');
    expect(bo.of('roster.read')[0]?.people.map(({ role }) => role)).toEqual([
      'participant',
      'moderator',
      'participant',
      'participant',
    ]);
    meeting.person('Ada').setRole('participant');
    meeting.person('Ada').setRole('moderator');
    await clock.pass(100);
    expect(bo.of('role.changed').map(({ role }) => role)).not.toContain('moderator');
  });

  it('is unknown in privacy mode', () => {
    const { guest } = stage({ privacy: true });
    const bo = guest('Bo');
    expect(bo.of('roster.read')[0]?.people.map(({ name }) => name)).toEqual(['Bo']);
  });

  it('a newcomer in privacy mode has an id and nothing else', async () => {
    const { clock, meeting, guest } = stage({ privacy: true });
    const bo = guest('Bo');
    meeting.join({ name: 'Eve', clientId: 'c-eve' });
    await clock.pass(100);
    expect(bo.of('person.joined')[0]?.person).toEqual({
      clientId: 'c-eve',
      userRef: null,
      name: '',
      role: 'unknown',
    });
  });
});

describe('a channel of the application’s own', () => {
  const channelOf = () => {
    const hears = new Set<(message: { from: string; body: unknown }) => void>();
    const sent: unknown[] = [];
    return {
      sent,
      say: (from: string, body: unknown) => hears.forEach((hear) => hear({ from, body })),
      listeners: () => hears.size,
      channel: {
        send: (what: unknown) => void sent.push(what),
        listen: (hear: (message: { from: string; body: unknown }) => void) => {
          hears.add(hear);
          return () => void hears.delete(hear);
        },
      },
    };
  };

  it('carries messages where the build has none, and is let go', async () => {
    const { guest, after } = stage({ profile: 'guide' });
    const own = channelOf();
    const bo = guest('Bo', { channel: own.channel });
    expect(bo.port.capabilities().wire).toBe(true);
    expect(await after(bo.port.send({ to: 'everyone', body: { hi: 1 } }))).toEqual({ ok: true });
    expect(own.sent).toEqual([{ to: 'everyone', body: { hi: 1 } }]);
    own.say('c-ada', 'hello');
    own.say('c-bo', 'echo');
    own.say('', 'nobody');
    expect(bo.of('message.received')).toEqual([{ type: 'message.received', from: 'c-ada', body: 'hello' }]);
    bo.detach();
    expect(own.listeners()).toBe(0);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('No line');
      },
      'threw',
    ],
    ['rejects', () => Promise.reject(new Error('No line')), 'threw'],
    ['never settles', () => new Promise<void>(() => undefined), 'no-answer'],
  ])('that %s is a failed send', async (_, send, kind) => {
    const { guest, after } = stage();
    const bo = guest('Bo', { channel: { ...channelOf().channel, send } });
    expect(await after(bo.port.send({ to: ['c-ada'], body: {} }), 15_000)).toMatchObject({
      ok: false,
      failure: { kind },
    });
  });
});
