/** English, the language the kit speaks unless it is told otherwise. */
import { common } from './en/common.js';
import { desk } from './en/desk.js';
import { failureWords } from './en/failures.js';
import { people } from './en/people.js';
import { list } from './en/list.js';
import { options } from './en/options.js';
import { person } from './en/person.js';
import { planner } from './en/planner.js';
import { record } from './en/record.js';
import { setups } from './en/setups.js';

export type { Evidence, FailureKind, LatePolicy, PersonKey, RecordKind, RoomKey } from '../state/types.js';
export type { PeopleFilter } from '../state/view/finding.js';
export type { PlanWarning, Reason, Status } from '../state/views.js';

/** Every sentence in English. */
export const english = {
  common,
  planner,
  options,
  people,
  desk,
  person,
  list,
  record,
  setups,
  ...failureWords,
};

export default english;
