'use client';

import { forwardRef, useState, type HTMLAttributes, type KeyboardEvent } from 'react';
import { classNames } from './classNames.js';
import { IconButton } from './IconButton.js';

/** Props of {@link Stepper}. */
export interface StepperProps extends Omit<HTMLAttributes<HTMLSpanElement>, 'onChange' | 'children'> {
  /** What is counted, in words: "Number of rooms". */
  readonly label: string;
  /** The words on minus: "One room fewer". */
  readonly fewerLabel: string;
  /** The words on plus: "One room more". */
  readonly moreLabel: string;
  /** The number. */
  readonly value: number;
  /** The least. */
  readonly min: number;
  /** The most. */
  readonly max: number;
  /** Why it cannot be less than `min`. */
  readonly minReason?: string;
  /** Why it cannot be more than `max`. */
  readonly maxReason?: string;
  /** Told why, when somebody asked for less than `min` or more than `max`. */
  readonly onRefused?: (reason: string) => void;
  /** Called with a whole number between `min` and `max`, never with the present one. */
  readonly onChange: (value: number) => void;
}

/**
 * A number between minus and plus. It can be typed: Enter or leaving the field keeps it, Escape restores it, up and
 * down step. What is typed outside the limits becomes the limit.
 *
 * Element: `span.brk-stepper[role=group]` with a `spinbutton`.
 *
 * @example
 * <Stepper label="Number of rooms" fewerLabel="One room fewer" moreLabel="One room more" value={4} min={1} max={10} onChange={setRooms} />
 */
export const Stepper = forwardRef<HTMLSpanElement, StepperProps>(function Stepper(
  {
    label,
    fewerLabel,
    moreLabel,
    value,
    min,
    max,
    minReason,
    maxReason,
    onRefused,
    onChange,
    className,
    ...rest
  },
  ref,
) {
  const [typed, setTyped] = useState<string>();

  function settle(next: number) {
    setTyped(undefined);
    const within = Math.min(max, Math.max(min, next));
    if (next < min) onRefused?.(minReason ?? String(min));
    if (next > max) onRefused?.(maxReason ?? String(max));
    if (within !== value) onChange(within);
  }

  function keep() {
    if (typed === undefined) return;
    const digits = typed.normalize('NFKC').trim();
    settle(/^-?\d{1,6}$/.test(digits) ? Number(digits) : value);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') keep();
    else if (event.key === 'ArrowUp') settle(value + 1);
    else if (event.key === 'ArrowDown') settle(value - 1);
    else if (event.key === 'Escape' && typed !== undefined) setTyped(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <span
      ref={ref}
      role="group"
      aria-label={label}
      {...rest}
      className={classNames('brk-stepper', className)}
    >
      <IconButton
        icon="minus"
        label={fewerLabel}
        unavailable={value <= min ? (minReason ?? String(min)) : undefined}
        onClick={() => settle(value - 1)}
      />
      <input
        inputMode="numeric"
        autoComplete="off"
        role="spinbutton"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        value={typed ?? String(value)}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      <IconButton
        icon="plus"
        label={moreLabel}
        unavailable={value >= max ? (maxReason ?? String(max)) : undefined}
        onClick={() => settle(value + 1)}
      />
    </span>
  );
});
