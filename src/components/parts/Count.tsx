import { forwardRef, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';
import { Hidden } from './Hidden.js';
import { Icon } from './Icon.js';

/** Props of {@link Count}. */
export interface CountProps extends HTMLAttributes<HTMLSpanElement> {
  /** How many there are. */
  readonly value: number;
  /** How many there may be. Without it only the first number is shown. */
  readonly of?: number | undefined;
  /** How many there would be: shown as "3 → 6/6" while people hover over the room. */
  readonly next?: number | undefined;
  /** Over the limit, in words: "over by 1". Adds the octagon and the colour of stopping. */
  readonly over?: string | undefined;
  /** The whole in words for the ear: "4 of 6 people". Replaces the figures there. */
  readonly label?: string | undefined;
}

/**
 * How many of how many, always written "4/6" from left to right.
 *
 * Element: `span.brk-count`. Data: `state` (`over`).
 *
 * @example
 * <Count value={7} of={6} over="over by 1" label="7 of 6 people" />
 */
export const Count = forwardRef<HTMLSpanElement, CountProps>(function Count(
  { value, of, next, over, label, className, children, ...rest },
  ref,
) {
  const figures = (
    <bdi dir="ltr" aria-hidden={label === undefined ? undefined : true}>
      {next === undefined ? value : `${value} → ${next}`}
      {of !== undefined && <span>/{of}</span>}
    </bdi>
  );
  return (
    <span
      ref={ref}
      data-state={over === undefined ? undefined : 'over'}
      {...rest}
      className={classNames('brk-count', className)}
    >
      {over !== undefined && <Icon name="stop" size="s" />}
      {figures}
      {label !== undefined && <Hidden>{label}</Hidden>}
      {over !== undefined && (
        <>
          {' '}
          <span>{over}</span>
        </>
      )}
      {children}
    </span>
  );
});
