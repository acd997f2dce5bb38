/** Where people can be dropped, and which of these places a point is in. */

/** On an element: the key of the place it is. */
export const DROP_KEY = 'data-drop-key';

/** A place. */
interface Target {
  readonly key: string;
  readonly element: HTMLElement;
}

/** The places of one drag. */
export interface DropTargets {
  /** The place at a point of the window, or `null`. The innermost where places lie in each other. */
  readonly at: (x: number, y: number) => string | null;
  /** Every place there is. */
  readonly all: () => readonly Target[];
  /** Forgets where they are: something moved. They are measured again when next asked. */
  readonly forget: () => void;
}

/**
 * Finds the places inside an element. Measuring is slow (it makes the browser lay out the page), so that it happens
 * at most once a frame, and only after something moved.
 */
export function createDropTargets(root: HTMLElement): DropTargets {
  let targets: readonly Target[] | null = null;
  let rects: readonly DOMRect[] | null = null;
  const all = () =>
    (targets ??= [...root.querySelectorAll<HTMLElement>(`[${DROP_KEY}]`)].map((element) => ({
      key: element.getAttribute(DROP_KEY) ?? '',
      element,
    })));
  return {
    all,
    at(x, y) {
      rects ??= all().map(({ element }) => element.getBoundingClientRect());
      // A hidden place has no size, and no point is in it.
      const found = rects.findLastIndex(
        ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom,
      );
      return all()[found]?.key ?? null;
    },
    forget() {
      targets = null;
      rects = null;
    },
  };
}
