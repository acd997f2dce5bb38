/** What every part of one meeting works with. */
import type { Random } from '../random.js';
import type { BreakoutServer } from './breakoutServer.js';
import type { FaultDesk } from './faults.js';
import type { Network } from './network.js';
import type { SimulatedMeetingOptions } from './options.js';
import type { Profile } from './profiles.js';
import type { Talkers } from './talkers.js';
import type { Tones } from './tones.js';

/** The parts of one meeting. */
export interface Engine {
  readonly profile: Profile;
  readonly options: SimulatedMeetingOptions;
  readonly random: Random;
  readonly network: Network;
  readonly server: BreakoutServer;
  readonly talkers: Talkers;
  readonly faults: FaultDesk;
  readonly tones: Tones;
  /** A timer of the meeting: gone when the meeting is disposed of; an exception in it is kept, not thrown. */
  readonly after: (ms: number, run: () => void, person?: string) => () => void;
  /** Keeps an exception that a page would report as uncaught. */
  readonly report: (person: string, error: unknown) => void;
  /** The next delay of a message, one way. */
  readonly latency: () => number;
  /** The wall clock, for timestamps in messages. */
  readonly wall: () => number;
  /** Room objects whose players follow who is audible. */
  readonly audible: Set<() => void>;
}
