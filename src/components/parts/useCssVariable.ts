'use client';

import { useCallback, type ForwardedRef, type RefCallback } from 'react';
import { assignRef } from './refs.js';

/**
 * A ref that sets one custom property on its element. A strict content security policy forbids style attributes in
 * server HTML, so geometry that depends on data is never an inline style: it is set through CSSOM, before the first paint.
 *
 * @param name The custom property, for example `--brk-person-h`.
 * @param value Its value; `undefined` leaves the style sheet's.
 * @param forwarded A further ref that gets the same element.
 */
export function useCssVariable<T extends HTMLElement>(
  name: `--${string}`,
  value: string | number | undefined,
  forwarded?: ForwardedRef<T>,
): RefCallback<T> {
  return useCallback(
    (element: T | null) => {
      if (element !== null) {
        if (value === undefined) element.style.removeProperty(name);
        else element.style.setProperty(name, String(value));
      }
      assignRef(forwarded, element);
    },
    [name, value, forwarded],
  );
}
