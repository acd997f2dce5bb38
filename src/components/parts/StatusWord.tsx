import { forwardRef, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';
import { Icon } from './Icon.js';
import type { IconName } from './iconPaths.js';
import { placeIcons, type Place } from './placeIcons.js';
import { Spinner } from './Spinner.js';

/** Props of {@link StatusWord}. */
export interface StatusWordProps extends HTMLAttributes<HTMLSpanElement> {
  /** Where somebody is. Joining and away turn. */
  readonly state: Place;
  /** Another drawing. */
  readonly icon?: IconName;
}

/**
 * Where somebody is, in a word with its drawing.
 *
 * Element: `span.brk-state`. Data: `state`.
 *
 * @example
 * <StatusWord state="no-answer">No answer 1:05</StatusWord>
 */
export const StatusWord = forwardRef<HTMLSpanElement, StatusWordProps>(function StatusWord(
  { state, icon, className, children, ...rest },
  ref,
) {
  const turns = icon === undefined && (state === 'joining' || state === 'away' || state === 'inviting');
  return (
    <span ref={ref} data-state={state} {...rest} className={classNames('brk-state', className)}>
      {turns ? <Spinner size="s" /> : <Icon name={icon ?? placeIcons[state]} size="s" />}
      {children}
    </span>
  );
});
