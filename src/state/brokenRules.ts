/** Which rules a seating breaks: asked by the planner's screens, and by whoever draws seats. */
import type { PersonKey, RoomKey, Rules, Seats } from './types.js';

/** One rule that these seats do not keep. */
export interface BrokenRule {
  /**
   * `together`: `people` sit in several rooms. `apart`: `people` sit in one room all the same. `no-lead`: the room has people and
   * no lead.
   */
  readonly kind: 'together' | 'apart' | 'no-lead';
  readonly people: readonly PersonKey[];
  /** The room it is about; `null` for people in several. */
  readonly roomKey: RoomKey | null;
}

/** By room, in the order of the group: a group of a rule seldom has more than a handful of people. */
function byRoom(group: readonly PersonKey[], seats: Seats): ReadonlyMap<RoomKey, readonly PersonKey[]> {
  const rooms = new Map<RoomKey, PersonKey[]>();
  for (const person of new Set(group)) {
    const room = seats.get(person);
    if (room === undefined) continue;
    const there = rooms.get(room);
    if (there) there.push(person);
    else rooms.set(room, [person]);
  }
  return rooms;
}

/** The rules that these seats break, in the order of the rules. People without a seat break none. */
export function brokenRules(seats: Seats, rules: Rules, leads: ReadonlySet<PersonKey>): BrokenRule[] {
  const broken: BrokenRule[] = [];
  for (const group of rules.together) {
    const rooms = byRoom(group, seats);
    if (rooms.size > 1) broken.push({ kind: 'together', people: [...rooms.values()].flat(), roomKey: null });
  }
  for (const group of rules.apart)
    for (const [roomKey, people] of byRoom(group, seats))
      if (people.length > 1) broken.push({ kind: 'apart', people, roomKey });
  if (!rules.leadEach) return broken;
  const led = new Map<RoomKey, boolean>();
  for (const [person, room] of seats) led.set(room, led.get(room) === true || leads.has(person));
  for (const [roomKey, has] of led) if (!has) broken.push({ kind: 'no-lead', people: [], roomKey });
  return broken;
}

/** Groups of which some people are to be kept together and apart at once: no seating can keep both. */
export function contradictions({ together, apart }: Rules): readonly (readonly PersonKey[])[] {
  // Together is transitive: two groups that share somebody are one.
  const root = new Map<PersonKey, PersonKey>();
  const find = (person: PersonKey): PersonKey => {
    let at = person;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up;
    return at;
  };
  for (const group of together) {
    const [first] = group;
    if (first === undefined) continue;
    for (const person of group) root.set(find(person), find(first));
  }
  return apart.flatMap((group) => {
    const same = new Map<PersonKey, PersonKey[]>();
    for (const person of new Set(group)) same.set(find(person), [...(same.get(find(person)) ?? []), person]);
    return [...same.values()].filter((people) => people.length > 1);
  });
}
