// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { profileNames, type Fault } from '../../src/simulator.js';
import { ask, code, listen, microphone, namesOf, read, run, stage } from './stage.js';

describe.each(profileNames)('12.3 Faults, build %s', (profile) => {
  const create = (at: ReturnType<typeof stage>, max = 1) =>
    ask(at.room('Ada'), at.meeting.profile.names.create, { participants: 3, max_rooms: max });
  const withFault = async (fault: Fault | readonly Fault[], max = 1) => {
    const at = stage(profile, { faults: fault });
    const answers = create(at, max);
    const atOnce = answers.length;
    await at.settle();
    return { at, answers, atOnce, rooms: at.meeting.rooms().length };
  };

  test('F1 silence: the rooms are made and nobody is told; or the question itself is lost', async () => {
    expect(await withFault({ kind: 'silent', call: 'create' })).toMatchObject({ answers: [], rooms: 1 });
    expect(await withFault({ kind: 'silent', call: 'create', effect: false })).toMatchObject({
      answers: [],
      rooms: 0,
    });
  });

  test('F1 an answer of the type that reaches nobody', async () => {
    expect(await withFault({ kind: 'error-ack' })).toMatchObject({ answers: [], rooms: 0 });
  });

  test('F2 the callback twice, at once or later', async () => {
    expect((await withFault({ kind: 'twice', call: 'create' })).answers).toHaveLength(2);
    const { at, answers } = await withFault({ kind: 'twice', ms: 60_000 });
    expect(answers).toHaveLength(1);
    await at.clock.pass(60_000);
    expect(answers).toHaveLength(2);
    expect(answers[1]).toEqual(answers[0]);
  });

  test('F3 the callback after the event', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    at.meeting.faults.set({ kind: 'late', call: 'invite', ms: 1000 });
    const order: string[] = [];
    at.room('Bo').addEventListener('join-breakout-room', () => void order.push('event'));
    run(
      at.room('Ada'),
      'inviteToBreakoutRoom',
      { clients: [at.room('Bo').clientId], room_id: roomId },
      () => void order.push('callback'),
    );
    await at.settle();
    expect(order).toEqual(['event', 'callback']);
  });

  test.each([1724, 1725, 1726, 1729, 1731, 1734, 5067, 4242, '0', null, Number.NaN, undefined])(
    'F5 and F6 refused with %s',
    async (refused) => {
      const { answers, rooms } = await withFault({
        kind: 'refused',
        call: 'create',
        code: refused,
        msg: 'no',
      });
      expect(answers).toEqual([[{ result: refused, msg: 'no' }]]);
      expect(rooms).toBe(0);
    },
  );

  test('F7 the callback before the method returns', async () => {
    const { atOnce, answers } = await withFault({ kind: 'sync' });
    expect(atOnce).toBe(1);
    expect(answers).toHaveLength(1);
  });

  test('F7 a join that succeeds before the method returns', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    at.meeting.faults.set({ kind: 'sync', call: 'join' });
    const answers = ask(
      at.room('Bo'),
      'joinBreakOutRoom',
      { role: 'participant', room_id: roomId },
      microphone(),
    );
    expect(answers.length).toBeGreaterThan(0);
    expect(at.meeting.rooms()[0]?.members).toEqual(['Bo']);
  });

  test('F8 the method throws', () => {
    const at = stage(profile, { faults: { kind: 'throws', call: 'create', times: 1 } });
    expect(() => create(at)).toThrow(TypeError);
    expect(() => create(at)).not.toThrow();
    at.meeting.faults.set({ kind: 'throws', error: new RangeError('odd') });
    expect(() => create(at)).toThrow(RangeError);
  });

  test('F9 the method is missing, and comes back', () => {
    const at = stage(profile);
    const { create: name } = at.meeting.profile.names;
    const back = at.meeting.faults.add({ kind: 'missing', call: 'create', person: 'Ada' });
    expect(Reflect.get(at.room('Ada'), name ?? '')).toBeUndefined();
    expect(Reflect.get(at.room('Bo'), name ?? '')).toBeTypeOf('function');
    back();
    expect(Reflect.get(at.room('Ada'), name ?? '')).toBeTypeOf('function');
  });

  test('F9 the method returns a promise instead of calling back', async () => {
    const at = stage(profile, { faults: { kind: 'promise', call: 'create' } });
    const answers: unknown[] = [];
    const promise = run(
      at.room('Ada'),
      at.meeting.profile.names.create,
      { participants: 3 },
      (answer: unknown) => void answers.push(answer),
    );
    expect(promise).toBeInstanceOf(Promise);
    await at.settle();
    expect(await promise).toEqual(code(0));
    expect(answers).toEqual([]);
  });

  test.each([
    ['fewer', (ids: string[]) => ids.slice(0, 2)],
    ['more', (ids: string[]) => [...ids, expect.any(String) as string]],
    ['duplicates', (ids: string[]) => [ids[0], ids[0], ids[0]]],
    ['objects', (ids: string[]) => ids.map((_id) => ({ _id }))],
    ['none', () => []],
    ['absent', () => undefined],
  ] as const)('F10 a creation that succeeds oddly: %s', async (rooms, expected) => {
    const { at, answers } = await withFault({ kind: 'odd-create', rooms }, 3);
    const list = expected(at.meeting.rooms().map(({ id }) => id));
    expect(answers).toEqual([[{ result: 0, msg: list === undefined ? {} : { rooms: list } }]]);
  });

  test('F10 a creation with any list at all', async () => {
    const { answers } = await withFault({ kind: 'odd-create', rooms: [null, 5, '__proto__'] });
    expect(answers).toEqual([[{ result: 0, msg: { rooms: [null, 5, '__proto__'] } }]]);
  });

  const comesAndGoes = async (fault: Fault) => {
    const at = stage(profile, { faults: fault });
    const heard = listen(at.room('Bo'), 'user-connected', 'user-disconnected');
    at.meeting.join('Eve');
    await at.clock.pass(100);
    at.meeting.leave('Eve');
    await at.settle();
    return { at, heard };
  };

  test('F11 an event twice', async () => {
    const { heard } = await comesAndGoes({ kind: 'event-twice', event: 'user-connected', person: 'Bo' });
    expect(namesOf(heard)).toEqual(['user-connected', 'user-connected', 'user-disconnected']);
  });

  test('F12 events in another order; the last one comes in any case', async () => {
    const { heard } = await comesAndGoes({ kind: 'event-reordered', event: 'user-connected' });
    expect(namesOf(heard)).toEqual(['user-disconnected', 'user-connected']);
    const { heard: late } = await comesAndGoes({ kind: 'event-reordered', event: 'user-disconnected' });
    expect(namesOf(late)).toEqual(['user-connected', 'user-disconnected']);
  });

  test('F12 an event that comes late', async () => {
    const { heard } = await comesAndGoes({ kind: 'event-late', event: 'user-connected', ms: 1000 });
    expect(namesOf(heard)).toEqual(['user-disconnected', 'user-connected']);
  });

  test('F13 an event that does not come; the list knows', async () => {
    const { at, heard } = await comesAndGoes({
      kind: 'event-dropped',
      event: ['user-connected', 'user-disconnected'],
    });
    expect(heard).toEqual([]);
    expect(at.room('Bo').userList.size).toBe(4);
    expect(at.meeting.faults.counts().get('event-dropped')).toBe(2);
  });

  test.each([null, undefined, 'text', [], 5])('F16 an event with the payload %o', async (payload) => {
    const at = stage(profile, { faults: { kind: 'event-malformed', event: 'join-breakout-room', payload } });
    const [roomId = ''] = await at.open();
    const heard = listen(at.room('Bo'), 'join-breakout-room');
    ask(at.room('Ada'), 'inviteToBreakoutRoom', { clients: [at.room('Bo').clientId], room_id: roomId });
    await at.settle();
    expect(heard).toEqual([{ type: 'join-breakout-room', message: payload }]);
  });

  test('a fault strikes as often as it is told, after letting some pass, at the call and the person it is for', async () => {
    const at = stage(profile, {
      faults: { kind: 'refused', call: ['create', 'invite'], person: 'Ada', code: 1731, times: 2, after: 1 },
    });
    const all = [create(at), create(at), create(at), create(at)];
    const other = ask(at.room('Bo'), at.meeting.profile.names.create, { participants: 3 });
    await at.settle();
    expect(all).toEqual([[[code(0)]], [[code(1731)]], [[code(1731)]], [[code(0)]]]);
    expect(other).toEqual([[code(0)]]);
    expect(at.meeting.faults.counts()).toEqual(new Map([['refused', 2]]));
  });

  test('a fault with a chance strikes the same calls with the same seed', async () => {
    const pattern = async (seed: number) => {
      const at = stage(profile, {
        seed,
        faults: { kind: 'refused', call: 'pause', code: 1138, chance: 0.5 },
      });
      const all = Array.from({ length: 20 }, () => ask(at.room('Bo'), 'pauseRoom'));
      await at.settle();
      return all.map((answers) => read(answers, 0, 0, 'result'));
    };
    const first = await pattern(3);
    expect(new Set(first)).toEqual(new Set([0, 1138]));
    expect(await pattern(3)).toEqual(first);
    expect(await pattern(4)).not.toEqual(first);
  });

  test('all faults can be taken away', async () => {
    const at = stage(profile, { faults: { kind: 'silent' } });
    at.meeting.faults.clear();
    const answers = create(at);
    await at.settle();
    expect(answers).toEqual([[code(0)]]);
  });
});
