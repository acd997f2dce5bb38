'use client';

import { forwardRef, useId, type ButtonHTMLAttributes } from 'react';
import { classNames } from './classNames.js';
import { Icon } from './Icon.js';
import type { IconName } from './iconPaths.js';
import { unavailableAttributes } from './unavailable.js';

/** Props of {@link Button}. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /**
   * How much it weighs: `primary` is the one thing to do here, `quiet` has no surface, `stop` ends something,
   * `stop-full` ends it now, `link` is the remedy in a sentence.
   */
  readonly kind?: 'primary' | 'quiet' | 'stop' | 'stop-full' | 'link';
  /** `s` is 28 px high, `l` 40 px, the default 32 px; at least 44 px for coarse pointers. */
  readonly size?: 's' | 'l';
  /** As wide as its container. */
  readonly block?: boolean;
  /** A drawing before the words. */
  readonly icon?: IconName;
  /** A drawing after the words, for example `down` where a menu opens. */
  readonly iconEnd?: IconName;
  /** Square, for a drawing alone. Give it an `aria-label`. */
  readonly iconOnly?: boolean;
  /** Why it cannot be used now, as a sentence. The button stays focusable, says the reason and does not fire. */
  readonly unavailable?: string | undefined;
  /** Called instead of `onClick` while `unavailable`, for example to move the focus to the remedy. */
  readonly onUnavailablePress?: () => void;
}

/**
 * A button that says what it does. While something blocks it, it says that instead of going dead.
 *
 * Element: `button.brk-btn`. Data: `kind`, `size`, `block`, `icon` (drawing alone).
 *
 * @example
 * <Button kind="primary" size="l" unavailable="Room 2 is over by 1" onClick={open}>Open 4 rooms</Button>
 */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  {
    kind,
    size,
    block,
    icon,
    iconEnd,
    iconOnly,
    unavailable,
    onUnavailablePress,
    className,
    children,
    ...rest
  },
  ref,
) {
  const reasonId = useId();
  const small = size === 's' ? { size } : {};
  const blocked =
    unavailable !== undefined &&
    unavailableAttributes(reasonId, unavailable, rest['aria-describedby'], onUnavailablePress);
  return (
    <button
      ref={ref}
      type="button"
      data-kind={kind}
      data-size={size}
      data-block={block === true ? '' : undefined}
      data-icon={iconOnly === true ? '' : undefined}
      {...rest}
      {...blocked}
      className={classNames('brk-btn', className)}
    >
      {icon !== undefined && <Icon name={icon} {...small} />}
      {children}
      {iconEnd !== undefined && <Icon name={iconEnd} {...small} />}
      {unavailable !== undefined && (
        <span id={reasonId} hidden>
          {unavailable}
        </span>
      )}
    </button>
  );
});
