/** How people and rooms of a list are called. */
import type { ListMeeting, ListPerson, ListPlan, PlannedRow } from '../../hooks/list/useRoomList.js';
import type { Messages } from '../../messages.js';
import { personLabel, roomLabel } from '../moving/labels.js';

/** "Lena Vogel", "Maria Silva (2)". */
export const nameOf = ({ name, twin }: ListPerson, messages: Messages): string =>
  personLabel({ name, twin, order: 0 }, messages);

/** The same, looked up; empty for somebody who has left. */
export function nameOfKey(meeting: ListMeeting, key: string, messages: Messages): string {
  const person = meeting.people.find((candidate) => candidate.key === key);
  return person ? nameOf(person, messages) : '';
}

/** Whom a line names, as it was written. */
export const written = ({ name, email, userRef }: PlannedRow): string => name ?? email ?? userRef ?? '';

/** A place of the draft, or one that the list makes. */
export interface ShownPlace {
  /** `null` where no room can be given. */
  readonly number: number | 'main' | null;
  readonly label: string;
}

/** Where a line leads, in words. */
export function placeOf(
  { to, room, roomName }: PlannedRow,
  { added, renamed }: ListPlan,
  { rooms }: ListMeeting,
  messages: Messages,
): ShownPlace {
  if (to === 'main') return { number: 'main', label: messages.common.mainRoom };
  const place = [...rooms, ...added].find(({ key }) => key === to);
  if (!place) return { number: null, label: room || (roomName ?? '') };
  const name = renamed.find(({ roomKey }) => roomKey === to)?.name ?? place.name;
  return { number: place.number, label: roomLabel({ number: place.number, name }, messages) };
}
