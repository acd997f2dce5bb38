/** This moderator's picture of the open rooms, in the words of the wire. */
import { graceOf } from '../state/timing.js';
import type { Person, RoomKey, State } from '../state/types.js';
import { MAX_REMAINING_MS, MAX_ROOMS } from '../wire/protocol.js';
import type { Desk } from './kits.js';

/** What is so of everybody. */
export type Frame = Omit<Desk, 'people' | 'driver'>;
type Entry = Desk['people'][number];

/** How the rooms are, people aside. */
export function frameOf(state: State, now: number): Frame {
  const { number, phase, openedAt, endsAt, closesAt } = state.round;
  const left = (at: number | null) => (at === null ? null : Math.max(0, at - now));
  return {
    round: number,
    phase: phase === 'closing' ? 'closing' : 'open',
    rooms: state.plan.rooms.slice(0, MAX_ROOMS).map(({ key, number: nth, name }) => {
      const room = state.rooms.get(key);
      return { roomId: room?.roomId ?? null, number: nth, name, capacity: room?.capacity ?? null };
    }),
    openedAgoMs: openedAt === null ? 0 : now - openedAt,
    endsInMs: left(endsAt),
    closesInMs: left(closesAt),
    graceMs: graceOf(state),
    late: state.plan.late,
  };
}

/** The same as long as nothing of the frame changes but the time that passes. */
export function frameKey(state: State): string {
  const { openedAt, endsAt, closesAt } = state.round;
  return JSON.stringify([
    frameOf(state, 0).rooms,
    { ...frameOf(state, 0), rooms: null },
    openedAt,
    endsAt,
    closesAt,
  ]);
}

/** Each person who is here, and what is the same as long as nothing changes for them. */
export function entriesOf(
  state: State,
  now: number,
): ReadonlyMap<string, { readonly entry: Entry; readonly key: string }> {
  const numbers = numbersOf(state);
  const been = new Map<string, number[]>();
  for (const [roomKey, people] of state.round.visitors) {
    const number = numbers.get(roomKey);
    if (number === undefined) continue;
    for (const key of people) been.set(key, [...(been.get(key) ?? []), number]);
  }
  const entries = new Map<string, { readonly entry: Entry; readonly key: string }>();
  for (const person of state.people.values()) {
    if (person.clientId === null) continue;
    const entry = entryOf(state, person, numbers, been.get(person.key) ?? [], now);
    const { agoMs: _ago, ...lasting } = entry;
    const since = person.place.at === 'main' ? null : person.place.since;
    entries.set(person.clientId, { entry, key: JSON.stringify([lasting, since]) });
  }
  return entries;
}

function entryOf(
  state: State,
  { key, clientId, place }: Person,
  numbers: ReadonlyMap<RoomKey, number>,
  been: readonly number[],
  now: number,
): Entry {
  const seat = state.plan.seats.get(key);
  return {
    clientId: clientId ?? '',
    seat: (seat === undefined ? undefined : numbers.get(seat)) ?? null,
    at: place.at,
    room: place.at === 'main' ? null : (numbers.get(place.roomKey) ?? null),
    agoMs: place.at === 'main' ? 0 : Math.min(MAX_REMAINING_MS, now - place.since),
    lead: state.plan.leads.has(key),
    been: been.toSorted((a, b) => a - b),
  };
}

const numbersOf = (state: State): ReadonlyMap<RoomKey, number> =>
  new Map(state.plan.rooms.slice(0, MAX_ROOMS).map(({ key, number }) => [key, number]));
