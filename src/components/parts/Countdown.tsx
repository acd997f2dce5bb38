import { forwardRef, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';

/** Props of {@link Countdown}. */
export interface CountdownProps extends Omit<HTMLAttributes<HTMLSpanElement>, 'children'> {
  /** What is left, in any unit. */
  readonly value: number;
  /** What there was, in the same unit. */
  readonly total: number;
  /** What stands in the ring: "5" or "0:24". */
  readonly text: string;
  /** The same in words: "5 seconds". */
  readonly label: string;
}

/** A little inside the box of 48, so that the stroke is not cut. */
const RADIUS = 21;

/**
 * A ring that runs out, with the time in it. It does not tick by itself and is not spoken at every change.
 *
 * Element: `span.brk-countdown[role=timer]`. Takes the hue of the nearest `data-room`.
 *
 * @example
 * <Countdown value={5000} total={20000} text="5" label="5 seconds" />
 */
export const Countdown = forwardRef<HTMLSpanElement, CountdownProps>(function Countdown(
  { value, total, text, label, className, ...rest },
  ref,
) {
  const left = total > 0 ? Math.min(1, Math.max(0, value / total)) : 0;
  return (
    <span
      ref={ref}
      role="timer"
      aria-label={label}
      {...rest}
      className={classNames('brk-countdown', className)}
    >
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r={RADIUS} />
        {/* Round caps would leave a dot at nothing. */}
        {left > 0 && (
          <circle
            cx="24"
            cy="24"
            r={RADIUS}
            pathLength={100}
            strokeDasharray={`${Math.round(left * 1000) / 10} 100`}
          />
        )}
      </svg>
      <span aria-hidden="true">{text}</span>
    </span>
  );
});
