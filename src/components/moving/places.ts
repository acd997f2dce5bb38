/** Where people are, and what each place would take of them. */
import { memo } from '../../state/memo.js';
import type { PersonKey, RoomKey, State } from '../../state/types.js';
import { standing } from '../../state/view/people.js';
import { isLive, roomKeys, roomView } from '../../state/view/rooms.js';
import type { RoomView } from '../../state/views.js';
import type { Drop } from '../drag/dropPaint.js';

/** Somewhere people can be put. */
export type Place = RoomKey | 'none' | 'main';

/** Where somebody is: by the draft while planning, by the facts while the rooms are open. */
export function placeOf(state: State, key: PersonKey): Place {
  const person = state.people.get(key);
  if (!person) return 'none';
  if (isLive(state)) return standing(state, person).roomKey ?? 'main';
  const seat = state.plan.seats.get(key);
  if (seat !== undefined) return seat;
  return state.plan.staying.has(key) || person.role === 'moderator' ? 'main' : 'none';
}

/** The rooms are about to end: nobody is sent into one. */
export const isEnding = ({ round }: State): boolean => round.phase === 'closing';

/** Where people go who are taken out of a room: nobody has a seat they were not given, and nobody is nowhere in an open meeting. */
export const outOfRooms = (state: State): 'none' | 'main' => (isLive(state) ? 'main' : 'none');

/** Those of them who are not there already and have not left the meeting. */
export const comingTo = (state: State, place: Place, people: readonly PersonKey[]): readonly PersonKey[] =>
  people.filter((key) => state.people.has(key) && placeOf(state, key) !== place);

/** How many of them are where. A selection of thousands is asked about by every room at every step of a drag. */
const countByPlace: (state: State, people: readonly PersonKey[]) => ReadonlyMap<Place, number> = memo(
  (state: State, people: readonly PersonKey[]) => [
    state.people,
    state.plan,
    state.round,
    state.calls,
    people,
  ],
  (state: State, people: readonly PersonKey[]) => {
    const counts = new Map<Place, number>();
    for (const key of people)
      if (state.people.has(key)) {
        const place = placeOf(state, key);
        counts.set(place, (counts.get(place) ?? 0) + 1);
      }
    return counts;
  },
);

/** How many of them would come. */
export function countComing(state: State, place: Place, people: readonly PersonKey[]): number {
  let coming = 0;
  for (const [where, count] of countByPlace(state, people)) if (where !== place) coming += count;
  return coming;
}

/** What a place is for these people. */
export function dropFor(state: State, place: Place, people: readonly PersonKey[]): Drop {
  const coming = countComing(state, place, people);
  if (coming === 0) return 'home';
  if (place === 'none' || place === 'main') return 'allowed';
  const free = roomView(state, place)?.free ?? 0;
  if (free === 0) return 'full';
  return free < coming ? 'short' : 'allowed';
}

/** Every room as a card needs it, in order. */
export const allRooms: (state: State) => readonly RoomView[] = memo(
  (state: State) => [state.people, state.plan, state.rooms, state.calls, state.round, state.limits],
  (state: State) => roomKeys(state).flatMap((key) => roomView(state, key) ?? []),
);

/** Spreads people over the rooms with the fewest, one after the other. Whoever finds no seat is not in it. */
export function smallestRooms(
  state: State,
  people: readonly PersonKey[],
): ReadonlyMap<RoomKey, readonly PersonKey[]> {
  const moving = people.filter((key) => state.people.has(key));
  const leaving = (key: RoomKey) => countByPlace(state, people).get(key) ?? 0;
  const rooms = allRooms(state).map(({ key, free, over, of }) => {
    const seats = free + leaving(key) - over;
    return { key, seats, taken: of - seats, coming: [] as PersonKey[] };
  });
  for (const person of moving) {
    const open = rooms.filter((room) => room.seats > room.coming.length);
    const room = open.reduce<(typeof rooms)[number] | undefined>(
      (least, next) =>
        !least || next.taken + next.coming.length < least.taken + least.coming.length ? next : least,
      undefined,
    );
    room?.coming.push(person);
  }
  return new Map(rooms.flatMap(({ key, coming }) => (coming.length > 0 ? [[key, coming] as const] : [])));
}
