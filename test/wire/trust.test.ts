// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../../src/state/types.js';
import { CONTROL_KINDS, KINDS, type WireKind, type WireMessage } from '../../src/wire/messages.js';
import { mayObey, trustIn } from '../../src/wire/trust.js';

const person = (key: string, clientId: string | null, role: Role): Person => ({
  key,
  clientId,
  userRef: key,
  name: key,
  role,
  order: 1,
  joinedAt: 0,
  late: false,
  hasKit: true,
  place: { at: 'main' },
  still: null,
  awayUntil: clientId === null ? 60_000 : null,
  justLeft: null,
  backAt: null,
});
const roster = [
  person('mod', 'c-mod', 'moderator'),
  person('ana', 'c-ana', 'participant'),
  person('eva', 'c-eva', 'audience'),
  person('vic', 'c-vic', 'viewer'),
  person('who', 'c-who', 'unknown'),
  person('gone', null, 'moderator'),
  person('back', 'c-back-2', 'moderator'),
  person('__proto__', 'constructor', 'moderator'),
];
const state = {
  people: new Map(roster.map((one) => [one.key, one])),
  clients: new Map([
    ...roster.flatMap((one) => (one.clientId === null ? [] : [[one.clientId, one.key] as const])),
    // A connection that died but is still in the index, as between two events of a reconnect.
    ['c-gone', 'gone'] as const,
    ['c-back-1', 'back'] as const,
    ['c-nobody', 'nobody'] as const,
  ]),
};

/** A new kind does not compile before it has a row here. */
const messages: { readonly [Kind in WireKind]: Extract<WireMessage, { kind: Kind }> } = {
  hello: { kind: 'hello', ask: false },
  here: { kind: 'here', roomId: null, step: 'main' },
  decline: { kind: 'decline', roomId: 'r' },
  rooms: { kind: 'rooms', term: 1, version: 1, rooms: [], closesInMs: null },
  move: { kind: 'move', term: 1, roomId: 'r', clientIds: ['c-ana'], inMs: 0 },
  recall: { kind: 'recall', term: 1, inMs: 0 },
  'call-back': { kind: 'call-back', term: 1, clientIds: ['p1'], inMs: 0 },
  'keep-open': { kind: 'keep-open', term: 1 },
  withdraw: { kind: 'withdraw', term: 1, roomId: 'r', clientIds: null },
  offer: { kind: 'offer', term: 1, version: 1, rooms: null },
  pick: { kind: 'pick', slot: null },
  confirm: { kind: 'confirm', term: 1, version: 1, slot: null, answer: 'seated' },
  time: { kind: 'time', term: 1, version: 1, endsInMs: null, graceMs: 0 },
  'ask-time': { kind: 'ask-time' },
  help: { kind: 'help', on: true, roomId: null },
  claim: { kind: 'claim', clientId: 'c-ana', claim: 'claimed' },
  announce: { kind: 'announce', messageId: 'm', roomId: null, text: 'Hello' },
  seen: { kind: 'seen', messageId: 'm' },
  'ask-state': { kind: 'ask-state' },
  desk: {
    kind: 'desk',
    term: 1,
    version: 1,
    driver: null,
    round: 1,
    phase: 'open',
    rooms: [],
    openedAgoMs: 0,
    endsInMs: null,
    closesInMs: null,
    graceMs: 0,
    late: 'ask',
    people: [],
  },
  known: {
    kind: 'known',
    term: 1,
    round: 1,
    rooms: [],
    openedAgoMs: 0,
    endsInMs: null,
    closesInMs: null,
    graceMs: null,
  },
  drive: { kind: 'drive', term: 1, clientId: 'c-mod' },
};
const question: WireMessage = { kind: 'hello', ask: true };
/** Orders, and what else is a moderator's alone. */
const orders: readonly WireMessage[] = [
  ...[...CONTROL_KINDS].map((kind) => messages[kind]),
  question,
  messages.announce,
  messages['ask-state'],
];

describe('whose word counts', () => {
  it.each<[string, string, 'trusted' | 'not-known' | 'refused']>([
    ['a moderator who is here', 'c-mod', 'trusted'],
    ['a moderator with an odd id', 'constructor', 'trusted'],
    ['a moderator under a new connection', 'c-back-2', 'trusted'],
    ['the old connection of a moderator who came back', 'c-back-1', 'refused'],
    ['a moderator who dropped', 'c-gone', 'refused'],
    ['a participant', 'c-ana', 'refused'],
    ['somebody in the audience', 'c-eva', 'refused'],
    ['a viewer', 'c-vic', 'refused'],
    ['somebody whose role the service hides', 'c-who', 'not-known'],
    ['somebody nobody knows', 'c-new', 'refused'],
    ['a connection without a person', 'c-nobody', 'refused'],
    ['nobody', '', 'refused'],
  ])('an order from %s is judged by the connection', (_, from, trust) => {
    for (const message of orders) {
      expect(trustIn(state, { message, from }), message.kind).toBe(trust);
      expect(mayObey(state, { message, from }), message.kind).toBe(trust === 'trusted');
    }
  });

  it.each(['c-mod', 'c-ana', 'c-who', 'c-new'])(
    '%s may say hello, where they are, no, which room they want, and what they need and know',
    (from) => {
      for (const kind of ['hello', 'here', 'decline', 'pick', 'help', 'ask-time', 'seen', 'known'] as const) {
        expect(mayObey(state, { message: messages[kind], from })).toBe(true);
      }
    },
  );

  it('counts every order as a moderator kind, and nothing people report', () => {
    expect([...CONTROL_KINDS].toSorted()).toEqual([
      'call-back',
      'claim',
      'confirm',
      'desk',
      'drive',
      'keep-open',
      'move',
      'offer',
      'recall',
      'rooms',
      'time',
      'withdraw',
    ]);
    for (const kind of CONTROL_KINDS) expect(KINDS[kind].from).toBe('moderators');
  });
});
