// @vitest-environment node
import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createManualClock } from '../../src/clock.js';
import { createInbox } from '../../src/session/inbox.js';
import type { Happening } from '../../src/state/events.js';
import type { Role, State } from '../../src/state/types.js';
import { clientOf, given, keyOf } from '../state/given.js';

/** Ana's inbox, among Ben, Cem and Dia. */
function inboxOf({ hearsAll = false } = {}) {
  const clock = createManualClock();
  const store = createStore<State>(() => given());
  const heard: Happening[] = [];
  const before: (Role | undefined)[] = [];
  const roleOf = (state: State, name: string) => state.people.get(keyOf(name))?.role;
  const inbox = createInbox({
    store,
    clock,
    hearsAll,
    react(event, was) {
      heard.push(event);
      before.push(roleOf(was, 'Ben'));
    },
  });
  inbox.start();
  const tell = (name: string, role: Role) =>
    inbox.dispatch({ type: 'role.changed', clientId: clientOf(name), role });
  return { clock, store, inbox, heard, before, tell, roleOf };
}

test('what was told about somebody is true at once for whoever asks, and is drawn with the next frame', () => {
  const { clock, store, inbox, tell, roleOf } = inboxOf();
  tell('Ben', 'viewer');
  tell('Cem', 'viewer');
  tell('Ben', 'unknown');
  expect([roleOf(inbox.state(), 'Ben'), roleOf(inbox.state(), 'Cem')]).toEqual(['unknown', 'viewer']);
  expect(roleOf(store.getState(), 'Ben')).toBe('participant');
  clock.advance(16);
  expect(store.getState()).toBe(inbox.state());
});

test('the next thing that happens finds people as they were told of before it', () => {
  const { inbox, heard, before, tell, roleOf, store } = inboxOf();
  tell('Ben', 'viewer');
  inbox.dispatch({ type: 'notice.given', subject: 'plan', text: 'failed' });
  tell('Ben', 'audience');
  expect(heard.map(({ type }) => type)).toEqual(['notice.given']);
  expect(before).toEqual(['viewer']);
  // One's own doing shows at once, and what was told before it.
  expect(roleOf(store.getState(), 'Ben')).toBe('viewer');
  expect(roleOf(inbox.state(), 'Ben')).toBe('audience');
});

test('who wants to hear of everything hears of everything, in order', () => {
  const { heard, before, tell } = inboxOf({ hearsAll: true });
  tell('Ben', 'viewer');
  tell('Ben', 'audience');
  expect(heard.map(({ type }) => type)).toEqual(['role.changed', 'role.changed']);
  expect(before).toEqual(['participant', 'viewer']);
});

test('what was told before the end is known, what is told after it is not', () => {
  const { clock, store, inbox, tell, roleOf } = inboxOf();
  inbox.dispatch({ type: 'invite.sent', people: [keyOf('Dia')], roomKey: 'room-1' });
  expect(clock.pending()).toBe(1);
  tell('Ben', 'viewer');
  inbox.stop();
  tell('Cem', 'viewer');
  expect([roleOf(store.getState(), 'Ben'), roleOf(store.getState(), 'Cem')]).toEqual([
    'viewer',
    'participant',
  ]);
  expect(clock.pending()).toBe(0);
});

test('an invitation runs out in its time, whatever is told of others meanwhile', () => {
  const { clock, store, inbox, tell } = inboxOf();
  inbox.dispatch({ type: 'invite.sent', people: [keyOf('Dia')], roomKey: 'room-1' });
  for (let second = 0; second < 59; second += 1) {
    tell('Ben', second % 2 === 0 ? 'viewer' : 'participant');
    clock.advance(1000);
  }
  const place = () => store.getState().people.get(keyOf('Dia'))?.place.at;
  expect(place()).toBe('invited');
  tell('Ben', 'unknown');
  clock.advance(1000);
  expect(place()).toBe('no-answer');
});

test('a tab that draws no frames takes in what is told all the same', () => {
  const { inbox, store, tell, roleOf } = inboxOf();
  for (let n = 0; n < 25_001; n += 1) tell('Ben', n % 2 === 0 ? 'viewer' : 'participant');
  expect(roleOf(store.getState(), 'Ben')).toBe('participant');
  expect(roleOf(inbox.state(), 'Ben')).toBe('viewer');
});
