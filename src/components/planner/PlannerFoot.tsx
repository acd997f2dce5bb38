'use client';

import { useCallback, useId, useRef } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { whyNotOpen } from '../../state/rules.js';
import { isLive } from '../../state/view/rooms.js';
import type { Reason } from '../../state/views.js';
import { focusFirst } from '../dialog/focus.js';
import { NoticeList } from '../notices/NoticeList.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { Segmented } from '../parts/Segmented.js';
import { TimeMenu } from './TimeMenu.js';
import { Warnings } from './Warnings.js';
import { warningWords } from './warningWords.js';

/** What to look at first, how to open, and the button that does it. */
export function PlannerFoot() {
  const { session, messages, announcer } = useKit('PlannerFoot');
  const { planner, reasons } = messages;
  const { actions } = session;
  const rooms = useView((state) => state.plan.rooms.length);
  const way = useView((state) => state.plan.opening);
  const notOpen = useView(whyNotOpen);
  const opening = useView((state) => state.round.phase === 'opening');
  const canMove = useView((state) => state.capabilities.forceJoin || state.capabilities.wire);
  const button = useRef<HTMLButtonElement>(null);
  const warnings = useRef<HTMLUListElement>(null);
  const reasonId = useId();
  const { tell } = useMove();

  const whyNot = (reason: Reason): string => {
    if (reason.why !== 'blocked' || !reason.warning) return reasons[reason.why];
    return planner.blocked(warningWords(session.store.getState(), reason.warning, messages));
  };
  const reason = notOpen && whyNot(notOpen);
  const leadToRemedy = () => {
    if (reason !== null) announcer.say(reason);
    focusFirst([warnings.current?.querySelector('[data-level="stop"] button') ?? button.current]);
  };
  const open = useCallback(() => {
    const count = session.store.getState().plan.rooms.length;
    void actions.openRooms().then(() => {
      // By now this planner may have made room for the desk; that they are open is said all the same.
      if (isLive(session.store.getState())) announcer.say(messages.desk.opened(count));
    });
  }, [session, actions, announcer, messages]);

  return (
    <footer className="brk-foot">
      <div className="brk-foot-start">
        <NoticeList
          subjects={OPEN}
          remedy={({ subject }) =>
            subject === 'open' ? { label: messages.person.tryAgain, act: open } : null
          }
        />
        <Warnings ref={warnings} onNothingLeft={() => button.current?.focus()} />
      </div>
      <div className="brk-foot-end">
        <TimeMenu />
        {canMove && (
          <Segmented
            className="brk-hide-phone"
            label={planner.opening}
            options={[
              { value: 'invite', label: planner.invite },
              { value: 'move', label: planner.moveAtOnce },
            ]}
            value={way}
            onChange={(how) => {
              actions.setOpening(how);
              tell(planner.openingNowSet[how], { undoable: true });
            }}
          />
        )}
        <Button
          ref={button}
          kind="primary"
          size="l"
          aria-busy={opening}
          // It is never dead: while something blocks it, a press leads to the remedy and says why.
          unavailable={opening ? (reason ?? undefined) : undefined}
          aria-describedby={reason === null || opening ? undefined : reasonId}
          onClick={reason === null ? open : leadToRemedy}
        >
          {opening ? planner.openingNow(rooms) : planner.open(rooms)}
        </Button>
        <span id={reasonId} hidden>
          {reason}
        </span>
      </div>
    </footer>
  );
}

const OPEN = ['open', 'plan', 'list'] as const;
