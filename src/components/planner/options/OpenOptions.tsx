'use client';

import { useEffect, useId, useRef } from 'react';
import { useKit } from '../../../hooks/kit.js';
import { useView } from '../../../hooks/useView.js';
import type { LatePolicy, State } from '../../../state/types.js';
import { useMove } from '../../moving/useMove.js';
import { Button } from '../../parts/Button.js';
import { Stepper } from '../../parts/Stepper.js';
import { OptionGroup, OptionRow } from './OptionGroup.js';
import type { OptionsPlace } from './showOptions.js';

/** A round without a time gets this one at first. */
const USUAL = 15;
/** More than a day of meetings has. */
const MOST = 600;
const POLICIES: readonly LatePolicy[] = ['ask', 'fill', 'former', 'main'];

const canTime = ({ capabilities }: State) => capabilities.wire || capabilities.recall;

/** What holds while the rooms are open: how long, and where people go who join late. */
export function OpenOptions({ place }: { readonly place: OptionsPlace }) {
  const { session, messages } = useKit('OpenOptions');
  const { options, planner, desk } = messages;
  const { tell } = useMove();
  const minutes = useView((state) => state.plan.minutes);
  const late = useView((state) => state.plan.late);
  const timed = useView(canTime);
  const group = useRef<HTMLHeadingElement>(null);
  const select = useId();
  useEffect(() => {
    if (place.at !== 'time') return;
    const heading = group.current;
    (heading?.parentElement?.querySelector<HTMLElement>('[role="spinbutton"]') ?? heading)?.focus();
  }, [place]);
  const setMinutes = (count: number | null) => {
    session.actions.setMinutes(count);
    tell(planner.timeNow(count), { undoable: true });
  };
  return (
    <OptionGroup ref={group} title={options.whileOpen}>
      {timed && (
        <OptionRow
          label={options.minutes}
          hint={
            minutes === null ? (
              planner.noTimeLimit
            ) : (
              <Button kind="link" onClick={() => setMinutes(null)}>
                {planner.noTimeLimit}
              </Button>
            )
          }
        >
          <Stepper
            label={options.minutes}
            fewerLabel={options.oneMinuteLess}
            moreLabel={options.oneMinuteMore}
            value={minutes ?? USUAL}
            min={1}
            max={MOST}
            minReason={options.minutesMin}
            maxReason={options.minutesMax(MOST)}
            onChange={setMinutes}
          />
        </OptionRow>
      )}
      <div className="brk-option">
        <label className="brk-option-label" htmlFor={select}>
          {desk.latePolicy}
        </label>
        <select
          id={select}
          className="brk-import-select"
          value={late}
          onChange={({ target }) => {
            const policy = POLICIES.find((one) => one === target.value) ?? 'ask';
            session.actions.setLate(policy);
            tell(desk.lateNow[policy], { undoable: true });
          }}
        >
          {POLICIES.map((policy) => (
            <option key={policy} value={policy}>
              {desk.latePolicies[policy]}
            </option>
          ))}
        </select>
      </div>
    </OptionGroup>
  );
}
