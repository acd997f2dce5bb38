import type { Groups } from '../state/types.js';
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
  return Math.max(boundByPerson(meetings), boundByRounds(meetings, history));
}

function boundByPerson({ halls, met, inside }: Meetings): number {
  const rounds = halls.length;
  const [first] = halls;
  if (!first) return 0;
  const { people, bench, free, groups, at } = first;
  const count = people.length;
  const times = new Uint16Array(count * count);
  let total = 0;
  let least = 0;
  let most = 0;
  halls.forEach((hall, round) => {
    let smallest = inside(round, bench).length > 0 ? 1 : Infinity;
    let largest = 1;
    for (let room = 0; room < bench; room += 1) {
      const here = inside(round, room);
      if (here.length === 0) continue;
      smallest = Math.min(smallest, here.length);
      largest = Math.max(largest, here.length);
      total += here.length * (here.length - 1);
      for (const one of here)
        for (const other of here) times[one * count + other] = (times[one * count + other] ?? 0) + 1;
    }
    least += smallest - 1;
    most += largest - 1;
  });

  const given = new Uint8Array(count * count);
  const give = (members: readonly number[]) => {
    for (const one of members) for (const other of members) given[one * count + other] = 1;
  };
  for (const { members, price } of groups) {
    const always = price < 0 ? rounds : 0;
    if (
      members.every((one) => members.every((other) => one === other || times[one * count + other] === always))
    )
      give(members);
  }
  const stay = new Set(people.keys());
  for (const who of free) stay.delete(who);
  give([...stay]);

  // What one more meeting costs somebody is how often the two have met: so many partners for each cost.
  const more: number[] = [];
  let cost = 0;
  for (const one of people.keys()) {
    const levels: number[] = [];
    let meets = 0;
    for (const other of people.keys()) {
      if (one === other) continue;
      const planned = times[one * count + other] ?? 0;
      const before = (met[one * count + other] ?? 0) - planned;
      if (given[one * count + other]) {
        cost += planned * before + (planned * (planned - 1)) / 2;
        meets += planned;
      } else
        for (let level = before; level < before + rounds; level += 1)
          levels[level] = (levels[level] ?? 0) + 1;
    }
    const exact = halls.reduce((sum, hall, round) => sum + inside(round, hall.at[one] ?? 0).length - 1, 0);
    const few = Math.max(0, (stay.has(one) ? exact : least) - meets);
    let must = few;
    let may = Math.max(0, (stay.has(one) ? exact : most) - meets) - must;
    total -= meets + must;
    levels.forEach((partners, level) => {
      const taken = Math.min(partners, must);
      const left = Math.min(partners - taken, may);
      must -= taken;
      may -= left;
      cost += taken * level;
      more[level] = (more[level] ?? 0) + left;
    });
  }
  more.forEach((partners, level) => {
    const taken = Math.min(partners, Math.max(0, total));
    total -= taken;
    cost += taken * level;
  });
  return Math.ceil(cost / 2);
}

function boundByRounds({ halls, inside }: Meetings, history: readonly Groups[]): number {
  const [first] = halls;
  if (!first) return 0;
  const { people, bench } = first;
  const known = new Set(people);
  const earlier = history.map((groups) =>
    groups.map((group) => [...new Set(group)].filter((person) => known.has(person))),
  );
  const planned = halls.map((hall, round) => hall.rooms.map((_, room) => inside(round, room)));
  const all: readonly (readonly (readonly unknown[])[])[] = [...earlier, ...planned];
  let sum = 0;
  planned.forEach((round, at) => {
    for (const other of all.slice(0, earlier.length + at)) {
      const both = new Set(round.flat()).size + new Set(other.flat()).size - people.length;
      const [these, those] = [round, other].map((groups) => groups.map((group) => group.length));
      sum += Math.max(overlap(these ?? [], those ?? [], both), overlap(those ?? [], these ?? [], both));
    }
  });
  return sum;
}

/** Pairs that sit together twice at least, when so many people who sat in groups of one size sit in groups of another. */
function overlap(from: readonly number[], to: readonly number[], both: number): number {
  const levels: number[] = [];
  for (const size of to) {
    let rest = size;
    for (let level = 0; rest > 0; level += 1) {
      const groups = from.filter((people) => people > level).length;
      if (groups === 0) break;
      const taken = Math.min(rest, groups);
      levels[level] = (levels[level] ?? 0) + taken;
      rest -= taken;
    }
  }
  let left = both;
  return levels.reduce((sum, people, level) => {
    const taken = Math.min(people, Math.max(0, left));
    left -= taken;
    return sum + taken * level;
  }, 0);
}
