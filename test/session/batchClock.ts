import { createManualClock, type ManualClock } from '../../src/clock.js';

/** Turns of the promise queue after each moment: longer than the longest chain of awaits between two timers in the kit. */
const SETTLE_TURNS = 40;

/**
 * A manual clock for large meetings: what falls due at one moment runs together, and promises settle once afterwards.
 * Its timers lie in a heap, because a crowd that talks has thousands of them.
 */
export function createBatchClock(): ManualClock {
  interface Timer {
    readonly at: number;
    readonly order: number;
    run: (() => void) | null;
  }
  const base = createManualClock();
  const heap: Timer[] = [];
  let now = 0;
  let order = 0;
  let waiting = 0;
  const before = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.order < b.order);
  const push = (timer: Timer) => {
    let at = heap.length;
    heap.push(timer);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up] as Timer;
      if (before(parent, timer)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = timer;
  };
  const pop = () => {
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      const left = heap[down];
      if (!left) break;
      const right = heap[down + 1];
      if (right && before(right, left)) down += 1;
      const child = heap[down] as Timer;
      if (before(last, child)) break;
      heap[at] = child;
      at = down;
    }
    heap[at] = last;
  };
  /** Runs all that falls due at the next moment; whether there was one. */
  const step = (until: number): boolean => {
    while (heap[0] && heap[0].run === null) pop();
    const first = heap[0];
    if (!first || first.at > until) return false;
    now = Math.max(now, first.at);
    while (heap[0] && heap[0].at <= now) {
      const { run } = heap[0];
      heap[0].run = null;
      pop();
      if (run) waiting -= 1;
      run?.();
    }
    return true;
  };
  const settle = async () => {
    for (let turn = 0; turn < SETTLE_TURNS; turn += 1) await Promise.resolve();
  };
  const after = (ms: number, run: () => void) => {
    const timer: Timer = { at: now + Math.max(0, ms), order: order++, run };
    waiting += 1;
    push(timer);
    return () => {
      if (timer.run) waiting -= 1;
      timer.run = null;
    };
  };
  return {
    now: () => now,
    wall: () => base.wall() + now,
    after,
    frame: (run) => after(16, run),
    advance(ms) {
      const end = now + ms;
      while (step(end)) continue;
      now = end;
    },
    async pass(ms) {
      const end = now + ms;
      do await settle();
      while (step(end));
      now = end;
      await settle();
    },
    pending: () => waiting,
  };
}
