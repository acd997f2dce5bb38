/**
 * Dragging people with a mouse, a pen or a finger. Its only output is "these people to that place".
 * One set of listeners on the planner; the pointer's way is written to elements and never reaches React.
 * Gestures keep the time of the hand and of the screen, not of the meeting: real timers and frames on purpose.
 */
import { createAutoScroll, type AutoScroll } from './autoScroll.js';
import { createDragPreview, type DragPreview, type PreviewPlace } from './dragPreview.js';
import type { DropNote } from './dropNote.js';
import { createDropPaint, type Drop, type DropPaint } from './dropPaint.js';
import { createDropTargets, type DropTargets } from './dropTargets.js';
import { judge, LONG_PRESS_MS, pressOf, type Press } from './press.js';

/** What the engine asks and tells. */
export interface DragHost {
  /** A person was pulled: who comes along, the pressed one included. Nobody: nothing is lifted. */
  readonly lift: (person: string, chip: HTMLElement) => readonly string[];
  /** What a place is for these people now. */
  readonly stateOf: (place: string, people: readonly string[]) => Drop;
  /** What a place says about itself, and whether they go there now. */
  readonly noteOf: (
    place: string,
    people: readonly string[],
    drop: Drop,
    isCurrent: boolean,
  ) => DropNote | null;
  /** They were let go over a place: one that takes all of them, some, or nobody. */
  readonly drop: (people: readonly string[], place: string) => void;
  /** They were let go elsewhere or where they came from, or the drag was broken off. */
  readonly cancel: (people: readonly string[]) => void;
  readonly preview: () => PreviewPlace;
}

/** One planner's dragging. */
export interface DragEngine {
  /** Somebody is under the pointer. */
  readonly dragging: () => boolean;
  /** Only these are left in hand; nobody ends the drag without a word. */
  readonly keep: (people: readonly string[]) => void;
  /** Rooms or people changed: measures and paints again with the next frame. */
  readonly refresh: () => void;
  /** Removes every listener, and breaks a drag off. */
  readonly detach: () => void;
}

interface Drag {
  people: readonly string[];
  /** The pointer has moved since: a list is not scrolled from under a finger that only lifted somebody at its edge. */
  moved: boolean;
  readonly targets: DropTargets;
  readonly paint: DropPaint;
  readonly scroll: AutoScroll;
  readonly preview: DragPreview;
}

/** Listens on `root` from now on. */
export function createDragEngine(root: HTMLElement, host: DragHost): DragEngine {
  const view = root.ownerDocument.defaultView;
  const whole = new AbortController();
  let press: Press | null = null;
  let drag: Drag | null = null;
  let during: AbortController | null = null;
  let longPress: ReturnType<typeof setTimeout> | undefined;
  let frame: number | null = null;
  let swallowClick = false;

  const listen = (
    target: EventTarget,
    type: string,
    run: (event: never) => void,
    options: AddEventListenerOptions,
  ) => target.addEventListener(type, run as EventListener, options);

  function start(event: PointerEvent) {
    swallowClick = false;
    if (press || !view) return;
    press = pressOf(event, root);
    if (!press) return;
    const signal = (during = new AbortController()).signal;
    listen(view, 'pointerdown', another, { signal, capture: true });
    listen(view, 'pointermove', move, { signal, capture: true });
    listen(view, 'pointerup', end, { signal, capture: true });
    listen(view, 'pointercancel', pointerCancel, { signal, capture: true });
    listen(view, 'blur', stop, { signal });
    listen(view, 'resize', refresh, { signal });
    listen(view, 'scroll', refresh, { signal, capture: true, passive: true });
    // Radix listens for Escape on the document in the capture phase: only the window comes before it, so that the
    // drag ends and the dialog around the planner stays.
    listen(view, 'keydown', escape, { signal, capture: true });
    if (!press.touch) return;
    // The row may be taken out of the page while the finger is on it; its touch events then reach nobody but itself.
    listen(press.chip, 'touchmove', hold, { signal, passive: false });
    longPress = setTimeout(lift, LONG_PRESS_MS);
  }

  function move(event: PointerEvent) {
    if (!press || event.pointerId !== press.pointerId) return;
    press.x = event.clientX;
    press.y = event.clientY;
    if (drag) {
      drag.moved = true;
      return next();
    }
    const verdict = judge(press);
    if (verdict === 'lift') lift();
    else if (verdict === 'scroll') finish();
  }

  function lift() {
    clearTimeout(longPress);
    if (!press || drag) return;
    const { chip, startX, startY, pointerId } = press;
    // What is asked of the page is asked before anything is written to it: once written to, it is laid out for the answer.
    const box = chip.getBoundingClientRect();
    const targets = createDropTargets(root);
    const scroll = createAutoScroll(root);
    const place = targets.at(press.x, press.y);
    const people = host.lift(press.person, chip);
    if (people.length === 0) return finish();
    drag = {
      people,
      moved: !press.touch,
      targets,
      paint: createDropPaint(targets),
      scroll,
      preview: createDragPreview(
        chip,
        people.length,
        { x: startX - box.left, y: startY - box.top },
        host.preview(),
      ),
    };
    // From now on the pointer's events come to the planner, even when the row is gone or the pointer leaves the window.
    capture(pointerId);
    view?.getSelection()?.removeAllRanges();
    show(drag, press, place);
    // A full room grows by the line of its note; and at an edge the list scrolls from the next frame on.
    refresh();
  }

  function capture(pointerId: number) {
    try {
      root.setPointerCapture(pointerId);
    } catch {
      // The pointer went up between its event and this line; its `pointerup` is on the way. Or it is not a real one.
    }
  }

  const next = () => void (frame ??= view?.requestAnimationFrame(paint) ?? null);

  function paint() {
    frame = null;
    if (!drag || !press) return;
    const scrolled = drag.moved && drag.scroll.step(press.x, press.y);
    if (scrolled) drag.targets.forget();
    show(drag, press, drag.targets.at(press.x, press.y));
    if (scrolled) next();
  }

  function show({ people, preview, paint: brush }: Drag, { x, y }: Press, place: string | null) {
    preview.move(x, y);
    brush.show(
      {
        stateOf: (key) => host.stateOf(key, people),
        noteOf: (key, drop, isCurrent) => host.noteOf(key, people, drop, isCurrent),
      },
      place,
    );
  }

  function end(event: PointerEvent) {
    if (!press || event.pointerId !== press.pointerId) return;
    if (!drag) return finish();
    const { people, targets } = drag;
    targets.forget();
    const place = targets.at(event.clientX, event.clientY);
    const takes = place === null ? null : host.stateOf(place, people);
    swallowClick = true;
    // The host may hand on the focus, for which a browser wants the page laid out: it still is.
    try {
      if (place === null || takes === 'home') host.cancel(people);
      else host.drop(people, place);
    } finally {
      finish();
    }
  }

  /** A second finger before the first has lifted: the two pinch or scroll. Later ones change nothing. */
  function another(event: PointerEvent) {
    if (press && !drag && event.pointerId !== press.pointerId) finish();
  }

  function pointerCancel(event: PointerEvent) {
    if (event.pointerId === press?.pointerId) stop();
  }

  function stop() {
    const people = drag?.people;
    finish();
    if (people) host.cancel(people);
  }

  function finish() {
    clearTimeout(longPress);
    if (frame !== null) view?.cancelAnimationFrame(frame);
    frame = null;
    if (drag && press && root.hasPointerCapture(press.pointerId)) root.releasePointerCapture(press.pointerId);
    drag?.paint.clear();
    drag?.preview.remove();
    drag = null;
    press = null;
    during?.abort();
  }

  function escape(event: KeyboardEvent) {
    if (!drag || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stop();
  }

  function refresh() {
    if (!drag) return;
    drag.targets.forget();
    next();
  }

  /** Known before it comes down: a pen is over the page first, and how a touch may scroll is read as it begins. */
  const over = (event: PointerEvent) => root.toggleAttribute('data-pen', event.pointerType === 'pen');
  const hold = (event: TouchEvent) => drag && event.cancelable && event.preventDefault();
  const noMenu = (event: Event) => (drag || press?.touch) && event.preventDefault();
  const noNative = (event: Event) => press && event.preventDefault();
  const click = (event: MouseEvent) => {
    const swallow = swallowClick;
    swallowClick = false;
    // Keys and assistive technology click without a pointer: what they press is meant.
    if (!swallow || event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const { signal } = whole;
  listen(root, 'pointerdown', start, { signal });
  listen(root, 'pointerover', over, { signal, passive: true });
  // There before any finger: a listener added during the touch cannot stop the scrolling that has begun.
  listen(root, 'touchmove', hold, { signal, passive: false });
  listen(root, 'contextmenu', noMenu, { signal });
  listen(root, 'dragstart', noNative, { signal });
  listen(root, 'selectstart', noNative, { signal });
  // The click that follows a drop is not a press on whatever is below.
  listen(root, 'click', click, { signal, capture: true });

  return {
    dragging: () => drag !== null,
    keep(people) {
      if (!drag) return;
      if (people.length === 0) return finish();
      drag.people = people;
      drag.preview.count(people.length);
      next();
    },
    refresh,
    detach() {
      stop();
      whole.abort();
    },
  };
}
