'use client';

import { useMemo, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { PersonKey } from '../../state/types.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';
import { createRowWindow, FIRST, type RowWindow, type Sight } from './rowWindow.js';

/** Lists are drawn whole below this many people: the page's own search finds them, and a reader can walk through them. */
export const WINDOWED_FROM = 200;

/** Among so many, a list that may grow by a drop of fifty is one of those that draw what is in sight. */
export const WINDOWED_IN_A_CROWD = 30;

/**
 * Which rows of a long list are drawn: those that are in sight, some around them, and those that are held wherever they
 * are. The rows in sight lie in the flow of the list's own grid, between two paddings that stand for the rest; a held
 * row out of sight lies at its own height, so that the focus scrolls to it as to any other.
 *
 * @param held Places of rows that stay: with the focus, in hand, with an open menu.
 * @returns The places of the rows to draw, in order.
 */
export function useRowWindow({
  root,
  people,
  on,
  held,
}: {
  readonly root: RefObject<HTMLElement | null>;
  readonly people: readonly PersonKey[];
  readonly on: boolean;
  readonly held: readonly number[];
}): readonly number[] {
  const [sight, setSight] = useState<Sight | null>(null);
  const rows = useRef<RowWindow | null>(null);
  const drawn = on ? sorted([...held, ...span(sight, people.length)]).join(' ') : null;
  // The same list while the same rows are drawn: who draws them has nothing to do then.
  const shown = useMemo(
    () => (drawn === null ? series(0, people.length) : drawn === '' ? [] : drawn.split(' ').map(Number)),
    [drawn, people.length],
  );

  useBrowserLayoutEffect(() => {
    const list = root.current;
    if (!on || !list) return undefined;
    const made = createRowWindow(list, (next, now) => {
      // Else a quick scroll would be painted before its rows.
      if (now) flushSync(() => setSight(next));
      else setSight(next);
    });
    rows.current = made;
    return () => {
      made.stop();
      rows.current = null;
      setSight(null);
    };
  }, [root, on]);

  useBrowserLayoutEffect(() => {
    rows.current?.drawn({ people, shown, sight });
  });

  return shown;
}

/** The places in sight; before they are known, and while they are enough, the first ones. */
function span(sight: Sight | null, count: number): readonly number[] {
  if (!sight) return series(0, Math.min(count, FIRST));
  const to = Math.min(count, sight.to);
  // Of a list that has just become shorter the last ones, until it is known what is in sight of it.
  return series(Math.max(0, Math.min(sight.from, to - (sight.to - sight.from))), to);
}

const series = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

const sorted = (numbers: readonly number[]): number[] => [...new Set(numbers)].toSorted((a, b) => a - b);
