'use client';

import { useId } from 'react';
import { useMessages } from '../../hooks/kit.js';
import type { ListMeeting, ListPlan } from '../../hooks/list/useRoomList.js';

interface FromEmptyProps {
  readonly plan: ListPlan;
  readonly meeting: ListMeeting;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}

/** Whether people whom the list gives no room keep the one they have. Asked only where somebody has one. */
export function FromEmpty({ plan, meeting, checked, onChecked }: FromEmptyProps) {
  const { list } = useMessages();
  const id = useId();
  const { people, seats, locked } = meeting;
  if (!people.some(({ key }) => seats.has(key) && !locked.has(key))) return null;
  const gone = new Set(plan.unseated);
  // Whoever has left loses a seat, but is nobody who can be seen under "Not assigned".
  const count = people.reduce((sum, { key }) => sum + (gone.has(key) ? 1 : 0), 0);
  return (
    <div>
      <label className="brk-import-choice">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={checked ? id : undefined}
          onChange={({ target }) => onChecked(target.checked)}
        />
        <span>{list.fromEmpty}</span>
      </label>
      {checked && (
        <p id={id} className="brk-import-hint">
          {list.unseated(count)}
        </p>
      )}
    </div>
  );
}
