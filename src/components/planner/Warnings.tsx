'use client';

import { forwardRef, useRef, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { planWarnings } from '../../state/view/plan.js';
import { capacity, plannedFor } from '../../state/view/rooms.js';
import type { PlanWarning } from '../../state/views.js';
import { focusFirst, focusIsLost } from '../dialog/focus.js';
import { useListDialogs } from '../list/useListDialogs.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { Warning } from '../parts/Warning.js';
import { useShowOptions } from './options/showOptions.js';
import { warnedRoom, warningWords } from './warningWords.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';

/** Warnings that are drawn before somebody asks for the others: the plan itself has to stay in sight above them. */
const SHOWN = 3;

/** What to look at before opening, what blocks it first; each beside its remedy. */
export const Warnings = forwardRef<HTMLUListElement, { readonly onNothingLeft: () => void }>(
  function Warnings({ onNothingLeft }, ref) {
    const { session, messages } = useKit('Warnings');
    const { planner } = messages;
    const { tell } = useMove();
    const warnings = useView(planWarnings);
    const sentences = useView((state: State) =>
      warnings.map((warning) => warningWords(state, warning, messages)),
    );
    const showOptions = useShowOptions();
    const [all, setAll] = useState(false);
    const lists = useListDialogs(() => {
      if (focusIsLost(document)) onNothingLeft();
    });
    const pressed = useRef<number | null>(null);
    const list = useRef<HTMLUListElement | null>(null);

    useBrowserLayoutEffect(() => {
      const at = pressed.current;
      pressed.current = null;
      // The remedy that was pressed is gone: the next one gets the focus, or what it was all for.
      if (at === null || !focusIsLost(list.current?.ownerDocument ?? document)) return;
      const left = list.current?.querySelectorAll('.brk-warning button') ?? [];
      if (!focusFirst([left[Math.min(at, left.length - 1)]])) onNothingLeft();
    });

    const remedy = (warning: PlanWarning, at: number) => {
      pressed.current = at;
      const { remedy: kind, roomKey } = warning;
      const room = warnedRoom(session.store.getState(), warning, messages);
      const { actions } = session;
      const done = (sentence: string) => tell(sentence, { undoable: true });
      if (kind === 'rules') {
        showOptions({ at: 'rules' });
      } else if (kind === 'see') {
        lists.open('expected');
      } else if (kind === 'place') {
        actions.placeRemaining();
        done(planner.placed);
      } else if (kind === 'more-rooms') {
        const { plan } = session.store.getState();
        const each = Math.max(1, capacity(session.store.getState()));
        actions.setRoomCount(plan.rooms.length + Math.ceil(warning.count / each));
        actions.placeRemaining();
        done(planner.placed);
      } else if (kind === 'resplit') {
        actions.reshuffle();
        done(planner.reshuffled);
      } else if (roomKey !== null && kind === 'fix') {
        actions.fixRoom({ roomKey });
        done(planner.fixed(room));
      } else if (roomKey !== null && kind === 'unlock') {
        actions.setLocked({ people: plannedFor(session.store.getState(), roomKey), on: false });
        done(planner.unlocked(room));
      } else if (roomKey !== null && kind === 'remove') {
        actions.removeRoom({ roomKey });
        done(planner.removed(room));
      }
    };

    return (
      <ul
        ref={(element) => {
          list.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref) ref.current = element;
        }}
        className="brk-warnings"
        // A list of nothing is none.
        {...(warnings.length > 0
          ? { role: 'list', 'aria-label': planner.beforeOpening }
          : { role: 'presentation' })}
        data-all={all ? '' : undefined}
      >
        {(all ? warnings : warnings.slice(0, SHOWN)).map((warning, at) => {
          return (
            <Warning
              key={`${warning.kind} ${warning.roomKey ?? warning.name ?? ''} ${(warning.people ?? []).join(' ')}`}
              {...(warning.level === 'stop' ? { level: 'stop' as const } : {})}
              remedy={
                warning.remedy !== null && (
                  <Button kind="link" onClick={() => remedy(warning, at)}>
                    {planner.remedies[warning.remedy]}
                  </Button>
                )
              }
            >
              {sentences[at]}
            </Warning>
          );
        })}
        {/* The style sheet shows one of the two: on a phone there is room for one warning, elsewhere for a few. */}
        {!all && warnings.length > 1 && (
          <li className="brk-warnings-more">
            <Button kind="link" onClick={() => setAll(true)}>
              {planner.moreWarnings(warnings.length - 1)}
            </Button>
          </li>
        )}
        {!all && warnings.length > SHOWN && (
          <li className="brk-warnings-rest">
            <Button kind="link" onClick={() => setAll(true)}>
              {planner.moreWarnings(warnings.length - SHOWN)}
            </Button>
          </li>
        )}
        {lists.dialog}
      </ul>
    );
  },
);
