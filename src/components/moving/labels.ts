/** How people and rooms are called inside sentences and labels. */
import type { Messages } from '../../messages.js';
import { isolated } from '../../state/displayName.js';
import type { PersonKey, RoomKey, State } from '../../state/types.js';
import { personView } from '../../state/view/personView.js';
import { roomView } from '../../state/view/rooms.js';
import type { PersonView, RoomView } from '../../state/views.js';

/** Letters that run from right to left: such a name would turn the sentence around it. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const inSentence = (name: string) => (RIGHT_TO_LEFT.test(name) ? isolated(name) : name);

/** "Lena Vogel", "Maria Silva (2)", "Guest 3". */
export function personLabel(
  person: Pick<PersonView, 'name' | 'order' | 'twin'>,
  { common }: Messages,
): string {
  if (person.name === '') return common.guest(person.order);
  const name = inSentence(person.name);
  return person.twin > 0 ? `${name} (${String(person.twin)})` : name;
}

/** The same, looked up. Somebody who has left is "Guest". */
export function labelOf(state: State, key: PersonKey, messages: Messages): string {
  const person = personView(state, key);
  return person ? personLabel(person, messages) : messages.common.guest(0);
}

/** "Pricing", or "Room 4" where nobody named it. */
export function roomLabel(room: Pick<RoomView, 'name' | 'number'> | null, { common }: Messages): string {
  if (room?.name) return inSentence(room.name);
  return common.roomName(room?.number ?? null);
}

/** The same, looked up; the two places that are no rooms as well. */
export function placeLabel(state: State, place: RoomKey | 'none' | 'main', messages: Messages): string {
  if (place === 'none') return messages.planner.notAssigned;
  if (place === 'main') return messages.planner.staying;
  return roomLabel(roomView(state, place), messages);
}
