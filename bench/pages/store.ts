/** The session alone, without a screen: what it costs to take in what a room tells, with a reader for each row. */
import { createBreakoutSession, personView } from 'breakout-kit/core';
import { createBenchPort, type BenchPort } from './benchPort.js';
import { crowdOf } from './crowd.js';
import { createFrameOnDemand, type FrameOnDemand } from './frameOnDemand.js';
import { drawnNumbers, inTasks, plainLoop } from './messages.js';

let room: BenchPort | undefined;
let clock: FrameOnDemand | undefined;
let commits = 0;
let changes = 0;
let people = 0;
let draw = (): number => 0;
const roles = new Map<string, 'participant' | 'moderator'>();

function say(): void {
  const id = `person-${String(draw() + 2)}`;
  const role = roles.get(id) === 'moderator' ? 'participant' : 'moderator';
  roles.set(id, role);
  room?.say({ type: 'role.changed', clientId: id, role });
}

Object.assign(globalThis, {
  bench: {
    prepare(scene: { readonly people: number }) {
      ({ people } = scene);
      draw = drawnNumbers(people - 1);
      clock = createFrameOnDemand();
      const crowd = crowdOf(people);
      room = createBenchPort({ people: crowd, rooms: 10 });
      const { store, hold } = createBreakoutSession(room.port, { seed: 1, clock });
      hold();
      clock.flush();
      for (const { id } of crowd) {
        let last = personView(store.getState(), id);
        store.subscribe((state) => {
          const next = personView(state, id);
          if (next !== last) changes += 1;
          last = next;
        });
      }
      store.subscribe(() => {
        commits += 1;
      });
    },
    /** So many events in so many frames, all in one task; so many times. */
    frames: ({
      events,
      frames,
      times,
    }: {
      readonly events: number;
      readonly frames: number;
      readonly times: number;
    }) =>
      inTasks(times, () => {
        for (let frame = 0; frame < frames; frame += 1) {
          for (let at = 0; at < events / frames; at += 1) say();
          clock?.flush();
        }
      }),
    plainLoops: ({ events, times }: { readonly events: number; readonly times: number }) =>
      inTasks(times, () => plainLoop(people, events)),
    /** What the readers saw since this was asked last. */
    seen() {
      const was = { commits, changes };
      commits = 0;
      changes = 0;
      return was;
    },
  },
});
