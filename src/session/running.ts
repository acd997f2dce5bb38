/** What a moderator does while rooms are open beside inviting and moving: time, help, words, and who runs the rooms. */
import { audience } from '../state/announcing.js';
import { whyNotAnnounce, whyNotHost, whyNotManage, whyNotTime } from '../state/rules.js';
import { otherModerators } from '../state/view/live.js';
import type { PersonKey } from '../state/types.js';
import { MAX_ANNOUNCEMENT_LENGTH, TEXTS_PER_WINDOW, TEXT_WINDOW_MS } from '../wire/protocol.js';
import { DONE, refuse, type Core } from './core.js';
import type { Kits } from './kits.js';
import type { Actions } from './types.js';

/** What moderators and people do. */
export type Running = Pick<
  Actions,
  | 'addTime'
  | 'setTimeLeft'
  | 'takeOver'
  | 'handOver'
  | 'claimHelp'
  | 'releaseHelp'
  | 'resolveHelp'
  | 'announce'
  | 'askForHelp'
  | 'cancelHelp'
  | 'askForTime'
  | 'seeAnnouncement'
  | 'dismissAnnouncement'
>;

/** Messages that left further apart may arrive closer together. */
const ON_THE_WAY_MS = 1000;

/** Makes them. */
export function createRunning({ state, dispatch, clock, random }: Core, kits: Kits): Running {
  const setTime = (endsAt: number | null) => {
    const wasClosing = state().round.phase === 'closing';
    dispatch({ type: 'time.set', endsAt });
    // Kits that do not know of time are told in the words they know.
    if (wasClosing && state().round.phase === 'open') kits.keepOpen();
    kits.tellTime();
  };
  const claim = (person: PersonKey, what: 'claimed' | 'released' | 'done') => {
    if (whyNotHost(state()) || !state().help.has(person)) return;
    dispatch({ type: 'help.claimed', person, claim: what });
    kits.claim(person, what);
  };
  /** When the messages went out that still count for others. */
  let sent: readonly number[] = [];
  /** A message is seen once, however often it is drawn. */
  const seen = new Set<string>();
  return {
    addTime({ ms }) {
      if (whyNotTime(state())) return;
      kits.lead();
      const { endsAt } = state().round;
      setTime(Math.max(clock.now(), endsAt ?? clock.now()) + ms);
    },
    setTimeLeft({ ms }) {
      if (whyNotTime(state())) return;
      kits.lead();
      setTime(ms === null ? null : clock.now() + Math.max(0, ms));
    },
    takeOver() {
      const why = whyNotManage(state());
      if (why !== null && why.why !== 'other-drives') return;
      kits.takeOver();
    },
    handOver({ person }) {
      if (!whyNotManage(state()) && otherModerators(state()).includes(person)) kits.handOver(person);
    },
    claimHelp: ({ person }) => claim(person, 'claimed'),
    releaseHelp: ({ person }) => claim(person, 'released'),
    resolveHelp: ({ person }) => claim(person, 'done'),
    announce({ text, roomKey = null }) {
      const words = text.trim().slice(0, MAX_ANNOUNCEMENT_LENGTH);
      if (whyNotAnnounce(state())) return refuse('not-supported');
      if (words === '') return refuse('invalid');
      const roomId = roomKey === null ? null : (state().rooms.get(roomKey)?.roomId ?? null);
      if (roomKey !== null && roomId === null) return refuse('room-gone');
      const now = clock.now();
      sent = sent.filter((at) => now - at < TEXT_WINDOW_MS + ON_THE_WAY_MS);
      // Others would not be shown it, and nobody would know.
      if (sent.length >= TEXTS_PER_WINDOW) return refuse('too-many');
      sent = [...sent, now];
      const id = random.id('n');
      const to = audience(state(), roomKey);
      dispatch({ type: 'announcement.sent', id, roomKey, text: words, to });
      kits.announce({ messageId: id, roomId, text: words }, to);
      return DONE;
    },
    askForHelp() {
      if (state().self.help) return;
      dispatch({ type: 'help.asked' });
      if (state().self.help) kits.askHelp(true);
    },
    cancelHelp() {
      if (!state().self.help) return;
      dispatch({ type: 'help.cancelled' });
      kits.askHelp(false);
    },
    askForTime() {
      dispatch({ type: 'time.asked' });
      kits.askTime();
    },
    seeAnnouncement({ id }) {
      if (seen.has(id) || !state().announcements.some((announcement) => announcement.id === id)) return;
      seen.add(id);
      kits.tellSeen(id);
    },
    dismissAnnouncement: ({ id }) => dispatch({ type: 'announcement.dismissed', id }),
  };
}
