/** What is written on a place while people are in hand. Into elements that React leaves empty, because a drag must not make it draw. */
import { isElement } from '../parts/isElement.js';
import { iconPaths, type IconName } from '../parts/iconPaths.js';

/** On the empty element that the words go into. */
export const DROP_NOTE = 'data-drop-note';
/** On the empty element that says how many there would be. */
export const DROP_COUNT = 'data-drop-count';
/** On the stripe whose free seats would be taken. */
export const DROP_SEATS = 'data-drop-seats';

/** What a place says about itself while people are in hand. */
export interface DropNote {
  readonly icon: Extract<IconName, 'plus' | 'warn' | 'check' | 'no'>;
  readonly words: string;
  /** How many there are and would be, on the place they go to now. */
  readonly seats: { readonly now: number; readonly next: number; readonly of: number } | null;
}

/** What is written here takes no room of its own, and moves no place. */
export const isOfDropNote = (node: Node): boolean =>
  isElement(node) && node.closest(`[${DROP_NOTE}], [${DROP_COUNT}]`) !== null;

const SVG = 'http://www.w3.org/2000/svg';

/** Writes it, or with `null` takes away what was written. */
export function writeDropNote(place: Element, note: DropNote | null): void {
  const words = place.querySelector(`[${DROP_NOTE}]`);
  if (note === null) words?.replaceChildren();
  else words?.replaceChildren(iconOf(note.icon, place.ownerDocument), note.words);
  writeSeats(place, note?.seats ?? null);
}

function writeSeats(place: Element, seats: DropNote['seats']): void {
  const count = place.querySelector(`[${DROP_COUNT}]`);
  if (!count || (seats === null && !count.hasChildNodes())) return;
  if (seats === null) {
    count.replaceChildren();
    for (const seat of place.querySelectorAll('[data-incoming]')) seat.removeAttribute('data-incoming');
    return;
  }
  const free = place.querySelectorAll(`[${DROP_SEATS}] > :not([data-state])`);
  const figures = place.ownerDocument.createElement('bdi');
  const of = place.ownerDocument.createElement('span');
  of.textContent = `/${String(seats.of)}`;
  figures.append(`${String(seats.now)} → ${String(seats.next)}`, of);
  count.replaceChildren(figures);
  // Of a large room a mark stands for several seats.
  const share = (seats.next - seats.now) / Math.max(1, seats.of - seats.now);
  const marks = Math.ceil(share * free.length);
  for (const [at, seat] of free.entries()) seat.toggleAttribute('data-incoming', at < marks);
}

function iconOf(name: DropNote['icon'], page: Document): Element {
  const icon = page.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  icon.setAttribute('class', 'brk-icon');
  icon.setAttribute('data-size', 's');
  const line = page.createElementNS(SVG, 'path');
  line.setAttribute('d', iconPaths[name]);
  icon.append(line);
  return icon;
}
