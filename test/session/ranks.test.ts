// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createRanks } from '../../src/session/ranks.js';
import { reduce } from '../../src/state/reduce.js';
import type { State } from '../../src/state/types.js';
import type { WireMessage } from '../../src/wire/messages.js';
import { after, clientOf, given, keyOf, somebody } from '../state/given.js';

/** The ranks of Ana's kit; Tom and Zoe moderate too. */
function ranks() {
  let state: State = given({
    people: ['Ana', somebody('Tom', { role: 'moderator' }), somebody('Zoe', { role: 'moderator' }), 'Ben'],
  });
  const made = createRanks({
    state: () => state,
    dispatch: (event) => void (state = reduce(state, { ...event, at: 0 })),
  });
  return {
    ...made,
    state: () => state,
    happens: (...steps: Parameters<typeof after> extends [State, ...infer S] ? S : never) =>
      void (state = after(state, ...steps)),
  };
}
const recall = (term: number): WireMessage => ({ kind: 'recall', term, inMs: 0 });
const list = (term: number, version: number): WireMessage => ({
  kind: 'rooms',
  term,
  version,
  rooms: [],
  closesInMs: null,
});
const drive = (term: number, name: string): WireMessage => ({
  kind: 'drive',
  term,
  clientId: clientOf(name),
});

describe('the rank of a moderator', () => {
  test('is above the highest that was heard', () => {
    const ana = ranks();
    expect(ana.admit(recall(4), clientOf('Tom'))).toBe(true);
    expect(ana.state().driver).toBe(keyOf('Tom'));
    ana.lead();
    expect(ana.term()).toBe(5);
    expect(ana.isLeading()).toBe(true);
    expect(ana.state().driver).toBe(keyOf('Ana'));
    expect(ana.admit(recall(4), clientOf('Tom'))).toBe(false);
    ana.lead();
    expect(ana.term()).toBe(5);
  });

  test('falls to a higher term, and of equals to the greater connection', () => {
    const ana = ranks();
    ana.lead();
    expect(ana.admit(recall(1), clientOf('Zoe'))).toBe(true);
    expect(ana.isLeading()).toBe(false);
    expect(ana.admit(recall(1), clientOf('Tom'))).toBe(false);
    expect(ana.state().driver).toBe(keyOf('Zoe'));
  });

  test('is that of whoever a word names, not of who brings it', () => {
    const ana = ranks();
    ana.admit(drive(2, 'Zoe'), clientOf('Tom'));
    expect(ana.holder()).toBe(clientOf('Zoe'));
    ana.admit(drive(3, 'Ana'), clientOf('Zoe'));
    expect(ana.isLeading()).toBe(true);
    ana.give(clientOf('Tom'));
    expect([ana.term(), ana.isLeading(), ana.state().driver]).toEqual([4, false, keyOf('Tom')]);
  });

  test('is taken anew under another connection', () => {
    const ana = ranks();
    ana.lead();
    ana.happens({
      type: 'roster.read',
      self: { clientId: 'c-new', userRef: keyOf('Ana'), role: 'moderator' },
      people: [somebody('Ana', { clientId: 'c-new', role: 'moderator' }), 'Tom', 'Zoe', 'Ben'].map((one) =>
        typeof one === 'string' ? somebody(one) : one,
      ),
    });
    ana.lead();
    expect([ana.term(), ana.holder()]).toEqual([2, 'c-new']);
    ana.renew();
    expect(ana.term()).toBe(3);
  });

  test('is worth nothing to who moderates no more', () => {
    const ana = ranks();
    ana.lead();
    ana.happens({ type: 'role.changed', clientId: clientOf('Ana'), role: 'participant' });
    expect(ana.isLeading()).toBe(false);
    ana.happens({ type: 'role.changed', clientId: clientOf('Ana'), role: 'moderator' });
    expect(ana.isLeading()).toBe(true);
  });

  test('is not given by what people remember, but rises above it', () => {
    const ana = ranks();
    ana.recall(7);
    expect([ana.holder(), ana.isLeading(), ana.state().driver]).toEqual([null, false, null]);
    ana.lead();
    expect(ana.term()).toBe(8);
    ana.recall(3);
    expect(ana.term()).toBe(8);
  });
});

describe('a list', () => {
  test('that is older than one that was heard comes too late', () => {
    const ana = ranks();
    expect(ana.admit(list(1, 5), clientOf('Tom'))).toBe(true);
    expect(ana.admit(list(1, 5), clientOf('Tom'))).toBe(false);
    expect(ana.admit(list(1, 4), clientOf('Tom'))).toBe(false);
    expect(ana.admit(list(2, 1), clientOf('Tom'))).toBe(true);
  });

  test('is the same moderator’s as before, or another’s', () => {
    const ana = ranks();
    expect(ana.listedBy(clientOf('Tom'))).toBe(false);
    expect(ana.listedBy(clientOf('Tom'))).toBe(true);
    expect(ana.listedBy(clientOf('Zoe'))).toBe(false);
  });
});
