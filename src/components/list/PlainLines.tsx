'use client';

import { useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import type { ListMeeting, ListPlan, PlannedRow } from '../../hooks/list/useRoomList.js';
import { Icon } from '../parts/Icon.js';
import { MoreLines, PAGE } from './ListGroup.js';
import { nameOfKey, placeOf, written } from './listWords.js';
import { PlacePlate } from './PlacePlate.js';

interface PlainLinesProps {
  readonly title: string;
  readonly rows: readonly PlannedRow[];
  readonly plan: ListPlan;
  readonly meeting: ListMeeting;
}

/** Lines that need no look: their number, and themselves on request. */
export function PlainLines({ title, rows, plan, meeting }: PlainLinesProps) {
  const messages = useMessages();
  const { list } = messages;
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(PAGE);
  if (rows.length === 0) return null;
  return (
    <details className="brk-details" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="next" size="s" />
        {title}
      </summary>
      {open && (
        <ul role="list" className="brk-import-lines" aria-label={title}>
          {rows.slice(0, shown).map((row) => {
            const place = placeOf(row, plan, meeting, messages);
            const who = row.person === null ? '' : nameOfKey(meeting, row.person, messages);
            const notes = [
              who !== '' && who !== row.name ? list.means(who) : '',
              row.lead === true ? list.leads : '',
              row.locked === true ? list.locked : '',
            ].filter((note) => note !== '');
            return (
              <li key={row.row} className="brk-import-line">
                <span className="brk-import-who">
                  <span className="brk-name">{written(row) || list.row(row.row)}</span>
                  {notes.length > 0 && <small className="brk-quiet">{notes.join(', ')}</small>}
                </span>
                <span className="brk-import-place">
                  <PlacePlate place={place.number} />
                  <span className="brk-name">{place.label}</span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {open && <MoreLines count={rows.length - shown} onMore={() => setShown(shown + PAGE)} />}
    </details>
  );
}
