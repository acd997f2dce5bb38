import type { MouseEvent } from 'react';

/** What a control gets while something blocks it: it keeps the focus, names the reason, and does not fire. */
export interface UnavailableAttributes {
  readonly 'aria-disabled': true;
  readonly 'aria-describedby': string;
  readonly title: string;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/**
 * Attributes of a control that is blocked. A `disabled` attribute would take the focus away and with it the reason.
 *
 * @param reasonId Where the reason is written.
 * @param reason Why it is blocked, as a sentence.
 * @param described What the host described it by; stays.
 * @param onPress Called instead of the action, for example to lead the focus to the remedy.
 */
export function unavailableAttributes(
  reasonId: string,
  reason: string,
  described: string | undefined,
  onPress: (() => void) | undefined,
): UnavailableAttributes {
  return {
    'aria-disabled': true,
    'aria-describedby': described === undefined ? reasonId : `${described} ${reasonId}`,
    title: reason,
    onClick(event) {
      // Neither a form nor a listener further out may take the press for the action.
      event.preventDefault();
      event.stopPropagation();
      onPress?.();
    },
  };
}
