// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { driverView } from '../../src/state/view/live.js';
import { inviteView } from '../../src/state/view/self.js';
import { roomPeople } from '../../src/state/view/rooms.js';
import { encode } from '../../src/wire/codec.js';
import { deskOf, reload, roughly, running, TWO } from './desks.js';
import { inRooms, keyOf } from './given.js';
import { PROFILES } from './meeting.js';

/** The builds whose kits can talk. */
const TALKING = PROFILES.filter((profile) => profile !== 'guide');
const texts = (state: { readonly notices: readonly { readonly text: string }[] }) =>
  state.notices.map(({ text }) => text);

describe.each(TALKING)('on build %s, a moderator who reloads in the middle', (profile) => {
  test('sees the same desk again within 2 s where another moderator is present, seats and refusals included', async () => {
    const set = await running({ profile });
    const { kit, state, settle, clock } = set;
    kit('Ana').actions.setLead({ people: ['ref-P2'], on: true });
    kit('Ana').actions.addTime({ ms: 600_000 });
    kit('Ana').actions.setLate('former');
    kit('Ana').actions.movePeople({ people: ['ref-P1'], to: state('Ana').plan.rooms[1]?.key ?? '' });
    void kit('P3').actions.returnToMain();
    await settle(30_000);
    const before = deskOf(state('Ana'));
    const { endsAt, openedAt } = state('Ana').round;
    reload(set, 'Ana');
    await clock.pass(2000);
    expect(deskOf(state('Ana'))).toEqual(before);
    expect(roughly(state('Ana').round.endsAt)).toBe(roughly(endsAt));
    expect(roughly(state('Ana').round.openedAt)).toBe(roughly(openedAt));
    expect(texts(state('Ana'))).toEqual([]);
    // It still is the one who runs them.
    for (const name of ['Ana', 'Tom']) expect(driverView(state(name))?.name, name).toBe('Ana');
    void kit('Ana').actions.endRooms();
    await settle();
    for (const name of ['Tom', 'P1', 'P2']) expect(state(name).round.phase, name).toBe('closing');
  });

  test('sees rooms, names, time and who is where within 2 s where only participants are, and is told what nobody knows', async () => {
    const set = await inRooms(2, { count: 4, profile });
    const { kit, state, settle, clock } = set;
    kit('Ana').actions.renameRoom({ roomKey: state('Ana').plan.rooms[0]?.key ?? '', name: 'Pricing' });
    kit('Ana').actions.addTime({ ms: 600_000 });
    void kit('P4').actions.returnToMain();
    await settle();
    const before = deskOf(state('Ana'));
    const { endsAt } = state('Ana').round;
    reload(set, 'Ana');
    await clock.pass(2000);
    const now = deskOf(state('Ana'));
    expect(now.rooms).toEqual(before.rooms);
    const places = (desk: typeof now) => desk.people.map((line) => line.replace(/ \S+ /, ' '));
    expect(places(now)).toEqual(places(before));
    expect(roughly(state('Ana').round.endsAt)).toBe(roughly(endsAt));
    expect(texts(state('Ana'))).toEqual(['state-partial']);
    expect(driverView(state('Ana'))).toMatchObject({ isMe: true });
    void kit('Ana').actions.endRooms();
    await settle();
    for (const name of ['P1', 'P4']) expect(state(name).round.phase, name).toBe('closing');
    await settle(40_000);
    for (const name of ['P1', 'P2', 'P3', 'P4']) expect(state(name).self.at, name).toBe('main');
  });
});

describe('a moderator who reloads', () => {
  test('asks nobody anew, and moves nobody', async () => {
    const set = await running();
    const { state, meeting, settle } = set;
    const inside = () => meeting.rooms().map(({ members }) => [...members].toSorted());
    const before = inside();
    reload(set, 'Ana');
    await settle(30_000);
    expect(inside()).toEqual(before);
    for (const name of ['P1', 'P2', 'P3']) expect(inviteView(state(name)), name).toBeNull();
  });

  test('while the rooms close sees them close at the same moment', async () => {
    for (const names of [TWO, TWO.filter(({ name }) => name !== 'Tom')]) {
      const set = await inRooms(2, { people: names });
      const { kit, state, clock, settle } = set;
      void kit('Ana').actions.endRooms();
      await clock.pass(5000);
      const { closesAt } = state('Ana').round;
      reload(set, 'Ana');
      await clock.pass(2000);
      expect(state('Ana').round.phase).toBe('closing');
      expect(Math.abs((state('Ana').round.closesAt ?? 0) - (closesAt ?? 0))).toBeLessThan(500);
      await settle(40_000);
      expect(state('Ana').round.phase).toBe('closed');
      for (const name of ['P1', 'P2']) expect(state(name).self.at, name).toBe('main');
    }
  });

  test('at the same moment as the other gets it from the kits of people', async () => {
    const set = await running();
    const { state, clock, meeting, giveKit } = set;
    const before = deskOf(state('Ana')).rooms;
    for (const name of ['Ana', 'Tom']) meeting.person(name).reload();
    for (const name of ['Ana', 'Tom']) giveKit(name);
    await clock.pass(2500);
    for (const name of ['Ana', 'Tom']) expect(deskOf(state(name)).rooms, name).toEqual(before);
    const [room] = state('Tom').plan.rooms;
    expect(roomPeople(state('Tom'), room?.key ?? '').length).toBeGreaterThan(0);
  });

  test('after the rooms were closed plans anew, and everybody follows the next opening', async () => {
    const set = await inRooms(2, { count: 4 });
    const { kit, state, settle } = set;
    for (let turn = 0; turn < 3; turn += 1) {
      void kit('Ana').actions.closeNow();
      await settle(5000);
      reload(set, 'Ana');
      await settle(3000);
      expect(state('Ana').round.phase).toBe('draft');
      kit('Ana').actions.setRoomCount(2);
      void kit('Ana').actions.openRooms();
      await settle();
      for (const name of ['P1', 'P2', 'P3', 'P4'])
        expect(state(name).round.phase, `${name}, ${String(turn)}`).toBe('open');
    }
  });

  test('after the meeting’s only other moderator left is heard by everybody', async () => {
    const set = await inRooms(2, { people: TWO });
    const { kit, state, meeting, settle, giveKit } = set;
    void kit('Ana').actions.closeNow();
    await settle(5000);
    meeting.person('Ana').leave();
    meeting.person('Tom').leave();
    await settle();
    meeting.join({ name: 'Zoe', role: 'moderator', userRef: 'ref-Zoe', clientId: '!first' });
    giveKit('Zoe');
    await settle(3000);
    kit('Zoe').actions.setRoomCount(2);
    void kit('Zoe').actions.openRooms();
    await settle();
    for (const name of ['P1', 'P2']) expect(state(name).round.phase, name).toBe('open');
    void kit('Zoe').actions.endRooms();
    await settle();
    for (const name of ['P1', 'P2']) expect(state(name).round.phase, name).toBe('closing');
  });
});

describe('a kit of a person that makes things up', () => {
  const made = {
    kind: 'known',
    term: 9_000_000,
    round: 7,
    rooms: [{ roomId: 'trap', number: 1, name: 'Free money', capacity: 5 }],
    openedAgoMs: 0,
    endsInMs: null,
    closesInMs: null,
    graceMs: null,
  } as const;

  test('is not believed by a moderator who did not ask', async () => {
    const set = await inRooms(2, { count: 3 });
    const { state, meeting, settle } = set;
    const before = deskOf(state('Ana'));
    for (let nth = 0; nth < 5; nth += 1)
      meeting
        .person('P1')
        .room.sendUserData?.(encode(made, { id: `x${String(nth)}` }), false, [
          meeting.person('Ana').clientId,
        ]);
    await settle();
    expect(deskOf(state('Ana'))).toEqual(before);
  });

  test('is outnumbered by those who tell the truth, and its term is not the last there can be', async () => {
    const set = await inRooms(2, { count: 4 });
    const { kit, state, meeting, settle, clock } = set;
    const before = deskOf(state('Ana')).rooms;
    reload(set, 'Ana');
    await clock.pass(100);
    for (let nth = 0; nth < 5; nth += 1)
      meeting
        .person('P1')
        .room.sendUserData?.(encode(made, { id: `x${String(nth)}` }), false, [
          meeting.person('Ana').clientId,
        ]);
    await clock.pass(1900);
    expect(deskOf(state('Ana')).rooms).toEqual(before);
    void kit('Ana').actions.endRooms();
    await settle();
    for (const name of ['P2', 'P3']) expect(state(name).round.phase, name).toBe('closing');
    expect(keyOf(state('Ana'), 'P2')).toBe('ref-P2');
  });
});
