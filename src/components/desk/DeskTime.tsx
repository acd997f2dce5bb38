'use client';

import { useKit } from '../../hooks/kit.js';
import { useCountdown } from '../../hooks/useCountdown.js';
import { useView } from '../../hooks/useView.js';
import { whyNotTime } from '../../state/rules.js';
import type { State } from '../../state/types.js';
import { isClosingByTimer } from '../../state/timing.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { TIME, Timed } from './Timed.js';

const MINUTE = 60_000;
const MORE = [1, 5] as const;

const isOpen = ({ round }: State) => round.phase === 'open';
const endsAt = ({ round }: State) => round.endsAt;
/** While a moderator ends the rooms, more time would be a promise that nobody keeps. */
const takesTime = (state: State) => isOpen(state) || isClosingByTimer(state);

/** "12:40 left": the large clock that everybody's own is like. Nothing without a timer. */
export function Timer() {
  const { common, desk } = useKit('DeskTime').messages;
  const { left } = useCountdown();
  const open = useView(isOpen);
  if (left === null || !open) return null;
  return (
    <p className="brk-timer" role="timer">
      <Timed sentence={desk.timeLeft(TIME)} time={common.clock(left)} />
    </p>
  );
}

/** More time, by one minute or five. Absent without a timer, and where there can be none. */
export function MoreTime() {
  const { session, messages } = useKit('DeskTime');
  const { common, desk, reasons } = messages;
  const { tell } = useMove();
  const end = useView(endsAt);
  const takes = useView(takesTime);
  const whyNot = useView(whyNotTime);
  if (end === null || !takes || whyNot?.why === 'not-supported') return null;
  const add = (count: number) => () => {
    session.actions.addTime({ ms: count * MINUTE });
    const now = session.store.getState().round.endsAt;
    if (now !== null) tell(desk.timeAdded(count, common.clock(now - session.clock.now())));
  };
  return MORE.map((count) => (
    <Button
      key={count}
      size="s"
      unavailable={whyNot === null ? undefined : reasons[whyNot.why]}
      onClick={add(count)}
    >
      {desk.addMinutes(count)}
    </Button>
  ));
}
