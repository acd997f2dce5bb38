// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { stayView } from '../../src/state/view/self.js';
import { inRooms, isAsked } from '../session/given.js';
import { personIn, roomsOf, SERVICES, soundOf, voiceOf } from './services.js';

describe.each(SERVICES)('with $name', (service) => {
  test('pain 13: a network drop in a room says so, keeps the place, and leads back to that very room, not to main', async () => {
    const people = await inRooms(2, { ...service.options, count: 6 });
    const { state, meeting, settle } = people;
    const [room] = roomsOf(meeting, 'P1');
    const muted = soundOf(meeting, 'P1').streams.length;
    meeting.person('P1').cutNetwork();
    await settle(10_000);
    // No failure and no question: a place that is kept, with the time for how long.
    expect(stayView(state('P1'))).toMatchObject({ state: 'away', keptUntil: expect.any(Number) as number });
    expect(state('P1').self).toMatchObject({ attempt: null, invite: null });
    meeting.person('P1').restoreNetwork();
    await settle(15_000);
    expect(state('P1').self).toMatchObject({ at: 'in-room', attempt: null, invite: null });
    expect(roomsOf(meeting, 'P1')).toEqual([room]);
    expect(voiceOf(people, 'P1')).toEqual([room]);
    expect(soundOf(meeting, 'P1').streams).toHaveLength(muted);
    expect(personIn(state('Ana'), 'P1')?.place.at).toBe('in-room');
    expect([...state('Ana').people.values()].filter(({ name }) => name === 'P1')).toHaveLength(1);
  });

  test('pain 13: only the room’s own connection drops, and they are back in it without a word from them', async () => {
    const people = await inRooms(2, { ...service.options, count: 6 });
    const { state, meeting, settle } = people;
    const rooms = roomsOf(meeting, 'P1');
    meeting.person('P1').cutBreakout();
    await settle(3000);
    expect(['away', 'in-room']).toContain(stayView(state('P1'))?.state);
    meeting.person('P1').restoreBreakout();
    await settle(15_000);
    expect(state('P1').self).toMatchObject({ at: 'in-room', attempt: null });
    expect(roomsOf(meeting, 'P1')).toEqual(rooms);
    expect(voiceOf(people, 'P1')).toEqual(rooms);
  });

  test('pain 13: who loads the page anew is asked back to their own room, once', async () => {
    const people = await inRooms(2, { ...service.options, count: 6 });
    const { kit, state, meeting, settle, giveKit } = people;
    const [room] = roomsOf(meeting, 'P1');
    meeting.person('P1').reload();
    giveKit('P1');
    await settle(5000);
    expect(isAsked(state('P1'))).toBe(true);
    expect(state('P1').self.invite?.roomId).toBe(room);
    void kit('P1').actions.acceptInvite();
    await settle(5000);
    expect(roomsOf(meeting, 'P1')).toEqual([room]);
    expect(isAsked(state('P1'))).toBe(false);
    await settle(90_000);
    expect(isAsked(state('P1'))).toBe(false);
    expect(state('P1').self.at).toBe('in-room');
  });
});

// The SDK of 2.3.9 goes back into the room by itself, and asks nobody for it.
describe.each(SERVICES.filter(({ options }) => options.profile !== '2.3.9'))('with $name', (service) => {
  test('pain 13: a room that takes nobody any more is given up in words: main, with its sound', async () => {
    const people = await inRooms(2, { ...service.options, count: 6 });
    const { state, meeting, settle } = people;
    meeting.person('P1').cutNetwork();
    await settle(10_000);
    meeting.faults.add({ kind: 'refused', code: 1729, call: 'join', person: 'P1' });
    meeting.person('P1').restoreNetwork();
    await settle(150_000);
    expect(state('P1').self).toMatchObject({ at: 'main', attempt: null });
    expect(state('P1').notices.map(({ subject }) => subject)).toContain('ended');
    expect(soundOf(meeting, 'P1')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
    expect(voiceOf(people, 'P1')).toEqual(['main']);
  });
});
