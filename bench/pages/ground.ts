/** Where a hand would press and let go, read from the page as it is drawn. The same for every candidate with the kit's markup. */

/** A point of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Nearer than this to an edge of what scrolls, a drag would scroll it, and no longer only move. */
const EDGE = 50;

const LIST = '[data-list="rail-none"]';
const ROWS = `${LIST} [data-person]`;

/** The middle of the name of one of the first rows. */
export function grip(row = 3): Point & { readonly person: string } {
  const found = [...document.querySelectorAll<HTMLElement>(ROWS)][row];
  if (!found) throw new Error(`Row ${String(row)} of the list is not there.`);
  const { left, top, width, height } = found.getBoundingClientRect();
  return { x: left + width / 3, y: top + height / 2, person: found.dataset['person'] ?? '' };
}

/** The middle of each room that can be dropped on without scrolling, in order. */
export function rooms(): readonly Point[] {
  return [...document.querySelectorAll<HTMLElement>('.brk-rooms [data-drop-key]')].flatMap((room) => {
    const { left, top, width, height } = room.getBoundingClientRect();
    const point = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
    const inside = [...scrollersOf(room)].every(
      (box) => point.y > box.top + EDGE && point.y < box.bottom - EDGE,
    );
    return inside && room.contains(document.elementFromPoint(point.x, point.y)) ? [point] : [];
  });
}

function* scrollersOf(element: Element): Generator<DOMRect> {
  yield new DOMRect(0, 0, innerWidth, innerHeight);
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight && /auto|scroll/u.test(getComputedStyle(at).overflowY))
      yield at.getBoundingClientRect();
}
