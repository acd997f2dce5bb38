/** Lists of people and rooms: reading one, looking at what it would do, and handing one out. */
import { people } from './common.js';

export const list = {
  /* what a list did later */
  /** `who` is empty where several people came. */
  expectedFull: (who: string, count: number, room: string | null) =>
    `${count === 1 && who !== '' ? who : people(count)} of your list joined, but ${room ?? 'their room'} is full.`,
  expectedUnsure: (who: string, count: number) =>
    count === 1 && who !== ''
      ? `${who} joined. Your list may mean somebody else of that name, so place them by hand.`
      : `${people(count)} joined whose names are on your list more than once. Place them by hand.`,
};
