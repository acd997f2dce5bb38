/** What a warning says, with the names of the room and the people it is about. */
import type { Messages } from '../../messages.js';
import { displayName } from '../../state/displayName.js';
import type { State } from '../../state/types.js';
import { roomView } from '../../state/view/rooms.js';
import type { PlanWarning } from '../../state/views.js';
import { labelOf } from '../moving/labels.js';

/** "Room 2": by its number, which is what a moderator looks for. */
export const warnedRoom = (state: State, { roomKey }: PlanWarning, { common }: Messages): string =>
  common.roomName(roomKey === null ? null : (roomView(state, roomKey)?.number ?? null));

/** The sentence. */
export function warningWords(state: State, warning: PlanWarning, messages: Messages): string {
  const who = (warning.people ?? []).map((key) => labelOf(state, key, messages));
  const named = warning.name === null ? warning : { ...warning, name: displayName(warning.name, '') };
  return messages.planner.warnings(named, warnedRoom(state, warning, messages), who);
}
