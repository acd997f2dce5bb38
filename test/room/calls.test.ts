// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { RoomPort } from '../../src/room/roomPort.js';
import { profileNames, type CallName, type Fault } from '../../src/simulator.js';
import { stage } from './stage.js';

const failed = (kind: string, code: number | null, text: string | null = null) => ({
  ok: false,
  failure: { kind, code, text },
});

/** Every plain call, with what it asks for and its limit. */
const CALLS: readonly {
  readonly name: string;
  readonly call: CallName;
  readonly ask: (port: RoomPort, roomId: string) => Promise<{ readonly ok: boolean }>;
  readonly limit: number;
}[] = [
  {
    name: 'createRooms',
    call: 'create',
    ask: (port) => port.createRooms({ count: 1, capacity: 3 }),
    limit: 15_000,
  },
  {
    name: 'createAndInvite',
    call: 'createAndInvite',
    ask: (port) => port.createAndInvite({ count: 1, capacity: 3 }),
    limit: 15_000,
  },
  {
    name: 'invite',
    call: 'invite',
    ask: (port, roomId) => port.invite({ clientIds: ['c-bo'], roomId, force: false }),
    limit: 15_000,
  },
  { name: 'decline', call: 'reject', ask: (port, roomId) => port.decline({ roomId }), limit: 15_000 },
  { name: 'pauseMain', call: 'pause', ask: (port) => port.pauseMain(), limit: 10_000 },
  { name: 'resumeMain', call: 'resume', ask: (port) => port.resumeMain(), limit: 10_000 },
  {
    name: 'muteMain',
    call: 'mute',
    ask: (port) => port.muteMain({ audio: true, video: false }),
    limit: 10_000,
  },
  {
    name: 'unmuteMain',
    call: 'unmute',
    ask: (port) => port.unmuteMain({ audio: true, video: false }),
    limit: 10_000,
  },
  {
    name: 'send',
    call: 'sendUserData',
    ask: (port) => port.send({ to: 'everyone', body: { a: 1 } }),
    limit: 15_000,
  },
];

describe.each(profileNames)('the plain calls in build %s', (profile) => {
  const has = (call: CallName) => {
    const { names } = stage({ profile }).meeting.profile;
    return call !== 'forcedJoin' && names[call] !== null;
  };
  const calls = CALLS.filter(({ call }) => has(call));

  describe.each(calls)('$name', ({ call, ask, limit }) => {
    const begin = async (faults: Fault) => {
      const set = stage({ profile });
      const ada = set.guest('Ada');
      const [roomId = ''] = await set.rooms(ada);
      set.meeting.faults.set(faults);
      return { ...set, answer: () => ask(ada.port, roomId), ada };
    };

    it.each<[string, Omit<Fault, 'call'> & { readonly kind: Fault['kind'] }]>([
      ['as usual', { kind: 'twice', times: 0 }],
      ['twice', { kind: 'twice' }],
      ['before it returns', { kind: 'sync' }],
      ['by a promise', { kind: 'promise' }],
    ])('answered %s succeeds', async (_, fault) => {
      const { answer, after } = await begin({ ...fault, call } as Fault);
      expect((await after(answer())).ok).toBe(true);
    });

    it.each<[string, Fault['kind']]>([
      ['never', 'silent'],
      ['as an error that the SDK keeps to itself', 'error-ack'],
    ])('answered %s ends at its limit', async (_, kind) => {
      const { answer, clock, after } = await begin({ kind, call } as Fault);
      let settled = false;
      const asking = answer().finally(() => {
        settled = true;
      });
      await clock.pass(limit - 1);
      expect(settled).toBe(false);
      expect(await after(asking, 1)).toMatchObject({ ok: false, failure: { kind: 'no-answer', code: null } });
    });

    it.each([
      [1138, 'unknown'],
      [1155, 'invalid'],
      [1168, 'moderators-only'],
      [1170, 'not-supported'],
      [1171, 'not-connected'],
      [1195, 'invalid'],
      [1196, 'invalid'],
      [1724, 'count-missing'],
      [1725, 'over-meeting-capacity'],
      [1726, 'room-limit'],
      [1729, 'no-pass'],
      [1731, 'create-failed'],
      [1734, 'count-missing'],
      [5003, 'lecture-mode'],
      [5067, 'lecture-mode'],
      [4711, 'unknown'],
    ])('refused with %i fails as %s', async (code, kind) => {
      const { answer, after } = await begin({ kind: 'refused', call, code, msg: 'No' });
      expect(await after(answer())).toEqual(failed(kind, code, 'No'));
    });

    it.each([['0'], [Number.NaN], [undefined], [null]])(
      'answered with result %s is no success',
      async (code) => {
        const { answer, after } = await begin({ kind: 'refused', call, code });
        expect(await after(answer())).toMatchObject({ ok: false, failure: { kind: 'unknown', code: null } });
      },
    );

    it('that throws, or is missing, is a failure', async () => {
      const { answer, after, meeting } = await begin({ kind: 'throws', call, error: new Error('Inside') });
      expect(await after(answer(), 0)).toEqual(failed('threw', null, 'Inside'));
      meeting.faults.set({ kind: 'missing', call });
      const missing = await after(answer(), 0);
      expect(missing).toEqual(call === 'reject' ? { ok: true, told: false } : failed('not-supported', null));
    });

    it('offline fails at once', async () => {
      const { answer, after, meeting, clock } = await begin({ kind: 'twice', call, times: 0 });
      meeting.person('Ada').cutNetwork();
      await clock.pass(10);
      expect(await after(answer(), 0)).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    });

    it('answered late is told late', async () => {
      const { answer, after } = await begin({ kind: 'late', call, ms: limit + 1_000 });
      const given = (await after(answer(), limit)) as Awaited<ReturnType<RoomPort['pauseMain']>>;
      if (given.ok || !given.late) throw new Error('Not late');
      expect(await after(given.late, 2_000)).toMatchObject({ ok: true });
    });
  });

  it.each([
    ['objects', 2],
    ['fewer', 1],
    ['more', 2],
    ['duplicates', 1],
    [['', null, 7, { _id: 'x' }, {}, 'y', 'z'], 2],
  ] as const)('rooms listed as %o are read as far as they are ids', async (rooms, count) => {
    const { guest, after } = stage({ profile, faults: { kind: 'odd-create', rooms } });
    const ada = guest('Ada');
    const answer = await after(ada.port.createRooms({ count: 2, capacity: 3 }));
    if (!answer.ok) throw new Error(answer.failure.kind);
    expect(answer.roomIds).toHaveLength(count);
    expect(answer.roomIds.every((id) => typeof id === 'string' && id !== '')).toBe(true);
  });

  it.each(['none', 'absent'] as const)('a success with rooms %s is a failure', async (rooms) => {
    const { guest, after } = stage({ profile, faults: { kind: 'odd-create', rooms } });
    expect(await after(guest('Ada').port.createRooms({ count: 2, capacity: 3 }))).toMatchObject({
      ok: false,
      failure: { kind: 'create-failed', code: null },
    });
  });

  it('rooms counted late still count towards the ten', async () => {
    const { guest, after, clock } = stage({ profile, faults: { kind: 'late', call: 'create', ms: 16_000 } });
    const ada = guest('Ada');
    const answer = await after(ada.port.createRooms({ count: 9, capacity: 3 }), 15_000);
    expect(answer).toMatchObject({ failure: { kind: 'no-answer' } });
    await clock.pass(2_000);
    expect(await after(ada.port.createRooms({ count: 2, capacity: 3 }), 0)).toMatchObject({
      failure: { kind: 'room-limit', code: null },
    });
  });

  it('the service’s own draw puts people into rooms', async () => {
    const { guest, after, clock } = stage({ profile });
    const [ada, bo, cy, di] = [guest('Ada'), guest('Bo'), guest('Cy'), guest('Di')];
    const answer = await after(ada.port.createAndInvite({ count: 2, capacity: 2 }));
    if (!answer.ok) throw new Error(answer.failure.kind);
    await clock.pass(2_000);
    const asked = [bo, cy, di].map((one) =>
      [...one.of('invite.received'), ...one.of('pull.started')].map((event) => event.roomId),
    );
    expect(asked.flat()).toHaveLength(3);
    for (const roomId of asked.flat()) expect(answer.roomIds).toContain(roomId);
  });

  it('an invitation for nobody is not sent', async () => {
    const { guest, after, rooms } = stage({ profile });
    const ada = guest('Ada');
    const [roomId = ''] = await rooms(ada);
    expect(await after(ada.port.invite({ clientIds: [], roomId, force: false }), 0)).toEqual(
      failed('invalid', null),
    );
  });

  it('muting and unmuting act on what is true and leave the rest', async () => {
    const { guest, after, meeting } = stage({ profile });
    const bo = guest('Bo');
    const main = () => {
      const stream = meeting.person('Bo').localStream;
      return { audio: stream?.isAudioMuted(), video: stream?.isVideoMuted() };
    };
    await after(bo.port.muteMain({ audio: true, video: false }));
    expect(main()).toEqual({ audio: true, video: false });
    await after(bo.port.muteMain({ audio: false, video: true }));
    expect(main()).toEqual({ audio: true, video: true });
    await after(bo.port.unmuteMain({ audio: true, video: false }));
    expect(main()).toEqual({ audio: false, video: true });
    await after(bo.port.unmuteMain({ audio: false, video: true }));
    expect(main()).toEqual({ audio: false, video: false });
    // Newer builds refuse to do nothing; nothing is what was asked for.
    expect(await after(bo.port.muteMain({ audio: false, video: false }), 0)).toEqual({ ok: true });
    expect(await after(bo.port.unmuteMain({ audio: false, video: false }), 0)).toEqual({ ok: true });
    expect(main()).toEqual({ audio: false, video: false });
  });

  it('the three causes of my silence in main are told apart', async () => {
    const { guest, after, meeting } = stage({ profile });
    const bo = guest('Bo');
    const causes = (byPerson: boolean, byModerator: boolean, byPause: boolean) => ({
      byPerson,
      byModerator,
      byPause,
      silent: byPerson || byModerator || byPause,
    });
    expect(bo.port.ownSound()).toEqual(causes(false, false, false));
    await after(bo.port.pauseMain());
    expect(bo.port.ownSound()).toEqual(causes(false, false, true));
    expect(meeting.truth().get('Bo')?.mainSilenced).toBe(true);
    await after(bo.port.resumeMain());
    expect(bo.port.ownSound()).toEqual(causes(false, false, false));
    await after(bo.port.setMainMic(false));
    expect(bo.port.ownSound()).toEqual(causes(true, false, false));
    // What the person muted is neither paused nor resumed for them; that the room is paused is known all the same.
    await after(bo.port.pauseMain());
    expect(bo.port.ownSound()).toEqual(causes(true, false, true));
    await after(bo.port.resumeMain());
    expect(bo.port.ownSound()).toEqual(causes(true, false, false));
    meeting.person('Bo').hardMute(true);
    expect(bo.port.ownSound()).toEqual(causes(true, true, false));
    await after(bo.port.setMainMic(true));
    expect(bo.port.ownSound()).toEqual(causes(false, true, false));
  });

  it('without a stream of my own in main there is nothing to mute', async () => {
    const { guest, after } = stage({
      profile,
      people: [
        { name: 'Ada', role: 'moderator' },
        { name: 'Bo', publishes: false },
      ],
    });
    const bo = guest('Bo');
    expect(bo.port.ownSound()).toBeNull();
    expect(bo.port.capabilities().ownStream).toBe(false);
    expect(await after(bo.port.setMainMic(false), 0)).toEqual(failed('not-supported', null));
  });

  it('an empty answer to a mute is a failure', async () => {
    const { guest, after } = stage({ profile, faults: { kind: 'null-ack', call: 'mute' } });
    expect(await after(guest('Bo').port.muteMain({ audio: true, video: true }))).toEqual(
      failed('unknown', null),
    );
  });

  it('somebody who is no moderator is refused where only moderators may', async () => {
    const { guest, after } = stage({ profile, participantsMayCreate: false });
    expect(await after(guest('Bo').port.createRooms({ count: 1, capacity: 3 }))).toMatchObject({
      ok: false,
      failure: { kind: 'moderators-only', code: 1168 },
    });
  });
});

describe('closing all rooms in the guide', () => {
  it.each(['clearAll', 'destroyAll'] as const)(
    'by %s is taken as sent where no answer comes',
    async (call) => {
      const { guest, after, clock } = stage({ profile: 'guide', faults: { kind: 'silent', call } });
      const ada = guest('Ada');
      const closing = ada.port[call]();
      await clock.pass(2_900);
      expect(await after(closing, 200)).toEqual({ ok: true });
    },
  );

  it.each(['clearAll', 'destroyAll'] as const)(
    'by %s fails for somebody who is no moderator',
    async (call) => {
      const { guest, after } = stage({ profile: 'guide' });
      expect(await after(guest('Bo').port[call]())).toMatchObject({
        ok: false,
        failure: { kind: 'moderators-only', code: 1168 },
      });
    },
  );

  it('by an event that names no room is the end of all rooms', async () => {
    const { guest, rooms, meeting, clock } = stage({ profile: 'guide' });
    const ada = guest('Ada');
    const made = await rooms(ada, 2);
    meeting.person('Ada').room.dispatchEvent({ type: 'breakout-room-destroyed' });
    expect(ada.of('room.destroyed').map(({ roomId }) => roomId)).toEqual(made);
    await clock.pass(0);
  });
});

describe('clearing all in a build', () => {
  it('never calls back when the service is silent, and ends at its limit', async () => {
    const { guest, after } = stage({ faults: { kind: 'silent', call: 'clearAll' } });
    expect(await after(guest('Ada').port.clearAll(), 15_000)).toMatchObject({
      failure: { kind: 'no-answer' },
    });
  });
});
