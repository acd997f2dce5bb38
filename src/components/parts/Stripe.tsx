import { forwardRef, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';
import { compressSeats, type SeatState } from './compressSeats.js';

/** Props of {@link Stripe}. */
export interface StripeProps extends HTMLAttributes<HTMLDivElement> {
  /** One entry per seat, in order. Above 24 each mark stands for one 24th, and every state that occurs keeps one. */
  readonly seats: readonly SeatState[];
  /** What it measures, in words: "4 of 6 seats taken". Without it the stripe is decorative. */
  readonly label?: string;
}

/**
 * A line that measures a room: seats while planning, presence while open. It takes the hue of the nearest `data-room`.
 *
 * Element: `div.brk-stripe` of `span.brk-seat`. Data on a seat: `state` (none for a free one).
 *
 * @example
 * <Stripe seats={['taken', 'taken', 'incoming', 'free']} label="2 of 4 seats taken" />
 */
export const Stripe = forwardRef<HTMLDivElement, StripeProps>(function Stripe(
  { seats, label, className, ...rest },
  ref,
) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <div ref={ref} {...named} {...rest} className={classNames('brk-stripe', className)}>
      {compressSeats(seats).map((state, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- A seat is its position.
        <span key={at} className="brk-seat" data-state={state === 'free' ? undefined : state} />
      ))}
    </div>
  );
});
