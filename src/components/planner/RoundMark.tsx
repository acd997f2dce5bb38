'use client';

import { useMessages } from '../../hooks/kit.js';
import { useRounds } from '../../hooks/useRounds.js';

/** "Round 2 of 3. Nobody meets again.": where there is more than one round, which one the draft is and how new its company. */
export function RoundMark() {
  const { options } = useMessages();
  const { round, of, held, meetAgain } = useRounds();
  if (held === 0 && of === round) return null;
  return (
    <p className="brk-round">
      <strong className="brk-num">{options.roundOf(round, of)}</strong>
      <span className="brk-quiet">{options.repeats(meetAgain, 0, of - round + 1)}</span>
    </p>
  );
}
