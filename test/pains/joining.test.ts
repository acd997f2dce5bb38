// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator.js';
import { LIMITS } from '../../src/state/deadlines.js';
import { attemptView } from '../../src/state/view/self.js';
import { inRooms, opened } from '../session/given.js';
import {
  calm,
  keyOf,
  personIn,
  roomsOf,
  SERVICES,
  soundOf,
  trouble,
  voiceOf,
  SILENT,
  TALKING,
  type Service,
} from './services.js';

const STUCK: readonly (readonly [string, Fault])[] = [
  ['is never answered', { kind: 'silent', call: 'join', effect: false }],
  ['succeeds, and nobody is told', { kind: 'silent', call: 'join' }],
  ['is answered with nothing', { kind: 'null-ack', call: 'join', effect: false }],
];

describe.each(SERVICES)('with $name', (service) => {
  test.each(STUCK)(
    'pain 2: a join that %s ends in time, with main as before, and the same dialog leads in at once when asked again',
    async (_, fault) => {
      const people = await opened(1, { ...service.options, count: 3 });
      const { kit, state, meeting, settle, clock } = people;
      void kit('P2').actions.acceptInvite();
      await settle();
      const before = soundOf(meeting, 'P1');
      trouble(people, { ...fault, person: 'P1' });
      void kit('P1').actions.acceptInvite();
      await clock.pass(1000);
      // Not stuck even while it lasts: "Stay in main room" works at once, and trying again too.
      void kit('P1').actions.cancelJoin();
      await clock.pass(1000);
      expect(state('P1').self.at).toBe('main');
      expect(attemptView(state('P1'))).toBeNull();
      void kit('P1').actions.goBack();
      void kit('P1').actions.retryJoin();
      await clock.pass(LIMITS.join + LIMITS.sound);
      expect(attemptView(state('P1'))).toMatchObject({ soundBack: true });
      expect(['no-answer', 'failed']).toContain(attemptView(state('P1'))?.kind);
      expect(soundOf(meeting, 'P1')).toEqual(before);

      calm(people, service);
      void kit('P1').actions.retryJoin();
      await settle(5000);
      expect(state('P1').self).toMatchObject({ at: 'in-room', attempt: null });
      expect(roomsOf(meeting, 'P1')).toHaveLength(1);
      expect(personIn(state('Ana'), 'P1')?.place.at).toBe('in-room');
    },
  );

  test('pain 3: somebody who is moved to another room arrives by the first attempt, and is heard in one room only', async () => {
    const people = await inRooms(2, { ...service.options, count: 6 });
    const { kit, state, settle, meeting, clock } = people;
    const p1 = keyOf(state('Ana'), 'P1');
    const [from] = roomsOf(meeting, 'P1');
    const to = state('Ana').plan.rooms.find(({ key }) => key !== state('Ana').plan.seats.get(p1))?.key ?? '';
    kit('Ana').actions.movePeople({ people: [p1], to });
    for (let at = 0; at < 30_000; at += 500) {
      await clock.pass(500);
      expect(voiceOf(people, 'P1').length).toBeLessThanOrEqual(1);
    }
    // Nobody without messages can leave the old room before the new one: there the person is asked, or moved by the service.
    if (state('P1').self.invite) void kit('P1').actions.acceptInvite();
    await settle(5000);
    expect(state('P1').self).toMatchObject({ at: 'in-room', attempt: null });
    expect(roomsOf(meeting, 'P1')).toEqual([state('Ana').rooms.get(to)?.roomId]);
    expect(roomsOf(meeting, 'P1')).not.toContain(from);
    expect(personIn(state('Ana'), 'P1')?.place).toMatchObject({ at: 'in-room', roomKey: to });
    expect(state('P1').notices).toEqual([]);
  });
});

/** The first attempt to move somebody from room to room is refused by the service. */
async function refusedOnce(service: Service) {
  const people = await inRooms(2, { ...service.options, count: 6 });
  const { kit, state, settle, meeting } = people;
  const p1 = keyOf(state('Ana'), 'P1');
  const old = roomsOf(meeting, 'P1');
  const to = state('Ana').plan.rooms.find(({ key }) => key !== state('Ana').plan.seats.get(p1))?.key ?? '';
  trouble(people, { kind: 'refused', code: 1729, call: ['join', 'forcedJoin'], person: 'P1', times: 1 });
  kit('Ana').actions.movePeople({ people: [p1], to });
  await settle(2000);
  if (state('P1').self.invite) void kit('P1').actions.acceptInvite();
  await settle(45_000);
  return {
    ...people,
    p1,
    old,
    to,
    hasArrived: () => {
      expect(roomsOf(meeting, 'P1')).toEqual([state('Ana').rooms.get(to)?.roomId]);
      expect(voiceOf(people, 'P1')).toEqual(roomsOf(meeting, 'P1'));
      expect(personIn(state('Ana'), 'P1')?.place).toMatchObject({ at: 'in-room', roomKey: to });
    },
  };
}

test.each(TALKING)(
  'pain 3: with $name, when the first attempt to switch rooms is refused, it is said, main is as before, and trying again leads in',
  async (service) => {
    const { kit, state, settle, to, hasArrived, ...people } = await refusedOnce(service);
    expect(['failed', 'no-answer']).toContain(attemptView(state('P1'))?.kind);
    expect(attemptView(state('P1'))?.soundBack).toBe(true);
    expect(voiceOf({ ...people, kit, state, settle }, 'P1')).toEqual(['main']);
    expect(personIn(state('Ana'), 'P1')?.place).toMatchObject({ at: 'failed', roomKey: to });
    void kit('P1').actions.retryJoin();
    await settle(5000);
    hasArrived();
  },
);

test.each(SILENT)(
  'pain 3: with $name, when the first attempt to switch rooms is refused, they talk where they talked, and asked again they arrive',
  async (service) => {
    const { kit, state, settle, p1, to, old, hasArrived, ...people } = await refusedOnce(service);
    expect(state('P1').self.at).toBe('in-room');
    expect(voiceOf({ ...people, kit, state, settle }, 'P1')).toEqual(old);
    expect(personIn(state('Ana'), 'P1')?.place).toMatchObject({ at: 'invited', roomKey: to });
    void kit('Ana').actions.inviteAgain({ people: [p1] });
    await settle();
    void kit('P1').actions.acceptInvite();
    await settle(5000);
    hasArrived();
  },
);
