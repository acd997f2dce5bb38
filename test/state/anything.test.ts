// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KitEvent, PlanEdit } from '../../src/state/events.js';
import { INITIAL_STATE, EMPTY_PLAN } from '../../src/state/initialState.js';
import { nextDeadline } from '../../src/state/nextDeadline.js';
import { reduce } from '../../src/state/reduce.js';
import * as rules from '../../src/state/rules.js';
import type { PersonKey, State } from '../../src/state/types.js';
import * as choosing from '../../src/state/view/choosing.js';
import * as people from '../../src/state/view/people.js';
import { personView } from '../../src/state/view/personView.js';
import * as drafts from '../../src/state/view/plan.js';
import * as rooms from '../../src/state/view/rooms.js';
import * as self from '../../src/state/view/self.js';
import { after, EVERYTHING, given } from './given.js';

/** Ids as a careless or a hostile service may give them; a small choice, so that they meet. */
const ID = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', '');
const ROOM_ID = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', '__proto__', 'constructor', '');
const KEY = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', 'a/3', '');
const ROOM_KEY = fc.constantFrom('room-1', 'room-2', 'room-3', 'id/r1', '__proto__', '');
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 3 });
const NAME = fc.constantFrom('Ben', 'ben', '', '\u202eCem', '\u200b');
const ROLE = fc.constantFrom('moderator', 'participant', 'participant', 'audience', 'viewer', 'unknown');
const SLOT = fc.constantFrom('s1', 's2', '__proto__');
const MS = fc.constantFrom(0, 1, 500, 20_000, 60_000);
const FAILURE = fc.record({
  kind: fc.constantFrom('no-answer', 'refused'),
  code: maybe(fc.constant(1726)),
  text: maybe(NAME),
});
const ROSTER_PERSON = fc.record({ clientId: ID, userRef: maybe(ID), name: NAME, role: ROLE });
const KEYS = fc.uniqueArray(KEY, { maxLength: 4 });

const EDIT: fc.Arbitrary<PlanEdit> = fc.oneof(
  fc.record({ kind: fc.constant('rooms'), count: fc.constantFrom(0, 1, 3, 99, Number.NaN) }),
  fc.constant<PlanEdit>({ kind: 'add-room' }),
  fc.record({ kind: fc.constant('remove-room'), roomKey: ROOM_KEY }),
  fc.record({
    kind: fc.constant('move'),
    people: KEYS,
    to: fc.oneof(ROOM_KEY, fc.constantFrom('none', 'main')),
  }),
  fc.record({ kind: fc.constant('rename'), roomKey: ROOM_KEY, name: maybe(NAME) }),
  fc.array(fc.tuple(KEY, ROOM_KEY)).map((seats) => ({ kind: 'seats', seats: new Map(seats) })),
  fc.record({ kind: fc.constant('split'), split: fc.constantFrom('choose', 'choose', 'hand', 'even') }),
  fc.record({ kind: fc.constant('capacity'), capacity: maybe(fc.constantFrom(-1, 1, 3, Number.NaN)) }),
  fc.record({
    kind: fc.constant('room-capacity'),
    roomKey: ROOM_KEY,
    capacity: maybe(fc.constantFrom(-1, 1, 3, Number.NaN)),
  }),
  fc.record({
    kind: fc.constant('rules'),
    rules: fc.record({
      together: fc.array(KEYS, { maxLength: 2 }),
      apart: fc.array(KEYS, { maxLength: 2 }),
      leadEach: fc.boolean(),
    }),
  }),
  fc.record({
    kind: fc.constant('expect'),
    expected: fc.array(
      fc.record({ name: maybe(NAME), email: maybe(NAME), userRef: maybe(ID), to: ROOM_KEY }),
      { maxLength: 2 },
    ),
  }),
  fc
    .array(fc.array(fc.tuple(KEY, ROOM_KEY), { maxLength: 3 }), { maxLength: 2 })
    .map((rounds) => ({ kind: 'ahead', ahead: rounds.map((seats) => new Map(seats)) })),
  fc.record({ kind: fc.constantFrom('lock', 'lead'), people: KEYS, on: fc.boolean() }),
  fc.array(fc.tuple(KEY, ROOM_KEY)).map((seats) => ({
    kind: 'replace',
    plan: {
      ...EMPTY_PLAN,
      rooms: [
        { key: 'room-2', number: 9, name: null },
        { key: 'room-2', number: 1, name: null },
      ],
      seats: new Map(seats),
    },
  })),
) as fc.Arbitrary<PlanEdit>;

const record = <T extends KitEvent['type']>(
  type: T,
  fields: { readonly [F in Exclude<keyof Extract<KitEvent, { type: T }>, 'type'>]: fc.Arbitrary<unknown> },
): fc.Arbitrary<KitEvent> =>
  fc.record({ type: fc.constant(type), ...fields }) as unknown as fc.Arbitrary<KitEvent>;

/** What the room or another kit may say. */
const FACT: fc.Arbitrary<KitEvent> = fc.oneof(
  record('connection.changed', {
    connection: fc.constantFrom('connected', 'reconnecting', 'lost', 'unknown'),
  }),
  record('roster.read', {
    self: maybe(fc.record({ clientId: ID.filter((id) => id !== ''), userRef: maybe(ID), role: ROLE })),
    people: fc.uniqueArray(ROSTER_PERSON, { selector: (person) => person.clientId, maxLength: 5 }),
  }),
  record('person.joined', { person: ROSTER_PERSON }),
  record('person.left', { clientId: ID }),
  record('role.changed', { clientId: ID, role: ROLE }),
  record('mode.changed', { mode: fc.constantFrom('group', 'lecture') }),
  record('limits.known', {
    limits: fc.record({
      maxRooms: fc.constantFrom(10, 2),
      minPeople: fc.constant(2),
      maxPeople: maybe(fc.constantFrom(1, 5)),
    }),
  }),
  record('capabilities.known', { capabilities: fc.constant(EVERYTHING) }),
  record('invite.received', {
    roomId: ROOM_ID,
    from: maybe(fc.record({ clientId: maybe(ID), userRef: maybe(ID), name: maybe(NAME) })),
  }),
  record('occupant.joined', { clientId: ID, roomId: maybe(ROOM_ID) }),
  record('occupant.left', { clientId: ID, roomId: maybe(ROOM_ID) }),
  record('invite.rejected', { clientId: maybe(ID), roomId: maybe(ROOM_ID) }),
  record('room.destroyed', { roomId: ROOM_ID }),
  record('members.changed', {
    roomId: ROOM_ID,
    members: fc.array(fc.record({ clientId: ID, userRef: maybe(ID), name: NAME, isSelf: fc.boolean() }), {
      maxLength: 2,
    }),
  }),
  record('mic.changed', { on: fc.boolean(), held: fc.boolean() }),
  record('told.hello', { clientId: ID }),
  record('told.here', {
    clientId: ID,
    roomId: maybe(ROOM_ID),
    step: fc.constantFrom('joining', 'in-room', 'main', 'failed'),
  }),
  record('told.decline', { clientId: ID, roomId: ROOM_ID }),
  record('told.rooms', {
    fromClientId: ID,
    rooms: fc.array(
      fc.record({
        roomId: ROOM_ID,
        number: fc.integer({ min: 1, max: 3 }),
        name: maybe(NAME),
        capacity: maybe(fc.constant(7)),
      }),
      { maxLength: 3 },
    ),
    same: fc.boolean(),
  }),
  record('told.outranked', { roomIds: fc.array(ROOM_ID, { maxLength: 3 }) }),
  record('told.move', { fromClientId: ID, roomId: ROOM_ID, inMs: MS }),
  record('told.withdraw', { roomId: ROOM_ID }),
  record('told.recall', { inMs: MS }),
  record('told.call-back', { inMs: MS }),
  record('visit.connection', { roomId: ROOM_ID, connection: fc.constantFrom('connected', 'reconnecting') }),
  record('visit.ended', {
    roomId: ROOM_ID,
    reason: fc.constantFrom('left', 'dropped', 'by-moderator', 'unknown'),
  }),
  record('told.keep-open', {}),
  record('told.offer', {
    fromClientId: ID,
    rooms: maybe(
      fc.array(
        fc.record({
          slot: SLOT,
          number: fc.integer({ min: 1, max: 3 }),
          name: maybe(NAME),
          capacity: fc.constantFrom(1, 7),
          taken: fc.nat({ max: 8 }),
          clientIds: fc.array(ID, { maxLength: 2 }),
        }),
        { maxLength: 3 },
      ),
    ),
  }),
  record('told.pick', { clientId: ID, slot: maybe(SLOT) }),
  record('told.confirm', {
    slot: maybe(SLOT),
    answer: fc.constantFrom('seated', 'moved', 'full', 'gone', 'locked', 'over'),
  }),
);

const ATTEMPT = fc.record({
  id: fc.integer({ min: 1, max: 3 }),
  tries: fc.constant(1),
  roomId: ROOM_ID.filter((id) => id !== ''),
  roomKey: ROOM_KEY.filter((key) => key !== ''),
  step: fc.constant('sound'),
  since: fc.constant(0),
  slowAt: MS,
  giveUpAt: MS,
  slow: fc.constant(false),
  forced: fc.boolean(),
  failure: fc.constant(null),
  failedWall: fc.constant(null),
});

/** What this person and this kit may do, in any order. */
const DEED: fc.Arbitrary<KitEvent> = fc.oneof(
  {
    weight: 4,
    arbitrary: record('plan.edited', {
      edits: fc.array(EDIT, { minLength: 1, maxLength: 2 }),
      reason: fc.constant('drag'),
    }),
  },
  record('plan.undone', {}),
  record('plan.redone', {}),
  record('ghost.claimed', { ghost: KEY, key: KEY, inside: maybe(fc.constantFrom(1, 2, 3)) }),
  record('draft.restored', { draft: fc.constant(null) }),
  { weight: 4, arbitrary: record('clock.passed', {}) },
  record('times.set', { times: fc.record({ invite: MS, grace: MS, notice: MS, kept: MS }) }),
  record('call.opened', {
    call: fc.record({
      id: ID,
      kind: fc.constantFrom('invite', 'create'),
      roomKey: maybe(ROOM_KEY),
      people: KEYS,
      sentAt: MS,
      giveUpAt: MS,
      overdue: fc.constant(false),
    }),
  }),
  record('call.answered', { callId: ID }),
  record('call.overdue', { callId: ID, failure: FAILURE }),
  record('round.opening', {}),
  record('rooms.created', {
    rooms: fc.array(fc.record({ roomKey: ROOM_KEY, roomId: ROOM_ID, capacity: maybe(fc.constant(7)) }), {
      maxLength: 3,
    }),
  }),
  record('round.opened', {}),
  record('round.failed', { failure: FAILURE }),
  record('round.closing', { closesAt: MS }),
  record('round.kept', {}),
  record('round.closed', {}),
  record('round.reset', {}),
  record('invite.sent', { people: KEYS, roomKey: ROOM_KEY }),
  record('invite.failed', { people: KEYS, roomKey: ROOM_KEY, failure: FAILURE }),
  record('offer.made', {
    slots: fc.array(fc.tuple(SLOT, ROOM_KEY)).map((slots) => new Map(slots)),
  }),
  record('offer.ended', {}),
  record('offer.put-aside', {}),
  record('offer.taken-up', {}),
  record('pick.sent', { slot: maybe(SLOT) }),
  record('invite.put-aside', {}),
  record('invite.waited', {}),
  record('invite.declined', {}),
  record('attempt.started', { attempt: ATTEMPT }),
  record('attempt.failed', { id: fc.integer({ min: 1, max: 3 }), failure: FAILURE, wall: MS }),
  record('attempt.succeeded', { id: fc.integer({ min: 1, max: 3 }) }),
  record('attempt.dismissed', {}),
  record('return.started', { reason: fc.constant('self') }),
  record('return.ended', {}),
  record('stay.resumed', { roomId: ROOM_ID.filter((id) => id !== '') }),
  record('sound.failed', { failure: FAILURE }),
  record('notice.given', { subject: fc.constantFrom('open', 'wire'), text: fc.constant('failed') } as never),
  record('notice.dismissed', { id: fc.integer({ min: 1, max: 5 }) }),
);

const STEP = fc.record({
  event: fc.oneof(FACT, DEED),
  wait: fc.constantFrom(0, 0, 1, 700, 30_000),
});
const isFact = (event: KitEvent) => FACT_TYPES.test(event.type);
const FACT_TYPES =
  /^(?:connection|roster|person|role|mode|limits|capabilities|occupant|room\.|members|mic|told|invite\.received|invite\.rejected)/;

/** Nobody and nothing is called like this. */
const STRANGE: readonly KitEvent[] = [
  { type: 'person.left', clientId: 'strange' },
  { type: 'role.changed', clientId: 'strange', role: 'moderator' },
  { type: 'occupant.joined', clientId: 'strange', roomId: null },
  { type: 'occupant.left', clientId: 'strange', roomId: null },
  { type: 'invite.rejected', clientId: 'strange', roomId: null },
  { type: 'invite.rejected', clientId: null, roomId: 'strange' },
  { type: 'room.destroyed', roomId: 'strange' },
  { type: 'members.changed', roomId: 'strange', members: [] },
  { type: 'told.hello', clientId: 'strange' },
  { type: 'told.here', clientId: 'strange', roomId: 'r1', step: 'in-room' },
  { type: 'told.decline', clientId: 'strange', roomId: 'r1' },
  { type: 'told.withdraw', roomId: 'strange' },
  { type: 'told.offer', fromClientId: 'strange', rooms: null },
  { type: 'told.pick', clientId: 'strange', slot: 's1' },
  { type: 'call.answered', callId: 'strange' },
  { type: 'invite.sent', people: ['strange'], roomKey: 'strange' },
  { type: 'plan.edited', edits: [{ kind: 'remove-room', roomKey: 'strange' }], reason: 'menu' },
  { type: 'notice.dismissed', id: 99_999 },
];

/** Each view with its name; those with a key are asked for everything there is, and for something there is not. */
function views(state: State): readonly (readonly [string, () => unknown])[] {
  const persons: readonly PersonKey[] = [...state.people.keys(), 'strange'];
  const keys = [...state.plan.rooms.map((room) => room.key), ...state.rooms.keys(), 'strange'];
  return [
    ...Object.entries({
      ...pick(people, ['everybody', 'everybodyKeys', 'twins', 'ladder']),
      ...pick(drafts, ['pool', 'planWarnings', 'eachHint']),
      roomKeys: rooms.roomKeys,
      ...pick(choosing, ['offeredRooms', 'notChosen', 'isOffering', 'offerView']),
      ...pick(self, ['inviteView', 'attemptView', 'stayView', 'selfAt']),
    }).map(([name, view]) => [name, () => view(state)] as const),
    ...persons.map((key) => [`personView ${key}`, () => personView(state, key)] as const),
    ...keys.flatMap((key) => [
      [`roomView ${key}`, () => rooms.roomView(state, key)] as const,
      [`roomPeople ${key}`, () => rooms.roomPeople(state, key)] as const,
      [`roomMissing ${key}`, () => rooms.roomMissing(state, key)] as const,
      [`roomSeats ${key}`, () => rooms.roomSeats(state, key)] as const,
    ]),
  ];
}

function pick<T extends object, K extends keyof T>(
  from: T,
  names: readonly K[],
): { readonly [N in K]: (state: State) => unknown } {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as unknown as {
    readonly [N in K]: (state: State) => unknown;
  };
}

/** Said at each of thirty thousand steps, so in the plainest way. */
function must(what: string, isSo: boolean): void {
  if (!isSo) throw new Error(`Not so: ${what}`);
}
const isOnce = (list: readonly unknown[]) => new Set(list).size === list.length;

function holds(state: State): void {
  const everybody = people.everybodyKeys(state);
  const counted = Object.values(people.ladder(state)).reduce((sum, count) => sum + count);
  must('the ladder adds up to everybody', counted === everybody.length);
  const { unassigned, staying, seated } = drafts.pool(state);
  const pooled = new Set([...unassigned, ...staying, ...seated]);
  const size = unassigned.length + staying.length + seated.length;
  must('everybody is in one group', size === everybody.length && everybody.every((key) => pooled.has(key)));

  const keys = state.plan.rooms.map((room) => room.key);
  must('rooms of the draft have keys of their own', isOnce(keys));
  for (const room of state.plan.seats.values()) must('a seat is in a room of the draft', keys.includes(room));
  const known = [...new Set([...keys, ...state.rooms.keys()])];
  must('nobody is in two rooms', isOnce(known.flatMap((key) => rooms.roomPeople(state, key))));

  const ids = [...state.rooms.values()].flatMap((room) => room.roomId ?? []);
  const past = new Set([...state.rooms.values()].flatMap((room) => room.pastIds));
  must('an id is one room’s', isOnce(ids));
  must('a dead id stays dead', !ids.some((id) => past.has(id)));

  for (const [clientId, key] of state.clients)
    must('a connection is its person’s', state.people.get(key)?.clientId === clientId);
  for (const { key, clientId, awayUntil } of state.people.values()) {
    must('a person’s connection is known', clientId === null || state.clients.get(clientId) === key);
    must('who is away is waited for', key === state.self.key || (awayUntil === null) === (clientId !== null));
  }
  const due = nextDeadline(state);
  must('the next moment is yet to come', due === null || due > state.at);
  const { at, roomId, roomKey, invite } = state.self;
  must(
    'who is in main is in no room, and the other way round',
    (roomId === null) === (at === 'main') && (roomKey === null) === (at === 'main'),
  );
  must('an invitation is to a room that lives', invite === null || !past.has(invite.roomId));
  must('there is one notice of a subject', isOnce(state.notices.map((notice) => notice.subject)));
}

test('whatever happens in whatever order, nobody is lost, nothing throws, and what is true adds up', () => {
  const prototype = Object.getOwnPropertyNames(Object.prototype).toSorted();
  fc.assert(
    fc.property(fc.boolean(), fc.array(STEP, { minLength: 60, maxLength: 60 }), (fresh, steps) => {
      let now = 0;
      let state = fresh
        ? INITIAL_STATE
        : given({
            people: [
              'Ana',
              { clientId: 'a', userRef: 'b', name: 'Ben', role: 'participant' },
              { clientId: 'b', userRef: null, name: 'Ben', role: 'participant' },
            ],
            rooms: 2,
          });
      for (const { event, wait } of steps) {
        now += wait;
        const before = state;
        state = reduce(before, { ...event, at: now });
        if (isFact(event))
          must(
            'the second copy changes nothing',
            reduce(state, { ...structuredClone(event), at: now }) === state,
          );
        if (event.type === 'plan.edited' && state !== before && drafts.canUndo(state))
          must('undo gives the draft before', after(state, { type: 'plan.undone' }).plan === before.plan);
        holds(state);
      }
      for (const event of STRANGE) expect(reduce(state, { ...event, at: now }), event.type).toBe(state);
      for (const [name, view] of views(state)) expect(view(), name).toBe(view());
      for (const rule of Object.values(rules))
        (rule as (state: State, about: never) => unknown)(state, [] as never);
    }),
    { numRuns: 500 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(prototype);
}, 60_000);
