// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { profileNames, type Fault } from '../../src/simulator.js';
import { listenersOn, stage, type Guest } from './stage.js';

const wishFor = (roomId: string) => ({ roomId, role: 'participant', muted: false }) as const;

function ownRooms(guest: Guest) {
  return guest.person.breakoutRooms;
}

describe.each(profileNames)('joining a breakout room in build %s', (profile) => {
  const isGuide = profile === 'guide';

  it('gives the room, my stream and my id there, and tells who is in it', async () => {
    const { guest, rooms, after } = stage({ profile });
    const [ada, bo, cy] = [guest('Ada'), guest('Bo'), guest('Cy')];
    const [roomId = ''] = await rooms(ada);
    await after(cy.port.join(wishFor(roomId)), 2_000);
    const joined = await after(bo.port.join(wishFor(roomId)), 2_000);
    if (!joined.ok) throw new Error(joined.failure.kind);
    const { visit } = joined;
    expect(visit.room).toBe(ownRooms(bo)[0]);
    expect(visit.clientId).toBe(ownRooms(bo)[0]?.clientId);
    expect(visit.localStream).toBe([...(ownRooms(bo)[0]?.localStreams.getAll().values() ?? [])][0]);
    expect(bo.port.visit()).toBe(visit);
    expect(visit.mic()).toEqual({ on: true, held: false });
    expect(bo.of('mic.changed').at(-1)).toEqual({ type: 'mic.changed', on: true, held: false });
    expect(
      bo
        .of('members.changed')
        .at(-1)
        ?.members.map(({ name, isSelf }) => [name, isSelf]),
    ).toEqual([
      ['Cy', false],
      ['Bo', true],
    ]);
    // Cy sees Bo come, too.
    expect(cy.of('members.changed').at(-1)?.members).toHaveLength(2);
  });

  it('a person who joins muted is silent before anything could be published', async () => {
    const { clock, guest, rooms } = stage({ profile });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    const published: boolean[] = [];
    bo.port.attach((event) => {
      if (event.type === 'members.changed') {
        const stream = bo.port.visit()?.localStream as { isAudioMuted: () => boolean };
        published.push(stream.isAudioMuted());
      }
    });
    const joining = bo.port.join({ ...wishFor(roomId), muted: true });
    await clock.pass(2_000);
    expect((await joining).ok).toBe(true);
    expect(published.length).toBeGreaterThan(0);
    expect(published).not.toContain(false);
    expect(bo.of('mic.changed')).toEqual([{ type: 'mic.changed', on: false, held: false }]);
  });

  it('my microphone there follows me, and a moderator’s hold is told apart', async () => {
    const { guest, rooms, after, meeting } = stage({ profile });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    const joined = await after(bo.port.join(wishFor(roomId)), 2_000);
    if (!joined.ok) throw new Error(joined.failure.kind);
    const { visit } = joined;
    expect(await after(visit.setMic(false))).toEqual({ ok: true });
    expect(visit.mic()).toEqual({ on: false, held: false });
    expect(await after(visit.setMic(false))).toEqual({ ok: true });
    expect(await after(visit.setMic(true))).toEqual({ ok: true });
    expect(bo.of('mic.changed').map(({ on }) => on)).toEqual([true, false, true]);
    meeting.person('Bo').hardMute(true);
    expect(visit.mic()).toEqual({ on: false, held: true });
  });

  it('a second join is refused while I am inside', async () => {
    const { guest, rooms, after } = stage({ profile });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [first = '', second = ''] = await rooms(ada, 2);
    await after(bo.port.join(wishFor(first)), 2_000);
    expect(await after(bo.port.join(wishFor(second)))).toEqual({
      ok: false,
      failure: { kind: 'already-in-room', code: null, text: null },
    });
    expect(ownRooms(bo)).toHaveLength(1);
  });

  it('a full room refuses, and says what the build lets through', async () => {
    const { guest, rooms, after } = stage({ profile });
    const [ada, bo, cy, di] = [guest('Ada'), guest('Bo'), guest('Cy'), guest('Di')];
    const [roomId = ''] = await rooms(ada, 1, 2);
    await after(bo.port.join(wishFor(roomId)), 2_000);
    await after(cy.port.join(wishFor(roomId)), 2_000);
    const answer = await after(di.port.join(wishFor(roomId)), 31_000);
    const failure = isGuide
      ? { kind: 'no-pass', code: 1729 }
      : profile === '1.9.4'
        ? { kind: 'no-answer', code: null }
        : { kind: 'refused', code: 1155 };
    expect(answer).toMatchObject({ ok: false, failure });
    expect(di.port.visit()).toBeNull();
    expect(di.of('visit.ended')).toEqual([]);
  });

  it('a room known to be gone is said to be gone', async () => {
    const { guest, rooms, after } = stage({ profile });
    const ada = guest('Ada');
    const [roomId = ''] = await rooms(ada);
    const joined = await after(ada.port.join(wishFor(roomId)), 2_000);
    if (joined.ok) await after(joined.visit.leave(), 3_000);
    expect(ada.of('room.destroyed')).toHaveLength(1);
    const answer = await after(ada.port.join(wishFor(roomId)), 31_000);
    const kind = isGuide ? 'no-pass' : profile === '1.9.4' ? 'no-answer' : 'room-gone';
    expect(answer).toMatchObject({ ok: false, failure: { kind } });
  });

  it('offline it fails at once and says so', async () => {
    const { clock, meeting, guest, rooms, after } = stage({ profile });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    meeting.person('Bo').cutNetwork();
    await clock.pass(100);
    expect(await after(bo.port.join(wishFor(roomId)), 0)).toMatchObject({
      ok: false,
      failure: { kind: 'offline' },
    });
  });

  it.each([1143, 1144, 1145] as const)('without a microphone (%i) it fails and says so', async (code) => {
    const { guest, rooms, after } = stage({ profile, faults: { kind: 'media-denied', code } });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    expect(await after(bo.port.join(wishFor(roomId)), 2_000)).toMatchObject({
      ok: false,
      failure: { kind: 'media-denied', code },
    });
  });

  it.each<[string, Fault]>([
    ['is silent', { kind: 'silent', call: 'join', effect: false }],
    ['answers as an error', { kind: 'error-ack', call: 'join' }],
  ])('when the service %s it gives up after 30 seconds and can be tried again', async (_, fault) => {
    const { clock, meeting, guest, rooms, after } = stage({ profile });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    meeting.faults.set(fault);
    const joining = bo.port.join(wishFor(roomId));
    await clock.pass(29_999);
    expect(bo.port.visit()).toBeNull();
    expect(await after(joining, 1)).toEqual({
      ok: false,
      failure: { kind: 'no-answer', code: null, text: null },
    });
    meeting.faults.clear();
    expect((await after(bo.port.join(wishFor(roomId)), 2_000)).ok).toBe(true);
  });

  it('when the breakout room’s own connection fails it says so', async () => {
    const { guest, rooms, after } = stage({ profile, faults: { kind: 'room-connection-fails' } });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    expect(await after(bo.port.join(wishFor(roomId)), 2_000)).toMatchObject({
      ok: false,
      failure: { kind: 'no-pass', code: 1729 },
    });
  });

  it.each<[string, Fault]>([
    ['called twice', { kind: 'twice', call: 'join' }],
    ['called again a minute later', { kind: 'twice', call: 'join', ms: 60_000 }],
    ['called before join returns', { kind: 'sync', call: 'join' }],
    ['replaced by a promise', { kind: 'promise', call: 'join' }],
    ['followed by a late room-error', { kind: 'late-room-error', ms: 5_000, result: 1138 }],
    ['followed by a bogus room-error', { kind: 'late-room-error', ms: 5_000, result: 0 }],
  ])('a callback that is %s makes one visit', async (_, fault) => {
    const { clock, guest, rooms, after } = stage({ profile, faults: fault });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    expect((await after(bo.port.join(wishFor(roomId)), 2_000)).ok).toBe(true);
    await clock.pass(90_000);
    expect(ownRooms(bo)).toHaveLength(1);
    expect(bo.port.visit()).not.toBeNull();
    expect(bo.of('visit.ended')).toEqual([]);
    expect(bo.of('pull.connected')).toEqual([]);
  });

  it('a method that throws, or is missing, is a failure', async () => {
    const { meeting, guest, rooms, after } = stage({ profile });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    meeting.faults.set({ kind: 'throws', call: 'join', error: new Error('Inside') });
    expect(await after(bo.port.join(wishFor(roomId)), 0)).toEqual({
      ok: false,
      failure: { kind: 'threw', code: null, text: 'Inside' },
    });
    meeting.faults.set({ kind: 'missing', call: 'join' });
    expect(await after(bo.port.join(wishFor(roomId)), 0)).toMatchObject({
      failure: { kind: 'not-supported' },
    });
  });

  describe('that is turned away from', () => {
    it('settles at once, and a success that comes afterwards is left again', async () => {
      const { clock, meeting, guest, rooms, after } = stage({ profile, latency: 400 });
      const [ada, bo] = [guest('Ada'), guest('Bo')];
      const [roomId = ''] = await rooms(ada);
      bo.forget();
      const stop = new AbortController();
      const joining = bo.port.join({ ...wishFor(roomId), signal: stop.signal });
      await clock.pass(500);
      stop.abort();
      expect(await after(joining, 0)).toEqual({
        ok: false,
        failure: { kind: 'cancelled', code: null, text: null },
      });
      await clock.pass(10_000);
      expect(bo.port.visit()).toBeNull();
      expect(ownRooms(bo)).toEqual([]);
      expect(meeting.rooms().flatMap(({ members }) => members)).toEqual([]);
      expect(bo.of('pull.connected')).toEqual([]);
      expect(bo.of('members.changed')).toEqual([]);
    });

    it('lets nobody hear a word of a success that comes afterwards', async () => {
      const { clock, meeting, guest, rooms, after } = stage({ profile });
      const [ada, bo, cy] = [guest('Ada'), guest('Bo'), guest('Cy')];
      const [roomId = ''] = await rooms(ada);
      await after(cy.port.join(wishFor(roomId)), 2_000);
      const stop = new AbortController();
      void bo.port.join({ ...wishFor(roomId), signal: stop.signal });
      stop.abort();
      cy.forget();
      const heardBo: boolean[] = [];
      for (let ms = 0; ms < 3_000; ms += 5) {
        await clock.pass(5);
        heardBo.push(meeting.person('Cy').hears(roomId).has('Bo'));
      }
      expect(cy.of('members.changed').some(({ members }) => members.length === 2)).toBe(true);
      expect(heardBo).not.toContain(true);
    });

    it('is not even asked for when it was cancelled before', async () => {
      const { meeting, guest, rooms, after, clock } = stage({ profile });
      const [ada, bo] = [guest('Ada'), guest('Bo')];
      const [roomId = ''] = await rooms(ada);
      const answer = await after(bo.port.join({ ...wishFor(roomId), signal: AbortSignal.abort() }), 0);
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
      await clock.pass(2_000);
      expect(meeting.rooms()[0]?.members).toEqual([]);
    });

    it('by a newer attempt ends as cancelled, and the person is in one room', async () => {
      const { clock, meeting, guest, rooms, after } = stage({ profile });
      const [ada, bo] = [guest('Ada'), guest('Bo')];
      const [first = '', second = ''] = await rooms(ada, 2);
      const older = bo.port.join(wishFor(first));
      const newer = bo.port.join(wishFor(second));
      expect(await after(older, 0)).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
      expect((await after(newer, 2_000)).ok).toBe(true);
      await clock.pass(5_000);
      expect(ownRooms(bo)).toHaveLength(1);
      expect(meeting.rooms().map(({ members }) => members)).toEqual([[], ['Bo']]);
    });

    it('after its limit is left again when it succeeds late', async () => {
      const { clock, meeting, guest, rooms, after } = stage({ profile });
      const [ada, bo] = [guest('Ada'), guest('Bo')];
      const [roomId = ''] = await rooms(ada);
      meeting.faults.set(
        isGuide
          ? { kind: 'event-late', event: 'breakout-room-connected', ms: 40_000 }
          : { kind: 'late', call: 'join', ms: 40_000 },
      );
      expect(await after(bo.port.join(wishFor(roomId)), 30_000)).toMatchObject({
        failure: { kind: 'no-answer' },
      });
      await clock.pass(20_000);
      expect(ownRooms(bo)).toEqual([]);
      expect(bo.port.visit()).toBeNull();
      expect(bo.of('pull.connected')).toEqual([]);
    });
  });
});

describe.each(profileNames)('a stay in a breakout room in build %s', (profile) => {
  const inside = async (options = {}) => {
    const set = stage({ profile, ...options });
    const [ada, bo, cy] = [set.guest('Ada'), set.guest('Bo'), set.guest('Cy')];
    const [roomId = '', otherId = ''] = await set.rooms(ada, 2);
    const answer = await set.after(bo.port.join(wishFor(roomId)), 2_000);
    if (!answer.ok) throw new Error(answer.failure.kind);
    const [own] = ownRooms(bo);
    if (!own) throw new Error('No room');
    return { ...set, ada, bo, cy, roomId, otherId, visit: answer.visit, own };
  };

  it('leaving ends it once, however often it is asked for', async () => {
    const { after, bo, roomId, visit, clock, own } = await inside();
    const [first, second] = [visit.leave(), visit.leave()];
    expect([await after(first, 2_000), await second, await after(visit.leave(), 0)]).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    own.disconnect?.();
    await clock.pass(5_000);
    expect(bo.of('visit.ended')).toEqual([{ type: 'visit.ended', roomId, reason: 'left' }]);
    expect(bo.port.visit()).toBeNull();
    expect(listenersOn(own)).toBe(0);
  });

  it('leaving ends after 3 seconds although the room says nothing', async () => {
    const { after, bo, visit, meeting, clock } = await inside();
    meeting.faults.set({ kind: 'event-dropped', event: ['room-disconnected', 'breakout-room-disconnected'] });
    const leaving = visit.leave();
    await clock.pass(2_999);
    expect(bo.of('visit.ended')).toEqual([]);
    expect(await after(leaving, 1)).toEqual({ ok: true });
    expect(bo.of('visit.ended').map(({ reason }) => reason)).toEqual(['left']);
  });

  it('leaving fails when disconnect throws or is missing, and can be tried again', async () => {
    const { after, bo, visit, meeting } = await inside();
    meeting.faults.set({ kind: 'throws', call: 'disconnect', error: new Error('Stuck') });
    expect(await after(visit.leave(), 0)).toMatchObject({
      ok: false,
      failure: { kind: 'threw', text: 'Stuck' },
    });
    meeting.faults.set({ kind: 'missing', call: 'disconnect' });
    expect(await after(visit.leave(), 0)).toMatchObject({ ok: false, failure: { kind: 'not-supported' } });
    expect(bo.port.visit()).toBe(visit);
    meeting.faults.clear();
    expect(await after(visit.leave(), 2_000)).toEqual({ ok: true });
  });

  it('after leaving, the same or another room can be joined', async () => {
    const { after, bo, otherId, visit } = await inside();
    await after(visit.leave(), 2_000);
    expect((await after(bo.port.join(wishFor(otherId)), 2_000)).ok).toBe(true);
    expect(bo.port.visit()?.roomId).toBe(otherId);
  });

  it('an application that leaves by the room object itself is heard', async () => {
    const { bo, own, clock } = await inside();
    own.disconnect?.();
    await clock.pass(2_000);
    expect(bo.of('visit.ended').map(({ reason }) => reason)).toEqual(['left']);
    expect(bo.port.visit()).toBeNull();
  });

  it('being put out by a moderator is told as that', async () => {
    const { bo, ada, roomId, after, clock } = await inside();
    const joined = await after(ada.port.join({ roomId, role: 'moderator', muted: true }), 2_000);
    if (!joined.ok) throw new Error(joined.failure.kind);
    (joined.visit.room as { destroy: () => void }).destroy();
    await clock.pass(1_000);
    expect(bo.of('visit.ended').map(({ reason }) => reason)).toEqual(['by-moderator']);
  });

  it('an outage of the main room ends it as dropped, where the build knows the room', async () => {
    const { bo, cy, roomId, after, clock, meeting } = await inside();
    await after(cy.port.join(wishFor(roomId)), 2_000);
    meeting.person('Bo').cutNetwork();
    await clock.pass(1_000);
    const reasons = bo.of('visit.ended').map(({ reason }) => reason);
    expect(reasons).toEqual(profile === '2.3.9' ? [] : ['dropped']);
    meeting.person('Bo').restoreNetwork();
    await clock.pass(2_000);
    expect(bo.of('visit.ended')).toHaveLength(reasons.length);
  });

  it('the room’s own reconnect tells the members anew and makes no second visit', async () => {
    const { bo, cy, roomId, after, clock, meeting, visit } = await inside();
    // A room that somebody else keeps alive.
    await after(cy.port.join(wishFor(roomId)), 2_000);
    bo.forget();
    meeting.person('Bo').cutBreakout();
    await clock.pass(1_000);
    meeting.person('Bo').restoreBreakout();
    await clock.pass(1_000);
    expect(bo.of('visit.ended')).toEqual([]);
    expect(bo.port.visit() === visit).toBe(true);
    const members = bo.of('members.changed').at(-1)?.members;
    expect(members).toContainEqual({
      clientId: visit.clientId,
      userRef: 'user-2',
      name: 'Bo',
      isSelf: true,
    });
    expect(members).toHaveLength(2);
  });

  it('a breakout room that cannot be reached again ends it as dropped', async () => {
    const { bo, clock, meeting } = await inside();
    meeting.person('Bo').cutBreakout();
    meeting.faults.set({ kind: 'room-connection-fails' });
    meeting.person('Bo').restoreBreakout();
    await clock.pass(1_000);
    expect(bo.of('visit.ended').map(({ reason }) => reason)).toEqual(['dropped']);
  });

  it('others come and go as members', async () => {
    const { bo, cy, roomId, after } = await inside();
    const names = () =>
      bo
        .of('members.changed')
        .at(-1)
        ?.members.map(({ name }) => name);
    const joined = await after(cy.port.join(wishFor(roomId)), 2_000);
    expect(names()).toEqual(['Bo', 'Cy']);
    if (joined.ok) await after(joined.visit.leave(), 2_000);
    expect(names()).toEqual(['Bo']);
  });

  it('an attachment in the middle of it learns of it, and hears what follows', async () => {
    const { bo, cy, roomId, after, clock, own } = await inside();
    bo.detach();
    await clock.pass(0);
    expect(listenersOn(own)).toBe(0);
    const events: string[] = [];
    bo.port.attach((event) => void events.push(event.type));
    expect(events).toContain('pull.connected');
    expect(events.indexOf('members.changed')).toBeGreaterThan(events.indexOf('pull.connected'));
    const before = events.length;
    await after(cy.port.join(wishFor(roomId)), 2_000);
    expect(events.slice(before)).toContain('members.changed');
  });

  it('that ended while nobody listened is not there for the next attachment', async () => {
    const { bo, clock, own } = await inside();
    bo.detach();
    own.disconnect?.();
    await clock.pass(2_000);
    const events: string[] = [];
    bo.port.attach((event) => void events.push(event.type));
    expect(events).not.toContain('pull.connected');
    expect(bo.port.visit()).toBeNull();
  });

  it('can be left after detaching', async () => {
    const { bo, visit, after, clock, own, meeting } = await inside();
    bo.detach();
    expect(await after(visit.leave(), 2_000)).toEqual({ ok: true });
    await clock.pass(100);
    expect(listenersOn(own)).toBe(0);
    expect(meeting.rooms()[0]?.alive).toBe(false);
    expect(clock.pending()).toBe(0);
  });

  it('clearing all brings this person back, where there is such a call', async () => {
    const { meeting, ada, bo, after } = await inside();
    const who = profile === 'guide' ? ada : bo;
    const answer = await after(who.port.clearAll(), 4_000);
    const none = { ok: false, failure: { kind: 'not-supported', code: null, text: null } };
    const works = meeting.profile.clearAll !== 'absent';
    expect(answer).toEqual(works ? { ok: true } : none);
    expect(bo.port.visit() === null).toBe(works);
    const reasons = works ? [profile === 'guide' ? 'by-moderator' : 'left'] : [];
    expect(bo.of('visit.ended').map(({ reason }) => reason)).toEqual(reasons);
  });

  it('destroying all works in the guide and is never tried in a build', async () => {
    const { meeting, ada, bo, after } = await inside();
    const answer = await after(ada.port.destroyAll(), 4_000);
    const none = { ok: false, failure: { kind: 'not-supported', code: null, text: null } };
    const works = profile === 'guide';
    expect(answer).toEqual(works ? { ok: true } : none);
    expect(bo.port.visit() === null).toBe(works);
    expect(meeting.uncaught().filter(({ person }) => person === 'Ada')).toEqual([]);
  });
});

it('in the guide, the end of all rooms is told for each person and room', async () => {
  const { guest, rooms, after } = stage({ profile: 'guide' });
  const [ada, bo] = [guest('Ada'), guest('Bo')];
  const roomIds = await rooms(ada, 2);
  const [roomId = ''] = roomIds;
  await after(bo.port.join(wishFor(roomId)), 2_000);
  await after(ada.port.destroyAll(), 4_000);
  expect(ada.of('occupant.left')).toContainEqual({ type: 'occupant.left', clientId: 'c-bo', roomId });
  expect(ada.of('room.destroyed').map((event) => event.roomId)).toEqual(roomIds);
});

describe.each(profileNames.filter((name) => name !== '1.9.4'))(
  'being moved by the service in build %s',
  (profile) => {
    const pullOf = async (options = {}) => {
      const set = stage({ profile, ...options });
      const [ada, bo] = [set.guest('Ada'), set.guest('Bo')];
      const [roomId = '', otherId = ''] = await set.rooms(ada, 2);
      const move = (to = roomId) => ada.port.invite({ clientIds: ['c-bo'], roomId: to, force: true });
      return { ...set, ada, bo, roomId, otherId, move };
    };

    it('is announced, and arrives with room and stream', async () => {
      const { bo, roomId, move, after } = await pullOf();
      expect(await after(move(), 2_000)).toEqual({ ok: true });
      expect(bo.of('pull.started')).toEqual([{ type: 'pull.started', roomId, fromClientId: 'c-ada' }]);
      expect(bo.of('pull.connected')).toEqual([{ type: 'pull.connected', roomId }]);
      const visit = bo.port.visit();
      expect(visit?.roomId).toBe(roomId);
      expect(visit?.room).toBe(ownRooms(bo)[0]);
      expect(visit?.localStream).toBeDefined();
      expect(await after(visit?.setMic(false) ?? Promise.reject(new Error('No visit')))).toEqual({
        ok: true,
      });
      await after(visit?.leave() ?? Promise.reject(new Error('No visit')), 2_000);
      expect(bo.of('visit.ended')).toEqual([{ type: 'visit.ended', roomId, reason: 'left' }]);
    });

    it('into a room that is gone fails with a reason', async () => {
      const { bo, ada, roomId, meeting, clock, move, after } = await pullOf();
      void ada;
      meeting.faults.set({ kind: 'refused', call: 'forcedJoin', code: 1729 });
      await after(move(), 2_000);
      expect(bo.of('pull.failed')).toHaveLength(1);
      expect(bo.of('pull.failed')[0]?.failure.kind).toBe(profile === 'guide' ? 'no-pass' : 'refused');
      expect(bo.of('pull.connected')).toEqual([]);
      await clock.pass(30_000);
      expect(bo.of('pull.failed')).toHaveLength(1);
      expect(roomId).not.toBe('');
    });

    it('without a microphone fails with the reason', async () => {
      const { bo, move, after } = await pullOf({ faults: { kind: 'media-denied', call: 'forcedJoin' } });
      await after(move(), 2_000);
      expect(bo.of('pull.failed')[0]?.failure).toMatchObject({ kind: 'media-denied', code: 1144 });
    });

    it('fails when the main room cannot be muted first, without a reason', async () => {
      if (profile === 'guide') return;
      const { bo, meeting, move, after } = await pullOf();
      meeting.faults.set({ kind: 'refused', call: 'mute', code: 1138 });
      await after(move(), 2_000);
      expect(bo.of('pull.failed')[0]?.failure).toEqual({ kind: 'refused', code: null, text: null });
    });

    it('ends after 20 seconds when nothing follows, as without a published stream', async () => {
      const { bo, clock, move } = await pullOf({
        people: [
          { name: 'Ada', role: 'moderator', clientId: 'c-ada' },
          { name: 'Bo', clientId: 'c-bo', publishes: false },
        ],
      });
      expect(bo.port.capabilities().ownStream).toBe(false);
      void move();
      await clock.pass(19_900);
      expect(bo.of('pull.started')).toHaveLength(1);
      expect(bo.of('pull.failed')).toEqual([]);
      await clock.pass(200);
      expect(bo.of('pull.failed')).toEqual([
        { type: 'pull.failed', failure: { kind: 'no-answer', code: null, text: null } },
      ]);
    });

    it('refuses an own join while it is under way', async () => {
      const { bo, roomId, move, after, clock } = await pullOf({ latency: 300 });
      void move();
      await clock.pass(700);
      expect(bo.of('pull.started')).toHaveLength(1);
      expect(await after(bo.port.join(wishFor(roomId)), 0)).toMatchObject({
        failure: { kind: 'already-in-room' },
      });
    });

    it('takes over from an own join: one room, one visit', async () => {
      const { bo, otherId, roomId, move, after, clock, meeting } = await pullOf();
      const slow = isGuideEvent(profile);
      meeting.faults.set(slow);
      const joining = bo.port.join(wishFor(otherId));
      void move();
      const answer = await after(joining, 6_000);
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'already-in-room' } });
      await clock.pass(40_000);
      expect(bo.port.visit()?.roomId).toBe(roomId);
      expect(ownRooms(bo)).toHaveLength(1);
    });

    it('out of another breakout room leaves that one', async () => {
      const { bo, roomId, otherId, move, after, clock } = await pullOf();
      await after(bo.port.join(wishFor(otherId)), 2_000);
      bo.forget();
      void move();
      await clock.pass(3_000);
      const story = bo.types().filter((type) => type.startsWith('pull.') || type === 'visit.ended');
      expect(story).toEqual(['pull.started', 'visit.ended', 'pull.connected']);
      expect(bo.port.visit()?.roomId).toBe(roomId);
      expect(ownRooms(bo)).toHaveLength(1);
    });

    it('told twice makes one visit', async () => {
      const { bo, move, clock } = await pullOf({
        faults: [
          { kind: 'event-twice', event: 'breakout-room-joining' },
          { kind: 'event-twice', event: 'breakout-room-connected' },
        ],
      });
      void move();
      await clock.pass(30_000);
      expect(bo.of('pull.started')).toHaveLength(1);
      expect(bo.of('pull.connected')).toHaveLength(1);
      expect(bo.of('pull.failed')).toEqual([]);
      expect(ownRooms(bo)).toHaveLength(1);
    });

    it('without its announcement is noticed all the same', async () => {
      const { bo, roomId, move, clock } = await pullOf({
        faults: { kind: 'event-dropped', event: 'breakout-room-joining' },
      });
      void move();
      await clock.pass(2_000);
      expect(bo.of('pull.connected')).toEqual([{ type: 'pull.connected', roomId }]);
    });

    it('under way when detaching ends in silence', async () => {
      const { bo, move, clock } = await pullOf({ latency: 300 });
      void move();
      await clock.pass(700);
      bo.detach();
      bo.forget();
      await clock.pass(60_000);
      expect(bo.events).toEqual([]);
    });
  },
);

it('the first build knows no force: nobody is asked for what it cannot do', async () => {
  const { guest, rooms, after, clock } = stage({ profile: '1.9.4' });
  const [ada, bo] = [guest('Ada'), guest('Bo')];
  const [roomId = ''] = await rooms(ada);
  expect(await after(ada.port.invite({ clientIds: ['c-bo'], roomId, force: true }))).toMatchObject({
    failure: { kind: 'not-supported' },
  });
  await clock.pass(1_000);
  expect(bo.of('invite.received')).toEqual([]);
});

function isGuideEvent(profile: string): Fault {
  return profile === 'guide'
    ? { kind: 'event-late', event: 'breakout-room-connected', ms: 5_000, times: 1 }
    : { kind: 'late', call: 'join', ms: 5_000 };
}

describe('attempts and events in the guide, where an event is the truth', () => {
  it('a failure told by an event is the oldest attempt’s, so that a newer one is not hurt by it', async () => {
    const { clock, guest, rooms, after, meeting } = stage({ profile: 'guide' });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    meeting.faults.set({ kind: 'refused', call: 'join', code: 1729, times: 1 });
    const older = bo.port.join(wishFor(roomId));
    const newer = bo.port.join(wishFor(roomId));
    expect(await after(older, 0)).toMatchObject({ failure: { kind: 'cancelled' } });
    await clock.pass(1_000);
    expect((await after(newer, 0)).ok).toBe(true);
    expect(bo.port.visit()).not.toBeNull();
  });

  it('two tries for the same room that both succeed leave nobody in a room the kit does not know of', async () => {
    const { clock, guest, rooms, after, meeting } = stage({ profile: 'guide' });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    const older = bo.port.join(wishFor(roomId));
    const newer = bo.port.join(wishFor(roomId));
    await after(older, 0);
    await clock.pass(5_000);
    expect((await after(newer, 0)).ok).toBe(true);
    // The service lets the later connection replace the earlier, which then ends as dropped: one may join again.
    expect(bo.of('visit.ended').map(({ reason }) => reason)).toEqual(['dropped']);
    expect([bo.port.visit(), ownRooms(bo), meeting.rooms()[0]?.members]).toEqual([null, [], []]);
    expect(bo.of('pull.connected')).toEqual([]);
  });

  it('is recognised by the id it was asked for, should the room call itself otherwise', async () => {
    const { guest, rooms, after } = stage({ profile: 'guide', roomIdMatches: false });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    const room = { state: 2, roomID: 'inner', disconnect() {}, addEventListener() {} };
    const joining = bo.port.join(wishFor(roomId));
    bo.person.room.dispatchEvent({ type: 'breakout-room-connected', room, message: { room_id: roomId } });
    const answer = await after(joining, 0);
    expect(answer.ok && answer.visit.roomId).toBe(roomId);
    expect(bo.of('pull.connected')).toEqual([]);
  });

  it('is confirmed without anybody attached, and heard no longer than needed', async () => {
    const { clock, meeting, rooms, guest, after } = stage({ profile: 'guide' });
    const [roomId = ''] = await rooms(guest('Ada'));
    const { room } = meeting.person('Bo');
    const before = listenersOn(room);
    const { port, detach } = guest('Bo');
    detach();
    await clock.pass(0);
    expect((await after(port.join(wishFor(roomId)), 2_000)).ok).toBe(true);
    await clock.pass(0);
    expect(listenersOn(room)).toBe(before);
  });

  it('an attempt that was given up is listened for 30 more seconds, also after detaching', async () => {
    const { clock, meeting, rooms, guest, after } = stage({ profile: 'guide' });
    const [roomId = ''] = await rooms(guest('Ada'));
    const bo = guest('Bo');
    const { room } = meeting.person('Bo');
    meeting.faults.set({ kind: 'event-late', event: 'breakout-room-connected', ms: 20_000 });
    const stop = new AbortController();
    const joining = bo.port.join({ ...wishFor(roomId), signal: stop.signal });
    stop.abort();
    bo.detach();
    await after(joining, 0);
    await clock.pass(25_000);
    expect(ownRooms(bo)).toEqual([]);
    await clock.pass(10_000);
    expect(Object.values(room.eventsList).flat().length).toBeLessThan(2);
    expect(clock.pending()).toBe(0);
  });
});

describe('a join under way when the network goes', () => {
  it.each(profileNames)('ends within its limit, and can be tried again, in build %s', async (profile) => {
    const { clock, meeting, guest, rooms, after } = stage({ profile, latency: 50 });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const [roomId = ''] = await rooms(ada);
    const joining = bo.port.join(wishFor(roomId));
    await clock.pass(60);
    meeting.person('Bo').cutNetwork();
    await clock.pass(1_000);
    meeting.person('Bo').restoreNetwork();
    expect(await after(joining, 30_000)).toMatchObject({ ok: false });
    expect((await after(bo.port.join(wishFor(roomId)), 2_000)).ok).toBe(true);
    expect(ownRooms(bo)).toHaveLength(1);
  });
});

describe('order', () => {
  it.each(profileNames)('nothing is left waiting after a whole stay in build %s', async (profile) => {
    const { clock, meeting, guest, rooms, after } = stage({ profile });
    const [ada, bo] = [guest('Ada'), guest('Bo')];
    const before = listenersOn(bo.person.room);
    const [roomId = ''] = await rooms(ada);
    const joined = await after(bo.port.join(wishFor(roomId)), 2_000);
    if (!joined.ok) throw new Error(joined.failure.kind);
    await after(joined.visit.leave(), 2_000);
    await clock.pass(60_000);
    expect(clock.pending()).toBe(0);
    expect(listenersOn(bo.person.room)).toBe(before);
    expect(meeting.uncaught().filter(({ error }) => !(error instanceof SyntaxError))).toEqual([]);
  });
});
