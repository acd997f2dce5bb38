// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/state/deadlines.js';
import type { ToldEvent } from '../../src/state/events.js';
import { nextDeadline } from '../../src/state/nextDeadline.js';
import { whyNotChoose } from '../../src/state/rules.js';
import { whyNotPick } from '../../src/state/choosing.js';
import type { Slot, State } from '../../src/state/types.js';
import { isOffering, notChosen, offeredRooms, offerView } from '../../src/state/view/choosing.js';
import { planWarnings } from '../../src/state/view/plan.js';
import {
  after,
  clientOf,
  EVERYTHING,
  given,
  inside,
  keyOf,
  opened,
  roomKey,
  somebody,
  until,
} from './given.js';

/** Ana lets people choose among two rooms of two seats. */
const choosing = (seats: readonly (readonly [string, number])[] = []) =>
  after(
    given({ rooms: 2, seats, limits: { maxRooms: 10, minPeople: 2, maxPeople: 2 } }),
    { type: 'plan.edited', edits: [{ kind: 'split', split: 'choose' }], reason: 'settings' },
    {
      type: 'offer.made',
      slots: new Map([
        ['a', roomKey(1)],
        ['b', roomKey(2)],
      ]),
    },
  );
const picks = (state: State, ...of: readonly (readonly [string, Slot | null])[]) =>
  after(state, ...of.map(([name, slot]) => ({ type: 'told.pick', clientId: clientOf(name), slot }) as const));
const seats = (state: State) =>
  Object.fromEntries([...state.plan.seats].map(([key, room]) => [key.slice(2), room]));

describe('whether somebody may have a seat', () => {
  test.each<[string, () => State, string, Slot | null, string | null]>([
    ['a free one', choosing, 'Ben', 'a', null],
    ['a full room', () => picks(choosing(), ['Cem', 'a'], ['Dia', 'a']), 'Ben', 'a', 'full'],
    ['one’s own in a full room', () => picks(choosing(), ['Ben', 'a'], ['Dia', 'a']), 'Ben', 'a', null],
    ['a room that is not offered', choosing, 'Ben', 'z', 'gone'],
    [
      'a room that was removed',
      () => after(choosing(), edit({ kind: 'rooms', count: 1 })),
      'Ben',
      'b',
      'gone',
    ],
    ['nothing, with nothing to give back', choosing, 'Ben', null, null],
    ['another one while locked', () => locked('Ben', choosing([['Ben', 1]])), 'Ben', 'b', 'locked'],
    ['their own while locked', () => locked('Ben', choosing([['Ben', 1]])), 'Ben', 'a', null],
    ['none while locked', () => locked('Ben', choosing([['Ben', 1]])), 'Ben', null, 'locked'],
    [
      'one when kept in main',
      () => after(choosing(), edit({ kind: 'move', people: [keyOf('Ben')], to: 'main' })),
      'Ben',
      'a',
      'locked',
    ],
    [
      'one when not asked any more',
      () => after(choosing(), edit({ kind: 'split', split: 'hand' })),
      'Ben',
      'a',
      'over',
    ],
    ['one of an offer that ended', () => after(choosing(), { type: 'offer.ended' }), 'Ben', 'a', 'over'],
    ['one of open rooms', () => opened(choosing()), 'Ben', 'a', 'over'],
    [
      'one as somebody in the audience',
      () => after(choosing(), { type: 'role.changed', clientId: clientOf('Ben'), role: 'audience' }),
      'Ben',
      'a',
      'over',
    ],
    ['one as nobody', choosing, 'Nobody', 'a', 'over'],
  ])('%s', (_, make, name, slot, why) => {
    const state = make();
    expect(whyNotPick(state, keyOf(name), slot)).toBe(why);
    const next = picks(state, [name, slot]);
    // What is refused changes nothing.
    expect(next).toBe(why === null ? next : state);
  });
});

const edit = (one: Extract<Parameters<typeof after>[1], { type: 'plan.edited' }>['edits'][number]) =>
  ({ type: 'plan.edited', edits: [one], reason: 'menu' }) as const;
const locked = (name: string, state: State) =>
  after(state, edit({ kind: 'lock', people: [keyOf(name)], on: true }));

describe('a pick', () => {
  test('is a seat in the draft at once, and no step of undo', () => {
    const before = choosing();
    const state = picks(before, ['Ben', 'a'], ['Cem', 'b'], ['Ben', 'b']);
    expect(seats(state)).toEqual({ Cem: roomKey(2), Ben: roomKey(2) });
    expect(state.past).toHaveLength(before.past.length);
    expect(picks(state, ['Ben', null]).plan.seats.has(keyOf('Ben'))).toBe(false);
  });

  test('holds in what undo and redo bring back, where people chose too', () => {
    const moved = after(choosing(), edit({ kind: 'move', people: [keyOf('Dia')], to: roomKey(1) }));
    const undone = after(moved, { type: 'plan.undone' });
    const chosen = picks(undone, ['Ben', 'a']);
    expect(seats(chosen)).toEqual({ Ben: roomKey(1) });
    expect(seats(after(chosen, { type: 'plan.redone' }))).toEqual({ Dia: roomKey(1), Ben: roomKey(1) });
    const before = after(chosen, { type: 'plan.undone' });
    expect(before.plan.split).toBe('even');
    expect(seats(before)).toEqual({});
  });

  test('of somebody a moderator has moved since is theirs, and that move no step any more', () => {
    const start = choosing();
    const moved = after(start, edit({ kind: 'move', people: [keyOf('Ben')], to: roomKey(1) }));
    const chosen = picks(moved, ['Ben', 'b']);
    expect(chosen.past).toHaveLength(start.past.length);
    expect(seats(chosen)).toEqual({ Ben: roomKey(2) });
  });

  test('of a room that an earlier draft did not have is no seat there', () => {
    const added = after(choosing(), edit({ kind: 'add-room' }), {
      type: 'offer.made',
      slots: new Map([['c', roomKey(3)]]),
    });
    const chosen = picks(added, ['Ben', 'a'], ['Ben', 'c']);
    expect(seats(after(chosen, { type: 'plan.undone' }))).toEqual({});
    expect(seats(chosen)).toEqual({ Ben: roomKey(3) });
  });

  test('settles somebody who has just joined', () => {
    const late = after(choosing(), { type: 'person.joined', person: somebody('Eve') });
    expect(late.people.get(keyOf('Eve'))?.late).toBe(true);
    expect(picks(late, ['Eve', 'a']).people.get(keyOf('Eve'))?.late).toBe(false);
  });
});

describe('slots', () => {
  test('stay with their rooms, whatever is named again', () => {
    const state = choosing();
    expect(after(state, { type: 'offer.made', slots: new Map([['z', roomKey(1)]]) })).toBe(state);
    expect(offeredRooms(state).map(({ slot, taken, capacity }) => [slot, taken, capacity])).toEqual([
      ['a', 0, 2],
      ['b', 0, 2],
    ]);
  });

  test('name at most ten rooms and six people of each', () => {
    const people = ['Ana', ...Array.from({ length: 8 }, (_, at) => `P${String(at)}`)];
    const twelve = { maxRooms: 12, minPeople: 2, maxPeople: 9 };
    const state = after(
      given({ people, rooms: 12, limits: twelve, seats: people.slice(1).map((name) => [name, 1] as const) }),
      edit({ kind: 'split', split: 'choose' }),
      {
        type: 'offer.made',
        slots: new Map(Array.from({ length: 12 }, (_, at) => [`s${String(at)}`, roomKey(at + 1)])),
      },
    );
    expect(offeredRooms(state)).toHaveLength(10);
    expect(offeredRooms(state)[0]).toMatchObject({ taken: 8, clientIds: people.slice(1, 7).map(clientOf) });
  });
});

test('who has left gave the seat back, and has none when the room is full on their return', () => {
  const full = picks(choosing(), ['Ben', 'a'], ['Cem', 'a']);
  const gone = after(full, { type: 'person.left', clientId: clientOf('Ben') });
  expect(offeredRooms(gone)[0]?.taken).toBe(1);
  const back = { type: 'person.joined', person: somebody('Ben', { clientId: 'c-new' }) } as const;
  expect(seats(after(gone, back))).toEqual({ Cem: roomKey(1), Ben: roomKey(1) });
  expect(seats(after(picks(gone, ['Dia', 'a']), back))).toEqual({ Cem: roomKey(1), Dia: roomKey(1) });
  // Whom the moderator keeps there is kept: then the room is too full, and says so.
  const kept = picks(after(locked('Ben', full), { type: 'person.left', clientId: clientOf('Ben') }), [
    'Dia',
    'a',
  ]);
  expect(planWarnings(after(kept, back))[0]).toMatchObject({ kind: 'over', roomKey: roomKey(1) });
});

describe('whether people may be let choose', () => {
  test('depends on who asks, on the wire and on the rooms', () => {
    const offering = choosing();
    expect(whyNotChoose(offering)).toBeNull();
    expect(isOffering(offering)).toBe(true);
    const silent = after(offering, {
      type: 'capabilities.known',
      capabilities: { ...EVERYTHING, wire: false },
    });
    expect(whyNotChoose(silent)).toEqual({ why: 'not-supported' });
    expect(isOffering(silent)).toBe(false);
    expect(notChosen(silent).waiting).toEqual([]);
    expect(whyNotChoose(opened(offering))).toEqual({ why: 'already-open' });
    expect(whyNotChoose(given({ me: 'Ben' }))).toEqual({ why: 'not-moderator' });
    expect(isOffering(after(offering, edit({ kind: 'rooms', count: 0 })))).toBe(false);
  });

  test('counts who has a kit and who has not', () => {
    const state = after(choosing(), { type: 'told.hello', clientId: clientOf('Ben') });
    expect(notChosen(state)).toEqual({ waiting: [keyOf('Ben')], beyond: [keyOf('Cem'), keyOf('Dia')] });
  });
});

type Told = Extract<ToldEvent, { type: 'told.offer' }>;
const rooms = (...taken: readonly number[]): Told['rooms'] =>
  taken.map((count, at) => ({
    slot: ['a', 'b', 'c'][at] ?? '',
    number: at + 1,
    name: null,
    capacity: 2,
    taken: count,
    clientIds: [],
  }));
const offer = (...taken: readonly number[]) =>
  ({ type: 'told.offer', fromClientId: clientOf('Ana'), rooms: rooms(...taken) }) as const;
const offered = () => after(given({ me: 'Ben' }), offer(1, 2));
const sent = (slot: Slot | null) => ({ type: 'pick.sent', slot }) as const;
const confirm = (slot: Slot | null, answer: Extract<ToldEvent, { type: 'told.confirm' }>['answer']) =>
  ({ type: 'told.confirm', slot, answer }) as const;

describe('what a person sees', () => {
  test('is rooms with their seats, full ones marked', () => {
    expect(offerView(offered())).toMatchObject({
      from: 'Ana',
      chosen: null,
      asking: false,
      rooms: [
        { slot: 'a', taken: 1, state: 'free' },
        { slot: 'b', taken: 2, state: 'full' },
      ],
    });
  });

  test.each(['audience', 'viewer'] as const)('is nothing for %s', (role) => {
    expect(offerView(after(given({ me: 'Ben', role }), offer(0)))).toBeNull();
  });

  test('is nothing in a breakout room, and the rooms again in main', () => {
    const away = inside(offered(), 'r1-1');
    expect(offerView(away)).toBeNull();
    expect(
      offerView(after(away, { type: 'return.started', reason: 'self' }, { type: 'return.ended' })),
    ).not.toBeNull();
  });

  test('is a choice only when the moderator’s kit has said so', () => {
    const asked = after(offered(), sent('a'));
    expect(offerView(asked)).toMatchObject({
      chosen: null,
      asking: true,
      rooms: [{ asking: true }, { asking: false }],
    });
    const seated = after(asked, confirm('a', 'seated'));
    expect(offerView(seated)).toMatchObject({ chosen: 'a', asking: false, rooms: [{ state: 'chosen' }, {}] });
    expect(offerView(after(seated, sent(null), confirm(null, 'seated')))).toMatchObject({
      chosen: null,
      moved: false,
    });
  });

  test.each(['full', 'gone', 'locked'] as const)('is a refusal, %s, with the seat as it was', (why) => {
    const had = after(offered(), sent('a'), confirm('a', 'seated'));
    const refused = after(had, sent('b'), confirm('b', why));
    expect(offerView(refused)).toMatchObject({ chosen: 'a', asking: false, refused: { why, number: 2 } });
    expect(offerView(after(refused, sent('b')))?.refused).toBeNull();
  });

  test('is no answer when two seconds have passed, and the answer when it comes after all', () => {
    const asked = after(until(offered(), 1000), sent('a'));
    expect(nextDeadline(asked)).toBe(1000 + LIMITS.wire);
    const overdue = until(asked, 1000 + LIMITS.wire);
    expect(offerView(overdue)).toMatchObject({ asking: false, refused: { why: 'no-answer', number: 1 } });
    expect(offerView(after(overdue, confirm('a', 'seated')))).toMatchObject({ chosen: 'a', refused: null });
  });

  test('is not what was said of a pick before the last one', () => {
    const twice = after(offered(), sent('b'), sent('a'));
    expect(after(twice, confirm('b', 'full'))).toBe(twice);
    expect(offerView(after(twice, confirm('b', 'seated')))).toMatchObject({ chosen: 'b', asking: true });
  });

  test('is the moderator’s word about a seat: moved, and taken away', () => {
    const moved = after(offered(), confirm('b', 'moved'));
    expect(offerView(moved)).toMatchObject({ chosen: 'b', moved: true });
    expect(offerView(after(moved, confirm(null, 'moved')))).toMatchObject({ chosen: null, moved: true });
    expect(offerView(after(moved, sent('a'), confirm('a', 'seated')))).toMatchObject({
      chosen: 'a',
      moved: false,
    });
  });

  test('is their seat after a lost answer too: they are listed in the room', () => {
    const list =
      rooms(1, 0)?.map((room, at) => ({ ...room, clientIds: at === 0 ? [clientOf('Ben')] : [] })) ?? [];
    const state = after(offered(), { type: 'told.offer', fromClientId: clientOf('Ana'), rooms: list });
    expect(offerView(state)).toMatchObject({ chosen: 'a', rooms: [{ people: [] }, {}] });
  });

  test('stays aside while seats change, and a moderator finds it aside', () => {
    const aside = after(offered(), { type: 'offer.put-aside' });
    expect(offerView(after(aside, offer(2, 2)))).toMatchObject({
      aside: true,
      rooms: [{ state: 'full' }, {}],
    });
    expect(offerView(after(aside, { type: 'offer.taken-up' }))?.aside).toBe(false);
    const tom = given({ me: 'Tom', people: ['Ana', 'Tom', 'Ben'], role: 'moderator' });
    expect(offerView(after(tom, offer(0)))?.aside).toBe(true);
  });
});

describe('an offer ends', () => {
  test.each<[string, Parameters<typeof after>[1]]>([
    ['by word', { type: 'told.offer', fromClientId: clientOf('Ana'), rooms: null }],
    ['with no rooms', { type: 'told.offer', fromClientId: clientOf('Ana'), rooms: [] }],
    ['with its moderator', { type: 'person.left', clientId: clientOf('Ana') }],
    ['when they moderate no more', { type: 'role.changed', clientId: clientOf('Ana'), role: 'participant' }],
    ['when a roster comes without them', { type: 'roster.read', self: null, people: [somebody('Ben')] }],
    [
      'when this person has a new connection, under which they are offered anew',
      {
        type: 'roster.read',
        self: { clientId: 'c-new', userRef: keyOf('Ben'), role: 'participant' },
        people: [somebody('Ana', { role: 'moderator' }), somebody('Ben', { clientId: 'c-new' })],
      },
    ],
    [
      'when rooms are open',
      { type: 'told.rooms', rooms: [{ roomId: 'r1-1', number: 1, name: null, capacity: 7 }] },
    ],
  ])('%s', (_, event) => {
    const state = after(offered(), event);
    expect(state.self.offer).toBeNull();
    expect(state.notices).toEqual([]);
    expect(after(after(offered(), sent('a')), event).notices).toMatchObject([{ text: 'choice-over' }]);
  });

  test('when a pick is answered so, and the person is told', () => {
    const state = after(offered(), sent('a'), confirm('a', 'over'));
    expect(state.self.offer).toBeNull();
    expect(state.notices).toMatchObject([{ subject: 'ended', text: 'choice-over' }]);
  });

  test('not when somebody else leaves', () => {
    const state = offered();
    expect(after(state, { type: 'person.left', clientId: clientOf('Cem') }).self.offer).toBe(
      state.self.offer,
    );
  });
});

test('words of somebody who is no moderator, and answers nobody waits for, change nothing', () => {
  const ben = given({ me: 'Ben' });
  expect(after(ben, { ...offer(1), fromClientId: clientOf('Cem') })).toBe(ben);
  expect(after(ben, confirm('a', 'seated'))).toBe(ben);
  expect(after(ben, sent('a'))).toBe(ben);
  expect(after(ben, { type: 'offer.put-aside' })).toBe(ben);
});

test('another moderator’s offer ends one’s own: the seats stay, and undo takes it up again', () => {
  const two = after(choosing(), { type: 'person.joined', person: somebody('Tom', { role: 'moderator' }) });
  const state = after(picks(two, ['Ben', 'a']), { ...offer(0, 0), fromClientId: clientOf('Tom') });
  expect(state.plan.split).toBe('hand');
  expect(seats(state)).toEqual({ Ben: roomKey(1) });
  expect(state.notices).toMatchObject([{ text: 'choice-elsewhere', people: [keyOf('Tom')] }]);
  expect(state.self.offer?.from).toBe(keyOf('Tom'));
  const again = after(state, { type: 'offer.ended' }, { type: 'plan.undone' });
  expect(isOffering(again)).toBe(true);
  expect(after(again, { type: 'offer.made', slots: new Map([['n', roomKey(1)]]) }).self.offer).toBeNull();
});
