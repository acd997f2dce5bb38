import type { ListMeeting, ListPerson, ListRoom } from '../../../src/planner/list/list.js';
import { matchList } from '../../../src/planner/list/matchList.js';
import { planList, type ListChoice } from '../../../src/planner/list/planList.js';
import { shownNameKey } from '../../../src/state/expected.js';

/** People "Lena Vogel", "Lena Vogel <lena@example.org>", "Lena Vogel #ref": their key is the name, with a number for twins. */
export function peopleOf(...names: readonly string[]): readonly ListPerson[] {
  const all = names.map((text) => {
    const [, name = '', email = null, userRef = null] =
      /^([^<#]*?) ?(?:<(.*)>)? ?(?:#(.*))?$/u.exec(text) ?? [];
    return { name, email, userRef };
  });
  const count = new Map<string, number>();
  return all.map(({ name, email, userRef }) => {
    const key = shownNameKey(name);
    const same = all.filter((other) => shownNameKey(other.name) === key).length;
    const nth = (count.get(key) ?? 0) + 1;
    count.set(key, nth);
    return {
      key: same > 1 ? `${name} ${String(nth)}` : name,
      name,
      twin: same > 1 ? nth : 0,
      email,
      userRef,
    };
  });
}

/** Rooms of four seats, by name; `null` for one without. */
export const roomsNamed = (...names: readonly (string | null)[]): readonly ListRoom[] =>
  names.map((name, at) => ({ key: `room-${String(at + 1)}`, number: at + 1, name, seats: 4 }));

export const meetingOf = (
  people: readonly ListPerson[],
  rooms: readonly ListRoom[] = roomsNamed(null, null),
  more: Partial<ListMeeting> = {},
): ListMeeting => ({
  people,
  rooms,
  seats: new Map(),
  locked: new Set(),
  maxRooms: 10,
  newSeats: 4,
  ...more,
});

/** Lines of cells, as "Lena Vogel, 3". */
export const table = (...lines: readonly string[]): readonly (readonly string[])[] =>
  lines.map((line) => line.split(',').map((cell) => cell.trim()));

/** The whole way of a list. */
export function listOf(
  lines: readonly (readonly string[])[],
  meeting: ListMeeting,
  choices?: ReadonlyMap<number, ListChoice>,
  options?: Parameters<typeof planList>[3],
) {
  const match = matchList(lines, meeting);
  const plan = planList(match, meeting, choices, options);
  return {
    match,
    plan,
    /** Whom each line means. */
    whos: match.rows.map(({ who }) => who),
    /** Who goes where: room numbers by person. */
    seats: new Map(
      plan.people.flatMap(({ person, to }) => {
        const room = [...meeting.rooms, ...plan.added].find(({ key }) => key === to);
        return person === null || to === null ? [] : [[person, room?.number ?? to] as const];
      }),
    ),
    outcomes: plan.rows.map(({ outcome }) => outcome),
  };
}
