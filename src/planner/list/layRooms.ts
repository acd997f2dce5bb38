/** Finds a room for each that a list asks for: one of the draft, else its first nameless one, else a new one. */
import { sameNameKey } from '../../state/displayName.js';
import type { RoomKey } from '../../state/types.js';
import type { ListMeeting } from './list.js';
import type { AddedRoom, RenamedRoom } from './listChange.js';
import { wishKey, type RoomWish } from './rooms.js';

/** The rooms of a draft after a list. */
export interface LaidRooms {
  readonly added: readonly AddedRoom[];
  readonly renamed: readonly RenamedRoom[];
  /** The room of a wish; `null` where it would be one too many. */
  readonly keyOf: (wish: RoomWish) => RoomKey | 'main' | null;
}

/** Lays them, for the wishes of these lines in their order. */
export function layRooms(
  { rooms, maxRooms }: Pick<ListMeeting, 'rooms' | 'maxRooms'>,
  lines: readonly (RoomWish | null)[],
): LaidRooms {
  const used = new Set<string>(rooms.map(({ key }) => key));
  const slots = rooms.map(({ key, number, name }) => ({ key, number, from: name, name, isNew: false }));
  const add = () => {
    const number = slots.length + 1;
    let at = number;
    while (used.has(`list-${String(at)}`)) at += 1;
    const key = `list-${String(at)}`;
    used.add(key);
    slots.push({ key, number, from: null, name: null, isNew: true });
  };
  const wishes = new Map<string, RoomWish>();
  for (const wish of lines) {
    if (!wish) continue;
    const key = wishKey(wish);
    const before = wishes.get(key);
    // The first name that a room is given holds.
    if (!before || (nameOf(before) === null && nameOf(wish) !== null)) wishes.set(key, wish);
  }
  const asked = new Set<RoomKey>();
  const laid = new Map<string, RoomKey>();
  const lay = (key: string, slot: (typeof slots)[number] | undefined, name: string | null) => {
    if (!slot) return;
    asked.add(slot.key);
    laid.set(key, slot.key);
    if (name !== null) slot.name = name;
  };
  const most = Math.max(0, ...[...wishes.values()].map((wish) => (wish.kind === 'number' ? wish.number : 0)));
  while (slots.length < Math.min(most, maxRooms)) add();
  for (const [key, wish] of wishes) {
    if (wish.kind === 'room')
      lay(
        key,
        slots.find((slot) => slot.key === wish.room.key),
        wish.name,
      );
    if (wish.kind === 'number') lay(key, slots[wish.number - 1], wish.name);
  }
  for (const [key, wish] of wishes) {
    if (wish.kind !== 'name') continue;
    const named = slots.find(({ name }) => name !== null && sameNameKey(name) === sameNameKey(wish.name));
    // Whoever sits in a nameless room, it is free to become "Team Owl": a proposal seats everybody in rooms that are nobody's yet.
    const isFree = (slot: (typeof slots)[number]) => slot.name === null && !asked.has(slot.key);
    if (!named && !slots.some(isFree) && slots.length < maxRooms) add();
    lay(key, named ?? slots.find(isFree), wish.name);
  }
  return {
    added: slots.flatMap(({ key, number, name, isNew }) => (isNew ? [{ key, number, name }] : [])),
    renamed: slots.flatMap(({ key, number, from, name, isNew }) =>
      !isNew && name !== null && name !== from ? [{ roomKey: key, number, from, name }] : [],
    ),
    keyOf(wish) {
      if (wish.kind === 'main') return 'main';
      return wish.kind === 'room' ? wish.room.key : (laid.get(wishKey(wish)) ?? null);
    },
  };
}

const nameOf = (wish: RoomWish): string | null => ('name' in wish ? wish.name : null);
