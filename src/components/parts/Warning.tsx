import { forwardRef, type HTMLAttributes, type ReactNode, type Ref } from 'react';
import { classNames } from './classNames.js';
import { Icon } from './Icon.js';

/** Props of {@link Warning}. */
export interface WarningProps extends HTMLAttributes<HTMLElement> {
  /** The element of the root.
   * @default 'li' */
  readonly as?: 'li' | 'div';
  /** `stop` blocks opening and is drawn as an octagon; the default is a triangle. */
  readonly level?: 'stop';
  /** What to do about it: usually one link button. */
  readonly remedy?: ReactNode;
  /** The problem, as a sentence. */
  readonly children: ReactNode;
}

/**
 * A problem in one sentence, beside its remedy.
 *
 * Element: `li.brk-warning` (or `div`). Data: `level`.
 *
 * @example
 * <Warning level="stop" remedy={<Button kind="link" onClick={fix}>Fix</Button>}>Room 2 is over by 1</Warning>
 */
export const Warning = forwardRef<HTMLElement, WarningProps>(function Warning(
  { as = 'li', level, remedy, className, children, ...rest },
  ref,
) {
  const Root = as as 'li';
  return (
    <Root
      ref={ref as Ref<HTMLLIElement>}
      data-level={level}
      {...rest}
      className={classNames('brk-warning', className)}
    >
      <Icon name={level === 'stop' ? 'stop' : 'warn'} />
      <span className="brk-warning-text">{children}</span>
      {remedy}
    </Root>
  );
});
