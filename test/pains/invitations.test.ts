// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { State } from '../../src/state/types.js';
import { ladder, outside, peopleAt } from '../../src/state/view/people.js';
import { isAsked, opened } from '../session/given.js';
import { meet } from '../session/meeting.js';
import {
  namesOf,
  personIn,
  roomsOf,
  serviceCalled,
  SERVICES,
  soundOf,
  soundOfAll,
  trouble,
  type Service,
} from './services.js';

const HALF = ['P2', 'P4', 'P6', 'P8', 'P10', 'P12'];

/** The room somebody is asked to, in a kit's own list. */
const placeIn = (state: State, name: string) => {
  const place = personIn(state, name)?.place;
  return place && place.at !== 'main' ? place.roomKey : null;
};

describe.each(SERVICES)('with $name', (service) => {
  test('pain 1: half a class sees no invitation, the moderator sees who has not answered, by name, and one press asks exactly them again', async () => {
    const people = await opened(2, {
      ...service.options,
      count: 12,
      faults: [
        ...[service.options.faults ?? []].flat(),
        ...HALF.map(
          (person) => ({ kind: 'event-dropped', event: 'join-breakout-room', person, times: 1 }) as const,
        ),
      ],
    });
    const { kit, state, settle } = people;
    const others = people.names.filter((name) => name !== 'Ana' && !HALF.includes(name));
    expect(people.names.filter((name) => isAsked(state(name)))).toEqual(others);
    for (const name of others) void kit(name).actions.acceptInvite();
    await settle(5000);
    // From the first moment it is said that they were asked and have not answered; a minute later that nothing came.
    expect(namesOf(state('Ana'), peopleAt(state('Ana'), 'invited'))).toEqual(HALF.toSorted());
    await settle(60_000);
    expect(namesOf(state('Ana'), peopleAt(state('Ana'), 'no-answer'))).toEqual(HALF.toSorted());
    expect(ladder(state('Ana'))['in-room']).toBe(others.length);

    const again = kit('Ana').actions.inviteAgain({ people: peopleAt(state('Ana'), 'no-answer') });
    await settle();
    expect(await again).toEqual({ ok: true });
    expect(people.names.filter((name) => isAsked(state(name)))).toEqual(HALF);
    for (const name of HALF) void kit(name).actions.acceptInvite();
    await settle(5000);
    expect(ladder(state('Ana'))).toMatchObject({ 'in-room': 12, 'no-answer': 0, invited: 0 });
    for (const name of people.names.slice(1)) expect(roomsOf(people.meeting, name), name).toHaveLength(1);
  });

  test('pain 1: a room whose invitations are refused is named with its people, and everybody else is asked all the same', async () => {
    const people = await meet({ ...service.options, count: 9 });
    const { kit, state, settle } = people;
    kit('Ana').actions.setRoomCount(3);
    trouble(people, { kind: 'refused', code: 4100, call: 'invite', after: 1, times: 1 });
    const opening = kit('Ana').actions.openRooms();
    await settle();
    // The rooms are open; what did not go well is said, person by person.
    expect(await opening).toMatchObject({ ok: false, failure: { code: 4100 } });
    expect(state('Ana').round.phase).toBe('open');
    const missed = namesOf(state('Ana'), peopleAt(state('Ana'), 'failed'));
    expect(missed).toHaveLength(3);
    expect(new Set(missed.map((name) => placeIn(state('Ana'), name)))).toHaveLength(1);
    for (const name of people.names.slice(1)) expect(isAsked(state(name)), name).toBe(!missed.includes(name));
    void kit('Ana').actions.inviteAgain({ people: peopleAt(state('Ana'), 'failed') });
    await settle();
    for (const name of people.names.slice(1)) expect(isAsked(state(name)), name).toBe(true);
    expect(ladder(state('Ana'))).toMatchObject({ failed: 0, invited: 9 });
  });

  test('pain 4: somebody who never answered is in main with their sound when the rooms close, and named until then', async () => {
    const people = await opened(2, { ...service.options, count: 4 });
    const { kit, state, settle, meeting } = people;
    const before = soundOfAll(people);
    for (const name of ['P1', 'P2', 'P3']) void kit(name).actions.acceptInvite();
    await settle(5000);
    expect(namesOf(state('Ana'), peopleAt(state('Ana'), 'invited'))).toEqual(['P4']);
    await settle(60_000);
    expect(namesOf(state('Ana'), peopleAt(state('Ana'), 'no-answer'))).toEqual(['P4']);
    void kit('Ana').actions.endRooms();
    await settle(1000);
    expect(namesOf(state('Ana'), peopleAt(state('Ana'), 'no-answer'))).toEqual(['P4']);
    await settle(40_000);
    expect(state('Ana').round.phase).toBe('closed');
    expect(personIn(state('Ana'), 'P4')?.place).toEqual({ at: 'main' });
    expect(state('P4').self.at).toBe('main');
    expect(state('P4').self.attempt).toBeNull();
    // Where somebody can tell them, nothing is left to answer.
    expect(isAsked(state('P4'))).toBe(!service.talks);
    expect(roomsOf(meeting, 'P4')).toEqual([]);
    expect(soundOf(meeting, 'P4')).toEqual(before['P4']);
  });
});

/** Rooms that are closed, and somebody who never answered and says yes after all. */
async function tooLate(service: Service) {
  const people = await opened(2, { ...service.options, count: 4 });
  const { kit, settle } = people;
  const before = soundOf(people.meeting, 'P4');
  for (const name of ['P1', 'P2', 'P3']) void kit(name).actions.acceptInvite();
  await settle(5000);
  void kit('Ana').actions.endRooms();
  await settle(41_000);
  void kit('P4').actions.acceptInvite();
  await settle(5000);
  return { ...people, before };
}

test('pain 4: with the guide, where nobody can tell them, a yes to rooms that are closed ends in words and in main', async () => {
  const { state, meeting, before } = await tooLate(serviceCalled('the guide'));
  expect(state('P4').self).toMatchObject({ at: 'main', attempt: { failure: { kind: 'no-pass' } } });
  expect(roomsOf(meeting, 'P4')).toEqual([]);
  expect(soundOf(meeting, 'P4')).toEqual(before);
});

test('pain 4: where nobody can be called back at all, the moderator has everybody who is still in a room by name, latecomers too', async () => {
  const { state, kit, settle, meeting, before } = await tooLate(
    serviceCalled('build 2.3.24 without messages'),
  );
  const { beyondRecall, recallable } = outside(state('Ana'));
  expect(namesOf(state('Ana'), beyondRecall)).toEqual(['P1', 'P2', 'P3', 'P4']);
  expect(recallable).toEqual([]);
  void kit('P4').actions.returnToMain();
  await settle(5000);
  expect(state('P4').self.at).toBe('main');
  expect(soundOf(meeting, 'P4')).toEqual(before);
});
