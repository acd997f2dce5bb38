// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createPersonWatch } from '../../src/session/personWatch.js';
import type { KitEvent } from '../../src/state/events.js';
import type { PersonKey, State } from '../../src/state/types.js';
import { personView } from '../../src/state/view/personView.js';
import { after, clientOf, given, keyOf, somebody } from '../state/given.js';

const NAMES = ['Ana', 'Ben', 'Cem', 'Dia'];

/** Ana's store, and who of the readers of each of them heard of what happened. */
function readers() {
  const store = createStore<State>(() => given({ rooms: 2 }));
  const watchPerson = createPersonWatch(store);
  const heard: PersonKey[] = [];
  const ends = NAMES.map((name) => watchPerson(keyOf(name), () => heard.push(keyOf(name))));
  const happen = (...events: readonly KitEvent[]) => {
    heard.length = 0;
    store.setState(after(store.getState(), ...events), true);
    return [...heard];
  };
  return { store, watchPerson, happen, ends };
}

const role = (name: string, to: 'participant' | 'unknown' | 'viewer') =>
  ({ type: 'role.changed', clientId: clientOf(name), role: to }) as const;

describe('a reader of one person', () => {
  it('hears of that person, and of nobody else', () => {
    const { happen } = readers();
    expect(happen(role('Ben', 'unknown'))).toEqual([keyOf('Ben')]);
    expect(new Set(happen(role('Ben', 'participant'), role('Dia', 'unknown')))).toEqual(
      new Set([keyOf('Ben'), keyOf('Dia')]),
    );
    expect(happen({ type: 'mode.changed', mode: 'lecture' })).toEqual([]);
  });

  it('hears what may be about everybody: a seat, somebody of the same name', () => {
    const { happen, store } = readers();
    const [room = ''] = store.getState().plan.rooms.map(({ key }) => key);
    const edits = [{ kind: 'move', people: [keyOf('Cem')], to: room }] as const;
    expect(happen({ type: 'plan.edited', edits, reason: 'drag' })).toEqual(NAMES.map(keyOf));
    const twin = { ...somebody('Ben'), clientId: 'c-2', userRef: 'u-2' };
    expect(happen({ type: 'person.joined', person: twin })).toContain(keyOf('Ben'));
  });

  it('misses nothing, whatever happens and whoever looks at a state that has passed', () => {
    const event: fc.Arbitrary<KitEvent> = fc.oneof(
      fc
        .tuple(fc.constantFrom(...NAMES), fc.constantFrom('participant', 'unknown', 'viewer'))
        .map(([name, to]) => role(name, to as 'viewer')),
      fc.constantFrom(...NAMES).map((name) => ({ type: 'person.left', clientId: clientOf(name) }) as const),
      fc
        .tuple(fc.constantFrom(...NAMES), fc.constantFrom('Ben', 'Eva'))
        .map(
          ([name, called]) =>
            ({ type: 'person.joined', person: { ...somebody(name), name: called } }) as const,
        ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(event, { maxLength: 4 }), fc.boolean())), (commits) => {
        const { happen, store } = readers();
        for (const [events, looks] of commits) {
          const before = store.getState();
          const views = NAMES.map((name) => personView(before, keyOf(name)));
          const heard = happen(...events);
          const missed = NAMES.filter(
            (name, at) =>
              personView(store.getState(), keyOf(name)) !== views[at] && !heard.includes(keyOf(name)),
          );
          expect(missed).toEqual([]);
          // Whoever looks at what has passed must not take anything from those who come after.
          if (looks) before.people.forEach(() => {});
        }
      }),
    );
  });

  it('hears nothing any more when it has ended, others of the same person do', () => {
    const { watchPerson, happen, ends } = readers();
    let told = 0;
    watchPerson(keyOf('Ben'), () => (told += 1));
    ends[1]?.();
    ends[1]?.();
    expect(happen(role('Ben', 'unknown'))).toEqual([]);
    expect(told).toBe(1);
  });
});
