import { forwardRef, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';

/** Props of {@link Hidden}: those of a `span`. */
export type HiddenProps = HTMLAttributes<HTMLSpanElement>;

/**
 * Words for the ear only. As a live region, give it `data-brk-live` and `aria-live`: dialogs then leave it audible.
 *
 * Element: `span.brk-hidden`.
 *
 * @example
 * <Hidden>Room lead</Hidden>
 */
export const Hidden = forwardRef<HTMLSpanElement, HiddenProps>(function Hidden({ className, ...rest }, ref) {
  return <span ref={ref} {...rest} className={classNames('brk-hidden', className)} />;
});
