'use client';

import { useMessages } from '../../hooks/kit.js';
import { useJoining } from '../../hooks/useJoining.js';
import type { AttemptView } from '../../state/views.js';
import { Button } from '../parts/Button.js';
import { useBusy } from '../person/useBusy.js';

/** The way out at each step, and once more after a failure. While the service moves somebody there is none. */
export function JoiningActions({ attempt }: { readonly attempt: AttemptView }) {
  const { person } = useMessages();
  const { cancel, retry, dismiss } = useJoining();
  const underWay = attempt.kind === 'joining' || attempt.kind === 'slow';
  const { busy, run } = useBusy(`${String(attempt.since)} ${String(underWay)}`);
  if (underWay && attempt.forced) return null;
  return (
    <div className="brk-dialog-actions">
      <Button
        size="l"
        aria-disabled={busy !== null}
        onClick={() => (underWay ? run('stay', cancel) : dismiss())}
      >
        {person.stay}
      </Button>
      {!underWay && (
        <Button size="l" kind="primary" aria-disabled={busy !== null} onClick={() => run('again', retry)}>
          {person.tryAgain}
        </Button>
      )}
    </div>
  );
}
