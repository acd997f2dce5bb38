'use client';

import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { LIMITS } from '../../state/deadlines.js';
import type { AttemptView } from '../../state/views.js';
import type { Step } from '../parts/Steps.js';
import type { RoomWords } from '../person/roomWords.js';

/** The three steps of a try, as far as it got, with their states for the ear. */
export function useJoiningSteps(attempt: AttemptView, room: RoomWords): readonly Step[] {
  const { person } = useMessages();
  const sound = useSoundStep(attempt);
  const gaveUp = attempt.kind === 'no-answer';
  const seconds = (attempt.forced ? LIMITS.pull : LIMITS.join) / 1000;
  const joining: Pick<Step, 'state' | 'label'> = gaveUp
    ? { state: 'stuck', label: person.noAnswerAfter(seconds) }
    : {
        state: attempt.step === 'sound' ? 'todo' : attempt.step === 'joining' ? 'now' : 'done',
        label: person.joining(room.numbered),
      };
  const connected: Pick<Step, 'state' | 'label'> = {
    state: !gaveUp && attempt.step === 'connected' ? 'now' : 'todo',
    label: person.connected,
  };
  // Where the service moves somebody, the main room falls silent on arrival, not before.
  const steps = attempt.forced && !gaveUp ? [joining, connected] : [sound, joining, connected];
  return steps.map((step) => ({ ...step, stateLabel: person.stepStates[step.state] }));
}

/** The main room's sound: silenced on the way there, brought back after a try that failed. */
function useSoundStep({ kind, step, soundBack }: AttemptView): Pick<Step, 'state' | 'label'> {
  const { person } = useMessages();
  const wanted = useView((state) => state.self.sound.wanted);
  const failed = useView((state) => state.self.sound.failure !== null);
  if (kind === 'no-answer' || kind === 'failed') {
    if (soundBack) return { state: 'done', label: person.soundBack };
    return failed
      ? { state: 'failed', label: person.soundNotBack }
      : { state: 'now', label: person.restoringSound };
  }
  const done = step !== 'sound';
  if (wanted === 'listening') return { state: 'done', label: person.soundOn };
  if (wanted === 'muted')
    return { state: done ? 'done' : 'now', label: done ? person.soundMuted : person.mutingSound };
  return { state: done ? 'done' : 'now', label: done ? person.soundPaused : person.pausingSound };
}
