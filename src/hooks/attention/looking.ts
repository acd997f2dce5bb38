/** Whether somebody can be looking at a page: it is in sight, and its window has the focus. */
export const isLooking = (page: Document): boolean => page.visibilityState === 'visible' && page.hasFocus();
