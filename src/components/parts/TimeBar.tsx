'use client';

import { forwardRef, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';
import { useCssVariable } from './useCssVariable.js';

/** Props of {@link TimeBar}. */
export interface TimeBarProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  /** What is left, in any unit. */
  readonly value: number;
  /** What there was, in the same unit. */
  readonly total: number;
  /** `closing` takes the colour of warning. */
  readonly kind?: 'closing';
}

/**
 * Time as a line along the lower edge of a banner or strip. Decorative: the words above it say the time.
 *
 * Element: `div.brk-banner-time`. Data: `kind`. Property on its child: `--left`.
 *
 * @example
 * <TimeBar value={left} total={length} />
 */
export const TimeBar = forwardRef<HTMLDivElement, TimeBarProps>(function TimeBar(
  { value, total, kind, className, ...rest },
  ref,
) {
  const part = total > 0 ? Math.min(1, Math.max(0, value / total)) : 0;
  const bar = useCssVariable<HTMLSpanElement>('--left', `${Math.round(part * 1000) / 10}%`);
  return (
    <div
      ref={ref}
      aria-hidden="true"
      data-kind={kind}
      {...rest}
      className={classNames('brk-banner-time', className)}
    >
      <span ref={bar} />
    </div>
  );
});
