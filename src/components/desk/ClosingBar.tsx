'use client';

import { useEffect, useRef } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useRemaining } from '../../hooks/useRemaining.js';
import { useView } from '../../hooks/useView.js';
import { whyNotManage } from '../../state/rules.js';
import { graceOf } from '../../state/timing.js';
import type { State } from '../../state/types.js';
import { outside } from '../../state/view/people.js';
import { focusFirst, focusIsLost } from '../dialog/focus.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { TimeBar } from '../parts/TimeBar.js';
import { TIME, Timed } from './Timed.js';
import { useNames } from './useNames.js';

const closesAt = ({ round }: State) => (round.phase === 'closing' ? round.closesAt : null);
const canBring = ({ capabilities }: State) => capabilities.wire || capabilities.recall;
const toAsk = (state: State) => outside(state).beyondRecall;

/** Time to come back: how long, the way to keep the rooms, and the way not to wait. */
export function ClosingBar() {
  const { session, messages, announcer } = useKit('ClosingBar');
  const { desk, common } = messages;
  const end = useView(closesAt);
  const grace = useView(graceOf);
  const whyNot = useView(whyNotManage);
  const bring = useView(canBring);
  const asked = useNames(useView(toAsk));
  const left = useRemaining(end);
  const keep = useRef<HTMLButtonElement>(null);
  const closing = end !== null;
  const wasClosing = useRef(closing);
  useEffect(() => {
    const begins = closing && !wasClosing.current;
    wasClosing.current = closing;
    // The button that was pressed is gone; what can be taken back is the next thing to do. A desk that is drawn while
    // the rooms close takes the focus from nobody.
    if (begins && keep.current !== null && focusIsLost(keep.current.ownerDocument))
      focusFirst([keep.current]);
  }, [closing]);
  if (end === null || left === null) return null;
  const unavailable = whyNot === null ? undefined : messages.reasons[whyNot.why];
  return (
    <div className="brk-strip" data-kind="closing">
      <Icon name="clock" />
      <p className="brk-strip-text">
        <Timed
          sentence={
            !bring
              ? desk.closesInAsk(TIME)
              : asked === ''
                ? desk.closesIn(TIME)
                : desk.closesInAskSome(TIME, asked)
          }
          time={common.clock(left)}
        />
      </p>
      <Button
        ref={keep}
        unavailable={unavailable}
        onClick={() => {
          void session.actions.keepRoomsOpen();
          announcer.say(desk.keptOpen);
        }}
      >
        {desk.keepOpen}
      </Button>
      <Button
        kind="stop-full"
        unavailable={unavailable}
        onClick={() => {
          void session.actions.closeNow();
          announcer.say(desk.nowClosed);
        }}
      >
        {desk.closeNow}
      </Button>
      <TimeBar kind="closing" value={left} total={grace} />
    </div>
  );
}
