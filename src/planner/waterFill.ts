/** A room as far as its level goes. */
export interface Vessel {
  /** People in it already; may be above the capacity. */
  readonly taken: number;
  readonly capacity: number;
}

/**
 * How many more people each room takes so that all come out as even as they can: each next one goes where the fewest are, and
 * among equals into the first. People already there are never moved, so a room that starts high just gets nobody.
 *
 * @returns The number to add to each room, in the order given. Their sum is below `amount` only when every room is full.
 */
export function waterFill(vessels: readonly Vessel[], amount: number): number[] {
  const rooms = vessels.map(({ taken, capacity }) => ({ taken, capacity, level: taken }));
  for (let poured = 0; poured < amount; poured += 1) {
    let lowest: (typeof rooms)[number] | null = null;
    for (const room of rooms) {
      if (room.level < room.capacity && (lowest === null || room.level < lowest.level)) lowest = room;
    }
    if (lowest === null) break;
    lowest.level += 1;
  }
  return rooms.map((room) => room.level - room.taken);
}
