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

type Rect = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** What is to be seen of each: a room that is scrolled under the header is not there. */
function seen(elements: readonly Element[], root: Element): readonly Rect[] {
  const clips = new Map<Element, Rect | null>();
  const clipOf = (element: Element): Rect | null => {
    const known = clips.get(element);
    if (known !== undefined) return known;
    const outer = element === root || !element.parentElement ? null : clipOf(element.parentElement);
    const { overflowY = 'visible' } = element.ownerDocument.defaultView?.getComputedStyle(element) ?? {};
    const clip = overflowY === 'visible' ? outer : intersection(element.getBoundingClientRect(), outer);
    clips.set(element, clip);
    return clip;
  };
  return elements.map((element) =>
    intersection(element.getBoundingClientRect(), element.parentElement && clipOf(element.parentElement)),
  );
}

const intersection = (rect: Rect, clip: Rect | null): Rect =>
  clip === null
    ? rect
    : {
        left: Math.max(rect.left, clip.left),
        right: Math.min(rect.right, clip.right),
        top: Math.max(rect.top, clip.top),
        bottom: Math.min(rect.bottom, clip.bottom),
      };

/**
 * Finds the places inside an element. Measuring is slow (it makes the browser lay out the page), so that it happens
 * at most once a frame, and only after something moved.
 */
export function createDropTargets(root: HTMLElement): DropTargets {
  let targets: readonly Target[] | null = null;
  let rects: readonly Rect[] | null = null;
  const all = () =>
    (targets ??= [...root.querySelectorAll<HTMLElement>(`[${DROP_KEY}]`)].map((element) => ({
      key: element.getAttribute(DROP_KEY) ?? '',
      element,
    })));
  return {
    all,
    at(x, y) {
      rects ??= seen(
        all().map(({ element }) => element),
        root,
      );
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
