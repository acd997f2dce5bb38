'use client';
import { useMemo } from 'react';
import type { PersonKey, Rules, State } from '../state/types.js';
import { contrary, leaderless as leaderlessOf, ruleViews } from '../state/view/planRules.js';
import type { RuleView } from '../state/views.js';
import { useKit } from './kit.js';
import { useView } from './useView.js';

/** What {@link useRules} gives. */
export interface RuleControls {
  /** Keep together first, then keep apart, each in the order they were made. */
  readonly rules: readonly RuleView[];
  /** People whom the rules want together and apart at once: no split can keep both. */
  readonly contradictions: readonly (readonly PersonKey[])[];
  /** Each room with people needs a lead. */
  readonly leadEach: boolean;
  /** How many rooms lack the lead they need. */
  readonly leaderless: number;
  /**
   * Adds a rule about two people or more. Nobody is moved before the next split.
   * Returns whether there is a new rule: not for fewer than two people, nor for one that is there already.
   */
  readonly addRule: (rule: Pick<RuleView, 'kind' | 'people'>) => boolean;
  readonly removeRule: (rule: Pick<RuleView, 'kind' | 'at'>) => void;
  readonly setLeadEach: (on: boolean) => void;
}

const sameMembers = (said: ReadonlySet<PersonKey>, group: readonly PersonKey[]) =>
  group.length === said.size && group.every((key) => said.has(key));

const rulesOf = ({ plan }: State): Rules => plan.rules;

/** Reads the draft's rules, what they are broken by, and gives the ways to change them. Each change is one step of undo. */
export function useRules(): RuleControls {
  const { session } = useKit('useRules');
  const rules = useView(ruleViews);
  const contradictions = useView(contrary);
  const leadEach = useView((state) => rulesOf(state).leadEach);
  const leaderless = useView(leaderlessOf);
  return useMemo(() => {
    const { actions, store } = session;
    const now = () => rulesOf(store.getState());
    return {
      rules,
      contradictions,
      leadEach,
      leaderless,
      addRule({ kind, people }) {
        const before = now();
        const said = new Set(people);
        if (said.size < 2 || before[kind].some((group) => sameMembers(said, group))) return false;
        actions.setRules({ [kind]: [...before[kind], [...said]] });
        return now() !== before;
      },
      removeRule({ kind, at }) {
        actions.setRules({ [kind]: now()[kind].filter((_, nth) => nth !== at) });
      },
      setLeadEach: (on) => actions.setRules({ leadEach: on }),
    };
  }, [session, rules, contradictions, leadEach, leaderless]);
}
