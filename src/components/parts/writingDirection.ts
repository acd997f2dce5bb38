/** Whether text runs from right to left at an element: arrow keys follow the eye, not the code. */
export function isRightToLeft(element: Element): boolean {
  const declared = element.closest('[dir]')?.getAttribute('dir')?.toLowerCase();
  if (declared === 'rtl' || declared === 'ltr') return declared === 'rtl';
  return element.ownerDocument.defaultView?.getComputedStyle(element).direction === 'rtl';
}
