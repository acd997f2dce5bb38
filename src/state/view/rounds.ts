/** Views of rounds: which one this is, how many are planned, and who meets again. */
import { memo } from '../memo.js';
import type { Groups, PersonKey, RoomKey, Seats, State } from '../types.js';

/** Which round the draft is, or the rooms are: from 1. */
export const roundNumber = ({ round }: State): number => round.number + (round.phase === 'draft' ? 1 : 0);

/** The number of the last round that is planned: this one, and those ahead. */
export const roundsPlanned = (state: State): number => roundNumber(state) + state.plan.ahead.length;

/**
 * Pairs that meet again in the draft and in the rounds planned ahead, counted once for each earlier meeting. It follows every
 * move by hand, so it may be more than what planning came to.
 */
export const meetAgain: (state: State) => number = memo(
  (state: State) => [state.plan.seats, state.plan.ahead, state.history, state.people],
  (state: State) => {
    const rounds = [state.plan.seats, ...state.plan.ahead];
    if (state.history.length === 0 && rounds.length === 1) return 0;
    const met = new Map<PersonKey, Map<PersonKey, number>>();
    for (const groups of state.history) count(met, groups);
    let again = 0;
    for (const seats of rounds) again += count(met, groupsOf(state, seats));
    return again;
  },
);

/** Who sits together in a round, people who are not here aside. */
function groupsOf(state: State, seats: Seats): Groups {
  const rooms = new Map<RoomKey, PersonKey[]>();
  for (const [person, room] of seats) {
    if (!state.people.has(person)) continue;
    const there = rooms.get(room);
    if (there) there.push(person);
    else rooms.set(room, [person]);
  }
  return [...rooms.values()];
}

/** Enters a round's meetings. Returns how often the pairs of it had met before. */
function count(met: Map<PersonKey, Map<PersonKey, number>>, groups: Groups): number {
  let again = 0;
  for (const group of groups)
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        // A pair is entered under the lesser key.
        const [first, second] = one < other ? [one, other] : [other, one];
        let others = met.get(first);
        if (!others) met.set(first, (others = new Map<PersonKey, number>()));
        const times = others.get(second) ?? 0;
        again += times;
        others.set(second, times + 1);
      }
  return again;
}
