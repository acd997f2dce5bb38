'use client';

import { forwardRef, useRef, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { displayName } from '../../state/displayName.js';
import type { State } from '../../state/types.js';
import { planWarnings } from '../../state/view/plan.js';
import { roomView } from '../../state/view/rooms.js';
import type { PlanWarning } from '../../state/views.js';
import { focusFirst, focusIsLost } from '../dialog/focus.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { Warning } from '../parts/Warning.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';

/** What to look at before opening, what blocks it first; each beside its remedy. */
export const Warnings = forwardRef<HTMLUListElement, { readonly onNothingLeft: () => void }>(
  function Warnings({ onNothingLeft }, ref) {
    const { session, messages } = useKit('Warnings');
    const { planner } = messages;
    const { tell } = useMove();
    const warnings = useView(planWarnings);
    const numbers = useView((state: State) => warnings.map(({ roomKey }) => numberOf(state, roomKey)));
    const [all, setAll] = useState(false);
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

    const remedy = ({ remedy: kind, roomKey }: PlanWarning, room: string, at: number) => {
      pressed.current = at;
      if (kind === 'fix' && roomKey !== null) session.actions.fixRoom({ roomKey });
      else if (kind === 'place') session.actions.placeRemaining();
      else if (kind === 'remove' && roomKey !== null) session.actions.removeRoom({ roomKey });
      tell(kind === 'fix' ? planner.fixed(room) : kind === 'place' ? planner.placed : planner.removed(room), {
        undoable: true,
      });
    };

    return (
      <ul
        ref={(element) => {
          list.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref) ref.current = element;
        }}
        className="brk-warnings"
        role="list"
        aria-label={planner.beforeOpening}
        data-all={all ? '' : undefined}
      >
        {warnings.map((warning, at) => {
          const room = messages.common.roomName(numbers[at] ?? null);
          const named = warning.name === null ? warning : { ...warning, name: displayName(warning.name, '') };
          return (
            <Warning
              key={`${warning.kind} ${warning.roomKey ?? warning.name ?? ''}`}
              {...(warning.level === 'stop' ? { level: 'stop' as const } : {})}
              remedy={
                warning.remedy !== null && (
                  <Button kind="link" onClick={() => remedy(warning, room, at)}>
                    {planner.remedies[warning.remedy]}
                  </Button>
                )
              }
            >
              {planner.warnings(named, room)}
            </Warning>
          );
        })}
        {warnings.length > 1 && !all && (
          <li className="brk-warnings-more">
            <Button kind="link" onClick={() => setAll(true)}>
              {planner.moreWarnings(warnings.length - 1)}
            </Button>
          </li>
        )}
      </ul>
    );
  },
);

const numberOf = (state: State, key: string | null) =>
  key === null ? null : (roomView(state, key)?.number ?? null);
