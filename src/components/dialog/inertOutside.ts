import { hostOf, isElement } from '../parts/isElement.js';

/** Whose dialog made an element inert: ids of dialogs, so that the last one to close gives it back, in any order. */
const HOLDERS = 'data-brk-inert';

/** What is spoken and what is heard goes on while a dialog is open. */
const KEEPS = '[data-brk-live], [data-brk-sound]';

/** Elements that show nothing and take no focus. */
const SILENT = 'script, style, link, meta, template, noscript, base, title';

/**
 * Makes everything outside `inside` inert, except live regions and the sound sink, and returns how to undo it.
 * What the host itself made inert stays so. What is added to the page later is left alone: it lies on top, or is the
 * host's business.
 *
 * @param inside The dialog with its backdrop.
 * @param holder An id of this dialog, without spaces.
 */
export function inertOutside(inside: Element, holder: string): () => void {
  const held: Element[] = [];
  let step: Element | null = inside;
  while (step !== null && step !== step.ownerDocument.body) {
    const root: ParentNode | null = step.parentNode;
    for (const sibling of root?.children ?? []) {
      if (sibling !== step && !liesOnTop(sibling, inside)) hold(sibling, holder, held);
    }
    // Out of a shadow root the way leads over its host.
    step = isElement(root) ? root : hostOf(root);
  }
  return () => {
    for (const element of held) release(element, holder);
  };
}

/** Of two dialogs that opened at once, the later in the page lies on top. */
function liesOnTop(element: Element, inside: Element): boolean {
  const follows = (inside.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return follows && element.matches('.brk-backdrop');
}

function hold(element: Element, holder: string, held: Element[]): void {
  if (element.matches(SILENT) || element.matches(KEEPS)) return;
  if (element.querySelector(KEEPS) !== null) {
    for (const child of element.children) hold(child, holder, held);
    return;
  }
  const holders = element.getAttribute(HOLDERS);
  if (holders === null && element.hasAttribute('inert')) return;
  element.setAttribute(HOLDERS, holders === null ? holder : `${holders} ${holder}`);
  element.setAttribute('inert', '');
  held.push(element);
}

function release(element: Element, holder: string): void {
  const others = (element.getAttribute(HOLDERS) ?? '').split(' ').filter((id) => id !== '' && id !== holder);
  if (others.length > 0) {
    element.setAttribute(HOLDERS, others.join(' '));
    return;
  }
  element.removeAttribute(HOLDERS);
  element.removeAttribute('inert');
}
