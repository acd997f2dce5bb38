/** Rounds in which people meet others than before. The search for them is loaded when somebody asks for one. */
import type { PlanEdit } from '../state/events.js';
import { whyNotPlan } from '../state/rules.js';
import type { PersonKey, PlanReason, RoomKey, Seats, State } from '../state/types.js';
import { isLive } from '../state/view/rooms.js';
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

  /** Draws so many rounds around who is placed already, and keeps those that were planned to follow. */
  const mix = async (
    rounds: number,
    { placed, following }: { readonly placed: (draft: Draw) => Seats; readonly following: readonly Seats[] },
  ): Promise<Mixed> => {
    const { planRounds } = await import('../planner/planRounds.js');
    if (!isDrawable()) return NOTHING;
    const draft = draw();
    const planned = planRounds({ ...draft, placed: placed(draft), rounds, history: state().history });
    const [seats, ...others] = planned.rounds;
    if (!seats) return NOTHING;
    const ahead = [...others, ...following];
    edit('rounds', { kind: 'seats', seats }, { kind: 'ahead', ahead });
    return { repeats: planned.repeats, bound: planned.bound, rounds: ahead.length + 1 };
  };
  const anew = { placed: (draft: Draw) => draft.placed, following: [] };

  return {
    meetNewPeople() {
      const [next, ...following] = state().plan.ahead;
      return mix(1, next ? { placed: (draft) => hereOf(next, draft), following } : anew);
    },
    planRounds({ rounds }) {
      const asked = Math.min(MOST_ROUNDS, Math.trunc(rounds));
      return asked >= 1 ? mix(asked, anew) : Promise.resolve(NOTHING);
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
