// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { ToldDesk } from '../../src/state/events.js';
import { otherDriver } from '../../src/state/driving.js';
import type { State } from '../../src/state/types.js';
import { whyNotManage, whyNotPlan } from '../../src/state/rules.js';
import {
  after,
  clientOf,
  EVERYTHING,
  given,
  idOf,
  inside,
  keyOf,
  listOf,
  opened,
  placeOf,
  planned,
  roomKey,
  somebody,
  until,
  type Step,
} from './given.js';

const ROSTER = ['Ana', somebody('Tom', { role: 'moderator' }), 'Ben', 'Cem', 'Dia'] as const;
/** Tom watches; Ana runs the rooms. */
const tom = (more: Parameters<typeof given>[0] = {}): State =>
  after(given({ me: 'Tom', people: ROSTER, ...more }), { type: 'driver.known', driver: keyOf('Ana') });

type Said = ToldDesk['people'][number];
const said = (name: string, more: Partial<Said> = {}): Said => ({
  clientId: clientOf(name),
  seat: null,
  at: 'main',
  room: null,
  agoMs: 0,
  lead: false,
  been: [],
  ...more,
});
const desk = (people: readonly Said[] = [], more: Partial<ToldDesk> = {}): Step & ToldDesk => ({
  type: 'told.desk',
  fromClientId: clientOf('Ana'),
  round: 1,
  phase: 'open',
  rooms: [1, 2].map((number) => ({ roomId: idOf(number), number, name: null, capacity: 7 })),
  openedAgoMs: 0,
  endsInMs: null,
  closesInMs: null,
  graceMs: 30_000,
  late: 'ask',
  people,
  ...more,
});
const watching = () =>
  after(
    tom(),
    desk([
      said('Ben', { seat: 1, at: 'in-room', room: 1, been: [1] }),
      said('Cem', { seat: 1, at: 'declined', room: 1, agoMs: 4000 }),
      said('Dia', { seat: 2, at: 'invited', room: 2, agoMs: 5000, lead: true }),
    ]),
  );

describe('who runs the rooms', () => {
  test('stands in the way of the other moderators, as long as they are here and moderate', () => {
    const state = watching();
    expect(whyNotManage(state)).toEqual({ why: 'other-drives' });
    expect(whyNotPlan(state)).toEqual({ why: 'other-drives' });
    for (const gone of [
      { type: 'person.left', clientId: clientOf('Ana') },
      { type: 'role.changed', clientId: clientOf('Ana'), role: 'participant' },
      { type: 'capabilities.known', capabilities: { ...EVERYTHING, wire: false } },
    ] as const)
      expect(otherDriver(after(state, gone)), gone.type).toBeNull();
  });

  test('is told to whoever ran them before, and no more once they do again', () => {
    const ana = after(opened(given({ people: ROSTER, rooms: 2, seats: [['Ben', 1]] })), {
      type: 'driver.known',
      driver: keyOf('Ana'),
    });
    const lost = after(ana, { type: 'driver.known', driver: keyOf('Tom') });
    expect(lost.notices).toMatchObject([{ text: 'driver-changed', people: [keyOf('Tom')] }]);
    expect(after(lost, { type: 'driver.known', driver: keyOf('Ana') }).notices).toEqual([]);
    const draft = after(given({ people: ROSTER }), { type: 'driver.known', driver: keyOf('Ana') });
    expect(after(draft, { type: 'driver.known', driver: keyOf('Tom') }).notices).toEqual([]);
  });
});

describe('a picture of the rooms', () => {
  test('shows everything: rooms, seats, leads, places and since when', () => {
    const state = after(
      until(tom(), 10_000),
      desk([said('Cem', { seat: 1, at: 'declined', room: 1, agoMs: 4000 })]),
    );
    expect(state.round).toMatchObject({ phase: 'open', number: 1 });
    expect([...state.plan.seats]).toEqual([[keyOf('Cem'), roomKey(1)]]);
    expect(placeOf(state, 'Cem')).toEqual({ at: 'declined', roomKey: roomKey(1), since: 6000 });
  });

  test('leaves people alone whom it does not name', () => {
    const state = after(watching(), desk([said('Cem', { seat: 2, at: 'invited', room: 2 })]));
    expect(state.plan.seats).toEqual(
      new Map([
        [keyOf('Ben'), roomKey(1)],
        [keyOf('Cem'), roomKey(2)],
        [keyOf('Dia'), roomKey(2)],
      ]),
    );
    expect(placeOf(state, 'Ben')).toMatchObject({ at: 'in-room', evidence: 'told' });
    expect([...state.plan.leads]).toEqual([keyOf('Dia')]);
  });

  test('does nothing when it is told twice', () => {
    const state = watching();
    const again = desk([said('Ben', { seat: 1, at: 'in-room', room: 1, been: [1] })]);
    const once = after(state, again);
    expect(after(once, again)).toBe(once);
  });

  test('says nothing to a person who does not moderate', () => {
    const ben = given({ me: 'Ben', people: ROSTER });
    expect(after(ben, desk([said('Cem', { seat: 1 })]))).toBe(ben);
  });

  test('keeps a draft for later, takes none of its seats, and says who opened', () => {
    const draft = planned(tom(), 3, [
      ['Ben', 3],
      ['Cem', 1],
    ]);
    const state = after(draft, desk([said('Ben', { seat: 2 })]));
    expect([...state.plan.seats]).toEqual([[keyOf('Ben'), roomKey(2)]]);
    expect(state.plan.rooms).toHaveLength(2);
    expect(state.past.at(-1)).toBe(draft.plan);
    expect(state.notices).toMatchObject([{ text: 'opened-elsewhere', people: [keyOf('Ana')] }]);
  });

  test('cannot be taken back by undo or redo', () => {
    const before = planned(tom(), 2, [['Ben', 1]]);
    const state = after(before, desk([said('Ben', { seat: 2 })]));
    expect(after(state, { type: 'plan.undone' }).plan).toBe(state.plan);
    const next = after(state, desk([said('Ben', { seat: 1 })]));
    expect(after(next, { type: 'plan.undone' }).plan).toBe(next.plan);
    expect(after(next, { type: 'plan.redone' }).plan).toBe(next.plan);
  });

  test('tells who has been where, from the first one on', () => {
    const state = watching();
    expect(state.round.visitors).toEqual(new Map([[roomKey(1), new Set([keyOf('Ben')])]]));
    const next = after(state, desk([said('Dia', { seat: 2, been: [1, 2] })]));
    expect(next.round.visitors.get(roomKey(1))).toEqual(new Set([keyOf('Ben'), keyOf('Dia')]));
    expect(next.round.visitors.get(roomKey(2))).toEqual(new Set([keyOf('Dia')]));
  });

  test('leaves this person where they are, with the seat that they were given', () => {
    const visiting = inside(watching(), idOf(2), { room: roomKey(2) });
    const state = after(visiting, desk([said('Tom', { seat: 1 })]));
    expect(state.self).toMatchObject({ at: 'in-room', roomId: idOf(2), roomKey: roomKey(2) });
    expect(placeOf(state, 'Tom')).toMatchObject({
      at: 'in-room',
      roomKey: roomKey(2),
      evidence: 'confirmed',
    });
    expect(state.plan.seats.get(keyOf('Tom'))).toBe(roomKey(1));
  });

  test('leaves somebody who is away where their place is kept', () => {
    const away = after(watching(), { type: 'person.left', clientId: clientOf('Ben') });
    const state = after(away, desk([said('Ben', { seat: 2 }), said('Cem')]));
    expect(placeOf(state, 'Ben')).toMatchObject({ at: 'in-room', roomKey: roomKey(1) });
    expect(state.plan.seats.get(keyOf('Ben'))).toBe(roomKey(1));
  });

  test('gives a room that was made again its new id, and an emptied one none', () => {
    const rooms = [
      { roomId: 'new', number: 1, name: 'Pricing', capacity: 7 },
      { roomId: null, number: 2, name: null, capacity: null },
    ];
    const state = after(watching(), desk([], { rooms }));
    expect(state.rooms.get(roomKey(1))).toMatchObject({ roomId: 'new', name: 'Pricing', pastIds: [idOf(1)] });
    expect(state.rooms.get(roomKey(2))).toMatchObject({ roomId: null, pastIds: [idOf(2)] });
    // What comes late from the time before says nothing of them.
    const late = after(state, desk());
    expect(late.rooms.get(roomKey(1))?.roomId).toBe('new');
  });

  test('knows a room by its id before its number, and takes no number for two rooms', () => {
    const invitedFirst = after(tom(), {
      type: 'invite.received',
      roomId: idOf(2),
      from: { clientId: clientOf('Ana'), userRef: null, name: null },
    });
    const state = after(invitedFirst, desk([said('Ben', { seat: 2 })]));
    expect(state.plan.rooms.map(({ key, number }) => [key, number])).toEqual([
      [roomKey(1), 1],
      [`id/${idOf(2)}`, 2],
    ]);
    const swapped = after(
      watching(),
      desk([], {
        rooms: [
          { roomId: idOf(2), number: 1, name: null, capacity: 7 },
          { roomId: idOf(1), number: 2, name: null, capacity: 7 },
        ],
      }),
    );
    expect(swapped.plan.rooms.map(({ key }) => key)).toEqual([roomKey(2), roomKey(1)]);
  });

  test('that comes late, of a round that is over here, opens nothing', () => {
    const closed = after(watching(), { type: 'told.recall', inMs: 0 });
    expect(closed.round.phase).toBe('closed');
    expect(after(closed, desk([said('Ben', { seat: 2 })]))).toBe(closed);
    const draft = after(closed, { type: 'round.reset' });
    expect(after(draft, desk())).toBe(draft);
    expect(after(draft, desk([], { round: 2, rooms: listed(2) })).round).toMatchObject({
      phase: 'open',
      number: 2,
    });
  });

  test('closes with the rooms, never later than it was said first, and opens again when they are kept open', () => {
    const closing = after(watching(), desk([], { phase: 'closing', closesInMs: 20_000 }));
    expect(closing).toMatchObject({
      round: { phase: 'closing', closesAt: 20_000 },
      self: { recallAt: 20_000 },
    });
    const later = after(until(closing, 5000), desk([], { phase: 'closing', closesInMs: 25_000 }));
    expect(later.round.closesAt).toBe(20_000);
    const open = after(later, desk());
    expect(open).toMatchObject({ round: { phase: 'open', closesAt: null }, self: { recallAt: null } });
  });

  test('does not take a wish for more time for granted', () => {
    const asked = after(watching(), { type: 'told.ask-time', clientId: clientOf('Ben') });
    expect([...after(asked, desk([said('Cem')])).timeAsks.keys()]).toEqual([keyOf('Ben')]);
    const timed = after(watching(), desk([], { endsInMs: 60_000 }), {
      type: 'told.ask-time',
      clientId: clientOf('Ben'),
    });
    expect(after(timed, desk([], { endsInMs: 120_000 })).timeAsks.size).toBe(0);
  });

  test('of one’s own doing changes no seat, but tells where people went meanwhile', () => {
    const ana = after(
      opened(
        given({
          people: ROSTER,
          rooms: 2,
          seats: [
            ['Ben', 1],
            ['Cem', 2],
          ],
        }),
      ),
      { type: 'told.here', clientId: clientOf('Ben'), roomId: idOf(1), step: 'in-room' },
    );
    const state = after(
      ana,
      desk([said('Ben', { seat: 2 }), said('Cem', { at: 'declined', room: 2, agoMs: 0 })], { mine: true }),
    );
    expect(state.plan).toBe(ana.plan);
    expect(placeOf(state, 'Ben').at).toBe('main');
    expect(placeOf(state, 'Cem').at).toBe('declined');
  });
});

const listed = (round: number): ToldDesk['rooms'] =>
  [1, 2].map((number) => ({ roomId: idOf(number, round), number, name: null, capacity: 7 }));

describe('rooms of two moderators', () => {
  const ana = () =>
    opened(
      given({
        people: ROSTER,
        rooms: 2,
        seats: [
          ['Ben', 1],
          ['Cem', 2],
        ],
      }),
    );

  test('are the other’s when their word stands: one’s own are given up, and the plan is a draft again', () => {
    const before = ana();
    const state = after(before, {
      ...listOf(['t-1', 1], ['t-2', 2], ['t-3', 3]),
      fromClientId: clientOf('Tom'),
    } as Step);
    expect(state.plan.rooms).toHaveLength(3);
    expect(state.plan.seats.size).toBe(0);
    expect(state.past.at(-1)).toBe(before.plan);
    expect([...state.rooms.values()].map(({ roomId }) => roomId)).toEqual(['t-1', 't-2', 't-3']);
    expect(state.round).toMatchObject({ phase: 'open', number: 1 });
    expect(state.notices).toMatchObject([{ text: 'opened-elsewhere', people: [keyOf('Tom')] }]);
  });

  test('while one’s own are still being made: the other’s stand', () => {
    const opening = after(given({ people: ROSTER, rooms: 2, seats: [['Ben', 1]] }), {
      type: 'round.opening',
    });
    const state = after(opening, { ...listOf(['t-1', 1]), fromClientId: clientOf('Tom') } as Step);
    expect(state.round).toMatchObject({ phase: 'open', number: 1 });
    expect(state.past.at(-1)).toBe(opening.plan);
    const late = after(
      state,
      { type: 'round.opened' },
      { type: 'round.failed', failure: { kind: 'unknown', code: null, text: null } },
    );
    expect(late.round.phase).toBe('open');
  });

  test('are told from rooms that were all made again by whoever listed them before', () => {
    const state = after(watching(), { ...listOf(['n-1', 1], ['n-2', 2]), same: true } as Step);
    expect(state.plan.seats.size).toBe(3);
    expect(state.rooms.get(roomKey(1))?.roomId).toBe('n-1');
  });

  test('bring a person back from those that were given up, unless they go to one that stands', () => {
    const ben = inside(after(given({ me: 'Ben', people: ROSTER }), listOf(['a-1', 1])), 'a-1', {
      room: roomKey(1),
    });
    const state = after(ben, { ...listOf(['t-1', 1]), fromClientId: clientOf('Tom') } as Step);
    expect(state.self).toMatchObject({ at: 'in-room', roomId: 'a-1', recallAt: ben.times.notice });
    const gone = inside(state, 't-1', { id: 2, room: roomKey(1) });
    expect(gone.self).toMatchObject({ roomId: 't-1', recallAt: null });
  });

  test('are not invited to where their moderator’s word does not stand', () => {
    const ben = after(given({ me: 'Ben', people: ROSTER }), listOf(['t-1', 1]));
    const call: Step = {
      type: 'invite.received',
      roomId: 'a-1',
      from: { clientId: clientOf('Ana'), userRef: null, name: null },
    };
    const asked = after(ben, call);
    expect(asked.self.invite?.roomId).toBe('a-1');
    const told = after(asked, { type: 'told.outranked', roomIds: ['a-1', 't-1'] });
    expect(told.self.invite).toBeNull();
    expect(after(told, call).self.invite).toBeNull();
    expect(told.rooms.get(roomKey(1))?.roomId).toBe('t-1');
  });
});

describe('what people’s kits remember', () => {
  const told: Step = {
    type: 'told.known',
    fromClientId: clientOf('Ben'),
    term: 3,
    round: 4,
    rooms: [{ roomId: idOf(1), number: 1, name: 'Pricing', capacity: 7 }],
    openedAgoMs: 2000,
    endsInMs: 60_000,
    closesInMs: null,
    graceMs: 10_000,
  };

  test('opens the rooms again for a moderator who has forgotten, and says what is unknown', () => {
    const state = after(until(tom(), 5000), told);
    expect(state.round).toMatchObject({
      phase: 'open',
      number: 4,
      openedAt: 3000,
      endsAt: 65_000,
      grace: 10_000,
    });
    expect(state.plan.rooms).toMatchObject([{ number: 1, name: 'Pricing' }]);
    expect(state.notices.map(({ text }) => text)).toEqual(['state-partial']);
  });

  test('says of a draft nothing but that it is kept', () => {
    const draft = planned(tom(), 2, [['Ben', 1]]);
    const state = after(draft, told);
    expect(state.past.at(-1)).toBe(draft.plan);
    expect(state.notices.map(({ text }) => text)).toEqual(['state-partial']);
  });

  test('counts for no one else, and not where rooms are open already', () => {
    const ben = given({ me: 'Ben', people: ROSTER });
    expect(after(ben, told)).toBe(ben);
    const open = watching();
    expect(after(open, { ...told, rooms: [{ roomId: 'trap', number: 1, name: null, capacity: 5 }] })).toBe(
      open,
    );
  });
});
