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
  const rooms = halls.map((hall) => Array.from({ length: hall.bench + 1 }, (): number[] => []));
  let repeats = 0;
  let passedOver = 0;

  /** The two meet once more, or once less, and what that adds to the repeats. Somebody and nobody else is passed over. */
  const meet = (one: number, other: number, times: 1 | -1): number => {
    const before = met[one * count + other] as number;
    met[one * count + other] = met[other * count + one] = before + times;
    return times > 0 ? before : 1 - before;
  };
  const enter = (round: number, who: number, room: number, times: 1 | -1) => {
    const here = inside(round, room);
    if (times < 0) here.splice(here.indexOf(who), 1);
    if (room === halls[round]?.bench) passedOver += meet(who, who, times);
    else for (const other of here) repeats += meet(who, other, times);
    if (times > 0) here.push(who);
  };
  const inside = (round: number, room: number) => (rooms[round] as number[][])[room] as number[];
  const roomOf = (round: number, who: number) => (halls[round] as Hall).at[who] as number;
  /** What meeting everybody in the room of `near` has cost this person before. */
  const cost = (round: number, who: number, near: number) => {
    let sum = 0;
    for (const other of inside(round, roomOf(round, near)))
      if (other !== who && other !== near) sum += met[who * count + other] as number;
    return sum;
  };
  const others = (round: number, who: number) => inside(round, roomOf(round, who)).length - 1;

  for (const group of history.flat()) {
    const known = [...new Set(group)].flatMap((person) => index.get(person) ?? []);
    for (const [at, one] of known.entries()) for (const other of known.slice(0, at)) meet(one, other, 1);
  }
  for (const [round, { at }] of halls.entries())
    for (const [who, room] of at.entries()) enter(round, who, room, 1);

  return {
    halls,
    met,
    inside,
    move(round, who, to) {
      enter(round, who, roomOf(round, who), -1);
      halls[round]?.move(who, to);
      enter(round, who, to, 1);
    },
    rise: (round, one, other) =>
      cost(round, one, other) -
      cost(round, one, one) +
      others(round, one) +
      cost(round, other, one) -
      cost(round, other, other) +
      others(round, other),
    repeatsOf: (round, who) => cost(round, who, who) - others(round, who),
    repeats: () => repeats,
    passedOver: () => passedOver,
  };
}
