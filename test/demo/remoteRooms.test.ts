// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { shareRooms, type SharedRooms } from '../../demo/host/shareRooms.js';
import type { RoomCall, RoomNews } from '../../demo/link/protocol.js';
import { createRemoteRooms } from '../../demo/page/remoteRooms.js';
import type { Traffic } from '../../demo/page/traffic.js';
import { createManualClock } from '../../src/clock.js';
import { connectRoom, type EnxRoom } from '../../src/core.js';
import {
  createSimulatedMeeting,
  portContract,
  profileNames,
  type ProfileName,
  type SimulatedMeetingOptions,
} from '../../src/simulator.js';
import { createPort } from './link.js';

/** A meeting whose rooms are only seen from other windows. */
function meetFromAfar(profile: ProfileName, options: SimulatedMeetingOptions = {}) {
  const clock = createManualClock();
  const shared = new Map<string, SharedRooms>();
  const meeting = createSimulatedMeeting({
    clock,
    profile,
    latency: [10, 60],
    people: [{ name: 'Ada', role: 'moderator' }, 'Bo', 'Cy'],
    ...options,
    onEvent: ({ person, room, event }) => shared.get(person)?.tell({ room, event }),
  });
  /** Somebody's main room as their window has it, and all that went between. */
  const window = (name: string) => {
    const traffic: Traffic[] = [];
    const [near, far] = createPort<RoomCall, RoomNews>();
    const remote = createRemoteRooms(near.post, (each) => void traffic.push(each));
    const rooms = shareRooms(far.post);
    shared.set(name, rooms);
    far.hear(rooms.make);
    near.hear(remote.hear);
    const { room, facts } = rooms.introduce(meeting.person(name).room);
    remote.learn(structuredClone(facts));
    return { room: remote.room(room), traffic };
  };
  return { clock, meeting, window };
}

describe.each(profileNames)('a room of build %s in another window', (profile) => {
  const make = () => {
    const { clock, meeting, window } = meetFromAfar(profile);
    const portOf = (name: string) =>
      connectRoom(window(name).room, { clock, sdkVersion: meeting.profile.version ?? null });
    return {
      moderator: portOf('Ada'),
      participant: portOf('Bo'),
      participantId: () => meeting.person('Bo').clientId,
      pass: clock.pass,
      end: meeting.dispose,
    };
  };
  // Each check throws when it fails; see the contract.
  it.each(portContract(make))('$name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

describe('what a window sees of its room', () => {
  it('says at once what the room said when it fired the event that is being heard', async () => {
    const { clock, meeting, window } = meetFromAfar('2.3.24');
    const { room } = window('Bo');
    const seen: unknown[] = [];
    const names = () =>
      [...(room.userList as Map<string, { name: string }>).values()].map(({ name }) => name);
    const list = room.userList;
    room.addEventListener('user-connected', ({ name }) => seen.push([name, names().includes(String(name))]));
    room.addEventListener('user-disconnected', ({ name }) =>
      seen.push([name, names().includes(String(name))]),
    );
    meeting.join('Eve');
    meeting.leave('Cy');
    await clock.pass(1000);
    expect(seen).toEqual([
      ['Eve', true],
      ['Cy', false],
    ]);
    expect(room.userList).toBe(list);
  });

  it('tells a message from somebody to whoever listens there, although nobody listens at the host', async () => {
    const { clock, window } = meetFromAfar('2.3.24');
    const heard: unknown[] = [];
    window('Bo').room.addEventListener('user-data-received', ({ message }) => heard.push(message));
    await call(window('Ada').room, 'sendUserData', { hello: 'everybody' }, true, []);
    await clock.pass(1000);
    expect(heard).toEqual([expect.objectContaining({ sender: 'Ada', msg: { hello: 'everybody' } })]);
  });

  it('lets a call fail in the window with what the SDK threw', async () => {
    const { clock, meeting, window } = meetFromAfar('1.9.4');
    const { room } = window('Bo');
    meeting.person('Bo').cutNetwork();
    await clock.pass(100);
    const join = call(
      room,
      'joinBreakOutRoom',
      { role: 'participant', room_id: 'r' },
      { audio: true },
      () => undefined,
    );
    await expect(join).rejects.toThrow('Cannot send: the socket is closed');
  });

  it('gives one stream one stand-in, so that one window can mute what another hears of', async () => {
    const { clock, meeting, window } = meetFromAfar('2.3.24');
    const { room } = window('Bo');
    const own = () => streamsOf(room)[0];
    const before = own();
    expect(before?.isAudioMuted()).toBe(false);
    const muted: unknown[] = [];
    window('Ada').room.addEventListener('user-audio-muted', ({ message }) => muted.push(message));
    before?.muteAudio(() => undefined);
    await clock.pass(1000);
    expect(own()).toBe(before);
    expect(before?.isAudioMuted()).toBe(true);
    expect(before?.selfMuteAudio).toBe(true);
    expect(muted).toEqual([{ clientId: meeting.person('Bo').clientId }]);
  });

  it('loses a method when the room loses it', async () => {
    const { clock, meeting, window } = meetFromAfar('2.3.24');
    const { room } = window('Bo');
    expect(room.muteRoom).toBeTypeOf('function');
    meeting.faults.add({ kind: 'missing', call: 'mute', person: 'Bo' });
    meeting.join('Eve');
    await clock.pass(1000);
    expect(room.muteRoom).toBeUndefined();
  });

  it('tells whoever watches of each call, answer and event in order', async () => {
    const { clock, window } = meetFromAfar('2.3.24');
    const { room, traffic } = window('Ada');
    await call(room, 'createBreakOutRoom', { participants: 2, max_rooms: 1 }, () => undefined);
    await clock.pass(1000);
    expect(traffic.map(({ way, name }) => `${way} ${name}`)).toEqual([
      'call createBreakOutRoom',
      'answer createBreakOutRoom',
    ]);
  });
});

const call = (room: EnxRoom, name: string, ...inputs: readonly unknown[]): Promise<unknown> =>
  Reflect.apply(Reflect.get(room, name) as (...given: readonly unknown[]) => Promise<unknown>, room, inputs);

interface OwnStream {
  readonly selfMuteAudio: boolean;
  readonly isAudioMuted: () => boolean;
  readonly muteAudio: (answer: () => void) => void;
}
const streamsOf = (room: EnxRoom): readonly OwnStream[] => [
  ...(room.localStreams as { readonly getAll: () => Map<number, OwnStream> }).getAll().values(),
];
