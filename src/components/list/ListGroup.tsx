'use client';

import { useId, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import type { ListChoice, ListMeeting, ListPlan, PlannedRow } from '../../hooks/list/useRoomList.js';
import { Button } from '../parts/Button.js';
import { placeOf, written } from './listWords.js';
import { PlacePlate } from './PlacePlate.js';
import { WhoSelect } from './WhoSelect.js';

/** What can be decided about a line: which of several counts, whether it counts, who is meant, the last two, or nothing. */
export type LineKind = 'one' | 'tick' | 'choose' | 'both' | 'plain';

interface ListGroupProps {
  readonly kind: LineKind;
  readonly title: string;
  readonly text: string;
  readonly rows: readonly PlannedRow[];
  readonly plan: ListPlan;
  readonly meeting: ListMeeting;
  readonly choices: ReadonlyMap<number, ListChoice>;
  readonly onChoose: (rows: readonly PlannedRow[], choice: ListChoice) => void;
  /** They count, or are left out. */
  readonly onTick: (rows: readonly PlannedRow[], on: boolean) => void;
}

/** As many lines at a time as somebody would read. */
export const PAGE = 50;

/** Lines that need the same look. */
export function ListGroup(props: ListGroupProps) {
  const { kind, title, text, rows, plan, meeting, choices, onChoose, onTick } = props;
  const messages = useMessages();
  const { list } = messages;
  const heading = useId();
  const [shown, setShown] = useState(PAGE);
  if (rows.length === 0) return null;
  const isTicked = ({ row, outcome }: PlannedRow) =>
    choices.get(row)?.kind !== 'skip' && outcome !== 'conflict';
  const all = rows.every(isTicked);
  const isMany = rows.length > 2 && (kind === 'both' || kind === 'tick');
  return (
    <section className="brk-import-group" aria-labelledby={heading}>
      <h3 className="brk-group-head" id={heading}>
        {title} <span className="brk-num">{rows.length}</span>
      </h3>
      <p className="brk-import-hint">
        {text}{' '}
        {isMany && (
          <Button kind="link" onClick={() => onTick(rows, !all)}>
            {all ? list.takeNone : list.takeAll}
          </Button>
        )}
      </p>
      <ul role="list" className="brk-import-lines" aria-labelledby={heading}>
        {rows.slice(0, shown).map((row) => {
          const place = placeOf(row, plan, meeting, messages);
          const who = written(row);
          return (
            <li key={row.row} className="brk-import-line" data-outcome={row.outcome}>
              {kind === 'one' || kind === 'tick' || kind === 'both' ? (
                <label className="brk-import-who">
                  <input
                    type="checkbox"
                    checked={isTicked(row)}
                    aria-label={list.rowAt(row.row, list.take(who, place.label))}
                    onChange={(event) => onTick([row], event.target.checked)}
                  />
                  <span className="brk-name">{who}</span>
                </label>
              ) : (
                <span className="brk-import-who">
                  <span className="brk-name">{who}</span>
                </span>
              )}
              {(kind === 'choose' || kind === 'both') && (
                <WhoSelect
                  row={row}
                  choice={choices.get(row.row)}
                  meeting={meeting}
                  onChoose={(choice) => onChoose([row], choice)}
                />
              )}
              <span className="brk-import-place">
                <PlacePlate place={place.number} />
                <span className="brk-name">{place.label}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <MoreLines count={rows.length - shown} onMore={() => setShown(shown + PAGE)} />
    </section>
  );
}

/** The next lines of a long list. */
export function MoreLines({ count, onMore }: { readonly count: number; readonly onMore: () => void }) {
  const { list } = useMessages();
  if (count <= 0) return null;
  return (
    <Button kind="link" onClick={onMore}>
      {list.more(Math.min(PAGE, count))}
    </Button>
  );
}
