// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { whyNotManage, whyNotPlan } from '../../src/state/rules.js';
import { ladder } from '../../src/state/view/people.js';
import { isModerator } from '../../src/state/view/self.js';
import { inRooms, opened } from '../session/given.js';
import { meet, type KitMeeting } from '../session/meeting.js';
import { keyOf, personIn, roomsOf, SERVICES, soundOf, TALKING, voiceOf } from './services.js';

const TWO = [
  { name: 'Ana', role: 'moderator' },
  { name: 'Mo', role: 'moderator' },
  ...['P1', 'P2', 'P3', 'P4', 'P5', 'P6'].map((name) => ({ name })),
] as const;

/** What a desk says: the round, its rooms by number, and who is where. */
const desk = (people: KitMeeting, name: string) => {
  const state = people.state(name);
  const number = (key: string | null | undefined) =>
    state.plan.rooms.find((room) => room.key === key)?.number ?? state.rooms.get(key ?? '')?.number ?? null;
  return {
    phase: state.round.phase,
    rooms: state.plan.rooms.map((room) => [
      room.number,
      room.name,
      state.rooms.get(room.key)?.roomId ?? null,
    ]),
    people: people.names.toSorted().map((who) => {
      const person = personIn(state, who);
      const place = person?.place;
      return [
        who,
        place?.at,
        place && place.at !== 'main' ? number(place.roomKey) : null,
        number(state.plan.seats.get(person?.key ?? '')),
      ];
    }),
    counts: ladder(state),
  };
};

describe.each(SERVICES)('with $name', (service) => {
  test.each([true, false])(
    'pain 12: a moderator who visits a room and comes back moderates as before (the room made them one: %s)',
    async (moderatorRoleHonoured) => {
      const people = await inRooms(2, { ...service.options, count: 6, moderatorRoleHonoured });
      const { kit, state, meeting, settle } = people;
      const [first, second] = state('Ana').plan.rooms.map(({ key }) => key);
      const before = soundOf(meeting, 'Ana');
      for (const roomKey of [first, second, first]) {
        void kit('Ana').actions.visitRoom({ roomKey: roomKey ?? '' });
        await settle(5000);
        expect(roomsOf(meeting, 'Ana')).toEqual([state('Ana').rooms.get(roomKey ?? '')?.roomId]);
        // From inside too.
        expect(isModerator(state('Ana'))).toBe(true);
        expect(whyNotManage(state('Ana'))).toBeNull();
      }
      void kit('Ana').actions.returnToMain();
      await settle(5000);
      expect(state('Ana').self).toMatchObject({ at: 'main', role: 'moderator' });
      expect(soundOf(meeting, 'Ana')).toEqual(before);
      expect(whyNotManage(state('Ana'))).toBeNull();
      expect(await kit('Ana').actions.endRooms()).toEqual({ ok: true });
      expect(state('Ana').round.phase).toBe('closing');
      for (const name of ['P1', 'P6'])
        expect(personIn(state(name), 'Ana')?.role, `as ${name} sees it`).toBe('moderator');
    },
  );

  test('pain 15: two moderators open rooms at the same moment, and nobody is in two rooms, or heard in two', async () => {
    const people = await meet({ ...service.options, people: TWO });
    const { kit, state, meeting, settle } = people;
    for (const name of ['Ana', 'Mo']) kit(name).actions.setRoomCount(2);
    void kit('Ana').actions.openRooms();
    void kit('Mo').actions.openRooms();
    await settle(3000);
    for (const name of people.names) if (state(name).self.invite) void kit(name).actions.acceptInvite();
    await settle(10_000);
    for (const name of people.names.slice(2)) {
      expect(roomsOf(meeting, name).length, name).toBeLessThanOrEqual(1);
      expect(voiceOf(people, name).length, name).toBeLessThanOrEqual(1);
    }
  });

  test('pain 15: somebody who says yes twice, and is moved at the same moment, is in one room once', async () => {
    const people = await opened(2, { ...service.options, count: 6 });
    const { kit, state, meeting, settle } = people;
    const p1 = keyOf(state('Ana'), 'P1');
    const to = state('Ana').plan.rooms.find(({ key }) => key !== state('Ana').plan.seats.get(p1))?.key ?? '';
    for (const name of ['P2', 'P3', 'P4']) void kit(name).actions.acceptInvite();
    void kit('P1').actions.acceptInvite();
    void kit('P1').actions.acceptInvite();
    kit('Ana').actions.movePeople({ people: [p1], to });
    await settle(3000);
    if (state('P1').self.invite) {
      void kit('P1').actions.acceptInvite();
      void kit('P1').actions.acceptInvite();
    }
    await settle(30_000);
    expect(roomsOf(meeting, 'P1')).toEqual([state('Ana').rooms.get(to)?.roomId]);
    expect(meeting.person('P1').breakoutRooms).toHaveLength(1);
    expect(voiceOf(people, 'P1').length).toBeLessThanOrEqual(1);
    expect(meeting.people().every(({ present }) => present)).toBe(true);
  });
});

describe.each(TALKING)('with $name', (service) => {
  test('pain 15: of two moderators who open rooms at the same moment one runs them, the other sees the same, and everybody sits in a room of both', async () => {
    const people = await meet({ ...service.options, people: TWO });
    const { kit, state, meeting, settle } = people;
    for (const name of ['Ana', 'Mo']) kit(name).actions.setRoomCount(2);
    void kit('Ana').actions.openRooms();
    void kit('Mo').actions.openRooms();
    await settle(3000);
    for (const name of people.names) if (state(name).self.invite) void kit(name).actions.acceptInvite();
    await settle(10_000);
    const leads = (name: string) => state(name).driver === state(name).self.key;
    expect(leads('Ana')).not.toBe(leads('Mo'));
    expect(desk(people, 'Mo')).toEqual(desk(people, 'Ana'));
    const ids = new Set(state('Ana').plan.rooms.map(({ key }) => state('Ana').rooms.get(key)?.roomId));
    for (const name of people.names.slice(2)) expect(ids.has(roomsOf(meeting, name)[0]), name).toBe(true);
    // What the other one had planned is kept, and they are told.
    const other = leads('Ana') ? 'Mo' : 'Ana';
    expect(state(other).notices).toMatchObject([{ text: 'opened-elsewhere' }]);
  });

  test('pain 14: a second moderator sees the rooms, the names, the people and the counts of the first, while they change and when they are over', async () => {
    const people = await meet({ ...service.options, people: TWO });
    const { kit, state, settle } = people;
    kit('Ana').actions.setRoomCount(2);
    kit('Ana').actions.renameRoom({ roomKey: state('Ana').plan.rooms[0]?.key ?? '', name: 'Pricing' });
    void kit('Ana').actions.openRooms();
    await settle();
    expect(desk(people, 'Mo')).toEqual(desk(people, 'Ana'));
    void kit('P1').actions.declineInvite();
    for (const name of ['P2', 'P3', 'P4']) void kit(name).actions.acceptInvite();
    await settle(5000);
    expect(desk(people, 'Mo')).toEqual(desk(people, 'Ana'));
    expect(ladder(state('Mo'))).toMatchObject({ 'in-room': 3, declined: 1, invited: 2 });
    kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'P2')], to: 'main' });
    await settle(62_000);
    expect(desk(people, 'Mo')).toEqual(desk(people, 'Ana'));
    expect(ladder(state('Mo'))).toMatchObject({ 'in-room': 2, 'no-answer': 2 });
    void kit('Ana').actions.closeNow();
    await settle(5000);
    expect(state('Mo').round.phase).toBe('closed');
    expect(ladder(state('Mo'))).toMatchObject({ 'in-room': 0, main: 8 });
  });

  test('pain 14: a moderator who comes in the middle sees the same within two seconds, and no room that is gone', async () => {
    const people = await meet({ ...service.options, people: [...TWO.slice(0, 1), ...TWO.slice(2)] });
    const { kit, state, settle, meeting, giveKit } = people;
    kit('Ana').actions.setRoomCount(2);
    void kit('Ana').actions.openRooms();
    await settle();
    for (const name of ['P1', 'P2', 'P3']) void kit(name).actions.acceptInvite();
    void kit('P4').actions.declineInvite();
    await settle(5000);
    meeting.join({ name: 'Mo', role: 'moderator', userRef: 'mo' });
    giveKit('Mo');
    await settle(2000);
    const all = { ...people, names: [...people.names, 'Mo'] };
    expect(desk(all, 'Mo')).toEqual(desk(all, 'Ana'));
    void kit('Ana').actions.closeNow();
    await settle(5000);
    expect(state('Mo').round.phase).toBe('closed');
    expect(ladder(state('Mo'))).toEqual(ladder(state('Ana')));
    expect(ladder(state('Mo'))).toMatchObject({ 'in-room': 0, main: 8 });
  });

  test('pain 14: a moderator who is made a participant runs nothing any more, and keeps their plan for when they are one again', async () => {
    const people = await meet({ ...service.options, people: TWO });
    const { kit, state, settle, meeting } = people;
    kit('Ana').actions.setRoomCount(2);
    void kit('Ana').actions.openRooms();
    await settle();
    const { plan } = state('Ana');
    meeting.person('Ana').setRole('participant');
    await settle();
    expect(isModerator(state('Ana'))).toBe(false);
    expect(whyNotPlan(state('Ana'))).toEqual({ why: 'not-moderator' });
    expect((await kit('Ana').actions.endRooms()).ok).toBe(false);
    expect((await kit('Ana').actions.closeNow()).ok).toBe(false);
    // Nobody runs the rooms who may: the other one acts at once.
    expect(whyNotManage(state('Mo'))).toBeNull();
    expect((await kit('Mo').actions.endRooms()).ok).toBe(true);
    await settle(1000);
    expect(state('P1').self.recallAt).not.toBeNull();
    meeting.person('Ana').setRole('moderator');
    await settle();
    expect(isModerator(state('Ana'))).toBe(true);
    expect(state('Ana').plan.seats).toEqual(plan.seats);
    expect(state('Ana').round.phase).toBe('closing');
  });
});
