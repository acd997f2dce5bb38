'use client';

import { forwardRef, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';
import { Icon } from './Icon.js';
import { placeIcons, type Place } from './placeIcons.js';
import { useCssVariable } from './useCssVariable.js';

/** One step of a {@link Ladder}. */
export interface LadderStep {
  readonly state: Place;
  /** The step in words: "No answer". */
  readonly label: string;
  /** How many people are there. */
  readonly count: number;
}

/** Props of {@link Ladder}. */
export interface LadderProps extends Omit<HTMLAttributes<HTMLDivElement>, 'onToggle'> {
  /** What it shows, in words: "Where everyone is". */
  readonly label: string;
  /** The steps in order. Their counts add up to the people. */
  readonly steps: readonly LadderStep[];
  /** The pressed steps: what the rooms below are filtered by. */
  readonly pressed?: ReadonlySet<Place>;
  /** Called with the step that was pressed. */
  readonly onToggle: (state: Place) => void;
}

/**
 * Where everyone is: one bar, and one toggle for each place. No place is told by colour alone.
 *
 * Element: `div.brk-ladder` with `.brk-ladder-bar` and `.brk-ladder-steps[role=group]`. Data on a part: `state`.
 *
 * @example
 * <Ladder label="Where everyone is" steps={steps} pressed={filter} onToggle={toggle} />
 */
export const Ladder = forwardRef<HTMLDivElement, LadderProps>(function Ladder(
  { label, steps, pressed, onToggle, className, children, ...rest },
  ref,
) {
  return (
    <div ref={ref} {...rest} className={classNames('brk-ladder', className)}>
      <div className="brk-ladder-bar" aria-hidden="true">
        {steps.map(({ state, count }) => count > 0 && <Part key={state} state={state} count={count} />)}
      </div>
      <div className="brk-ladder-steps" role="group" aria-label={label}>
        {steps.map((step) => (
          <button
            key={step.state}
            type="button"
            className="brk-step"
            data-state={step.state}
            aria-pressed={pressed?.has(step.state) === true}
            onClick={() => onToggle(step.state)}
          >
            <Icon name={placeIcons[step.state]} />
            <strong>{step.count}</strong> <span>{step.label}</span>
          </button>
        ))}
      </div>
      {children}
    </div>
  );
});

function Part({ state, count }: { state: Place; count: number }) {
  const ref = useCssVariable<HTMLSpanElement>('--n', count);
  return <span ref={ref} data-state={state} />;
}
