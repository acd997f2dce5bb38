/** Keeps a moderator's draft, where the application allows it, and finds it again after the page was loaded anew. */
import { LIMITS } from '../state/deadlines.js';
import { ghostOf, ghosts, isGhost, printOfGhost } from '../state/ghosts.js';
import type { PersonKey, State } from '../state/types.js';
import { everybody } from '../state/view/people.js';
import { isLive } from '../state/view/rooms.js';
import { MAX_KNOWN_TERM } from '../wire/protocol.js';
import type { Core } from './core.js';
import { createFingerprints } from './fingerprint.js';
import { readDraft, writeDraft } from './keptDraft.js';
import { peopleOf, readRound, writeRound, type FoundRound } from './keptRound.js';
import type { Kits } from './kits.js';
import { browserStore } from './keyValueStore.js';
import type { DraftStorage } from './types.js';

/** A draft is written down this long after its last change. */
const WRITE_MS = 300;
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/** The names a meeting's draft and its open round are kept under. */
const nameOf = (meeting: string) => `breakout-kit:draft:${meeting}`;
const roundNameOf = (meeting: string) => `breakout-kit:round:${meeting}`;

/** What keeps a draft. */
export interface Keeping {
  /** Looks for a kept draft. Once: a session that is held again has its own. */
  readonly begin: () => void;
  /** Nobody here can tell what goes on: a round that this page kept is brought back, and under which term it was. */
  readonly remember: () => void;
  /** Answers each event after it was taken in. */
  readonly react: (before: State) => void;
  /** Writes down at once what is still to be written. */
  readonly flush: () => Promise<void>;
}

/** Makes it. Without storage it does nothing. */
export function createKeeping(
  { state, dispatch, clock }: Pick<Core, 'state' | 'dispatch' | 'clock'>,
  storage: DraftStorage | undefined,
  { term, recall }: Pick<Kits, 'term' | 'recall'>,
): Keeping {
  const nothing = () => undefined;
  if (!storage) return { begin: nothing, remember: nothing, react: nothing, flush: () => Promise.resolve() };
  const { meeting, store = browserStore, keptFor = KEPT_FOR_MS } = storage;
  const printOf = createFingerprints(meeting);
  /** Whose fingerprints were compared already, and who has which name: `null` where two have it. */
  const looked = new Set<PersonKey>();
  const named = new Map<string, PersonKey | null>();
  let begun = false;
  let found: ReturnType<typeof readDraft> | 'reading' = 'reading';
  /** A round of before this page was loaded: what is written from now on is of this page's own. */
  let foundRound: FoundRound | null = null;
  let mayRemember = false;
  let cancelRound: (() => void) | null = null;
  let failed = false;
  let cancelWrite: (() => void) | null = null;
  /** One write after the other, so that an older draft never lands on a newer one. */
  let writing: Promise<void> = Promise.resolve();

  const fail = () => {
    if (failed) return;
    failed = true;
    dispatch({ type: 'notice.given', subject: 'plan', text: 'draft-not-kept' });
  };

  const read = async () => {
    try {
      const draft = readDraft(await store.get(nameOf(meeting)), clock.wall(), keptFor);
      // Given up: planning has begun without it, and what is planned now will take its place.
      if (found !== 'reading') return;
      found = draft;
      if (found === null) await store.remove(nameOf(meeting));
    } catch {
      found = null;
      fail();
    }
    restore();
  };

  const readOpenRound = async () => {
    try {
      foundRound = readRound(await store.get(roundNameOf(meeting)), clock.wall(), keptFor);
    } catch {
      fail();
    }
    bringBack();
  };

  /** Only once it is known who this is: a participant's page keeps nothing and shows nothing that was kept. */
  const restore = () => {
    const { self, restoring } = state();
    if (found === 'reading' || !restoring || self.clientId === null) return;
    dispatch({ type: 'draft.restored', draft: self.role === 'moderator' ? found : null });
    bringBack();
    void claim();
  };

  /** Nobody is asked into a room by it, and no kit is told anything: whoever leads goes on from there. */
  const bringBack = () => {
    const { self, restoring, capabilities } = state();
    if (!foundRound || restoring || self.role !== 'moderator') return;
    // Without kits that talk nobody is asked, and nobody will tell.
    if (!mayRemember && (capabilities.wire || !capabilities.rooms)) return;
    mayRemember = false;
    recall(Math.min(foundRound.term, MAX_KNOWN_TERM));
    dispatch({ type: 'round.restored', round: foundRound.round });
    looked.clear();
    named.clear();
    void claim();
  };

  /** Gives kept seats to whoever has come: by key, else by a name that nobody else here has. */
  const claim = async () => {
    if (ghosts(state()).size === 0) return;
    const people = everybody(state()).filter(({ key }) => !looked.has(key));
    for (const { key } of people) looked.add(key);
    const claimed = (print: string, key: PersonKey) => {
      const ghost = ghostOf(print);
      const inside = foundRound?.inside.get(print) ?? null;
      if (ghosts(state()).has(ghost)) dispatch({ type: 'ghost.claimed', ghost, key, inside });
    };
    try {
      const prints = new Set<string>();
      for (const { key, name } of people) {
        claimed(await printOf('key', key), key);
        const print = await printOf('name', name);
        prints.add(print);
        named.set(print, named.has(print) ? null : key);
      }
      for (const print of prints) {
        const key = named.get(print) ?? null;
        if (key !== null) claimed(print, key);
      }
    } catch {
      fail();
    }
  };

  const write = async () => {
    cancelWrite = null;
    const { plan, history, self } = state();
    if (self.role !== 'moderator') return;
    try {
      if (plan.rooms.length === 0 && history.length === 0) return await store.remove(nameOf(meeting));
      const prints = new Map<PersonKey, string>();
      const keys = [
        ...plan.seats.keys(),
        ...plan.staying,
        ...plan.locked,
        ...plan.leads,
        ...[...plan.rules.together, ...plan.rules.apart, ...history.flat()].flat(),
        ...plan.ahead.flatMap((seats) => [...seats.keys()]),
      ];
      for (const key of keys)
        if (!prints.has(key))
          prints.set(key, isGhost(state(), key) ? printOfGhost(key) : await printOf('key', key));
      const awaited = await Promise.all(
        plan.expected.map(async ({ userRef, name, email, to }) => ({
          print: await (userRef !== null
            ? printOf('key', userRef)
            : name !== null
              ? printOf('name', name)
              : printOf('email', email ?? '')),
          to,
        })),
      );
      await store.set(
        nameOf(meeting),
        writeDraft({ plan, history, awaited, at: clock.wall(), printOf: (key) => prints.get(key) }),
      );
    } catch {
      fail();
    }
    return undefined;
  };
  const writeOpenRound = async () => {
    cancelRound = null;
    const now = state();
    if (now.self.role !== 'moderator') return;
    try {
      if (!isLive(now)) return await store.remove(roundNameOf(meeting));
      const prints = new Map<PersonKey, string>();
      for (const key of peopleOf(now))
        prints.set(key, isGhost(now, key) ? printOfGhost(key) : await printOf('key', key));
      const times = { term: term(), now: clock.now(), wall: clock.wall() };
      await store.set(roundNameOf(meeting), writeRound(now, { ...times, printOf: (key) => prints.get(key) }));
    } catch {
      fail();
    }
    return undefined;
  };
  const flush = () => {
    const isDraftDue = cancelWrite !== null;
    const isRoundDue = cancelRound !== null;
    cancelWrite?.();
    cancelRound?.();
    if (isDraftDue) writing = writing.then(write);
    if (isRoundDue) writing = writing.then(writeOpenRound);
    return writing;
  };

  return {
    begin() {
      if (begun) return;
      begun = true;
      void read().then(readOpenRound);
      // A store that never answers keeps nobody from planning.
      clock.after(LIMITS.call, () => {
        if (found !== 'reading') return;
        found = null;
        fail();
        restore();
      });
    },
    remember() {
      mayRemember = true;
      bringBack();
    },
    react(before) {
      const now = state();
      if (now.restoring) {
        if (before.self !== now.self) restore();
        return;
      }
      if (before.people !== now.people) void claim();
      if (before.capabilities !== now.capabilities || before.self.role !== now.self.role) bringBack();
      const isRoundNews =
        before.plan !== now.plan || before.people !== now.people || before.rooms !== now.rooms;
      if (before.round !== now.round || (isRoundNews && isLive(now))) {
        // A round that this page sees is newer than one that it kept.
        if (isLive(now) && before.round.phase === 'opening') foundRound = null;
        cancelRound?.();
        cancelRound = clock.after(WRITE_MS, () => void (writing = writing.then(writeOpenRound)));
      }
      if (before.plan !== now.plan || before.history !== now.history) {
        cancelWrite?.();
        cancelWrite = clock.after(WRITE_MS, () => void (writing = writing.then(write)));
      }
    },
    flush,
  };
}
