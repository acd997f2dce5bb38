import { forwardRef, type HTMLAttributes } from 'react';
import { displayName } from '../../state/displayName.js';
import { classNames } from './classNames.js';

/** Props of {@link PersonName}. */
export interface PersonNameProps extends Omit<HTMLAttributes<HTMLElement>, 'children'> {
  /** The name as the person or the service gave it. */
  readonly name: string;
  /** The word for somebody whose name shows nothing, for example "Guest 3". */
  readonly guestName?: string;
}

/**
 * A name that cannot disturb what stands around it: cleaned of direction and control characters, at most 256
 * characters, isolated, cut with an ellipsis, and left alone by translators. Room names are shown with it too.
 *
 * Element: `bdi.brk-name`. The whole name is its tooltip.
 *
 * @example
 * <PersonName name={person.name} guestName="Guest 3" />
 */
export const PersonName = forwardRef<HTMLElement, PersonNameProps>(function PersonName(
  { name, guestName = '', className, ...rest },
  ref,
) {
  const shown = displayName(name, guestName);
  return (
    <bdi ref={ref} translate="no" title={shown} {...rest} className={classNames('brk-name', className)}>
      {shown}
    </bdi>
  );
});
