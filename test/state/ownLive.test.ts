// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { messagesView, ownHelpView, timeView } from '../../src/state/view/live.js';
import { attemptView, stayView } from '../../src/state/view/self.js';
import {
  after,
  clientOf,
  EVERYTHING,
  given,
  inside,
  joining,
  keyOf,
  listOf,
  roomKey,
  type Step,
} from './given.js';

const ben = (more: Parameters<typeof given>[0] = {}) => given({ me: 'Ben', ...more });
const list = listOf(['r1-1', 1], ['r1-2', 2]);
const inOne = (more?: Parameters<typeof given>[0]) =>
  inside(after(ben(more), list), 'r1-1', { room: roomKey(1) });
const claim = (claimed: 'claimed' | 'released' | 'done'): Step => ({
  type: 'told.claim',
  fromClientId: clientOf('Ana'),
  clientId: clientOf('Ben'),
  claim: claimed,
});

describe('a call for help of one’s own', () => {
  test('tells since when, who comes, and when it is over', () => {
    const asked = after(inOne(), { type: 'help.asked', at: 5 });
    expect(ownHelpView(inOne())).toEqual({ canAsk: true, since: null, claimedBy: null, name: null });
    expect(ownHelpView(asked)).toMatchObject({ since: 5, claimedBy: null });
    expect(ownHelpView(after(asked, claim('claimed')))).toMatchObject({
      claimedBy: keyOf('Ana'),
      name: 'Ana',
    });
    expect(ownHelpView(after(asked, claim('claimed'), claim('released')))).toMatchObject({ claimedBy: null });
    expect(ownHelpView(after(asked, claim('done')))).toMatchObject({ since: null });
  });

  test.each<[string, Parameters<typeof given>[0]]>([
    ['kits cannot talk', { capabilities: { ...EVERYTHING, wire: false } }],
    ['nobody is known to moderate', { people: ['Ben', 'Cem'] }],
    ['they moderate themselves', { role: 'moderator' }],
  ])('cannot be made, nor more time asked for, where %s', (_, more) => {
    expect(ownHelpView(inOne(more)).canAsk).toBe(false);
    expect(timeView(inOne(more)).canAsk).toBe(false);
  });

  test('cannot be made from the main room', () => {
    expect(ownHelpView(ben()).canAsk).toBe(false);
  });
});

describe('a stay', () => {
  test('tells a closing of all rooms from one’s own call back', () => {
    const recalled = after(inOne(), { type: 'told.recall', inMs: 30_000 });
    expect(stayView(recalled)).toMatchObject({ state: 'closing', calledBack: false, graceMs: 30_000 });
    const called = after(inOne(), { type: 'told.call-back', inMs: 20_000 });
    expect(stayView(called)).toMatchObject({ state: 'closing', calledBack: true, graceMs: 20_000 });
  });

  test('measures the grace that the moderator’s kit told', () => {
    const told: Step = { type: 'told.time', endsInMs: 60_000, graceMs: 45_000 };
    expect(stayView(after(inOne(), told))).toMatchObject({ graceMs: 45_000 });
  });

  test('names who had the service move this person, on the way and there, while they are here', () => {
    const pulled = after(ben(), { type: 'pull.started', roomId: 'x', fromClientId: clientOf('Ana') });
    const way = joining(pulled, 'x', { forced: true });
    expect(attemptView(way)).toMatchObject({ forced: true, movedBy: 'Ana' });
    const there = after(way, { type: 'attempt.succeeded', id: 1 });
    expect(stayView(there)).toMatchObject({ forced: true, movedBy: 'Ana' });
    const unnamed = after(ben(), { type: 'pull.started', roomId: 'x', fromClientId: null });
    expect(stayView(inside(unnamed, 'x', { forced: true }))).toMatchObject({ movedBy: null });
  });

  test('of a moderator is a visit, unless the plan seats them there', () => {
    expect(stayView(inOne({ role: 'moderator' }))).toMatchObject({ visiting: true });
    expect(stayView(inOne())).toMatchObject({ visiting: false });
    const seated = after(inOne({ role: 'moderator' }), {
      type: 'plan.edited',
      edits: [{ kind: 'seats', seats: new Map([[keyOf('Ben'), roomKey(1)]]) }],
      reason: 'host',
    });
    expect(stayView(seated)).toMatchObject({ visiting: false });
  });
});

test('rooms that are kept open answer the wishes for more time', () => {
  const asked = after(inOne(), { type: 'told.recall', inMs: 30_000 }, { type: 'time.asked', at: 7 });
  expect(timeView(asked).askedAt).toBe(7);
  expect(timeView(after(asked, { type: 'told.keep-open' })).askedAt).toBeNull();
});

test('a message is shown whole, though it is longer than a name', () => {
  const text = 'word '.repeat(60).trim();
  const told: Step = { type: 'told.announce', fromClientId: clientOf('Ana'), id: 'n1', roomId: null, text };
  expect(messagesView(after(inOne(), told))).toMatchObject([{ text, from: 'Ana', dismissed: false }]);
});
