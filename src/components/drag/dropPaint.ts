/** Writes what each place is for the people in hand: straight onto the elements, because a drag must not make React draw. */
import { writeDropNote, type DropNote } from './dropNote.js';
import type { DropTargets } from './dropTargets.js';

/** What a place is: it takes all, it takes some, it takes none, or it is where they come from. */
export type Drop = 'allowed' | 'short' | 'full' | 'home';

/** What a brush asks about a place. */
export interface Places {
  readonly stateOf: (key: string) => Drop;
  /** What it says about itself; `null` for a place without words. */
  readonly noteOf: (key: string, drop: Drop, isCurrent: boolean) => DropNote | null;
}

/** The brush of one drag. */
export interface DropPaint {
  /** Shows every place as it is, and one of them as the place they go to now. */
  readonly show: (places: Places, current: string | null) => void;
  /** As if nothing had been lifted. */
  readonly clear: () => void;
}

const DROP = 'data-drop';

/** Makes a brush for these places. */
export function createDropPaint(targets: DropTargets): DropPaint {
  /** Each place, and what is written on it. */
  const painted = new Map<HTMLElement, string>();
  const set = (element: HTMLElement, drop: string | null) => {
    if (drop === null) element.removeAttribute(DROP);
    else if (element.getAttribute(DROP) !== drop) element.setAttribute(DROP, drop);
  };
  const write = (element: HTMLElement, note: DropNote | null) => {
    const now = note === null ? '' : JSON.stringify(note);
    if (now === (painted.get(element) ?? '')) return painted.set(element, now);
    writeDropNote(element, note);
    return painted.set(element, now);
  };
  return {
    show({ stateOf, noteOf }, current) {
      for (const { key, element } of targets.all()) {
        const state = stateOf(key);
        const isCurrent = key === current && (state === 'allowed' || state === 'short');
        write(element, state === 'home' ? null : noteOf(key, state, isCurrent));
        set(element, isCurrent ? 'current' : state === 'home' ? null : state);
      }
    },
    clear() {
      for (const [element, written] of painted) {
        set(element, null);
        if (written !== '') writeDropNote(element, null);
      }
      painted.clear();
    },
  };
}
