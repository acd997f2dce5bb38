// @vitest-environment node
import { expect, test } from 'vitest';
import { profileNames, type Fired } from '../../src/simulator.js';
import { listen, run, stage } from './stage.js';

test.each(profileNames)(
  'whoever watches the events of build %s is told each one before its listeners, with whose room it was',
  async (profile) => {
    const fired: Fired[] = [];
    const order: string[] = [];
    const at = stage(profile, {
      onEvent(each) {
        fired.push(each);
        order.push(`watched ${each.event.type}`);
      },
    });
    const bo = at.room('Bo');
    bo.addEventListener('join-breakout-room', () => order.push('heard join-breakout-room'));
    const heard = listen(bo, 'join-breakout-room');
    const [roomId = ''] = await at.open();
    const { invite } = at.meeting.profile.names;
    run(at.room('Ada'), invite ?? '', { clients: [bo.clientId], room_id: roomId }, () => undefined);
    await at.settle();

    const invitation = fired.filter(({ event }) => event.type === 'join-breakout-room');
    expect(invitation.map(({ person, room, event }) => [person, room === bo, event])).toEqual([
      ['Bo', true, heard[0]],
    ]);
    expect(order.filter((line) => line.endsWith('join-breakout-room'))).toEqual([
      'watched join-breakout-room',
      'heard join-breakout-room',
    ]);
  },
);

test('the events of a breakout room are told with that room, although nobody listens there', async () => {
  const fired: Fired[] = [];
  const at = stage('2.3.24', { onEvent: (each) => void fired.push(each) });
  const [roomId = ''] = await at.open();
  const inside = await at.enter('Bo', roomId);
  await at.enter('Cy', roomId);
  const there = fired.filter(({ room }) => room === inside).map(({ event }) => event.type);
  expect(there).toContain('room-connected');
  expect(there).toContain('user-connected');
});

test('an event that a fault swallows is told to nobody, and one that comes twice is told twice', async () => {
  const told = async (kind: 'event-dropped' | 'event-twice') => {
    const types: string[] = [];
    const at = stage('2.3.24', {
      faults: { kind, event: 'user-connected', person: 'Bo' },
      onEvent: ({ person, event }) => void (person === 'Bo' && types.push(event.type)),
    });
    void at.room('Bo');
    at.meeting.join('Eve');
    await at.settle();
    return types.filter((type) => type === 'user-connected').length;
  };
  expect(await told('event-dropped')).toBe(0);
  expect(await told('event-twice')).toBe(2);
});
