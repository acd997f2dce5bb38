'use client';

import { forwardRef, useId, type ButtonHTMLAttributes } from 'react';
import { classNames } from './classNames.js';
import { Icon } from './Icon.js';
import type { IconName } from './iconPaths.js';
import { unavailableAttributes } from './unavailable.js';

/** Props of {@link IconButton}. */
export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does, in words: its accessible name and its tooltip. */
  readonly label: string;
  /** The drawing. */
  readonly icon: IconName;
  /** `s` is 24 px, for use inside a chip; the default 32 px. */
  readonly size?: 's';
  /** Why it cannot be used now. It stays focusable, says the reason and does not fire. */
  readonly unavailable?: string | undefined;
  /** Called instead of `onClick` while `unavailable`. */
  readonly onUnavailablePress?: () => void;
}

/**
 * A button that is a drawing, with its name for ear and pointer.
 *
 * Element: `button.brk-iconbtn`. Data: `size`.
 *
 * @example
 * <IconButton icon="undo" label="Undo: move Wei Chen to Onboarding" onClick={undo} />
 */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, icon, size, unavailable, onUnavailablePress, className, children, ...rest },
  ref,
) {
  const reasonId = useId();
  const blocked =
    unavailable !== undefined &&
    unavailableAttributes(reasonId, unavailable, rest['aria-describedby'], onUnavailablePress);
  return (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      title={label}
      data-size={size}
      {...rest}
      {...blocked}
      className={classNames('brk-iconbtn', className)}
    >
      <Icon name={icon} {...(size === 's' ? { size } : {})} />
      {children}
      {unavailable !== undefined && (
        <span id={reasonId} hidden>
          {unavailable}
        </span>
      )}
    </button>
  );
});
