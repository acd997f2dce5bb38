// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { driverView } from '../../src/state/view/live.js';
import { deskOf, reload, roughly, TWO } from './desks.js';
import { inRooms, keyOf, opened, placeOf } from './given.js';
import { meet, PROFILES, type KitMeeting } from './meeting.js';

const driver = ({ state }: KitMeeting, name: string) => driverView(state(name))?.name ?? null;
const roomKey = ({ state }: KitMeeting, name: string, number: number) =>
  state(name).plan.rooms.find((room) => room.number === number)?.key ?? '';
const texts = ({ state }: KitMeeting, name: string) => state(name).notices.map(({ text }) => text);

describe('a second moderator', () => {
  test('sees rooms, seats, places, leads, time and late policy as the first one does', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, settle } = set;
    expect(deskOf(state('Tom'))).toEqual(deskOf(state('Ana')));
    expect(deskOf(state('Tom')).people).toHaveLength(4);
    kit('Ana').actions.renameRoom({ roomKey: roomKey(set, 'Ana', 1), name: 'Pricing' });
    kit('Ana').actions.setLead({ people: ['ref-P1'], on: true });
    kit('Ana').actions.setLate('fill');
    kit('Ana').actions.addTime({ ms: 300_000 });
    void kit('P2').actions.returnToMain();
    await settle();
    expect(deskOf(state('Tom'))).toEqual(deskOf(state('Ana')));
    expect(deskOf(state('Tom')).rooms[0]?.[1]).toBe('Pricing');
    expect(roughly(state('Tom').round.endsAt)).toBe(roughly(state('Ana').round.endsAt));
    kit('Ana').actions.movePeople({ people: ['ref-P1'], to: roomKey(set, 'Ana', 2) });
    await settle(25_000);
    expect(deskOf(state('Tom'))).toEqual(deskOf(state('Ana')));
    expect(placeOf(state('Tom'), 'P1')).toMatchObject({ at: 'in-room', roomKey: roomKey(set, 'Tom', 2) });
  });

  test('is told what changed, and of nobody else, at most once in 400 ms', async () => {
    let now = () => 0;
    const desks: { at: number; people: number }[] = [];
    const set = await inRooms(2, {
      people: TWO,
      session: {
        onEvent(event) {
          if (event.type === 'told.desk') desks.push({ at: now(), people: event.people.length });
        },
      },
    });
    now = set.clock.now;
    await set.settle();
    desks.length = 0;
    for (let nth = 0; nth < 20; nth += 1) {
      set.kit('Ana').actions.renameRoom({ roomKey: roomKey(set, 'Ana', 1), name: `Name ${String(nth)}` });
      await set.clock.pass(50);
    }
    set.kit('Ana').actions.setLead({ people: ['ref-P1'], on: true });
    await set.settle();
    expect(desks.length).toBeGreaterThanOrEqual(3);
    expect(desks.length).toBeLessThanOrEqual(5);
    desks.slice(1).forEach(({ at }, nth) => expect(at - (desks[nth]?.at ?? 0)).toBeGreaterThanOrEqual(399));
    expect(desks.map(({ people }) => people)).toEqual([...desks.slice(1).map(() => 0), 1]);
    const quiet = desks.length;
    await set.settle(30_000);
    expect(desks).toHaveLength(quiet);
  });

  test('watches while another drives, and may take over knowingly: the former driver is told', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, settle } = set;
    expect(driver(set, 'Tom')).toBe('Ana');
    expect(await kit('Tom').actions.endRooms()).toMatchObject({
      ok: false,
      failure: { kind: 'other-drives' },
    });
    const { plan } = state('Tom');
    kit('Tom').actions.movePeople({ people: ['ref-P1'], to: 'main' });
    kit('Tom').actions.undo();
    expect(state('Tom').plan).toBe(plan);
    kit('Tom').actions.takeOver();
    await settle();
    for (const name of ['Ana', 'Tom']) expect(driver(set, name), name).toBe('Tom');
    expect(state('Ana').notices).toMatchObject([
      { text: 'driver-changed', people: [keyOf(state('Ana'), 'Tom')] },
    ]);
    expect(await kit('Ana').actions.endRooms()).toMatchObject({
      ok: false,
      failure: { kind: 'other-drives' },
    });
    kit('Tom').actions.movePeople({ people: ['ref-P1'], to: roomKey(set, 'Tom', 2) });
    await settle(25_000);
    expect(state('P1').self).toMatchObject({ at: 'in-room', roomId: deskOf(state('Ana')).rooms[1]?.[2] });
    expect(deskOf(state('Ana'))).toEqual(deskOf(state('Tom')));
  });

  test('cannot take back what the first one did, before or after taking over', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, settle } = set;
    kit('Ana').actions.movePeople({ people: ['ref-P1'], to: roomKey(set, 'Ana', 2) });
    await settle();
    kit('Tom').actions.takeOver();
    const { seats } = state('Tom').plan;
    kit('Tom').actions.undo();
    kit('Tom').actions.redo();
    expect(state('Tom').plan.seats).toEqual(seats);
    kit('Tom').actions.movePeople({ people: ['ref-P2'], to: roomKey(set, 'Tom', 1) });
    kit('Tom').actions.undo();
    kit('Tom').actions.undo();
    expect(state('Tom').plan.seats).toEqual(seats);
    await settle();
    kit('Ana').actions.takeOver();
    await settle();
    kit('Ana').actions.undo();
    expect(deskOf(state('Ana')).people).toEqual(deskOf(state('Tom')).people);
  });

  test('is handed the rooms with the last change in them', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, settle } = set;
    kit('Ana').actions.setLead({ people: ['ref-P3'], on: true });
    kit('Ana').actions.handOver({ person: keyOf(state('Ana'), 'Tom') });
    await settle();
    for (const name of ['Ana', 'Tom']) expect(driver(set, name), name).toBe('Tom');
    expect(deskOf(state('Tom'))).toEqual(deskOf(state('Ana')));
    expect(deskOf(state('Ana')).leads).toEqual(['ref-P3']);
    void kit('Tom').actions.endRooms();
    await settle();
    expect(state('P1').round.phase).toBe('closing');
  });

  test('knows who sat together, whoever drove when they did', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, meeting, settle } = set;
    void kit('P1').actions.returnToMain();
    await settle();
    reload(set, 'Tom');
    await settle();
    kit('Tom').actions.takeOver();
    meeting.person('Ana').leave();
    void kit('Tom').actions.closeNow();
    await settle(5000);
    const together = (name: string) =>
      state(name)
        .history.at(-1)
        ?.map((group) => group.toSorted())
        .toSorted();
    expect(together('Tom')).toEqual([
      ['ref-P1', 'ref-P3'],
      ['ref-P2', 'ref-P4'],
    ]);
  });

  test('who had a draft keeps it for later, and is told who opened', async () => {
    const set = await meet({ people: TWO });
    const { kit, state, settle } = set;
    kit('Tom').actions.setRoomCount(3);
    const draft = state('Tom').plan;
    kit('Ana').actions.setRoomCount(2);
    void kit('Ana').actions.openRooms();
    await settle();
    expect(state('Tom').notices).toMatchObject([
      { text: 'opened-elsewhere', people: [keyOf(state('Tom'), 'Ana')] },
    ]);
    expect(deskOf(state('Tom'))).toEqual(deskOf(state('Ana')));
    void kit('Ana').actions.closeNow();
    await settle();
    kit('Tom').actions.planAgain();
    kit('Tom').actions.undo();
    expect(state('Tom').plan).toBe(draft);
  });
});

describe('the moderator who runs the rooms is gone', () => {
  test.each(['leaves', 'drops off'])('and %s: whoever acts takes the lead', async (how) => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, meeting, settle } = set;
    if (how === 'leaves') meeting.person('Ana').leave();
    else meeting.person('Ana').cutNetwork();
    await settle();
    expect(driverView(state('Tom'))).toMatchObject({ isHere: false, isMe: false });
    kit('Tom').actions.addTime({ ms: 60_000 });
    expect(driver(set, 'Tom')).toBe('Tom');
    expect(await kit('Tom').actions.endRooms()).toEqual({ ok: true });
    await settle();
    for (const name of ['P1', 'P2', 'P3', 'P4']) expect(state(name).round.phase, name).toBe('closing');
    await settle(40_000);
    for (const name of ['P1', 'P2', 'P3', 'P4']) expect(state(name).self.at, name).toBe('main');
  });

  test('and comes back under a new client id: still runs them, with the same desk', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, meeting, clock, settle } = set;
    for (let turn = 0; turn < 4; turn += 1) {
      meeting.person('Ana').cutNetwork();
      await clock.pass(3000);
      void kit('P1').actions[turn % 2 === 0 ? 'returnToMain' : 'goBack']();
      await clock.pass(5000);
      meeting.person('Ana').restoreNetwork();
      await clock.pass(5000);
      for (const name of ['Ana', 'Tom']) expect(driver(set, name), name).toBe('Ana');
      expect(deskOf(state('Ana'))).toEqual(deskOf(state('Tom')));
      expect(state('Ana').plan.seats.size).toBe(4);
    }
    expect(texts(set, 'Ana')).not.toContain('driver-changed');
    void kit('Ana').actions.endRooms();
    await settle();
    for (const name of ['P1', 'P2', 'Tom']) expect(state(name).round.phase, name).toBe('closing');
  });

  test('and comes back alone: where people are is asked, and their word counts', async () => {
    const set = await inRooms(2, { count: 4 });
    const { kit, state, meeting, clock, settle } = set;
    for (let turn = 0; turn < 4; turn += 1) {
      meeting.person('Ana').cutNetwork();
      await clock.pass(3000);
      void kit('P1').actions[turn % 2 === 0 ? 'returnToMain' : 'goBack']();
      await clock.pass(5000);
      meeting.person('Ana').restoreNetwork();
      await clock.pass(5000);
      expect(placeOf(state('Ana'), 'P1')?.at).toBe(turn % 2 === 0 ? 'main' : 'in-room');
      kit('Ana').actions.addTime({ ms: 60_000 });
      await settle();
      expect(roughly(state('P1').round.endsAt)).toBe(roughly(state('Ana').round.endsAt));
    }
  });

  test('and comes back after another took over: that one goes on, and the screen says so', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, meeting, clock, settle } = set;
    for (let turn = 0; turn < 3; turn += 1) {
      meeting.person('Ana').cutNetwork();
      await clock.pass(3000);
      kit('Tom').actions.addTime({ ms: 60_000 });
      kit('Tom').actions.movePeople({ people: ['ref-P1'], to: roomKey(set, 'Tom', turn % 2 === 0 ? 2 : 1) });
      await clock.pass(25_000);
      meeting.person('Ana').restoreNetwork();
      await clock.pass(5000);
      for (const name of ['Ana', 'Tom']) expect(driver(set, name), name).toBe('Tom');
      expect(deskOf(state('Ana'))).toEqual(deskOf(state('Tom')));
      expect(texts(set, 'Ana')).toContain('driver-changed');
      kit('Ana').actions.takeOver();
      await settle();
      expect(texts(set, 'Ana')).not.toContain('driver-changed');
    }
  });

  test('and comes back when the rooms are closed already: they are closed there too', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, meeting, clock } = set;
    meeting.person('Ana').cutNetwork();
    await clock.pass(3000);
    await Promise.all([kit('Tom').actions.closeNow(), clock.pass(3000)]);
    meeting.person('Ana').restoreNetwork();
    await clock.pass(5000);
    expect(state('Ana').round.phase).toBe('closed');
  });

  test('while the rooms close: the other sees it, can keep them open, and close at once', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, meeting, settle } = set;
    void kit('Ana').actions.endRooms();
    await settle();
    expect(await kit('Tom').actions.keepRoomsOpen()).toMatchObject({
      ok: false,
      failure: { kind: 'other-drives' },
    });
    meeting.person('Ana').dropOff();
    await settle();
    expect(state('Tom').round.phase).toBe('closing');
    expect(await kit('Tom').actions.keepRoomsOpen()).toEqual({ ok: true });
    await settle(40_000);
    for (const name of ['P1', 'P2', 'P3', 'P4']) expect(state(name).self.at, name).toBe('in-room');
    void kit('Tom').actions.closeNow();
    await settle(5000);
    for (const name of ['P1', 'P2', 'P3', 'P4']) expect(state(name).self.at, name).toBe('main');
  });

  test('while the rooms close, and nobody acts: each kit brings its own person back', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, meeting, settle } = set;
    void kit('Ana').actions.endRooms();
    await settle();
    meeting.person('Ana').dropOff();
    await settle(40_000);
    for (const name of ['P1', 'P2', 'P3', 'P4']) expect(state(name).self.at, name).toBe('main');
    expect(state('Tom').round.phase).toBe('closed');
  });
});

describe('roles change in the middle', () => {
  test('a moderator who becomes a participant while rooms are made opens none, and keeps the plan', async () => {
    const set = await meet({ people: TWO });
    const { kit, state, meeting, settle } = set;
    kit('Ana').actions.setRoomCount(2);
    const { plan } = state('Ana');
    const opening = kit('Ana').actions.openRooms();
    meeting.person('Ana').setRole('participant');
    await settle();
    expect(await opening).toMatchObject({ ok: false, failure: { kind: 'moderators-only' } });
    expect(state('Ana')).toMatchObject({ round: { phase: 'draft', number: 0 }, calls: new Map() });
    expect(state('Ana').plan).toBe(plan);
    for (const name of ['P1', 'P2', 'P3', 'P4']) expect(state(name).self.invite, name).toBeNull();
    meeting.person('Ana').setRole('moderator');
    await settle();
    void kit('Ana').actions.openRooms();
    await settle();
    expect(state('P1').self.invite).not.toBeNull();
  });

  test('a participant who becomes a moderator sees the whole desk, in main or inside a room', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, meeting, settle } = set;
    void kit('P2').actions.returnToMain();
    await settle();
    for (const name of ['P1', 'P2']) {
      meeting.person(name).setRole('moderator');
      await settle();
      expect(deskOf(state(name)).rooms, name).toEqual(deskOf(state('Ana')).rooms);
      expect(state(name).plan.seats.size, name).toBe(4);
      expect(placeOf(state(name), 'P4'), name).toMatchObject({ at: 'in-room' });
      expect(driver(set, name), name).toBe('Ana');
    }
    expect(state('P1').self.at).toBe('in-room');
  });

  test('the moderator who ran the rooms becomes a participant: the other goes on, and the plan is there again with the role', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, meeting, settle } = set;
    const { seats } = state('Ana').plan;
    meeting.person('Ana').setRole('participant');
    await settle();
    expect(driverView(state('Tom'))).toMatchObject({ isHere: false });
    expect(await kit('Ana').actions.endRooms()).toMatchObject({
      ok: false,
      failure: { kind: 'moderators-only' },
    });
    kit('Tom').actions.movePeople({ people: ['ref-P1'], to: roomKey(set, 'Tom', 2) });
    await settle(25_000);
    meeting.person('Ana').setRole('moderator');
    await settle();
    expect(driver(set, 'Ana')).toBe('Tom');
    expect(state('Ana').plan.seats.size).toBe(seats.size);
    expect(deskOf(state('Ana'))).toEqual(deskOf(state('Tom')));
  });
});

describe.each(PROFILES)('on build %s', (profile) => {
  test('the second moderator can end the rooms when the first one has left, or was never told of any', async () => {
    const set = await opened(2, { people: TWO, profile });
    const { kit, state, meeting, settle } = set;
    const { wire } = state('Tom').capabilities;
    expect(state('Tom').round.phase).toBe(wire ? 'open' : 'draft');
    meeting.person('Ana').leave();
    await settle();
    // Never told of rooms, he has none to end before he opens some.
    const openOwn = async () => {
      kit('Tom').actions.setRoomCount(1);
      const opening = kit('Tom').actions.openRooms();
      await settle();
      return opening;
    };
    expect(wire ? { ok: true } : await openOwn()).toEqual({ ok: true });
    expect(await kit('Tom').actions.endRooms()).toEqual({ ok: true });
    await settle();
    expect(state('P1').round.phase).toBe(wire ? 'closing' : 'draft');
  });
});

test('a moderator who opens rooms at once is not told of them by another who was asked just before', async () => {
  const { kit, state, clock, settle } = await meet({
    people: TWO,
    withoutKit: ['Ana', 'Tom'],
  }).then((set) => {
    set.giveKit('Ana');
    set.giveKit('Tom');
    return set;
  });
  await clock.pass(150);
  kit('Ana').actions.setRoomCount(1);
  const tom = keyOf(state('Ana'), 'Tom');
  kit('Ana').actions.movePeople({ people: [tom], to: 'room-1' });
  void kit('Ana').actions.openRooms();
  await settle();
  expect(placeOf(state('Ana'), 'Tom')?.at).toBe('invited');
});
