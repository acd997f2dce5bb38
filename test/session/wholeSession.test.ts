// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { PersonTruth } from '../../src/simulator.js';
import { ladder } from '../../src/state/view/people.js';
import { roomPeople } from '../../src/state/view/rooms.js';
import { meet, PROFILES } from './meeting.js';

describe.each(PROFILES)('on build %s', (profile) => {
  test('twenty people are asked into four rooms, some come, some do not, and everybody is back in main with their sound as it was', async () => {
    const people = [
      { name: 'Ana', role: 'moderator' as const },
      ...Array.from({ length: 20 }, (_, index) => ({
        name: `P${String(index + 1)}`,
        muted: index % 3 === 0,
      })),
    ];
    const { kit, state, meeting, settle, clock } = await meet({ profile, people });
    const before = new Map([...meeting.truth()].map(([id, truth]) => [id, soundOf(truth)]));

    kit('Ana').actions.setRoomCount(4);
    expect(state('Ana').plan.rooms.map((room) => roomPeople(state('Ana'), room.key).length)).toEqual([
      5, 5, 5, 5,
    ]);
    const opened = kit('Ana').actions.openRooms();
    await settle();
    expect(await opened).toEqual({ ok: true });
    expect(state('Ana').round.phase).toBe('open');
    for (const name of ['P1', 'P20']) expect(state(name).self.invite).not.toBeNull();

    void kit('P2').actions.declineInvite();
    for (let n = 1; n <= 20; n += 1) if (n !== 2 && n !== 3) void kit(`P${String(n)}`).actions.acceptInvite();
    await settle(5000);
    expect(state('P1').self.at).toBe('in-room');
    const steps = ladder(state('Ana'));
    expect(steps['in-room']).toBe(18);
    expect(steps.main + steps['in-room'] + steps.invited + steps.declined + steps['no-answer']).toBe(21);
    await clock.pass(60_000);
    expect(state('Ana').people.get(keyOf(state('Ana'), 'P3'))?.place.at).toBe('no-answer');

    const home = kit('P4').actions.returnToMain();
    await settle();
    expect(await home).toEqual({ ok: true });
    expect(state('P4').self.at).toBe('main');

    void kit('Ana').actions.endRooms();
    await clock.pass(40_000);
    expect(state('Ana').round.phase).toBe('closed');
    for (let n = 1; n <= 20; n += 1) {
      expect(state(`P${String(n)}`).self.at, `P${String(n)}`).toBe('main');
      expect(state(`P${String(n)}`).self.sound.main).toBe('live');
    }
    for (const [id, truth] of meeting.truth()) expect(soundOf(truth), id).toEqual(before.get(id));
    expect(ladder(state('Ana'))['in-room']).toBe(0);
    expect(meeting.rooms().every((room) => room.members.length === 0)).toBe(true);
  });
});

/** What silences a person in main, cause by cause, and whether they hear it. */
const soundOf = (truth: PersonTruth) => ({
  mainSilenced: truth.mainSilenced,
  streams: truth.streams.filter((stream) => stream.room === 'main'),
});

const keyOf = (state: ReturnType<Awaited<ReturnType<typeof meet>>['state']>, name: string) =>
  [...state.people.values()].find((person) => person.name === name)?.key ?? '';
