/** The draft as a table: everybody with their room, for a file, a print or an application's own list. */
import { displayName } from '../displayName.js';
import type { PersonKey, State } from '../types.js';
import { everybody, twins } from './people.js';
import { plannedFor, shownRoomName } from './rooms.js';

/** One line of the draft. */
export interface PlanTableRow {
  /** `null` for somebody of a list who has not joined yet, and for the line of an empty room. */
  readonly person: PersonKey | null;
  /**
   * As it is shown. Twins have their number where nothing else tells them apart. Empty for the line of an empty room, and where
   * nobody gave a name.
   */
  readonly name: string;
  readonly email: string | null;
  readonly userRef: string | null;
  /** The room's number, the main room where somebody stays on purpose, or `null` where nobody placed them. */
  readonly room: number | 'main' | null;
  /** `null` where nobody named the room. */
  readonly roomName: string | null;
  readonly lead: boolean;
  readonly locked: boolean;
}

/** What a table says of people beyond the state. */
export interface PlanTableOptions {
  /** The e-mail address the application knows. @defaultValue none */
  readonly emailOf?: ((person: PersonKey) => string | null) | undefined;
  /** A name for somebody whose own cannot be shown. @defaultValue empty */
  readonly guest?: ((order: number) => string) | undefined;
}

/**
 * Everybody of the draft, room by room in order of arrival; then who stays in the main room, who has no room, and who is expected.
 * A room without anybody has a line of its own, so that none is lost. People who have left are not in it.
 */
export function planTable(state: State, { emailOf, guest }: PlanTableOptions = {}): readonly PlanTableRow[] {
  const { plan, people } = state;
  const emails = new Map(everybody(state).map(({ key }) => [key, emailOf?.(key) ?? null]));
  const refs = countOf([...people.values()].map(({ userRef }) => userRef));
  const sameEmails = countOf([...emails.values()]);
  const rowOf = (key: PersonKey, room: PlanTableRow['room'], roomName: string | null): PlanTableRow[] => {
    const person = people.get(key);
    if (!person) return [];
    const email = emails.get(key) ?? null;
    const { userRef, order } = person;
    const isTold =
      (userRef !== null && refs.get(userRef) === 1) || (email !== null && sameEmails.get(email) === 1);
    const twin = isTold ? 0 : (twins(state).get(key) ?? 0);
    const name = displayName(person.name, guest?.(order) ?? '');
    return [
      {
        person: key,
        name: twin > 0 ? `${name} (${String(twin)})` : name,
        email,
        userRef,
        room,
        roomName,
        lead: plan.leads.has(key),
        locked: plan.locked.has(key),
      },
    ];
  };
  const rooms = plan.rooms.map((room) => ({ ...room, shown: shownRoomName(room.name) }));
  const numbers = new Map(rooms.map((room) => [room.key, room]));
  const waiting = new Set(plan.expected.map(({ to }) => to));
  const rest = everybody(state).filter(({ key }) => !plan.seats.has(key));
  return [
    ...rooms.flatMap(({ key, number, shown }) => {
      const seated = plannedFor(state, key);
      if (seated.length === 0 && !waiting.has(key)) return [{ ...NOBODY, room: number, roomName: shown }];
      return seated.flatMap((person) => rowOf(person, number, shown));
    }),
    ...rest.filter(({ key }) => plan.staying.has(key)).flatMap(({ key }) => rowOf(key, 'main', null)),
    ...rest.filter(({ key }) => !plan.staying.has(key)).flatMap(({ key }) => rowOf(key, null, null)),
    ...plan.expected.map(({ name, email, userRef, to }): PlanTableRow => {
      const room = numbers.get(to);
      return {
        ...NOBODY,
        name: displayName(name, ''),
        email,
        userRef,
        room: to === 'main' ? to : (room?.number ?? null),
        roomName: room?.shown ?? null,
      };
    }),
  ];
}

const NOBODY: PlanTableRow = {
  person: null,
  name: '',
  email: null,
  userRef: null,
  room: null,
  roomName: null,
  lead: false,
  locked: false,
};

function countOf(values: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
