/** A draft as it is kept: rooms by their order, people by their fingerprint. No name of a person, no key, no id of the service. */
import * as v from 'valibot';
import { EMPTY_PLAN } from '../state/initialState.js';
import { ghostOf } from '../state/ghosts.js';
import type { Groups, PersonKey, Plan, RoomKey, Rules, Seats } from '../state/types.js';

/** What stands for somebody. */
export type PrintOf = (key: PersonKey) => string | undefined;

const print = v.pipe(v.string(), v.maxLength(64));
const prints = v.array(print);
const groups = v.array(prints);
const nth = v.pipe(v.number(), v.integer(), v.minValue(0));
const seats = v.array(v.tuple([print, nth]));
const count = v.nullable(v.pipe(v.number(), v.minValue(1)));

const schema = v.object({
  v: v.literal(1),
  /** Wall clock: a draft of last week is nobody's. */
  at: v.number(),
  rooms: v.array(v.object({ name: v.nullable(v.string()), seats: count })),
  seats,
  staying: prints,
  locked: prints,
  leads: prints,
  together: groups,
  apart: groups,
  leadEach: v.boolean(),
  ahead: v.array(seats),
  history: v.array(groups),
  split: v.picklist(['even', 'hand', 'choose']),
  opening: v.picklist(['invite', 'move']),
  seatsEach: count,
  minutes: count,
});

type Kept = v.InferOutput<typeof schema>;

/** Writes a draft down. Whoever has no fingerprint is left out. */
export function writeDraft({
  plan,
  history,
  awaited,
  at,
  printOf,
}: {
  readonly plan: Plan;
  readonly history: readonly Groups[];
  /** People of a list who have not joined, already by fingerprint. */
  readonly awaited: readonly { readonly print: string; readonly to: RoomKey | 'main' }[];
  readonly at: number;
  readonly printOf: PrintOf;
}): string {
  const list = (people: Iterable<PersonKey>) => [...people].flatMap((key) => printOf(key) ?? []);
  const nthOf = new Map(plan.rooms.map((room, index) => [room.key, index]));
  const seatsOf = (taken: Seats): Kept['seats'] =>
    [...taken].flatMap(([key, room]) => {
      const who = printOf(key);
      const index = nthOf.get(room);
      return who === undefined || index === undefined ? [] : [[who, index] as [string, number]];
    });
  const awaitedSeats = awaited.flatMap(({ print: who, to }) => {
    const index = to === 'main' ? undefined : nthOf.get(to);
    return index === undefined ? [] : [[who, index] as [string, number]];
  });
  const kept: Kept = {
    v: 1,
    at,
    rooms: plan.rooms.map(({ name, capacity }) => ({ name, seats: capacity })),
    seats: [...seatsOf(plan.seats), ...awaitedSeats],
    staying: [...list(plan.staying), ...awaited.filter(({ to }) => to === 'main').map((one) => one.print)],
    locked: list(plan.locked),
    leads: list(plan.leads),
    together: plan.rules.together.map(list),
    apart: plan.rules.apart.map(list),
    leadEach: plan.rules.leadEach,
    ahead: plan.ahead.map(seatsOf),
    history: history.map((round) => round.map(list)),
    split: plan.split,
    opening: plan.opening,
    seatsEach: plan.capacity,
    minutes: plan.minutes,
  };
  return JSON.stringify(kept);
}

/** Reads one. Anything that is not a draft, or is older than `keptFor` milliseconds, is none. */
export function readDraft(
  text: string | null,
  now: number,
  keptFor: number,
): { readonly plan: Plan; readonly history: readonly Groups[] } | null {
  const read = v.safeParse(schema, parsed(text));
  if (!read.success) return null;
  const kept = read.output;
  if (!(now - kept.at < keptFor)) return null;
  const rooms = kept.rooms.map(({ name, seats: capacity }, index) => ({
    key: `room-${String(index + 1)}`,
    number: index + 1,
    name,
    capacity,
  }));
  const seatsIn = (taken: Kept['seats']): Seats =>
    new Map(
      taken.flatMap(([who, index]) => {
        const room = rooms[index];
        return room ? [[ghostOf(who), room.key] as const] : [];
      }),
    );
  const set = (people: readonly string[]) => new Set(people.map(ghostOf));
  const group = (all: readonly (readonly string[])[]): Groups => all.map((people) => people.map(ghostOf));
  const rules: Rules = {
    together: group(kept.together),
    apart: group(kept.apart),
    leadEach: kept.leadEach,
  };
  return {
    plan: {
      ...EMPTY_PLAN,
      rooms,
      seats: seatsIn(kept.seats),
      staying: set(kept.staying),
      locked: set(kept.locked),
      leads: set(kept.leads),
      rules,
      ahead: kept.ahead.map(seatsIn),
      split: kept.split,
      opening: kept.opening,
      capacity: kept.seatsEach,
      minutes: kept.minutes,
    },
    history: kept.history.map(group),
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
