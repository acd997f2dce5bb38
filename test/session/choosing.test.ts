// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { State } from '../../src/state/types.js';
import { notChosen, offerView } from '../../src/state/view/choosing.js';
import { plannedFor } from '../../src/state/view/rooms.js';
import { inviteView } from '../../src/state/view/self.js';
import { encode, type WireMessage } from '../../src/core.js';
import { keyOf } from './given.js';
import { meet, PROFILES, type KitMeeting } from './meeting.js';

/** Ana lets people choose among rooms of so many seats. */
async function choosing({
  rooms = 2,
  seats = null,
  ...options
}: Parameters<typeof meet>[0] & { readonly rooms?: number; readonly seats?: number | null } = {}) {
  const people = await meet(options);
  const { actions } = people.kit('Ana');
  actions.setRoomCount(rooms);
  actions.setCapacity(seats);
  actions.setSplit('choose');
  await people.settle();
  return people;
}

const slotOf = (state: State, number: number): string => {
  const found = offerView(state)?.rooms.find((room) => room.number === number)?.slot;
  if (found === undefined) throw new Error(`Room ${String(number)} is not offered`);
  return found;
};
const pick = ({ kit, state }: KitMeeting, name: string, number: number) =>
  kit(name).actions.pickRoom({ slot: slotOf(state(name), number) });
const chosenBy = (state: State): number | null => {
  const view = offerView(state);
  return view?.rooms.find(({ slot }) => slot === view.chosen)?.number ?? null;
};
const takenIn = (state: State) => offerView(state)?.rooms.map(({ taken, capacity }) => [taken, capacity]);
const inRoom = (state: State, number: number) =>
  plannedFor(state, state.plan.rooms[number - 1]?.key ?? '').map((key) => state.people.get(key)?.name);

describe.each(PROFILES.filter((name) => name !== 'guide'))('on build %s', (profile) => {
  test('people pick rooms, see each other there, change, and are asked into the room they chose', async () => {
    const set = await choosing({ profile, count: 3 });
    const { kit, state, settle } = set;
    expect(offerView(state('P1'))).toMatchObject({ chosen: null, from: 'Ana', refused: null });
    expect(notChosen(state('Ana')).waiting).toHaveLength(3);
    pick(set, 'P1', 2);
    expect(offerView(state('P1'))).toMatchObject({ chosen: null, asking: true });
    pick(set, 'P2', 2);
    await settle();
    expect(inRoom(state('Ana'), 2)).toEqual(['P1', 'P2']);
    expect(chosenBy(state('P1'))).toBe(2);
    expect(takenIn(state('P3'))).toEqual([
      [0, 7],
      [2, 7],
    ]);
    expect(offerView(state('P3'))?.rooms[1]?.people).toEqual(
      ['P1', 'P2'].map((name) => keyOf(state('P3'), name)),
    );
    pick(set, 'P1', 1);
    await settle();
    kit('P2').actions.givePickBack();
    await settle();
    expect([chosenBy(state('P1')), chosenBy(state('P2'))]).toEqual([1, null]);
    expect(notChosen(state('Ana')).waiting).toHaveLength(2);

    void kit('Ana').actions.openRooms();
    await settle();
    expect(offerView(state('P1'))).toBeNull();
    expect(inviteView(state('P1'))).toMatchObject({ number: 1 });
    expect(inviteView(state('P2'))).toBeNull();
    expect(state('P2').self.offer).toBeNull();
    expect(state('Ana').offering).toBeNull();
  });

  test('of two who want the last seat one has it, and the other is told in words that the room is full', async () => {
    const set = await choosing({ profile, count: 3, seats: 2 });
    const { state, settle } = set;
    pick(set, 'P1', 1);
    await settle();
    pick(set, 'P2', 1);
    pick(set, 'P3', 1);
    await settle();
    expect(inRoom(state('Ana'), 1)).toHaveLength(2);
    const [winner, loser] = chosenBy(state('P2')) === 1 ? ['P2', 'P3'] : ['P3', 'P2'];
    expect(chosenBy(state(winner))).toBe(1);
    expect(offerView(state(loser))).toMatchObject({
      chosen: null,
      asking: false,
      refused: { why: 'full', number: 1 },
      rooms: [{ state: 'full' }, { state: 'free' }],
    });
  });
});

test('what goes over the wire holds no key of a kit and no name of a person', async () => {
  const bodies: unknown[] = [];
  const set = await choosing({
    count: 2,
    session: { onEvent: (event) => event.type === 'message.received' && bodies.push(event.body) },
  });
  pick(set, 'P1', 1);
  await set.settle();
  const text = JSON.stringify(
    bodies.filter((body) => /offer|pick|confirm/u.test((body as { kind: string }).kind)),
  );
  expect(text).toContain('"offer"');
  for (const key of [...set.state('Ana').plan.rooms.map((room) => room.key), 'ref-', 'P1'])
    expect(text).not.toContain(key);
});

describe('seats', () => {
  test('that an even split drew become free when people may choose, locked ones aside', async () => {
    const { kit, state, settle } = await meet({ count: 4 });
    const { actions } = kit('Ana');
    actions.setRoomCount(2);
    const locked = keyOf(state('Ana'), 'P1');
    actions.setLocked({ people: [locked], on: true });
    const seat = state('Ana').plan.seats.get(locked);
    actions.setSplit('choose');
    await settle();
    expect([...state('Ana').plan.seats]).toEqual([[locked, seat]]);
    expect(offerView(state('P1'))).toMatchObject({ chosen: expect.any(String) as string, moved: false });
    actions.undo();
    await settle();
    expect(state('Ana').plan.seats.size).toBe(4);
    expect(offerView(state('P1'))).toBeNull();
    actions.redo();
    await settle();
    expect(offerView(state('P2'))).not.toBeNull();
  });

  test.each(['even', 'hand'] as const)(
    'that people chose stay when the split becomes %s, and choosing is over',
    async (split) => {
      const set = await choosing({ count: 4 });
      const { kit, state, settle } = set;
      pick(set, 'P1', 2);
      pick(set, 'P2', 2);
      await settle();
      kit('Ana').actions.setSplit(split);
      await settle();
      expect(inRoom(state('Ana'), 2)).toEqual(['P1', 'P2']);
      expect(inRoom(state('Ana'), 1)).toEqual(split === 'even' ? ['P3', 'P4'] : []);
      for (const name of ['P1', 'P2', 'P3', 'P4']) expect(state(name).self.offer, name).toBeNull();
      expect(state('P1').notices).toEqual([]);
    },
  );

  test('are given back by who leaves, and kept for who comes back to a room that is not full', async () => {
    const set = await choosing({ count: 3, seats: 2 });
    const { kit, state, settle, meeting, giveKit } = set;
    pick(set, 'P1', 1);
    pick(set, 'P2', 1);
    await settle();
    await kit('P1').dispose();
    meeting.leave('P1');
    await settle();
    expect(takenIn(state('P3'))?.[0]).toEqual([1, 2]);
    meeting.join({ id: 'P1', name: 'P1', userRef: 'ref-P1' });
    giveKit('P1');
    await settle();
    expect(offerView(state('P1'))).toMatchObject({ moved: false, refused: null });
    expect(chosenBy(state('P1'))).toBe(1);
    expect(inRoom(state('Ana'), 1)).toHaveLength(2);

    await kit('P1').dispose();
    meeting.leave('P1');
    await settle();
    pick(set, 'P3', 1);
    await settle();
    meeting.join({ id: 'P1', name: 'P1', userRef: 'ref-P1' });
    giveKit('P1');
    await settle();
    expect(inRoom(state('Ana'), 1)).toEqual(['P2', 'P3']);
    expect(offerView(state('P1'))).toMatchObject({
      chosen: null,
      rooms: [{ state: 'full' }, { state: 'free' }],
    });
  });

  test('of a room that was removed are nobody’s: its people are told, and a late pick of it is refused', async () => {
    const set = await choosing({ count: 2, rooms: 3 });
    const { kit, state, settle } = set;
    const third = slotOf(state('P2'), 3);
    pick(set, 'P1', 3);
    await settle();
    kit('Ana').actions.setRoomCount(2);
    kit('P2').actions.pickRoom({ slot: third });
    await settle();
    expect(offerView(state('P1'))).toMatchObject({ chosen: null, moved: true });
    expect(offerView(state('P2'))).toMatchObject({ chosen: null, refused: { why: 'gone' } });
    expect(offerView(state('P2'))?.rooms).toHaveLength(2);
    kit('Ana').actions.undo();
    await settle();
    expect(slotOf(state('P2'), 3)).toBe(third);
    expect(chosenBy(state('P1'))).toBe(3);
  });
});

describe('the moderator', () => {
  test('may move anybody, who is told; whom they lock cannot pick again', async () => {
    const set = await choosing({ count: 2 });
    const { kit, state, settle } = set;
    pick(set, 'P1', 1);
    await settle();
    const p1 = keyOf(state('Ana'), 'P1');
    kit('Ana').actions.movePeople({ people: [p1], to: 'room-2' });
    await settle();
    expect(offerView(state('P1'))).toMatchObject({ moved: true });
    expect(chosenBy(state('P1'))).toBe(2);
    expect(offerView(state('P2'))).toMatchObject({ moved: false });
    kit('Ana').actions.setLocked({ people: [p1], on: true });
    pick(set, 'P1', 1);
    await settle();
    expect(offerView(state('P1'))).toMatchObject({ refused: { why: 'locked', number: 1 } });
    kit('P1').actions.givePickBack();
    await settle();
    expect(offerView(state('P1'))).toMatchObject({ refused: { why: 'locked' } });
    expect(chosenBy(state('P1'))).toBe(2);
    kit('Ana').actions.movePeople({ people: [p1], to: 'main' });
    kit('Ana').actions.setLocked({ people: [p1], on: false });
    await settle();
    expect(chosenBy(state('P1'))).toBeNull();
    pick(set, 'P1', 1);
    await settle();
    expect(offerView(state('P1'))).toMatchObject({ refused: { why: 'locked' } });
  });

  test('takes back their own steps, never somebody’s choice', async () => {
    const reasons: string[] = [];
    const set = await choosing({
      count: 3,
      session: { onPlanChange: (_, { reason }) => reasons.push(reason) },
    });
    const { kit, state, settle } = set;
    const { actions } = kit('Ana');
    const [p1, p2] = ['P1', 'P2'].map((name) => keyOf(state('Ana'), name)) as [string, string];
    actions.movePeople({ people: [p1], to: 'room-1' });
    pick(set, 'P2', 1);
    await settle();
    expect(reasons.at(-1)).toBe('chosen');
    actions.undo();
    await settle();
    expect([...state('Ana').plan.seats]).toEqual([[p2, 'room-1']]);
    expect(offerView(state('P1'))).toMatchObject({ chosen: null, moved: true });
    // A pick that comes after an undo leaves what can be done again.
    pick(set, 'P3', 2);
    await settle();
    actions.redo();
    expect(inRoom(state('Ana'), 1)).toEqual(['P1', 'P2']);
    expect(inRoom(state('Ana'), 2)).toEqual(['P3']);
    // Somebody who chose after they were moved stays where they chose: there is nothing to take back.
    const steps = state('Ana').past.length;
    pick(set, 'P1', 2);
    await settle();
    expect(state('Ana').past).toHaveLength(steps - 1);
    actions.undo();
    expect(state('Ana').plan.split).toBe('even');
    expect(state('Ana').plan.seats.size).toBe(3);
  });

  test('places those who have not chosen, who are told, and opens', async () => {
    const set = await choosing({ count: 3 });
    const { kit, state, settle } = set;
    pick(set, 'P1', 1);
    await settle();
    kit('Ana').actions.placeRemaining();
    await settle();
    for (const name of ['P2', 'P3'])
      expect(offerView(state(name))).toMatchObject({ moved: true, chosen: expect.any(String) as string });
    kit('Ana').actions.setOpening('move');
    void kit('Ana').actions.openRooms();
    await settle();
    for (const name of ['P1', 'P2', 'P3'])
      expect(inviteView(state(name)), name).toMatchObject({ kind: 'move' });
  });

  test('whose opening fails offers again, with everybody’s seat', async () => {
    const set = await choosing({ count: 2 });
    const { kit, state, settle, meeting } = set;
    pick(set, 'P1', 2);
    await settle();
    meeting.faults.add({ kind: 'refused', call: 'create', code: 1720, times: 1 });
    void kit('Ana').actions.openRooms();
    await settle();
    expect(state('Ana').round.phase).toBe('draft');
    expect(chosenBy(state('P1'))).toBe(2);
  });

  test('asks nobody anew for the next round before they say so', async () => {
    const set = await choosing({ count: 2 });
    const { kit, state, settle, clock } = set;
    pick(set, 'P1', 2);
    await settle();
    void kit('Ana').actions.openRooms();
    await settle();
    void kit('Ana').actions.closeNow();
    await clock.pass(10_000);
    kit('Ana').actions.planAgain();
    await settle();
    expect(state('Ana').plan.split).toBe('hand');
    expect(inRoom(state('Ana'), 2)).toEqual(['P1']);
    expect(offerView(state('P1'))).toBeNull();
    kit('Ana').actions.setSplit('choose');
    await settle();
    expect(chosenBy(state('P1'))).toBe(2);
  });
});

describe('who comes late', () => {
  test('is offered the rooms as they are then', async () => {
    const set = await choosing({ count: 2 });
    const { state, settle, meeting, giveKit } = set;
    pick(set, 'P1', 1);
    await settle();
    meeting.join({ id: 'Eve', name: 'Eve', userRef: 'ref-Eve' });
    giveKit('Eve');
    await settle();
    expect(takenIn(state('Eve'))?.[0]).toEqual([1, 7]);
    pick(set, 'Eve', 1);
    await settle();
    expect(inRoom(state('Ana'), 1)).toEqual(['P1', 'Eve']);
    expect(state('Ana').people.get(keyOf(state('Ana'), 'Eve'))?.late).toBe(false);
  });

  test('without a kit cannot be asked, and is named', async () => {
    const { state } = await choosing({ count: 3, withoutKit: ['P3'] });
    expect(notChosen(state('Ana'))).toEqual({
      waiting: ['P1', 'P2'].map((name) => keyOf(state('Ana'), name)),
      beyond: [keyOf(state('Ana'), 'P3')],
    });
  });
});

describe('when the moderator goes', () => {
  test('the offer goes with them, and whoever waits for an answer is told', async () => {
    const set = await choosing({ count: 2 });
    const { state, settle, meeting } = set;
    pick(set, 'P1', 1);
    meeting.leave('Ana');
    await settle();
    expect(state('P1').self.offer).toBeNull();
    expect(state('P1').notices.map(({ text }) => text)).toEqual(['choice-over']);
    expect(state('P2').self.offer).toBeNull();
    expect(state('P2').notices).toEqual([]);
  });

  test('the offer goes when their kit is put away, though they stay', async () => {
    const set = await choosing({ count: 2 });
    const { kit, state, settle } = set;
    await kit('Ana').dispose();
    await settle();
    expect(state('P1').self.offer).toBeNull();
  });

  test('a pick that nobody answers is given up after two seconds, and may be tried again', async () => {
    const set = await choosing({ count: 1 });
    const { kit, state, clock, meeting, settle } = set;
    meeting.faults.add({ kind: 'event-dropped', event: 'user-data-received', person: 'Ana', times: 1 });
    pick(set, 'P1', 1);
    await clock.pass(1900);
    expect(offerView(state('P1'))).toMatchObject({ asking: true });
    await clock.pass(200);
    expect(offerView(state('P1'))).toMatchObject({ asking: false, refused: { why: 'no-answer', number: 1 } });
    pick(set, 'P1', 1);
    await settle();
    expect(chosenBy(state('P1'))).toBe(1);
    expect(kit('P1')).toBeDefined();
  });
});

describe('when a connection breaks', () => {
  test('the moderator’s offer is gone, and there again with everybody’s seat under the new one', async () => {
    // More people than an offer lists: the last one knows their seat only because they are told.
    const set = await choosing({ count: 8, maxActiveTalkers: 12 });
    const { state, settle, meeting, clock, names } = set;
    const people = names.filter((name) => name !== 'Ana');
    for (const name of people) pick(set, name, 2);
    await settle();
    // More than once: it is not the order of the client ids that decides.
    for (let turn = 0; turn < 4; turn += 1) {
      meeting.person('Ana').cutNetwork();
      await clock.pass(3000);
      expect(state('P1').self.offer).toBeNull();
      meeting.person('Ana').restoreNetwork();
      await clock.pass(5000);
      expect(people.map((name) => chosenBy(state(name)))).toEqual(people.map(() => 2));
    }
    pick(set, 'P8', 1);
    await settle();
    expect(chosenBy(state('P8'))).toBe(1);
  });

  test('a person finds the rooms again with their seat', async () => {
    const set = await choosing({ count: 2 });
    const { state, meeting, clock, settle } = set;
    pick(set, 'P1', 2);
    await settle();
    meeting.person('P1').cutNetwork();
    await clock.pass(3000);
    expect(takenIn(state('P2'))?.[1]).toEqual([0, 7]);
    meeting.person('P1').restoreNetwork();
    await clock.pass(5000);
    expect(chosenBy(state('P1'))).toBe(2);
    expect(takenIn(state('P2'))?.[1]).toEqual([1, 7]);
    expect(state('P1').notices).toEqual([]);
  });

  test('a moderator who loads the page anew leaves nobody with a question that no kit answers', async () => {
    const set = await choosing({ count: 2 });
    const { kit, state, settle, meeting, giveKit } = set;
    await kit('Ana').dispose();
    meeting.person('Ana').reload();
    giveKit('Ana');
    await settle(5000);
    expect(state('P1').self.offer).toBeNull();
    expect(state('Ana')).toMatchObject({ offering: null, plan: { split: 'even' } });
  });

  test('the offer of somebody who moderates no more ends', async () => {
    const { state, settle, meeting } = await choosing({ count: 2 });
    meeting.person('Ana').setRole('participant');
    await settle();
    expect(state('Ana').self.role).toBe('participant');
    expect(state('Ana').offering).toBeNull();
    expect(state('P1').self.offer).toBeNull();
  });
});

describe('a second moderator', () => {
  const two = {
    people: [
      { name: 'Ana', role: 'moderator' },
      { name: 'Tom', role: 'moderator' },
      { name: 'P1' },
      { name: 'P2' },
    ],
  } as const;

  test('sees the same seats, answers nobody, and may choose too', async () => {
    const { onEvent, count } = counting();
    const set = await choosing({ ...two, session: { onEvent } });
    const { state, settle } = set;
    pick(set, 'P1', 2);
    await settle();
    expect(count('told.pick')).toBe(2);
    expect(count('told.confirm')).toBe(1);
    expect(takenIn(state('Tom'))).toEqual(takenIn(state('P1')));
    expect(state('Tom').plan.seats.size).toBe(0);
    expect(offerView(state('Tom'))).toMatchObject({ aside: true });
    pick(set, 'Tom', 2);
    await settle();
    expect(inRoom(state('Ana'), 2)).toEqual(['Tom', 'P1']);
  });

  test('who lets people choose takes over: one offer stands, the other moderator keeps the seats and is told', async () => {
    const set = await choosing({ ...two });
    const { kit, state, settle } = set;
    pick(set, 'P1', 2);
    await settle();
    const old = slotOf(state('P1'), 1);
    let gaps = 0;
    kit('P1').store.subscribe(({ self }) => (gaps += self.offer === null ? 1 : 0));
    kit('Tom').actions.setRoomCount(3);
    kit('Tom').actions.setSplit('choose');
    kit('P2').actions.pickRoom({ slot: old });
    await settle();
    expect(state('Ana')).toMatchObject({ offering: null, plan: { split: 'hand' } });
    expect(inRoom(state('Ana'), 2)).toEqual(['P1']);
    expect(state('Ana').notices.map(({ text }) => text)).toEqual(['choice-elsewhere']);
    for (const name of ['Ana', 'P1', 'P2'])
      expect(offerView(state(name)), name).toMatchObject({ from: 'Tom' });
    expect(offerView(state('P1'))?.rooms).toHaveLength(3);
    pick(set, 'P1', 3);
    await settle();
    expect(chosenBy(state('P1'))).toBe(3);
    // Taken back, Ana's offer takes the place of Tom's.
    kit('Ana').actions.undo();
    await settle();
    expect(offerView(state('P1'))).toMatchObject({ from: 'Ana' });
    expect(chosenBy(state('P1'))).toBe(2);
    expect(state('Tom').plan.split).toBe('hand');
    // Whoever is outranked does not end what has taken the place of their own.
    expect(gaps).toBe(0);
  });

  test('who opens other rooms ends the choice', async () => {
    const set = await choosing({ ...two });
    const { kit, state, settle } = set;
    kit('Tom').actions.setRoomCount(1);
    void kit('Tom').actions.openRooms();
    await settle();
    expect(state('Ana')).toMatchObject({ offering: null, round: { phase: 'open' } });
    expect(state('P1').self.offer).toBeNull();
    expect(inviteView(state('P1'))).not.toBeNull();
  });
});

/** Sends a message past the kit, as a hostile page would. */
function say(
  { meeting }: KitMeeting,
  from: string,
  to: readonly string[],
  message: WireMessage,
  id = 'spoof',
) {
  meeting.person(from).room.sendUserData?.(
    encode(message, { id }),
    false,
    to.map((name) => meeting.person(name).clientId),
  );
}
const spoof: WireMessage = {
  kind: 'offer',
  term: 99,
  version: 1,
  rooms: [{ slot: 'trap', number: 1, name: 'Free money', capacity: 5, taken: 0, clientIds: [] }],
};

describe('somebody who is no moderator', () => {
  test('cannot offer rooms, and cannot seat anybody', async () => {
    const { onEvent, count } = counting();
    const set = await meet({ count: 2, session: { onEvent } });
    const received = count('message.received');
    say(set, 'P1', ['P2', 'Ana'], spoof);
    await set.settle();
    expect(count('message.received')).toBe(received + 2);
    expect(set.state('P2').self.offer).toBeNull();
    expect(set.state('Ana').self.offer).toBeNull();
    // The same words of a moderator are an offer: it is the sender that counts.
    say(set, 'Ana', ['P2'], spoof, 'no-spoof');
    await set.settle();
    expect(offerView(set.state('P2'))).toMatchObject({ from: 'Ana' });
  });

  test('cannot answer for the moderator, nor end the choice', async () => {
    const set = await choosing({ count: 2 });
    const slot = slotOf(set.state('P2'), 1);
    say(set, 'P1', ['P2'], { kind: 'confirm', term: 99, version: 99, slot, answer: 'seated' });
    say(set, 'P1', ['P2'], { kind: 'offer', term: 99, version: 99, rooms: null }, 'spoof-2');
    await set.settle();
    expect(offerView(set.state('P2'))).toMatchObject({ chosen: null, from: 'Ana' });
  });

  test('floods with picks in vain: few are answered, undo keeps its steps, and others are heard', async () => {
    const { onEvent, count } = counting();
    const set = await choosing({ count: 2, session: { onEvent } });
    const { state, settle } = set;
    const slots = [1, 2].map((number) => slotOf(state('P1'), number));
    const { past } = state('Ana');
    const received = count('message.received');
    for (let n = 0; n < 300; n += 1)
      say(set, 'P1', ['Ana'], { kind: 'pick', slot: slots[n % 2] ?? null }, `flood-${String(n)}`);
    pick(set, 'P2', 2);
    await settle();
    expect(count('message.received') - received).toBeGreaterThan(300);
    expect(count('told.pick')).toBe(11);
    expect(count('told.confirm')).toBe(11);
    expect(chosenBy(state('P2'))).toBe(2);
    expect(state('Ana').past).toHaveLength(past.length);
  });
});

/** How often what happened, in all kits together. */
function counting() {
  const happened: string[] = [];
  return {
    onEvent: ({ type }: { readonly type: string }) => void happened.push(type),
    count: (type: string) => happened.filter((other) => other === type).length,
  };
}

test('seats that change often are told a few times a second', async () => {
  const offers: number[] = [];
  const set = await choosing({ count: 6 });
  const { kit, state, clock, settle } = set;
  kit('P6').store.subscribe((now, before) => {
    if (now.self.offer?.rooms !== before.self.offer?.rooms) offers.push(clock.now());
  });
  for (const name of ['P1', 'P2', 'P3', 'P4', 'P5']) {
    pick(set, name, 1);
    await clock.pass(100);
  }
  await settle();
  expect(takenIn(state('P6'))?.[0]).toEqual([5, 7]);
  expect(offers.length).toBeLessThanOrEqual(3);
});

test('where kits cannot talk people cannot be let choose, and the draft stays as it is', async () => {
  const { kit, state, settle } = await meet({ profile: 'guide', count: 2 });
  kit('Ana').actions.setRoomCount(2);
  const { plan } = state('Ana');
  kit('Ana').actions.setSplit('choose');
  await settle();
  expect(state('Ana').plan).toBe(plan);
  expect(state('P1').self.offer).toBeNull();
  kit('P1').actions.pickRoom({ slot: 'anything' });
  kit('P1').actions.givePickBack();
  expect(state('P1').self.offer).toBeNull();
});

test('put aside it stays so while seats change, and comes back on demand', async () => {
  const set = await choosing({ count: 2 });
  const { kit, state, settle } = set;
  kit('P1').actions.putOfferAside();
  pick(set, 'P2', 1);
  await settle();
  expect(offerView(state('P1'))).toMatchObject({ aside: true, rooms: [{ taken: 1 }, { taken: 0 }] });
  kit('P1').actions.takeUpOffer();
  expect(offerView(state('P1'))).toMatchObject({ aside: false });
});
