/** Words used on more than one screen. */
import type { Status } from '../../state/views.js';

const plural = new Intl.PluralRules('en');
const list = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' });

/** "1 person", "4 people". */
export const people = (count: number) =>
  plural.select(count) === 'one' ? `${String(count)} person` : `${String(count)} people`;
/** "1 room", "4 rooms". */
export const rooms = (count: number) =>
  plural.select(count) === 'one' ? `${String(count)} room` : `${String(count)} rooms`;
/** "Ana, Tom and Mei". */
export const names = (all: readonly string[]) => list.format(all);
/** "0:24", "12:40". Never below zero. */
export const clock = (ms: number) => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
};

const statuses: Record<Status, string> = {
  planned: 'Planned',
  inviting: 'Inviting',
  invited: 'Invited',
  joining: 'Joining',
  'in-room': 'In room',
  'no-answer': 'No answer',
  declined: 'Declined',
  failed: 'Could not join',
  main: 'In main',
  away: 'Reconnecting',
};

export const common = {
  title: 'Breakout rooms',
  mainRoom: 'Main room',
  roomName: (number: number | null) => (number === null ? 'Breakout room' : `Room ${String(number)}`),
  /** A name for somebody whose own name cannot be shown. */
  guest: (order: number) => `Guest ${String(order)}`,
  you: 'You',
  people,
  rooms,
  names,
  clock,
  seconds: (count: number) => (count === 1 ? '1 second' : `${String(count)} seconds`),
  time: (wall: number) => new Date(wall).toLocaleTimeString('en-GB'),
  statuses,
  /** With what follows from something else rather than from the service. */
  notConfirmed: 'not confirmed',
  close: 'Close',
  dismiss: 'Dismiss',
  details: 'Details',
  code: 'Code',
  message: 'Message',
  attempt: 'Attempt',
  attemptAt: (tries: number, time: string) => `${String(tries)}, at ${time}`,
  undo: 'Undo',
  redo: 'Redo',
};
