/** What a moderator sees on the desk, in words that two kits can be compared by. */
import type { State } from '../../src/state/types.js';
import { standing } from '../../src/state/view/people.js';
import { roomView } from '../../src/state/view/rooms.js';
import { inRooms } from './given.js';
import type { KitMeeting, meet } from './meeting.js';

export const TWO = [
  { name: 'Ana', role: 'moderator' },
  { name: 'Tom', role: 'moderator' },
  { name: 'P1' },
  { name: 'P2' },
  { name: 'P3' },
  { name: 'P4' },
] as const;

/** Rooms, seats and places by numbers and names: keys are each kit's own. */
export function deskOf(state: State) {
  const numberOf = (key: string | null | undefined) =>
    key === null || key === undefined ? null : (roomView(state, key)?.number ?? key);
  const people = [...state.people.values()]
    .filter(({ clientId, key, role }) => clientId !== null && key !== state.self.key && role !== 'moderator')
    .map((person) => {
      const { status, roomKey } = standing(state, person);
      const seat = numberOf(state.plan.seats.get(person.key));
      return `${person.name} ${String(seat)} ${status} ${String(numberOf(roomKey))}`;
    });
  return {
    phase: state.round.phase,
    number: state.round.number,
    rooms: state.plan.rooms.map(({ key, number, name }) => [
      number,
      name,
      state.rooms.get(key)?.roomId ?? null,
    ]),
    people: people.toSorted(),
    leads: [...state.plan.leads].toSorted(),
    late: state.plan.late,
  };
}

/** When something is, to the nearest half second: words take a while. */
export const roughly = (at: number | null) => (at === null ? null : Math.round(at / 500) * 500);

/** Ana runs two rooms, and everybody but Tom and P4 is in theirs. P4 said no. */
export async function running(options: Parameters<typeof meet>[0] = {}): Promise<KitMeeting> {
  const set = await inRooms(2, { people: TWO, withoutKit: ['P4'], ...options });
  await set.settle();
  return set;
}

/** The page of somebody is loaded anew: another room object, another client id, another session. */
export function reload({ meeting, giveKit }: KitMeeting, name: string): void {
  meeting.person(name).reload();
  giveKit(name);
}
