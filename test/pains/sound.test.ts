// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { PersonSpec } from '../../src/simulator.js';
import { opened } from '../session/given.js';
import { meet, type KitMeeting } from '../session/meeting.js';
import { breakoutStream, roomsOf, SERVICES, soundOf, voiceOf, type Service } from './services.js';

/** Every way in. */
const WAYS = {
  'says yes to an invitation': async ({ kit, settle }: KitMeeting) => {
    void kit('Ana').actions.openRooms();
    await settle();
    void kit('P2').actions.acceptInvite();
    await settle(5000);
    void kit('P1').actions.acceptInvite();
  },
  'is moved': async ({ kit, settle, state }: KitMeeting) => {
    kit('Ana').actions.setOpening('move');
    void kit('Ana').actions.openRooms();
    await settle(22_000);
    // The oldest build without messages has no way to move anybody: it asks.
    if (state('P1').self.invite) void kit('P1').actions.acceptInvite();
  },
  'is moved by the service itself': async ({ kit, meeting, settle, state }: KitMeeting) => {
    void kit('Ana').actions.openRooms();
    await settle();
    void kit('P2').actions.acceptInvite();
    await settle(5000);
    meeting
      .person('Ana')
      .room.inviteToBreakoutRoom?.(
        { clients: [meeting.person('P1').clientId], room_id: meeting.rooms()[0]?.id, force_join: true },
        () => undefined,
      );
    await settle();
    if (state('P1').self.at === 'main') void kit('P1').actions.acceptInvite();
  },
} as const;
const WAY_NAMES = Object.keys(WAYS) as readonly (keyof typeof WAYS)[];

/** P1 with an earlier sound, two more, and a moderator; one room is planned. */
async function planned({ options }: Service, causes: Pick<PersonSpec, 'muted' | 'hardMuted'> = {}) {
  const people = await meet({
    ...options,
    people: [{ name: 'Ana', role: 'moderator' }, { name: 'P1', ...causes }, { name: 'P2' }, { name: 'P3' }],
  });
  people.kit('Ana').actions.setRoomCount(1);
  return people;
}

/** Lets time pass, and looks every 20 ms where somebody is heard. */
async function watched(people: KitMeeting, name: string, ms: number) {
  const seen = new Set<string>();
  for (let at = 0; at < ms; at += 20) {
    await people.clock.pass(20);
    seen.add(voiceOf(people, name).join(' and '));
  }
  return [...seen].filter((where) => where.includes(' and '));
}

/** What each of the others is told of somebody's microphone in main, and whether they really hear them. */
const known = ({ meeting, names }: KitMeeting, name: string) => {
  const { id, clientId } = meeting.person(name);
  return names
    .filter((other) => other !== name)
    .map((other) => ({
      saysMuted: meeting.person(other).room.userList.get(clientId)?.audioMuted,
      hears: meeting.person(other).hears().has(id),
    }));
};

describe.each(SERVICES)('with $name', (service) => {
  test.each(WAY_NAMES)(
    'pain 8: the microphone of somebody who %s is live in their room alone, at every moment of the way there and back',
    async (way) => {
      const people = await planned(service);
      const { kit, state, meeting, settle } = people;
      expect(voiceOf(people, 'P1')).toEqual(['main']);
      const going = WAYS[way](people);
      const doubles = await watched(people, 'P1', 26_000);
      await going;
      void kit('P2').actions.acceptInvite();
      await settle(5000);
      expect(state('P1').self.at).toBe('in-room');
      expect(voiceOf(people, 'P1')).toEqual(roomsOf(meeting, 'P1'));
      // What they hear is their room alone, too.
      expect([...meeting.person('P1').hears()]).toEqual([]);
      void kit('P1').actions.returnToMain();
      doubles.push(...(await watched(people, 'P1', 2000)));
      expect(voiceOf(people, 'P1')).toEqual(['main']);
      expect(doubles).toEqual([]);
    },
  );

  test('pain 9: after each of three stays the microphone is alive in main, and its button works there and in the next room', async () => {
    const people = await opened(1, { ...service.options, count: 3 });
    const { kit, state, meeting, settle } = people;
    const { actions } = kit('P1');
    void kit('P2').actions.acceptInvite();
    await settle(5000);
    for (const go of [actions.acceptInvite, actions.goBack, actions.goBack]) {
      void go();
      await settle(5000);
      for (const on of [false, true]) {
        void actions.setMic(on);
        await settle();
        expect(state('P1').self.sound.micOn).toBe(on);
        expect(breakoutStream(meeting, 'P1')?.silent).toBe(!on);
        expect(voiceOf(people, 'P1')).toEqual(on ? roomsOf(meeting, 'P1') : []);
      }
      void actions.returnToMain();
      await settle(5000);
      expect(voiceOf(people, 'P1')).toEqual(['main']);
      for (const on of [false, true]) {
        void actions.setMic(on);
        await settle();
        expect(state('P1').self.sound).toMatchObject({ micOn: on, failure: null });
        expect(voiceOf(people, 'P1')).toEqual(on ? ['main'] : []);
      }
    }
  });

  describe.each([
    ['muted themselves', { muted: true }],
    ['was muted by a moderator', { hardMuted: true }],
    ['was muted by both', { muted: true, hardMuted: true }],
  ] as const)('somebody who %s', (_, causes) => {
    test.each(WAY_NAMES)(
      'pain 10: and %s arrives muted, and comes back muted by the same hands',
      async (way) => {
        const people = await planned(service, causes);
        const { kit, state, meeting, settle } = people;
        const before = soundOf(meeting, 'P1');
        await WAYS[way](people);
        await settle(5000);
        expect(state('P1').self).toMatchObject({ at: 'in-room', sound: { micOn: false } });
        expect(breakoutStream(meeting, 'P1')?.silent).toBe(true);
        expect(voiceOf(people, 'P1')).toEqual([]);
        void kit('P1').actions.returnToMain();
        await settle(5000);
        expect(soundOf(meeting, 'P1')).toEqual(before);
        expect(voiceOf(people, 'P1')).toEqual([]);
        expect(state('P1').self.sound).toMatchObject({ micOn: false, micHeld: 'hardMuted' in causes });
      },
    );
  });

  test('pain 11: whom others hear again they are told to be unmuted, and nobody else', async () => {
    const people = await planned(service);
    const { kit, meeting, settle } = people;
    expect(known(people, 'P1')).toEqual(people.names.slice(1).map(() => ({ saysMuted: false, hears: true })));
    await WAYS['says yes to an invitation'](people);
    await settle(5000);
    for (const { hears } of known(people, 'P1')) expect(hears).toBe(false);
    for (const name of ['P1', 'P2']) void kit(name).actions.returnToMain();
    await settle(5000);
    expect(known(people, 'P1')).toEqual(people.names.slice(1).map(() => ({ saysMuted: false, hears: true })));
    // Who mutes themselves after that is muted for all of them.
    void kit('P1').actions.setMic(false);
    await settle();
    expect(known(people, 'P1')).toEqual(people.names.slice(1).map(() => ({ saysMuted: true, hears: false })));
    expect(meeting.person('P1').present).toBe(true);
  });

  test('pain 11: somebody who listened to main from a room is heard and told to be unmuted when they are back', async () => {
    const people = await planned(service);
    const { kit, settle, state } = people;
    await WAYS['says yes to an invitation'](people);
    await settle(5000);
    void kit('P1').actions.setMainSound('listening');
    await settle();
    expect(state('P1').self.sound.main).toBe('listening');
    for (const { hears } of known(people, 'P1')) expect(hears).toBe(false);
    expect(personHears(people, 'P1')).toContain('Ana');
    for (const name of ['P1', 'P2']) void kit(name).actions.returnToMain();
    await settle(5000);
    expect(known(people, 'P1')).toEqual(people.names.slice(1).map(() => ({ saysMuted: false, hears: true })));
  });
});

/** Whom somebody hears in main, by name. */
const personHears = ({ meeting }: KitMeeting, name: string) =>
  [...meeting.person(name).hears()].map((id) => meeting.person(id).name);
