// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { KitEvent, RoomEvent, ToldEvent, ToldLiveEvent } from '../../src/state/events.js';
import { INITIAL_STATE } from '../../src/state/initialState.js';
import { reduce } from '../../src/state/reduce.js';
import type { State } from '../../src/state/types.js';
import {
  after,
  clientOf,
  EVERYTHING,
  given,
  idOf,
  inside,
  invited,
  joining,
  listOf,
  opened,
  somebody,
} from './given.js';

/** A copy of every fact that the room or another kit may tell: the kind of event decides, so none can be forgotten. */
const FACTS: {
  readonly [T in (RoomEvent | ToldEvent | ToldLiveEvent)['type']]: readonly Extract<KitEvent, { type: T }>[];
} = {
  'connection.changed': [
    { type: 'connection.changed', connection: 'reconnecting' },
    { type: 'connection.changed', connection: 'connected' },
  ],
  'roster.read': [
    {
      type: 'roster.read',
      self: { clientId: 'c-Ben', userRef: 'u-Ben', role: 'participant' },
      people: [somebody('Ben'), somebody('Eve')],
    },
    {
      type: 'roster.read',
      self: { clientId: 'c-new', userRef: 'u-Ben', role: 'participant' },
      people: [somebody('Ben', { clientId: 'c-new' }), somebody('Ben')],
    },
    { type: 'roster.read', self: null, people: [] },
  ],
  'person.joined': [
    { type: 'person.joined', person: somebody('Eve') },
    { type: 'person.joined', person: somebody('Cem', { clientId: 'c-tab', name: '' }) },
  ],
  'person.left': [
    { type: 'person.left', clientId: clientOf('Cem') },
    { type: 'person.left', clientId: clientOf('Ben') },
  ],
  'role.changed': [{ type: 'role.changed', clientId: clientOf('Ben'), role: 'moderator' }],
  'mode.changed': [{ type: 'mode.changed', mode: 'lecture' }],
  'limits.known': [{ type: 'limits.known', limits: { maxRooms: 3, minPeople: 2, maxPeople: 5 } }],
  'capabilities.known': [{ type: 'capabilities.known', capabilities: { ...EVERYTHING, wire: false } }],
  'invite.received': [
    { type: 'invite.received', roomId: 'x', from: { clientId: 'c-Ana', userRef: null, name: 'Ana' } },
    { type: 'invite.received', roomId: idOf(1), from: null },
  ],
  'pull.started': [{ type: 'pull.started', roomId: 'x', fromClientId: null }],
  'pull.connected': [{ type: 'pull.connected', roomId: 'x' }],
  'pull.failed': [{ type: 'pull.failed', failure: { kind: 'unknown', code: null, text: null } }],
  'occupant.joined': [
    { type: 'occupant.joined', clientId: clientOf('Cem'), roomId: idOf(2) },
    { type: 'occupant.joined', clientId: clientOf('Dia'), roomId: null },
  ],
  'occupant.left': [
    { type: 'occupant.left', clientId: clientOf('Cem'), roomId: null },
    { type: 'occupant.left', clientId: clientOf('Dia'), roomId: idOf(1) },
  ],
  'invite.rejected': [
    { type: 'invite.rejected', clientId: null, roomId: null },
    { type: 'invite.rejected', clientId: clientOf('Cem'), roomId: idOf(1) },
  ],
  'rooms.hinted': [{ type: 'rooms.hinted', roomIds: [idOf(1)] }],
  'invite.hinted': [{ type: 'invite.hinted', roomId: idOf(1), clientIds: [clientOf('Cem')] }],
  'room.destroyed': [{ type: 'room.destroyed', roomId: idOf(1) }],
  'visit.connection': [{ type: 'visit.connection', roomId: idOf(1), connection: 'reconnecting' }],
  'visit.ended': [{ type: 'visit.ended', roomId: idOf(1), reason: 'by-moderator' }],
  'members.changed': [
    {
      type: 'members.changed',
      roomId: idOf(1),
      members: [{ clientId: 'b', userRef: null, name: 'Ben', isSelf: true }],
    },
  ],
  'talkers.changed': [
    {
      type: 'talkers.changed',
      roomId: idOf(1),
      talkers: [{ streamId: 's', name: 'Ben', clientId: null, kind: 'talker' }],
    },
  ],
  'mic.changed': [{ type: 'mic.changed', on: true, held: false }],
  'message.received': [{ type: 'message.received', from: clientOf('Cem'), body: { __proto__: null } }],
  'told.hello': [{ type: 'told.hello', clientId: clientOf('Cem') }],
  'told.here': [
    { type: 'told.here', clientId: clientOf('Cem'), roomId: idOf(2), step: 'joining' },
    { type: 'told.here', clientId: clientOf('Cem'), roomId: idOf(1), step: 'in-room' },
    { type: 'told.here', clientId: clientOf('Cem'), roomId: idOf(1), step: 'failed' },
    { type: 'told.here', clientId: clientOf('Cem'), roomId: null, step: 'failed' },
    { type: 'told.here', clientId: clientOf('Cem'), roomId: null, step: 'main' },
  ],
  'told.decline': [{ type: 'told.decline', clientId: clientOf('Cem'), roomId: idOf(1) }],
  'told.rooms': [
    {
      type: 'told.rooms',
      rooms: [
        { roomId: idOf(1), number: 1, name: 'Blue', capacity: 7 },
        { roomId: 'y', number: 2, name: null, capacity: null },
      ],
    },
    { type: 'told.rooms', rooms: [] },
  ],
  'told.move': [{ type: 'told.move', fromClientId: 'c-Ana', roomId: idOf(2), inMs: 20_000 }],
  'told.outranked': [{ type: 'told.outranked', roomIds: [idOf(1), 'x'] }],
  'told.withdraw': [
    { type: 'told.withdraw', roomId: idOf(1) },
    { type: 'told.withdraw', roomId: 'x' },
  ],
  'told.recall': [
    { type: 'told.recall', inMs: 30_000 },
    { type: 'told.recall', inMs: 0 },
  ],
  'told.call-back': [{ type: 'told.call-back', inMs: 20_000 }],
  'told.keep-open': [{ type: 'told.keep-open' }],
  'told.offer': [
    {
      type: 'told.offer',
      fromClientId: 'c-Ana',
      rooms: [
        { slot: 'a', number: 1, name: 'Blue', capacity: 7, taken: 2, clientIds: ['c-Cem', 'c-Ben'] },
        { slot: 'b', number: 2, name: null, capacity: 7, taken: 7, clientIds: [] },
      ],
    },
    { type: 'told.offer', fromClientId: 'c-Ana', rooms: [] },
    { type: 'told.offer', fromClientId: 'c-nobody', rooms: null },
  ],
  'told.pick': [
    { type: 'told.pick', clientId: 'c-Cem', slot: 'a' },
    { type: 'told.pick', clientId: 'c-Cem', slot: null },
    { type: 'told.pick', clientId: 'c-nobody', slot: 'nothing' },
  ],
  'meeting.ending': [{ type: 'meeting.ending', inMs: 300_000 }],
  'told.time': [
    { type: 'told.time', endsInMs: 600_000, graceMs: 30_000 },
    { type: 'told.time', endsInMs: null, graceMs: 10_000 },
  ],
  'told.ask-time': [{ type: 'told.ask-time', clientId: clientOf('Cem') }],
  'told.help': [
    { type: 'told.help', clientId: clientOf('Cem'), on: true, roomId: idOf(1) },
    { type: 'told.help', clientId: clientOf('Cem'), on: false, roomId: null },
  ],
  'told.claim': (['claimed', 'released', 'done'] as const).flatMap((claim) => [
    { type: 'told.claim', fromClientId: 'c-Ana', clientId: clientOf('Cem'), claim },
    { type: 'told.claim', fromClientId: 'c-Ana', clientId: clientOf('Ben'), claim },
  ]),
  'told.announce': [
    { type: 'told.announce', fromClientId: 'c-Ana', id: 'm1', roomId: null, text: 'Five minutes left.' },
    { type: 'told.announce', fromClientId: 'c-Ana', id: 'm2', roomId: idOf(1), text: 'Hello' },
  ],
  'told.seen': [{ type: 'told.seen', clientId: clientOf('Cem'), id: 'm1' }],
  'told.desk': [
    {
      type: 'told.desk',
      fromClientId: 'c-Ana',
      round: 2,
      phase: 'open',
      rooms: [
        { roomId: idOf(1), number: 1, name: 'Blue', capacity: 7 },
        { roomId: null, number: 2, name: null, capacity: null },
      ],
      openedAgoMs: 60_000,
      endsInMs: 600_000,
      closesInMs: null,
      graceMs: 30_000,
      late: 'fill',
      people: [
        { clientId: clientOf('Cem'), seat: 1, at: 'declined', room: 1, agoMs: 5000, lead: true, been: [2] },
        { clientId: clientOf('Dia'), seat: 2, at: 'main', room: null, agoMs: 0, lead: false, been: [] },
        { clientId: 'c-nobody', seat: 7, at: 'in-room', room: 7, agoMs: 0, lead: false, been: [7] },
      ],
    },
    {
      type: 'told.desk',
      fromClientId: 'c-Ana',
      round: 1,
      phase: 'closing',
      rooms: [],
      openedAgoMs: 0,
      endsInMs: null,
      closesInMs: 10_000,
      graceMs: 30_000,
      late: 'ask',
      people: [],
    },
  ],
  'told.ask-state': [{ type: 'told.ask-state', clientId: 'c-Ana' }],
  'told.known': [
    {
      type: 'told.known',
      fromClientId: 'c-Cem',
      term: 2,
      round: 1,
      rooms: [{ roomId: 'k', number: 1, name: null, capacity: null }],
      openedAgoMs: 1000,
      endsInMs: 60_000,
      closesInMs: 5000,
      graceMs: null,
    },
  ],
  'told.confirm': (['seated', 'moved', 'full', 'gone', 'locked', 'over'] as const).flatMap((answer) => [
    { type: 'told.confirm', slot: 'a', answer },
    { type: 'told.confirm', slot: null, answer },
  ]),
};

const ben = () => given({ me: 'Ben' });
const listed = () => after(ben(), listOf([idOf(1), 1], [idOf(2), 2]));
const running = () =>
  invited(
    opened(
      given({
        rooms: 2,
        seats: [
          ['Ben', 1],
          ['Cem', 1],
          ['Dia', 2],
        ],
      }),
    ),
    ['Cem'],
    1,
  );
const choosing = () =>
  after(
    given({ rooms: 2 }),
    { type: 'plan.edited', edits: [{ kind: 'split', split: 'choose' }], reason: 'settings' },
    {
      type: 'offer.made',
      slots: new Map([
        ['a', 'room-1'],
        ['b', 'room-2'],
      ]),
    },
  );
const offered = () =>
  after(ben(), {
    type: 'told.offer',
    fromClientId: 'c-Ana',
    rooms: [{ slot: 'a', number: 1, name: null, capacity: 7, taken: 0, clientIds: [] }],
  });
const asked = (state: State) => after(state, { type: 'invite.received', roomId: idOf(1), from: null });
const MOMENTS: readonly (readonly [string, () => State])[] = [
  ['before anything is known', () => INITIAL_STATE],
  ['in the draft', () => given({ rooms: 2 })],
  ['while the moderator’s rooms are open', running],
  [
    'while somebody is in a room',
    () =>
      after(
        running(),
        { type: 'occupant.joined', clientId: 'c-Cem', roomId: idOf(1) },
        { type: 'occupant.joined', clientId: 'c-Dia', roomId: idOf(1) },
      ),
  ],
  ['while the rooms are closing', () => after(running(), { type: 'round.closing', closesAt: 50_000 })],
  ['when the rooms are closed', () => after(running(), { type: 'round.closed' })],
  ['in a participant’s main room', ben],
  ['when a participant knows the rooms', listed],
  ['while an invitation waits', () => asked(listed())],
  ['while an invitation is put aside', () => after(asked(listed()), { type: 'invite.put-aside' })],
  ['while people choose', choosing],
  ['while rooms are offered', offered],
  ['while a pick waits', () => after(offered(), { type: 'pick.sent', slot: 'a' })],
  ['on the way', () => joining(listed(), idOf(1), { room: 'room-1' })],
  ['in a room', () => inside(listed(), idOf(1), { room: 'room-1' })],
  ['in a room nobody named', () => inside(ben(), idOf(1))],
  [
    'on the way back',
    () => after(inside(listed(), idOf(1), { room: 'room-1' }), { type: 'return.started', reason: 'self' }),
  ],
];

describe.each(
  Object.values(FACTS)
    .flat()
    .map((event) => [event.type, event] as const),
)('%s', (_, event) => {
  test.each(MOMENTS)(`heard twice is heard once, ${JSON.stringify(event)}, %s`, (_moment, make) => {
    const once = reduce(make(), { ...event, at: 100 });
    expect(reduce(once, { ...structuredClone(event), at: 100 }), 'at once').toBe(once);
    expect(reduce(once, { ...structuredClone(event), at: 600 }), 'a little later').toBe(once);
  });
});
