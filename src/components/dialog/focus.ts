import { isElement } from '../parts/isElement.js';

/** The focused element, looked for inside shadow roots too. */
export function focusedElement(document: Document): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** Whether nothing in particular has the focus. */
export function focusIsLost(document: Document): boolean {
  const focused = focusedElement(document);
  return focused === null || focused === document.body || focused === document.documentElement;
}

/** Focuses the first candidate that takes the focus: it may be gone, hidden, inert or disabled by now. */
export function focusFirst(candidates: readonly (Element | null | undefined)[]): boolean {
  for (const candidate of candidates) {
    if (!isElement(candidate) || !candidate.isConnected) continue;
    candidate.focus({ preventScroll: false });
    if (focusedElement(candidate.ownerDocument) === candidate) return true;
  }
  return false;
}

const TABBABLE =
  'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]';

/** What Tab reaches inside an element, in order. */
export function tabbables(inside: Element): readonly HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      element.closest('[inert]') === null &&
      !isUncheckedRadio(element) &&
      (!('checkVisibility' in element) || element.checkVisibility({ visibilityProperty: true })),
  );
}

/** A radio group of the browser's own has one tab stop: the checked one. */
function isUncheckedRadio(element: HTMLElement): boolean {
  if (!isInput(element) || element.type !== 'radio' || element.name === '') return false;
  if (element.checked) return false;
  const group = [
    ...(element.form ?? element.ownerDocument).querySelectorAll<HTMLInputElement>('input[type=radio]'),
  ];
  return group.some((radio) => radio.name === element.name && radio.checked);
}

const isInput = (element: HTMLElement): element is HTMLInputElement => element.localName === 'input';

/** What opened a dialog: the focused element, or the button of the menu it belongs to, which outlives the menu. */
export function openerOf(document: Document): Element | null {
  if (focusIsLost(document)) return null;
  const focused = focusedElement(document);
  const trigger = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return (trigger ? document.getElementById(trigger) : null) ?? focused;
}
