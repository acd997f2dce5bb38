/** What a list does to a draft: the rooms it needs, and who goes where. */
import type { PersonKey, RoomKey } from '../../state/types.js';

/** A room that a list adds to the draft. */
export interface AddedRoom {
  /** Stands for the room in this change only. The draft gives it a key of its own. */
  readonly key: RoomKey;
  readonly number: number;
  /** `null`: the default, "Room 3" in the reader's language. */
  readonly name: string | null;
}

/** A room of the draft that a list gives a name. */
export interface RenamedRoom {
  readonly roomKey: RoomKey;
  readonly number: number;
  readonly from: string | null;
  readonly name: string;
}

/** One person of a list. */
export interface ListSeat {
  /** Who it is; `null` for somebody who is not here yet. */
  readonly person: PersonKey | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly userRef: string | null;
  /** The key of a room of the draft or of an added one. `null`: they stay where they are. */
  readonly to: RoomKey | 'main' | null;
  /** Leads a room, or does not any more. `null`: as it is. */
  readonly lead: boolean | null;
  /** Is left where they are by a reshuffle, or not any more. `null`: as it is. */
  readonly locked: boolean | null;
}

/** A list, matched and looked at, ready to be applied. */
export interface ListChange {
  /** In the order in which they are added. */
  readonly added: readonly AddedRoom[];
  readonly renamed: readonly RenamedRoom[];
  /** People who lose their seat because the list starts from empty rooms. Nobody by default; locked people never do. */
  readonly unseated?: readonly PersonKey[];
  readonly people: readonly ListSeat[];
}
