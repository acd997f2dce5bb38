/** The kit's row, written by hand: the same elements, classes and attributes, made as fast as a page can make them. */
import type { Somebody } from './crowd.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Both icons of a row: the grip and the three dots. */
export const GRIP = 'M6 4.25h.01M6 8h.01M6 11.75h.01M10 4.25h.01M10 8h.01M10 11.75h.01';
export const MORE = 'M3.5 8h.01M8 8h.01M12.5 8h.01';

/** Two letters. */
export const lettersOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');

/** Any hue, and always the same for the same person. */
export function hueOf(id: string): number {
  let sum = 0;
  for (let at = 0; at < id.length; at += 1) sum = (sum * 31 + id.charCodeAt(at)) % 360;
  return sum;
}

function element(name: string, attributes: Readonly<Record<string, string>>, ...inside: Node[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

function icon(line: string, width: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const look = { viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false', 'data-size': 's' };
  for (const [key, value] of Object.entries({ ...look, class: 'brk-icon' })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', line);
  path.setAttribute('stroke-width', width);
  svg.append(path);
  return svg;
}

/** One row with nobody in it, to be copied. */
function emptyRow(): HTMLElement {
  const main = element(
    'button',
    { type: 'button', tabindex: '-1', 'aria-pressed': 'false', class: 'brk-chip-main' },
    element('span', { class: 'brk-chip-grip' }, icon(GRIP, '2')),
    element('span', { 'aria-hidden': 'true', class: 'brk-avatar', style: '--brk-person-h: 0' }),
    element('bdi', { translate: 'no', title: '', class: 'brk-name' }),
    document.createTextNode('    '),
  );
  const menu = element(
    'button',
    {
      type: 'button',
      'aria-label': '',
      title: '',
      'data-size': 's',
      tabindex: '-1',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-person-menu': 'rail-none',
      class: 'brk-iconbtn',
    },
    icon(MORE, '2.25'),
  );
  return element(
    'div',
    { 'data-movable': '', role: 'row', 'aria-selected': 'false', 'data-person': '', class: 'brk-chip' },
    element(
      'span',
      { role: 'gridcell', class: 'brk-chip-cell' },
      main,
      element('span', { class: 'brk-chip-tail' }, menu),
    ),
  );
}

let pattern: HTMLElement | undefined;

/** A row for somebody. */
export function rowOf({ id, name }: Somebody): HTMLElement {
  const row = (pattern ??= emptyRow()).cloneNode(true) as HTMLElement;
  const [main, tail] = row.firstElementChild?.children ?? [];
  const [, avatar, called] = main?.children ?? [];
  const menu = tail?.firstElementChild;
  if (!(avatar instanceof HTMLElement) || !called || !menu) throw new Error('The row lost a part.');
  row.setAttribute('data-person', id);
  avatar.textContent = lettersOf(name);
  avatar.style.setProperty('--brk-person-h', String(hueOf(id)));
  called.textContent = name;
  called.setAttribute('title', name);
  menu.setAttribute('aria-label', `Move ${name} to…`);
  menu.setAttribute('title', `Move ${name} to…`);
  return row;
}
