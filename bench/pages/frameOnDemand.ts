/** A clock whose frames come when the benchmark says so. Everything else is real. */
import { systemClock, type Clock } from 'breakout-kit/core';

/** The clock, and its next frame. */
export interface FrameOnDemand extends Clock {
  readonly flush: () => void;
}

/** Makes one. */
export function createFrameOnDemand(): FrameOnDemand {
  let waiting: (() => void) | null = null;
  return {
    ...systemClock,
    frame(run) {
      waiting = run;
      return () => {
        waiting = null;
      };
    },
    flush() {
      const run = waiting;
      waiting = null;
      run?.();
    },
  };
}
