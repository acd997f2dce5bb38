// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { whyNotAnnounce } from '../../src/state/rules.js';
import { helpQueue, messagesView, ownHelpView } from '../../src/state/view/live.js';
import { latecomers } from '../../src/state/view/late.js';
import { ladder } from '../../src/state/view/people.js';
import { inRooms, isAsked } from '../session/given.js';
import { meet } from '../session/meeting.js';
import { keyOf, namesOf, personIn, roomsOf, SERVICES, SILENT, TALKING } from './services.js';

const TWO = [
  { name: 'Ana', role: 'moderator' },
  { name: 'Mo', role: 'moderator' },
  ...['P1', 'P2', 'P3', 'P4'].map((name) => ({ name })),
] as const;

describe.each(TALKING)('with $name', (service) => {
  test('pain 24: a message reaches everybody in every room, stands in the history of all moderators, and says how many have seen it', async () => {
    const people = await inRooms(2, { ...service.options, people: TWO });
    const { kit, state, settle } = people;
    void kit('Mo').actions.returnToMain();
    await settle(5000);
    expect(kit('Ana').actions.announce({ text: 'Ten minutes left' })).toEqual({ ok: true });
    await settle(1000);
    for (const name of ['P1', 'P2', 'P3', 'P4'])
      expect(messagesView(state(name)), name).toMatchObject([
        { text: 'Ten minutes left', from: 'Ana', dismissed: false },
      ]);
    expect(messagesView(state('Ana'))).toMatchObject([{ seen: 0, of: 4, isMine: true }]);
    for (const name of ['P1', 'P3', 'P4']) {
      const [message] = messagesView(state(name));
      kit(name).actions.seeAnnouncement({ id: message?.id ?? '' });
      kit(name).actions.seeAnnouncement({ id: message?.id ?? '' });
    }
    await settle(1000);
    for (const name of ['Ana', 'Mo'])
      expect(messagesView(state(name)), name).toMatchObject([{ seen: 3, of: 4 }]);

    // To one room: those in the other do not read it, and the count is of those who could.
    const [first] = state('Ana').plan.rooms;
    const there = ['P1', 'P2', 'P3', 'P4'].filter(
      (name) =>
        personIn(state('Ana'), name)?.place.at === 'in-room' &&
        state(name).self.roomId === state('Ana').rooms.get(first?.key ?? '')?.roomId,
    );
    kit('Ana').actions.announce({ text: 'For you', roomKey: first?.key ?? null });
    await settle(1000);
    for (const name of ['P1', 'P2', 'P3', 'P4'])
      expect(
        messagesView(state(name)).some(({ text }) => text === 'For you'),
        name,
      ).toBe(there.includes(name));
    expect(messagesView(state('Ana'))[0]).toMatchObject({ text: 'For you', of: there.length });
  });

  test('pain 24: a call for help is seen by every moderator with its room and its age, one goes there, both know who, and the visit ends it', async () => {
    const people = await inRooms(2, { ...service.options, people: TWO });
    const { kit, state, settle, clock } = people;
    for (const name of ['Ana', 'Mo']) void kit(name).actions.returnToMain();
    await settle(5000);
    const asked = clock.now();
    kit('P1').actions.askForHelp();
    await settle(1000);
    kit('P4').actions.askForHelp();
    await settle(20_000);
    for (const name of ['Ana', 'Mo']) {
      const queue = helpQueue(state(name));
      expect(
        namesOf(
          state(name),
          queue.map(({ person }) => person),
        ),
        name,
      ).toEqual(['P1', 'P4']);
      expect(state(name).people.get(queue[0]?.person ?? '')?.name, name).toBe('P1');
      expect((queue[0]?.since ?? 0) - asked, name).toBeLessThan(500);
      expect(queue[0]?.number, name).not.toBeNull();
    }
    // The one who does not run the rooms goes.
    const p1 = keyOf(state('Mo'), 'P1');
    kit('Mo').actions.claimHelp({ person: p1 });
    await settle(1000);
    expect(ownHelpView(state('P1'))).toMatchObject({ name: 'Mo' });
    expect(
      helpQueue(state('Ana')).find(({ person }) => person === keyOf(state('Ana'), 'P1'))?.claimedBy,
    ).toBe(keyOf(state('Ana'), 'Mo'));
    void kit('Mo').actions.visitRoom({
      roomKey: helpQueue(state('Mo')).find(({ person }) => person === p1)?.roomKey ?? '',
    });
    await settle(5000);
    expect(state('Mo').self.at).toBe('in-room');
    for (const name of ['Ana', 'Mo'])
      expect(
        namesOf(
          state(name),
          helpQueue(state(name)).map(({ person }) => person),
        ),
        name,
      ).not.toContain('P1');
    expect(ownHelpView(state('P1')).since).toBeNull();
    // From room to room in one step, and back with everything a moderator may.
    const other = state('Mo').plan.rooms.find(({ key }) => key !== state('Mo').self.roomKey)?.key ?? '';
    void kit('Mo').actions.visitRoom({ roomKey: other });
    await settle(5000);
    expect(state('Mo').self.roomKey).toBe(other);
    expect(helpQueue(state('Ana'))).toEqual([]);
  });
});

test('pain 24: somebody who asks while a moderator stands in their room has been heard at once', async () => {
  const { kit, state, settle } = await inRooms(1, { people: TWO });
  void kit('Mo').actions.visitRoom({ roomKey: state('Mo').plan.rooms[0]?.key ?? '' });
  await settle(5000);
  expect(state('Mo').self.at).toBe('in-room');
  kit('P1').actions.askForHelp();
  expect(ownHelpView(state('P1')).since).not.toBeNull();
  await settle(1000);
  expect(ownHelpView(state('P1')).since).toBeNull();
  for (const name of ['Ana', 'Mo']) expect(helpQueue(state(name)), name).toEqual([]);
});

test.each(SILENT)(
  'pain 24: with $name no message and no call for help is offered that would reach nobody, and a visit still works',
  async ({ options }) => {
    const people = await inRooms(2, { ...options, count: 4 });
    const { kit, state, settle, meeting } = people;
    expect(whyNotAnnounce(state('Ana'))).toEqual({ why: 'not-supported' });
    expect(kit('Ana').actions.announce({ text: 'Hello' })).toMatchObject({
      ok: false,
      failure: { kind: 'not-supported' },
    });
    expect(messagesView(state('Ana'))).toEqual([]);
    expect(ownHelpView(state('P1')).canAsk).toBe(false);
    const { roomId, key } = state('Ana').rooms.get(state('Ana').plan.rooms[0]?.key ?? '') ?? {};
    void kit('Ana').actions.visitRoom({ roomKey: key ?? '' });
    await settle(5000);
    expect(roomsOf(meeting, 'Ana')).toEqual([roomId]);
  },
);

describe.each(SERVICES)('with $name', (service) => {
  test.each([
    ['ask', 'is shown as waiting for a place'],
    ['fill', 'is asked into the smallest room'],
    ['former', 'of this meeting, who was in a room before, is asked back to it'],
    ['main', 'stays in main, and nobody has to decide'],
  ] as const)('pain 25: with "%s" chosen, somebody who comes late %s', async (...[policy]) => {
    const people = await inRooms(2, { ...service.options, count: 5 });
    const { kit, state, settle, meeting, giveKit } = people;
    kit('Ana').actions.setLate(policy);
    const was = personIn(state('Ana'), 'P5')?.place;
    const former = was?.at === 'in-room' ? was.roomKey : null;
    meeting.leave('P5');
    await settle(90_000);
    const counts = state('Ana').plan.rooms.map(({ key }) => ({
      key,
      people: [...state('Ana').people.values()].filter(
        ({ place }) => place.at === 'in-room' && place.roomKey === key,
      ).length,
    }));
    const smallest = counts.toSorted((a, b) => a.people - b.people)[0]?.key;
    meeting.join('P5');
    giveKit('P5');
    await settle(5000);
    const late = namesOf(state('Ana'), latecomers(state('Ana')));
    const place = personIn(state('Ana'), 'P5')?.place;
    const invited = (roomKey: unknown) => ({
      late: [],
      place: expect.objectContaining({ at: 'invited', roomKey }) as unknown,
      asked: true,
    });
    const expected = {
      ask: { late: ['P5'], place: { at: 'main' }, asked: false },
      main: { late: [], place: { at: 'main' }, asked: false },
      fill: invited(smallest),
      former: invited(former),
    };
    expect({ late, place, asked: isAsked(state('P5')) }).toEqual(expected[policy]);
  });

  test('pain 25: somebody who comes late and waits is asked into the smallest room by one press', async () => {
    const { kit, state, settle, meeting, giveKit } = await inRooms(2, { ...service.options, count: 3 });
    meeting.join({ name: 'Late', userRef: 'late' });
    giveKit('Late');
    await settle(5000);
    expect(namesOf(state('Ana'), latecomers(state('Ana')))).toEqual(['Late']);
    expect(kit('Ana').actions.placeLate({ how: 'fill' })).toMatchObject({ left: [] });
    await settle();
    expect(isAsked(state('Late'))).toBe(true);
    expect(latecomers(state('Ana'))).toEqual([]);
    void kit('Late').actions.acceptInvite();
    await settle(5000);
    expect(meeting.rooms().map(({ members }) => members.length)).toEqual([2, 2]);
  });

  test('pain 25: afterwards there is a record of who was where and when, who said no, who was moved, and who came late', async () => {
    const people = await meet({ ...service.options, count: 4 });
    const { kit, state, settle, meeting, clock } = people;
    kit('Ana').actions.setRoomCount(2);
    void kit('Ana').actions.openRooms();
    await settle();
    void kit('P1').actions.declineInvite();
    for (const name of ['P2', 'P3', 'P4']) void kit(name).actions.acceptInvite();
    await settle(5000);
    const from = clock.wall();
    kit('Ana').actions.movePeople({ people: [keyOf(state('Ana'), 'P2')], to: 'main' });
    await settle(25_000);
    meeting.join({ name: 'Late', userRef: 'late' });
    await settle(2000);
    for (const name of ['P2', 'P3', 'P4'])
      if (state(name).self.at === 'in-room') void kit(name).actions.returnToMain();
    await settle(5000);
    void kit('Ana').actions.closeNow();
    await settle(5000);
    const { record } = state('Ana');
    const of = (name: string) => record.filter((line) => line.name === name).map(({ what }) => what);
    expect(record[0]).toMatchObject({ what: 'opened', round: 1 });
    expect(record.at(-1)).toMatchObject({ what: 'closed' });
    expect(of('P1')).toContain('invited');
    expect(of('P2')).toEqual(expect.arrayContaining(['invited', 'joined', 'moved', 'left']));
    expect(of('P3')).toEqual(expect.arrayContaining(['invited', 'joined', 'left']));
    expect(of('Late')).toContain('came');
    const stay = record.filter(({ name }) => name === 'P3');
    expect(stay.find(({ what }) => what === 'joined')).toMatchObject({
      roomNumber: expect.any(Number) as number,
    });
    expect(stay.find(({ what }) => what === 'left')?.at).toBeGreaterThan(from);
    // In the order in which it happened, and it stays when people go.
    expect(record.map(({ at }) => at)).toEqual(record.map(({ at }) => at).toSorted((a, b) => a - b));
    meeting.leave('P3');
    await settle(2000);
    expect(state('Ana').record.filter(({ name }) => name === 'P3').length).toBeGreaterThanOrEqual(
      stay.length,
    );
    expect(ladder(state('Ana'))['in-room']).toBe(0);
  });
});
