import { PERSON_KEY } from '../drag/press.js';

/** The rows of a list, not those of a list in it. */
export const rowsOf = (list: HTMLElement): readonly HTMLElement[] =>
  [...list.children].filter((child): child is HTMLElement => child.hasAttribute(PERSON_KEY));
