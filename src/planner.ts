/**
 * Who should sit where: the planner's pure functions, for applications that plan without the kit's screens, on a server for
 * instance. Everything is drawn from the random source that is handed in, so a seed replays exactly.
 *
 * @example
 * ```ts
 * import { createRandom, evenSplit } from 'breakout-kit/planner';
 *
 * const { seats, unplaced } = evenSplit({
 *   people: ['ana', 'ben', 'cem', 'dua', 'eli'],
 *   rooms: [{ key: 'one', capacity: 5 }, { key: 'two', capacity: 5 }],
 *   random: createRandom(7),
 * });
 * ```
 *
 * @packageDocumentation
 */
export { createRandom, randomSeed, type Random } from './random.js';
export type { BrokenRule } from './state/brokenRules.js';
export type { Groups, Limits, PersonKey, RoomKey, Rules } from './state/types.js';
export { capacityPlan, type CapacityPlan } from './planner/capacityPlan.js';
export { evenSplit, type EvenSplit } from './planner/evenSplit.js';
export { fixOverfull } from './planner/fixOverfull.js';
export { meetNewPeople, type NewPeople } from './planner/meetNewPeople.js';
export type {
  ListColumns,
  ListMatch,
  ListMeeting,
  ListPerson,
  ListRoom,
  ListRow,
  Table,
  Who,
} from './planner/list/list.js';
export type { AddedRoom, ListChange, ListSeat, RenamedRoom } from './planner/list/listChange.js';
export { matchList } from './planner/list/matchList.js';
export { PLAN_HEADINGS, planCells } from './planner/list/planCells.js';
export type { PlanTableRow } from './state/view/planTable.js';
export {
  planList,
  type ListChoice,
  type ListPlan,
  type OverfullRoom,
  type PlannedRow,
} from './planner/list/planList.js';
export { placeRemaining } from './planner/placeRemaining.js';
export { planRounds, type PlannedRounds, type RoundsAhead } from './planner/planRounds.js';
export { reshuffle, type Reshuffle } from './planner/reshuffle.js';
export { roomsForSize, type SizePlan } from './planner/roomsForSize.js';
export type { Seating, SeatingRoom, Seats, Unplaced, Wishes } from './planner/seating.js';
export { shuffled } from './planner/shuffled.js';
export { splitHint, type SplitHint } from './planner/splitHint.js';
export { suggestedRooms } from './planner/suggestedRooms.js';
