import { forwardRef, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';

/** Props of {@link Tag}. */
export interface TagProps extends HTMLAttributes<HTMLSpanElement> {
  /** `new` stands out (just joined, late); the default is faint (you). */
  readonly kind?: 'new';
}

/**
 * A word about a person, in the tail of their chip.
 *
 * Element: `span.brk-chip-tag`, or `span.brk-new`.
 *
 * @example
 * <Tag kind="new">Just joined</Tag>
 */
export const Tag = forwardRef<HTMLSpanElement, TagProps>(function Tag({ kind, className, ...rest }, ref) {
  return (
    <span
      ref={ref}
      {...rest}
      className={classNames(kind === 'new' ? 'brk-new' : 'brk-chip-tag', className)}
    />
  );
});
