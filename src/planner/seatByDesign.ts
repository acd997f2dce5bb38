import type { Random } from '../random.js';
import { designs } from './designs.js';
import type { Hall } from './hall.js';
import type { SeatingRoom } from './seating.js';
import { shuffled } from './shuffled.js';

/**
 * Seats rounds as algebra has them, with people's names on its places so that who stays, leads and who are kept apart
 * share columns: there nobody ever meets. Rounds that the algebra does not reach are seated like `others`.
 *
 * @param halls - Seated by this, people who stay excepted.
 * @param others - The same rounds, seated as even as can be: the sizes are theirs.
 * @returns Whether there is a design for these sizes. If not, the halls are of no use.
 */
export function seatByDesign(
  halls: readonly Hall[],
  others: readonly Hall[],
  random: Pick<Random, 'below'>,
): boolean {
  const [first] = others;
  if (!first) return false;
  const { people, rooms, free, groups, at, bench } = first;
  const sizes = rooms.map((_, room) => at.filter((seat) => seat === room).length);
  const used = [...rooms.keys()].filter((room) => sizes[room]);
  const rows = used.length;
  const columns = Math.max(0, ...sizes);
  const spare = rows * columns - people.length;
  // Rooms differ by one at most when the last column alone has places for nobody.
  if (rows < 2 || spare < 0 || spare >= rows || at.includes(bench)) return false;
  const rounds = designs(rows, columns, halls.length);

  // Who has which place: people who stay have their rows of the first column, and groups columns of their own as far as there is space.
  const names: (number | undefined)[] = people.map(() => undefined);
  const open = new Set(people.keys());
  const put = (who: number, place: number) => {
    if (!(place in names) || names[place] !== undefined) return false;
    names[place] = who;
    return open.delete(who);
  };
  const stay = [...open].filter((who) => !free.includes(who));
  for (const who of stay) put(who, used.indexOf(at[who] as number));
  for (const { members, price } of [...groups.slice(1), ...groups.slice(0, 1)]) {
    if (price < 0) continue;
    const worth = Array.from({ length: columns }, (_, column) =>
      names
        .slice(column * rows, (column + 1) * rows)
        .reduce<number>((sum, who) => sum + (who === undefined ? 1 : members.includes(who) ? rows : 0), 0),
    );
    const worthOf = (place: number) => worth[Math.floor(place / rows)] as number;
    const best = [...names.keys()].toSorted((a, b) => worthOf(b) - worthOf(a));
    for (const who of members) if (open.has(who)) best.some((place) => put(who, place));
  }

  return halls.every((hall, round) => {
    const plan = rounds[round];
    const to = (others[round] as Hall).at.slice();
    if (plan) {
      // Without people who stay any room may be any row, and those with most seats take the longest.
      const length = (row: number) => names.filter((_, place) => plan[place] === row).length;
      const seats = (room: number) => Math.min(columns, (rooms[room] as SeatingRoom).capacity);
      const byLength = [...used.keys()].toSorted((a, b) => length(b) - length(a));
      const bySeats = shuffled(used, random).toSorted((a, b) => seats(b) - seats(a));
      names.forEach((who, place) => {
        const row = plan[place] as number;
        to[who as number] = (stay.length > 0 ? used[row] : bySeats[byLength.indexOf(row)]) as number;
      });
      // Whoever stays in another room than the design has for them trades places with somebody there.
      for (const who of stay) {
        const other = free.find((one) => to[one] === at[who]);
        if (to[who] !== at[who] && other !== undefined) to[other] = to[who] as number;
      }
    }
    for (const who of free) hall.move(who, to[who] as number);
    return rooms.every((_, room) => hall.space(room) >= 0);
  });
}
