'use client';

import { useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useRounds } from '../../hooks/useRounds.js';
import { Button } from '../parts/Button.js';

/** After a round: the same groups once more, or others, so that people meet those they have not met. Either way a draft comes first. */
export function NextRound() {
  const { messages, announcer } = useKit('NextRound');
  const { desk, options } = messages;
  const { round, planAgain, meetNewPeople } = useRounds();
  const [busy, setBusy] = useState(false);
  const meetNew = async () => {
    setBusy(true);
    const { repeats, bound, rounds } = await meetNewPeople();
    setBusy(false);
    // The desk makes room for the draft; what came of it is said there all the same.
    planAgain();
    if (rounds > 0) announcer.say(desk.nextRound(round + 1, options.repeats(repeats, bound, 1)));
  };
  return (
    <>
      <Button onClick={planAgain}>{desk.sameAgain}</Button>
      <Button unavailable={busy ? desk.mixing : undefined} onClick={() => void meetNew()}>
        {desk.meetNew}
      </Button>
    </>
  );
}
