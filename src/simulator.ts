/**
 * A pretend EnableX: rooms with people in them, for tests, stories and trying things out.
 *
 * @packageDocumentation
 */
export { createSimulatedMeeting } from './simulator/simulatedMeeting.js';
export type { RoomTruth, SimulatedMeeting } from './simulator/simulatedMeeting.js';
export type { Fired, Hearing, SimulatedMeetingOptions, Uncaught } from './simulator/options.js';
export { moderatorAnd } from './simulator/people.js';
export type { PersonSpec, RosterRole } from './simulator/people.js';
export { profileNames, profiles } from './simulator/profiles.js';
export type { CallName, Profile, ProfileName } from './simulator/profiles.js';
export type { Fault, FaultKind, FaultPlace, Faults } from './simulator/faults.js';
export type { Delay, Script, ScriptedAnswer } from './simulator/scripts.js';
export type { SimulatedPerson } from './simulator/simulatedPerson.js';
export type {
  BreakOutRecord,
  Me,
  RoomCalls,
  RoomFields,
  RoomState,
  RosterEntry,
  SimulatedRoom,
} from './simulator/roomShape.js';
export type { Publishing } from './simulator/publishing.js';
export type { Dispatcher, SimulatedEvent } from './simulator/dispatcher.js';
export type { LocalStream, Playing, RemoteStream, StreamCallback, StreamList } from './simulator/streams.js';
export type { PersonTruth, StreamTruth } from './simulator/truth.js';
export { createToneMeter, toneFrequency } from './simulator/tones.js';
export type { ToneMeter } from './simulator/tones.js';
export { createManualClock, type Clock, type ManualClock } from './clock.js';
export { portContract, type PortCheck, type PortStage } from './room/portContract.js';
export type * from './room/roomPort.js';
export type * from './room/enxRoom.js';
export type * from './state/events.js';
export type * from './state/types.js';
