/**
 * The main room's sound while this person is away from it. Four states and the ways between them, as calls to the room.
 * Exactly one room has the person's voice, and what the person or a moderator muted is never touched.
 */
import type { Answer } from '../room/roomPort.js';
import { LIMITS } from '../state/deadlines.js';
import type { CallKind, MainSound } from '../state/types.js';
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

/**
 * From a main room of which nobody knows how it is: a call failed, and the service may have done its half all the same; or the
 * connection was lost, and the service forgot what it was told while the streams did not.
 */
const FROM_ANYWHERE: Readonly<Record<Where, readonly Step[]>> = {
  live: ['resume', 'release'],
  paused: ['pause'],
  muted: ['mute', 'unmute-video'],
  listening: ['hold', 'resume'],
};

/** Back to a main room that the application had paused before: its pause is not the kit's to end. */
const BACK_TO_PAUSED: readonly Step[] = ['pause', 'release'];

/** Changes the main room's sound, one change after the other. */
export interface MainSoundControl {
  /** Brings the main room to this. Ends in a state or a failure, never in between. */
  readonly bring: (to: Where) => Promise<Outcome>;
  /** Whether this person wants to be silent, or is held so by a moderator; a pause aside. Unknown counts as silent. */
  readonly isMicOff: () => boolean;
  /** Whether the kit holds this person's own stream in main silent. */
  readonly isHeld: () => boolean;
  /** Remembers main as it is now, before something is done to it that the kit does not do itself. */
  readonly remember: () => void;
  /** The service itself silenced the main room, as a forced join does before it joins. */
  readonly wasSilenced: () => void;
  /** The connection was lost: what the service was told of main's sound, it has forgotten. */
  readonly wasCut: () => void;
}

/** Makes the control. */
export function createMainSound(core: Core, media: MediaBridge): MainSoundControl {
  let where: Where = 'live';
  let held = false;
  /** Nobody knows how main is now, so a way is walked in full. */
  let doubtful = false;
  /** The application had paused main before this person went away from it. */
  let wasPaused = false;
  let remembered = false;
  /** It is remembered for the next time away, which has begun before this one has ended. */
  let kept = false;
  let last: Promise<unknown> = Promise.resolve();
  /** Counts what was done to main's sound: a late answer is of use only while nothing came after it. */
  let changes = 0;

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
    if (app !== undefined) return app && !held;
    const own = core.port.ownSound();
    if (!own) return true;
    if (own.byPerson === null && own.byModerator === null) return own.silent && !held;
    // What the kit holds silent is not the person's wish.
    return (own.byPerson === true && !held) || own.byModerator === true;
  };

  const remember = () => {
    if (remembered || where !== 'live' || doubtful) return;
    wasPaused = core.port.ownSound()?.byPause === true;
    remembered = true;
  };
  const way = (to: Where): readonly Step[] => {
    if (to === 'live' && wasPaused) return BACK_TO_PAUSED;
    return doubtful ? FROM_ANYWHERE[to] : WAYS[where][to];
  };
  const walk = async (to: Where, left: readonly Step[]): Promise<Outcome> => {
    const mine = changes;
    for (const [done, step] of left.entries()) {
      const answer = await steps[step]();
      if (answer.ok) continue;
      doubtful = true;
      // A main room that cannot be silenced must at least not hear this person any more.
      if (to !== 'live') await hold();
      core.dispatch({ type: 'sound.failed', failure: answer.failure });
      void answer.late?.then((late) => {
        // It did work, only too late: on from there.
        if (late.ok)
          void inTurn(() => (changes === mine ? walk(to, left.slice(done + 1)) : Promise.resolve(DONE)));
      });
      return { ok: false, failure: answer.failure };
    }
    where = to;
    doubtful = false;
    if (to === 'live' && !kept) remembered = false;
    media.silenceMain?.(to === 'paused' || to === 'muted');
    core.dispatch({ type: 'sound.changed', main: to });
    return DONE;
  };
  const change = (to: Where): Promise<Outcome> => {
    if (to !== 'live') kept = false;
    if (where === to && !doubtful && !(to === 'live' && held)) return Promise.resolve(DONE);
    remember();
    changes += 1;
    core.dispatch({ type: 'sound.changing' });
    return walk(to, way(to));
  };
  /** One after the other. */
  const inTurn = <T>(run: () => T | Promise<T>): Promise<T> => {
    const done = last.then(run);
    last = done;
    return done;
  };

  return {
    bring: (to) => inTurn(() => change(to)),
    isMicOff,
    isHeld: () => held,
    remember() {
      remember();
      kept = remembered;
    },
    wasSilenced() {
      // In turn: a change that is under way ends first, and what it did is undone by the service's.
      void inTurn(() => {
        changes += 1;
        where = 'paused';
        media.silenceMain?.(true);
        core.dispatch({ type: 'sound.changed', main: 'paused' });
      });
    },
    wasCut() {
      void inTurn(() => {
        changes += 1;
        if (where !== 'live') doubtful = true;
      });
    },
  };
}
