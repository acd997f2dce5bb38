/** A moderator's kit that has just come, or come back, asks the others what is going on. */
import { LIMITS } from '../state/deadlines.js';
import type { Happening, ToldEvent, ToldKnown } from '../state/events.js';
import type { ClientId, State } from '../state/types.js';
import { isLive } from '../state/view/rooms.js';
import { MAX_KNOWN_TERM } from '../wire/protocol.js';
import type { Core } from './core.js';
import { moderatorsOf, type Kits } from './kits.js';
import { JITTER_MS } from './sharing.js';

/** So long the other moderators have before everybody is asked. */
const MODERATORS_FIRST_MS = 700;
/** After so long everybody who knows something has said so: their own moment, and the way there and back. */
const ALL_SAID_MS = JITTER_MS + 250;

/** What asks. */
export interface Asking {
  readonly isAsking: () => boolean;
  readonly react: (event: Happening, before: State) => void;
  /** What a person's kit remembers. Believed only while this kit asks, and no moderator has answered. */
  readonly known: (told: ToldKnown) => void;
  readonly rest: () => void;
}

type Here = Extract<ToldEvent, { type: 'told.here' }>;

interface Voice {
  readonly told: ToldKnown;
  readonly at: number;
}

interface Question {
  readonly since: number;
  /** One voice each. */
  readonly answers: Map<ClientId, Voice>;
  /** Where people said they are, before the rooms were known that they named. */
  readonly here: Map<ClientId, Here>;
  isLate: boolean;
}

/** Makes it. Whoever asked meanwhile gets an answer late. */
export function createAsking(
  { state, dispatch, clock }: Pick<Core, 'state' | 'dispatch' | 'clock'>,
  kits: Kits,
  {
    answerLate,
    remember,
  }: {
    readonly answerLate: (from: ClientId) => void;
    /** Brings a round back that this page kept. */
    readonly remember: () => void;
  },
): Asking {
  let question: Question | null = null;
  let cancel: (() => void) | null = null;
  /** Who asked while this kit was asking. */
  let waiting = new Set<ClientId>();

  const wait = (ms: number, run: () => void) => {
    cancel?.();
    cancel = clock.after(ms, run);
  };
  const stop = () => {
    cancel?.();
    cancel = null;
    question = null;
    const late = waiting;
    waiting = new Set();
    for (const from of late) answerLate(from);
  };

  const ask = () => {
    question = { since: clock.now(), answers: new Map(), here: new Map(), isLate: false };
    const others = moderatorsOf(state());
    if (others.length === 0) return askEveryone();
    kits.askState(others);
    return wait(MODERATORS_FIRST_MS, askEveryone);
  };
  const askEveryone = () => {
    kits.askState('everyone');
    wait(ALL_SAID_MS, weigh);
  };
  const weigh = () => {
    if (!question) return;
    question.isLate = true;
    if (question.answers.size > 0) believe([...question.answers.values()]);
    else wait(Math.max(0, question.since + LIMITS.wire - clock.now()), () => conclude(true));
  };
  const believe = (answers: readonly Voice[]) => {
    for (const { told } of answers) kits.recall(Math.min(told.term, MAX_KNOWN_TERM));
    const best = mostSaid(answers.filter(({ told }) => told.rooms.length > 0));
    if (best) dispatch(aged(best, clock.now()));
    conclude(best !== null);
  };

  /** No moderator answered. Who runs the rooms and is the only moderator here goes on; what is known by now is all there is. */
  const conclude = (areOpen: boolean) => {
    const asked = question;
    // Where people say that no rooms are open, what this page kept is over.
    if (areOpen) remember();
    if (asked) for (const here of asked.here.values()) dispatch(here);
    if (isLive(state())) {
      const isAlone = moderatorsOf(state()).length === 0;
      // Without a word of who sits where there is nothing to go by but where people are.
      if (state().plan.seats.size === 0 && !state().notices.some(({ text }) => text === 'state-partial'))
        dispatch({ type: 'notice.given', subject: 'wire', text: 'state-partial' });
      if (isAlone || kits.isLeading()) {
        kits.driveOn();
        kits.tellRooms();
      }
    }
    stop();
  };

  return {
    isAsking: () => question !== null,
    react(event, before) {
      if (event.type === 'told.ask-state' && question) waiting.add(event.clientId);
      if (event.type === 'told.here' && question) question.here.set(event.clientId, event);
      if (!mayAsk(state())) {
        if (question) stop();
        return;
      }
      if (!mayAsk(before) || before.self.clientId !== state().self.clientId) ask();
      else if (question && event.type === 'told.desk') {
        if (event.mine === true) kits.driveOn();
        stop();
        // Others may know the rooms by an earlier connection's word.
        if (event.mine === true) kits.tellRooms();
      }
      // Who opens rooms knows what goes on.
      else if (question && event.type === 'round.opening') stop();
    },
    known(told) {
      if (!question) return;
      question.answers.set(told.fromClientId, { told, at: clock.now() });
      if (question.isLate) wait(0, weigh);
    },
    rest: stop,
  };
}

const mayAsk = ({ self, capabilities }: State): boolean =>
  self.role === 'moderator' && self.clientId !== null && capabilities.wire;

/** Kits of people are believed by number: what most of them say, of equals the highest term. */
function mostSaid(answers: readonly Voice[]): Voice | null {
  const said = new Map<string, Voice[]>();
  for (const voice of answers) {
    const what = JSON.stringify([voice.told.term, voice.told.rooms]);
    said.set(what, [...(said.get(what) ?? []), voice]);
  }
  const [best] = [...said.values()].toSorted(
    (a, b) => b.length - a.length || (b[0]?.told.term ?? 0) - (a[0]?.told.term ?? 0),
  );
  return best?.[0] ?? null;
}

/** Time went on since it was said. */
function aged({ told, at }: Voice, now: number): ToldKnown {
  const left = (ms: number | null) => (ms === null ? null : Math.max(0, ms - (now - at)));
  return {
    ...told,
    openedAgoMs: told.openedAgoMs + (now - at),
    endsInMs: left(told.endsInMs),
    closesInMs: left(told.closesInMs),
  };
}
