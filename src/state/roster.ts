/** Which people a draft is about, and what of them it minds. */
import type { Person } from './types.js';

/** Audience and viewers are never split; everybody else can be. */
export const canBeSplit = ({ role }: Person): boolean => role !== 'audience' && role !== 'viewer';

/** Whether a draft takes no notice of what has become of somebody: most of what happens to people is of that kind. */
export const isSameInDraft = (was: Person, is: Person): boolean =>
  was.name === is.name &&
  was.order === is.order &&
  canBeSplit(was) === canBeSplit(is) &&
  (was.role === 'moderator') === (is.role === 'moderator');
