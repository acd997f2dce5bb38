/** The words of the record: who was where and when, declines and moves. */
import type { Evidence, RecordKind } from '../../state/types.js';

const kinds: Record<RecordKind, string> = {
  opened: 'Rooms opened',
  closed: 'Rooms closed',
  came: 'Joined the meeting',
  went: 'Left the meeting',
  invited: 'Invited',
  joined: 'Joined the room',
  left: 'Left the room',
  moved: 'Moved by a moderator',
  declined: 'Declined',
  'no-answer': 'Did not answer',
  failed: 'Could not join',
  'asked-help': 'Asked for help',
};

const evidence: Record<Evidence, string> = {
  confirmed: 'Confirmed',
  told: 'Told by their kit',
  inferred: 'Not confirmed',
};

const two = (value: number) => String(value).padStart(2, '0');

export const record = {
  title: 'Record',
  save: 'Save record',
  saved: 'Record saved.',
  empty: 'Nothing is recorded yet.',
  /** Somebody whose name cannot be shown. */
  noName: 'Guest',
  kinds,
  evidence,
  /** Day and time as spreadsheets read them, in the reader's own time zone. */
  time: (wall: number) => {
    const at = new Date(wall);
    const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
    return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')}`;
  },
  /** 90 seconds are "1.5". */
  minutes: (ms: number) => (ms / 60_000).toFixed(1),
  headings: {
    time: 'Time',
    round: 'Round',
    name: 'Name',
    userRef: 'User ref',
    what: 'What happened',
    room: 'Room',
    roomName: 'Room name',
    evidence: 'How sure',
    from: 'From',
    to: 'Until',
    minutes: 'Minutes',
  },
};
