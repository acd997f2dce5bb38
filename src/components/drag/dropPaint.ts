/** Writes what each place is for the people in hand: straight onto the elements, because a drag must not make React draw. */
import type { DropTargets } from './dropTargets.js';

/** What a place is: it takes all, it takes some, it takes none, or it is where they come from. */
export type Drop = 'allowed' | 'short' | 'full' | 'home';

/** The brush of one drag. */
export interface DropPaint {
  /** Shows every place as it is, and one of them as the place they go to now. */
  readonly show: (stateOf: (key: string) => Drop, current: string | null) => void;
  /** As if nothing had been lifted. */
  readonly clear: () => void;
}

const DROP = 'data-drop';

/** Makes a brush for these places. */
export function createDropPaint(targets: DropTargets): DropPaint {
  const painted = new Set<HTMLElement>();
  const set = (element: HTMLElement, drop: string | null) => {
    if (drop === null) element.removeAttribute(DROP);
    else if (element.getAttribute(DROP) !== drop) element.setAttribute(DROP, drop);
  };
  return {
    show(stateOf, current) {
      for (const { key, element } of targets.all()) {
        const state = stateOf(key);
        painted.add(element);
        const takes = state === 'allowed' || state === 'short';
        set(element, key === current && takes ? 'current' : state === 'home' ? null : state);
      }
    },
    clear() {
      for (const element of painted) set(element, null);
      painted.clear();
    },
  };
}
