/**
 * The one door through which anything happens. Events are taken one after the other, in order; a dispatch made meanwhile waits
 * its turn. A burst of the room's events is one commit to the store per frame; what this person does shows at once.
 * Facts about others that nothing hangs on wait until somebody looks, and are then taken in together.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Clock } from '../clock.js';
import type { Happening, KitEvent } from '../state/events.js';
import { nextDeadline } from '../state/nextDeadline.js';
import { reduce } from '../state/reduce.js';
import { canWait, reduceBurst, type PersonFact } from '../state/reduceBurst.js';
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
  /^(?:plan|draft|ghost|round|rooms\.created|invite\.(?:sent|failed|put-aside|taken-up|declined|waited)|attempt|offer|pick|return|sound|notice|call|clock|times|time\.|record\.cleared|help\.|announcement|driver)/;

/** More facts than this do not wait: a hidden tab may draw no frame for a minute. */
const MOST_WAITING = 10_000;

/**
 * Makes one over a store. `react` answers each event after it was taken in, and may dispatch more. It does not hear of
 * facts that could wait.
 */
export function createInbox({
  store,
  clock,
  hearsAll,
  react,
}: {
  readonly store: StoreApi<State>;
  readonly clock: Clock;
  /** Whether `react` has to hear of everything: then nothing waits. */
  readonly hearsAll: boolean;
  readonly react: (event: Happening, before: State) => void;
}): Inbox {
  /** What is true but for `facts`. */
  let current = store.getState();
  let facts: (PersonFact & { readonly at: number })[] = [];
  let running = false;
  let draining = false;
  const waiting: KitEvent[] = [];
  let cancelFrame: (() => void) | null = null;
  let cancelTimer: (() => void) | null = null;
  let armedFor: number | null = null;
  /** The state for which it is known what falls due next. */
  let lookedAt: State | null = null;

  const settle = () => {
    if (facts.length === 0) return;
    const before = current;
    current = reduceBurst(before, facts);
    facts = [];
    // Nothing falls due by such facts.
    if (lookedAt === before) lookedAt = current;
  };
  const publish = () => {
    settle();
    cancelFrame?.();
    cancelFrame = null;
    // Once for a burst: what falls due next is looked for among everybody.
    if (lookedAt !== current) arm();
    if (store.getState() !== current) store.setState(current, true);
  };
  const arm = () => {
    lookedAt = running ? current : null;
    const due = running ? nextDeadline(current) : null;
    if (due === armedFor) return;
    cancelTimer?.();
    armedFor = due;
    cancelTimer =
      due === null
        ? null
        : clock.after(Math.max(0, due - clock.now()), () => {
            armedFor = null;
            lookedAt = null;
            dispatch({ type: 'clock.passed' });
          });
  };
  const dispatch = (event: KitEvent) => {
    if (!running) return;
    if (!draining && !hearsAll && canWait(current, event)) {
      facts.push({ ...event, at: clock.now() });
      cancelFrame ??= clock.frame(publish);
      if (facts.length >= MOST_WAITING) settle();
      return;
    }
    waiting.push(event);
    if (draining) return;
    settle();
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
    state() {
      settle();
      return current;
    },
    dispatch,
    start() {
      running = true;
      arm();
    },
    stop() {
      running = false;
      lookedAt = null;
      publish();
    },
  };
}
