/**
 * Calls once, when at least half of an element is in sight on a page that somebody can look at. Returns the end of the
 * waiting. Where a page cannot tell what is in sight, being on a page that can be seen is enough.
 */
export function whenShown(element: Element, call: () => void): () => void {
  const page = element.ownerDocument;
  const Observer = page.defaultView?.IntersectionObserver;
  let inSight = Observer === undefined;
  const look = () => {
    if (!inSight || page.visibilityState !== 'visible') return;
    stop();
    call();
  };
  const observer =
    Observer &&
    new Observer(
      (entries) => {
        inSight = entries.at(-1)?.isIntersecting ?? false;
        look();
      },
      { threshold: 0.5 },
    );
  const stop = () => {
    observer?.disconnect();
    page.removeEventListener('visibilitychange', look);
  };
  page.addEventListener('visibilitychange', look);
  observer?.observe(element);
  look();
  return stop;
}
