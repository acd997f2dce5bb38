/** The store that is written by hand for this: zustand, a `Map` copied once for each frame, and a selector for each row. */
import { createStore } from 'zustand/vanilla';
import { peopleOf, withRole, type Entry, type RoleChange } from './messages.js';

/** Takes in what is told in so many frames. Its readers are fewer words than a row of the kit needs: the entry alone. */
export function createBareStore(people: number): (events: readonly RoleChange[], frames: number) => void {
  const store = createStore<{ readonly people: ReadonlyMap<string, Entry> }>(() => ({
    people: peopleOf(people),
  }));
  for (const id of store.getState().people.keys()) {
    let last = store.getState().people.get(id);
    store.subscribe((state) => {
      const next = state.people.get(id);
      if (next !== last) last = next;
    });
  }
  return (events, frames) => {
    const each = events.length / frames;
    for (let frame = 0; frame < frames; frame += 1)
      store.setState(({ people: before }) => {
        const entries = new Map(before);
        for (const event of events.slice(frame * each, (frame + 1) * each)) withRole(entries, event);
        return { people: entries };
      });
  };
}
