// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { profileNames } from '../../src/simulator.js';
import { ask, builds, code, listen, run, stage, says } from './stage.js';

describe.each(profileNames)('7 People and oneself, build %s', (profile) => {
  test('7 the room knows who I am', () => {
    const at = stage(profile);
    const bo = at.room('Bo');
    expect(bo).toMatchObject({ state: 2, mode: 'group', roomID: 'meeting' });
    expect(bo.me).toEqual({
      clientId: bo.clientId,
      name: 'Bo',
      user_ref: at.meeting.person('Bo').userRef,
      role: 'participant',
      permissions: {},
    });
    const told: unknown[] = [];
    bo.whoAmI((me) => void told.push(me));
    expect(told).toEqual([expect.objectContaining({ name: 'Bo' })]);
    expect(bo.isModerator()).toBe(false);
    expect(at.room('Ada').isModerator()).toBe(true);
    expect(bo.clientID).toBe(profile === 'guide' ? bo.clientId : undefined);
  });

  test('7 the list has everybody with me; those who come later lack the id inside', async () => {
    const at = stage(profile);
    const bo = at.room('Bo');
    expect([...bo.userList].every(([key, user]) => user.clientId === key)).toBe(true);
    expect(bo.userList.size).toBe(4);
    const list = bo.userList;
    const seen: boolean[] = [];
    bo.addEventListener('user-connected', ({ clientId }) => void seen.push(list.has(String(clientId))));
    const eve = at.meeting.join({ name: 'Eve', userRef: 'eve@example.org', data: { team: 1 } });
    await at.settle();
    expect(bo.userList).toBe(list);
    expect(seen).toEqual([true]);
    expect(list.get(eve.clientId)).toEqual({
      name: 'Eve',
      role: 'participant',
      user_ref: 'eve@example.org',
      permissions: {},
      videoMuted: false,
      audioMuted: false,
      data: { team: 1 },
      ...(says('mediaFlags', profile) ? { audioEnabled: true, videoEnabled: true } : {}),
    });
  });

  test('7 user-connected and user-disconnected carry the same fields', async () => {
    const at = stage(profile);
    const heard = listen(at.room('Bo'), 'user-connected', 'user-disconnected');
    const eve = at.meeting.join({ name: 'Eve', userRef: 'eve' });
    await at.settle();
    at.meeting.leave('Eve');
    await at.settle();
    const fields = {
      clientId: eve.clientId,
      name: 'Eve',
      role: 'participant',
      permissions: {},
      ...(says('userRefInEvents', profile) ? { user_ref: 'eve' } : {}),
    };
    expect(heard).toEqual([
      { type: 'user-connected', ...fields },
      { type: 'user-disconnected', ...fields },
    ]);
    expect(at.room('Bo').userList.has(eve.clientId)).toBe(false);
  });

  test('7 the audience is in the list of older builds only', async () => {
    const at = stage(profile, { people: ['Bo', { name: 'Eve', role: 'audience' }] });
    at.meeting.join({ name: 'Fay', role: 'audience' });
    const bo = at.room('Bo');
    await at.settle();
    expect([...bo.userList.values()].map(({ name }) => name)).toEqual(
      says('audienceInRoster', profile) ? ['Bo', 'Eve', 'Fay'] : ['Bo'],
    );
  });

  test('7 with privacy a participant of a newer build gets only an id', async () => {
    const at = stage(profile, { privacy: true });
    const bo = at.room('Bo');
    const heard = listen(bo, 'user-connected');
    const ada = listen(at.room('Ada'), 'user-connected');
    const eve = at.meeting.join('Eve');
    await at.settle();
    expect(bo.userList.size).toBe(says('privacyHides', profile) ? 1 : 5);
    expect(heard).toMatchObject([{ type: 'user-connected', clientId: eve.clientId }]);
    expect(heard[0]?.['name']).toBe(says('privacyHides', profile) ? undefined : 'Eve');
    expect(ada[0]).toMatchObject({ name: 'Eve' });
    expect(at.room('Ada').userList.size).toBe(5);
  });

  test('7 a change of role is known before it is told, in the form of the build', async () => {
    const at = stage(profile);
    const roles: unknown[] = [];
    const bo = at.room('Bo');
    bo.addEventListener('user-role-changed', () => void roles.push(bo.isModerator()));
    const heard = listen(bo, 'user-role-changed');
    const ada = at.room('Ada').clientId;
    const answers = ask(at.room('Ada'), 'switchUserRole', bo.clientId);
    await at.settle();
    expect(answers).toEqual([[code(0), null]]);
    expect(roles).toEqual([true]);
    const forms = {
      swap: { message: { moderator: { new: bo.clientId, old: ada } }, caller: 'participant' },
      list: {
        message: {
          clientsInfo: [
            {
              clientId: bo.clientId,
              role: { new: 'moderator', old: 'participant' },
              user: expect.objectContaining({ name: 'Bo' }) as object,
            },
          ],
        },
        caller: 'moderator',
      },
    };
    expect({ message: heard[0]?.['message'], caller: at.meeting.person('Ada').role }).toEqual(
      forms[says('listsRoleChanges', profile) ? 'list' : 'swap'],
    );
    expect(at.meeting.person('Bo').role).toBe('moderator');
  });

  test('7 only a moderator may switch roles, and not the own one', () => {
    const at = stage(profile);
    expect(ask(at.room('Bo'), 'switchUserRole', at.room('Cy').clientId)).toEqual([[code(1168)]]);
    expect(ask(at.room('Ada'), 'switchUserRole', at.room('Ada').clientId)).toEqual([[code(1155)]]);
    expect(ask(at.room('Ada'), 'switchUserRole', '')).toEqual([[code(1155)]]);
    at.meeting.person('Ada').reload();
    expect(ask(at.room('Ada'), 'switchUserRole', 'x')).toEqual([[code(1171)]]);
  });

  test('7 the service tells everybody of the main room how many minutes the meeting has left, on that room alone', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const inside = await at.enter('Bo', roomId);
    const heard = ['Ada', 'Bo', 'Cy'].map((who) => listen(at.room(who), 'conference-remaining-duration'));
    const within = listen(inside, 'conference-remaining-duration');
    at.meeting.announceEnd(10);
    at.meeting.announceEnd(5);
    await at.settle();
    for (const events of heard)
      expect(events).toEqual(
        [10, 5].map((timeLeft) => ({ type: 'conference-remaining-duration', message: { timeLeft } })),
      );
    expect(within).toEqual([]);
  });

  test('7 the mode switches under everybody', async () => {
    const at = stage(profile);
    const heard = listen(at.room('Bo'), 'room-mode-switched');
    at.meeting.setMode('lecture', 'Ada');
    await at.settle();
    expect(heard).toEqual([
      { type: 'room-mode-switched', message: { mode: 'lecture', moderator: at.room('Ada').clientId } },
    ]);
    expect(at.room('Bo').mode).toBe('lecture');
    const answers = ask(at.room('Ada'), at.meeting.profile.names.create, { participants: 3 });
    await at.settle();
    expect(answers).toEqual([[code(says('lecture5067', profile) ? 5067 : 5003)]]);
  });

  test.each([
    ['both', 8, { maxTalkers: 8 }],
    ['roomSettings', 8, {}],
    ['getMaxTalkers', undefined, { maxTalkers: 8 }],
    ['nowhere', undefined, {}],
  ] as const)('13 the number of talkers can be read: %s', async (maxTalkersReadable, setting, answer) => {
    const at = stage(profile, { maxActiveTalkers: 8, maxTalkersReadable });
    const answers = ask(at.room('Bo'), 'getMaxTalkers');
    await at.settle();
    expect(at.room('Bo').roomSettings?.['max_active_talkers']).toBe(setting);
    expect(answers).toEqual([[{ result: 0, ...answer }, null]]);
  });

  test('7 locking is for moderators, and 4121 says it is so already', async () => {
    const at = stage(profile);
    expect(ask(at.room('Bo'), 'lock')).toEqual([[code(1168)]]);
    const heard = listen(at.room('Bo'), 'room-locked', 'room-unlocked');
    ask(at.room('Ada'), 'lock');
    await at.settle();
    expect(ask(at.room('Ada'), 'lock')).toEqual([[code(4121)]]);
    ask(at.room('Ada'), 'unlock');
    await at.settle();
    expect(heard.map(({ type }) => type)).toEqual(['room-locked', 'room-unlocked']);
  });

  test('7 a moderator can drop people; without a list everybody goes, whoever asks', async () => {
    const at = stage(profile);
    const cy = listen(at.room('Cy'), 'room-disconnected');
    expect(ask(at.room('Bo'), 'dropUser', [at.room('Cy').clientId])).toEqual([[code(1168)]]);
    expect(ask(at.room('Ada'), 'dropUser', 'Cy')).toEqual([[code(1155)]]);
    ask(at.room('Ada'), 'dropUser', [at.room('Cy').clientId]);
    await at.settle();
    expect(cy).toHaveLength(1);
    expect(
      at.meeting
        .people()
        .filter(({ present }) => present)
        .map(({ name }) => name),
    ).toEqual(['Ada', 'Bo', 'Di']);
    run(at.room('Bo'), 'dropUser', null, () => undefined);
    await at.settle();
    expect(at.meeting.people().some(({ present }) => present)).toBe(false);
  });

  test('7 two tabs of one user are two people of one user_ref', () => {
    const at = stage(profile, {
      people: [
        { name: 'Bo', userRef: 'bo' },
        { name: 'Bo', userRef: 'bo' },
      ],
    });
    const [one, two] = at.meeting.people();
    expect(one?.clientId).not.toBe(two?.clientId);
    expect([...at.meeting.person('bo').room.userList.values()].map((user) => user.user_ref)).toEqual([
      'bo',
      'bo',
    ]);
  });
});

describe.each(builds)('7 Messages, build %s', (profile) => {
  test('12.10 data reaches everybody, also inside a breakout room, and not its sender', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    await at.enter('Bo', roomId);
    ask(at.room('Bo'), 'pauseRoom');
    const bo = listen(at.room('Bo'), 'user-data-received');
    const ada = listen(at.room('Ada'), 'user-data-received');
    ask(at.room('Ada'), 'sendUserData', { hi: 1 }, true, null);
    await at.settle();
    expect(bo).toEqual([
      {
        type: 'user-data-received',
        message: {
          type: 'data',
          broadcast: true,
          sender: 'Ada',
          senderId: at.room('Ada').clientId,
          msg: { hi: 1 },
          timestamp: expect.any(Number) as number,
        },
      },
    ]);
    expect(ada).toEqual([]);
  });

  test('13 the sender may hear an echo, and paused people may be left out', async () => {
    const at = stage(profile, { echo: true, pausedPeopleGetData: false });
    ask(at.room('Bo'), 'pauseRoom');
    await at.settle();
    const heard = ['Ada', 'Bo', 'Cy'].map((who) => listen(at.room(who), 'user-data-received'));
    ask(at.room('Ada'), 'sendUserData', { hi: 1 }, true, null);
    await at.settle();
    expect(heard.map((events) => events.length)).toEqual([1, 0, 1]);
  });

  test('7 to some only', async () => {
    const at = stage(profile);
    const heard = ['Bo', 'Cy'].map((who) => listen(at.room(who), 'message-received'));
    ask(at.room('Ada'), 'sendMessage', 'hello', false, [at.room('Cy').clientId, 'nobody']);
    await at.settle();
    expect(heard.map((events) => events.length)).toEqual([0, 1]);
    expect(heard[1]?.[0]?.['message']).toMatchObject({
      type: 'chat',
      message: 'hello',
      receipients: [at.room('Cy').clientId, 'nobody'],
    });
  });

  test.each([
    [null, true, null],
    [{ a: 1 }, 'yes', null],
    [{ a: 1 }, false, []],
  ])('7 sendUserData(%o, %o, %o) is refused with 1155', (...inputs) => {
    expect(ask(stage(profile).room('Ada'), 'sendUserData', ...inputs)).toEqual([[code(1155)]]);
  });

  test('7 more than 100 kB is refused by newer builds', async () => {
    const at = stage(profile);
    const answers = ask(at.room('Ada'), 'sendUserData', { text: 'x'.repeat(100_001) }, true, null);
    await at.settle();
    expect(answers).toEqual(says('limitsData', profile) ? [[code(1195)]] : [[code(0), null]]);
  });

  test('7 what nobody ever subscribed to is not fired, and late comers miss it', async () => {
    const at = stage(profile);
    const data = { list: [1] };
    ask(at.room('Ada'), 'sendUserData', data, true, null);
    await at.settle();
    const heard = listen(at.room('Bo'), 'user-data-received');
    await at.settle();
    expect(heard).toEqual([]);
    ask(at.room('Ada'), 'sendUserData', data, true, null);
    data.list.push(2);
    await at.settle();
    expect(heard[0]?.['message']).toMatchObject({ msg: { list: [1] } });
  });
});
