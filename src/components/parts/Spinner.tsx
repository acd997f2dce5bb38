import { forwardRef } from 'react';
import { classNames } from './classNames.js';
import { Icon, type IconProps } from './Icon.js';

/** Props of {@link Spinner}. */
export interface SpinnerProps extends Omit<IconProps, 'name'> {
  /** What is being waited for, where no words beside it say so. Without it the spinner is decorative. */
  readonly label?: string;
}

/**
 * Something is under way. The only thing in the kit that loops; with reduced motion it breathes instead of turning.
 *
 * Element: `svg.brk-icon.brk-spin`. Data: `size`.
 *
 * @example
 * <Spinner label="Joining Room 2" />
 */
export const Spinner = forwardRef<SVGSVGElement, SpinnerProps>(function Spinner(
  { label, className, ...rest },
  ref,
) {
  const named = label === undefined ? {} : { role: 'img', 'aria-label': label, 'aria-hidden': undefined };
  return <Icon ref={ref} name="spin" {...named} {...rest} className={classNames('brk-spin', className)} />;
});
