/** Rounds in which people meet others than before. The search for them is loaded when somebody asks for one. */
import type { PlanEdit } from '../state/events.js';
import { whyNotPlan } from '../state/rules.js';
import type { PersonKey, PlanReason, RoomKey, Seats, State } from '../state/types.js';
import { isLive } from '../state/view/rooms.js';
import type { PlannedRounds } from '../planner/planRounds.js';
import type { SeatingRoom, Wishes } from '../planner/seating.js';
import type { Random } from '../random.js';
import type { Actions, Mixed } from './types.js';

/** More rounds than this are more than a day has. */
const MOST_ROUNDS = 20;

/** What a draw starts from, as the draft is now. */
export interface Draw extends Wishes {
  readonly people: readonly PersonKey[];
  readonly rooms: readonly SeatingRoom[];
  readonly random: Random;
  /** Locked people. */
  readonly placed: Seats;
}

const NOTHING: Mixed = { repeats: 0, bound: 0, rounds: 0 };

/** Makes the two actions. */
export function createMixing(
  state: () => State,
  draw: () => Draw,
  edit: (reason: PlanReason, ...edits: readonly PlanEdit[]) => void,
): Pick<Actions, 'meetNewPeople' | 'planRounds'> {
  const isDrawable = () => !isLive(state()) && !whyNotPlan(state()) && state().plan.rooms.length > 0;

  /** So many rounds around those who are placed already, or `null` where there is nothing to draw. */
  const plan = async (rounds: number, placed: (draft: Draw) => Seats) => {
    const { planRounds } = await import('../planner/planRounds.js');
    if (!isDrawable()) return null;
    const draft = draw();
    return planRounds({ ...draft, placed: placed(draft), rounds, history: state().history });
  };
  /** Makes them the draft and the rounds ahead, before those that were planned to follow. */
  const take = (planned: PlannedRounds | null, following: readonly Seats[]): Mixed => {
    const [seats, ...others] = planned?.rounds ?? [];
    if (!planned || !seats) return NOTHING;
    const ahead = [...others, ...following];
    edit('rounds', { kind: 'seats', seats }, { kind: 'ahead', ahead });
    return { repeats: planned.repeats, bound: planned.bound, rounds: ahead.length + 1 };
  };
  const locked = (draft: Draw) => draft.placed;

  return {
    async meetNewPeople() {
      const [next, ...following] = state().plan.ahead;
      const planned = next ? await plan(1, (draft) => hereOf(next, draft)) : null;
      if (planned?.repeats === 0) return take(planned, following);
      // Nothing was planned; or people were moved since, and it is not the best any more: what is left is planned anew.
      return take(await plan(following.length + 1, locked), []);
    },
    async planRounds({ rounds }) {
      const asked = Math.min(MOST_ROUNDS, Math.trunc(rounds));
      return asked >= 1 ? take(await plan(asked, locked), []) : NOTHING;
    },
  };
}

/**
 * The seats of a round planned ahead for those of it who are still here, in rooms that still have seats; locked people where
 * they are. Who came since is drawn around them.
 */
function hereOf(planned: Seats, { people, placed: locked, rooms }: Draw): Seats {
  const left = new Map<RoomKey, number>(rooms.map(({ key, capacity }) => [key, capacity]));
  const seats = new Map(locked);
  for (const room of locked.values()) left.set(room, (left.get(room) ?? 0) - 1);
  for (const person of people) {
    const room = planned.get(person);
    const free = room === undefined ? 0 : (left.get(room) ?? 0);
    if (room === undefined || seats.has(person) || free <= 0) continue;
    left.set(room, free - 1);
    seats.set(person, room);
  }
  return seats;
}
