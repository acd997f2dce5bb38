import type { IconName } from './iconPaths.js';

/** Where somebody is, as the screen knows it. */
export type Place =
  | 'planned'
  | 'inviting'
  | 'invited'
  | 'joining'
  | 'in-room'
  | 'no-answer'
  | 'declined'
  | 'failed'
  | 'main'
  | 'away';

/** The drawing of each place. Each has its own shape, so that none is told by colour alone. */
export const placeIcons: Readonly<Record<Place, IconName>> = {
  planned: 'person',
  inviting: 'sent',
  invited: 'sent',
  joining: 'dots',
  'in-room': 'inroom',
  'no-answer': 'silent',
  declined: 'no',
  failed: 'warn',
  main: 'main',
  away: 'again',
};
