import { forwardRef, type ButtonHTMLAttributes, type ReactNode } from 'react';
import { classNames } from './classNames.js';

/** Props of {@link Switch}. */
export interface SwitchProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onChange' | 'children'> {
  /** On or off. */
  readonly on: boolean;
  /** Called with what it is to be. */
  readonly onChange: (on: boolean) => void;
  /** What is on or off: its name. */
  readonly children: ReactNode;
}

/**
 * Something that is on or off at once, without a button to confirm it.
 *
 * Element: `button.brk-switch[role=switch]`.
 *
 * @example
 * <Switch on={leadEach} onChange={setLeadEach}>One lead in each room</Switch>
 */
export const Switch = forwardRef<HTMLButtonElement, SwitchProps>(function Switch(
  { on, onChange, className, children, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      role="switch"
      aria-checked={on}
      onClick={() => onChange(!on)}
      {...rest}
      className={classNames('brk-switch', className)}
    >
      <span className="brk-switch-label">{children}</span>
      <span className="brk-switch-track" aria-hidden="true" />
    </button>
  );
});
