// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { messagesView } from '../../src/state/view/live.js';
import { inRooms } from './given.js';
import { PROFILES, type KitMeeting } from './meeting.js';

const TWO = (others = 4) => [
  { name: 'Ana', role: 'moderator' as const },
  { name: 'Mo', role: 'moderator' as const },
  ...Array.from({ length: others }, (_, index) => ({ name: `P${String(index + 1)}` })),
];
const texts = ({ state }: KitMeeting, name: string) => messagesView(state(name)).map(({ text }) => text);
const see = ({ state, kit }: KitMeeting, name: string) => {
  for (const { id } of messagesView(state(name))) kit(name).actions.seeAnnouncement({ id });
};
/** A message as a kit would send it, from whoever. */
const say = ({ meeting }: KitMeeting, from: string, fields: object, nth = 0) =>
  meeting.person(from).room.sendUserData?.(
    {
      kit: 'breakout-kit',
      v: '1.2',
      kind: 'announce',
      id: `a${String(nth)}`,
      messageId: `n${String(nth)}`,
      roomId: null,
      text: `word ${String(nth)}`,
      ...fields,
    },
    true,
    [],
    () => undefined,
  );

describe.each(PROFILES.filter((profile) => profile !== 'guide'))('build %s', (profile) => {
  test('words to all rooms reach everybody in one, and the other moderators; seen is counted', async () => {
    const people = await inRooms(2, { profile, people: TWO(), withoutKit: ['P4'] });
    const { kit, meeting, state, settle } = people;
    meeting.person('P4').accept(meeting.rooms()[0]?.id);
    void kit('P3').actions.returnToMain();
    await settle(6000);
    expect(kit('Ana').actions.announce({ text: '  Five more minutes \u202E ' })).toEqual({ ok: true });
    await settle(500);
    for (const name of ['P1', 'P2']) expect(texts(people, name)).toEqual(['Five more minutes']);
    // In main it is not meant for them.
    expect(texts(people, 'P3')).toEqual([]);
    expect(texts(people, 'Mo')).toEqual(['Five more minutes']);
    expect(messagesView(state('Mo'))[0]).toMatchObject({ isMine: false, from: 'Ana', dismissed: true });
    expect(messagesView(state('Ana'))[0]).toMatchObject({ isMine: true, seen: 0, of: 3 });
    see(people, 'P1');
    see(people, 'P1');
    await settle(500);
    // Nobody without a kit ever says that they saw it: they are counted, and stay unseen.
    expect(messagesView(state('Ana'))[0]).toMatchObject({ seen: 1, of: 3 });
    expect(messagesView(state('Mo'))[0]).toMatchObject({ seen: 1, of: 3 });
  });

  test('words to one room reach that room only', async () => {
    const people = await inRooms(2, { profile, people: TWO() });
    const { kit, state, settle } = people;
    const roomKey = state('P1').self.roomKey ?? '';
    kit('Ana').actions.announce({ text: 'Here', roomKey });
    await settle(500);
    for (const name of ['P1', 'P2', 'P3', 'P4'])
      expect(texts(people, name)).toEqual(
        state(name).self.roomId === state('P1').self.roomId ? ['Here'] : [],
      );
    expect(messagesView(state('Ana'))[0]).toMatchObject({ of: 2 });
  });
});

test('where kits cannot talk nothing is sent, and it is said', async () => {
  const { kit, state } = await inRooms(1, { profile: 'guide', count: 2 });
  expect(kit('Ana').actions.announce({ text: 'Hello' })).toMatchObject({
    failure: { kind: 'not-supported' },
  });
  expect(state('Ana').announcements).toEqual([]);
});

test('nothing, and words to a room that is not there, are not sent', async () => {
  const { kit } = await inRooms(1, { count: 2 });
  expect(kit('Ana').actions.announce({ text: ' \n ' })).toMatchObject({ failure: { kind: 'invalid' } });
  expect(kit('Ana').actions.announce({ text: 'x', roomKey: 'nowhere' })).toMatchObject({
    failure: { kind: 'room-gone' },
  });
  expect(kit('P1').actions.announce({ text: 'I am the moderator' })).toMatchObject({ ok: false });
});

test('words of somebody who is no moderator are not shown, and large ones are ignored whole', async () => {
  const people = await inRooms(1, { count: 3 });
  say(people, 'P2', {}, 1);
  say(people, 'Ana', { text: 'x'.repeat(5000) }, 2);
  say(people, 'Ana', { text: 7 }, 3);
  await people.settle(1000);
  expect(texts(people, 'P1')).toEqual([]);
});

test('of a flood of words five are shown in ten seconds', async () => {
  const people = await inRooms(1, { count: 3 });
  for (let nth = 0; nth < 100; nth += 1) say(people, 'Ana', {}, nth);
  await people.settle(1000);
  expect(texts(people, 'P1')).toHaveLength(5);
  await people.settle(10_000);
  say(people, 'Ana', {}, 200);
  await people.settle(500);
  expect(texts(people, 'P1')).toHaveLength(6);
});

test('a moderator is told when words would not be shown, because they were too many at once', async () => {
  const { kit, settle, state } = await inRooms(1, { count: 2 });
  const outcomes = Array.from({ length: 7 }, (_, nth) =>
    kit('Ana').actions.announce({ text: `word ${String(nth)}` }),
  );
  await settle(500);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
  expect(outcomes.at(-1)).toMatchObject({ failure: { kind: 'too-many' } });
  expect(state('P1').announcements).toHaveLength(5);
  await settle(12_000);
  expect(kit('Ana').actions.announce({ text: 'again' })).toEqual({ ok: true });
});

test('the history keeps the last fifty', async () => {
  const people = await inRooms(1, { count: 2 });
  for (let nth = 0; nth < 60; nth += 1) {
    people.kit('Ana').actions.announce({ text: `word ${String(nth)}` });
    await people.settle(2500);
  }
  expect(texts(people, 'Ana')).toHaveLength(50);
  expect(texts(people, 'P1')[0]).toBe('word 59');
  expect(texts(people, 'P1').at(-1)).toBe('word 10');
});

test('who comes later has missed what was said before', async () => {
  const people = await inRooms(1, { people: TWO() });
  const { kit, meeting, giveKit, settle } = people;
  kit('Ana').actions.announce({ text: 'Before' });
  await settle(500);
  meeting.join({ name: 'Eve', userRef: 'ref-Eve' });
  giveKit('Eve');
  await settle(3000);
  expect(texts(people, 'Eve')).toEqual([]);
});
