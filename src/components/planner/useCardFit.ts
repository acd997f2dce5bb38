'use client';

import { useState, type RefObject } from 'react';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';

/** A card shows this many lines of people, however many cards there are. */
const LEAST_LINES = 3;
/** People side by side, until it was measured. */
const COLUMNS = 3;

/**
 * How many places a card has for people when all cards together fill the height there is: that of the pane where the
 * host gives one, else that of the window.
 *
 * @param pane What holds the cards.
 * @param rooms How many cards there are.
 * @param on Off, nothing is measured, and cards show everybody.
 */
export function useCardFit(
  pane: RefObject<HTMLElement | null>,
  rooms: number,
  on: boolean,
): number | undefined {
  const [places, setPlaces] = useState(LEAST_LINES * COLUMNS);
  useBrowserLayoutEffect(() => {
    const element = pane.current;
    const view = element?.ownerDocument.defaultView;
    if (!on || !element || !view) return undefined;
    const look = () => setPlaces((before) => placesIn(element, rooms, view) ?? before);
    look();
    const sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(look) : null;
    sizes?.observe(element);
    view.addEventListener('resize', look);
    return () => {
      sizes?.disconnect();
      view.removeEventListener('resize', look);
    };
  }, [pane, rooms, on]);
  return on ? places : undefined;
}

function placesIn(pane: HTMLElement, rooms: number, view: Window): number | null {
  const people = pane.querySelector<HTMLElement>('.brk-room-people');
  const card = people?.closest<HTMLElement>('.brk-room');
  if (!people || !card || people.offsetHeight === 0) return null;
  const cards = view.getComputedStyle(pane);
  const grid = view.getComputedStyle(people);
  const [rowsOfCards, columns] = [Math.ceil(rooms / columnsOf(cards)), columnsOf(grid)];
  const around =
    people.getBoundingClientRect().top -
    card.getBoundingClientRect().top +
    pixels(view.getComputedStyle(card).paddingBlockEnd);
  const gap = pixels(grid.rowGap);
  const line = (people.querySelector<HTMLElement>('.brk-chip, .brk-add')?.offsetHeight ?? 0) + gap;
  const share = (heightFor(pane, cards, view) + pixels(cards.rowGap)) / rowsOfCards - pixels(cards.rowGap);
  const lines = line > gap ? Math.floor((share - around + gap) / line) : LEAST_LINES;
  return Math.max(LEAST_LINES, lines) * columns;
}

/** What the cards may fill without being scrolled. */
function heightFor(pane: HTMLElement, cards: CSSStyleDeclaration, view: Window): number {
  const frame = pane.closest<HTMLElement>('.brk-frame');
  const inside = pixels(cards.paddingBlockStart) + pixels(cards.paddingBlockEnd);
  if (!frame?.parentElement) return 0;
  // A host that gives no height lets the planner grow; what the planner is as high as then says nothing.
  const probe = pane.ownerDocument.createElement('div');
  probe.style.setProperty('block-size', '100%');
  frame.parentElement.append(probe);
  const height = probe.offsetHeight > 0 ? frame.offsetHeight : view.innerHeight;
  probe.remove();
  return height - (frame.offsetHeight - pane.clientHeight) - inside;
}

const columnsOf = ({ gridTemplateColumns }: CSSStyleDeclaration): number =>
  Math.max(1, gridTemplateColumns.split(' ').filter((width) => width !== '').length);

const pixels = (length: string): number => Number.parseFloat(length) || 0;
