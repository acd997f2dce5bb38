/** Finding people, and who comes and goes while rooms are planned. */
import type { PeopleFilter } from '../../state/view/finding.js';
import { people as count } from './common.js';

const filters: Record<PeopleFilter, string> = {
  unassigned: 'Not assigned',
  late: 'Just joined',
  locked: 'Locked',
  conflict: 'Has a conflict',
};

export const people = {
  /** "Filter people", "Filter people, 2 filters". */
  filter: (on: number) =>
    on === 0 ? 'Filter people' : `Filter people, ${on === 1 ? '1 filter' : `${String(on)} filters`}`,
  showOnly: 'Show only',
  filters,
  /** The filters that are on. */
  shown: 'Shown only',
  stopFilter: (filter: string) => `${filter}: stop filtering`,
  nobodyLike: 'Nobody like that.',
  /** "3 of 17": how many of them are found. */
  foundOf: (found: number, of: number) => `${String(found)} of ${String(of)}`,
  /* spoken */
  found: (found: number) => (found === 0 ? 'Nobody found.' : `${count(found)} found.`),
  everybody: (all: number) => `Everybody is shown: ${count(all)}.`,
  oneJoined: (who: string) => `${who} joined.`,
  joined: (came: number) => `${count(came)} joined.`,
  oneLeft: (who: string) => `${who} left.`,
  /** Another moderator opened rooms while this one was planning. `null`: it is not known who. */
  openedElsewhere: (who: string | null) =>
    `${who ?? 'Another moderator'} opened the rooms. Your draft is kept: Undo brings it back when they are closed.`,
  /** Somebody took over the rooms from this moderator. `null`: it is not known who. */
  driverChanged: (who: string | null) => `${who ?? 'Another moderator'} runs the rooms now.`,
  /** After a reload, from what people's own pages remember. */
  statePartial:
    'The rooms, their names and the time were learned from the people in them. Who declined, and who belongs where, could not be.',
  left: (gone: number) => `${count(gone)} left.`,
};
