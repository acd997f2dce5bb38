// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { helpQueue } from '../../src/state/view/live.js';
import { inRooms, keyOf } from './given.js';
import { PROFILES, type KitMeeting } from './meeting.js';

const TWO = (others = 3) => [
  { name: 'Ana', role: 'moderator' as const },
  { name: 'Mo', role: 'moderator' as const },
  ...Array.from({ length: others }, (_, index) => ({ name: `P${String(index + 1)}` })),
];
/** Who asks, as a moderator's kit has it, and who goes there. */
const queue = ({ state }: KitMeeting, of: string) =>
  helpQueue(state(of)).map(({ person, claimedBy }) => [
    state(of).people.get(person)?.name,
    claimedBy === null ? null : state(of).people.get(claimedBy)?.name,
  ]);
const asking = async (options: Parameters<typeof inRooms>[1] = {}, rooms = 1) => {
  const people = await inRooms(rooms, { people: TWO(), ...options });
  people.kit('P1').actions.askForHelp();
  await people.settle(500);
  return people;
};
const self = ({ state }: KitMeeting, name: string) => state(name).self.help;
const claimerOf = ({ state }: KitMeeting, name: string) =>
  state(name).people.get(self({ state } as KitMeeting, name)?.claimedBy ?? '')?.name;

describe.each(PROFILES.filter((profile) => profile !== 'guide'))('build %s', (profile) => {
  test('a call reaches every moderator once, with the room; one goes there, and everybody knows who', async () => {
    const people = await asking({ profile });
    const { kit, state, settle } = people;
    kit('P1').actions.askForHelp();
    await settle(500);
    for (const name of ['Ana', 'Mo']) expect(queue(people, name)).toEqual([['P1', null]]);
    expect(helpQueue(state('Mo'))[0]).toMatchObject({ number: 1 });
    kit('Mo').actions.claimHelp({ person: keyOf(state('Mo'), 'P1') });
    await settle(500);
    for (const name of ['Ana', 'Mo']) expect(queue(people, name)).toEqual([['P1', 'Mo']]);
    expect(claimerOf(people, 'P1')).toBe('Mo');
    kit('Mo').actions.releaseHelp({ person: keyOf(state('Mo'), 'P1') });
    await settle(500);
    for (const name of ['Ana', 'Mo']) expect(queue(people, name)).toEqual([['P1', null]]);
    expect(self(people, 'P1')).toMatchObject({ claimedBy: null });
  });

  test('two moderators who go at once: every kit names the same one', async () => {
    const people = await asking({ profile });
    const { kit, state, settle } = people;
    for (const name of ['Ana', 'Mo']) kit(name).actions.claimHelp({ person: keyOf(state(name), 'P1') });
    await settle(500);
    const [[, first]] = queue(people, 'Ana') as [[string, string]];
    expect(['Ana', 'Mo']).toContain(first);
    expect(queue(people, 'Mo')).toEqual([['P1', first]]);
    expect(claimerOf(people, 'P1')).toBe(first);
  });

  test('a moderator who enters the room ends the calls of that room, at both moderators and at the person', async () => {
    const people = await asking({ profile });
    const { kit, state, settle } = people;
    void kit('Mo').actions.visitRoom({ roomKey: state('Mo').plan.rooms[0]?.key ?? '' });
    await settle(6000);
    expect(state('Mo').self.at).toBe('in-room');
    for (const name of ['Ana', 'Mo']) expect(queue(people, name)).toEqual([]);
    expect(self(people, 'P1')).toBeNull();
  });

  test('who needs no help any more, or is back in main, asks no more', async () => {
    const people = await asking({ profile });
    const { kit, settle } = people;
    kit('P1').actions.cancelHelp();
    kit('P2').actions.askForHelp();
    await settle(500);
    for (const name of ['Ana', 'Mo']) expect(queue(people, name)).toEqual([['P2', null]]);
    void kit('P2').actions.returnToMain();
    await settle(6000);
    for (const name of ['Ana', 'Mo']) expect(queue(people, name)).toEqual([]);
    expect(self(people, 'P2')).toBeNull();
  });

  test('a moderator whose page is loaded anew hears of the calls again', async () => {
    const people = await asking({ profile });
    const { meeting, giveKit, settle } = people;
    meeting.person('Ana').reload();
    giveKit('Ana');
    await settle(4000);
    expect(queue(people, 'Ana')).toEqual([['P1', null]]);
  });
});

test('who answered without a visit ends the call everywhere', async () => {
  const people = await asking();
  const { kit, state, settle } = people;
  kit('Ana').actions.resolveHelp({ person: keyOf(state('Ana'), 'P1') });
  await settle(500);
  for (const name of ['Ana', 'Mo']) expect(queue(people, name)).toEqual([]);
  expect(self(people, 'P1')).toBeNull();
});

test('somebody who leaves the meeting asks no more, once their place is given up', async () => {
  const people = await asking();
  people.meeting.person('P1').dropOff();
  await people.settle(70_000);
  for (const name of ['Ana', 'Mo']) expect(queue(people, name)).toEqual([]);
});

test('somebody whose page is loaded anew asks no more: their page has forgotten it', async () => {
  const people = await asking();
  people.meeting.person('P1').reload();
  people.giveKit('P1');
  await people.settle(6000);
  expect(self(people, 'P1')).toBeNull();
  for (const name of ['Ana', 'Mo']) expect(queue(people, name)).toEqual([]);
});

test('a claim ends with the moderator who made it', async () => {
  const people = await asking();
  const { kit, meeting, state, settle } = people;
  kit('Mo').actions.claimHelp({ person: keyOf(state('Mo'), 'P1') });
  await settle(500);
  meeting.leave('Mo');
  await settle(2000);
  expect(queue(people, 'Ana')).toEqual([['P1', null]]);
});

test('nobody calls for others, or from main, and a participant goes to nobody', async () => {
  const people = await asking();
  const { kit, meeting, state, settle } = people;
  void kit('P2').actions.returnToMain();
  await settle(6000);
  kit('P2').actions.askForHelp();
  kit('P3').actions.claimHelp({ person: keyOf(state('P3'), 'P1') });
  const body = {
    kit: 'breakout-kit',
    v: '1.2',
    kind: 'claim',
    id: 'spoofed',
    clientId: meeting.person('P1').clientId,
    claim: 'done',
  };
  meeting.person('P3').room.sendUserData?.(body, true, [], () => undefined);
  await settle(1000);
  expect(queue(people, 'Ana')).toEqual([['P1', null]]);
  expect(self(people, 'P1')).toMatchObject({ claimedBy: null });
});

test('a kit that calls and calls keeps no moderator busy', async () => {
  const people = await inRooms(1, { people: TWO() });
  const { meeting, state, settle } = people;
  const { room } = meeting.person('P1');
  const to = [meeting.person('Ana').clientId];
  for (let nth = 0; nth < 200; nth += 1)
    room.sendUserData?.(
      { kit: 'breakout-kit', v: '1.2', kind: 'help', id: `h${String(nth)}`, on: nth % 2 === 0, roomId: null },
      false,
      to,
      () => undefined,
    );
  await settle(1000);
  expect(queue(people, 'Ana').length).toBeLessThanOrEqual(1);
  const calls = state('Ana').record.filter(({ what }) => what === 'asked-help');
  expect(calls.length).toBeLessThanOrEqual(5);
});

test('the rooms are over, and with them the calls', async () => {
  const people = await asking();
  void people.kit('Ana').actions.closeNow();
  await people.settle(6000);
  for (const name of ['Ana', 'Mo']) expect(queue(people, name)).toEqual([]);
  expect(self(people, 'P1')).toBeNull();
});
