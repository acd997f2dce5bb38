/** An open round as it is kept: rooms with the service's ids, people by their fingerprint, times by the wall clock. No name of a person. */
import * as v from 'valibot';
import type { KeptRound } from '../state/events.js';
import { ghostOf } from '../state/ghosts.js';
import { graceOf } from '../state/timing.js';
import type { PersonKey, RoomKey, State } from '../state/types.js';
import type { PrintOf } from './keptDraft.js';

const print = v.pipe(v.string(), v.maxLength(64));
const number = v.pipe(v.number(), v.integer(), v.minValue(1));
const seats = v.array(v.tuple([print, number]));
const time = v.nullable(v.number());

const schema = v.object({
  v: v.literal(1),
  at: v.number(),
  term: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  round: number,
  openedAt: time,
  endsAt: time,
  closesAt: time,
  grace: v.pipe(v.number(), v.minValue(0)),
  late: v.picklist(['ask', 'fill', 'former', 'main']),
  rooms: v.array(
    v.object({
      id: v.nullable(v.string()),
      number,
      name: v.nullable(v.string()),
      capacity: v.nullable(v.number()),
    }),
  ),
  seats,
  leads: v.array(print),
  inside: seats,
});

type Kept = v.InferOutput<typeof schema>;

/** Everybody a kept round speaks of. */
export function peopleOf({ plan, people }: State): ReadonlySet<PersonKey> {
  const inside = [...people.values()].filter(({ place }) => place.at === 'in-room').map(({ key }) => key);
  return new Set([...plan.seats.keys(), ...plan.leads, ...inside]);
}

/** Writes it down. `wall` is the time of day of `now`. */
export function writeRound(
  state: State,
  {
    term,
    now,
    wall,
    printOf,
  }: { readonly term: number; readonly now: number; readonly wall: number; readonly printOf: PrintOf },
): string {
  const { plan, round, rooms, people } = state;
  const numbers = new Map<RoomKey, number>(plan.rooms.map((room) => [room.key, room.number]));
  const clockOf = (at: number | null) => (at === null ? null : at - now + wall);
  const listed = (key: PersonKey, room: RoomKey): Kept['seats'] => {
    const who = printOf(key);
    const nth = numbers.get(room);
    return who === undefined || nth === undefined ? [] : [[who, nth]];
  };
  const kept: Kept = {
    v: 1,
    at: wall,
    term,
    round: round.number,
    openedAt: clockOf(round.openedAt),
    endsAt: clockOf(round.endsAt),
    closesAt: clockOf(round.closesAt),
    grace: graceOf(state),
    late: plan.late,
    rooms: plan.rooms.map((room) => {
      const known = rooms.get(room.key);
      return {
        id: known?.roomId ?? null,
        number: room.number,
        name: room.name,
        capacity: known?.capacity ?? null,
      };
    }),
    seats: [...plan.seats].flatMap(([key, room]) => listed(key, room)),
    leads: [...plan.leads].flatMap((key) => printOf(key) ?? []),
    inside: [...people.values()].flatMap(({ key, place }) =>
      place.at === 'in-room' ? listed(key, place.roomKey) : [],
    ),
  };
  return JSON.stringify(kept);
}

/** A round that was found. */
export interface FoundRound {
  readonly round: KeptRound;
  readonly term: number;
  /** The room each was in, by fingerprint. */
  readonly inside: ReadonlyMap<string, number>;
}

/** Reads one. Anything that is none, is older than `keptFor` milliseconds, or has come to its end meanwhile, is none. */
export function readRound(text: string | null, wall: number, keptFor: number): FoundRound | null {
  const read = v.safeParse(schema, parsed(text));
  if (!read.success) return null;
  const kept = read.output;
  const end = Math.min(kept.closesAt ?? Infinity, (kept.endsAt ?? Infinity) + kept.grace);
  if (!(wall - kept.at < keptFor) || end <= wall) return null;
  const left = (at: number | null) => (at === null ? null : Math.max(0, at - wall));
  return {
    term: kept.term,
    inside: new Map(kept.inside),
    round: {
      number: kept.round,
      openedAgoMs: kept.openedAt === null ? 0 : Math.max(0, wall - kept.openedAt),
      endsInMs: left(kept.endsAt),
      closesInMs: left(kept.closesAt),
      graceMs: kept.grace,
      late: kept.late,
      rooms: kept.rooms.map(({ id, ...room }) => ({ ...room, roomId: id })),
      seats: new Map(kept.seats.map(([who, nth]) => [ghostOf(who), nth])),
      leads: new Set(kept.leads.map(ghostOf)),
    },
  };
}

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
