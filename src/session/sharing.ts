/** The moderator who runs the rooms tells the others what goes on, and answers whoever asks. */
import type { Happening } from '../state/events.js';
import { otherDriver } from '../state/driving.js';
import { LIMITS } from '../state/deadlines.js';
import { personOf } from '../state/people.js';
import type { ClientId, State } from '../state/types.js';
import { isLive } from '../state/view/rooms.js';
import type { Core } from './core.js';
import { moderatorsOf, type Kits } from './kits.js';
import { entriesOf, frameKey, frameOf } from './picture.js';

/** An answer to a question put to everybody comes a little later, each at its own moment. */
export const JITTER_MS = 500;

/** What tells it. */
export interface Sharing {
  /** Tells somebody who asks what goes on, as far as it is this kit's part. */
  readonly answer: (from: ClientId) => void;
  /** After each event: answers questions. */
  readonly react: (event: Happening, before: State) => void;
  /** After each commit of the store: something may have changed that the others do not know. */
  readonly look: () => void;
  /** Tells at once what is still to be told: somebody else takes it from here. */
  readonly flush: () => void;
  readonly rest: () => void;
}

/** Makes it. A kit that is itself still asking answers nobody. */
export function createSharing(
  { state, clock, random }: Pick<Core, 'state' | 'clock' | 'random'>,
  kits: Kits,
  isAsking: () => boolean,
): Sharing {
  /** What the others were told last, by connection. */
  let told = new Map<ClientId, string>();
  let frame = '';
  let looked: State | null = null;
  let sentAt = -Infinity;
  let cancel: (() => void) | null = null;

  const drives = () => kits.isLeading() && isLive(state()) && state().capabilities.wire;

  const push = () => {
    cancel?.();
    cancel = null;
    const others = moderatorsOf(state());
    if (!drives() || others.length === 0) return;
    const entries = entriesOf(state(), clock.now());
    const news = [...entries.values()].filter(({ entry, key }) => told.get(entry.clientId) !== key);
    const now = frameKey(state());
    if (news.length === 0 && now === frame) return;
    sentAt = clock.now();
    frame = now;
    told = new Map([...entries].map(([clientId, { key }]) => [clientId, key]));
    kits.tellDesk(
      { ...frameOf(state(), sentAt), driver: state().self.clientId, people: news.map(({ entry }) => entry) },
      others,
    );
  };
  const forget = () => {
    cancel?.();
    cancel = null;
    told = new Map();
    frame = '';
  };

  /** Everything, to one who asks. Who does not run the rooms says whose rank it is: today's connection of who asks, if it was them. */
  const tellAll = (to: ClientId, driver: ClientId | null) => {
    const people = [...entriesOf(state(), clock.now()).values()].map(({ entry }) => entry);
    kits.tellDesk({ ...frameOf(state(), clock.now()), driver, people }, [to]);
  };
  const answerAsModerator = (from: ClientId) => {
    const asker = personOf(state(), from)?.key ?? null;
    const driver = otherDriver(state());
    if (driver !== null && driver !== asker) return;
    if (isLive(state())) tellAll(from, state().driver === asker ? from : kits.holder());
    // Who was away may believe the rooms open still.
    else if (kits.isLeading() && state().round.phase === 'closed') kits.recallAll(0, [from]);
    else if (kits.term() > 0) kits.tellKnown(from);
  };
  const answer = (from: ClientId) => {
    if (isAsking()) return;
    if (state().self.role === 'moderator') answerAsModerator(from);
    else
      clock.after(random.below(JITTER_MS), () => {
        if (!isAsking() && (isLive(state()) || kits.term() > 0)) kits.tellKnown(from);
      });
  };

  return {
    answer,
    react(event) {
      if (event.type === 'told.ask-state') answer(event.clientId);
    },
    look() {
      const now = state();
      if (looked !== null && isSame(looked, now)) return;
      looked = now;
      if (!drives()) forget();
      else cancel ??= clock.after(Math.max(0, sentAt + LIMITS.offers - clock.now()), push);
    },
    flush: push,
    rest: forget,
  };
}

const isSame = (a: State, b: State): boolean =>
  a.people === b.people &&
  a.plan === b.plan &&
  a.rooms === b.rooms &&
  a.round === b.round &&
  a.driver === b.driver &&
  a.self.role === b.self.role &&
  a.self.clientId === b.self.clientId;
