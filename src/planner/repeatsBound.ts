import type { Groups } from '../state/types.js';
import type { Hall } from './hall.js';
import type { Meetings } from './meetings.js';

/**
 * Repeats that no rounds with rooms of these sizes can have fewer of, whoever sits where. People who stay, and groups that sit together
 * in all these rounds or never meet because of a rule, are taken as they are. The better of two proofs:
 *
 * - **By person.** Who sits in a room of five meets four people, so many in all rounds. They are cheapest when all are new, then when
 *   they are those met least so far; and nobody can be met more often than there are rounds.
 * - **By two rounds.** When a room has more people than the other round had rooms, some of them sat together there.
 */
export function repeatsBound(meetings: Meetings, history: readonly Groups[]): number {
  if (meetings.halls.length === 0) return 0;
  return Math.max(boundByPerson(meetings), boundByRounds(meetings, history));
}

function boundByPerson({ halls, met, inside }: Meetings): number {
  const [{ people, bench, free, groups }] = halls as [Hall];
  const count = people.length;
  const everybody = [...people.keys()];
  const stay = everybody.filter((who) => !free.includes(who));
  const times = new Uint16Array(count * count);
  const given = new Uint8Array(count * count);
  let [total, least, most] = [0, 0, 0];
  halls.forEach((hall, round) => {
    const taken = hall.rooms.map((_, room) => inside(round, room)).filter((here) => here.length > 0);
    const sizes = taken.map((here) => here.length);
    for (const here of taken)
      for (const one of here) for (const other of here) (times[one * count + other] as number) += 1;
    total += sizes.reduce((sum, size) => sum + size * (size - 1), 0);
    least += inside(round, bench).length > 0 ? 0 : Math.min(...sizes) - 1;
    most += Math.max(...sizes) - 1;
  });

  const every = (members: readonly number[], test: (pair: number) => unknown) =>
    members.every((one) => members.every((other) => one === other || test(one * count + other)));
  const give = (members: readonly number[]) => every(members, (pair) => (given[pair] = 1));
  give(stay);
  for (const { members, price } of groups)
    if (every(members, (pair) => times[pair] === (price < 0 ? halls.length : 0))) give(members);

  // What one more meeting costs somebody is how often the two have met: so many partners for each cost.
  const more: number[] = [];
  let cost = 0;
  for (const one of everybody) {
    const levels: number[] = [];
    let meets = 0;
    for (const other of everybody) {
      const planned = times[one * count + other] as number;
      const before = (met[one * count + other] as number) - planned;
      if (one === other) continue;
      if (given[one * count + other]) {
        cost += planned * before + (planned * (planned - 1)) / 2;
        meets += planned;
      } else for (const round of halls.keys()) levels[before + round] = (levels[before + round] ?? 0) + 1;
    }
    const exact = halls.reduce((sum, { at }, round) => sum + inside(round, at[one] as number).length - 1, 0);
    const [few, many] = stay.includes(one) ? [exact, exact] : [least, most];
    const must = Math.max(0, few - meets);
    total -= meets + must;
    cost += cheapest(levels, must);
    cheapest(levels, many - meets - must, more);
  }
  return Math.ceil((cost + cheapest(more, total)) / 2);
}

function boundByRounds({ halls, inside }: Meetings, history: readonly Groups[]): number {
  const [{ people, rooms }] = halls as [Hall];
  const known = new Set(people);
  const all: (readonly (readonly unknown[])[])[] = history.map((groups) =>
    groups.map((group) => [...new Set(group)].filter((person) => known.has(person))),
  );
  let sum = 0;
  for (const round of halls.keys()) {
    const planned = rooms.map((_, room) => inside(round, room));
    for (const other of all) {
      const both = new Set(planned.flat()).size + new Set(other.flat()).size - people.length;
      sum += Math.max(overlap(planned, other, both), overlap(other, planned, both));
    }
    all.push(planned);
  }
  return sum;
}

type Sizes = readonly { readonly length: number }[];

/** Pairs that sit together twice at least, when so many people who sat in groups of one size sit in groups of another. */
function overlap(from: Sizes, to: Sizes, both: number): number {
  const levels: number[] = [];
  for (const { length } of to) {
    for (let [level, rest] = [0, length]; rest > 0; level += 1) {
      const groups = from.filter((group) => group.length > level).length;
      if (groups === 0) break;
      levels[level] = (levels[level] ?? 0) + Math.min(rest, groups);
      rest -= groups;
    }
  }
  return cheapest(levels, both);
}

/** Takes so many of what costs 0, 1, 2 and so on, the cheapest first, over into another list if there is one. What do they cost? */
function cheapest(levels: number[], amount: number, into: number[] = []): number {
  let left = amount;
  return levels.reduce((cost, there, level) => {
    const taken = Math.max(0, Math.min(there, left));
    left -= taken;
    levels[level] = there - taken;
    into[level] = (into[level] ?? 0) + taken;
    return cost + taken * level;
  }, 0);
}
