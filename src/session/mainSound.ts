/**
 * The main room's sound while this person is away from it. Four states and the ways between them, as calls to the room.
 * Exactly one room has the person's voice, and what the person or a moderator muted is never touched.
 */
import type { Answer } from '../room/roomPort.js';
import { LIMITS } from '../state/deadlines.js';
import type { CallKind, Failure, MainSound } from '../state/types.js';
import { DONE, type Core } from './core.js';
import type { MediaBridge, Outcome } from './types.js';

/** `live` is the main room as usual. */
type Where = MainSound | 'live';
/**
 * One step. `hold` mutes the person's own stream in main as their mic button would, so that listening does not speak;
 * `release` gives it back, if the kit was the one who took it.
 */
type Step = 'pause' | 'resume' | 'mute' | 'unmute' | 'unmute-video' | 'hold' | 'release';

/** From row to column. Paused silences sound and picture, muted only sound, listening only the person's own voice. */
const WAYS: Readonly<Record<Where, Readonly<Record<Where, readonly Step[]>>>> = {
  live: { live: [], paused: ['pause'], muted: ['mute'], listening: ['hold'] },
  paused: { live: ['resume', 'release'], paused: [], muted: ['unmute-video'], listening: ['hold', 'resume'] },
  muted: { live: ['unmute', 'release'], paused: ['pause'], muted: [], listening: ['hold', 'unmute'] },
  listening: { live: ['release'], paused: ['pause'], muted: ['mute'], listening: [] },
};

/** Changes the main room's sound, one change after the other. */
export interface MainSoundControl {
  /** Brings the main room to this. Ends in a state or a failure, never in between. */
  readonly bring: (to: Where) => Promise<Outcome>;
  /** Whether this person's microphone is off now, whoever turned it off, a pause aside. Unknown counts as off. */
  readonly isMicOff: () => boolean;
  /** The service itself silenced the main room, as a forced join does before it joins. */
  readonly wasSilenced: () => void;
}

/** Makes the control. */
export function createMainSound(core: Core, media: MediaBridge): MainSoundControl {
  let where: Where = 'live';
  let held = false;
  /** A call failed: the service may have done its half all the same, so the way back is walked in full. */
  let doubtful = false;
  let last: Promise<unknown> = Promise.resolve();

  const call = (kind: CallKind, run: () => Promise<Answer>) =>
    core.perform(kind, { limit: LIMITS.sound }, run);
  const hold = async (): Promise<Answer> => {
    if (held || isMicOff()) return { ok: true };
    const answer = await setMic(false);
    if (answer.ok) held = true;
    return answer;
  };
  const release = async (): Promise<Answer> => {
    if (!held) return { ok: true };
    const answer = await setMic(true);
    if (answer.ok) held = false;
    return answer;
  };
  const setMic = (on: boolean): Promise<Answer> => {
    if (!media.setMicMuted) return call(on ? 'unmute' : 'mute', () => core.port.setMainMic(on));
    media.setMicMuted(!on);
    return Promise.resolve({ ok: true });
  };
  const steps: Readonly<Record<Step, () => Promise<Answer>>> = {
    pause: () => call('pause', core.port.pauseMain),
    resume: () => call('resume', core.port.resumeMain),
    mute: () => call('mute', () => core.port.muteMain({ audio: true, video: false })),
    unmute: () => call('unmute', () => core.port.unmuteMain({ audio: true, video: false })),
    'unmute-video': () => call('unmute', () => core.port.unmuteMain({ audio: false, video: true })),
    hold,
    release,
  };
  const isMicOff = (): boolean => {
    const app = media.isMicMuted?.();
    if (app !== undefined) return app;
    const own = core.port.ownSound();
    if (!own) return true;
    if (own.byPerson === null && own.byModerator === null) return own.silent;
    return own.byPerson === true || own.byModerator === true;
  };

  const way = (to: Where): readonly Step[] => {
    if (to !== 'live') return WAYS[where][to];
    return doubtful ? ['resume', 'release'] : WAYS[where].live;
  };
  const walk = async (to: Where): Promise<Failure | null> => {
    for (const step of way(to)) {
      const answer = await steps[step]();
      if (answer.ok) continue;
      doubtful = true;
      return answer.failure;
    }
    return null;
  };
  const change = async (to: Where): Promise<Outcome> => {
    if (where === to && !doubtful && !(to === 'live' && held)) return DONE;
    core.dispatch({ type: 'sound.changing' });
    const failed = await walk(to);
    if (failed) {
      // A main room that cannot be silenced must at least not hear this person any more.
      if (to !== 'live') await hold();
      core.dispatch({ type: 'sound.failed', failure: failed });
      return { ok: false, failure: failed };
    }
    where = to;
    doubtful = false;
    media.silenceMain?.(to === 'paused' || to === 'muted');
    core.dispatch({ type: 'sound.changed', main: to });
    return DONE;
  };

  return {
    bring(to) {
      const done = last.then(() => change(to));
      last = done;
      return done;
    },
    isMicOff,
    wasSilenced() {
      where = 'paused';
      media.silenceMain?.(true);
      core.dispatch({ type: 'sound.changed', main: 'paused' });
    },
  };
}
