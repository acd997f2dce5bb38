'use client';

import {
  memo,
  useCallback,
  useMemo,
  useReducer,
  useRef,
  useState,
  type ComponentType,
  type FocusEvent,
} from 'react';
import { useView } from '../../hooks/useView.js';
import type { PersonKey, State } from '../../state/types.js';
import { focusedElement, focusFirst } from '../dialog/focus.js';
import { PERSON_KEY } from '../drag/press.js';
import { isElement } from '../parts/isElement.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';
import type { BoardState } from './board.js';
import { nextTo } from './nearest.js';
import { LIST_KEY, placesIn } from './peopleLists.js';
import { useBoard, useOnBoard, useOnBoardOf } from './useBoard.js';
import { rowsOf } from './rowsOf.js';
import { useRowWindow, WINDOWED_FROM, WINDOWED_IN_A_CROWD } from './useRowWindow.js';

/** What a row of {@link PeopleGrid} gets. Its main button has `tabIndex` −1: the list gives one of them the tab stop. */
export interface PersonRowProps {
  readonly personKey: PersonKey;
  /** The name of the list it is in. */
  readonly list: string;
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
  readonly id?: string;
  readonly well?: boolean;
  /** The id of a sentence that says which keys there are. */
  readonly describedBy?: string | undefined;
  /**
   * Draws only this many, the first of them.
   * @default everybody, in a window from 200 people on
   */
  readonly most?: number;
  /** A key asked for somebody beyond `most`. */
  readonly onReach?: () => void;
}

const hasCrowd = ({ people }: State) => people.size >= WINDOWED_FROM;
const wishFor = ({ focus }: BoardState, list: string) => (focus?.list === list ? focus : null);

/**
 * People in a grid of rows: Tab comes to one of them, arrow keys go between them. When the row with the focus goes, the
 * next one gets the focus, or the heading of the list when it was the last. Of a long list only what is in sight is in
 * the page, with the number of all rows and of each; who has the focus, is in hand or has an open menu stays there.
 */
export const PeopleGrid = memo(function PeopleGrid(props: PeopleGridProps) {
  const { list, label, people, row: Row, className, id, well, describedBy, most, onReach } = props;
  const board = useBoard();
  const root = useRef<HTMLDivElement>(null);
  const asked = useRef<PersonKey | null>(null);
  const [stopOf] = useState(createTabStop);
  const [, drawAnew] = useReducer((count: number) => count + 1, 0);
  const { active, inside } = stopOf.get();
  const wish = useOnBoardOf(wishFor, list);

  const isCut = most !== undefined && most < people.length;
  const isCrowd = useView(hasCrowd);
  const isWindowed = !isCut && people.length >= (isCrowd ? WINDOWED_IN_A_CROWD : WINDOWED_FROM);
  const isPart = isCut || isWindowed;
  const held = useHeld(list, people, isPart);
  const place = active === null ? -1 : isPart ? (placesIn(people).get(active) ?? -1) : people.indexOf(active);
  const stop = place >= 0 && (!isCut || inside || place < most) ? place : 0;
  const windowed = useRowWindow({ root, people, on: isWindowed, held: isPart ? [...held, stop] : held });
  const cut = useMemo(() => (isCut ? firstOf(most, [...held, stop]) : null), [isCut, most, held, stop]);
  const shown = cut ?? windowed;

  const focus = useCallback(
    (person: PersonKey) => {
      const row = rowFor(root.current, person);
      if (row) {
        focusFirst([row.querySelector('button')]);
        return;
      }
      asked.current = person;
      stopOf.set({ active: person });
      drawAnew();
      if (isCut) onReach?.();
    },
    [isCut, onReach, stopOf],
  );

  const handOn = useCallback(
    (gone: ReadonlySet<PersonKey>) => {
      const grid = root.current;
      const focused = grid && focusedElement(grid.ownerDocument)?.closest(`[${PERSON_KEY}]`);
      if (!focused || !grid.contains(focused) || !gone.has(focused.getAttribute(PERSON_KEY) ?? ''))
        return false;
      const next = nextTo(people, gone);
      const button = next === undefined ? null : rowFor(grid, next)?.querySelector('button');
      if (!button) return false;
      write(button, 'tabindex', '0');
      return focusFirst([button]);
    },
    [people],
  );

  useBrowserLayoutEffect(() => {
    const entry = { people, focus, handOn };
    board.lists.set(list, entry);
    return () => {
      if (board.lists.get(list) === entry) board.lists.delete(list);
    };
  }, [board, list, people, focus, handOn]);

  useBrowserLayoutEffect(() => {
    if (!wish) return;
    board.set({ focus: null });
    const places = placesIn(people);
    const next = wish.people.find((key) => places.has(key));
    if (next !== undefined) return focus(next);
    const heading = root.current
      ?.closest('[role="group"], section')
      ?.querySelector<HTMLElement>('[data-heading]');
    focusFirst([heading]);
  }, [board, wish, people, focus]);

  useBrowserLayoutEffect(() => {
    const person = asked.current;
    if (person === null) return;
    const row = rowFor(root.current, person);
    if (row) focusFirst([row.querySelector('button')]);
    if (row || !placesIn(people).has(person)) asked.current = null;
  });

  // Written to the rows and not given to them: else one person who goes would draw all rows below again, and each press
  // the two rows that the tab stop goes between.
  useBrowserLayoutEffect(() => {
    const places = isPart ? placesIn(people) : null;
    for (const row of root.current ? rowsOf(root.current) : []) {
      const at = places?.get(row.getAttribute(PERSON_KEY) ?? '');
      write(row, 'aria-rowindex', at === undefined ? null : String(at + 1));
    }
    writeTabStop(root.current, people[stop]);
  }, [isPart, people, shown, stop]);

  // A row that has the focus is in the page. Only of a cut list others come and go with the focus.
  const onFocus = useCallback(
    (event: FocusEvent<HTMLDivElement>) => {
      const key = event.target.closest(`[${PERSON_KEY}]`)?.getAttribute(PERSON_KEY);
      stopOf.set({ inside: true, ...(key ? { active: key } : {}) });
      if (key) writeTabStop(root.current, key);
      if (isCut) drawAnew();
    },
    [isCut, stopOf],
  );
  const onBlur = useCallback(
    (event: FocusEvent<HTMLDivElement>) => {
      const to = event.relatedTarget;
      if (isElement(to) && event.currentTarget.contains(to)) return;
      stopOf.set({ inside: false });
      if (isCut) drawAnew();
    },
    [isCut, stopOf],
  );

  const filled = people.length > 0;
  return (
    <div
      ref={root}
      {...{ [LIST_KEY]: list }}
      // An empty grid would be a table without rows.
      {...(filled ? { role: 'grid', 'aria-label': label, 'aria-multiselectable': true } : {})}
      {...(filled && describedBy !== undefined ? { 'aria-describedby': describedBy } : {})}
      aria-rowcount={isPart ? people.length : undefined}
      id={id}
      className={className}
      data-well={well === true ? '' : undefined}
      data-windowed={isWindowed ? '' : undefined}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      <Rows people={people} shown={shown} list={list} row={Row} />
    </div>
  );
});

type RowsProps = Pick<PeopleGridProps, 'people' | 'list' | 'row'> & { readonly shown: readonly number[] };

/** Apart from the list around them: the focus goes from row to row without one of them being looked at. */
const Rows = memo(function Rows({ people, shown, list, row: Row }: RowsProps) {
  return shown.map((at) => {
    const key = people[at];
    return key === undefined ? null : <Row key={key} personKey={key} list={list} />;
  });
});

/** Places of those who must stay in the page although they may be out of sight: in hand, or with an open menu. */
function useHeld(list: string, people: readonly PersonKey[], isPart: boolean): readonly number[] {
  const read = useCallback(
    ({ handOn, menu }: BoardState): string => {
      if (!isPart) return '';
      const places = placesIn(people);
      const menuOf = menu?.list === list ? menu.person : null;
      // Only the one under the hand: with a whole list in hand the list would be drawn whole.
      return [handOn, menuOf].flatMap((key) => (key === null ? [] : (places.get(key) ?? []))).join(' ');
    },
    [list, people, isPart],
  );
  const held = useOnBoard(read);
  return useMemo(() => (held === '' ? NONE : held.split(' ').map(Number)), [held]);
}

const NONE: readonly number[] = [];

/** The first so many places, and the held ones among the rest. */
const firstOf = (most: number, held: readonly number[]): readonly number[] => [
  ...Array.from({ length: most }, (_, at) => at),
  ...[...new Set(held)].filter((at) => at >= most).toSorted((a, b) => a - b),
];

/** Where Tab comes to in a list, and whether the focus is in it. Kept and not drawn: a press would draw the list for it. */
interface TabStop {
  readonly active: PersonKey | null;
  readonly inside: boolean;
}

function createTabStop() {
  let now: TabStop = { active: null, inside: false };
  return { get: () => now, set: (change: Partial<TabStop>) => void (now = { ...now, ...change }) };
}

function writeTabStop(list: HTMLElement | null, person: PersonKey | undefined): void {
  for (const row of list ? rowsOf(list) : [])
    write(
      row.querySelector('button'),
      'tabindex',
      person !== undefined && row.getAttribute(PERSON_KEY) === person ? '0' : '-1',
    );
}

/** Only what is not so yet: a browser lays out the page when the tab stop of what has the focus is written, even with the same. */
function write(element: Element | null, name: string, value: string | null): void {
  if (!element || element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function rowFor(list: HTMLElement | null, person: PersonKey): HTMLElement | undefined {
  return list ? rowsOf(list).find((row) => row.getAttribute(PERSON_KEY) === person) : undefined;
}
