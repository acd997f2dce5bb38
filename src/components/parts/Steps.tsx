import { forwardRef, type OlHTMLAttributes, type ReactNode } from 'react';
import { classNames } from './classNames.js';
import { Hidden } from './Hidden.js';
import { Icon } from './Icon.js';
import { Spinner } from './Spinner.js';

/** One step of {@link Steps}. */
export interface Step {
  /** Behind, under way, without an answer, refused, or ahead. */
  readonly state: 'done' | 'now' | 'stuck' | 'failed' | 'todo';
  /** The step in words. */
  readonly label: ReactNode;
  /** Its state in words, for the ear: the drawing says it to the eye. */
  readonly stateLabel?: string;
}

/** Props of {@link Steps}. */
export interface StepsProps extends Omit<OlHTMLAttributes<HTMLOListElement>, 'children'> {
  /** The steps in order. */
  readonly steps: readonly Step[];
}

/**
 * Something that takes a while, as named steps. The step under way is the current one for assistive technology.
 *
 * Element: `ol.brk-steps` of `li`. Data on a step: `state`.
 *
 * @example
 * <Steps steps={[{ state: 'done', label: 'Main room sound paused' }, { state: 'now', label: 'Joining Room 2' }]} />
 */
export const Steps = forwardRef<HTMLOListElement, StepsProps>(function Steps(
  { steps, className, ...rest },
  ref,
) {
  return (
    <ol ref={ref} {...rest} className={classNames('brk-steps', className)}>
      {steps.map(({ state, label, stateLabel }, at) => (
        <li
          // oxlint-disable-next-line react/no-array-index-key -- A step is its position.
          key={at}
          data-state={state}
          aria-current={state === 'done' || state === 'todo' ? undefined : 'step'}
        >
          <span className="brk-steps-dot">
            {state === 'done' && <Icon name="check" size="s" />}
            {state === 'now' && <Spinner />}
            {state === 'stuck' && <Icon name="silent" />}
            {state === 'failed' && <Icon name="stop" />}
          </span>
          <span>
            {label}
            {stateLabel !== undefined && <Hidden> ({stateLabel})</Hidden>}
          </span>
        </li>
      ))}
    </ol>
  );
});
