/** The session alone, without a screen: what it costs to take in what a room tells, with a reader for each row. */
import { createBreakoutSession, personView } from 'breakout-kit/core';
import { createBareStore } from './bareStore.js';
import { createBenchPort, type BenchPort } from './benchPort.js';
import { crowdOf } from './crowd.js';
import { createFrameOnDemand, type FrameOnDemand } from './frameOnDemand.js';
import { createPlainLoop, inTasks, roleChanges, type RoleChange } from './messages.js';

let room: BenchPort | undefined;
let clock: FrameOnDemand | undefined;
let commits = 0;
let changes = 0;
let plainLoop = (_events: readonly RoleChange[]): void => {};
let bareStore = (_events: readonly RoleChange[], _frames: number): void => {};
/** Made before anything is measured. Told by turns, so that each time people are different afterwards. */
let told: readonly (readonly RoleChange[])[] = [];
let turn = 0;

Object.assign(globalThis, {
  bench: {
    prepare({ people, events }: { readonly people: number; readonly events: number }) {
      const changesOfRoles = roleChanges(people, 2 * events);
      told = [changesOfRoles.slice(0, events), changesOfRoles.slice(events)];
      plainLoop = createPlainLoop(people);
      bareStore = createBareStore(people);
      clock = createFrameOnDemand();
      const crowd = crowdOf(people);
      room = createBenchPort({ people: crowd, rooms: 10 });
      const { store, hold, watchPerson } = createBreakoutSession(room.port, { seed: 1, clock });
      hold();
      clock.flush();
      for (const { id } of crowd) {
        let last = personView(store.getState(), id);
        // As `usePerson` does, which every row of the kit reads its person by.
        watchPerson(id, () => {
          const next = personView(store.getState(), id);
          if (next !== last) changes += 1;
          last = next;
        });
      }
      store.subscribe(() => {
        commits += 1;
      });
    },
    /** All of it in so many frames, in one task; so many times. */
    frames: ({ frames, times }: { readonly frames: number; readonly times: number }) =>
      inTasks(times, () => {
        const now = told[turn % told.length] ?? [];
        turn += 1;
        const each = now.length / frames;
        for (let frame = 0; frame < frames; frame += 1) {
          for (const event of now.slice(frame * each, (frame + 1) * each)) room?.say(event);
          clock?.flush();
        }
      }),
    plainLoops: ({ times }: { readonly times: number }) => inTasks(times, () => plainLoop(told[0] ?? [])),
    bareFrames: ({ frames, times }: { readonly frames: number; readonly times: number }) =>
      inTasks(times, (nth) => bareStore(told[nth % told.length] ?? [], frames)),
    /** What the readers saw since this was asked last. */
    seen() {
      const was = { commits, changes };
      commits = 0;
      changes = 0;
      return was;
    },
  },
});
