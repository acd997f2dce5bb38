import type { Random } from '../random.js';
import { designs } from './designs.js';
import type { Hall } from './hall.js';
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
  const used = [...sizes.keys()].filter((room) => (sizes[room] ?? 0) > 0);
  const rows = used.length;
  const columns = Math.max(0, ...sizes);
  const places = rows * columns;
  // Rooms differ by one at most when the last column alone has places for nobody.
  if (rows < 2 || people.length > places || people.length <= places - rows || at.includes(bench))
    return false;
  const rounds = designs(rows, columns, halls.length);

  const names: (number | undefined)[] = Array.from({ length: people.length });
  const open = new Set(people.keys());
  const put = (who: number, place: number) => {
    if (!open.has(who) || place >= names.length || names[place] !== undefined) return false;
    names[place] = who;
    return open.delete(who);
  };
  const column = (of: number) => Array.from({ length: rows }, (_, row) => of * rows + row);
  const stay = [...people.keys()].filter((who) => !free.includes(who));
  for (const who of stay) put(who, used.indexOf(at[who] ?? bench));
  for (const { members, price } of groups.slice(1)) {
    if (price < 0) continue;
    const vacant = (of: number) =>
      column(of).filter((place) => place < names.length && names[place] === undefined).length;
    const shared = (of: number) => column(of).filter((place) => members.includes(names[place] ?? -1)).length;
    const best = Array.from({ length: columns }, (_, of) => of).toSorted(
      (a, b) => shared(b) - shared(a) || vacant(b) - vacant(a),
    );
    for (const who of members) best.some((of) => column(of).some((place) => put(who, place)));
  }
  for (const who of open) names.some((_, place) => put(who, place));

  return halls.every((hall, round) => {
    const plan = rounds[round];
    const to = Int32Array.from(others[round]?.at ?? at);
    if (plan) {
      const counts = used.map((_, row) => names.filter((_name, place) => plan[place] === row).length);
      // Rooms are rooms: without people who stay, any of them may be any row, and the larger ones take the longer rows.
      const bySize = [...used.keys()].toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
      const bySpace = shuffled(used, random).toSorted((a, b) => seatsIn(b) - seatsIn(a));
      names.forEach((who, place) => {
        const row = plan[place] ?? 0;
        to[who ?? 0] = (stay.length > 0 ? used[row] : bySpace[bySize.indexOf(row)]) ?? bench;
      });
      // Whoever stays in another room than the design has for them trades places with somebody there.
      for (const who of stay) {
        const room = at[who] ?? bench;
        const other = free.find((one) => to[one] === room);
        if (to[who] !== room && other !== undefined) to[other] = to[who] ?? bench;
      }
    }
    for (const who of free) hall.move(who, to[who] ?? bench);
    return rooms.every((_, room) => hall.space(room) >= 0);
  });

  function seatsIn(room: number): number {
    return Math.min(columns, rooms[room]?.capacity ?? 0);
  }
}
