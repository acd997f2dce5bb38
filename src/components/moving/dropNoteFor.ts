import type { Messages } from '../../messages.js';
import type { PersonKey, State } from '../../state/types.js';
import { roomView } from '../../state/view/rooms.js';
import type { DropNote } from '../drag/dropNote.js';
import type { Drop } from '../drag/dropPaint.js';
import { labelOf } from './labels.js';
import { countComing, type Place } from './places.js';

/** How a place is asked about. */
interface Asked {
  readonly drop: Drop;
  /** They go here now. */
  readonly isCurrent: boolean;
  /** They are in hand by keyboard. */
  readonly keys: boolean;
}

/** What a room says about itself while people are in hand. Seen only: what is heard is said when it happens. */
export function dropNoteFor(
  state: State,
  place: Place,
  people: readonly PersonKey[],
  { drop, isCurrent, keys }: Asked,
  messages: Messages,
): DropNote | null {
  const room = place === 'none' || place === 'main' ? null : roomView(state, place);
  if (!room) return null;
  const { planner } = messages;
  if (drop === 'full') return { icon: 'no', words: planner.full, seats: null };
  const coming = countComing(state, place, people);
  if (isCurrent) {
    const fits = Math.min(coming, room.free);
    const [first] = people;
    const who = keys && first !== undefined ? labelOf(state, first, messages) : '';
    return {
      icon: 'check',
      words: keys ? planner.enterDrops(people.length, who) : planner.dropHere(fits),
      seats: { now: room.count, next: room.count + fits, of: room.of },
    };
  }
  if (drop === 'short') return { icon: 'warn', words: planner.seatsFor(room.free, coming), seats: null };
  return { icon: 'plus', words: planner.seatsFree(room.free), seats: null };
}
