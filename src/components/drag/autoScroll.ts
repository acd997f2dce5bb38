/** Scrolls what the pointer is at the edge of, so that a room out of sight can be reached in one drag. */

import { hostOf } from '../parts/isElement.js';
import { DROP_KEY } from './dropTargets.js';

/** This near to an edge, in pixels, scrolling begins. */
const EDGE = 44;
/** Pixels a frame at the very edge. */
const FASTEST = 16;

/** `Node.DOCUMENT_POSITION_FOLLOWING`, without a global that a server lacks. */
const FOLLOWING = 4;

/** The scrolling of one drag. */
export interface AutoScroll {
  /** One step, as far as the pointer's place asks for. Returns whether anything scrolled. */
  readonly step: (x: number, y: number) => boolean;
}

/**
 * Finds what can scroll around and inside an element: the panels that its places lie in, and the panels around it, the
 * page. Only those are asked: a question to every element would cost more than the lift.
 */
export function createAutoScroll(root: HTMLElement): AutoScroll {
  const scrollers = [...inside(root), ...around(root)];
  const page = root.ownerDocument.scrollingElement;
  return {
    step(left, top) {
      const window = viewport(root);
      // A captured pointer may be outside of the window: it pulls as it did at the edge.
      const x = within(left, window.left, window.right);
      const y = within(top, window.top, window.bottom);
      for (const scroller of scrollers) {
        const box = scroller === page ? window : scroller.getBoundingClientRect();
        // A little beyond an edge counts too: nobody stops a drag within a strip of pixels.
        if (x < box.left || x >= box.right || y < box.top - EDGE || y >= box.bottom + EDGE) continue;
        const speed = pull(y - box.top) * -1 || pull(box.bottom - y);
        if (speed === 0) continue;
        const before = scroller.scrollTop;
        scroller.scrollTop = before + speed;
        if (scroller.scrollTop !== before) return true;
      }
      return false;
    },
  };
}

const within = (value: number, least: number, most: number) => Math.min(most - 1, Math.max(least, value));

const pull = (distance: number) =>
  distance >= EDGE ? 0 : Math.ceil(((EDGE - Math.max(0, distance)) / EDGE) * FASTEST);

function viewport(root: HTMLElement) {
  const { innerWidth = 0, innerHeight = 0 } = root.ownerDocument.defaultView ?? {};
  return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
}

function inside(root: HTMLElement): Element[] {
  const found = new Set<Element>([root]);
  for (const place of root.querySelectorAll(`[${DROP_KEY}], [data-windowed]`))
    for (let at: Element | null = place; at && !found.has(at); at = at.parentElement) found.add(at);
  const isBefore = (a: Element, b: Element) => (a.compareDocumentPosition(b) & FOLLOWING) !== 0;
  // The inner ones first.
  return [...found].filter(scrolls).toSorted((a, b) => (isBefore(a, b) ? 1 : -1));
}

function around(root: HTMLElement): Element[] {
  const found: Element[] = [];
  for (let element = parentOf(root); element; element = parentOf(element))
    if (scrolls(element)) found.push(element);
  const page = root.ownerDocument.scrollingElement;
  if (page && !found.includes(page)) found.push(page);
  return found;
}

/** The next element out, through the edge of a shadow root too. */
function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  return hostOf(element.getRootNode());
}

function scrolls(element: Element): boolean {
  if (element.scrollHeight <= element.clientHeight) return false;
  const overflow = element.ownerDocument.defaultView?.getComputedStyle(element).overflowY;
  return overflow === 'auto' || overflow === 'scroll';
}
