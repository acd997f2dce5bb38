/** Several rounds in numbers, and how often two people sit together in them. */
import type { Groups, PersonKey } from '../state/types.js';
import type { Hall } from './hall.js';

/** The rounds to plan, one hall each with the same people, and everything that was before them. */
export interface Meetings {
  readonly halls: readonly Hall[];
  /** How often two people have met, earlier rounds included: `person * people + other`. */
  readonly met: Uint16Array;
  /** Who is in this room of this round. */
  readonly inside: (round: number, room: number) => readonly number[];
  readonly move: (round: number, person: number, to: number) => void;
  /** By how much the repeats rise when these two trade rooms. */
  readonly rise: (round: number, one: number, other: number) => number;
  /** Of this round, the repeats this person has a part in. */
  readonly repeatsOf: (round: number, person: number) => number;
  /** Pairs of the planned rounds, counted once for each earlier meeting of the two. */
  readonly repeats: () => number;
  /** People left without a seat, counted once for each earlier round that left them so. */
  readonly passedOver: () => number;
}

/** Counts what already sits in these halls. */
export function createMeetings(halls: readonly Hall[], history: readonly Groups[]): Meetings {
  const people = halls[0]?.people ?? [];
  const count = people.length;
  const met = new Uint16Array(count * count);
  const index = new Map<PersonKey, number>(people.map((person, who) => [person, who]));
  let repeats = 0;
  let passedOver = 0;

  /** The two meet once more, or once less; a person alone is passed over. */
  const meet = (one: number, other: number, times: 1 | -1): number => {
    const before = met[one * count + other] ?? 0;
    met[one * count + other] = before + times;
    met[other * count + one] = before + times;
    return times > 0 ? before : 1 - before;
  };
  for (const groups of history) {
    for (const group of groups) {
      const known = [...new Set(group)].map((person) => index.get(person)).filter((who) => who !== undefined);
      known.forEach((one, at) => {
        for (const other of known.slice(0, at)) meet(one, other, 1);
      });
    }
  }

  const rooms = halls.map((hall) => Array.from({ length: hall.bench + 1 }, (): number[] => []));
  const enter = (round: number, who: number, room: number, times: 1 | -1) => {
    const inside = rooms[round]?.[room] ?? [];
    if (times < 0) inside.splice(inside.indexOf(who), 1);
    if (room === halls[round]?.bench) passedOver += meet(who, who, times);
    else for (const other of inside) repeats += meet(who, other, times);
    if (times > 0) inside.push(who);
  };
  halls.forEach((hall, round) => {
    hall.at.forEach((room, who) => enter(round, who, room, 1));
  });

  return {
    halls,
    met,
    inside: (round, room) => rooms[round]?.[room] ?? [],
    move(round, who, to) {
      const hall = halls[round];
      if (!hall) return;
      enter(round, who, hall.at[who] ?? 0, -1);
      hall.move(who, to);
      enter(round, who, to, 1);
    },
    rise(round, one, other) {
      const at = halls[round]?.at;
      let sum = 0;
      for (const near of rooms[round]?.[at?.[one] ?? 0] ?? [])
        if (near !== one) sum += (met[other * count + near] ?? 0) - (met[one * count + near] ?? 0) + 1;
      for (const near of rooms[round]?.[at?.[other] ?? 0] ?? [])
        if (near !== other) sum += (met[one * count + near] ?? 0) - (met[other * count + near] ?? 0) + 1;
      return sum;
    },
    repeatsOf(round, who) {
      let sum = 0;
      for (const near of rooms[round]?.[halls[round]?.at[who] ?? 0] ?? [])
        if (near !== who) sum += (met[who * count + near] ?? 0) - 1;
      return sum;
    },
    repeats: () => repeats,
    passedOver: () => passedOver,
  };
}
