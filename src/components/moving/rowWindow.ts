import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';
import { alike } from '../../state/maps.js';
import type { PersonKey } from '../../state/types.js';
import { PERSON_KEY } from '../drag/press.js';
import { rowsOf } from './rowsOf.js';

/** Lines drawn beyond each edge of what is seen. */
const OVERSCAN = 6;
/** People drawn before anything was measured, and for as long as they cover what is seen. Whole lines of up to four. */
export const FIRST = 24;
/** A line, until one was measured. */
const LINE = 32;
/** The nearest of these around a list scrolls it; without one the list scrolls itself. */
const SCROLLER = '[data-scrolls]';

/** The places that are drawn because they are in sight or near it: from the first to before the last. */
export interface Sight {
  readonly from: number;
  readonly to: number;
}

/** How the list lies: people side by side, pixels of a line, pixels between two lines. */
interface Layout {
  /** A folded group has no layout: nothing in it has a height or a place. */
  readonly isShown: boolean;
  readonly columns: number;
  readonly line: number;
  readonly gap: number;
}

/** What is drawn now. */
interface Drawn {
  readonly people: readonly PersonKey[];
  /** The places, in order. */
  readonly shown: readonly number[];
  /** Those of them in the flow; `null` for the first ones. */
  readonly sight: Sight | null;
}

/** Of {@link createRowWindow}. */
export interface RowWindow {
  /** Call it after each draw, before the paint. */
  readonly drawn: (now: Drawn) => void;
  readonly stop: () => void;
}

/**
 * Looks which rows of a long list are in sight, and puts those that are drawn where they belong. The first people are
 * drawn before anything is known; while they cover what is seen nothing is drawn again, and nobody's place is worked out.
 *
 * @param list The element around the rows.
 * @param onSight Other rows are in sight: draw them, at once if `now`.
 */
export function createRowWindow(
  list: HTMLElement,
  onSight: (sight: Sight | null, now: boolean) => void,
): RowWindow {
  const scroller = list.closest(SCROLLER) ?? list;
  let layout: Layout = { isShown: false, columns: 1, line: LINE, gap: 0 };
  let margin = 0;
  let drawn: Drawn = { people: [], shown: [], sight: null };
  let virtual: Virtualizer<Element, Element> | null = null;
  let unmount = (): void => {};

  const lines = () => Math.ceil(drawn.people.length / layout.columns);
  const options = (): VirtualizerOptions<Element, Element> => ({
    enabled: layout.isShown,
    count: lines(),
    overscan: OVERSCAN,
    scrollMargin: margin,
    gap: layout.gap,
    estimateSize: () => layout.line,
    // A row is taken for a line until the browser tells its size: to ask for it is to have the page laid out.
    measureElement: (row, told, all) => (told ? measureElement(row, told, all) : layout.line),
    getScrollElement: () => scroller,
    initialOffset: () => scroller.scrollTop,
    // At once it would change sizes that are just being told, of which browsers complain.
    useAnimationFrameWithResizeObserver: true,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: (_, sync) => tell(sync),
  });

  /** Whether the first people, and some of them out of sight, are all that is needed. */
  const isFirstEnough = () => {
    const { isShown, columns, line, gap } = layout;
    if (!isShown || drawn.people.length <= FIRST) return true;
    if (FIRST % columns !== 0) return false;
    const beyond = OVERSCAN * (line + gap);
    const seen = scroller.scrollTop + scroller.clientHeight;
    return seen + beyond <= margin + (FIRST / columns) * (line + gap);
  };
  const sight = (): Sight | null => {
    const items = virtual && layout.isShown ? virtual.getVirtualItems() : [];
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) return null;
    const to = Math.min(drawn.people.length, (last.index + 1) * layout.columns);
    return { from: first.index * layout.columns, to };
  };
  const tell = (now: boolean) => {
    const next = sight();
    if (next?.from !== drawn.sight?.from || next?.to !== drawn.sight?.to) onSight(next, now);
  };
  const follow = () => {
    if (!virtual && isFirstEnough()) return;
    const isNew = !virtual;
    virtual ??= new Virtualizer(options());
    virtual.setOptions(options());
    // What every adapter of react-virtual calls, and no other name for it is there.
    // eslint-disable-next-line no-underscore-dangle
    if (isNew) unmount = virtual._didMount();
    // eslint-disable-next-line no-underscore-dangle
    virtual._willUpdate();
  };
  /** Where a line begins, and where the lines end, from the first one on. */
  const startOf = (at: number) =>
    virtual ? (virtual.measurementsCache[at]?.start ?? margin) - margin : at * (layout.line + layout.gap);
  const pad = (before: number, after: number) => {
    list.style.setProperty('padding-block-start', paddingFor(before));
    list.style.setProperty('padding-block-end', paddingFor(Math.max(0, after)));
  };

  const place = () => {
    const { people, shown } = drawn;
    const { isShown, columns, line, gap } = layout;
    const from = drawn.sight?.from ?? 0;
    const to = drawn.sight?.to ?? Math.min(FIRST, people.length);
    const [top, end] = [Math.floor(from / columns), Math.ceil(to / columns)];
    if (!isShown) unpad(list);
    else if (!virtual) pad(0, (lines() - end) * (line + gap));
    else if (drawn.sight) {
      const last = virtual.measurementsCache[end - 1]?.end ?? margin;
      pad(startOf(top), virtual.getTotalSize() - (last - margin));
    }
    const places = new Map(shown.map((at) => [people[at], at]));
    const fresh: HTMLElement[] = [];
    for (const row of rowsOf(list)) {
      const at = places.get(row.getAttribute(PERSON_KEY) ?? '');
      if (at === undefined) continue;
      const of = Math.floor(at / columns);
      const isApart = isShown && (of < top || of >= end);
      if (isApart !== row.hasAttribute('data-apart')) row.toggleAttribute('data-apart', isApart);
      if (isApart) row.style.setProperty('inset-block-start', `${String(startOf(of))}px`);
      else if (row.style.insetBlockStart !== '') row.style.removeProperty('inset-block-start');
      // The first of a line stands for it.
      const index = String(of);
      if (!virtual || isApart || at % columns !== 0 || row.getAttribute('data-index') === index) continue;
      row.setAttribute('data-index', index);
      fresh.push(row);
    }
    for (const row of fresh) virtual?.measureElement(row);
  };

  const look = () => {
    const { line } = layout;
    layout = layoutOf(list, layout);
    margin = marginOf(list, scroller);
    follow();
    // Lines of another height, for larger type or other tokens, are measured anew.
    if (layout.line !== line) virtual?.measure();
  };
  const lookAgain = () => {
    const before = { ...layout, margin };
    look();
    if (alike(before, { ...layout, margin })) return;
    tell(false);
    place();
  };
  // Once it looks for itself, what stands above the list tells of its change; the page is not laid out at each step.
  const onScroll = () => {
    if (virtual || isFirstEnough()) return;
    margin = marginOf(list, scroller);
    follow();
    tell(true);
    place();
  };

  // Widths, type sizes and what stands above the list change without a draw of it.
  // With the next frame: at once it would change sizes that are just being told.
  const view = list.ownerDocument.defaultView;
  let frame = 0;
  const lookSoon = () => {
    view?.cancelAnimationFrame(frame);
    frame = view?.requestAnimationFrame(lookAgain) ?? 0;
  };
  const sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(lookSoon) : null;
  for (const element of new Set([list, scroller, ...scroller.children])) sizes?.observe(element);
  scroller.addEventListener('scroll', onScroll, { passive: true });
  return {
    drawn(now) {
      drawn = now;
      // Once it is known the browser tells of every change of it.
      if (layout.isShown) follow();
      else look();
      tell(false);
      place();
    },
    stop() {
      sizes?.disconnect();
      view?.cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', onScroll);
      unmount();
      // Back to a plain list: nothing may stay that placed a row.
      unpad(list);
      for (const row of list.querySelectorAll<HTMLElement>('[data-apart]')) {
        row.removeAttribute('data-apart');
        row.style.removeProperty('inset-block-start');
      }
    },
  };
}

function layoutOf(list: HTMLElement, before: Layout): Layout {
  const style = list.ownerDocument.defaultView?.getComputedStyle(list);
  const row = rowsOf(list).find((element) => !element.hasAttribute('data-apart'));
  const height = row?.offsetHeight ?? 0;
  if (!style || height === 0) return before.isShown ? { ...before, isShown: false } : before;
  const columns = Math.max(1, style.gridTemplateColumns.split(' ').filter((width) => width !== '').length);
  const gap = Number.parseFloat(style.rowGap) || 0;
  return { isShown: true, columns, line: height, gap };
}

/** How far below the beginning of what scrolls the first line is. */
function marginOf(list: HTMLElement, scroller: Element): number {
  const padding = firstPadding(list);
  if (list === scroller) return padding;
  const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  return Math.round(top - scroller.clientTop + scroller.scrollTop) + padding;
}

function unpad(list: HTMLElement): void {
  list.style.removeProperty('padding-block-start');
  list.style.removeProperty('padding-block-end');
}

/** The list's own padding and the lines that are not drawn. No property for the style sheet: each row would inherit it, and be styled anew. */
const paddingFor = (rest: number): string => `calc(var(--brk-list-pad, 0px) + ${String(rest)}px)`;

/** The list's own padding; the part that stands for people out of sight aside. */
function firstPadding(list: HTMLElement): number {
  const whole = list.ownerDocument.defaultView?.getComputedStyle(list).paddingBlockStart ?? '';
  const rest = /\+ (?<rest>[\d.]+)px/u.exec(list.style.paddingBlockStart)?.groups?.['rest'] ?? '';
  return Math.max(0, Math.round((Number.parseFloat(whole) || 0) - (Number.parseFloat(rest) || 0)));
}
