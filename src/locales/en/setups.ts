/** The words for set-ups: rooms that are saved for other meetings. */
import { rooms } from './common.js';

export const setups = {
  title: 'Set-ups',
  what: 'Rooms, names, seats and settings for other meetings. Nobody is in them.',
  name: 'Name of the set-up',
  save: 'Save',
  saved: (name: string) => `Set-up saved as ${name}.`,
  /** There is one of that name already. */
  replaced: (name: string) => `Set-up ${name} replaced.`,
  notSaved: 'The set-up could not be saved.',
  nameIt: 'Give it a name first.',
  roomsFirst: 'There are no rooms to save yet.',
  of: (count: number) => rooms(count),
  take: 'Use',
  takeIt: (name: string) => `Use ${name}`,
  used: (name: string) => `The rooms are those of ${name}.`,
  removeIt: (name: string) => `Remove ${name}`,
  removed: (name: string) => `Set-up ${name} removed.`,
  notRemoved: (name: string) => `Set-up ${name} could not be removed.`,
};
