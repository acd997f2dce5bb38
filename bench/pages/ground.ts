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

/** Near the beginning of one of the first rows in sight, and who it is of. */
export function grip(row = 3): Point & { readonly person: string } {
  const inSight = [...document.querySelectorAll<HTMLElement>(ROWS)].flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const point = { x: Math.round(left + width / 3), y: Math.round(top + height / 2) };
    if (point.y < 0 || point.y > innerHeight) return [];
    return element.contains(document.elementFromPoint(point.x, point.y)) ? [{ ...point, element }] : [];
  });
  // In the page rows stand in the order in which they were drawn.
  const found = inSight.toSorted((a, b) => a.y - b.y)[row];
  if (!found) throw new Error(`Row ${String(row)} of the list is not in sight.`);
  const { x, y, element } = found;
  return { x, y, person: element.dataset['person'] ?? '' };
}

/** The middle of each room that can be dropped on without scrolling, in order, with its number. */
export function rooms(): readonly (Point & { readonly number: number })[] {
  return [...document.querySelectorAll<HTMLElement>('.brk-rooms [data-drop-key]')].flatMap((room, at) => {
    const { left, top, width, height } = room.getBoundingClientRect();
    const point = { x: Math.round(left + width / 2), y: Math.round(top + height / 2), number: at + 1 };
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
