'use client';

import { memo, useCallback, useRef, useState, type ComponentType, type FocusEvent } from 'react';
import type { PersonKey } from '../../state/types.js';
import { focusFirst } from '../dialog/focus.js';
import { PERSON_KEY } from '../drag/press.js';
import type { BoardState } from './board.js';
import { LIST_KEY } from './peopleOfList.js';
import { useBoard, useOnBoardOf } from './useBoard.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';

/** What a row of {@link PeopleGrid} gets. */
export interface PersonRowProps {
  readonly personKey: PersonKey;
  /** The name of the list it is in. */
  readonly list: string;
  /** Tab comes here: one row of a list at a time. */
  readonly tabStop: boolean;
}

interface PeopleGridProps {
  /** The list's name on this board: unique, and the same at each draw. */
  readonly list: string;
  /** What the list is called. */
  readonly label: string;
  readonly people: readonly PersonKey[];
  /** A remembered component: a row is drawn again only when its own person changed. */
  readonly row: ComponentType<PersonRowProps>;
  readonly className?: string;
  readonly well?: boolean;
  /** The id of a sentence that says which keys there are. */
  readonly describedBy?: string | undefined;
}

const wishFor = ({ focus }: BoardState, list: string) => (focus?.list === list ? focus : null);

/**
 * People in a grid of rows: Tab comes to one of them, arrow keys go between them. When the row with the focus goes, the
 * next one gets the focus, or the heading of the list when it was the last.
 */
export const PeopleGrid = memo(function PeopleGrid(props: PeopleGridProps) {
  const { list, label, people, row: Row, className, well, describedBy } = props;
  const board = useBoard();
  const root = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<PersonKey | null>(null);
  const stop = active !== null && people.includes(active) ? active : people[0];
  const wish = useOnBoardOf(wishFor, list);

  useBrowserLayoutEffect(() => {
    if (!wish) return;
    board.set({ focus: null });
    const holder = root.current;
    if (!holder) return;
    const next = wish.people.find((key) => people.includes(key));
    const rows = [...holder.querySelectorAll<HTMLElement>(`[${PERSON_KEY}]`)];
    const row = rows.find((element) => element.getAttribute(PERSON_KEY) === next);
    const heading = holder.closest('[role="group"], section')?.querySelector<HTMLElement>('[data-heading]');
    focusFirst([row?.querySelector('button'), heading]);
  }, [board, wish, people]);

  const remember = useCallback((event: FocusEvent<HTMLDivElement>) => {
    const key = event.target.closest(`[${PERSON_KEY}]`)?.getAttribute(PERSON_KEY);
    if (key) setActive(key);
  }, []);

  const filled = people.length > 0;
  return (
    <div
      ref={root}
      {...{ [LIST_KEY]: list }}
      // An empty grid would be a table without rows.
      {...(filled ? { role: 'grid', 'aria-label': label, 'aria-multiselectable': true } : {})}
      {...(filled && describedBy !== undefined ? { 'aria-describedby': describedBy } : {})}
      className={className}
      data-well={well === true ? '' : undefined}
      onFocus={remember}
    >
      {people.map((key) => (
        <Row key={key} personKey={key} list={list} tabStop={key === stop} />
      ))}
    </div>
  );
});
