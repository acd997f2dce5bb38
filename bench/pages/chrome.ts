/**
 * Everything of the planner but the people of its list, as the kit drew it: all candidates stand in the same page, so that
 * only rows and dragging differ. Read from the kit's own planner in the same run.
 */
import { stage } from './stage.js';

/** What the kit's planner looks like without the people of its list. */
export interface Chrome {
  /** The planner at rest. */
  readonly html: string;
  /** What is written on each room while somebody is in hand, in order. */
  readonly notes: readonly string[];
}

const LIST = '[data-list="rail-none"]';
const NOTE = '[data-drop-note]';

/** Takes it from the planner on the page, at rest. */
export function chromeOf(): string {
  const copy = stage().cloneNode(true) as HTMLElement;
  copy.querySelector(LIST)?.replaceChildren();
  return copy.innerHTML;
}

/** Takes the notes while somebody is in hand. */
export const notesOf = (): readonly string[] =>
  [...document.querySelectorAll('.brk-rooms [data-drop-key]')].map((room) => {
    const note = room.querySelector(NOTE)?.innerHTML;
    if (!note) throw new Error('A room says nothing about itself while somebody is in hand.');
    return note;
  });

/** Writes them, and with `null` takes them away, where the kit has them. */
export function writeNotes(rooms: readonly HTMLElement[], notes: readonly string[] | null): void {
  for (const [at, room] of rooms.entries()) {
    const note = room.querySelector(NOTE);
    if (note) note.innerHTML = notes?.[at] ?? '';
  }
}

/** The parts of a planner that was drawn from it. */
export interface Parts {
  readonly frame: HTMLElement;
  readonly list: HTMLElement;
  readonly count: HTMLElement;
  readonly rooms: readonly HTMLElement[];
}

/** Draws it and finds its parts. */
export function drawChrome({ html }: Chrome): Parts {
  const holder = stage();
  holder.innerHTML = html;
  const find = (selector: string) => {
    const found = holder.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The planner's page has no ${selector} any more.`);
    return found;
  };
  return {
    frame: find('.brk-frame'),
    list: find(LIST),
    count: find('[data-group="rail-none"] .brk-num'),
    rooms: [...holder.querySelectorAll<HTMLElement>('.brk-rooms [data-drop-key]')],
  };
}

/** The elements, classes and attributes of an element and what is in it, as one line: equal lines, equal nodes. */
export function shapeOf(element: Element): string {
  const names = element
    .getAttributeNames()
    .filter((name) => name !== 'class')
    .toSorted();
  const classes = [...element.classList].toSorted().map((name) => `.${name}`);
  const inside = [...element.children].map(shapeOf);
  return `${element.localName}${classes.join('')}[${names.join(' ')}](${inside.join(' ')})`;
}

/** The shape of a row of the list. */
export function rowShape(): string {
  // The second row: the first may be where Tab comes to.
  const row = document.querySelectorAll(`${LIST} [data-person]`)[1];
  if (!row) throw new Error('There is no row to look at.');
  return shapeOf(row);
}
