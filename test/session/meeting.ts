/** A meeting of people who each have a kit, over one simulated room and one clock that stands still. */
import { createManualClock, type ManualClock } from '../../src/clock.js';
import { createBreakoutSession } from '../../src/session/session.js';
import type { BreakoutSession, SessionOptions } from '../../src/session/types.js';
import {
  createSimulatedMeeting,
  type PersonSpec,
  type ProfileName,
  type SimulatedMeeting,
  type SimulatedMeetingOptions,
} from '../../src/simulator.js';
import { LIMITS } from '../../src/state/deadlines.js';
import type { State } from '../../src/state/types.js';

/** Each build by name. */
export const PROFILES: readonly ProfileName[] = ['guide', '1.9.4', '2.0.1', '2.3.9', '2.3.24', '3.1.8'];

/** A meeting, and the session of whoever has a kit. */
export interface KitMeeting {
  readonly clock: ManualClock;
  readonly meeting: SimulatedMeeting;
  readonly kit: (name: string) => BreakoutSession;
  readonly state: (name: string) => State;
  readonly names: readonly string[];
  /** Lets time pass, so that everything under way comes to its end. */
  readonly settle: (ms?: number) => Promise<void>;
  /** Gives somebody a kit who had none, or a new one after a reload. */
  readonly giveKit: (name: string, options?: SessionOptions) => BreakoutSession;
}

/** Makes one: Ana moderates, the others take part. */
export async function meet({
  count = 4,
  people,
  withoutKit = [],
  session = {},
  clock = createManualClock(),
  ...options
}: Omit<SimulatedMeetingOptions, 'people' | 'clock'> & {
  readonly clock?: ManualClock;
  readonly count?: number;
  readonly people?: readonly PersonSpec[];
  readonly withoutKit?: readonly string[];
  readonly session?: SessionOptions;
} = {}): Promise<KitMeeting> {
  const everybody: readonly PersonSpec[] = people ?? [
    { name: 'Ana', role: 'moderator' },
    ...Array.from({ length: count }, (_, index) => ({ name: `P${String(index + 1)}` })),
  ];
  const meeting = createSimulatedMeeting({
    latency: 20,
    seed: 7,
    maxActiveTalkers: 8,
    ...options,
    people: everybody.map((person) => ({ userRef: `ref-${person.name}`, ...person })),
    clock,
  });
  const kits = new Map<string, BreakoutSession>();
  const giveKit = (name: string, more: SessionOptions = {}) => {
    const { room } = meeting.person(name);
    const sdkVersion = meeting.profile.name === 'guide' ? {} : { sdkVersion: meeting.profile.name };
    const kit = createBreakoutSession(room, {
      clock,
      seed: kits.size + 1,
      ...sdkVersion,
      ...session,
      ...more,
    });
    kit.hold();
    kits.set(name, kit);
    return kit;
  };
  for (const { name } of everybody) if (!withoutKit.includes(name)) giveKit(name);
  const kit = (name: string) => {
    const found = kits.get(name);
    if (!found) throw new Error(`${name} has no kit`);
    return found;
  };
  const settle = (ms = 2000) => clock.pass(ms);
  await settle();
  return {
    clock,
    meeting,
    kit,
    state: (name) => kit(name).store.getState(),
    names: everybody.map((person) => person.name),
    settle,
    giveKit,
  };
}

/** Longer than any single call may take. */
export const LONGEST_CALL = LIMITS.join + LIMITS.sound;
