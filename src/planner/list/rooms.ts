/** Rooms as lists name them: by number, by name, in words. */
import { displayName, sameNameKey } from '../../state/displayName.js';
import type { ListMeeting, ListRoom } from './list.js';

/** The room that a line asks for. */
export type RoomWish =
  | { readonly kind: 'main' }
  | { readonly kind: 'room'; readonly room: ListRoom; readonly name: string | null }
  /** A room that is not there yet, by its number. */
  | { readonly kind: 'number'; readonly number: number; readonly name: string | null }
  /** A room that is not there yet, by its name. */
  | { readonly kind: 'name'; readonly name: string };

/** "3", "Room 3", "room #3", "Group 3", "R3". No more digits than a room's number could have. */
const NUMBERED =
  /^(?:(?:breakout ?)?(?:room|group|team|table|no\.?|nr\.?|r)(?:[ _.:-]|no\.?|number)*)?#? ?0{0,3}(\d{1,3})$/u;
const DIGITS = /^\d{1,3}$/u;
const MAIN = new Set(['main', 'main room', 'mainroom']);

/** Reads cells of one meeting. `null` for an empty one: the person stays where they are. */
export function roomReader({
  rooms,
  maxRooms,
  roomLabel,
  mainLabel,
}: Pick<ListMeeting, 'rooms' | 'maxRooms' | 'roomLabel' | 'mainLabel'>): (
  cell: string,
  roomName?: string | null,
) => RoomWish | null {
  const byName = new Map<string, ListRoom>();
  const byNumber = new Map<number, ListRoom>();
  for (const room of rooms) {
    byNumber.set(room.number, room);
    const name = sameNameKey(displayName(room.name, ''));
    if (name !== '' && !byName.has(name)) byName.set(name, room);
  }
  const labels = new Map<string, number>();
  if (roomLabel)
    for (let number = 1; number <= maxRooms; number += 1) labels.set(sameNameKey(roomLabel(number)), number);
  const main = mainLabel === undefined ? null : sameNameKey(mainLabel);
  const read = (cell: string, given: string | null, isNumber: boolean): RoomWish | null => {
    const name = displayName(cell, '');
    const key = sameNameKey(name);
    if (key === '') return null;
    if (MAIN.has(key) || key === main) return { kind: 'main' };
    // A room may be called "2" and be the first.
    const named = isNumber ? undefined : byName.get(key);
    if (named) return { kind: 'room', room: named, name: given };
    const number = labels.get(key) ?? Number(NUMBERED.exec(key)?.[1] ?? Number.NaN);
    const numbered = byNumber.get(number);
    if (numbered) return { kind: 'room', room: numbered, name: given };
    if (number >= 1 && number <= maxRooms) return { kind: 'number', number, name: given };
    return { kind: 'name', name: given ?? name };
  };
  return (cell, roomName = null) => {
    const given = displayName(roomName, '') || null;
    const isNumber = roomName !== null && DIGITS.test(cell.trim());
    return read(cell, given, isNumber) ?? (given === null ? null : read(given, null, false));
  };
}

/** What two wishes for the same room have in common. */
export function wishKey(wish: RoomWish): string {
  switch (wish.kind) {
    case 'main':
      return 'main';
    case 'room':
      return `room ${wish.room.key}`;
    case 'number':
      return `number ${String(wish.number)}`;
    case 'name':
      return `name ${sameNameKey(wish.name)}`;
    default:
      return wish satisfies never;
  }
}
