// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { profileNames } from '../../src/simulator.js';
import { ask, code, listen, run, stage } from './stage.js';

describe.each(profileNames)('3.3 Inviting, build %s', (profile) => {
  const invite = (at: ReturnType<typeof stage>, invitation: unknown, who = 'Ada') =>
    ask(at.room(who), 'inviteToBreakoutRoom', invitation);

  test('3.3 the people named hear of it, nobody else does, and success only means sent', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = listen(at.room('Bo'), 'join-breakout-room');
    const cy = listen(at.room('Cy'), 'join-breakout-room');
    const answers = invite(at, { clients: [at.room('Bo').clientId], room_id: roomId });
    await at.settle();
    expect(answers).toEqual([[{ result: 0, msg: 'Success' }]]);
    expect(bo).toEqual([
      {
        type: 'join-breakout-room',
        message: { room_id: roomId, requestor: { id: at.room('Ada').clientId, name: 'Ada' } },
      },
    ]);
    expect(cy).toEqual([]);
    expect(at.meeting.rooms()[0]?.members).toEqual([]);
  });

  test('3.3 one id may stand alone, unknown ids and an absent list are ignored, and inviting again is possible', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const bo = listen(at.room('Bo'), 'join-breakout-room');
    const all = [
      invite(at, { clients: at.room('Bo').clientId, room_id: roomId }),
      invite(at, { clients: [at.room('Bo').clientId, '__proto__', 5], room_id: roomId }),
      invite(at, { room_id: roomId }),
    ];
    await at.settle();
    expect(all).toEqual([[[code(0)]], [[code(0)]], [[code(0)]]]);
    expect(bo).toHaveLength(2);
  });

  test('3.3 no room_id: 1155 in the oldest build, silence in later ones', async () => {
    const at = stage(profile);
    const answers = invite(at, { clients: [] });
    await at.settle();
    expect(answers).toEqual(profile === '1.9.4' || profile === 'guide' ? [[code(1155)]] : []);
  });

  test('3.3 room_id undefined: 1155 at once', () => {
    expect(invite(stage(profile), { clients: [], room_id: undefined })).toEqual([[code(1155)]]);
  });

  test('3.3 no invitation at all: throws', () => {
    const at = stage(profile);
    expect(() => invite(at, null)).toThrow(TypeError);
  });

  test('3.3 into a room that is gone, or never was: refused', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    run(await at.enter('Cy', roomId), 'disconnect');
    await at.settle();
    const dead = invite(at, { clients: [at.room('Bo').clientId], room_id: roomId });
    const unknown = invite(at, { clients: [at.room('Bo').clientId], room_id: 'constructor' });
    await at.settle();
    expect([dead, unknown]).toEqual([[[code(1155)]], [[code(1155)]]]);
  });

  test('13 the requestor may be a bare string', async () => {
    const at = stage(profile, { requestor: 'string' });
    const [roomId = ''] = await at.open();
    const bo = listen(at.room('Bo'), 'join-breakout-room');
    invite(at, { clients: [at.room('Bo').clientId], room_id: roomId });
    await at.settle();
    expect(bo[0]?.['message']).toEqual({ room_id: roomId, requestor: at.room('Ada').clientId });
  });

  test.each(['message', 'empty', 'none'] as const)(
    '4.13 and 4.14 the other moderators may hear of rooms made and people invited: %s',
    async (hearing) => {
      const at = stage(profile, {
        people: [{ name: 'Ada', role: 'moderator' }, { name: 'Mo', role: 'moderator' }, 'Bo'],
        moderatorsHear: { created: hearing, invited: hearing },
      });
      const mo = listen(at.room('Mo'), 'breakout-room-created', 'breakout-room-invited');
      const bo = listen(at.room('Bo'), 'breakout-room-created', 'breakout-room-invited');
      const [roomId = ''] = await at.open();
      const { clientId } = at.room('Bo');
      invite(at, { clients: [clientId], room_id: roomId });
      await at.settle();
      const heard = {
        message: [
          { type: 'breakout-room-created', message: { rooms: [roomId] } },
          { type: 'breakout-room-invited', message: { room_id: roomId, clients: [clientId] } },
        ],
        empty: [
          { type: 'breakout-room-created', message: undefined },
          { type: 'breakout-room-invited', message: undefined },
        ],
        none: [],
      };
      expect(mo).toEqual(heard[hearing]);
      expect(bo).toEqual([]);
    },
  );
});

describe.each(profileNames)('3.5 Declining, build %s', (profile) => {
  const spelling = { '1.9.4': null, '2.0.1': null, guide: 'rejectBreakOutRoomInvite' }[profile as string];
  const name = spelling === undefined ? 'rejectBreakoutRoomInvite' : spelling;

  test('0.2 the method is spelled in one way, or is not there', () => {
    const room = stage(profile).room('Bo');
    const spellings = [
      'rejectBreakoutRoomInvite',
      'rejectBreakOutRoomInvite',
      'rejectBreakOutRoomInvitation',
    ];
    expect(spellings.filter((each) => each in room)).toEqual(name === null ? [] : [name]);
  });

  test('4.12 a moderator hears who declined which room, where one can decline at all', async () => {
    const at = stage(profile);
    const [roomId = ''] = await at.open();
    const ada = listen(at.room('Ada'), 'breakout-invite-rejected');
    at.meeting.person('Bo').decline(roomId);
    await at.settle();
    expect(ada).toEqual(
      name === null
        ? []
        : [
            {
              type: 'breakout-invite-rejected',
              message: { room_id: roomId, client_id: at.room('Bo').clientId },
            },
          ],
    );
  });

  test('4.12 the rejection may come without a message', async () => {
    const at = stage(profile, { moderatorsHear: { rejected: 'empty' } });
    const [roomId = ''] = await at.open();
    const ada = listen(at.room('Ada'), 'breakout-invite-rejected');
    at.meeting.person('Bo').decline(roomId);
    await at.settle();
    expect(ada).toEqual(name === null ? [] : [{ type: 'breakout-invite-rejected', message: undefined }]);
  });
});

describe.each(['guide', '2.3.9', '2.3.24', '3.1.8'] as const)('3.5 Declining, build %s', (profile) => {
  test.each([undefined, null, ''])('3.5 no room id (%s): 1155 at once', (roomId) => {
    const { meeting, room } = stage(profile);
    expect(ask(room('Bo'), meeting.profile.names.reject, roomId)).toEqual([[code(1155)]]);
  });
});
