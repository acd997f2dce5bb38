'use client';

import { measureElement, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { alike } from '../../state/maps.js';
import type { PersonKey } from '../../state/types.js';
import { PERSON_KEY } from '../drag/press.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';

/** Lists are drawn whole below this many people: the page's own search finds them, and a reader can walk through them. */
export const WINDOWED_FROM = 200;

/** Among so many, a list that may grow by a drop of fifty is one of those that draw what is in sight. */
export const WINDOWED_IN_A_CROWD = 30;
/** Lines drawn beyond each edge of what is seen. */
const OVERSCAN = 6;
/** People drawn before anything was measured. */
const FIRST = 12;
/** A line, until one was measured. */
const LINE = 32;
/** The nearest of these around a list scrolls it; without one the list scrolls itself. */
const SCROLLER = '[data-scrolls]';

/** How the list lies: people side by side, pixels of a line, pixels between two lines. */
interface Layout {
  /** A folded group has no layout: nothing in it has a height or a place. */
  readonly isShown: boolean;
  readonly columns: number;
  readonly line: number;
  readonly gap: number;
}

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
  const [{ isShown, columns, line, gap }, setLayout] = useState(UNKNOWN);
  const [margin, setMargin] = useState(0);
  const lines = Math.ceil(people.length / columns);
  // oxlint-disable-next-line react/incompatible-library -- Nothing that it returns is handed to a memoized part.
  const virtual = useVirtualizer<Element, Element>({
    enabled: on && isShown,
    count: on ? lines : 0,
    overscan: OVERSCAN,
    scrollMargin: margin,
    gap,
    estimateSize: () => line,
    // A row is taken for a line until the browser tells its size: to ask for it is to have the page laid out.
    measureElement: (row, told, list) => (told ? measureElement(row, told, list) : line),
    getScrollElement: () => scrollerOf(root.current),
    // At once it would change sizes that are just being told, of which browsers complain.
    useAnimationFrameWithResizeObserver: true,
  });
  const items = on && isShown ? virtual.getVirtualItems() : [];
  const [first, last] = [items[0], items.at(-1)];
  const inSight = first && last ? { from: first.index, to: last.index } : null;

  const inView = on && series(...span(inSight, columns, people.length));
  const drawn = inView ? sorted([...held, ...inView]).join(' ') : null;
  // The same list while the same rows are drawn: who draws them has nothing to do then.
  const shown = useMemo(
    () => (drawn === null ? series(0, people.length) : drawn === '' ? [] : drawn.split(' ').map(Number)),
    [drawn, people.length],
  );

  // Widths, type sizes and what stands above the list change without a draw of it.
  useEffect(() => {
    const list = root.current;
    const scroller = scrollerOf(list);
    if (!on || !list || !scroller) return undefined;
    const look = () => {
      setLayout((before) => layoutOf(list, before));
      setMargin(marginOf(list, scroller));
    };
    look();
    const sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(look) : null;
    for (const element of new Set([list, scroller, ...scroller.children])) sizes?.observe(element);
    return () => sizes?.disconnect();
  }, [root, on]);

  useBrowserLayoutEffect(() => {
    const list = root.current;
    // Once it is known the browser tells of every change of it.
    if (!on || !list || isShown) return;
    const scroller = scrollerOf(list);
    setLayout((before) => layoutOf(list, before));
    if (scroller) setMargin(marginOf(list, scroller));
  }, [root, on, people, isShown]);

  // Lines of another height, for larger type or other tokens, are measured anew.
  useBrowserLayoutEffect(() => {
    if (on) virtual.measure();
  }, [on, virtual, line]);

  useBrowserLayoutEffect(() => {
    const list = root.current;
    if (!list) return;
    if (!on || !inSight) {
      list.style.removeProperty('padding-block-start');
      list.style.removeProperty('padding-block-end');
      return;
    }
    const { measurementsCache: all } = virtual;
    const before = (all[inSight.from]?.start ?? margin) - margin;
    const after = virtual.getTotalSize() - ((all[inSight.to]?.end ?? margin) - margin);
    list.style.setProperty('padding-block-start', paddingFor(before));
    list.style.setProperty('padding-block-end', paddingFor(Math.max(0, after)));
  });

  useBrowserLayoutEffect(() => {
    const list = root.current;
    if (!list || !on) return;
    const places = new Map(shown.map((at) => [people[at], at]));
    const fresh: HTMLElement[] = [];
    for (const row of rowsOf(list)) {
      const at = places.get(row.getAttribute(PERSON_KEY) ?? '');
      if (at === undefined) continue;
      const of = Math.floor(at / columns);
      const apart = inSight !== null && (of < inSight.from || of > inSight.to);
      row.toggleAttribute('data-apart', apart);
      if (apart)
        row.style.setProperty(
          'inset-block-start',
          `${String((virtual.measurementsCache[of]?.start ?? margin) - margin)}px`,
        );
      else {
        row.style.removeProperty('inset-block-start');
        // The first of a line stands for it.
        const index = String(of);
        if (inSight === null || at % columns !== 0 || row.getAttribute('data-index') === index) continue;
        row.setAttribute('data-index', index);
        fresh.push(row);
      }
    }
    for (const row of fresh) virtual.measureElement(row);
  });

  // Back to a plain list: nothing may stay that placed a row.
  useBrowserLayoutEffect(() => {
    const list = root.current;
    if (on || !list) return;
    for (const row of list.querySelectorAll<HTMLElement>('[data-apart]')) {
      row.removeAttribute('data-apart');
      row.style.removeProperty('inset-block-start');
    }
  }, [root, on]);

  return shown;
}

const UNKNOWN: Layout = { isShown: false, columns: 1, line: LINE, gap: 0 };

/** The places in sight; before anything was measured the first ones. */
const span = (
  inSight: { readonly from: number; readonly to: number } | null,
  columns: number,
  count: number,
): readonly [from: number, to: number] =>
  inSight
    ? [inSight.from * columns, Math.min(count, (inSight.to + 1) * columns)]
    : [0, Math.min(count, FIRST)];

const series = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

const sorted = (numbers: readonly number[]): number[] => [...new Set(numbers)].toSorted((a, b) => a - b);

const scrollerOf = (list: HTMLElement | null): Element | null => list?.closest(SCROLLER) ?? list;

/** The rows of a list, not those of a list in it. */
export const rowsOf = (list: HTMLElement): readonly HTMLElement[] =>
  [...list.children].filter((child): child is HTMLElement => child.hasAttribute(PERSON_KEY));

function layoutOf(list: HTMLElement, before: Layout): Layout {
  const style = list.ownerDocument.defaultView?.getComputedStyle(list);
  const row = rowsOf(list).find((element) => !element.hasAttribute('data-apart'));
  const height = row?.offsetHeight ?? 0;
  if (!style || height === 0) return before.isShown ? { ...before, isShown: false } : before;
  const columns = Math.max(1, style.gridTemplateColumns.split(' ').filter((width) => width !== '').length);
  const gap = Number.parseFloat(style.rowGap) || 0;
  const now = { isShown: true, columns, line: height, gap };
  return alike(before, now) ? before : now;
}

/** How far below the beginning of what scrolls the first line is. */
function marginOf(list: HTMLElement, scroller: Element): number {
  const padding = firstPadding(list);
  if (list === scroller) return padding;
  const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  return Math.round(top - scroller.clientTop + scroller.scrollTop) + padding;
}

/** The list's own padding and the lines that are not drawn. No property for the style sheet: each row would inherit it, and be styled anew. */
const paddingFor = (rest: number): string => `calc(var(--brk-list-pad, 0px) + ${String(rest)}px)`;

/** The list's own padding; the part that stands for people out of sight aside. */
function firstPadding(list: HTMLElement): number {
  const whole = list.ownerDocument.defaultView?.getComputedStyle(list).paddingBlockStart ?? '';
  const rest = /\+ (?<rest>[\d.]+)px/u.exec(list.style.paddingBlockStart)?.groups?.['rest'] ?? '';
  return Math.max(0, Math.round((Number.parseFloat(whole) || 0) - (Number.parseFloat(rest) || 0)));
}
