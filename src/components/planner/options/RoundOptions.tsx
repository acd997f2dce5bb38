'use client';

import { useEffect, useRef, useState } from 'react';
import { useKit } from '../../../hooks/kit.js';
import { useRounds } from '../../../hooks/useRounds.js';
import { useView } from '../../../hooks/useView.js';
import type { Plan } from '../../../state/types.js';
import { useMove } from '../../moving/useMove.js';
import { Button } from '../../parts/Button.js';
import { Stepper } from '../../parts/Stepper.js';
import { OptionGroup, OptionRow } from './OptionGroup.js';
import type { OptionsPlace } from './showOptions.js';

const FEWEST = 2;
/** More than a day has. */
const MOST = 20;

/** What planning came to, as long as the draft still is what it made. */
interface Result {
  readonly plan: Pick<Plan, 'seats' | 'ahead'>;
  readonly bound: number;
}

/** Rounds planned ahead, in which people meet others each time; and the next one only, after a round was held. */
export function RoundOptions({ place }: { readonly place: OptionsPlace }) {
  const { session, messages } = useKit('RoundOptions');
  const { options } = messages;
  const { round, of, held, meetAgain, meetNewPeople, planRounds } = useRounds();
  const seats = useView((state) => state.plan.seats);
  const ahead = useView((state) => state.plan.ahead);
  const { tell } = useMove();
  const [asked, setAsked] = useState(3);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (place.at === 'rounds') heading.current?.focus();
  }, [place]);

  const count = of - round + 1;
  const mix = (draw: typeof meetNewPeople) => async () => {
    setBusy(true);
    const { repeats, bound, rounds } = await draw();
    setBusy(false);
    if (rounds === 0) return;
    const { plan } = session.store.getState();
    setResult({ plan, bound });
    tell(options.repeats(repeats, bound, rounds), { undoable: true });
  };
  const isResult = result?.plan.seats === seats && result.plan.ahead === ahead;
  const isMixed = held > 0 || count > 1;
  return (
    <OptionGroup ref={heading} title={options.rounds}>
      {isMixed && (
        <p className="brk-option-hint">
          <strong className="brk-num">{options.roundOf(round, of)}</strong>{' '}
          {options.repeats(meetAgain, isResult ? result.bound : 0, count)}
        </p>
      )}
      <OptionRow label={options.roundsAhead}>
        <Stepper
          label={options.roundsAhead}
          fewerLabel={options.oneRoundLess}
          moreLabel={options.oneRoundMore}
          value={asked}
          min={FEWEST}
          max={MOST}
          minReason={options.roundsMin}
          maxReason={options.roundsMax(MOST)}
          onChange={setAsked}
        />
      </OptionRow>
      <div className="brk-rule-acts" aria-busy={busy}>
        <Button
          unavailable={busy ? options.planning : undefined}
          onClick={() => void mix(() => planRounds({ rounds: asked }))()}
        >
          {options.planRounds(asked)}
        </Button>
        {held > 0 && (
          <Button unavailable={busy ? options.planning : undefined} onClick={() => void mix(meetNewPeople)()}>
            {options.meetNew}
          </Button>
        )}
      </div>
    </OptionGroup>
  );
}
