/**
 * Breakout rooms without React: the adapter to EnableX, the rules, the views and the session itself.
 *
 * @example
 * ```ts
 * import { createBreakoutSession } from 'breakout-kit/core';
 *
 * const session = createBreakoutSession(enxRoom, { onEvent: (event) => console.debug(event.type) });
 * const release = session.hold();
 * session.actions.setRoomCount(4);
 * const opened = await session.actions.openRooms();
 * if (!opened.ok) console.warn(opened.failure.kind);
 * ```
 *
 * @packageDocumentation
 */
export { createManualClock, systemClock, type Clock, type ManualClock } from './clock.js';
export { createRandom, randomSeed, type Random } from './random.js';

export { connectRoom, type ConnectOptions } from './room/connectRoom.js';
export type { Channel } from './room/channel.js';
export type * from './room/enxRoom.js';
export type { IsModerator } from './room/roster.js';
export type * from './room/roomPort.js';

export { createBreakoutSession } from './session/session.js';
export { setupOf, type Setup } from './state/setup.js';
export type { KeyValueStore } from './session/keyValueStore.js';
export type * from './session/types.js';
export type { AddedRoom, ListChange, ListSeat, RenamedRoom } from './planner/list/listChange.js';

export { displayName, isolated } from './state/displayName.js';
export { INITIAL_STATE } from './state/initialState.js';
export { reduce } from './state/reduce.js';
export * from './state/rules.js';
export { everybody, everybodyKeys, ladder, outside, peopleAt, type Outside } from './state/view/people.js';
export { personView } from './state/view/personView.js';
export { isOffering, notChosen, offerView, type NotChosen } from './state/view/choosing.js';
export { eachHint, planWarnings, pool, type Pool } from './state/view/plan.js';
export { planTable, type PlanTableOptions, type PlanTableRow } from './state/view/planTable.js';
export {
  capacity,
  isLive,
  plannedFor,
  roomKeys,
  roomMissing,
  roomPeople,
  roomSeats,
  roomView,
} from './state/view/rooms.js';
export { attemptView, inviteView, isModerator, nameOfRoom, selfAt, stayView } from './state/view/self.js';
export type * from './state/events.js';
export type * from './state/types.js';
export type * from './state/views.js';

export { decode, encode, type Codec, type Decoded, type Unread, type WireBody } from './wire/codec.js';
export {
  KINDS,
  type Family,
  type Immutable,
  type KindRow,
  type KindTable,
  type MessageOf,
  type WireKind,
  type WireMessage,
} from './wire/messages.js';
export { KIT } from './wire/protocol.js';
