/**
 * Time, as everything in the kit sees it: a clock is handed in, never looked up.
 * This is the only file that knows real time.
 */

/** A source of time. Replaceable, so that a ten-second rule is tested in a microsecond and a tab's throttling can be worked around. */
export interface Clock {
  /** Milliseconds since some fixed moment. Never goes back. */
  readonly now: () => number;
  /** Milliseconds since 1970, for times a person reads. May jump; nothing is decided by it. */
  readonly wall: () => number;
  /** Calls `run` once after `ms` milliseconds. Returns the cancellation, which may be called any number of times. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Calls `run` once before the next picture is drawn, or soon when nothing is drawn. Returns the cancellation. */
  readonly frame: (run: () => void) => () => void;
}

/** Hidden tabs draw no frames, and a moderator's planner is often in a hidden tab: a frame waits this long at most. */
const FRAME_LIMIT_MS = 100;

/** The real clock. Safe to import and to make anywhere, servers included. */
export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  frame(run) {
    if (typeof requestAnimationFrame !== 'function') return systemClock.after(16, run);
    const cancel = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    const once = () => {
      cancel();
      run();
    };
    const frame = requestAnimationFrame(once);
    const timer = setTimeout(once, FRAME_LIMIT_MS);
    return cancel;
  },
};

/** A clock that stands still until it is told to go on. */
export interface ManualClock extends Clock {
  /** Lets `ms` milliseconds pass at once, calling what falls due on the way, in order. Promises do not get a turn in between. */
  readonly advance: (ms: number) => void;
  /** The same, and lets promises settle after each thing that falls due: what a person waiting that long would see. */
  readonly pass: (ms: number) => Promise<void>;
  /** How many timers and frames are waiting. */
  readonly pending: () => number;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** A frame of a manual clock, in milliseconds. */
const MANUAL_FRAME_MS = 16;

/** Turns of the promise queue that `pass` waits for: longer than the longest chain of awaits between two timers in the kit. */
const SETTLE_TURNS = 50;

/**
 * Makes a clock for tests and simulations.
 *
 * @param start - What `now()` says at first, in milliseconds.
 * @throws RangeError when asked to go back in time.
 */
export function createManualClock(start = 0): ManualClock {
  let now = start;
  let order = 0;
  const timers = new Set<Timer>();

  const next = (until: number): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers) {
      if (timer.at > until) continue;
      if (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer;
    }
    return first;
  };
  const step = (until: number): boolean => {
    const timer = next(until);
    if (!timer) return false;
    timers.delete(timer);
    now = Math.max(now, timer.at);
    timer.run();
    return true;
  };
  const until = (ms: number): number => {
    if (!(ms >= 0))
      throw new RangeError(
        'A clock cannot go back. Time only passes forward here. Pass 0 or more milliseconds.',
      );
    return now + ms;
  };
  const after = (ms: number, run: () => void) => {
    const timer: Timer = { at: now + Math.max(0, ms), order: order++, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  };

  return {
    now: () => now,
    wall: () => Date.UTC(2026, 10, 22, 14, 0, 0) + now,
    after,
    frame: (run) => after(MANUAL_FRAME_MS, run),
    advance(ms) {
      const end = until(ms);
      while (step(end)) continue;
      now = end;
    },
    async pass(ms) {
      const end = until(ms);
      do await settle();
      while (step(end));
      now = end;
      await settle();
    },
    pending: () => timers.size,
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < SETTLE_TURNS; turn += 1) await Promise.resolve();
}
