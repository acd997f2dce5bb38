import type { ForwardedRef } from 'react';

/** Hands one element to a forwarded ref of either kind. */
export function assignRef<T>(ref: ForwardedRef<T> | undefined, element: T | null): void {
  if (typeof ref === 'function') ref(element);
  else if (ref !== null && ref !== undefined) ref.current = element;
}
