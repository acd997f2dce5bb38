'use client';

import { useMemo } from 'react';
import { useKit } from '../../../hooks/kit.js';
import { useRules } from '../../../hooks/useRules.js';
import { ruleViews } from '../../../state/view/planRules.js';
import type { RuleView } from '../../../state/views.js';
import { useMove } from '../../moving/useMove.js';
import { namesOf } from './ruleWords.js';

/** What {@link useRuleActions} gives. */
export interface RuleActions {
  /** Returns whether there is a new rule. */
  readonly add: (rule: Pick<RuleView, 'kind' | 'people'>) => boolean;
  readonly remove: (rule: Pick<RuleView, 'kind' | 'at'>) => void;
  readonly setLeadEach: (on: boolean) => void;
}

/** Changes rules, says so once, and offers the undo: the same words from the menu of the selected and from the options. */
export function useRuleActions(): RuleActions {
  const { session, messages } = useKit('useRuleActions');
  const { addRule, removeRule, setLeadEach } = useRules();
  const { tell } = useMove();
  return useMemo(() => {
    const { options } = messages;
    return {
      add(rule) {
        if (!addRule(rule)) {
          tell(options.saysThatAlready);
          return false;
        }
        const state = session.store.getState();
        const made = ruleViews(state).findLast(({ kind }) => kind === rule.kind);
        tell(options.added(rule.kind, namesOf(state, rule.people, messages), made?.isBroken !== true), {
          undoable: true,
        });
        return true;
      },
      remove(rule) {
        removeRule(rule);
        tell(options.removed, { undoable: true });
      },
      setLeadEach(on) {
        setLeadEach(on);
        tell(on ? options.leadEachOn : options.leadEachOff, { undoable: true });
      },
    };
  }, [session, messages, addRule, removeRule, setLeadEach, tell]);
}
