/** Tells the application what happens. A throw in its code is reported to the page, and the kit goes on. */
import type { Happening, KitEvent } from '../state/events.js';
import type { PlanReason, State } from '../state/types.js';
import type { SessionOptions } from './types.js';

/** Makes the tap for one session's options. */
export function createTap({
  onEvent,
  onPlanChange,
}: SessionOptions): (event: Happening, before: State, after: State) => void {
  return (event, before, after) => {
    if (onEvent) guarded(() => onEvent(event));
    if (onPlanChange && before.plan !== after.plan)
      guarded(() => onPlanChange(after.plan, { reason: reasonOf(event) }));
  };
}

function reasonOf(event: KitEvent): PlanReason {
  if (event.type === 'plan.edited') return event.reason;
  if (event.type === 'draft.restored' || event.type === 'ghost.claimed') return 'restored';
  if (event.type === 'told.pick') return 'chosen';
  if (event.type === 'plan.undone') return 'undo';
  if (event.type === 'plan.redone') return 'redo';
  if (event.type === 'plan.joined') return 'joined';
  return 'host';
}

/** Runs the application's code. `reportError` is what a browser does with an error of a listener. */
export function guarded(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (typeof reportError === 'function') reportError(error);
    else
      queueMicrotask(() => {
        throw error;
      });
  }
}
