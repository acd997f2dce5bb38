/**
 * Real input: what a hand does with a mouse, a pen or fingers, given to the browser itself, so that everything between the
 * device and the page is tried too: hit testing, capture, scrolling, the click that follows.
 */
import { waitFor } from '@testing-library/react';
import { cdp } from 'vitest/browser';

/** A point of the browser's page, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a point of an element's own document is on the browser's page: through every frame around it. */
export function onPage(view: Window, { x, y }: Point): Point {
  let at = { x, y };
  for (let inner = view; inner !== inner.parent; inner = inner.parent) {
    const frame = inner.frameElement as HTMLElement;
    const box = frame.getBoundingClientRect();
    const scale = box.width / frame.offsetWidth;
    at = { x: box.left + (at.x + frame.clientLeft) * scale, y: box.top + (at.y + frame.clientTop) * scale };
  }
  return at;
}

/** What is to be seen of an element: less than all of it where something around it scrolls. */
export function seenOf(element: Element): DOMRect {
  const view = element.ownerDocument.defaultView as Window;
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (let around = parentOf(element); around; around = parentOf(around)) {
    if (view.getComputedStyle(around).overflowY === 'visible') continue;
    const box = around.getBoundingClientRect();
    if (around === around.ownerDocument.documentElement) continue;
    left = Math.max(left, box.left);
    top = Math.max(top, box.top);
    right = Math.min(right, box.right);
    bottom = Math.min(bottom, box.bottom);
  }
  left = Math.max(left, 0);
  top = Math.max(top, 0);
  right = Math.min(right, view.innerWidth);
  bottom = Math.min(bottom, view.innerHeight);
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.parentElement ?? ('host' in root ? (root as ShadowRoot).host : null);
};

/** The middle of what is to be seen of an element. */
export function middleOf(element: Element): Point {
  const { left, top, width, height } = seenOf(element);
  return { x: left + width / 2, y: top + height / 2 };
}

/** Scrolls to an element and waits until a pointer would really hit it: nothing lies over it, and it stands still. */
export async function reach(element: Element): Promise<Point> {
  const view = element.ownerDocument.defaultView as Window;
  return waitFor(() => {
    if (!element.isConnected) throw new Error(`${nameOf(element)} is gone from the page.`);
    const shown = seenOf(element);
    if (shown.height < 8 || shown.width < 8) element.scrollIntoView({ block: 'center', inline: 'nearest' });
    const at = middleOf(element);
    const root = element.getRootNode() as Document | ShadowRoot;
    const hit = root.elementFromPoint(at.x, at.y);
    if (!hit || !(element.contains(hit) || hit.contains(element))) {
      element.scrollIntoView({ block: 'center', inline: 'nearest' });
      throw new Error(`${nameOf(element)} cannot be reached: ${hit ? nameOf(hit) : 'nothing'} is there.`);
    }
    return onPage(view, at);
  });
}

const nameOf = (element: Element) =>
  `<${element.localName} class="${element.className}"> ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`;

/** A mouse or a pen. */
export interface Mouse {
  readonly down: (at: Point, button?: 'left' | 'right') => Promise<void>;
  readonly moveTo: (at: Point) => Promise<void>;
  readonly up: (button?: 'left' | 'right') => Promise<void>;
  readonly click: (element: Element, keys?: { readonly shift?: boolean }) => Promise<void>;
}

const SHIFT = 8;
/** A hand does not jump: it passes some places on its way. */
const STEPS = 4;

/** Takes one in hand. */
export function takeMouse(pointerType: 'mouse' | 'pen' = 'mouse'): Mouse {
  let at: Point = { x: 0, y: 0 };
  let buttons = 0;
  const send = (
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    { x, y }: Point,
    button: 'left' | 'right' | 'none',
    modifiers = 0,
  ) =>
    cdp().send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button,
      buttons,
      clickCount: type === 'mouseMoved' ? 0 : 1,
      modifiers,
      pointerType,
    });
  const moveTo: Mouse['moveTo'] = async (to) => {
    const from = at;
    for (let step = 1; step <= STEPS; step += 1) {
      const part = step / STEPS;
      at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      await send('mouseMoved', at, buttons & 1 ? 'left' : 'none');
    }
  };
  const bit = (button: 'left' | 'right') => (button === 'left' ? 1 : 2);
  const down: Mouse['down'] = async (to, button = 'left') => {
    await moveTo(to);
    buttons |= bit(button);
    await send('mousePressed', at, button);
  };
  const up: Mouse['up'] = async (button = 'left') => {
    buttons &= ~bit(button);
    await send('mouseReleased', at, button);
  };
  return {
    down,
    moveTo,
    up,
    async click(element, { shift = false } = {}) {
      await moveTo(await reach(element));
      buttons = 1;
      await send('mousePressed', at, 'left', shift ? SHIFT : 0);
      buttons = 0;
      await send('mouseReleased', at, 'left', shift ? SHIFT : 0);
    },
  };
}

/** One finger, or several. */
export interface Fingers {
  readonly down: (at: Point, finger?: number) => Promise<void>;
  readonly moveTo: (at: Point, finger?: number) => Promise<void>;
  readonly up: (finger?: number) => Promise<void>;
  /** The system takes the touch away, as for a gesture of its own. */
  readonly cancel: () => Promise<void>;
  readonly tap: (element: Element) => Promise<void>;
}

/** Puts a hand over the screen. */
export function takeFingers(): Fingers {
  const down = new Map<number, Point>();
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel') =>
    cdp().send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchCancel' ? [] : [...down].map(([id, at]) => ({ id, ...at })),
    });
  const moveTo: Fingers['moveTo'] = async (to, finger = 0) => {
    const from = down.get(finger) ?? to;
    for (let step = 1; step <= STEPS; step += 1) {
      const part = step / STEPS;
      down.set(finger, { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
      await send('touchMove');
    }
  };
  return {
    async down(at, finger = 0) {
      down.set(finger, at);
      await send('touchStart');
    },
    moveTo,
    async up(finger = 0) {
      down.delete(finger);
      await send('touchEnd');
    },
    async cancel() {
      down.clear();
      await send('touchCancel');
    },
    async tap(element) {
      down.set(0, await reach(element));
      await send('touchStart');
      down.clear();
      await send('touchEnd');
    },
  };
}

/** A screen that is touched: coarse targets, no hovering. Undone by the function it returns. */
export async function touchScreen(): Promise<() => Promise<void>> {
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  return async () => void (await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false }));
}
