/**
 * In every build a pause is a mute of sound and picture. The vendor's guide describes two things of their own, each undone by
 * its own call. This makes the guide's two behave as one, so that whoever pauses, mutes and resumes finds main as it was.
 */
import type { Answer, Done, RoomPort } from './roomPort.js';

type MainCalls = Pick<RoomPort, 'pauseMain' | 'resumeMain' | 'muteMain' | 'unmuteMain'>;

/** Calls as a build has them, out of calls as the guide has them. */
export function asInBuilds(guide: MainCalls): MainCalls {
  let paused = false;
  let muted = false;
  const then = async (
    first: Promise<Answer<Done>>,
    second: () => Promise<Answer<Done>>,
  ): Promise<Answer<Done>> => {
    const answer = await first;
    if (answer.ok) return second();
    // Half done too late is done when the other half is.
    const { late } = answer;
    return late ? { ...answer, late: late.then((given) => (given.ok ? second() : given)) } : answer;
  };
  const noted = async (call: Promise<Answer<Done>>, note: () => void): Promise<Answer<Done>> => {
    const answer = await call;
    if (answer.ok) note();
    else void answer.late?.then((given) => void (given.ok && note()));
    return answer;
  };
  // Silence counts from when it is asked for, sound from when it is granted: what was never silenced can be given back all the same.
  const pause = () => {
    paused = true;
    return guide.pauseMain();
  };
  const resume = () => noted(guide.resumeMain(), () => (paused = false));
  const mute: MainCalls['muteMain'] = (what) => {
    muted = true;
    return guide.muteMain(what);
  };
  const unmute: MainCalls['unmuteMain'] = (what) =>
    noted(guide.unmuteMain(what), () => (muted = muted && !what.audio));
  const BOTH = { audio: true, video: true };
  return {
    pauseMain: () => (muted ? then(pause(), () => unmute(BOTH)) : pause()),
    resumeMain: () => (muted ? then(resume(), () => unmute(BOTH)) : resume()),
    muteMain: mute,
    unmuteMain(what) {
      if (!paused) return unmute(what);
      // What stays silent is muted before the pause ends, so that nothing is heard in between.
      const staying = { audio: !what.audio, video: !what.video };
      return staying.audio || staying.video ? then(mute(staying), resume) : resume();
    },
  };
}
