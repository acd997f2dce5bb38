/** One simulated meeting in real time: a moderator, three people whose screens are shown, and the rest of the twenty. */
import { systemClock } from '../../src/clock.js';
import { createBreakoutSession } from '../../src/session/session.js';
import type { BreakoutSession } from '../../src/session/types.js';
import { createSimulatedMeeting, type Fault, type ProfileName } from '../../src/simulator.js';
import { people } from '../scenes/people.js';

/** Whose screens are shown: the moderator first. */
export const shown = ['ana', 'priya', 'jonas', 'lena'] as const;

/** What goes wrong, by the words of the control. */
export const faults = {
  'nothing goes wrong': [],
  'the service never answers Priya’s join': [
    { kind: 'silent', effect: false, call: 'join', person: 'priya' },
  ],
  'Jonas’ join is refused once': [{ kind: 'refused', call: 'join', person: 'jonas', code: 5023, times: 1 }],
  'Lena’s sound does not come back at once': [
    { kind: 'refused', call: 'resume', person: 'lena', code: 5023, times: 1 },
  ],
  'every event arrives twice': [{ kind: 'event-twice' }],
  'a fifth of the answers never come': [{ kind: 'silent', chance: 0.2 }],
} as const satisfies Readonly<Record<string, readonly Fault[]>>;

/** How long messages take, each way, by the words of the control. */
export const latencies = {
  none: 0,
  '20 to 80 ms': [20, 80],
  '200 to 800 ms': [200, 800],
} as const satisfies Readonly<Record<string, number | readonly [number, number]>>;

/** The controls of the story. */
export interface WorldArgs {
  readonly profile: ProfileName;
  readonly latency: keyof typeof latencies;
  readonly faults: keyof typeof faults;
}

/** A running meeting. */
export interface World {
  /** The session of one of the shown. */
  readonly session: (id: string) => BreakoutSession;
  readonly dispose: () => void;
}

const SEED = 20;
const declines = 'diego';
const neverAnswers = 'hana';

/** Makes the meeting and lets the seventeen who are not shown live their own lives, through kits of their own. */
export function createWorld({ profile, latency, faults: wrong }: WorldArgs): World {
  const meeting = createSimulatedMeeting({
    people: people.map(({ id, name }) => ({
      id,
      name,
      userRef: id,
      role: id === 'ana' ? ('moderator' as const) : ('participant' as const),
    })),
    profile,
    seed: SEED,
    clock: systemClock,
    latency: latencies[latency],
    faults: faults[wrong],
    maxActiveTalkers: 8,
  });
  const sessions = new Map(
    people.map(({ id }) => [id, createBreakoutSession(meeting.person(id).room, { clock: systemClock })]),
  );
  const ends = [...sessions].flatMap(([id, session], at) => [
    session.hold(),
    (shown as readonly string[]).includes(id) ? () => {} : live(id, session, at),
  ]);
  return {
    session(id) {
      const session = sessions.get(id);
      if (!session)
        throw new Error(`Nobody here is called ${id}. Only people of the stories are. Use one of them.`);
      return session;
    },
    dispose() {
      for (const end of ends) end();
      void Promise.all([...sessions.values()].map((session) => session.dispose())).then(meeting.dispose);
    },
  };
}

/** Somebody answers each invitation after one to six seconds; one declines, one never answers. Returns the end of it. */
function live(id: string, { store, actions, clock }: BreakoutSession, at: number): () => void {
  const thinks = 1000 + ((at * 1700) % 5000);
  let answered: number | null = null;
  let cancel = () => {};
  const stop = store.subscribe(({ self: { invite } }) => {
    if (invite === null || invite.at === answered || id === neverAnswers) return;
    answered = invite.at;
    cancel = clock.after(
      thinks,
      () => void (id === declines ? actions.declineInvite() : actions.acceptInvite()),
    );
  });
  return () => {
    stop();
    cancel();
  };
}
