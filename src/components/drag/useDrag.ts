'use client';

import { useContext, useEffect, useRef, type RefObject } from 'react';
import { hostOf } from '../parts/isElement.js';
import { lookAttributes, SurfaceContext } from '../parts/surfaceContext.js';
import { isOfDropNote } from './dropNote.js';
import { createDragEngine, type DragEngine, type DragHost } from './dragEngine.js';

/** Where the style sheet of an element inside a shadow root counts: nowhere else. */
function shadowAround(element: Element): ShadowRoot | null {
  const root = element.getRootNode();
  return hostOf(root) === null ? null : (root as ShadowRoot);
}

/**
 * Lets people be dragged inside an element for as long as it is mounted. Nothing is drawn by React while the pointer moves.
 *
 * @param root - The element. People in it carry `data-person`, places `data-drop-key`.
 * @param host - What a press lifts, what each place takes, and what to do with a drop. Read anew at each question.
 * @returns The engine, once mounted.
 */
export function useDrag(
  root: RefObject<HTMLElement | null>,
  host: Omit<DragHost, 'preview'>,
): RefObject<DragEngine | null> {
  const look = useContext(SurfaceContext);
  const latest = useRef({ host, look });
  const engine = useRef<DragEngine | null>(null);
  useEffect(() => {
    latest.current = { host, look };
  });
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const now = () => latest.current;
    const made = createDragEngine(element, {
      lift: (person, chip) => now().host.lift(person, chip),
      stateOf: (place, people) => now().host.stateOf(place, people),
      noteOf: (...asked) => now().host.noteOf(...asked),
      drop: (people, place) => now().host.drop(people, place),
      cancel: (people) => now().host.cancel(people),
      preview: () => ({
        container: now().look.container ?? shadowAround(element) ?? element.ownerDocument.body,
        look: lookAttributes(now().look),
      }),
    });
    engine.current = made;
    // Rows come and go under the pointer: what is where has to be measured again.
    const changes = new MutationObserver((all) => {
      if (all.some(({ target }) => !isOfDropNote(target))) made.refresh();
    });
    changes.observe(element, { childList: true, subtree: true });
    return () => {
      changes.disconnect();
      made.detach();
      engine.current = null;
    };
  }, [root]);
  return engine;
}
