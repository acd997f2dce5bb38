/** The element of the page that a candidate is drawn into. */
export function stage(): HTMLElement {
  const element = document.querySelector<HTMLElement>('#stage');
  if (!element) throw new Error('The page has no stage.');
  return element;
}
