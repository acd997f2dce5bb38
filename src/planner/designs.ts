import { createRing } from './field.js';

/**
 * Rounds in which no two people meet twice, worked out by algebra: the room of each place of a table with `rooms` rows and `size`
 * columns, by round. Place number `column * rooms + row`. May be fewer rounds than asked for, or none.
 *
 * - **Lines.** People are the points of a plane over a finite field. A round is all lines of one slope, and two points have one line in
 *   common. The people of one column never meet, and those of the first stay in the room of their row. As many slopes as rooms, and
 *   one more when the columns are as many as the rooms: the columns themselves.
 * - **The circle**, for pairs: one stays, the others move on by one place. Everybody meets everybody.
 */
export function designs(rooms: number, size: number, rounds: number): number[][] {
  const places = Array.from({ length: rooms * size }, (_, place) => place);
  if (size === 2 && rounds > rooms) {
    const ring = places.length - 1;
    return Array.from({ length: Math.min(rounds, ring) }, (_, round) =>
      places.map((place) => {
        const on = (place - round + ring) % ring;
        return place === ring ? 0 : Math.min(on, ring - on);
      }),
    );
  }
  if (size > rooms) return [];
  const { plus, times } = createRing(rooms);
  const slopes: number[] = [];
  for (let slope = 0; slope < rooms && slopes.length < rounds; slope += 1) {
    // Over remainders that are no field, slopes that would let two people meet twice are passed over.
    const clashes = slopes.some((other) => {
      for (let apart = 1; apart < size; apart += 1) if (times(apart, slope - other) === 0) return true;
      return false;
    });
    if (!clashes) slopes.push(slope);
  }
  const lines = slopes.map((slope) =>
    places.map((place) => plus(place % rooms, times(Math.floor(place / rooms), slope))),
  );
  if (size === rooms && slopes.length === rooms && rounds > rooms)
    lines.push(places.map((place) => Math.floor(place / rooms)));
  return lines;
}
