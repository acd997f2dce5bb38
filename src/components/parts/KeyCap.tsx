import { forwardRef, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';

/** Props of {@link KeyCap}: those of a `kbd`. */
export type KeyCapProps = HTMLAttributes<HTMLElement>;

/**
 * A key on the keyboard.
 *
 * Element: `kbd.brk-key`.
 *
 * @example
 * <KeyCap>Esc</KeyCap>
 */
export const KeyCap = forwardRef<HTMLElement, KeyCapProps>(function KeyCap({ className, ...rest }, ref) {
  return <kbd ref={ref} {...rest} className={classNames('brk-key', className)} />;
});
