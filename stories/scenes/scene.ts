/** A simulated meeting that stands still until a story lets time pass: the same picture at every look. */
import { createManualClock, type ManualClock } from '../../src/clock.js';
import { createBreakoutSession } from '../../src/session/session.js';
import type { BreakoutSession, SessionOptions } from '../../src/session/types.js';
import {
  createSimulatedMeeting,
  type Script,
  type SimulatedMeeting,
  type SimulatedMeetingOptions,
} from '../../src/simulator.js';
import { MAX_ACTIVE_TALKERS, people, type StoryPerson } from './people.js';

/** What a scene begins with. */
export interface SceneOptions extends Omit<SimulatedMeetingOptions, 'people' | 'clock'> {
  /** Who is there at first. @defaultValue everybody of the stories but Yusuf and Ingrid */
  readonly people?: readonly StoryPerson[];
  /** How people answer by themselves, by id. Who is not named does nothing. */
  readonly scripts?: Readonly<Record<string, Script>>;
  /** For every session of the scene. */
  readonly session?: SessionOptions;
  /** The time that passes. @defaultValue a clock that stands still between two `pass` */
  readonly clock?: ManualClock;
}

/** A meeting, its clock, and the kits of those who act. */
export interface Scene {
  readonly clock: ManualClock;
  readonly meeting: SimulatedMeeting;
  /** The session of one person's kit, made and begun at first use. A person's key in it is their id here. */
  readonly session: (id: string) => BreakoutSession;
  /** Somebody comes. */
  readonly join: (person: StoryPerson, script?: Script) => void;
  /** Lets time pass, and everything that falls due happen. */
  readonly pass: (ms: number) => Promise<void>;
  readonly dispose: () => Promise<void>;
}

/** Makes a scene. Equal options give equal scenes. */
export function createScene(options: SceneOptions = {}): Scene {
  const { people: first = people, scripts = {}, session: sessionOptions, clock: given, ...rest } = options;
  const clock = given ?? createManualClock();
  const spec = ({ id, name, role }: StoryPerson, script: Script | undefined = scripts[id]) => ({
    id,
    name,
    role,
    userRef: id,
    clientId: `client-${id}`,
    ...(script === undefined ? {} : { script }),
  });
  const meeting = createSimulatedMeeting({
    maxActiveTalkers: MAX_ACTIVE_TALKERS,
    ...rest,
    clock,
    people: first.map((person) => spec(person)),
  });
  const sessions = new Map<string, { readonly session: BreakoutSession; readonly release: () => void }>();
  return {
    clock,
    meeting,
    session(id) {
      const known = sessions.get(id);
      if (known) return known.session;
      const session = createBreakoutSession(meeting.person(id).room, { seed: 1, ...sessionOptions, clock });
      sessions.set(id, { session, release: session.hold() });
      return session;
    },
    join: (person, script) => void meeting.join(spec(person, script)),
    pass: (ms) => clock.pass(ms),
    async dispose() {
      for (const { session, release } of sessions.values()) {
        release();
        await session.dispose();
      }
      meeting.dispose();
    },
  };
}
