// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator.js';
import { encode } from '../../src/wire/codec.js';
import { inRooms, keyOf, opened, placeOf } from './given.js';
import { LONGEST_CALL, meet, PROFILES } from './meeting.js';
import { roomsOf, soundOf } from './sound.js';

const ODD: readonly (readonly [string, Fault])[] = [
  ['are called back twice', { kind: 'twice', ms: 50 }],
  ['are called back before the method returns', { kind: 'sync' }],
  ['are called back after the events', { kind: 'late', ms: 3000 }],
  ['give a promise instead of calling back', { kind: 'promise' }],
];

describe.each(PROFILES)('on build %s', (profile) => {
  test.each(ODD)('calls that %s change nothing of what people live through', async (_, fault) => {
    const { kit, state, meeting, clock } = await meet({ profile, count: 3, faults: fault });
    const before = soundOf(meeting, 'P1');
    kit('Ana').actions.setRoomCount(1);
    void kit('Ana').actions.openRooms();
    await clock.pass(10_000);
    expect(state('Ana').round.phase).toBe('open');
    for (const name of ['P1', 'P2']) void kit(name).actions.acceptInvite();
    await clock.pass(30_000);
    for (const name of ['P1', 'P2']) expect(state(name).self.at, name).toBe('in-room');
    void kit('P1').actions.returnToMain();
    await clock.pass(20_000);
    expect(state('P1').self).toMatchObject({ at: 'main', sound: { main: 'live' } });
    expect(soundOf(meeting, 'P1')).toEqual(before);
    expect(state('Ana').calls.size).toBe(0);
  });

  test.each(['create', 'invite', 'join', 'pause', 'resume', 'reject'] as const)(
    'a room whose %s throws is answered with a sentence, and everything can be done again',
    async (call) => {
      const { kit, state, meeting, clock } = await meet({ profile, count: 2 });
      const before = soundOf(meeting, 'P1');
      meeting.faults.set({ kind: 'throws', call });
      kit('Ana').actions.setRoomCount(1);
      const opening = kit('Ana').actions.openRooms();
      await clock.pass(3000);
      expect((await opening).ok).toBe(call !== 'create' && call !== 'invite');
      const declined = kit('P2').actions.declineInvite();
      void kit('P1').actions.acceptInvite();
      await clock.pass(LONGEST_CALL);
      await declined;
      void kit('P1').actions.returnToMain();
      await clock.pass(LONGEST_CALL);
      expect(state('P1').self.at).toBe('main');
      meeting.faults.clear();
      await Promise.all([kit('P1').actions.restoreSound(), clock.pass(3000)]);
      expect(soundOf(meeting, 'P1')).toEqual(before);
      expect(state('P1').calls.size).toBe(0);
    },
  );
});

test('a room without a method hides what needs it, and the rest works', async () => {
  const { giveKit, kit, meeting, settle, state } = await meet({ count: 2, withoutKit: ['Ana', 'P1'] });
  Object.assign(meeting.person('Ana').room, { createBreakOutRoom: undefined });
  Object.assign(meeting.person('P1').room, { sendUserData: undefined });
  giveKit('Ana');
  giveKit('P1');
  await settle();
  expect(state('Ana').capabilities.rooms).toBe(false);
  kit('Ana').actions.setRoomCount(1);
  expect(await kit('Ana').actions.openRooms()).toMatchObject({
    ok: false,
    failure: { kind: 'not-supported' },
  });
  expect(state('P1').capabilities.wire).toBe(false);
  expect((await kit('P1').actions.declineInvite()).ok).toBe(false);
});

test('events with nothing in them, or with nonsense, change nothing', async () => {
  const { kit, meeting, state, settle } = await inRooms(1, { count: 2 });
  const before = state('P1').self.at;
  const { room } = meeting.person('P1');
  const dispatch = (room as unknown as { dispatchEvent: (event: object) => void }).dispatchEvent.bind(room);
  const types = [
    'join-breakout-room',
    'breakout-room-joining',
    'breakout-room-error',
    'user-joined-breakout-room',
    'user-disconnected-breakout-room',
    'breakout-invite-rejected',
    'breakout-room-destroyed',
    'breakout-room-created',
    'breakout-room-invited',
    'user-connected',
    'user-disconnected',
    'user-role-changed',
    'room-mode-switched',
    'conference-remaining-duration',
    'user-data-received',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.anything(), (type, message) => {
      dispatch({ type, message });
      dispatch({ type });
    }),
    { numRuns: 500, seed: 1 },
  );
  await settle();
  expect(state('P1').self.at).toBe(before);
  expect(Object.keys(Object.prototype)).toEqual([]);
  void kit('P1').actions.returnToMain();
  await settle(5000);
  expect(state('P1').self.at).toBe('main');
});

describe('other kits', () => {
  const say = (
    meeting: Awaited<ReturnType<typeof meet>>['meeting'],
    from: string,
    body: object,
    to?: string,
  ) =>
    meeting
      .person(from)
      .room.sendUserData?.(
        body,
        to === undefined,
        to === undefined ? [] : [meeting.person(to).clientId],
        () => undefined,
      );

  test('a participant who plays the moderator is not obeyed', async () => {
    const { meeting, state, settle } = await inRooms(1, { count: 3 });
    const roomId = meeting.rooms()[0]?.id ?? '';
    say(meeting, 'P1', encode({ kind: 'recall', term: 99, inMs: 0 }, { id: 'x1' }));
    say(meeting, 'P1', encode({ kind: 'withdraw', term: 99, roomId, clientIds: null }, { id: 'x2' }));
    const clientIds = [meeting.person('P2').clientId];
    say(
      meeting,
      'P1',
      encode({ kind: 'move', term: 99, roomId: 'elsewhere', clientIds, inMs: 0 }, { id: 'x3' }),
    );
    await settle(30_000);
    expect(state('P2').self).toMatchObject({ at: 'in-room', invite: null, recallAt: null });
  });

  test('a kit of another major version is said to be one, once', async () => {
    const { meeting, state, settle } = await meet({ count: 2 });
    for (const id of ['a', 'b'])
      say(meeting, 'P1', { kit: 'breakout-kit', v: '9.0', kind: 'hello', id, ask: false });
    await settle();
    expect(state('Ana').notices).toMatchObject([{ subject: 'wire', text: 'kit-mismatch' }]);
  });

  test('an application may send its own data; the kit takes no notice', async () => {
    const { meeting, state, settle } = await meet({ count: 2 });
    const { people } = state('Ana');
    say(meeting, 'P1', { hand: 'raised' });
    await settle();
    expect(state('Ana').people).toBe(people);
    expect(state('Ana').notices).toEqual([]);
  });

  test('a moderator who keeps an asked person in main ends the invitation, and the person is told', async () => {
    const { state, settle, kit } = await opened(1, { count: 2 });
    kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'P1')], to: 'main' });
    await settle();
    expect(state('P1').self.invite).toBeNull();
    expect(state('P1').notices).toMatchObject([{ text: 'invite-withdrawn' }]);
    expect(state('P2').self.invite).not.toBeNull();
  });

  test('a moderator who calls one person back leaves the others in their room', async () => {
    const { state, kit, clock } = await inRooms(1, { count: 2 });
    kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'P1')], to: 'main' });
    await clock.pass(1000);
    expect(state('P1').self).toMatchObject({ at: 'in-room', recallAt: expect.any(Number) as number });
    await clock.pass(30_000);
    expect(state('P1').self).toMatchObject({ at: 'main', recallAt: null });
    expect(state('P2').self.at).toBe('in-room');
    expect(state('Ana').round.phase).toBe('open');
  });

  test('an invitation that a moderator takes back ends in words', async () => {
    const { meeting, state, settle } = await opened(1, { count: 2 });
    const roomId = meeting.rooms()[0]?.id ?? '';
    say(meeting, 'Ana', encode({ kind: 'withdraw', term: 1, roomId, clientIds: null }, { id: 'w1' }));
    await settle();
    expect(state('P1').self.invite).toBeNull();
    expect(state('P1').notices).toMatchObject([{ text: 'invite-withdrawn' }]);
  });

  test('where the service hides who moderates, an order is only an offer', async () => {
    const { meeting, state, kit, settle } = await meet({ count: 2, privacy: true });
    kit('Ana').actions.setRoomCount(1);
    void kit('Ana').actions.openRooms();
    await settle();
    expect(state('P1').self.invite).toMatchObject({ trusted: false });
    void kit('P1').actions.acceptInvite();
    await settle(5000);
    const roomId = meeting.rooms()[0]?.id ?? '';
    const clientIds = [meeting.person('P2').clientId];
    void kit('P2').actions.declineInvite();
    say(meeting, 'Ana', encode({ kind: 'move', term: 2, roomId, clientIds, inMs: 0 }, { id: 'o1' }));
    await settle();
    expect(state('P2').self).toMatchObject({ at: 'main', invite: { trusted: false, movesAt: null } });
    void kit('Ana').actions.closeNow();
    await settle(5000);
    expect(state('P1').self.at).toBe('in-room');
    expect(state('P1').notices).toMatchObject([{ text: 'asked-to-return' }]);
  });

  test('kits talk over a channel of the application where it has one', async () => {
    const hearers = new Map<string, (message: { from: string; body: unknown }) => void>();
    const { giveKit, meeting, settle, state, kit } = await meet({
      profile: 'guide',
      count: 1,
      withoutKit: ['Ana', 'P1'],
    });
    for (const name of ['Ana', 'P1']) {
      const from = meeting.person(name).clientId;
      giveKit(name, {
        channel: {
          send: ({ to, body }) => {
            for (const [clientId, hear] of hearers)
              if (clientId !== from && (to === 'everyone' || to.includes(clientId))) hear({ from, body });
          },
          listen(hear) {
            hearers.set(from, hear);
            return () => hearers.delete(from);
          },
        },
      });
    }
    await settle();
    expect(state('Ana').capabilities.wire).toBe(true);
    kit('Ana').actions.setRoomCount(1);
    kit('Ana').actions.renameRoom({ roomKey: 'room-1', name: 'Pricing' });
    void kit('Ana').actions.openRooms();
    await settle();
    expect([...state('P1').rooms.values()]).toMatchObject([{ name: 'Pricing' }]);
  });

  test('a decline is told to the moderator even where the service cannot', async () => {
    const { state, settle, kit } = await opened(1, { count: 2, profile: '1.9.4' });
    void kit('P1').actions.declineInvite();
    await settle();
    expect(placeOf(state('Ana'), 'P1')?.at).toBe('declined');
  });

  test('a kit whose moderators are gone brings its person back at the end of the grace by itself', async () => {
    const { state, meeting, kit, clock } = await inRooms(1, { count: 2 });
    void kit('Ana').actions.endRooms();
    await clock.pass(2000);
    meeting.leave('Ana');
    await clock.pass(40_000);
    expect(state('P1').self.at).toBe('main');
    expect(roomsOf(meeting, 'P1')).toEqual([]);
    expect(state('P1').round.phase).toBe('closed');
  });
});

test('a person whose connection is gone for longer than their place is kept is back in main with their sound', async () => {
  const { state, meeting, clock } = await inRooms(1, { count: 2 });
  meeting.person('P1').cutNetwork();
  await clock.pass(3000);
  expect(state('P1').connection).toBe('reconnecting');
  await clock.pass(60_000);
  expect(state('P1').self.at).toBe('main');
  meeting.person('P1').restoreNetwork();
  await clock.pass(LONGEST_CALL);
  expect(state('P1')).toMatchObject({ connection: 'connected', self: { at: 'main' } });
  expect(soundOf(meeting, 'P1').mainSilenced).toBe(false);
  expect(state('P1').self.clientId).toBe(meeting.person('P1').clientId);
});

test('a decline that the service does not answer is given up after 15 s, and said where nobody else could tell', async () => {
  const { state, kit, meeting, clock } = await opened(1, { count: 2, profile: 'guide' });
  meeting.faults.set({ kind: 'silent', call: 'reject', effect: false });
  const declining = kit('P1').actions.declineInvite();
  await clock.pass(14_000);
  expect(state('P1').self.invite).toBeNull();
  expect(state('P1').notices).toEqual([]);
  await clock.pass(2000);
  expect(await declining).toMatchObject({ ok: false, failure: { kind: 'no-answer' } });
  expect(state('P1').notices).toMatchObject([{ text: 'decline-untold' }]);
});
