// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { connectRoom } from '../../src/room/connectRoom.js';
import type { RoomEvent } from '../../src/state/events.js';
import { profileNames, profiles } from '../../src/simulator.js';
import { createManualClock } from '../../src/clock.js';
import { createDispatcher } from '../../src/simulator/dispatcher.js';
import { stage } from './stage.js';

// The build that does not finish a join has its own tests below: the simulated room has no `publish` to be called.
const finishing = profileNames.filter((name) => profiles[name].finishesJoin);

describe.each(finishing)('what is heard in a breakout room in build %s', (profile) => {
  const three = async () => {
    const set = stage({ profile });
    const guests = [set.guest('Ada'), set.guest('Bo'), set.guest('Cy')] as const;
    const [roomId = ''] = await set.rooms(guests[0]);
    const visits = [];
    for (const { port } of guests.slice(1)) {
      const answer = await set.after(port.join({ roomId, role: 'participant', muted: false }), 2_000);
      if (!answer.ok) throw new Error(answer.failure.kind);
      visits.push(answer.visit);
    }
    return { ...set, bo: guests[1], cy: guests[2], roomId, visits };
  };

  it('talkers are told with stream, name and id', async () => {
    const { bo, cy, roomId, clock, visits, meeting } = await three();
    await clock.pass(1_000);
    const last = () => bo.of('talkers.changed').at(-1);
    const stream = [...(cy.person.breakoutRooms[0]?.localStreams.getAll().keys() ?? [])][0];
    expect(last()).toEqual({
      type: 'talkers.changed',
      roomId,
      talkers: [{ streamId: String(stream), name: 'Cy', clientId: visits[1]?.clientId, kind: 'talker' }],
    });
    meeting.person('Cy').speak(false);
    await clock.pass(1_000);
    expect(last()?.talkers).toEqual([]);
  });

  it('a shared screen is among them, as a share', async () => {
    const { bo, clock, meeting } = await three();
    await clock.pass(1_000);
    meeting.person('Cy').shareScreen(true);
    await clock.pass(1_000);
    expect(
      bo
        .of('talkers.changed')
        .at(-1)
        ?.talkers.map(({ kind }) => kind),
    ).toContain('share');
  });
});

/** A room of few words: the SDK's listening, and the fields given. */
function bareRoom(fields: object = {}) {
  return {
    ...createDispatcher(),
    state: 2,
    clientId: 'own',
    userList: new Map(),
    disconnect() {},
    ...fields,
  };
}

/** Joins `inside` through a room whose SDK hands it over at once. */
async function joined(inside: object, localStream: unknown, sdkVersion: string | null = '3.1.8') {
  const clock = createManualClock();
  const main = bareRoom({
    joinBreakOutRoom: (_who: unknown, _media: unknown, callback: (success: unknown, error: null) => void) =>
      callback({ room: inside, localStream, streams: Reflect.get(inside, 'streams') as unknown }, null),
  });
  const port = connectRoom(main, { clock, sdkVersion });
  const events: RoomEvent[] = [];
  port.attach((event) => void events.push(event));
  const answer = await port.join({ roomId: 'r', role: 'participant', muted: false });
  if (!answer.ok) throw new Error(answer.failure.kind);
  return { clock, port, events, visit: answer.visit };
}

describe('the two builds that do not finish a join', () => {
  const roomWithCalls = () => {
    const calls: unknown[][] = [];
    const there = { id: 'there' };
    const room = bareRoom({
      publish: (...inputs: unknown[]) => void calls.push(['publish', ...inputs.slice(0, 2)]),
      subscribe: (...inputs: unknown[]) => void calls.push(['subscribe', inputs[0]]),
      streams: [there],
      remoteStreams: new Map([[1, there]]),
    });
    return { calls, there, room };
  };
  const voice = { muteAudio() {} };

  it('have the microphone published and the others subscribed to, each once', async () => {
    const { calls, there, room } = roomWithCalls();
    await joined(room, voice, '2.3.9');
    const [later, other] = [{ id: 'later' }, { id: 'other' }];
    room.dispatchEvent({ type: 'stream-added', stream: later });
    room.dispatchEvent({ type: 'stream-added', streams: [later, other] });
    expect(calls).toEqual([
      ['publish', voice, {}],
      ['subscribe', there],
      ['subscribe', later],
      ['subscribe', other],
    ]);
  });

  it('are the only ones', async () => {
    const { calls, room } = roomWithCalls();
    await joined(room, voice, '2.3.24');
    room.dispatchEvent({ type: 'stream-added', stream: {} });
    expect(calls).toEqual([]);
  });
});

describe('playing a stream', () => {
  it('is done by the SDK’s own player, and stopped by it', async () => {
    const calls: unknown[][] = [];
    const stream = {
      play: (...inputs: unknown[]) => void calls.push(['play', ...inputs]),
      stop: () => void calls.push(['stop']),
    };
    const room = bareRoom({ remoteStreams: new Map<unknown, unknown>([[7, stream]]) });
    const { visit } = await joined(room, undefined);
    const stop = visit.play({ streamId: '7', elementId: 'sink' });
    stop();
    expect(calls).toEqual([['play', 'sink', {}, room], ['stop']]);
  });

  it.each([
    ['gone', new Map()],
    ['without a player', new Map([['7', {}]])],
    [
      'with a player that throws',
      new Map([
        [
          '7',
          {
            play() {
              throw new Error('No element');
            },
          },
        ],
      ]),
    ],
    [
      'that cannot be stopped',
      new Map([
        [
          '7',
          {
            play() {},
            stop() {
              throw new Error('Gone');
            },
          },
        ],
      ]),
    ],
    ['in no list at all', undefined],
  ])('does no harm for a stream %s', async (_, remoteStreams) => {
    const { visit } = await joined(bareRoom({ remoteStreams }), undefined);
    expect(() => visit.play({ streamId: '7', elementId: 'sink' })()).not.toThrow();
  });

  it('finds a stream by its own id where the list has none', async () => {
    const played: unknown[] = [];
    const stream = { getID: () => 's-1', play: (id: unknown) => void played.push(id) };
    const { visit } = await joined(bareRoom({ remoteStreams: [stream] }), undefined);
    visit.play({ streamId: 's-1', elementId: 'sink' });
    expect(played).toEqual(['sink']);
  });
});

describe('a microphone in a breakout room', () => {
  it('without a stream is off and cannot be switched', async () => {
    const { visit } = await joined(bareRoom(), undefined);
    expect(visit.mic()).toEqual({ on: false, held: false });
    expect(await visit.setMic(true)).toMatchObject({ ok: false, failure: { kind: 'not-supported' } });
  });

  it('is read from isAudioMuted where the causes are not told', async () => {
    let muted = true;
    const { visit } = await joined(bareRoom(), {
      isAudioMuted: () => muted,
      muteAudio() {},
      unmuteAudio(callback: (answer: unknown) => void) {
        muted = false;
        callback({ result: 0 });
      },
    });
    expect(visit.mic()).toEqual({ on: false, held: false });
    expect(await visit.setMic(true)).toEqual({ ok: true });
    expect(visit.mic()).toEqual({ on: true, held: false });
  });

  it('that switches without ever saying so counts as switched; one that does not, does not', async () => {
    const stream = {
      selfMuteAudio: false,
      muteAudio() {
        this.selfMuteAudio = true;
      },
      unmuteAudio() {},
    };
    const { visit, clock } = await joined(bareRoom(), stream);
    const off = visit.setMic(false);
    await clock.pass(10_000);
    expect(await off).toEqual({ ok: true });
    const on = visit.setMic(true);
    await clock.pass(10_000);
    expect(await on).toMatchObject({ ok: false, failure: { kind: 'no-answer' } });
  });

  it('taken by a moderator is told when the room says so, and given back', async () => {
    const stream = { selfMuteAudio: false, hardAudioMuted: false, muteAudio() {} };
    const room = bareRoom();
    const { events } = await joined(room, stream);
    stream.hardAudioMuted = true;
    room.dispatchEvent({ type: 'hardmute-user-audio' });
    room.dispatchEvent({ type: 'hardmute-user-audio' });
    stream.hardAudioMuted = false;
    room.dispatchEvent({ type: 'hardunmute-user-audio' });
    expect(events.filter(({ type }) => type === 'mic.changed')).toEqual([
      { type: 'mic.changed', on: true, held: false },
      { type: 'mic.changed', on: false, held: true },
      { type: 'mic.changed', on: true, held: false },
    ]);
  });
});

describe('talkers', () => {
  it('are none where the list is empty, missing or no list', async () => {
    const room = bareRoom();
    const { events } = await joined(room, undefined);
    for (const message of [{ activeList: null }, { activeList: 'x' }, {}, null, undefined, 7, []])
      room.dispatchEvent({ type: 'active-talkers-updated', message });
    const talkers = events.filter((event) => event.type === 'talkers.changed');
    expect(talkers).toHaveLength(7);
    for (const event of talkers) expect(event.talkers).toEqual([]);
  });

  it('are read as far as they have a stream; shares are found among the streams', async () => {
    const share = { getID: () => 101, ifScreen: () => true, attributes: { name: 'Cy', clientId: 'c' } };
    const room = bareRoom({ remoteStreams: [share, { getID: () => 1, ifScreen: () => false }] });
    const { events } = await joined(room, undefined);
    room.dispatchEvent({
      type: 'active-talkers-updated',
      message: {
        activeList: [null, 7, {}, { streamId: 1, name: 5 }, { streamId: 1, clientId: 'd', name: 'Di' }],
      },
    });
    expect(events.findLast((event) => event.type === 'talkers.changed')?.talkers).toEqual([
      { streamId: '1', name: 'Di', clientId: 'd', kind: 'talker' },
      { streamId: '101', name: 'Cy', clientId: 'c', kind: 'share' },
    ]);
  });
});

describe('the end of a stay', () => {
  it.each([
    [{ cause: { cause: 2006, msg: 'normal-disconnect' } }, 'left'],
    [{ cause: { cause: 2006, msg: 'disconnected-by-moderator' } }, 'by-moderator'],
    [{ cause: 2002, msg: 'unexpected-disconnection' }, 'dropped'],
    [{ msg: 'disconnected-by-moderator' }, 'by-moderator'],
    [{ cause: 'odd' }, 'unknown'],
    [undefined, 'unknown'],
    ['text', 'unknown'],
  ])('told with %o is %s', async (message, reason) => {
    const room = bareRoom();
    const { events, port, clock } = await joined(room, undefined);
    room.dispatchEvent({ type: 'room-disconnected', message });
    room.dispatchEvent({ type: 'room-disconnected', message: { cause: 2002 } });
    await clock.pass(0);
    expect(events.filter(({ type }) => type === 'visit.ended')).toEqual([
      { type: 'visit.ended', roomId: 'r', reason },
    ]);
    expect(port.visit()).toBeNull();
  });

  it('of a room that was destroyed comes after 3 seconds even if the room itself is silent', async () => {
    const clock = createManualClock();
    const inside = bareRoom();
    const main = bareRoom({
      joinBreakOutRoom: (_who: unknown, _media: unknown, callback: (success: unknown) => void) =>
        callback({ room: inside }),
    });
    const port = connectRoom(main, { clock, sdkVersion: '3.1.8' });
    const events: RoomEvent[] = [];
    port.attach((event) => void events.push(event));
    await port.join({ roomId: 'r', role: 'participant', muted: true });
    main.dispatchEvent({ type: 'breakout-room-destroyed', message: { room_id: 'r' } });
    await clock.pass(2_999);
    expect(port.visit()).not.toBeNull();
    await clock.pass(1);
    expect(port.visit()).toBeNull();
    expect(events.at(-1)).toEqual({ type: 'visit.ended', roomId: 'r', reason: 'by-moderator' });
  });
});
