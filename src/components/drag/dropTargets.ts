/** Where people can be dropped, and which of these places a point is in. */

/** On an element: the key of the place it is. */
export const DROP_KEY = 'data-drop-key';

/** A place and where it is drawn now. */
interface Target {
  readonly key: string;
  readonly element: HTMLElement;
  readonly rect: DOMRect;
}

/** The places of one drag. */
export interface DropTargets {
  /** The place at a point of the window, or `null`. The innermost where places lie in each other. */
  readonly at: (x: number, y: number) => string | null;
  /** Every place that is drawn now. */
  readonly all: () => readonly { readonly key: string; readonly element: HTMLElement }[];
  /** Forgets where they are: something moved. They are measured again when next asked. */
  readonly forget: () => void;
}

/**
 * Measures the places inside an element. Measuring is slow (it makes the browser lay out the page), so that it happens
 * at most once a frame, and only after something moved.
 */
export function createDropTargets(root: HTMLElement): DropTargets {
  let targets: readonly Target[] | null = null;
  const measured = () =>
    (targets ??= [...root.querySelectorAll<HTMLElement>(`[${DROP_KEY}]`)].flatMap((element) => {
      const rect = element.getBoundingClientRect();
      // A folded or hidden place has no size, and nothing can be dropped on it.
      if (rect.width === 0 || rect.height === 0) return [];
      return [{ key: element.getAttribute(DROP_KEY) ?? '', element, rect }];
    }));
  return {
    at(x, y) {
      const found = measured().findLast(
        ({ rect }) => x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom,
      );
      return found?.key ?? null;
    },
    all: measured,
    forget: () => void (targets = null),
  };
}
