// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { outside } from '../../src/state/view/people.js';
import { inRooms } from '../session/given.js';
import {
  namesOf,
  personIn,
  roomsOf,
  SERVICES,
  soundOf,
  soundOfAll,
  TALKING,
  whereabouts,
} from './services.js';

/** Moments of the way back, in milliseconds: before anything is said to the service, in the middle, after its answers. */
const MOMENTS = [0, 10, 30, 50, 80, 200, 1000];

describe.each(SERVICES)('with $name', (service) => {
  test.each(MOMENTS)(
    'pain 5: the rooms are closed %i ms after somebody set out for main, and they are in the meeting with their sound, not out of it',
    async (ms) => {
      const people = await inRooms(1, { ...service.options, count: 3 });
      const { kit, state, meeting, clock, settle } = people;
      const before = soundOf(meeting, 'Ana');
      const returning = kit('P1').actions.returnToMain();
      await clock.pass(ms);
      void kit('Ana').actions.closeNow();
      await settle(10_000);
      expect(await returning).toEqual({ ok: true });
      expect(meeting.person('P1').present).toBe(true);
      expect(state('P1')).toMatchObject({ connection: 'connected', self: { at: 'main', attempt: null } });
      expect(roomsOf(meeting, 'P1')).toEqual([]);
      expect(soundOf(meeting, 'P1')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
      expect(personIn(state('Ana'), 'P1')?.place).toEqual({ at: 'main' });
      expect(soundOf(meeting, 'Ana')).toEqual(before);
      expect(meeting.people().every(({ present }) => present)).toBe(true);
    },
  );

  test('pain 5: a room destroyed under somebody ends their stay in words, and not the meeting', async () => {
    const people = await inRooms(1, { ...service.options, count: 3 });
    const { kit, state, meeting, settle } = people;
    void kit('Ana').actions.visitRoom({ roomKey: state('Ana').plan.rooms[0]?.key ?? '' });
    await settle();
    meeting.person('Ana').breakoutRooms[0]?.destroy?.();
    await settle(5000);
    for (const name of people.names) {
      expect(meeting.person(name).present, name).toBe(true);
      expect(state(name).self.at, name).toBe('main');
      expect(soundOf(meeting, name), name).toMatchObject({
        mainSilenced: false,
        streams: [{ silent: false }],
      });
      expect(state(name).notices, name).toMatchObject([{ subject: 'ended' }]);
      expect(personIn(state('Ana'), name)?.place, name).toEqual({ at: 'main' });
    }
  });

  test('pain 23: one action ends all rooms: everybody is in main with their sound as before, or named with what can be done', async () => {
    const people = await inRooms(4, {
      ...service.options,
      count: 12,
      withoutKit: ['P12'],
    });
    const { kit, state, meeting, settle } = people;
    const [room] = meeting.rooms();
    meeting.person('P12').accept(room?.id);
    await settle(3000);
    void kit('Ana').actions.endRooms();
    await settle(45_000);
    expect(state('Ana').round.phase).toBe('closed');
    const { recallable, beyondRecall } = outside(state('Ana'));
    const still = [...recallable, ...beyondRecall];
    const inside = people.names.filter((name) => roomsOf(meeting, name).length > 0);
    // Nobody is in a room without the moderator being told who.
    expect(namesOf(state('Ana'), still)).toEqual(inside.toSorted());
    expect(inside).toEqual(service.recalls ? [] : service.talks ? ['P12'] : people.names.slice(1));
    // And whoever is there can come back by themselves: no page of theirs says "not found".
    for (const name of inside)
      if (name === 'P12') meeting.person(name).breakoutRooms[0]?.disconnect?.();
      else void kit(name).actions.returnToMain();
    await settle(10_000);
    expect(Object.values(whereabouts(people)).flat()).toEqual([]);
    for (const [name, sound] of Object.entries(soundOfAll(people)))
      expect(sound, name).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
    expect(outside(state('Ana'))).toEqual({ recallable: [], beyondRecall: [] });
  });
});

describe.each(TALKING)('with $name', (service) => {
  test('pain 23: one room is closed: its people are back after a notice, and the others stay where they are', async () => {
    const people = await inRooms(2, { ...service.options, count: 6 });
    const { kit, state, meeting, settle } = people;
    const [first, second] = state('Ana').plan.rooms.map(({ key }) => state('Ana').rooms.get(key));
    const isIn = (id: string | null | undefined) =>
      people.names.filter((name) => roomsOf(meeting, name)[0] === id);
    const going = isIn(first?.roomId);
    const staying = isIn(second?.roomId);
    expect(await kit('Ana').actions.closeRoom({ roomKey: first?.key ?? '' })).toEqual({ ok: true });
    await settle(1000);
    expect(isIn(first?.roomId)).toEqual(going);
    expect(state(going[0] ?? '').self.recallAt).not.toBeNull();
    await settle(25_000);
    for (const name of going) {
      expect(state(name).self.at, name).toBe('main');
      expect(personIn(state('Ana'), name)?.place, name).toEqual({ at: 'main' });
    }
    expect(isIn(second?.roomId)).toEqual(staying);
    expect(state('Ana').round.phase).toBe('open');
    for (const name of staying) expect(state(name).self.recallAt, name).toBeNull();
  });

  test('pain 23: the moderator’s page is gone when the time is up, and each kit brings its own person back', async () => {
    const people = await inRooms(2, { ...service.options, count: 6 });
    const { kit, meeting, settle, state } = people;
    kit('Ana').actions.setTimeLeft({ ms: 60_000 });
    await settle(1000);
    meeting.person('Ana').dropOff();
    await settle(100_000);
    for (const name of people.names.slice(1)) {
      expect(state(name).self.at, name).toBe('main');
      expect(roomsOf(meeting, name), name).toEqual([]);
      expect(soundOf(meeting, name), name).toMatchObject({
        mainSilenced: false,
        streams: [{ silent: false }],
      });
    }
  });
});
