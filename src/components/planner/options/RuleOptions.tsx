'use client';

import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../hooks/kit.js';
import { useRules } from '../../../hooks/useRules.js';
import { useActions, useView } from '../../../hooks/useView.js';
import type { State } from '../../../state/types.js';
import { useMove } from '../../moving/useMove.js';
import { Button } from '../../parts/Button.js';
import { Switch } from '../../parts/Switch.js';
import { Warning } from '../../parts/Warning.js';
import { OptionGroup } from './OptionGroup.js';
import { RuleBuilder } from './RuleBuilder.js';
import { RuleList } from './RuleList.js';
import { namesOf } from './ruleWords.js';
import type { OptionsPlace } from './showOptions.js';
import { useRuleActions } from './useRuleActions.js';

/** What the split holds to: who belongs together, who does not, and a lead in each room. */
export function RuleOptions({ place }: { readonly place: OptionsPlace }) {
  const messages = useMessages();
  const { options, planner } = messages;
  const { rules, contradictions, leadEach, leaderless } = useRules();
  const contrary = useView((state: State) =>
    contradictions.map((people) => options.cannotBoth(namesOf(state, people, messages))),
  );
  const { setLeadEach } = useRuleActions();
  const { reshuffle } = useActions();
  const { tell } = useMove();
  const [building, setBuilding] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const built = useRef(false);

  useEffect(() => {
    if (place.at === 'rules') heading.current?.focus();
  }, [place]);
  useEffect(() => {
    if (built.current && !building) add.current?.focus();
    built.current = building;
  }, [building]);

  const mendable = rules.some(({ isBroken, impossible }) => isBroken && impossible === null);
  const splitAgain = () => {
    reshuffle();
    tell(planner.reshuffled, { undoable: true });
  };
  return (
    <OptionGroup ref={heading} title={options.rules}>
      {rules.length === 0 && !building && <p className="brk-option-hint">{options.noRules}</p>}
      <RuleList rules={rules} onNothingLeft={() => add.current?.focus()} />
      {contrary.map((sentence) => (
        <Warning as="div" key={sentence}>
          {sentence}
        </Warning>
      ))}
      {building && <RuleBuilder onDone={() => setBuilding(false)} />}
      <div className="brk-rule-acts">
        {!building && (
          <Button ref={add} icon="plus" onClick={() => setBuilding(true)}>
            {options.addRule}
          </Button>
        )}
        {mendable && (
          <Button icon="shuffle" onClick={splitAgain}>
            {options.splitAgain}
          </Button>
        )}
      </div>
      <Switch on={leadEach} onChange={setLeadEach}>
        {options.leadEach}
      </Switch>
      {leaderless > 0 && (
        <Warning as="div">
          {options.leaderless(leaderless)}. {options.leadHow}
        </Warning>
      )}
    </OptionGroup>
  );
}
