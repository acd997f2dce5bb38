/** What rules say, with the names of the people they are about. */
import type { Messages } from '../../../messages.js';
import type { PersonKey, State } from '../../../state/types.js';
import { conflictsOf } from '../../../state/view/planRules.js';
import type { RuleView } from '../../../state/views.js';
import { labelOf } from '../../moving/labels.js';

/** How these people are called. */
export const namesOf = (state: State, people: readonly PersonKey[], messages: Messages): readonly string[] =>
  people.map((key) => labelOf(state, key, messages));

/** "Keep together: Ana and Ben". */
export const ruleWords = (state: State, { kind, people, left }: RuleView, messages: Messages): string =>
  messages.options.rule(kind, namesOf(state, people, messages), left);

/** Why it is not kept, or cannot be; `null` when all is well. */
export function ruleTrouble(rule: RuleView, { options }: Messages): string | null {
  const { impossible, kind, people, size } = rule;
  if (impossible === 'contradiction') return options.contradicts;
  if (impossible === 'too-many') return options.tooMany(people.length, size);
  if (impossible === 'too-few-rooms') return options.tooFewRooms(people.length, size);
  return rule.isBroken ? options.broken[kind] : null;
}

/** "should not share a room with Ben": what is wrong with somebody's seat, or `null`. */
export function conflictWords(state: State, key: PersonKey, messages: Messages): string | null {
  const said = conflictsOf(state, key).map(({ kind, others }) => {
    const who = namesOf(state, others, messages);
    return kind === 'together' ? messages.options.shouldSitWith(who) : messages.options.shouldNotSitWith(who);
  });
  return said.length === 0 ? null : said.join(', ');
}
