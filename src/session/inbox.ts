/**
 * The one door through which anything happens. Events are taken one after the other, in order; a dispatch made meanwhile waits
 * its turn. A burst of the room's events is one commit to the store per frame; what this person does shows at once.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Clock } from '../clock.js';
import type { Happening, KitEvent } from '../state/events.js';
import { nextDeadline } from '../state/nextDeadline.js';
import { reduce } from '../state/reduce.js';
import type { State } from '../state/types.js';

/** Where events go in and truth comes out. */
export interface Inbox {
  /** What is true now, however much of it has been drawn. Actions read this one. */
  readonly state: () => State;
  readonly dispatch: (event: KitEvent) => void;
  /** Stops the timer and the frame. What still arrives is dropped. */
  readonly stop: () => void;
  /** Begins again after `stop`. */
  readonly start: () => void;
}

/** Events of the room and of other kits may come in bursts; all others are somebody's doing, and show at once. */
const comesInBursts = (event: KitEvent): boolean => !OWN.test(event.type);
const OWN =
  /^(?:plan|draft|ghost|round|rooms\.created|invite\.(?:sent|failed|put-aside|taken-up|declined|waited)|attempt|offer|pick|return|sound|notice|call|clock|times)/;

/** Makes one over a store. `react` answers each event after it was taken in, and may dispatch more. */
export function createInbox({
  store,
  clock,
  react,
}: {
  readonly store: StoreApi<State>;
  readonly clock: Clock;
  readonly react: (event: Happening, before: State) => void;
}): Inbox {
  let current = store.getState();
  let running = false;
  let draining = false;
  const waiting: KitEvent[] = [];
  let cancelFrame: (() => void) | null = null;
  let cancelTimer: (() => void) | null = null;
  let armedFor: number | null = null;

  const publish = () => {
    cancelFrame?.();
    cancelFrame = null;
    // Once for a burst: what falls due next is looked for among everybody.
    arm();
    if (store.getState() !== current) store.setState(current, true);
  };
  const arm = () => {
    const due = running ? nextDeadline(current) : null;
    if (due === armedFor) return;
    cancelTimer?.();
    armedFor = due;
    cancelTimer =
      due === null
        ? null
        : clock.after(Math.max(0, due - clock.now()), () => {
            armedFor = null;
            dispatch({ type: 'clock.passed' });
          });
  };
  const dispatch = (event: KitEvent) => {
    if (!running) return;
    waiting.push(event);
    if (draining) return;
    draining = true;
    let atOnce = false;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const before = current;
        const happening: Happening = { ...next, at: clock.now() };
        current = reduce(current, happening);
        if (!comesInBursts(next)) atOnce = true;
        react(happening, before);
      }
    } finally {
      draining = false;
    }
    if (atOnce) publish();
    else if (store.getState() !== current) cancelFrame ??= clock.frame(publish);
  };
  return {
    state: () => current,
    dispatch,
    start() {
      running = true;
      arm();
    },
    stop() {
      running = false;
      publish();
    },
  };
}
