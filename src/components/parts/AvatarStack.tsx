import { forwardRef, type HTMLAttributes } from 'react';
import { Avatar } from './Avatar.js';
import { classNames } from './classNames.js';

/** One person of an {@link AvatarStack}. */
export interface StackedPerson {
  readonly personKey: string;
  readonly name: string;
  readonly avatarUrl?: string | undefined;
}

/** Props of {@link AvatarStack}. */
export interface AvatarStackProps extends HTMLAttributes<HTMLSpanElement> {
  /** The people, in order. */
  readonly people: readonly StackedPerson[];
  /**
   * How many are drawn before the rest becomes a number.
   * @default 3
   */
  readonly max?: number;
  /** The surface it lies on, for the gap between avatars. The default is the panel. */
  readonly on?: 'well' | 'accent' | 'token';
  /** How the rest is written. Without it "+4". */
  readonly more?: (count: number) => string;
}

/**
 * A few people beside each other. Decorative: a sentence beside it says who or how many.
 *
 * Element: `span.brk-avatars`. Data: `on`.
 *
 * @example
 * <AvatarStack people={there} max={3} on="well" />
 */
export const AvatarStack = forwardRef<HTMLSpanElement, AvatarStackProps>(function AvatarStack(
  { people, max = 3, on, more = plus, className, ...rest },
  ref,
) {
  const hidden = people.length - max;
  return (
    <span
      ref={ref}
      aria-hidden="true"
      data-on={on}
      {...rest}
      className={classNames('brk-avatars', className)}
    >
      {people.slice(0, max).map(({ personKey, name, avatarUrl }) => (
        <Avatar key={personKey} personKey={personKey} name={name} avatarUrl={avatarUrl} />
      ))}
      {hidden > 0 && <span className="brk-avatars-more">{more(hidden)}</span>}
    </span>
  );
});

function plus(count: number): string {
  return `+${count}`;
}
