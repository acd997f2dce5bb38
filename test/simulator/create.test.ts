// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { moderatorAnd, profileNames } from '../../src/simulator.js';
import { ask, builds, code, later, listen, read, run, stage } from './stage.js';

describe.each(profileNames)('3.1 Creating rooms, build %s', (profile) => {
  const create = (at: ReturnType<typeof stage>, definition: unknown, who = 'Ada') =>
    ask(at.room(who), at.meeting.profile.names.create, definition);

  test('3.1 success lists one id for each room, and each call adds rooms', async () => {
    const at = stage(profile);
    const answers = create(at, {
      participants: 3,
      audio: true,
      video: false,
      canvas: false,
      share: true,
      max_rooms: 2,
    });
    await at.settle();
    expect(answers).toEqual([[{ result: 0, msg: { rooms: [expect.any(String), expect.any(String)] } }]]);
    create(at, { participants: 2, max_rooms: 1 });
    await at.settle();
    const rooms = at.meeting.rooms();
    expect(rooms.map((room) => room.capacity)).toEqual([3, 3, 2]);
    expect(new Set(rooms.map((room) => room.id)).size).toBe(3);
    expect(rooms.every((room) => room.alive && room.owner === 'Ada')).toBe(true);
  });

  test('3.1 without max_rooms one room is made', async () => {
    const at = stage(profile);
    create(at, { participants: 3 });
    await at.settle();
    expect(at.meeting.rooms()).toHaveLength(1);
  });

  test('3.1 rooms may be listed as objects with _id', async () => {
    const at = stage(profile, { roomItems: 'objects' });
    const answers = create(at, { participants: 3, max_rooms: 1 });
    await at.settle();
    expect(answers).toEqual([[{ result: 0, msg: { rooms: [{ _id: at.meeting.rooms()[0]?.id }] } }]]);
  });

  test.each([0, -1])('3.1 participants %i: 1155, at once', (participants) => {
    expect(create(stage(profile), { participants, max_rooms: 1 })).toEqual([[code(1155)]]);
  });

  test('3.1 participants missing: 1155 in the oldest build, silence in later ones, 1734 by the guide', async () => {
    const at = stage(profile);
    const answers = create(at, { max_rooms: 1 });
    const oldest = [[code(1155)]];
    expect(answers).toEqual(profile === '1.9.4' ? oldest : []);
    await at.settle();
    expect(answers).toEqual({ '1.9.4': oldest, guide: [[code(1734)]] }[profile as string] ?? []);
    expect(at.meeting.rooms()).toEqual([]);
  });

  test('3.1 no definition: throws', () => {
    const at = stage(profile);
    expect(() => create(at, null)).toThrow(TypeError);
  });

  test('3.1 callback left out: throws later in the oldest build, works in later ones', async () => {
    const at = stage(profile);
    run(at.room('Ada'), at.meeting.profile.names.create, { participants: 3 });
    await at.settle();
    expect(at.meeting.uncaught()).toHaveLength(profile === '1.9.4' ? 1 : 0);
    expect(at.meeting.rooms()).toHaveLength(1);
  });

  test('3.1 callback of another kind: throws later in the oldest build, does nothing at all in later ones', async () => {
    const at = stage(profile);
    run(at.room('Ada'), at.meeting.profile.names.create, { participants: 3 }, 'done');
    await at.settle();
    expect(at.meeting.uncaught()).toHaveLength(profile === '1.9.4' ? 1 : 0);
    expect(at.meeting.rooms()).toHaveLength(profile === '1.9.4' ? 1 : 0);
  });

  test('8 at most ten rooms: the eleventh is refused with 1726', async () => {
    const at = stage(profile);
    await at.open(9);
    const tooMany = create(at, { participants: 3, max_rooms: 2 });
    const tenth = create(at, { participants: 3, max_rooms: 1 });
    const eleventh = create(at, { participants: 3, max_rooms: 1 });
    await at.settle();
    expect([tooMany, tenth, eleventh]).toEqual([[[code(1726)]], [[code(0)]], [[code(1726)]]]);
  });

  test.each([
    ['alive', 0],
    ['ever', 1726],
  ] as const)('9 ten counts rooms %s', async (tenCounts, result) => {
    const at = stage(profile, { tenCounts });
    const [first = ''] = await at.open(10);
    const inside = await at.enter('Bo', first);
    run(inside, 'disconnect');
    await at.settle();
    const answers = create(at, { participants: 3, max_rooms: 1 });
    await at.settle();
    expect(answers).toEqual([[code(result)]]);
  });

  test.each([
    [6, 5, 0],
    [6, 6, 1725],
    [8, 7, 0],
    [8, 8, 1725],
    [16, 15, 0],
    [6, 1, 1725],
    [6, 2.5, 1724],
    [2, 2, 1725],
  ])('8 with %i active talkers, %d people a room: %i', async (maxActiveTalkers, participants, result) => {
    const at = stage(profile, { maxActiveTalkers });
    const answers = create(at, { participants, max_rooms: 1 });
    await at.settle();
    expect(answers).toEqual([[code(result)]]);
  });

  test('9 in lecture mode nothing is created, and the code says so', async () => {
    const at = stage(profile, { mode: 'lecture' });
    const answers = create(at, { participants: 3, max_rooms: 1 });
    await at.settle();
    expect(answers).toEqual([[code(profile === 'guide' ? 5067 : 5003)]]);
    const other = stage(profile, { mode: 'lecture', lectureCode: 4999 });
    const answersThere = create(other, { participants: 3, max_rooms: 1 });
    await other.settle();
    expect(answersThere).toEqual([[code(4999)]]);
  });

  test('9 rooms cannot be created from within a breakout room', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const inside = await at.enter('Bo', roomId);
    const answers = ask(inside, at.meeting.profile.names.create, { participants: 3, max_rooms: 1 });
    await at.settle();
    expect(answers).toEqual([[code(1731)]]);
  });

  test.each([
    [true, 0],
    [false, 1168],
  ])(
    '13 a participant who may create (%s) gets %i; the audience never may',
    async (participantsMayCreate, result) => {
      const at = stage(profile, {
        participantsMayCreate,
        people: ['Bo', { name: 'Eve', role: 'audience' }],
      });
      const participant = create(at, { participants: 3, max_rooms: 1 }, 'Bo');
      const audience = create(at, { participants: 3, max_rooms: 1 }, 'Eve');
      await at.settle();
      expect([participant, audience]).toEqual([[[code(result)]], [[code(1168)]]]);
    },
  );

  test('13 refusals may be of the type that reaches nobody', async () => {
    const at = stage(profile, { refusalsAs: 'error-ack' });
    const answers = create(at, { participants: 99, max_rooms: 1 });
    await at.settle();
    expect(answers).toEqual([]);
  });
});

describe.each(profileNames)('3.2 Creating rooms and inviting at once, build %s', (profile) => {
  const people = moderatorAnd(11);
  const createAndInvite = (at: ReturnType<typeof stage>, definition: object) =>
    ask(at.room('moderator'), at.meeting.profile.names.createAndInvite, definition);

  test('3.2 everybody but moderators is spread over the rooms by capacity, and the answer does not say who is where', async () => {
    const at = stage(profile, { people, maxActiveTalkers: 6 });
    const answers = createAndInvite(at, { participants: 4, max_rooms: 3 });
    await at.settle();
    expect(answers).toEqual([[{ result: 0, msg: { rooms: at.meeting.rooms().map((room) => room.id) } }]]);
    const sizes = at.meeting.rooms().map((room) => room.members.length);
    expect(sizes).toEqual(profile === '1.9.4' ? [0, 0, 0] : [4, 4, 3]);
  });

  test('3.2 moderators and the audience are not drawn', async () => {
    const at = stage(profile, {
      people: [...moderatorAnd(2), { name: 'Mo', role: 'moderator' }, { name: 'Eve', role: 'audience' }],
    });
    const heard = ['Mo', 'Eve', 'Bo Brandt'].map((who) =>
      listen(at.room(who), 'join-breakout-room', 'breakout-room-joining'),
    );
    createAndInvite(at, { participants: 5, max_rooms: 1 });
    await at.settle();
    expect(heard.map((events) => events.length)).toEqual([0, 0, 1]);
  });

  test('3.2 whoever finds no seat stays in the main room', async () => {
    const at = stage(profile, { people });
    const invitations = at.meeting
      .people()
      .slice(1)
      .map((person) => listen(person.room, 'join-breakout-room', 'breakout-room-joining'));
    createAndInvite(at, { participants: 2, max_rooms: 3 });
    await at.settle();
    expect(invitations.filter((heard) => heard.length > 0)).toHaveLength(6);
  });

  test('3.2 the same seed draws the same groups, another seed others', async () => {
    const groups = async (seed: number) => {
      const at = stage(profile, { people, seed });
      const heard = at.meeting
        .people()
        .slice(1)
        .map((person) => listen(person.room, 'join-breakout-room', 'breakout-room-joining'));
      createAndInvite(at, { participants: 5, max_rooms: 3 });
      await at.settle();
      const ids = at.meeting.rooms().map((room) => room.id);
      return heard.map((events) => ids.indexOf(String(read(events, 0, 'message', 'room_id'))));
    };
    expect(await groups(7)).toEqual(await groups(7));
    expect(await groups(7)).not.toEqual(await groups(8));
  });

  test('3.2 rooms are required; people as well in the oldest build', async () => {
    const at = stage(profile, { people });
    expect(createAndInvite(at, { participants: 3 })).toEqual([[code(1155)]]);
    const answers = createAndInvite(at, { max_rooms: 2 });
    await at.settle();
    // Later builds send it, and the server misses the count.
    expect(answers).toEqual([[code(profile === '1.9.4' ? 1155 : 1734)]]);
  });

  test('3.2 without a callback it throws when the answer comes, or at once when offline', async () => {
    const at = stage(profile, { people });
    const { names } = at.meeting.profile;
    run(at.room('moderator'), names.createAndInvite, { participants: 3, max_rooms: 1 });
    await at.settle();
    expect(at.meeting.uncaught()[0]).toEqual({
      person: 'moderator',
      error: expect.any(TypeError) as TypeError,
    });
    at.meeting.person('moderator').cutNetwork();
    expect(() => run(at.room('moderator'), names.createAndInvite, { participants: 3, max_rooms: 1 })).toThrow(
      TypeError,
    );
  });
});

test.each(later)('3.2 build %s adds force_join to the very object it was given', (profile) => {
  const at = stage(profile);
  const definition = { participants: 3, max_rooms: 1 };
  ask(at.room('Ada'), at.meeting.profile.names.createAndInvite, definition);
  expect(definition).toEqual({ participants: 3, max_rooms: 1, force_join: true });
});

test('3.2 build 1.9.4 sends ordinary invitations', async () => {
  const at = stage('1.9.4');
  const heard = listen(at.room('Bo'), 'join-breakout-room', 'breakout-room-joining');
  const definition = { participants: 3, max_rooms: 1 };
  ask(at.room('Ada'), at.meeting.profile.names.createAndInvite, definition);
  await at.settle();
  expect(definition).toEqual({ participants: 3, max_rooms: 1 });
  expect(heard.map((event) => event['type'])).toEqual(['join-breakout-room']);
});

test.each(builds)('0.1 build %s spells it BreakOut, the guide Breakout', (profile) => {
  expect(stage(profile).room('Ada')).toHaveProperty('createBreakOutRoom');
  expect(stage(profile).room('Ada')).not.toHaveProperty('createBreakoutRoom');
  expect(stage('guide').room('Ada')).toHaveProperty('createBreakoutRoom');
  expect(stage('guide').room('Ada')).not.toHaveProperty('createBreakOutRoom');
});
