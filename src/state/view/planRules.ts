/** Views of the draft's rules: each with the people it is about, whether the seats keep it, and what makes it impossible. */
import { brokenRules, contradictions, type BrokenRule } from '../brokenRules.js';
import { memo } from '../memo.js';
import type { PersonKey, State } from '../types.js';
import type { RuleView } from '../views.js';
import { conflicted, broken } from './plan.js';
import { roomCapacity } from './rooms.js';

type Group = readonly PersonKey[];

/** Groups of which some people are to be together and apart at once, people who are not here included. */
export const contrary: (state: State) => readonly Group[] = memo(
  (state: State) => [state.plan.rules],
  (state: State) => contradictions(state.plan.rules),
);

/** The rules in their order: keep together first, then keep apart. */
export const ruleViews: (state: State) => readonly RuleView[] = memo(
  (state: State) => [state.people, state.plan, state.limits],
  (state: State) => {
    const { together, apart } = state.plan.rules;
    const most = Math.max(0, ...state.plan.rooms.map(({ key }) => roomCapacity(state, key)));
    const rooms = state.plan.rooms.length;
    const view = (kind: RuleView['kind'], group: Group, at: number): RuleView => {
      const people = group.filter((key) => state.people.has(key));
      const isContrary = contrary(state).some((pair) =>
        // A pair may be held together by several rules; each of them has a part in it.
        kind === 'apart' ? pair.every((key) => group.includes(key)) : pair.some((key) => group.includes(key)),
      );
      const size = kind === 'together' ? most : rooms;
      const isTooMany = rooms > 0 && people.length > size;
      return {
        kind,
        at,
        people,
        left: group.length - people.length,
        isBroken: isBroken(state, kind, group),
        impossible: isContrary
          ? 'contradiction'
          : isTooMany
            ? kind === 'together'
              ? 'too-many'
              : 'too-few-rooms'
            : null,
        size,
      };
    };
    return [
      ...together.map((group, at) => view('together', group, at)),
      ...apart.map((group, at) => view('apart', group, at)),
    ];
  },
);

function isBroken(state: State, kind: RuleView['kind'], group: Group): boolean {
  const here = new Map([...state.plan.seats].filter(([key]) => group.includes(key) && state.people.has(key)));
  const rules = { together: [], apart: [], leadEach: false, [kind]: [group] };
  return brokenRules(here, rules, state.plan.leads).length > 0;
}

/** With whom somebody should, or should not, share a room, as the draft has it now. */
export interface Conflict {
  readonly kind: 'together' | 'apart';
  readonly others: readonly PersonKey[];
}

const NO_CONFLICTS: readonly Conflict[] = [];

/** Which rules one person's seat breaks: none, for nearly everybody. */
export const conflictsOf: (state: State, key: PersonKey) => readonly Conflict[] = memo(
  (state: State) => [state.people, state.plan],
  (state: State, key: PersonKey) => {
    if (!conflicted(state).has(key)) return NO_CONFLICTS;
    return broken(state).flatMap((rule): Conflict[] => {
      if (rule.kind === 'no-lead' || !rule.people.includes(key)) return [];
      const others = othersOf(state, rule, key);
      return others.length > 0 ? [{ kind: rule.kind, others }] : [];
    });
  },
);

/** Of a group that should be together only those in another room are worth a word. */
function othersOf(state: State, { kind, people }: BrokenRule, key: PersonKey): readonly PersonKey[] {
  const { seats } = state.plan;
  return people.filter((other) => other !== key && (kind === 'apart' || seats.get(other) !== seats.get(key)));
}

/** How many rooms have people and no lead, where each is to have one. */
export const leaderless = (state: State): number =>
  broken(state).filter(({ kind }) => kind === 'no-lead').length;
