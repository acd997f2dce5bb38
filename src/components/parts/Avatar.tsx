'use client';

import { forwardRef, useState, type HTMLAttributes } from 'react';
import { initials } from '../../state/initials.js';
import { classNames } from './classNames.js';
import { Icon } from './Icon.js';
import { personHue } from './personHue.js';
import { useCssVariable } from './useCssVariable.js';

/** Props of {@link Avatar}. */
export interface AvatarProps extends HTMLAttributes<HTMLSpanElement> {
  /** The person's key: gives their hue, which does not change when their name does. */
  readonly personKey: string;
  /** Their name; its initials are shown. */
  readonly name: string;
  /** A picture instead of the initials. One that does not load is replaced by the initials. */
  readonly avatarUrl?: string | undefined;
  /** `l` is 32 px; the default follows density and pointer. */
  readonly size?: 'l';
  /** Hollow: expected here, but not here. */
  readonly away?: boolean;
}

/**
 * A person as two letters on a hue of their own, or as their picture. Decorative: the name stands beside it.
 *
 * Element: `span.brk-avatar`. Data: `size`, `presence` (`away`). Property: `--brk-person-h`.
 *
 * @example
 * <Avatar personKey="c-81" name="Lena Vogel" />
 */
export const Avatar = forwardRef<HTMLSpanElement, AvatarProps>(function Avatar(
  { personKey, name, avatarUrl, size, away, className, ...rest },
  ref,
) {
  const root = useCssVariable('--brk-person-h', personHue(personKey), ref);
  const [broken, setBroken] = useState<string>();
  const letters = initials(name);
  return (
    <span
      ref={root}
      aria-hidden="true"
      data-size={size}
      data-presence={away === true ? 'away' : undefined}
      {...rest}
      className={classNames('brk-avatar', className)}
    >
      {avatarUrl !== undefined && avatarUrl !== '' && avatarUrl !== broken ? (
        <img
          src={avatarUrl}
          alt=""
          draggable={false}
          referrerPolicy="no-referrer"
          onError={() => setBroken(avatarUrl)}
        />
      ) : letters === '' ? (
        <Icon name="person" />
      ) : (
        letters
      )}
    </span>
  );
});
