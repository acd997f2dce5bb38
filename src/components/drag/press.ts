/** A pointer that went down on a person, until it is clear whether it lifts them, scrolls, or just presses. */

import { isElement } from '../parts/isElement.js';

/** On an element: the key of the person it shows. */
export const PERSON_KEY = 'data-person';

/** Pixels a mouse or a pen travels before it lifts: less is a press of an unsteady hand. */
export const LIFT_DISTANCE = 5;
/** Milliseconds a finger rests before it lifts. Shorter, and it could not scroll the list any more. */
export const LONG_PRESS_MS = 250;
/** Pixels a resting finger may tremble. */
export const FINGER_TOLERANCE = 8;

/** One pointer on one person. */
export interface Press {
  readonly pointerId: number;
  readonly touch: boolean;
  readonly person: string;
  readonly chip: HTMLElement;
  readonly startX: number;
  readonly startY: number;
  x: number;
  y: number;
}

/** What a move of the pointer makes of a press. */
export function judge(press: Press): 'wait' | 'lift' | 'scroll' {
  const distance = Math.hypot(press.x - press.startX, press.y - press.startY);
  if (press.touch) return distance > FINGER_TOLERANCE ? 'scroll' : 'wait';
  return distance >= LIFT_DISTANCE ? 'lift' : 'wait';
}

/** Reads a press from the event, or `null` when it is not on a person, or on something of its own within one. */
export function pressOf(event: PointerEvent, root: HTMLElement): Press | null {
  if (!event.isPrimary || event.button !== 0) return null;
  // Inside a shadow root `target` is the host; the path begins with the element itself.
  for (const element of event.composedPath()) {
    if (element === root || !isElement(element)) return null;
    if (element.matches('input, textarea, select, a, [aria-haspopup]')) return null;
    const person = element.getAttribute(PERSON_KEY);
    if (person === null) continue;
    const { clientX: x, clientY: y } = event;
    return {
      pointerId: event.pointerId,
      touch: event.pointerType === 'touch',
      person,
      chip: element,
      startX: x,
      startY: y,
      x,
      y,
    };
  }
  return null;
}
