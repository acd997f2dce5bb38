/** Readers of one person hear of that person: a commit about a hundred people is no question to each of thousands of rows. */
import type { StoreApi } from 'zustand/vanilla';
import type { PersonKey, State } from '../state/types.js';
import { peopleTouched } from '../state/view/personView.js';
import type { BreakoutSession } from './types.js';

/** Makes one over a store. */
export function createPersonWatch(store: StoreApi<State>): BreakoutSession['watchPerson'] {
  const watchers = new Map<PersonKey, Set<() => void>>();
  store.subscribe((state, before) => {
    if (watchers.size === 0) return;
    // Who hears of it may go, and others come.
    for (const key of peopleTouched(state, before) ?? [...watchers.keys()]) watchers.get(key)?.forEach(call);
  });
  return (key, hear) => {
    const there = watchers.get(key) ?? new Set();
    watchers.set(key, there.add(hear));
    return () => {
      there.delete(hear);
      if (there.size === 0 && watchers.get(key) === there) watchers.delete(key);
    };
  };
}

const call = (hear: () => void): void => hear();
