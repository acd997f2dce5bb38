// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { inRooms } from '../session/given.js';
import { keyOf, namesOf, personIn, roomsOf, SERVICES, soundOf, voiceOf } from './services.js';

/** Everybody who is asked says yes, as often as they are asked: where kits can talk they need not. */
async function follow({ kit, state, settle }: Awaited<ReturnType<typeof inRooms>>, names: readonly string[]) {
  await settle(3000);
  for (const name of names) if (state(name).self.invite) void kit(name).actions.acceptInvite();
  await settle(25_000);
}

describe.each(SERVICES)('with $name', (service) => {
  test('pain 6: a whole room is moved to an empty one, and all of it arrives there: none in main, none heard in two rooms', async () => {
    const people = await inRooms(3, { ...service.options, count: 12 });
    const { kit, state, meeting, settle } = people;
    const [first, second] = state('Ana').plan.rooms;
    const inFirst = people.names.filter(
      (name) =>
        personIn(state('Ana'), name)?.place.at === 'in-room' &&
        state('Ana').plan.seats.get(keyOf(state('Ana'), name)) === first?.key,
    );
    const inSecond = people.names.filter(
      (name) => state('Ana').plan.seats.get(keyOf(state('Ana'), name)) === second?.key,
    );
    expect(inFirst).toHaveLength(4);
    // The second room empties, and so dies on the server.
    for (const name of inSecond) void kit(name).actions.returnToMain();
    await settle(5000);
    const dead = state('Ana').rooms.get(second?.key ?? '')?.pastIds ?? [];
    const keys = inFirst.map((name) => keyOf(state('Ana'), name));
    // They had a seat there: it is free for others now.
    kit('Ana').actions.movePeople({ people: inSecond.map((name) => keyOf(state('Ana'), name)), to: 'main' });
    await settle(30_000);
    expect(kit('Ana').actions.movePeople({ people: keys, to: second?.key ?? '' })).toMatchObject({
      moved: keys,
      left: [],
    });
    await follow(people, inFirst);
    const roomId = state('Ana').rooms.get(second?.key ?? '')?.roomId;
    expect(roomId).not.toBeNull();
    expect(dead).not.toContain(roomId);
    for (const name of inFirst) {
      expect(roomsOf(meeting, name), name).toEqual([roomId]);
      expect(voiceOf(people, name), name).toEqual([roomId]);
      expect(personIn(state('Ana'), name)?.place, name).toMatchObject({
        at: 'in-room',
        roomKey: second?.key,
      });
    }
  });

  test('pain 7: taking somebody out who is talking in a room takes them out alone, and the desk goes on', async () => {
    const people = await inRooms(2, { ...service.options, count: 6 });
    const { kit, state, meeting, settle } = people;
    const p1 = keyOf(state('Ana'), 'P1');
    const [room] = roomsOf(meeting, 'P1');
    const others = people.names.filter((name) => name !== 'P1' && roomsOf(meeting, name)[0] === room);
    expect(voiceOf(people, 'P1')).toEqual([room]);
    expect(kit('Ana').actions.movePeople({ people: [p1], to: 'main' })).toMatchObject({ moved: [p1] });
    await settle(25_000);
    // Nobody can be called out of a room without messages: the desk shows them where they are until they come themselves.
    expect(personIn(state('Ana'), 'P1')?.place.at).toBe(service.talks ? 'main' : 'in-room');
    expect(state('P1').self.at).toBe(service.talks ? 'main' : 'in-room');
    if (!service.talks) void kit('P1').actions.returnToMain();
    await settle(5000);
    expect(soundOf(meeting, 'P1')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
    expect(personIn(state('Ana'), 'P1')?.place).toEqual({ at: 'main' });
    for (const name of others) expect(roomsOf(meeting, name), name).toEqual([room]);
    // The desk is alive: the same person can be sent somewhere again, and everything ends as always.
    kit('Ana').actions.movePeople({ people: [p1], to: state('Ana').plan.rooms[1]?.key ?? '' });
    await follow(people, ['P1']);
    expect(state('P1').self.at).toBe('in-room');
    expect(namesOf(state('Ana'), state('Ana').people.keys())).toEqual(people.names.toSorted());
  });

  test('pain 7: somebody who is taken out while they join is in no room in the end, and nobody else is touched', async () => {
    const people = await inRooms(1, { ...service.options, count: 3 });
    const { kit, state, meeting, settle, clock } = people;
    const p1 = keyOf(state('Ana'), 'P1');
    void kit('P1').actions.returnToMain();
    await settle(5000);
    void kit('P1').actions.goBack();
    await clock.pass(40);
    kit('Ana').actions.movePeople({ people: [p1], to: 'main' });
    await settle(30_000);
    if (!service.talks) {
      void kit('P1').actions.returnToMain();
      await settle(5000);
    }
    expect(roomsOf(meeting, 'P1')).toEqual([]);
    expect(state('P1').self.at).toBe('main');
    expect(personIn(state('Ana'), 'P1')?.place).toEqual({ at: 'main' });
    expect(soundOf(meeting, 'P1')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
    for (const name of ['P2', 'P3']) expect(roomsOf(meeting, name), name).toHaveLength(1);
  });
});
